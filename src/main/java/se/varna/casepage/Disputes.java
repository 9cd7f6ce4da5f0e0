package se.varna.casepage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Holding;
import se.varna.common.Choice;
import se.varna.common.web.Choices;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.GuidanceRule;
import se.varna.responsibility.NamedFunction;
import se.varna.responsibility.Responsibilities;
import se.varna.responsibility.ResponsibilityDecision;
import se.varna.responsibility.Settlement;
import se.varna.responsibility.Settlements;

/** Whose the case is, as its page tells it: what has been said about that, when and by whom, and how it was settled. */
@Component("disputes")
class Disputes {

    private final Settlements settlements;
    private final Responsibilities responsibilities;
    private final CaseFiles cases;
    private final Directory directory;
    private final FunctionNames names;
    private final Choices choices;

    Disputes(
            Settlements settlements,
            Responsibilities responsibilities,
            CaseFiles cases,
            Directory directory,
            FunctionNames names,
            Choices choices) {
        this.settlements = settlements;
        this.responsibilities = responsibilities;
        this.cases = cases;
        this.directory = directory;
        this.names = names;
        this.choices = choices;
    }

    /**
     * One time that it was unclear or disputed.
     *
     * @param raised null while nobody has said that it is another's
     * @param answered null while nobody has answered
     * @param decided null until it is settled
     */
    public record Dispute(Instant beganAt, boolean open, Raised raised, Answered answered, Decided decided) {}

    /** @param meant whose they mean that it is */
    public record Raised(Instant at, String by, String reason, NamedFunction meant, Set<Part> attached) {}

    /** @param by null from one who said nothing */
    public record Answered(Instant at, String by, Settlement.Answer answer, String reason) {}

    public record Decided(Instant at, String by, NamedFunction owner, String reason, List<GuidanceRule> rules) {}

    /**
     * Every time, the first one first. What people wrote is a note of theirs, for those who may read the notes of that
     * time, and for those who got the case by it.
     */
    public List<Dispute> of(String number, Sight sight) {
        List<Holding> holdings = cases.holdings(number);
        Long gave = holdings.get(holdings.size() - 1).decision();
        Map<Long, ResponsibilityDecision> decisions = responsibilities.decisionsById(number);
        return settlements.of(number).stream()
                .map(settlement -> dispute(
                        settlement,
                        decisions.get(settlement.decision()),
                        sight.shows(Part.NOTES, settlement.beganAt())
                                || gave != null && gave.equals(settlement.decision())))
                .toList();
    }

    /** The one that those who are asked are to answer now. */
    public Raised asked(String number) {
        return raised(settlements.open(number), true);
    }

    private Dispute dispute(Settlement settlement, ResponsibilityDecision decision, boolean inFull) {
        return new Dispute(
                settlement.beganAt(),
                settlement.isOpen(),
                raised(settlement, inFull),
                settlement.answer() == null
                        ? null
                        : new Answered(
                                settlement.answeredAt(),
                                directory.nameOf(settlement.answeredBy()),
                                settlement.answer(),
                                inFull ? settlement.answerReason() : null),
                decided(decision, inFull));
    }

    /** Whether it is being settled now. */
    public boolean open(String number) {
        return settlements.of(number).stream().anyMatch(Settlement::isOpen);
    }

    /** Those whose one can mean that it is. */
    public List<Choice> owners() {
        return settlements.possibleOwners();
    }

    public List<Choice> parts() {
        return choices.of(Part.class);
    }

    private Raised raised(Settlement settlement, boolean inFull) {
        Owner meant = settlement.meant();
        return meant == null
                ? null
                : new Raised(
                        settlement.raisedAt(),
                        directory.nameOf(settlement.raisedBy()),
                        inFull ? settlement.reason() : null,
                        names.named(meant),
                        new TreeSet<>(settlement.attached()));
    }

    private Decided decided(ResponsibilityDecision decision, boolean inFull) {
        return decision == null
                ? null
                : new Decided(
                        decision.at(),
                        directory.nameOf(decision.decidedBy()),
                        names.named(decision.chosen()),
                        inFull ? decision.chosenReason() : null,
                        decision.chosenRules());
    }
}
