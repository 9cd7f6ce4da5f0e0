package se.varna.responsibility;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import se.varna.directory.Owner;

/** A decision about whose case it is: the table's answer, and beside it what a person has chosen and why. */
@Entity
@Table(name = "responsibility_decision")
public class ResponsibilityDecision {

    private static final int AWAITS_TAKEOVER = 6;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_number")
    private String caseNumber;

    private Instant at;

    @Column(name = "row_number")
    private int row;

    @Enumerated(EnumType.STRING)
    private Owner.Function responsible;

    @Column(name = "responsible_code")
    private String responsibleCode;

    private String[] inform;

    private String[] rules;

    private String reason;

    @Column(name = "decision_version")
    private String decisionVersion;

    @Column(name = "decided_by")
    private String decidedBy;

    @Enumerated(EnumType.STRING)
    private Owner.Function chosen;

    @Column(name = "chosen_code")
    private String chosenCode;

    @Column(name = "chosen_reason")
    private String chosenReason;

    @Column(name = "chosen_rules")
    private String[] chosenRules = {};

    protected ResponsibilityDecision() {}

    ResponsibilityDecision(String caseNumber, Instant at, Outcome outcome, Owner responsible) {
        this.caseNumber = caseNumber;
        this.at = at;
        this.row = outcome.row();
        this.responsible = responsible.function();
        this.responsibleCode = responsible.code();
        this.inform =
                outcome.inform().stream().map(ResponsibilityDecision::write).toArray(String[]::new);
        this.rules = outcome.rules().toArray(String[]::new);
        this.reason = outcome.reason();
        this.decisionVersion = outcome.decisionVersion();
    }

    /**
     * What a person says, beside the table's answer: something else, or the same.
     *
     * @param byRules the guidance's rules that the person goes by, or none
     */
    ResponsibilityDecision chosenBy(String person, Owner owner, String why, List<GuidanceRule> byRules) {
        this.decidedBy = person;
        this.chosen = owner.function();
        this.chosenCode = owner.code();
        this.chosenReason = why;
        this.chosenRules = byRules.stream().map(GuidanceRule::name).toArray(String[]::new);
        return this;
    }

    private static String write(Owner owner) {
        return owner.code() == null ? owner.function().name() : owner.function() + ":" + owner.code();
    }

    private static Owner read(String written) {
        String[] parts = written.split(":", 2);
        return new Owner(Owner.Function.valueOf(parts[0]), parts.length > 1 ? parts[1] : null);
    }

    public Long id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    public int row() {
        return row;
    }

    /** Whether the table has counted with a consultation that both have signed (row 5). */
    boolean isAfterConsultation() {
        return row == 5;
    }

    /** Whether the question has moved, and a takeover waits for both to have signed the consultation (row 6, R30). */
    public boolean awaitsTakeover() {
        return row == AWAITS_TAKEOVER;
    }

    /** The table's answer. */
    public Owner responsible() {
        return new Owner(responsible, responsibleCode);
    }

    public List<Owner> inform() {
        return Stream.of(inform).map(ResponsibilityDecision::read).toList();
    }

    public List<String> rules() {
        return List.of(rules);
    }

    public String reason() {
        return reason;
    }

    public String decisionVersion() {
        return decisionVersion;
    }

    /** The person who decided, or null. */
    public String decidedBy() {
        return decidedBy;
    }

    /** What the person chose, or null when the table alone has answered. */
    public Owner chosen() {
        return chosen == null ? null : new Owner(chosen, chosenCode);
    }

    public String chosenReason() {
        return chosenReason;
    }

    /** The guidance's rules that the person went by. */
    public List<GuidanceRule> chosenRules() {
        return Stream.of(chosenRules).map(GuidanceRule::valueOf).toList();
    }
}
