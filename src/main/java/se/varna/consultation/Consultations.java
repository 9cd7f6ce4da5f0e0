package se.varna.consultation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Part;
import se.varna.access.Relation;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Disclosure;
import se.varna.casefile.EventKind;
import se.varna.casefile.Holding;
import se.varna.casefile.OpenInCase;
import se.varna.casefile.OpenMatters;
import se.varna.casefile.Phase;
import se.varna.casefile.SecrecyGround;
import se.varna.casefile.TimelineEvent;
import se.varna.common.Labels;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.consultation.ConsultationEntry.EntryKind;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;
import se.varna.responsibility.AnswerDeadline;
import se.varna.responsibility.Responsibilities;

/**
 * Consultations about who is to have a case, between a unit's local security officer and Säkerhet och Beredskap, in either
 * direction (R29, R30). Until both have signed, the holder keeps the case and its duty; no time moves it. From one unit to
 * another a case goes by a dispute, and a party's case by consent alone.
 */
@Service
@Transactional
public class Consultations implements OpenMatters {

    private static final String PROCESS = "consultation";
    private static final String WITHDRAWN = "ConsultationWithdrawn";
    private static final String CODE = "consultation";
    private static final String SETTLEMENT = "settlement";

    private final ConsultationRepository consultations;
    private final ConsultationEntries entries;
    private final CaseFiles cases;
    private final Responsibilities responsibilities;
    private final Directory directory;
    private final OpenInCase openInCase;
    private final Processes processes;
    private final AnswerDeadline deadline;
    private final Labels labels;
    private final Mail mail;
    private final Clock clock;

    Consultations(
            ConsultationRepository consultations,
            ConsultationEntries entries,
            CaseFiles cases,
            Responsibilities responsibilities,
            Directory directory,
            OpenInCase openInCase,
            Processes processes,
            AnswerDeadline deadline,
            Labels labels,
            Mail mail,
            Clock clock) {
        this.consultations = consultations;
        this.entries = entries;
        this.cases = cases;
        this.responsibilities = responsibilities;
        this.directory = directory;
        this.openInCase = openInCase;
        this.processes = processes;
        this.deadline = deadline;
        this.labels = labels;
        this.mail = mail;
        this.clock = clock;
    }

    // --- the proposal

    /**
     * What somebody proposes.
     *
     * @param questionMoved whether the political question has moved: to the council, or back to the unit
     * @param unit code of the unit that is to take the case back, when Säkerhet och Beredskap holds it and hands it back;
     *     a unit that has held it and wants it back need not name itself
     */
    public record Proposal(String reason, boolean questionMoved, String unit) {}

    /**
     * Proposes that Säkerhet och Beredskap takes the case over from its local security officer, or that a local security
     * officer takes it over from them.
     *
     * @throws Refused without a reason, when the person stands on neither side, when the case is a party's or closed, or
     *     when its owner is being settled already, here or otherwise
     */
    public void propose(String caseNumber, Proposal proposal, String person) {
        CaseFile file = cases.getAlone(caseNumber);
        refuseUnlessPossible(file);
        Problems problems = new Problems();
        problems.checkWritten("reason", proposal.reason(), CaseFiles.LONGEST_TEXT);
        problems.refuseIfAny();
        Owner taker = takerOf(file, proposal.unit(), person);
        start(file, taker, sideOf(person, file.owner(), taker), proposal.questionMoved(), proposal.reason(), person);
    }

    /**
     * Proposes, as the one who has assessed the case, that Säkerhet och Beredskap takes it over. Why they chose the level
     * is a note of the case and stays there: the other side reads proposals before anything has been handed over.
     *
     * @throws Refused also when no local security officer holds it
     */
    public void proposeAfterAssessment(String caseNumber, String person) {
        if (cases.get(caseNumber).owner().function() != Owner.Function.LOCAL_SECURITY_OFFICER) {
            throw Refused.because("consultation.notWithLocalOfficer");
        }
        propose(caseNumber, new Proposal(labels.text("consultation.afterAssessment"), false, null), person);
    }

    /** Proposes it by itself, since the political question has moved to the council; once, however often it is told. */
    public void proposeForMovedQuestion(String caseNumber) {
        if (isDueForMovedQuestion(caseNumber)) {
            CaseFile file = cases.get(caseNumber);
            String reason = labels.text("consultation.questionMoved");
            start(file, Owner.SECURITY_AND_PREPAREDNESS, Consultation.Side.APPLICATION, true, reason, null);
        }
    }

    /** Whether a takeover waits for a consultation (row 6), and nothing about the case's owner is under way already. */
    @Transactional(readOnly = true)
    public boolean isDueForMovedQuestion(String caseNumber) {
        return responsibilities.awaitsTakeover(caseNumber)
                && open(caseNumber).isEmpty()
                && !openInCase.has(SETTLEMENT, caseNumber);
    }

    private void refuseUnlessPossible(CaseFile file) {
        if (file.responsible().function() == Owner.Function.PARTY) {
            throw Refused.because("consultation.party");
        }
        if (file.phase() == Phase.CLOSED) {
            throw Refused.because("consultation.closed");
        }
        if (open(file.number()).isPresent()) {
            throw Refused.because("consultation.alreadyOpen");
        }
        if (openInCase.has(SETTLEMENT, file.number())) {
            throw Refused.because("consultation.ownerBeingSettled");
        }
    }

    private Owner takerOf(CaseFile file, String unit, String person) {
        if (file.owner().function() == Owner.Function.LOCAL_SECURITY_OFFICER) {
            return Owner.SECURITY_AND_PREPAREDNESS;
        }
        if (!actsFor(person, file.owner())) {
            return cases.holdings(file.number()).stream()
                    .map(Holding::holder)
                    .filter(former -> former.function() == Owner.Function.LOCAL_SECURITY_OFFICER)
                    .filter(former -> actsFor(person, former))
                    .reduce((earlier, later) -> later)
                    .orElseThrow(() -> Refused.because("consultation.otherSide"));
        }
        Owner taker = Owner.localOfficer(unit);
        if (unit == null || !responsibilities.possibleOwners().contains(taker)) {
            throw Refused.at("unit", "consultation.unit");
        }
        if (directory.members(taker.group()).isEmpty()) {
            throw Refused.at("unit", "consultation.nobodyThere");
        }
        return taker;
    }

    private Consultation.Side sideOf(String person, Owner holder, Owner taker) {
        if (actsFor(person, holder)) {
            return Consultation.Side.HOLDER;
        }
        if (actsFor(person, taker)) {
            return Consultation.Side.TAKER;
        }
        throw Refused.because("consultation.otherSide");
    }

    private boolean actsFor(String person, Owner owner) {
        return directory.groups(person).contains(directory.actingGroup(owner));
    }

    private void start(
            CaseFile file, Owner taker, Consultation.Side by, boolean questionMoved, String reason, String person) {
        String number = file.number();
        Consultation consultation =
                onlyOne(new Consultation(number, clock.instant(), by, file.owner(), taker, questionMoved));
        ConsultationEntry entry =
                entries.save(ConsultationEntry.proposal(consultation.id(), clock.instant(), person, reason));
        cases.share(number, taker.group(), Relation.CONSULTATION, null);
        cases.discloseByRule(
                number, taker.group(), Disclosure.Occasion.INFORMATION_COPY, EnumSet.noneOf(Part.class), person);
        record(consultation, EventKind.CONSULTATION_PROPOSED, person, taker);
        consultation.carriedBy(processes.start(PROCESS, number, consultation.id()));
        if (by != Consultation.Side.TAKER) {
            tell(consultation, MailKind.CONSULTATION_PROPOSED, entry, directory.members(taker));
        }
        if (by != Consultation.Side.HOLDER) {
            tell(consultation, MailKind.CONSULTATION_PROPOSED, entry, directory.members(file.owner()));
        }
    }

    /** Two who propose at the same moment are told apart by the database alone. */
    private Consultation onlyOne(Consultation consultation) {
        try {
            return consultations.saveAndFlush(consultation);
        } catch (DataIntegrityViolationException anotherIsOpen) {
            throw Refused.because("consultation.alreadyOpen");
        }
    }

    // --- the statement

    /**
     * The holder's statement.
     *
     * @param parts what goes along to the one who is asked to take over
     * @param nothingGoesAlong said when no part does, so that it is a choice and not an oversight
     */
    public record Statement(
            String text, Set<Part> parts, boolean nothingGoesAlong, SecrecyGround ground, boolean signed) {}

    /**
     * The holder states what has been done and what the next one must know, and lets them know the chosen parts.
     *
     * @throws Refused without text, ground, a choice of parts or signature
     */
    public void state(UUID id, Statement statement, String person) {
        Problems problems = new Problems();
        problems.checkWritten("statement", statement.text(), CaseFiles.LONGEST_TEXT);
        problems.addIf(statement.ground() == null, "secrecyGround", "required")
                .addIf(
                        statement.parts().isEmpty() != statement.nothingGoesAlong(),
                        "parts",
                        statement.nothingGoesAlong() ? "consultation.partsOrNothing" : "consultation.chooseParts")
                .addIf(!statement.signed(), "signed", "consultation.sign")
                .refuseIfAny();
        Consultation consultation = get(id);
        consultation.state(clock.instant());
        ConsultationEntry entry = entries.save(ConsultationEntry.statement(
                id, clock.instant(), person, statement.text(), statement.ground(), statement.parts()));
        cases.disclose(
                consultation.caseNumber(),
                consultation.holder(),
                consultation.taker().group(),
                Disclosure.Occasion.CONSULTATION,
                statement.ground(),
                statement.parts(),
                person);
        cases.record(
                consultation.caseNumber(),
                EventKind.CONSULTATION_STATED,
                person,
                TimelineEvent.naming(
                        List.of(consultation.holder()),
                        statement.ground().name(),
                        statement.parts().stream().sorted().map(Part::name).collect(Collectors.joining(","))));
        tell(consultation, MailKind.CONSULTATION_REMINDER, entry, directory.members(consultation.taker()));
    }

    // --- the answer

    /**
     * The answer of the one who is asked to take over; a takeover needs their signature, under the latest statement.
     *
     * @throws Refused without a reason, or when a takeover is not signed or would be signed for both sides by one person
     */
    public void answer(UUID id, Consultation.Answer answer, String reason, boolean signed, String person) {
        boolean accepted = answer == Consultation.Answer.ACCEPT;
        List<ConsultationEntry> statements = entries(id).stream()
                .filter(entry -> entry.kind() == EntryKind.STATEMENT)
                .toList();
        Problems problems = new Problems();
        problems.checkWritten("reason", reason, CaseFiles.LONGEST_TEXT);
        problems.addIf(accepted && !signed, "signed", "consultation.sign")
                .addIf(
                        accepted && statements.stream().anyMatch(statement -> person.equals(statement.person())),
                        "signed",
                        "consultation.samePerson")
                .refuseIfAny();
        Consultation consultation = get(id);
        consultation.answer(answer, clock.instant());
        ConsultationEntry entry = entries.save(ConsultationEntry.answer(
                id, clock.instant(), person, answer, reason, signed, statements.get(statements.size() - 1)));
        switch (answer) {
            case ACCEPT -> record(consultation, EventKind.CONSULTATION_ACCEPTED, person, consultation.taker());
            case ASK_MORE -> {
                record(consultation, EventKind.CONSULTATION_ASKED_MORE, person, consultation.taker());
                tell(consultation, MailKind.CONSULTATION_REMINDER, entry, directory.members(consultation.holder()));
            }
            case DECLINE -> {
                record(consultation, EventKind.CONSULTATION_DECLINED, person, consultation.taker());
                endWithoutTakeover(consultation);
                tell(consultation, MailKind.CONSULTATION_ENDED, entry, directory.members(consultation.holder()));
            }
        }
    }

    /**
     * Säkerhet och Beredskap takes over without the statement that nobody gave; shown as what it is. It gets what it needs
     * to call.
     *
     * @throws Refused without a reason, without how and when the silent ones were tried, or without signature
     */
    public void conclude(UUID id, String reason, String attempts, boolean signed, String person) {
        Problems problems = new Problems();
        problems.checkWritten("reason", reason, CaseFiles.LONGEST_TEXT);
        problems.checkWritten("attempts", attempts, CaseFiles.LONGEST_TEXT);
        problems.addIf(!signed, "signed", "consultation.sign").refuseIfAny();
        Consultation consultation = get(id);
        consultation.concludeAlone();
        entries.save(ConsultationEntry.conclusion(id, clock.instant(), person, reason, attempts));
        cases.discloseByRule(
                consultation.caseNumber(),
                consultation.taker().group(),
                Disclosure.Occasion.MISSED_DEADLINE,
                EnumSet.of(Part.CONTACT, Part.DESCRIPTION),
                person);
        record(consultation, EventKind.CONSULTATION_CONCLUDED_ALONE, person, consultation.holder());
    }

    /** The case changes holder, and its tasks with it: both have signed, or it has been concluded alone. */
    public void transfer(UUID id) {
        Consultation consultation = get(id);
        CaseFile file = cases.get(consultation.caseNumber());
        boolean back = consultation.taker().function() == Owner.Function.LOCAL_SECURITY_OFFICER;
        if (consultation.questionMoved() && file.movedToCouncilQuestion() == back) {
            if (back) {
                file.questionMovedBack();
            } else {
                file.questionMovedToCouncil();
            }
            cases.record(file.number(), back ? EventKind.QUESTION_MOVED_BACK : EventKind.QUESTION_MOVED, null);
        }
        ConsultationEntry last = last(id);
        responsibilities.takeOver(
                file.number(),
                consultation.taker(),
                last.text(),
                consultation.stage() == Consultation.Stage.ACCEPTED
                        ? EventKind.CASE_TRANSFERRED
                        : EventKind.CASE_TRANSFERRED_ALONE,
                last.person());
    }

    // --- the withdrawal

    /**
     * The side that proposed takes its proposal back.
     *
     * @throws Refused without a reason, when both have signed, when nothing is open, or when the proposal is not theirs
     */
    public void withdraw(String caseNumber, String reason, String person) {
        Problems problems = new Problems();
        problems.checkWritten("reason", reason, CaseFiles.LONGEST_TEXT);
        problems.refuseIfAny();
        List<Consultation> all = of(caseNumber);
        Consultation consultation = all.isEmpty() ? null : all.get(all.size() - 1);
        if (consultation != null && consultation.stage() == Consultation.Stage.ACCEPTED) {
            throw Refused.because("consultation.signedByBoth");
        }
        if (consultation == null || !consultation.isOpen()) {
            throw Refused.because("consultation.noneOpen");
        }
        if (consultation.proposedBy() == Consultation.Side.APPLICATION) {
            throw Refused.because("consultation.nobodysProposal");
        }
        if (!actsFor(person, consultation.speaker(EntryKind.WITHDRAWAL))) {
            throw Refused.because("consultation.othersProposal");
        }
        consultation.withdraw();
        consultations.saveAndFlush(consultation);
        entries.save(ConsultationEntry.withdrawal(consultation.id(), clock.instant(), person, reason));
        processes.deliver(WITHDRAWN, consultation.processInstance());
    }

    /** The other side is told that the proposal has been withdrawn. */
    public void tellWithdrawn(UUID id) {
        Consultation consultation = get(id);
        ConsultationEntry entry = last(id);
        Owner proposer = consultation.speaker(EntryKind.WITHDRAWAL);
        record(consultation, EventKind.CONSULTATION_WITHDRAWN, entry.person(), proposer);
        endWithoutTakeover(consultation);
        Owner other = proposer.equals(consultation.holder()) ? consultation.taker() : consultation.holder();
        tell(consultation, MailKind.CONSULTATION_ENDED, entry, directory.members(other));
    }

    /** Those who were asked see no more than who, which unit and which level, and can still see how it ended. */
    private void endWithoutTakeover(Consultation consultation) {
        String asked = consultation.taker().group();
        cases.endShare(consultation.caseNumber(), asked, Relation.CONSULTATION);
        cases.share(consultation.caseNumber(), asked, Relation.INFORMATION_COPY, null);
    }

    // --- the deadlines

    /** The statement is the holder's to give, the answer the other's, and to conclude alone Säkerhet och Beredskap's. */
    @Transactional(readOnly = true)
    public TaskTerms terms(UUID id, EntryKind kind) {
        Consultation consultation = get(id);
        CaseFile file = cases.get(consultation.caseNumber());
        Owner speaker = consultation.speaker(kind);
        String group = speaker.equals(file.owner()) ? cases.actingGroup(file) : directory.actingGroup(speaker);
        return new TaskTerms(Set.of(group), dueAt(id, kind == EntryKind.CONCLUSION ? 4 : 1));
    }

    /** @param times after how many times to answer: 1 for the reminder, 2 for the deputy, 3 for the head */
    @Transactional(readOnly = true)
    public Instant dueAt(UUID id, int times) {
        Consultation consultation = get(id);
        return deadline.after(
                times,
                consultation.waitingSince(),
                cases.get(consultation.caseNumber()).level());
    }

    public void remind(UUID id) {
        Consultation consultation = get(id);
        Owner silent = consultation.awaited();
        escalate(
                consultation,
                EventKind.CONSULTATION_REMINDED,
                MailKind.CONSULTATION_REMINDER,
                directory.members(silent));
    }

    /** The deputy of a silent local security officer is told; for Säkerhet och Beredskap, its head. */
    public void alertDeputy(UUID id) {
        Consultation consultation = get(id);
        Owner silent = consultation.awaited();
        escalate(
                consultation,
                silent.function() == Owner.Function.SECURITY_AND_PREPAREDNESS
                        ? EventKind.CONSULTATION_ESCALATED_HEAD
                        : EventKind.CONSULTATION_ESCALATED_DEPUTY,
                MailKind.CONSULTATION_ESCALATED,
                directory.standIns(silent));
    }

    public void alertHead(UUID id) {
        escalate(get(id), EventKind.CONSULTATION_ESCALATED_HEAD, MailKind.CONSULTATION_ESCALATED, directory.heads());
    }

    private void escalate(Consultation consultation, EventKind event, MailKind kind, Collection<String> persons) {
        tell(consultation, kind, "late-" + clock.instant(), persons);
        record(consultation, event, null, consultation.awaited());
    }

    /** Whether it may be concluded without the statement that is missing: only where a unit is silent about its own case. */
    @Transactional(readOnly = true)
    public boolean mayBeConcludedAlone(UUID id) {
        return get(id).mayBeConcludedAlone();
    }

    // --- what there is

    /** The case's consultations, the first one first. */
    @Transactional(readOnly = true)
    public List<Consultation> of(String caseNumber) {
        return consultations.findByCaseNumberOrderByProposedAt(caseNumber);
    }

    @Transactional(readOnly = true)
    public Optional<Consultation> open(String caseNumber) {
        return of(caseNumber).stream().filter(Consultation::isOpen).findFirst();
    }

    /** The latest consultation that was proposed before that moment. */
    @Transactional(readOnly = true)
    public Optional<Consultation> before(String caseNumber, Instant moment) {
        return of(caseNumber).stream()
                .filter(consultation -> !consultation.proposedAt().isAfter(moment))
                .reduce((earlier, later) -> later);
    }

    /** @throws java.util.NoSuchElementException when there is no such consultation */
    @Transactional(readOnly = true)
    public Consultation get(UUID id) {
        return consultations.findById(id).orElseThrow();
    }

    /** Everything that has been said in it, in order. */
    @Transactional(readOnly = true)
    public List<ConsultationEntry> entries(UUID id) {
        return entries.findByConsultationOrderById(id);
    }

    private ConsultationEntry last(UUID id) {
        List<ConsultationEntry> all = entries(id);
        return all.get(all.size() - 1);
    }

    /** A consultation must end before the case is closed. */
    @Override
    @Transactional(readOnly = true)
    public List<OpenMatter> openIn(String caseNumber) {
        return open(caseNumber).stream()
                .map(consultation -> new OpenMatter(CODE, null, true))
                .toList();
    }

    // --- common to all of it

    private void tell(Consultation consultation, MailKind kind, ConsultationEntry entry, Collection<String> persons) {
        tell(consultation, kind, "said-" + entry.id(), persons);
    }

    private void tell(Consultation consultation, MailKind kind, String occasion, Collection<String> persons) {
        mail.write(consultation.caseNumber(), kind, persons, "consultation-" + occasion);
    }

    private void record(Consultation consultation, EventKind event, String person, Owner function) {
        cases.record(consultation.caseNumber(), event, person, TimelineEvent.naming(List.of(function)));
    }
}
