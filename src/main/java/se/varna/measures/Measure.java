package se.varna.measures;

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
 * One protective measure for one case. From the decision on it always has a day when it is reviewed, and it rests on an
 * assessment (R39–R40) unless it is an acute step. What was done with it, by whom and why, stands in its {@link
 * MeasureEntry entries}.
 */
@Entity
@Table(name = "measure")
public class Measure {

    /** Where a measure stands. */
    public enum State {
        PROPOSED,
        REJECTED,
        APPROVED,
        ORDERED,
        IN_FORCE,
        /** Decided, but it could not be had. */
        ABANDONED,
        ENDED
    }

    /** Who carries a measure out (R41). */
    public enum Provider {
        POLICE,
        SECURITY_COMPANY,
        OWN_ORGANISATION,
        OTHER_AUTHORITY,
        OFFICIAL
    }

    /** Why a measure must be decided upon before its day. */
    public enum Called {
        /** An acute step: the case has now been assessed. */
        ASSESSED,
        LEVEL_DROPPED,
        CASE_CLOSING
    }

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(name = "case_number")
    private String caseNumber;

    private String kind;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "state_since")
    private Instant stateSince;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "proposed_by")
    private String proposedBy;

    private boolean acute;

    @Column(name = "assessed_at")
    private Instant assessedAt;

    @Enumerated(EnumType.STRING)
    private Provider provider;

    @Column(name = "in_force_from")
    private LocalDate inForceFrom;

    @Column(name = "review_at")
    private LocalDate reviewAt;

    @Column(name = "ended_on")
    private LocalDate endedOn;

    @Column(name = "called_at")
    private Instant calledAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "called_for")
    private Called calledFor;

    protected Measure() {}

    /** @param assessedAt when the assessment was made that it rests on; null for an acute step */
    Measure(String caseNumber, String kind, Instant assessedAt, Instant now, String proposedBy) {
        this.id = UUID.randomUUID();
        this.caseNumber = caseNumber;
        this.kind = kind;
        this.acute = assessedAt == null;
        this.assessedAt = assessedAt;
        this.proposedAt = now;
        this.proposedBy = proposedBy;
        enter(State.PROPOSED, now);
    }

    void reject(Instant now) {
        require(state == State.PROPOSED);
        enter(State.REJECTED, now);
    }

    void approve(Provider by, LocalDate review, Instant now) {
        require(state == State.PROPOSED && by != null && review != null);
        provider = by;
        reviewAt = review;
        enter(State.APPROVED, now);
    }

    void order(Instant now) {
        require(state == State.APPROVED);
        enter(State.ORDERED, now);
    }

    /** It could not be had. */
    void abandon(Instant now) {
        require(state == State.APPROVED || state == State.ORDERED);
        enter(State.ABANDONED, now);
    }

    void confirm(LocalDate from, Instant now) {
        require(state == State.ORDERED);
        inForceFrom = from;
        enter(State.IN_FORCE, now);
    }

    /** It goes on, carried out by the same or by another. */
    void goOn(Provider by, LocalDate review) {
        require(state == State.IN_FORCE && by != null && review != null);
        provider = by;
        reviewAt = review;
        calledAt = null;
        calledFor = null;
    }

    void end(LocalDate day, Instant now) {
        require(state == State.IN_FORCE);
        endedOn = day;
        calledAt = null;
        calledFor = null;
        enter(State.ENDED, now);
    }

    /** It must be decided upon now, whatever day it was to be reviewed. */
    void call(Called why, Instant now) {
        require(isDecided());
        calledAt = now;
        calledFor = why;
    }

    /** An acute step rests on the assessment that was made after it. */
    void restsOn(Instant assessment) {
        require(acute && assessedAt == null);
        assessedAt = assessment;
    }

    private void enter(State next, Instant now) {
        state = next;
        stateSince = now;
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

    /** Code of the kind of measure. */
    public String kind() {
        return kind;
    }

    public State state() {
        return state;
    }

    /** When it came into its state. */
    public Instant stateSince() {
        return stateSince;
    }

    /** Whether it was proposed before anyone had assessed the case. */
    public boolean isAcute() {
        return acute;
    }

    /** When the assessment was made that it rests on; null for an acute step in a case that nobody has assessed yet. */
    public Instant assessedAt() {
        return assessedAt;
    }

    public Provider provider() {
        return provider;
    }

    public LocalDate inForceFrom() {
        return inForceFrom;
    }

    /** The day when the measure is reviewed; set as soon as it has been approved. */
    public LocalDate reviewAt() {
        return reviewAt;
    }

    public LocalDate endedOn() {
        return endedOn;
    }

    /** Since when it must be decided upon, whatever its review day; null when that day holds. */
    public Instant calledAt() {
        return calledAt;
    }

    /** Why it must be decided upon now, or null. */
    public Called calledFor() {
        return calledFor;
    }

    /** Whether something remains to be done with it. */
    public boolean isOpen() {
        return state == State.PROPOSED || isDecided();
    }

    /** Whether it is to protect, or already does. */
    public boolean isDecided() {
        return state == State.APPROVED || state == State.ORDERED || state == State.IN_FORCE;
    }
}
