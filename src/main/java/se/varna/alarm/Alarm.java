package se.varna.alarm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import se.varna.common.OwnId;

/** That the city's alarm system is told of a case, or has been. Its id is the delivery's, the same at every try. */
@Entity
@Table(name = "alarm")
class Alarm extends OwnId<UUID> {

    @Id
    private UUID id;

    @Column(name = "case_number")
    private String caseNumber;

    private String level;

    @Column(name = "raised_at")
    private Instant raisedAt;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

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
}
