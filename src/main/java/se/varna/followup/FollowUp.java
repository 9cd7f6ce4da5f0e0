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
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import se.varna.casefile.CloseOutcome;
import se.varna.casefile.Indicator;

/** A follow-up that was made (R37): what the exposed person answered, and what follows. Only ever added. */
@Entity
@Table(name = "follow_up")
public class FollowUp {

    /** What follows a follow-up. */
    public enum Outcome {
        CONTINUE,
        REASSESS,
        /** What still protects must be decided upon first; the case is followed up once more. */
        PREPARE_CLOSE,
        CLOSE
    }

    /** Whether the measures work. */
    public enum Working {
        YES,
        PARTLY,
        NO,
        /** There are none. */
        NONE
    }

    /** Whether it affects how the exposed person does their duty. */
    public enum Effect {
        NONE,
        SOME,
        MUCH
    }

    /**
     * What the exposed person said. What has not been answered is null.
     *
     * @param wellbeing how they are
     * @param moreHappened whether more has happened
     * @param whatHappened what, when more has
     * @param indicators what of it tells how serious it is
     * @param note what else the officer writes down
     */
    public record Talk(
            String wellbeing,
            Boolean moreHappened,
            String whatHappened,
            Set<Indicator> indicators,
            Working measuresWork,
            Effect affectsDuty,
            String note) {}

    /**
     * What follows.
     *
     * @param day a day of the officer's own for the next follow-up, or null for the table's
     * @param measures codes of measures to be proposed
     */
    public record Next(Outcome outcome, LocalDate day, List<String> measures, Closing closing) {}

    /**
     * What it takes to close the case.
     *
     * @param told whether the exposed person has been told, and {@code toldHow} how
     */
    public record Closing(CloseOutcome outcome, String reason, boolean told, String toldHow) {}

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

    private String wellbeing;

    @Column(name = "more_happened")
    private Boolean moreHappened;

    @Column(name = "what_happened")
    private String whatHappened;

    @Enumerated(EnumType.STRING)
    @Column(name = "measures_work")
    private Working measuresWork;

    @Enumerated(EnumType.STRING)
    @Column(name = "affects_duty")
    private Effect affectsDuty;

    private String note;

    @Column(name = "next_day")
    private LocalDate nextDay;

    @Enumerated(EnumType.STRING)
    @Column(name = "close_outcome")
    private CloseOutcome closeOutcome;

    @Column(name = "close_reason")
    private String closeReason;

    @Column(name = "told_how")
    private String toldHow;

    protected FollowUp() {}

    FollowUp(String caseNumber, Instant at, String by, Talk talk, Next next) {
        this.caseNumber = caseNumber;
        this.at = at;
        this.by = by;
        this.wellbeing = talk.wellbeing();
        this.moreHappened = talk.moreHappened();
        this.whatHappened = talk.whatHappened();
        this.measuresWork = talk.measuresWork();
        this.affectsDuty = talk.affectsDuty();
        this.note = talk.note();
        this.outcome = next.outcome();
        if (outcome == Outcome.CONTINUE) {
            this.nextDay = next.day();
        }
        if (outcome == Outcome.CLOSE) {
            this.closeOutcome = next.closing().outcome();
            this.closeReason = next.closing().reason();
            this.toldHow = next.closing().toldHow();
        }
    }

    public Instant at() {
        return at;
    }

    /** Id of the person who made it. */
    public String by() {
        return by;
    }

    public Outcome outcome() {
        return outcome;
    }

    public String wellbeing() {
        return wellbeing;
    }

    public Boolean moreHappened() {
        return moreHappened;
    }

    /** What has happened since, or null; it also stands among the case's information. */
    public String whatHappened() {
        return whatHappened;
    }

    public Working measuresWork() {
        return measuresWork;
    }

    public Effect affectsDuty() {
        return affectsDuty;
    }

    public String note() {
        return note;
    }

    /** The day that the officer chose for the next follow-up, or null for the table's. */
    public LocalDate nextDay() {
        return nextDay;
    }

    public CloseOutcome closeOutcome() {
        return closeOutcome;
    }

    public String closeReason() {
        return closeReason;
    }

    /** How the exposed person was told that the case is closed; null unless it was. */
    public String toldHow() {
        return toldHow;
    }
}
