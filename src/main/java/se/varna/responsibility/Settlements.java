package se.varna.responsibility;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
import se.varna.casefile.OpenInCase;
import se.varna.casefile.OpenMatters;
import se.varna.casefile.Phase;
import se.varna.casefile.TimelineEvent;
import se.varna.common.Choice;
import se.varna.common.Labels;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
import se.varna.directory.Owner;
import se.varna.duty.StaffedHours;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;

/**
 * Settles whose a case is, when that is unclear (rows 8 and 9) or when the one who holds it says that it is another's.
 * They hold it all the while. The function that they mean answers in a set time; then Säkerhet och Beredskap decides, and
 * that is final. Nobody gets a case by being silent, and a party is never told by being meant.
 */
@Service
@Transactional
public class Settlements implements OpenMatters {

    private static final String DISPUTED = "ResponsibilityDisputed";
    private static final String CONSULTATION = "consultation";

    /** How a form names the exposed person's party, which has no public code. */
    private static final String PARTY = "PARTY";

    private final SettlementRepository settlements;
    private final Responsibilities responsibilities;
    private final AnswerDeadline deadline;
    private final StaffedHours hours;
    private final CaseFiles cases;
    private final OpenInCase openInCase;
    private final Directory directory;
    private final FunctionNames names;
    private final Labels labels;
    private final Processes processes;
    private final Mail mail;
    private final Clock clock;

    Settlements(
            SettlementRepository settlements,
            Responsibilities responsibilities,
            AnswerDeadline deadline,
            StaffedHours hours,
            CaseFiles cases,
            OpenInCase openInCase,
            Directory directory,
            FunctionNames names,
            Labels labels,
            Processes processes,
            Mail mail,
            Clock clock) {
        this.settlements = settlements;
        this.responsibilities = responsibilities;
        this.deadline = deadline;
        this.hours = hours;
        this.cases = cases;
        this.openInCase = openInCase;
        this.directory = directory;
        this.names = names;
        this.labels = labels;
        this.processes = processes;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Why the one who holds a case thinks that it is another's.
     *
     * @param owner whose, by its code among {@link #possibleOwners}
     * @param attached the parts that those who answer may see, and that go along with the case
     */
    public record Objection(String reason, String owner, Set<Part> attached) {}

    /** The functions that a case can be said to be, with the codes that forms give them: the party's tells of no party. */
    @Transactional(readOnly = true)
    public List<Choice> possibleOwners() {
        return Stream.concat(
                        Choice.of(responsibilities.possibleOwners(), Owner::publicUnit, names::name).stream(),
                        Stream.of(new Choice(PARTY, labels.text("form.owner.party"))))
                .toList();
    }

    private static Owner ofCode(String code) {
        return PARTY.equals(code) ? Owner.party(null) : Owner.ofPublicUnit(code);
    }

    // --- what is said

    /**
     * The one who holds the case says that it is another's.
     *
     * @throws Refused while that is being settled already or a consultation goes on, when the case is closed, and without
     *     a reason and somebody else to mean
     */
    public void raise(String caseNumber, Objection objection, String person) {
        CaseFile file = cases.getAlone(caseNumber);
        if (file.phase() == Phase.CLOSED) {
            throw Refused.because("case.wrongPhase");
        }
        if (find(caseNumber) != null) {
            throw Refused.because("settlement.alreadyOpen");
        }
        if (openInCase.has(CONSULTATION, caseNumber)) {
            throw Refused.because("settlement.consultationOpen");
        }
        Settlement settlement = new Settlement(caseNumber, clock.instant());
        raise(settlement, file, objection, person);
        try {
            settlements.saveAndFlush(settlement);
        } catch (DataIntegrityViolationException another) {
            throw Refused.because("settlement.alreadyOpen");
        }
        processes.startByMessage(DISPUTED, caseNumber);
    }

    /** The one who was to say whether an unclear case is theirs says that it is another's. */
    public void passOn(String caseNumber, Objection objection, String person) {
        raise(open(caseNumber), cases.get(caseNumber), objection, person);
    }

    private void raise(Settlement settlement, CaseFile file, Objection objection, String person) {
        Owner meant = ofCode(objection.owner());
        Problems problems = new Problems();
        checkReason(problems, objection.reason());
        problems.addIf(!responsibilities.isPossible(meant), "owner", "owner.unknown")
                .addIf(responsibilities.isResponsible(meant, file), "owner", "owner.same")
                .refuseIfAny();
        boolean asked = meant.function() == Owner.Function.LOCAL_SECURITY_OFFICER
                && directory.actingGroup(meant).equals(meant.group());
        settlement.raise(meant, objection.reason(), objection.attached(), asked, person, clock.instant());
        cases.recordText(
                file.number(),
                EventKind.DISPUTE_RAISED,
                person,
                objection.reason(),
                TimelineEvent.naming(List.of(meant)));
        groups(settlement, file)
                .forEach(group -> cases.discloseByRule(
                        file.number(), group, Disclosure.Occasion.DISPUTE, settlement.attached(), person));
    }

    private static void checkReason(Problems problems, String reason) {
        problems.addIf(
                        reason == null || reason.strip().length() < Responsibilities.SHORTEST_REASON,
                        "reason",
                        "tooShort",
                        Responsibilities.SHORTEST_REASON)
                .checkText("reason", reason, CaseFiles.LONGEST_TEXT);
    }

    /** The groups that answer and decide, but for one that holds the case itself. */
    private static List<String> groups(Settlement settlement, CaseFile file) {
        List<String> groups = new ArrayList<>();
        if (settlement.state() == Settlement.State.ASKED) {
            groups.add(settlement.meant().group());
        }
        if (!file.owner().equals(Owner.SECURITY_AND_PREPAREDNESS)) {
            groups.add(Groups.SECURITY_AND_PREPAREDNESS);
        }
        return groups;
    }

    /**
     * Lets those who are to answer and decide in, and asks the first of them.
     *
     * @return whether another function is to answer before it is decided
     */
    public boolean ask(String caseNumber) {
        Settlement settlement = open(caseNumber);
        groups(settlement, cases.get(caseNumber))
                .forEach(group -> cases.share(caseNumber, group, Relation.DISPUTE, null));
        tellThoseAsked(caseNumber, settlement);
        return settlement.state() == Settlement.State.ASKED;
    }

    private void tellThoseAsked(String caseNumber, Settlement settlement) {
        mail.write(caseNumber, MailKind.RESPONSIBILITY_ASKED, asked(settlement), occasion(settlement));
    }

    /** The function that was asked says whether the case is theirs. */
    public void answer(String caseNumber, boolean theirs, String reason, String person) {
        Problems problems = new Problems();
        checkReason(problems, reason);
        problems.refuseIfAny();
        Settlement settlement = open(caseNumber);
        settlement.answer(theirs ? Settlement.Answer.YES : Settlement.Answer.NO, reason, person, clock.instant());
        cases.recordText(
                caseNumber,
                theirs ? EventKind.DISPUTE_ANSWERED_YES : EventKind.DISPUTE_ANSWERED_NO,
                person,
                reason,
                TimelineEvent.naming(List.of(settlement.meant())));
        tellThoseAsked(caseNumber, settlement);
    }

    /** Time is out for the function that was asked: it goes on without their answer. */
    public void goOnWithoutAnswer(String caseNumber) {
        Settlement settlement = open(caseNumber);
        settlement.answer(Settlement.Answer.SILENT, null, null, clock.instant());
        cases.record(caseNumber, EventKind.DISPUTE_UNANSWERED, null, TimelineEvent.naming(List.of(settlement.meant())));
        tellThoseAsked(caseNumber, settlement);
    }

    // --- what is decided

    /** The one who holds an unclear case finds that it is theirs. */
    public void keep(String caseNumber, String reason, String person) {
        Problems problems = new Problems();
        checkReason(problems, reason);
        problems.refuseIfAny();
        Settlement settlement = open(caseNumber);
        settlement.settle(Settlement.State.UNCLEAR, responsibilities.keep(caseNumber, reason, List.of(), person));
        takeUpMovedQuestion(cases.get(caseNumber));
    }

    /**
     * Säkerhet och Beredskap's decision, which is final.
     *
     * @param owner whose the case is, by its code; null when it stays where it is
     * @param rule the guidance's rule that it goes by
     * @param reason why, so that the exposed person can understand it
     * @throws Refused without rule and reason, or when it is moved to where it is already
     */
    public void decide(String caseNumber, String owner, GuidanceRule rule, String reason, String person) {
        Problems problems = new Problems().addIf(rule == null, "rule", "required");
        checkReason(problems, reason);
        problems.refuseIfAny();
        Settlement settlement = open(caseNumber);
        settlement.require(Settlement.State.DECIDING);
        CaseFile file = cases.get(caseNumber);
        Long decision = owner == null
                ? responsibilities.keep(caseNumber, reason, List.of(rule), person)
                : responsibilities.settle(
                        caseNumber, ofCode(owner), reason, List.of(rule), settlement.attached(), person);
        settlement.settle(Settlement.State.DECIDING, decision);
        if (settlement.answer() != null) {
            cases.endShare(caseNumber, settlement.meant().group(), Relation.DISPUTE);
        }
        cases.endShare(caseNumber, Groups.SECURITY_AND_PREPAREDNESS, Relation.DISPUTE);
        if (owner == null) {
            mail.write(caseNumber, MailKind.RESPONSIBILITY_SETTLED, cases.workers(file), occasion(settlement));
        }
        takeUpMovedQuestion(file);
    }

    /** That the question has moved was put off while it was being settled whose the case is (R29). */
    private void takeUpMovedQuestion(CaseFile file) {
        if (file.movedToCouncilQuestion()) {
            responsibilities.tellQuestionMoved(file.number());
        }
    }

    /**
     * The exposed person's yes or no to their party can give the case another holder meanwhile. The question stands, and
     * Säkerhet och Beredskap is to decide it also when it no longer holds the case.
     */
    @EventListener
    void ownerChanged(OwnerChanged changed) {
        Settlement settlement = find(changed.caseNumber());
        if (settlement != null
                && settlement.raisedAt() != null
                && !changed.owner().equals(Owner.SECURITY_AND_PREPAREDNESS)) {
            cases.share(changed.caseNumber(), Groups.SECURITY_AND_PREPAREDNESS, Relation.DISPUTE, null);
        }
    }

    // --- time

    /** Who is to say something now, and by when. */
    @Transactional(readOnly = true)
    public TaskTerms terms(String caseNumber) {
        Settlement settlement = open(caseNumber);
        String group =
                switch (settlement.state()) {
                    case UNCLEAR -> cases.actingGroup(cases.get(caseNumber));
                    case ASKED -> settlement.meant().group();
                    case DECIDING, SETTLED -> Groups.SECURITY_AND_PREPAREDNESS;
                };
        return new TaskTerms(Set.of(group), dueAt(caseNumber, 1));
    }

    /**
     * When time is out: one weekday for a case that is unclear from the beginning, otherwise the level's time for answers.
     *
     * @param times how many such times from when it was their turn: 1 or 2
     */
    @Transactional(readOnly = true)
    public Instant dueAt(String caseNumber, int times) {
        Settlement settlement = open(caseNumber);
        return settlement.state() == Settlement.State.UNCLEAR
                ? hours.plusWeekdays(settlement.waitingSince(), times)
                : deadline.after(
                        times, settlement.waitingSince(), cases.get(caseNumber).level());
    }

    /** Reminds those who are to say something now. */
    public void remind(String caseNumber) {
        Settlement settlement = open(caseNumber);
        Collection<String> reminded = settlement.state() == Settlement.State.UNCLEAR
                ? cases.workers(cases.get(caseNumber))
                : asked(settlement);
        mail.write(caseNumber, MailKind.SETTLEMENT_REMINDER, reminded, occasion(settlement));
        switch (settlement.state()) {
            case UNCLEAR -> cases.record(caseNumber, EventKind.SETTLEMENT_REMINDED, null);
            case ASKED ->
                cases.record(
                        caseNumber,
                        EventKind.DISPUTE_REMINDED,
                        null,
                        TimelineEvent.naming(List.of(settlement.meant())));
            case DECIDING, SETTLED ->
                cases.record(
                        caseNumber,
                        EventKind.DISPUTE_REMINDED,
                        null,
                        TimelineEvent.naming(List.of(Owner.SECURITY_AND_PREPAREDNESS)));
        }
    }

    /** Tells Säkerhet och Beredskap's head that nobody has decided. */
    public void escalate(String caseNumber) {
        mail.write(caseNumber, MailKind.SETTLEMENT_REMINDER, directory.heads(), occasion(open(caseNumber)) + "-head");
        cases.record(caseNumber, EventKind.DISPUTE_ESCALATED, null);
    }

    private Set<String> asked(Settlement settlement) {
        return directory.members(
                settlement.state() == Settlement.State.ASKED
                        ? settlement.meant().group()
                        : Groups.SECURITY_AND_PREPAREDNESS);
    }

    private static String occasion(Settlement settlement) {
        return "settlement-" + settlement.id() + "-" + settlement.state();
    }

    // --- what there is

    /** What has been settled in the case and is to be, the first one first. */
    @Transactional(readOnly = true)
    public List<Settlement> of(String caseNumber) {
        return settlements.findByCaseNumberOrderById(caseNumber);
    }

    /** @throws java.util.NoSuchElementException when nothing is to be settled */
    @Transactional(readOnly = true)
    public Settlement open(String caseNumber) {
        return settlements
                .findByCaseNumberAndStateNot(caseNumber, Settlement.State.SETTLED)
                .orElseThrow();
    }

    private Settlement find(String caseNumber) {
        return settlements
                .findByCaseNumberAndStateNot(caseNumber, Settlement.State.SETTLED)
                .orElse(null);
    }

    /** Whose the case is must be settled before it is closed. */
    @Override
    @Transactional(readOnly = true)
    public List<OpenMatter> openIn(String caseNumber) {
        return of(caseNumber).stream()
                .filter(Settlement::isOpen)
                .map(settlement -> new OpenMatter("settlement", null, true))
                .toList();
    }
}
