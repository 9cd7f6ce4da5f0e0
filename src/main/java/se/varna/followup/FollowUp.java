package se.varna.followup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import se.varna.casefile.CloseOutcome;

/** A follow-up that was made: how it stood, and what follows. */
@Entity
@Table(name = "follow_up")
public class FollowUp {

    /** What follows a follow-up. */
    public enum Outcome {
        CONTINUE,
        REASSESS,
        CLOSE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    private Instant at;

    @Column(name = "by_person")
    private String by;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String note;

    @Enumerated(EnumType.STRING)
    @Column(name = "close_outcome")
    private CloseOutcome closeOutcome;

    @Column(name = "close_reason")
    private String closeReason;

    protected FollowUp() {}

    FollowUp(
            String caseNumber,
            Instant at,
            String by,
            Outcome outcome,
            String note,
            CloseOutcome closeOutcome,
            String closeReason) {
        this.caseNumber = caseNumber;
        this.at = at;
        this.by = by;
        this.outcome = outcome;
        this.note = note;
        this.closeOutcome = closeOutcome;
        this.closeReason = closeReason;
    }

    public Instant at() {
        return at;
    }

    CloseOutcome closeOutcome() {
        return closeOutcome;
    }

    String closeReason() {
        return closeReason;
    }

    String by() {
        return by;
    }
}
