package se.varna.dialogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That something the exposed person has written waits for an answer: from their first message until it is answered. */
@Entity
@Table(name = "inquiry")
class Inquiry {

    @Id
    private UUID id;

    @Column(name = "case_number")
    private String caseNumber;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "process_instance")
    private String processInstance;

    @Column(name = "lifted_at")
    private Instant liftedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private String endedBy;

    protected Inquiry() {}

    void carriedBy(String instance) {
        processInstance = instance;
    }

    /** Säkerhet och Beredskap may answer too. */
    void lifted(Instant now) {
        liftedAt = now;
    }

    void end(String person, Instant now) {
        endedBy = person;
        endedAt = now;
    }

    UUID id() {
        return id;
    }

    String caseNumber() {
        return caseNumber;
    }

    /** When the first message that waits was written. */
    Instant askedAt() {
        return askedAt;
    }

    String processInstance() {
        return processInstance;
    }

    boolean isLifted() {
        return liftedAt != null;
    }
}
