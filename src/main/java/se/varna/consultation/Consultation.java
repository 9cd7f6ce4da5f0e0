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
import se.varna.casefile.SecrecyGround;
import se.varna.common.Refused;

/** A consultation about a takeover: the proposal, the officer's statement and the answer, each with its signature. */
@Entity
@Table(name = "consultation")
public class Consultation {

    /** Where a consultation stands. */
    public enum State {
        PROPOSED,
        STATED,
        ACCEPTED,
        DECLINED
    }

    /** Säkerhet och Beredskap's answer. */
    public enum Answer {
        ACCEPT,
        DECLINE,
        ASK_MORE
    }

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(name = "case_number")
    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "proposed_by")
    private String proposedBy;

    private String reason;

    private String statement;

    @Column(name = "statement_by")
    private String statementBy;

    @Column(name = "statement_at")
    private Instant statementAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "secrecy_ground")
    private SecrecyGround secrecyGround;

    @Enumerated(EnumType.STRING)
    private Answer answer;

    @Column(name = "answer_reason")
    private String answerReason;

    @Column(name = "answer_by")
    private String answerBy;

    @Column(name = "answer_at")
    private Instant answerAt;

    protected Consultation() {}

    Consultation(String caseNumber, Instant now, String proposedBy, String reason) {
        this.id = UUID.randomUUID();
        this.caseNumber = caseNumber;
        this.state = State.PROPOSED;
        this.proposedAt = now;
        this.proposedBy = proposedBy;
        this.reason = reason;
    }

    void state(String text, SecrecyGround ground, String person, Instant now) {
        require(state == State.PROPOSED);
        this.state = State.STATED;
        this.statement = text;
        this.secrecyGround = ground;
        this.statementBy = person;
        this.statementAt = now;
    }

    void answer(Answer given, String why, String person, Instant now) {
        require(state == State.STATED);
        this.answer = given;
        this.answerReason = why;
        this.answerBy = person;
        this.answerAt = now;
        this.state = switch (given) {
            case ACCEPT -> State.ACCEPTED;
            case DECLINE -> State.DECLINED;
            case ASK_MORE -> State.PROPOSED;
        };
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

    public Instant proposedAt() {
        return proposedAt;
    }

    public String reason() {
        return reason;
    }

    public String statement() {
        return statement;
    }

    public String statementBy() {
        return statementBy;
    }

    public Instant statementAt() {
        return statementAt;
    }

    public SecrecyGround secrecyGround() {
        return secrecyGround;
    }

    public String answerReason() {
        return answerReason;
    }

    public String answerBy() {
        return answerBy;
    }

    public Instant answerAt() {
        return answerAt;
    }

    public boolean isOpen() {
        return state == State.PROPOSED || state == State.STATED;
    }

    /** The start of what the task's time is counted from. */
    Instant waitingSince() {
        return switch (state) {
            case STATED -> statementAt;
            default -> answerAt == null ? proposedAt : answerAt;
        };
    }
}
