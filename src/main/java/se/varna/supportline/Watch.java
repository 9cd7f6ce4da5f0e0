package se.varna.supportline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import se.varna.common.OwnId;

/** A time in which somebody answers the support line: a person of Säkerhet och Beredskap, or the on-call company. */
@Entity
@Table(name = "watch")
public class Watch extends OwnId<UUID> {

    @Id
    private UUID id;

    private String person;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "added_by")
    private String addedBy;

    protected Watch() {}

    Watch(String person, Instant startsAt, Instant endsAt, Instant addedAt, String addedBy) {
        this.id = UUID.randomUUID();
        this.person = person;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.addedAt = addedAt;
        this.addedBy = addedBy;
    }

    /** Id of the person; null for the on-call company. */
    public String person() {
        return person;
    }

    public Instant startsAt() {
        return startsAt;
    }

    /** The moment from which they no longer answer. */
    public Instant endsAt() {
        return endsAt;
    }

    @Override
    public UUID getId() {
        return id;
    }
}
