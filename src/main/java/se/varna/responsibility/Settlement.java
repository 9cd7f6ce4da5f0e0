package se.varna.responsibility;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.varna.access.Part;
import se.varna.common.Refused;
import se.varna.directory.Owner;

/**
 * That somebody is to settle whose a case is: it is unclear (rows 8 and 9), or the one who holds it says that it is
 * another's. Each thing that is said is said once, and kept. There is one at a time in a case, and until it is settled the
 * case stays where it is (R26).
 */
@Entity
@Table(name = "settlement")
public class Settlement {

    public enum State {
        /** The one who holds the case is to say whether it is theirs. */
        UNCLEAR,
        /** The function that they mean is to answer. */
        ASKED,
        /** Säkerhet och Beredskap is to decide. */
        DECIDING,
        SETTLED
    }

    /** What the function that was asked has said. */
    public enum Answer {
        YES,
        NO,
        /** Nothing, in the time it had. */
        SILENT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private Long version;

    @Column(name = "case_number")
    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "began_at")
    private Instant beganAt;

    @Column(name = "raised_at")
    private Instant raisedAt;

    @Column(name = "raised_by")
    private String raisedBy;

    private String reason;

    @Enumerated(EnumType.STRING)
    private Owner.Function meant;

    @Column(name = "meant_code")
    private String meantCode;

    private String[] attached = {};

    @Enumerated(EnumType.STRING)
    private Answer answer;

    @Column(name = "answer_reason")
    private String answerReason;

    @Column(name = "answered_by")
    private String answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    private Long decision;

    protected Settlement() {}

    /** Whose the case is, is unclear from the beginning. */
    Settlement(String caseNumber, Instant now) {
        this.caseNumber = caseNumber;
        this.beganAt = now;
        this.state = State.UNCLEAR;
    }

    /**
     * The one who holds the case says that it is another's.
     *
     * @param asked whether that function is to answer before it is decided
     */
    void raise(Owner owner, String why, Set<Part> parts, boolean asked, String person, Instant now) {
        require(State.UNCLEAR);
        raisedAt = now;
        raisedBy = person;
        reason = why;
        meant = owner.function();
        meantCode = owner.code();
        attached = parts.stream().sorted().map(Part::name).toArray(String[]::new);
        state = asked ? State.ASKED : State.DECIDING;
    }

    /** @param why null from one who said nothing */
    void answer(Answer given, String why, String person, Instant now) {
        require(State.ASKED);
        answer = given;
        answerReason = why;
        answeredBy = person;
        answeredAt = now;
        state = State.DECIDING;
    }

    /** @param from the one who held it has settled it ({@code UNCLEAR}), or Säkerhet och Beredskap ({@code DECIDING}) */
    void settle(State from, Long decidedIn) {
        require(from);
        decision = decidedIn;
        state = State.SETTLED;
    }

    void require(State expected) {
        if (state != expected) {
            throw Refused.because("case.wrongPhase");
        }
    }

    public Long id() {
        return id;
    }

    public State state() {
        return state;
    }

    public boolean isOpen() {
        return state != State.SETTLED;
    }

    public Instant beganAt() {
        return beganAt;
    }

    /** When the one who held the case said that it is another's; null when they never have. */
    public Instant raisedAt() {
        return raisedAt;
    }

    public String raisedBy() {
        return raisedBy;
    }

    public String reason() {
        return reason;
    }

    /** Whose they mean that it is; null until they have said so. A party stands without its code. */
    public Owner meant() {
        return meant == null ? null : new Owner(meant, meantCode);
    }

    /** The parts that go to those who answer, and along with the case. */
    public Set<Part> attached() {
        return Stream.of(attached).map(Part::valueOf).collect(Collectors.toSet());
    }

    /** Null while the answer is waited for, and where nobody was asked. */
    public Answer answer() {
        return answer;
    }

    public String answerReason() {
        return answerReason;
    }

    public String answeredBy() {
        return answeredBy;
    }

    public Instant answeredAt() {
        return answeredAt;
    }

    /** Id of the decision about responsibility that settled it, or null. */
    public Long decision() {
        return decision;
    }

    /** The moment from which the time is counted of the one who is to say something now. */
    Instant waitingSince() {
        return switch (state) {
            case UNCLEAR -> beganAt;
            case ASKED -> raisedAt;
            case DECIDING, SETTLED -> answeredAt == null ? raisedAt : answeredAt;
        };
    }
}
