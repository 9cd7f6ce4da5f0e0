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
import org.hibernate.annotations.DynamicUpdate;
import se.varna.directory.Owner;

/** That a function has held a case, from when to when, and what gave it to them. A case has one holder at a time (R26). */
@Entity
@DynamicUpdate
@Table(name = "holding")
public class Holding {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private Owner.Function function;

    private String code;

    @Column(name = "group_id")
    private String group;

    private Instant since;

    private Instant until;

    @Enumerated(EnumType.STRING)
    private EventKind event;

    private String actor;

    private Long decision;

    protected Holding() {}

    Holding(String caseNumber, Owner holder, Instant since, EventKind event, String actor, Long decision) {
        this.caseNumber = caseNumber;
        this.function = holder.function();
        this.code = holder.code();
        this.group = holder.group();
        this.since = since;
        this.event = event;
        this.actor = actor;
        this.decision = decision;
    }

    void endsAt(Instant now) {
        until = now;
    }

    public Owner holder() {
        return new Owner(function, code);
    }

    public Instant since() {
        return since;
    }

    /** When it went to the next one, or null while they hold it. */
    public Instant until() {
        return until;
    }

    /** What gave it to them: the first decision, a consultation, a settled dispute, a consent. */
    public EventKind event() {
        return event;
    }

    /** Id of the person who gave or took it, or null when the application did. */
    public String actor() {
        return actor;
    }

    /** Id of the decision about responsibility that it followed, or null. */
    public Long decision() {
        return decision;
    }
}
