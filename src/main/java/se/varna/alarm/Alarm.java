package se.varna.alarm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** That the city's alarm system is told of a case, or has been. Its id is the delivery's, the same at every try. */
@Entity
@Table(name = "alarm")
class Alarm implements Persistable<UUID> {

    @Id
    private UUID id;

    @Column(name = "case_number")
    private String caseNumber;

    private String level;

    @Column(name = "raised_at")
    private Instant raisedAt;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Transient
    private boolean stored;

    protected Alarm() {}

    Alarm(String caseNumber, String level, Instant raisedAt) {
        this.id = UUID.randomUUID();
        this.caseNumber = caseNumber;
        this.level = level;
        this.raisedAt = raisedAt;
    }

    void delivered(Instant now) {
        deliveredAt = now;
    }

    boolean isDelivered() {
        return deliveredAt != null;
    }

    String caseNumber() {
        return caseNumber;
    }

    String level() {
        return level;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void markStored() {
        stored = true;
    }
}
