package se.varna.police;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import se.varna.common.Refused;

/** The question of a report to the police, from advice to what became of it. It holds no crime label (R13). */
@Entity
@Table(name = "police_referral")
public class PoliceReferral {

    /** Where the question stands. */
    public enum State {
        ADVISED,
        REPORTED,
        DECLINED,
        DECIDED
    }

    /** What the exposed person decided. */
    public enum Decision {
        REPORTED,
        LATER,
        DECLINED
    }

    /** Who made the report. */
    public enum ReportedBy {
        EXPOSED,
        OFFICER,
        CITY
    }

    /** Why not, by Brå's reasons. */
    public enum DeclineReason {
        LEADS_NOWHERE,
        PART_OF_THE_JOB,
        A_TRIFLE,
        FEAR_OF_REPRISAL,
        OTHER
    }

    /** What the police or the court decided. */
    public enum Outcome {
        ONGOING,
        DISCONTINUED,
        PROSECUTED,
        JUDGED
    }

    /** Åtkomstskydd: that few at the police may open the report. */
    public enum Protection {
        NOT_ASKED,
        ASKED,
        GRANTED,
        REFUSED
    }

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(name = "case_number")
    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "advised_at")
    private Instant advisedAt;

    @Column(name = "report_number")
    private String reportNumber;

    @Column(name = "reported_at")
    private LocalDate reportedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "reported_by")
    private ReportedBy reportedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "decline_reason")
    private DeclineReason declineReason;

    @Column(name = "times_asked")
    private int timesAsked;

    @Column(name = "ask_again_at")
    private Instant askAgainAt;

    @Enumerated(EnumType.STRING)
    private Protection protection;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "outcome_at")
    private LocalDate outcomeAt;

    @Column(name = "next_check_at")
    private Instant nextCheckAt;

    private String note;

    @Column(name = "declined_at")
    private Instant declinedAt;

    @Column(name = "report_recorded_at")
    private Instant reportRecordedAt;

    @Column(name = "outcome_recorded_at")
    private Instant outcomeRecordedAt;

    @Column(name = "protection_recorded_at")
    private Instant protectionRecordedAt;

    protected PoliceReferral() {}

    PoliceReferral(String caseNumber, Instant now) {
        this.id = UUID.randomUUID();
        this.caseNumber = caseNumber;
        this.state = State.ADVISED;
        this.advisedAt = now;
    }

    void reported(String reportNumber, LocalDate reportedAt, ReportedBy by, Instant nextCheckAt, Instant now) {
        require(state == State.ADVISED);
        this.state = State.REPORTED;
        this.reportNumber = reportNumber;
        this.reportedAt = reportedAt;
        this.reportedBy = by;
        this.reportRecordedAt = now;
        this.nextCheckAt = nextCheckAt;
        this.timesAsked++;
    }

    /** Not now, or no: the question comes again at that time, or, when it is null, never. */
    void notReported(DeclineReason reason, Instant askAgainAt, Instant now) {
        require(state == State.ADVISED);
        this.declineReason = reason;
        this.declinedAt = now;
        this.timesAsked++;
        this.askAgainAt = askAgainAt;
        if (askAgainAt == null) {
            this.state = State.DECLINED;
        }
    }

    void outcome(Outcome outcome, LocalDate at, Protection protection, String note, Instant nextCheckAt, Instant now) {
        require(state == State.REPORTED);
        this.outcome = outcome;
        this.outcomeAt = at;
        this.outcomeRecordedAt = now;
        if (protection != null) {
            this.protection = protection;
            this.protectionRecordedAt = now;
        }
        this.note = note;
        this.nextCheckAt = nextCheckAt;
        if (outcome != Outcome.ONGOING) {
            this.state = State.DECIDED;
        }
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw Refused.because("case.wrongPhase");
        }
    }

    public UUID id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public State state() {
        return state;
    }

    public Instant advisedAt() {
        return advisedAt;
    }

    public String reportNumber() {
        return reportNumber;
    }

    public LocalDate reportedAt() {
        return reportedAt;
    }

    public ReportedBy reportedBy() {
        return reportedBy;
    }

    public DeclineReason declineReason() {
        return declineReason;
    }

    public int timesAsked() {
        return timesAsked;
    }

    public Instant askAgainAt() {
        return askAgainAt;
    }

    public Protection protection() {
        return protection;
    }

    public Outcome outcome() {
        return outcome;
    }

    public LocalDate outcomeAt() {
        return outcomeAt;
    }

    public Instant nextCheckAt() {
        return nextCheckAt;
    }

    /** When the exposed person last said no or not yet, or null. */
    public Instant declinedAt() {
        return declinedAt;
    }

    /** When somebody wrote down that it had been reported, or null. */
    public Instant reportRecordedAt() {
        return reportRecordedAt;
    }

    /** When somebody last wrote down how it goes at the police, or null. */
    public Instant outcomeRecordedAt() {
        return outcomeRecordedAt;
    }

    /** When somebody last wrote down whether there is åtkomstskydd, or null. */
    public Instant protectionRecordedAt() {
        return protectionRecordedAt;
    }

    /** Since when it stands as it does. */
    public Instant stateSince() {
        return switch (state) {
            case ADVISED -> advisedAt;
            case DECLINED -> declinedAt;
            case REPORTED -> reportRecordedAt;
            case DECIDED -> outcomeRecordedAt;
        };
    }

    public boolean isOpen() {
        return state == State.ADVISED || state == State.REPORTED;
    }
}
