package se.varna.consultation;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Part;
import se.varna.access.Relation;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Disclosure;
import se.varna.casefile.EventKind;
import se.varna.casefile.OpenMatters;
import se.varna.casefile.TimelineEvent;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
import se.varna.directory.Owner;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;
import se.varna.responsibility.AnswerDeadline;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.OwnerChanged;
import se.varna.responsibility.Responsibilities;

/**
 * Information copies (R28): another function learns who, which unit and which level, and confirms that it has taken it
 * in. The case stays with the one who holds it, who may get advice (R46). A copy outlives the case's closing: who was to
 * know still is.
 */
@Service
@Transactional
public class InformationCopies implements OpenMatters {

    private static final String PROCESS = "informationCopy";
    private static final String NOT_NEEDED = "InformationNotNeeded";

    private final InformationCopyRepository copies;
    private final Consultations consultations;
    private final CaseFiles cases;
    private final Responsibilities responsibilities;
    private final FunctionNames names;
    private final AnswerDeadline deadline;
    private final Directory directory;
    private final Processes processes;
    private final Mail mail;
    private final Clock clock;

    InformationCopies(
            InformationCopyRepository copies,
            Consultations consultations,
            CaseFiles cases,
            Responsibilities responsibilities,
            FunctionNames names,
            AnswerDeadline deadline,
            Directory directory,
            Processes processes,
            Mail mail,
            Clock clock) {
        this.copies = copies;
        this.consultations = consultations;
        this.cases = cases;
        this.responsibilities = responsibilities;
        this.names = names;
        this.deadline = deadline;
        this.directory = directory;
        this.processes = processes;
        this.mail = mail;
        this.clock = clock;
    }

    // --- telling

    /** Tells those whom the decision in force names, and who have not been told before. */
    public void tellByDecision(String caseNumber) {
        Set<Owner> before = of(caseNumber).stream().map(InformationCopy::told).collect(Collectors.toSet());
        responsibilities.latest(caseNumber).inform().stream()
                .filter(told -> !before.contains(told))
                .forEach(told -> tell(caseNumber, told, null, null));
    }

    /**
     * Those whom the holder may tell: Säkerhet och Beredskap tells a unit's local security officer, and they tell it. Who
     * acts for the holder knows already.
     */
    @Transactional(readOnly = true)
    public List<Owner> tellable(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        return candidates(file).stream().filter(told -> !isHeldBy(told, file)).toList();
    }

    private List<Owner> candidates(CaseFile file) {
        return file.owner().equals(Owner.SECURITY_AND_PREPAREDNESS)
                ? responsibilities.possibleOwners().stream()
                        .filter(owner -> owner.function() == Owner.Function.LOCAL_SECURITY_OFFICER)
                        .toList()
                : List.of(Owner.SECURITY_AND_PREPAREDNESS);
    }

    /**
     * The holder tells another function, and why it needs to know.
     *
     * @throws Refused without a reason, or when that function holds the case, cannot be told by this holder, or has not
     *     taken in what it was told already
     */
    public void inform(String caseNumber, Owner told, String reason, String person) {
        CaseFile file = cases.get(caseNumber);
        Problems problems = new Problems().checkWritten("reason", reason, CaseFiles.LONGEST_TEXT);
        if (told == null || !told.equals(file.owner()) && !candidates(file).contains(told)) {
            problems.add("told", "information.unknown");
        } else if (isHeldBy(told, file)) {
            problems.add("told", "information.holdsIt");
        } else if (waitsFor(told, caseNumber)) {
            problems.add("told", "information.alreadyTold");
        }
        problems.refuseIfAny();
        tell(caseNumber, told, reason, person);
    }

    /**
     * Säkerhet och Beredskap is asked for advice about a case that a party holds (R36, R42): by the party's officer, or by
     * the exposed person, who consents by asking.
     *
     * @param question what the advice is wanted about
     * @param consent when and how the exposed person has said yes, or null when they ask themselves
     * @throws Refused without a question or a consent, when no party holds the case, or while an answer is waited for
     */
    public void askAdvice(String caseNumber, String question, String consent, String person) {
        CaseFile file = cases.get(caseNumber);
        boolean byExposed = file.exposed().filter(person::equals).isPresent();
        new Problems()
                .addIf(!byExposed && consent == null, "consent", "advice.consentRequired")
                .checkText("consent", consent, CaseFiles.LONGEST_TEXT)
                .addIf(question == null, "question", "advice.questionRequired")
                .checkText("question", question, CaseFiles.LONGEST_TEXT)
                .addIf(!cases.isWorkedByParty(caseNumber), null, "advice.notPartys")
                .addIf(waitsFor(Owner.SECURITY_AND_PREPAREDNESS, caseNumber), null, "advice.waits")
                .refuseIfAny();
        cases.recordText(
                caseNumber,
                byExposed ? EventKind.ADVICE_ASKED_BY_EXPOSED : EventKind.ADVICE_ASKED,
                person,
                byExposed ? null : consent);
        let(caseNumber, Owner.SECURITY_AND_PREPAREDNESS, Relation.PARTY_ADVICE, question, person);
    }

    /** Whether Säkerhet och Beredskap may know of the case because the exposed person has said yes to asking for advice. */
    @Transactional(readOnly = true)
    public boolean maySeeForAdvice(String caseNumber) {
        return cases.groupsIn(caseNumber, Set.of(Relation.PARTY_ADVICE)).contains(Groups.SECURITY_AND_PREPAREDNESS);
    }

    /**
     * The exposed person takes their yes to asking for advice back, whoever asked: from now on Säkerhet och Beredskap sees
     * nothing of the case for that, and has nothing left to answer. Doing it twice is doing it once.
     */
    public void withdrawAdvice(String caseNumber, String person) {
        if (!maySeeForAdvice(caseNumber)) {
            return;
        }
        cases.endShare(caseNumber, Groups.SECURITY_AND_PREPAREDNESS, Relation.PARTY_ADVICE);
        cases.record(caseNumber, EventKind.ADVICE_CONSENT_WITHDRAWN, person);
        endOpen(caseNumber, InformationCopy::asksAdvice);
    }

    private boolean isHeldBy(Owner told, CaseFile file) {
        return told.equals(file.owner()) || directory.actingGroup(told).equals(cases.actingGroup(file));
    }

    private boolean waitsFor(Owner told, String caseNumber) {
        return of(caseNumber).stream()
                .anyMatch(copy -> copy.isOpen() && copy.told().equals(told));
    }

    private void tell(String caseNumber, Owner told, String reason, String person) {
        let(caseNumber, told, Relation.INFORMATION_COPY, reason, person);
        cases.recordText(
                caseNumber,
                EventKind.INFORMED,
                person,
                reason,
                TimelineEvent.naming(
                        List.of(told),
                        cases.ground(Disclosure.Occasion.INFORMATION_COPY).name()));
    }

    private void let(String caseNumber, Owner told, Relation relation, String reason, String person) {
        InformationCopy copy = new InformationCopy(
                caseNumber, told, clock.instant(), person, reason, relation == Relation.PARTY_ADVICE);
        try {
            copy = copies.saveAndFlush(copy);
        } catch (DataIntegrityViolationException toldMeanwhile) {
            throw Refused.at("told", "information.alreadyTold");
        }
        cases.share(caseNumber, told.group(), relation, null);
        cases.discloseByRule(
                caseNumber, told.group(), Disclosure.Occasion.INFORMATION_COPY, EnumSet.noneOf(Part.class), person);
        mail.write(caseNumber, MailKind.INFORMED, directory.members(told), "informed-" + copy.id());
        copy.carriedBy(processes.start(PROCESS, caseNumber, copy.id()));
    }

    /** A function that holds the case itself now has nothing left to take in. */
    @EventListener
    void ownerChanged(OwnerChanged changed) {
        endOpen(changed.caseNumber(), copy -> copy.told().equals(changed.owner()));
    }

    private void endOpen(String caseNumber, Predicate<InformationCopy> which) {
        of(caseNumber).stream()
                .filter(copy -> copy.isOpen() && which.test(copy))
                .forEach(copy -> {
                    copy.end(clock.instant());
                    processes.deliver(NOT_NEEDED, copy.processInstance());
                });
    }

    // --- what those who have been told do

    /**
     * Somebody of the told function has taken it in, and may give advice or propose to take the case over.
     *
     * @throws Refused when what the answer needs is missing, or when only another function may answer so
     */
    public void answer(
            UUID id, InformationCopy.Answer answer, String advice, Consultations.Proposal proposal, String person) {
        InformationCopy copy = get(id);
        boolean advises = answer == InformationCopy.Answer.ADVISE;
        boolean proposes = answer == InformationCopy.Answer.PROPOSE;
        new Problems()
                .addIf(advises && advice == null, "advice", "required")
                .checkText("advice", advice, CaseFiles.LONGEST_TEXT)
                .checkText("reason", proposal.reason(), CaseFiles.LONGEST_TEXT)
                .addIf(
                        proposes && !copy.told().equals(Owner.SECURITY_AND_PREPAREDNESS),
                        "informationAnswer",
                        "information.onlySecurityProposes")
                .refuseIfAny();
        copy.takenIn(answer, advises ? advice : null, person, clock.instant());
        record(copy, EventKind.INFORMATION_TAKEN_IN, person, null);
        if (advises) {
            giveAdvice(copy, advice, person);
        } else if (proposes) {
            consultations.propose(copy.caseNumber(), proposal, person);
        }
    }

    /**
     * More advice, later on, from somebody who has taken the information in (R46).
     *
     * @throws Refused without a text, or before it has been taken in
     */
    public void advise(String caseNumber, String advice, String person) {
        new Problems()
                .addIf(advice == null, "advice", "required")
                .checkText("advice", advice, CaseFiles.LONGEST_TEXT)
                .refuseIfAny();
        InformationCopy copy = toldTo(person, caseNumber).stream()
                .filter(told -> told.acknowledgedAt() != null)
                .max(Comparator.comparing(InformationCopy::at))
                .orElseThrow(() -> Refused.because("information.takeInFirst"));
        giveAdvice(copy, advice, person);
    }

    private void giveAdvice(InformationCopy copy, String advice, String person) {
        record(copy, EventKind.ADVICE_GIVEN, person, advice);
        mail.write(
                copy.caseNumber(),
                MailKind.ADVICE_GIVEN,
                cases.workers(cases.get(copy.caseNumber())),
                "advice-" + clock.instant());
    }

    private void record(InformationCopy copy, EventKind kind, String person, String text) {
        cases.recordText(copy.caseNumber(), kind, person, text, TimelineEvent.naming(List.of(copy.told())));
    }

    // --- time

    @Transactional(readOnly = true)
    public TaskTerms terms(UUID id) {
        return new TaskTerms(Set.of(directory.actingGroup(get(id).told())), dueAt(id));
    }

    /** By when it is to be taken in; then those who have not are reminded. */
    @Transactional(readOnly = true)
    public Instant dueAt(UUID id) {
        return after(1, id);
    }

    /** When somebody else of the function is told that it has not been taken in. */
    @Transactional(readOnly = true)
    public Instant overdueAt(UUID id) {
        return after(2, id);
    }

    private Instant after(int times, UUID id) {
        InformationCopy copy = get(id);
        return deadline.after(times, copy.at(), cases.get(copy.caseNumber()).level());
    }

    public void remind(UUID id) {
        InformationCopy copy = get(id);
        mail.write(copy.caseNumber(), MailKind.INFORMATION_REMINDER, directory.members(copy.told()), "reminder-" + id);
        record(copy, EventKind.INFORMATION_REMINDED, null, null);
    }

    /** Tells the deputy of a local security officer, or Säkerhet och Beredskap's head. */
    public void escalate(UUID id) {
        InformationCopy copy = get(id);
        boolean toHead = directory.actingGroup(copy.told()).equals(Groups.SECURITY_AND_PREPAREDNESS);
        mail.write(copy.caseNumber(), MailKind.INFORMATION_REMINDER, directory.standIns(copy.told()), "overdue-" + id);
        record(
                copy,
                toHead ? EventKind.INFORMATION_ESCALATED_HEAD : EventKind.INFORMATION_ESCALATED_DEPUTY,
                null,
                null);
    }

    // --- reading

    /** Who has been told of the case, the first one first. */
    @Transactional(readOnly = true)
    public List<InformationCopy> of(String caseNumber) {
        return copies.findByCaseNumberOrderByAt(caseNumber);
    }

    /** What has been told of the case to the functions that the person acts for. */
    @Transactional(readOnly = true)
    public List<InformationCopy> toldTo(String person, String caseNumber) {
        Set<String> groups = directory.groups(person);
        return of(caseNumber).stream()
                .filter(copy -> groups.contains(directory.actingGroup(copy.told())))
                .toList();
    }

    /** @throws java.util.NoSuchElementException when there is no such copy */
    @Transactional(readOnly = true)
    public InformationCopy get(UUID id) {
        return copies.findById(id).orElseThrow();
    }

    /** Numbers of the cases in which a unit's local security officer has something to take in. */
    @Transactional(readOnly = true)
    public Set<String> waitingForLocalOfficers() {
        return copies
                .findByToldFunctionAndAcknowledgedAtIsNullAndEndedAtIsNull(Owner.Function.LOCAL_SECURITY_OFFICER)
                .stream()
                .map(InformationCopy::caseNumber)
                .collect(Collectors.toSet());
    }

    /** What has not been taken in; the case can be closed all the same. */
    @Override
    @Transactional(readOnly = true)
    public List<OpenMatter> openIn(String caseNumber) {
        return of(caseNumber).stream()
                .filter(InformationCopy::isOpen)
                .map(copy -> new OpenMatter("information", names.name(copy.told()), false))
                .toList();
    }
}
