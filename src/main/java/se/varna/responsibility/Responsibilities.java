package se.varna.responsibility;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Part;
import se.varna.access.Relation;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Disclosure;
import se.varna.casefile.EventKind;
import se.varna.casefile.Report;
import se.varna.casefile.SecrecyGround;
import se.varna.common.Refused;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.directory.Person;
import se.varna.engine.Processes;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;

/** Decides whose case it is, tells those who must know, and changes owner when a person with the right says so. */
@Service
@Transactional
public class Responsibilities {

    /** A reason shorter than this explains nothing. */
    public static final int SHORTEST_REASON = 20;

    private static final String SETTLE_PROCESS = "settleResponsibility";

    private final ResponsibilityTable table;
    private final ResponsibilityDecisions decisions;
    private final CaseFiles cases;
    private final Directory directory;
    private final Processes processes;
    private final Mail mail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Responsibilities(
            ResponsibilityTable table,
            ResponsibilityDecisions decisions,
            CaseFiles cases,
            Directory directory,
            Processes processes,
            Mail mail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.decisions = decisions;
        this.cases = cases;
        this.directory = directory;
        this.processes = processes;
        this.mail = mail;
        this.events = events;
        this.clock = clock;
    }

    /** The first decision about a new case. One that is only for now (rows 8 and 9) also starts its settlement. */
    public void decide(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        Outcome outcome = table.decide(situation(file, false));
        Owner responsible = withParty(outcome.responsible(), file);
        ResponsibilityDecision decision =
                decisions.save(new ResponsibilityDecision(caseNumber, clock.instant(), outcome, responsible));
        Owner holder = holderFor(responsible, file);
        cases.holdBy(file, responsible, holder, EventKind.RESPONSIBILITY_DECIDED, null, decision.id());
        cases.recordText(
                caseNumber,
                EventKind.RESPONSIBILITY_DECIDED,
                null,
                outcome.reason(),
                responsible.function().name(),
                String.valueOf(responsible.publicUnit()));
        if (!holder.equals(responsible)) {
            cases.record(caseNumber, EventKind.HELD_FOR_PARTY, null);
        }
        if (outcome.isUnsettled()) {
            cases.record(caseNumber, EventKind.SETTLEMENT_STARTED, null);
            processes.start(SETTLE_PROCESS, caseNumber);
        }
    }

    private Situation situation(CaseFile file, boolean consultationSigned) {
        Report.Answers answers = cases.answers(file.number());
        return new Situation(
                file.exposed().map(directory::mandates).orElse(Set.of()),
                answers.matter(),
                answers.unit(),
                answers.place(),
                file.movedToCouncilQuestion(),
                consultationSigned);
    }

    private Owner withParty(Owner responsible, CaseFile file) {
        return responsible.function() == Owner.Function.PARTY
                ? Owner.party(file.exposed()
                        .flatMap(directory::person)
                        .map(Person::party)
                        .orElse(null))
                : responsible;
    }

    /**
     * A party is told nothing without the exposed person's consent, and can do nothing without a security officer:
     * until then Säkerhet och Beredskap holds the case, and gives the advice and support that never end (R36, R42).
     */
    private Owner holderFor(Owner responsible, CaseFile file) {
        boolean partyMayNotHold = responsible.function() == Owner.Function.PARTY
                && (!file.partyConsent()
                        || responsible.code() == null
                        || directory.members(responsible.group()).isEmpty());
        return partyMayNotHold ? Owner.SECURITY_AND_PREPAREDNESS : responsible;
    }

    /** Tells those who work the case that it is theirs, and those whom the decision names: an information copy (R28), and a mail that says to sign in. */
    public void informOthers(String caseNumber) {
        mail.write(caseNumber, MailKind.NEW_CASE, cases.workers(cases.get(caseNumber)), "new-case");
        latest(caseNumber).inform().forEach(owner -> inform(caseNumber, owner));
    }

    private void inform(String caseNumber, Owner owner) {
        cases.share(caseNumber, owner.group(), Relation.INFORMATION_COPY, null);
        cases.discloseByRule(
                caseNumber, owner.group(), Disclosure.Occasion.INFORMATION_COPY, EnumSet.noneOf(Part.class), null);
        tell(caseNumber, owner);
    }

    private void tell(String caseNumber, Owner owner) {
        mail.write(caseNumber, MailKind.INFORMED, directory.members(owner.group()), "informed-" + owner.group());
        cases.record(caseNumber, EventKind.INFORMED, null, owner.function().name(), String.valueOf(owner.publicUnit()));
    }

    /**
     * Asks the table again, since the question is said to have moved, and keeps its answer beside the former. It moves
     * nothing by itself, and where a person has chosen otherwise, that still holds. Whom the answer names is told.
     */
    public void reconsider(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        if (file.owner().function() != Owner.Function.LOCAL_SECURITY_OFFICER) {
            return;
        }
        List<ResponsibilityDecision> former = decisions(caseNumber);
        ResponsibilityDecision latest = former.get(former.size() - 1);
        decide(file, false, file.owner(), latest.chosenReason(), latest.chosenRules(), latest.decidedBy())
                .inform()
                .stream()
                .filter(owner ->
                        former.stream().noneMatch(decision -> decision.inform().contains(owner)))
                .forEach(owner -> inform(caseNumber, owner));
    }

    /** Whether the question has moved, and a local security officer keeps the case until a consultation about it. */
    @Transactional(readOnly = true)
    public boolean awaitsTakeover(String caseNumber) {
        return latest(caseNumber).awaitsTakeover()
                && cases.get(caseNumber).owner().function() == Owner.Function.LOCAL_SECURITY_OFFICER;
    }

    /** The decision in force. */
    @Transactional(readOnly = true)
    public ResponsibilityDecision latest(String caseNumber) {
        List<ResponsibilityDecision> all = decisions.findByCaseNumberOrderById(caseNumber);
        return all.get(all.size() - 1);
    }

    @Transactional(readOnly = true)
    public List<ResponsibilityDecision> decisions(String caseNumber) {
        return decisions.findByCaseNumberOrderById(caseNumber);
    }

    /**
     * The one who settles an unclear or disputed responsibility moves the case to whose it is.
     *
     * @throws Refused when the reason is too short, or the owner is the same or unknown
     */
    public void settle(String caseNumber, Owner chosen, String reason, List<String> rules, String person) {
        CaseFile file = cases.get(caseNumber);
        if (reason == null || reason.strip().length() < SHORTEST_REASON) {
            throw Refused.at("reason", "tooShort", SHORTEST_REASON);
        }
        if (chosen == null || !possibleOwners().contains(chosen)) {
            throw Refused.at("owner", "owner.unknown");
        }
        if (chosen.equals(file.owner())) {
            throw Refused.at("owner", "owner.same");
        }
        ResponsibilityDecision decision = decide(file, false, chosen, reason, rules, person);
        Owner former = file.owner();
        handOver(file, chosen, chosen, EventKind.RESPONSIBILITY_CHANGED, reason, person, decision.id());
        leave(file, former);
    }

    /** The one who settles finds that the case is where it should be. */
    public void keep(String caseNumber, String reason, String person) {
        cases.recordText(caseNumber, EventKind.RESPONSIBILITY_KEPT, person, reason);
    }

    /**
     * Another function takes over after a consultation (R29, R30); the former one is told, and sees it in outline.
     *
     * @param event whether both have signed, or it has been concluded without the one that was silent
     */
    public void takeOver(String caseNumber, Owner taker, String reason, EventKind event, String person) {
        CaseFile file = cases.get(caseNumber);
        Owner former = file.owner();
        boolean signed = event == EventKind.CASE_TRANSFERRED;
        ResponsibilityDecision decision = decide(file, signed, taker, reason, List.of(), person);
        handOver(file, taker, taker, event, null, person, decision.id());
        leave(file, former);
    }

    /** The former owner is told, and still sees who, which unit and which level; a party nothing. */
    private void leave(CaseFile file, Owner former) {
        if (former.function() != Owner.Function.PARTY) {
            cases.share(file.number(), former.group(), Relation.FORMER_OWNER, null);
            tell(file.number(), former);
        }
    }

    /** Keeps the table's answer, and beside it what the person has chosen where that is something else. */
    private ResponsibilityDecision decide(
            CaseFile file, boolean signed, Owner chosen, String reason, List<String> rules, String person) {
        Outcome outcome = table.decide(situation(file, signed));
        ResponsibilityDecision decision = new ResponsibilityDecision(
                file.number(), clock.instant(), outcome, withParty(outcome.responsible(), file));
        if (!chosen.equals(outcome.responsible()) || !rules.isEmpty()) {
            decision.chosenOtherwise(person, chosen, reason, rules);
        }
        return decisions.save(decision);
    }

    /**
     * The exposed person has said yes or no to their party: a case for which the party is responsible goes to its officer
     * with a yes, and back to Säkerhet och Beredskap with a no.
     */
    public void followConsent(String caseNumber, String person) {
        CaseFile file = cases.get(caseNumber);
        Owner holder = holderFor(file.responsible(), file);
        if (file.responsible().function() == Owner.Function.PARTY && !holder.equals(file.owner())) {
            // What the person themselves has told goes along; what officers have written stays with them.
            boolean toParty = holder.function() == Owner.Function.PARTY;
            cases.disclose(
                    caseNumber,
                    file.owner(),
                    holder.group(),
                    Disclosure.Occasion.CONSENT,
                    toParty ? SecrecyGround.CONSENT : null,
                    toParty ? EnumSet.of(Part.CONTACT, Part.DESCRIPTION, Part.PERSONS) : EnumSet.allOf(Part.class),
                    person);
            handOver(file, file.responsible(), holder, EventKind.RESPONSIBILITY_CHANGED, null, person, null);
        }
    }

    /** The party has got its first security officer, or lost its last one: the case follows as it does the consent. */
    public void followPartyOfficers(String caseNumber) {
        followConsent(caseNumber, null);
    }

    private void handOver(
            CaseFile file,
            Owner responsible,
            Owner next,
            EventKind event,
            String reason,
            String person,
            Long decision) {
        Owner former = file.owner();
        cases.holdBy(file, responsible, next, event, person, decision);
        cases.recordText(
                file.number(),
                event,
                person,
                reason,
                former.function().name(),
                String.valueOf(former.publicUnit()),
                next.function().name(),
                String.valueOf(next.publicUnit()));
        events.publishEvent(new OwnerChanged(file.number(), former, next));
        processes.refresh(file.number());
        String occasion = "owner-" + clock.instant();
        mail.write(file.number(), MailKind.NEW_OWNER, directory.members(next.group()), occasion);
        file.exposed().ifPresent(exposed -> mail.write(file.number(), MailKind.NEW_OWNER, Set.of(exposed), occasion));
    }

    /** Those to whom a case can be moved by a person's decision: Säkerhet och Beredskap, and each unit's officer. */
    @Transactional(readOnly = true)
    public List<Owner> possibleOwners() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(Owner.SECURITY_AND_PREPAREDNESS),
                        directory.units().stream()
                                .filter(unit -> unit.kind().hasLocalOfficer())
                                .map(unit -> Owner.localOfficer(unit.code())))
                .toList();
    }

    public void remindSettlement(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        mail.write(caseNumber, MailKind.SETTLEMENT_REMINDER, cases.workers(file), "settlement");
        cases.record(caseNumber, EventKind.SETTLEMENT_REMINDED, null);
    }
}
