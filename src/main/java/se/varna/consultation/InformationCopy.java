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
 * That a function has been told of a case that another holds: who, which unit and which level (R28). It waits until
 * somebody there has taken it in, or until the function holds the case itself.
 */
@Entity
@Table(name = "information_copy")
public class InformationCopy {

    /** What the told function says when it has taken the information in. */
    public enum Answer {
        ACKNOWLEDGE,
        /** With advice to the one who holds the case (R46). */
        ADVISE,
        /** With a proposal to take the case over (R29); for Säkerhet och Beredskap alone. */
        PROPOSE
    }

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(name = "case_number")
    private String caseNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "told_function")
    private Owner.Function toldFunction;

    @Column(name = "told_code")
    private String toldCode;

    @Column(name = "told_group")
    private String toldGroup;

    private Instant at;

    @Column(name = "told_by")
    private String toldBy;

    private String reason;

    @Column(name = "asks_advice")
    private boolean asksAdvice;

    @Column(name = "process_instance")
    private String processInstance;

    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    private String acknowledgedBy;

    @Enumerated(EnumType.STRING)
    private Answer answer;

    private String advice;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected InformationCopy() {}

    InformationCopy(String caseNumber, Owner told, Instant at, String toldBy, String reason, boolean asksAdvice) {
        this.id = UUID.randomUUID();
        this.caseNumber = caseNumber;
        this.toldFunction = told.function();
        this.toldCode = told.code();
        this.toldGroup = told.group();
        this.at = at;
        this.toldBy = toldBy;
        this.reason = reason;
        this.asksAdvice = asksAdvice;
    }

    void carriedBy(String instance) {
        processInstance = instance;
    }

    String processInstance() {
        return processInstance;
    }

    /** @param text the advice, or null */
    void takenIn(Answer given, String text, String person, Instant now) {
        if (!isOpen()) {
            throw Refused.because("case.wrongPhase");
        }
        answer = given;
        advice = text;
        acknowledgedBy = person;
        acknowledgedAt = now;
    }

    /** The function holds the case itself now, or may no longer know of it: nobody has to take this in, and nobody has. */
    void end(Instant now) {
        endedAt = now;
    }

    public UUID id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** The function that has been told. */
    public Owner told() {
        return new Owner(toldFunction, toldCode);
    }

    public Instant at() {
        return at;
    }

    /** Id of the person who told them, or null when it follows from the decision about responsibility. */
    public String toldBy() {
        return toldBy;
    }

    /** Why they need to know, in the words of the one who told them, or null; the question where advice is asked for. */
    public String reason() {
        return reason;
    }

    /** Whether they were told since a party, or somebody whose case a party holds, asks them for advice (R42). */
    public boolean asksAdvice() {
        return asksAdvice;
    }

    /** When somebody took it in, or null. */
    public Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    public String acknowledgedBy() {
        return acknowledgedBy;
    }

    public Answer answer() {
        return answer;
    }

    /** The advice that came with the answer, or null. */
    public String advice() {
        return advice;
    }

    /** Whether it still waits for somebody to take it in. */
    public boolean isOpen() {
        return acknowledgedAt == null && endedAt == null;
    }
}
