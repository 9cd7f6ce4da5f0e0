package se.varna.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import se.varna.access.Part;

/**
 * That one function has let another know parts of a case, on which ground in the secrecy act and by whom (OSL 8:1). What
 * has not been let known stays unseen, also by the next one who holds the case.
 */
@Entity
@DynamicUpdate
@Table(name = "disclosure")
public class Disclosure {

    /** In which way it came about. */
    public enum Occasion {
        /** Who, which unit and which level, to those whom the decision names (R28); the ground is set beforehand. */
        INFORMATION_COPY,
        /** Nobody had called or answered in time; the ground is set beforehand. */
        MISSED_DEADLINE,
        /** What the owner attached when they disputed that the case is theirs; the ground is set beforehand. */
        DISPUTE,
        /** What the holder chose in a consultation (R30). */
        CONSULTATION,
        /** More, later on. */
        LATER,
        /** The exposed person has said yes to their party. */
        CONSENT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    private Instant at;

    private String person;

    @Column(name = "from_group")
    private String from;

    @Column(name = "to_group")
    private String to;

    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    @Enumerated(EnumType.STRING)
    private SecrecyGround ground;

    private String[] parts;

    @Column(name = "covers_until")
    private Instant coversUntil;

    protected Disclosure() {}

    Disclosure(
            String caseNumber,
            Instant at,
            String person,
            String from,
            String to,
            Occasion occasion,
            SecrecyGround ground,
            Set<Part> parts,
            Instant coversUntil) {
        this.caseNumber = caseNumber;
        this.at = at;
        this.person = person;
        this.from = from;
        this.to = to;
        this.occasion = occasion;
        this.ground = ground;
        this.parts = parts.stream().sorted().map(Part::name).toArray(String[]::new);
        this.coversUntil = coversUntil;
    }

    void coversUntil(Instant moment) {
        coversUntil = moment;
    }

    public Instant at() {
        return at;
    }

    /** Id of the person who decided it, or null when it follows from a rule. */
    public String person() {
        return person;
    }

    /** The group that held the case and let another know. */
    public String from() {
        return from;
    }

    public String to() {
        return to;
    }

    public Occasion occasion() {
        return occasion;
    }

    /** The ground in the secrecy act; null where the one who gives is a party, which that act does not bind. */
    public SecrecyGround ground() {
        return ground;
    }

    /** The parts; empty when it was who, which unit and which level alone. */
    public Set<Part> parts() {
        return Stream.of(parts).map(Part::valueOf).collect(Collectors.toSet());
    }

    /** The moment before which something must have come about to be covered, or null while its giver holds the case. */
    public Instant coversUntil() {
        return coversUntil;
    }
}
