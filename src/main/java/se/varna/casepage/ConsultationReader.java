package se.varna.casepage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Action;
import se.varna.access.Relation;
import se.varna.access.Sight;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Phase;
import se.varna.common.Choice;
import se.varna.consultation.Consultation;
import se.varna.consultation.ConsultationEntry;
import se.varna.consultation.ConsultationEntry.EntryKind;
import se.varna.consultation.Consultations;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.Responsibilities;

/** What the case's page shows of its consultations. What was said is for the two sides that it was said to. */
@Component
@Transactional(readOnly = true)
class ConsultationReader {

    private final Consultations consultations;
    private final CaseFiles cases;
    private final Responsibilities responsibilities;
    private final Directory directory;
    private final FunctionNames names;

    ConsultationReader(
            Consultations consultations,
            CaseFiles cases,
            Responsibilities responsibilities,
            Directory directory,
            FunctionNames names) {
        this.consultations = consultations;
        this.cases = cases;
        this.responsibilities = responsibilities;
        this.directory = directory;
        this.names = names;
    }

    /**
     * What there is to see and do.
     *
     * @param open the open consultation, where the reader takes part in it without holding the case
     * @param mayPropose whether a proposal can be made now
     * @param mayWithdraw whether the open proposal is that of the reader's side
     * @param handsBack whether the reader is to name the unit that takes the case back
     * @param units those units
     * @param back whether the case would go to a unit
     */
    record Shown(
            List<ConsultationRound> open,
            boolean mayPropose,
            boolean mayWithdraw,
            boolean handsBack,
            List<Choice> units,
            boolean back) {}

    Shown of(String number, Sight sight) {
        CaseFile file = cases.get(number);
        Consultation open = consultations.open(number).orElse(null);
        boolean holds = sight.relations().contains(Relation.OWNER);
        boolean asked = sight.relations().contains(Relation.CONSULTATION);
        boolean back = file.owner().function() == Owner.Function.SECURITY_AND_PREPAREDNESS;
        boolean mayPropose = open == null
                && sight.may(Action.PROPOSE_CONSULTATION)
                && file.responsible().function() != Owner.Function.PARTY
                && file.phase() != Phase.CLOSED;
        return new Shown(
                open != null && asked && !holds ? List.of(round(open)) : List.of(),
                mayPropose,
                open != null
                        && sight.may(Action.WITHDRAW_CONSULTATION)
                        && (open.proposedBy() == Consultation.Side.HOLDER && holds
                                || open.proposedBy() == Consultation.Side.TAKER && asked),
                mayPropose && back && holds,
                mayPropose && back && holds ? units() : List.of(),
                back);
    }

    private List<Choice> units() {
        return responsibilities.possibleOwners().stream()
                .filter(owner -> owner.function() == Owner.Function.LOCAL_SECURITY_OFFICER)
                .map(owner -> new Choice(owner.code(), names.name(owner)))
                .toList();
    }

    /** Those of the case's consultations in which its owner has taken part. */
    List<ConsultationRound> rounds(CaseFile file) {
        return consultations.of(file.number()).stream()
                .filter(consultation -> file.owner().equals(consultation.holder())
                        || file.owner().equals(consultation.taker()))
                .map(this::round)
                .toList();
    }

    private ConsultationRound round(Consultation consultation) {
        List<ConsultationEntry> entries = consultations.entries(consultation.id());
        Map<Long, Instant> moments =
                entries.stream().collect(Collectors.toMap(ConsultationEntry::id, ConsultationEntry::at));
        return new ConsultationRound(
                consultation.stage(),
                names.named(consultation.holder()),
                names.named(consultation.taker()),
                consultation.questionMoved(),
                entries.stream()
                        .map(entry -> entry(consultation, entry, moments))
                        .toList());
    }

    private ConsultationRound.Entry entry(
            Consultation consultation, ConsultationEntry entry, Map<Long, Instant> moments) {
        Owner speaker = consultation.speaker(entry.kind());
        return new ConsultationRound.Entry(
                entry.at(),
                entry.kind(),
                speaker == null ? null : names.named(speaker),
                directory.nameOf(entry.person()),
                entry.text(),
                entry.attempts(),
                entry.answer(),
                entry.ground(),
                entry.kind() == EntryKind.STATEMENT ? entry.parts() : null,
                entry.signed(),
                entry.onEntry() == null ? null : moments.get(entry.onEntry()));
    }
}
