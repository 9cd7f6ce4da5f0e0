package se.varna.supportline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import se.varna.common.OwnId;

/** A shift to come of which nobody has all the hours. It goes away when somebody has, or when it has begun to pass. */
@Entity
@Table(name = "roster_gap")
class RosterGap extends OwnId<UUID> {

    @Id
    private UUID id;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "raised_at")
    private Instant raisedAt;

    @Column(name = "process_instance")
    private String processInstance;

    @Column(name = "left_at")
    private Instant leftAt;

    @Column(name = "left_by")
    private String leftBy;

    @Column(name = "left_because")
    private String leftBecause;

    protected RosterGap() {}

    RosterGap(Shift shift, Instant raisedAt) {
        this.id = UUID.randomUUID();
        this.startsAt = shift.startsAt();
        this.endsAt = shift.endsAt();
        this.raisedAt = raisedAt;
    }

    void carriedBy(String instance) {
        processInstance = instance;
    }

    /** Nobody is to have these hours, as somebody has decided. */
    void left(Instant now, String person, String reason) {
        leftAt = now;
        leftBy = person;
        leftBecause = reason;
    }

    boolean isOpen() {
        return leftAt == null;
    }

    boolean isOf(Shift shift) {
        return startsAt.equals(shift.startsAt()) && endsAt.equals(shift.endsAt());
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    String processInstance() {
        return processInstance;
    }

    @Override
    public UUID getId() {
        return id;
    }
}
