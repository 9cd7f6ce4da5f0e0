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

/** One protective measure for one case. In force it always has a day when it is reviewed. */
@Entity
@Table(name = "measure")
public class Measure {

    /** Where a measure stands. */
    public enum State {
        PROPOSED,
        REJECTED,
        APPROVED,
        IN_FORCE,
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

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(name = "case_number")
    private String caseNumber;

    private String kind;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Enumerated(EnumType.STRING)
    private Provider provider;

    @Column(name = "in_force_from")
    private LocalDate inForceFrom;

    @Column(name = "review_at")
    private LocalDate reviewAt;

    private String reason;

    @Column(name = "reason_at")
    private Instant reasonAt;

    protected Measure() {}

    Measure(String caseNumber, String kind, Instant now, String proposedBy) {
        this.id = UUID.randomUUID();
        this.caseNumber = caseNumber;
        this.kind = kind;
        this.state = State.PROPOSED;
        this.proposedAt = now;
        this.proposedBy = proposedBy;
    }

    void reject(String why, Instant now) {
        require(state == State.PROPOSED);
        state = State.REJECTED;
        because(why, now);
    }

    void approve(Provider provider, LocalDate reviewAt, String why, Instant now) {
        require(state == State.PROPOSED && reviewAt != null && provider != null);
        this.state = State.APPROVED;
        this.provider = provider;
        this.reviewAt = reviewAt;
        because(why, now);
    }

    void confirm(LocalDate from) {
        require(state == State.APPROVED);
        state = State.IN_FORCE;
        inForceFrom = from;
    }

    void extend(LocalDate until, String why, Instant now) {
        require(state == State.IN_FORCE && until != null);
        reviewAt = until;
        because(why, now);
    }

    void end(String why, Instant now) {
        require(state == State.IN_FORCE);
        state = State.ENDED;
        because(why, now);
    }

    private void because(String why, Instant now) {
        reason = why;
        reasonAt = now;
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

    public Instant proposedAt() {
        return proposedAt;
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

    /** Why it was decided, extended or ended: the latest reason. */
    public String reason() {
        return reason;
    }

    /** When that reason was written. */
    public Instant reasonAt() {
        return reasonAt;
    }

    public boolean isOpen() {
        return state == State.PROPOSED || state == State.APPROVED || state == State.IN_FORCE;
    }
}
