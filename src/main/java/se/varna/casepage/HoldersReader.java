package se.varna.casepage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Disclosure;
import se.varna.casefile.EventKind;
import se.varna.casefile.Holding;
import se.varna.common.Labels;
import se.varna.consultation.ConsultationEntry;
import se.varna.consultation.Consultations;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.Responsibilities;
import se.varna.responsibility.ResponsibilityDecision;

/** Who has held a case, when and why, and what was handed over on the way (R26: never without an owner). */
@Component
class HoldersReader {

    private static final Set<EventKind> AFTER_CONSULTATION =
            EnumSet.of(EventKind.CASE_TRANSFERRED, EventKind.CASE_TRANSFERRED_ALONE);

    private final CaseFiles cases;
    private final Responsibilities responsibilities;
    private final Consultations consultations;
    private final FunctionNames functions;
    private final Directory directory;
    private final Labels labels;
    private final Clock clock;

    HoldersReader(
            CaseFiles cases,
            Responsibilities responsibilities,
            Consultations consultations,
            FunctionNames functions,
            Directory directory,
            Labels labels,
            Clock clock) {
        this.cases = cases;
        this.responsibilities = responsibilities;
        this.consultations = consultations;
        this.functions = functions;
        this.directory = directory;
        this.labels = labels;
        this.clock = clock;
    }

    List<FullCase.Held> holders(String number) {
        Map<Long, ResponsibilityDecision> decisions = responsibilities.decisionsById(number);
        return cases.holdings(number).stream()
                .map(holding -> new FullCase.Held(
                        functions.named(holding.holder()),
                        holding.since(),
                        holding.until(),
                        lasted(holding.since(), holding.until()),
                        why(number, holding, Optional.ofNullable(decisions.get(holding.decision())))))
                .toList();
    }

    /** How that decision came about; null when it is the table's alone. */
    String how(String number, ResponsibilityDecision decision) {
        return cases.holdings(number).stream()
                .filter(holding -> decision.id().equals(holding.decision()))
                .filter(holding -> AFTER_CONSULTATION.contains(holding.event()))
                .map(this::signed)
                .findFirst()
                .orElse(
                        decision.chosen() == null
                                ? null
                                : labels.text("held.decidedBy", directory.nameOf(decision.decidedBy())));
    }

    private String signed(Holding holding) {
        return labels.text(
                holding.event() == EventKind.CASE_TRANSFERRED_ALONE ? "held.concludedAlone" : "held.consulted");
    }

    private String lasted(Instant since, Instant until) {
        Duration time = Duration.between(since, until == null ? clock.instant() : until);
        if (time.toDays() > 0) {
            return labels.text("held.days", time.toDays());
        }
        return time.toHours() > 0
                ? labels.text("held.hours", time.toHours())
                : labels.text("held.minutes", time.toMinutes());
    }

    private List<String> why(String number, Holding holding, Optional<ResponsibilityDecision> decision) {
        return switch (holding.event()) {
            case RESPONSIBILITY_DECIDED ->
                decision.map(made -> byTable(made, holding)).orElse(List.of());
            case RESPONSIBILITY_CHANGED -> decision.map(this::byPerson).orElseGet(() -> List.of(byConsent(holding)));
            default -> afterConsultation(number, holding, decision);
        };
    }

    private List<String> byTable(ResponsibilityDecision decision, Holding holding) {
        List<String> why = new ArrayList<>(List.of(decision.reason(), row(decision)));
        if (!decision.responsible().equals(holding.holder())) {
            why.add(labels.text("held.forParty"));
        }
        return why;
    }

    private List<String> byPerson(ResponsibilityDecision decision) {
        List<String> why = new ArrayList<>();
        if (decision.chosen() == null) {
            why.addAll(List.of(decision.reason(), row(decision)));
        } else {
            why.add(labels.text("held.decidedBy", directory.nameOf(decision.decidedBy())));
            why.add(decision.chosenReason());
            if (!decision.chosenRules().isEmpty()) {
                why.add(labels.text("held.rules", labels.of(decision.chosenRules())));
            }
        }
        return why;
    }

    /** The exposed person has said yes or no to their party, or the party has got or lost its officer. */
    private String byConsent(Holding holding) {
        String said = holding.actor() == null ? "officer" : "consent";
        boolean party = holding.holder().function() == Owner.Function.PARTY;
        return labels.text("held." + said + (party ? ".yes" : ".no"));
    }

    /** Whether both have signed or one has concluded it alone, who signed and when, and what the decision rests on. */
    private List<String> afterConsultation(String number, Holding holding, Optional<ResponsibilityDecision> decision) {
        List<String> why = new ArrayList<>();
        why.add(signed(holding));
        consultations.before(number, holding.since()).stream()
                .flatMap(consultation -> consultations.entries(consultation.id()).stream())
                .filter(ConsultationEntry::signed)
                .map(entry -> labels.text(
                        "held.signed." + entry.kind(), directory.nameOf(entry.person()), labels.moment(entry.at())))
                .forEach(why::add);
        decision.ifPresent(made -> {
            why.add(made.chosen() == null ? made.reason() : made.chosenReason());
            if (made.chosen() == null) {
                why.add(row(made));
            }
        });
        return why;
    }

    private String row(ResponsibilityDecision decision) {
        return labels.text("held.row", decision.row(), String.join(", ", decision.rules()));
    }

    List<FullCase.Handed> disclosures(String number) {
        return cases.disclosures(number).stream().map(this::handed).toList();
    }

    private FullCase.Handed handed(Disclosure given) {
        Owner from = Owner.ofGroup(given.from());
        Owner to = Owner.ofGroup(given.to());
        String what = given.parts().isEmpty()
                ? labels.text("handed.outline")
                : labels.of(given.parts().stream().sorted().toList());
        String ground = given.ground() == null ? labels.text("handed.noGround") : labels.of(given.ground());
        String by = directory.nameOf(given.person());
        String said = by == null
                ? labels.text(
                        "handed.byRule",
                        functions.name(from),
                        functions.name(to),
                        what,
                        ground,
                        labels.of(given.occasion()))
                : labels.text("handed.byPerson", functions.name(from), functions.name(to), what, ground, by);
        return new FullCase.Handed(
                given.at(),
                functions.named(from),
                functions.named(to),
                given.parts().stream().sorted().toList(),
                given.ground(),
                by,
                said);
    }
}
