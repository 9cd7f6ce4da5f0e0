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

/**
 * The question of a report to the police, from advice to what became of it: where it stands now. How it came there is
 * told by its {@link PoliceEntry entries}. It holds no crime label (R13).
 */
@Entity
@Table(name = "police_referral")
public class PoliceReferral {

    /** Where the question stands. */
    public enum State {
        ADVISED,
        /** The exposed person has said yes, and who is to report; the report is not made yet. */
        TO_REPORT,
        REPORTED,
        DECLINED,
        DECIDED
    }

    /** What the exposed person decided. */
    public enum Decision {
        REPORT,
        REPORTED,
        LATER,
        DECLINED
    }

    /** Who makes the report: the exposed person decides. */
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

    /** What the police, a prosecutor or a court decided. */
    public enum Outcome {
        ONGOING,
        DISCONTINUED,
        PROSECUTED,
        JUDGED;

        /** Whether nothing more is to be waited for: a prosecution is followed until the judgment. */
        public boolean isFinal() {
            return this == DISCONTINUED || this == JUDGED;
        }
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

    @Enumerated(EnumType.STRING)
    private ReportedBy reporter;

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

    @Column(name = "protection_at")
    private LocalDate protectionAt;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "outcome_at")
    private LocalDate outcomeAt;

    @Column(name = "next_check_at")
    private Instant nextCheckAt;

    protected PoliceReferral() {}

    PoliceReferral(String caseNumber, Instant now) {
        this.id = UUID.randomUUID();
        this.caseNumber = caseNumber;
        this.state = State.ADVISED;
        this.advisedAt = now;
    }

    /** The exposed person has said on their own who is to report: the question is put to rights with them at once. */
    void answered(ReportedBy who, Instant now) {
        require(state == State.ADVISED);
        this.reporter = who;
        this.askAgainAt = now;
    }

    void toReport(ReportedBy who, Instant nextCheckAt) {
        require(state == State.ADVISED);
        this.state = State.TO_REPORT;
        this.reporter = who;
        this.timesAsked++;
        this.nextCheckAt = nextCheckAt;
    }

    /** The exposed person thinks again before the report is made; that is no new asking. */
    void reconsidered(Instant now) {
        require(state == State.TO_REPORT);
        this.state = State.ADVISED;
        this.reporter = null;
        this.timesAsked--;
        this.askAgainAt = now;
    }

    void reported(String reportNumber, LocalDate reportedAt, ReportedBy by, Instant nextCheckAt) {
        require(state == State.ADVISED || state == State.TO_REPORT);
        this.timesAsked += state == State.ADVISED ? 1 : 0;
        this.state = State.REPORTED;
        this.reportNumber = reportNumber;
        this.reportedAt = reportedAt;
        this.reportedBy = by;
        this.nextCheckAt = nextCheckAt;
    }

    /** Not now, or no: the question comes again at that time, or, when it is null, never. */
    void notReported(DeclineReason reason, Instant askAgainAt) {
        require(state == State.ADVISED);
        this.reporter = null;
        this.declineReason = reason;
        this.timesAsked++;
        this.askAgainAt = askAgainAt;
        if (askAgainAt == null) {
            this.state = State.DECLINED;
        }
    }

    void protection(Protection now, LocalDate at) {
        require(state == State.REPORTED);
        this.protection = now;
        this.protectionAt = at;
    }

    void outcome(Outcome outcome, LocalDate at, Instant nextCheckAt) {
        require(state == State.REPORTED);
        this.outcome = outcome;
        this.outcomeAt = at;
        this.nextCheckAt = nextCheckAt;
        if (outcome.isFinal()) {
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

    /** Who is to report, by the exposed person's decision, or null before it. */
    public ReportedBy reporter() {
        return reporter;
    }

    public String reportNumber() {
        return reportNumber;
    }

    public LocalDate reportedAt() {
        return reportedAt;
    }

    /** Who made the report. */
    public ReportedBy reportedBy() {
        return reportedBy;
    }

    public DeclineReason declineReason() {
        return declineReason;
    }

    /** How often the exposed person has been asked. */
    public int timesAsked() {
        return timesAsked;
    }

    /** From when the question stands again, or null when it has not been put off. */
    public Instant askAgainAt() {
        return askAgainAt;
    }

    public Protection protection() {
        return protection;
    }

    /** The day when åtkomstskydd was asked for, granted or refused. */
    public LocalDate protectionAt() {
        return protectionAt;
    }

    public Outcome outcome() {
        return outcome;
    }

    public LocalDate outcomeAt() {
        return outcomeAt;
    }

    /** When it is looked at next; null where there is nothing to wait for. */
    public Instant nextCheckAt() {
        return nextCheckAt;
    }

    /** Whether the exposed person has not wanted to report yet, and has said nothing else since. */
    public boolean isPutOff() {
        return state == State.ADVISED && timesAsked > 0 && reporter == null;
    }

    /** Whether the report to the police has been made. */
    public boolean isReported() {
        return state == State.REPORTED || state == State.DECIDED;
    }

    public boolean isOpen() {
        return state == State.ADVISED || state == State.TO_REPORT || state == State.REPORTED;
    }
}
