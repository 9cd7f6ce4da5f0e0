package se.varna.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import se.varna.common.Refused;
import se.varna.directory.Owner;

/**
 * A consultation about whether another function takes a case over from the one that holds it: Säkerhet och Beredskap from
 * a unit's local security officer, or the other way round (R29, R30). It guards its own course; what was said in it is
 * kept as {@link ConsultationEntry}. Until both have signed, the holder keeps the case.
 */
@Entity
@Table(name = "consultation")
public class Consultation {

    /** Where a consultation stands. */
    public enum Stage {
        /** The holder is to state how they see it. */
        PROPOSED,
        /** The one who is asked to take over is to answer. */
        STATED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN,
        /** Säkerhet och Beredskap has taken over without the statement that nobody gave, after documented attempts. */
        CONCLUDED_ALONE
    }

    /** The answer of the one who is asked to take over. */
    public enum Answer {
        ACCEPT,
        DECLINE,
        ASK_MORE
    }

    /** From whom a proposal comes. */
    public enum Side {
        HOLDER,
        TAKER,
        /** Follows from the question having moved; nobody withdraws it, since nobody's wish is behind it. */
        APPLICATION
    }

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(name = "case_number")
    private String caseNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private Stage stage;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "proposed_by_side")
    private Side proposedBy;

    @Enumerated(EnumType.STRING)
    private Owner.Function holder;

    @Column(name = "holder_code")
    private String holderCode;

    @Enumerated(EnumType.STRING)
    private Owner.Function taker;

    @Column(name = "taker_code")
    private String takerCode;

    @Column(name = "question_moved")
    private boolean questionMoved;

    @Column(name = "waiting_since")
    private Instant waitingSince;

    @Column(name = "process_instance")
    private String processInstance;

    protected Consultation() {}

    Consultation(String caseNumber, Instant now, Side proposedBy, Owner holder, Owner taker, boolean questionMoved) {
        this.id = UUID.randomUUID();
        this.caseNumber = caseNumber;
        this.stage = Stage.PROPOSED;
        this.proposedAt = now;
        this.proposedBy = proposedBy;
        this.holder = holder.function();
        this.holderCode = holder.code();
        this.taker = taker.function();
        this.takerCode = taker.code();
        this.questionMoved = questionMoved;
        this.waitingSince = now;
    }

    void carriedBy(String instance) {
        processInstance = instance;
    }

    void state(Instant now) {
        require(stage == Stage.PROPOSED);
        stage = Stage.STATED;
        waitingSince = now;
    }

    void answer(Answer given, Instant now) {
        require(stage == Stage.STATED);
        stage = switch (given) {
            case ACCEPT -> Stage.ACCEPTED;
            case DECLINE -> Stage.DECLINED;
            case ASK_MORE -> Stage.PROPOSED;
        };
        waitingSince = now;
    }

    void withdraw() {
        require(isOpen());
        stage = Stage.WITHDRAWN;
    }

    /** Without the holder's statement: only Säkerhet och Beredskap ever takes a case so; a silent unit never gets one. */
    void concludeAlone() {
        require(stage == Stage.PROPOSED && mayBeConcludedAlone());
        stage = Stage.CONCLUDED_ALONE;
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

    public Stage stage() {
        return stage;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public Side proposedBy() {
        return proposedBy;
    }

    /** Who has the case, and states first. */
    public Owner holder() {
        return new Owner(holder, holderCode);
    }

    /** Who is asked to take it over. */
    public Owner taker() {
        return new Owner(taker, takerCode);
    }

    /** Whether the proposal says that the political question has moved: to the council, or back to the unit. */
    public boolean questionMoved() {
        return questionMoved;
    }

    public boolean isOpen() {
        return stage == Stage.PROPOSED || stage == Stage.STATED;
    }

    /** Whose turn it is, or last was. */
    public Owner awaited() {
        return stage == Stage.PROPOSED ? holder() : taker();
    }

    boolean mayBeConcludedAlone() {
        return taker == Owner.Function.SECURITY_AND_PREPAREDNESS;
    }

    /** From when the one whose turn it is has been waited for. */
    Instant waitingSince() {
        return waitingSince;
    }

    String processInstance() {
        return processInstance;
    }

    /** The function that speaks in an entry of that kind; null where the application does. */
    public Owner speaker(ConsultationEntry.EntryKind kind) {
        return switch (kind) {
            case STATEMENT -> holder();
            case ANSWER, CONCLUSION -> taker();
            case PROPOSAL, WITHDRAWAL ->
                switch (proposedBy) {
                    case HOLDER -> holder();
                    case TAKER -> taker();
                    case APPLICATION -> null;
                };
        };
    }
}
