package se.varna.responsibility;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Concern;
import se.varna.access.Part;
import se.varna.access.Relation;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Disclosure;
import se.varna.casefile.EventKind;
import se.varna.casefile.Phase;
import se.varna.casefile.Report;
import se.varna.casefile.SecrecyGround;
import se.varna.casefile.TimelineEvent;
import se.varna.common.Refused;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
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
    private static final String QUESTION_MOVED = "QuestionMoved";

    private final ResponsibilityTable table;
    private final ResponsibilityDecisions decisions;
    private final SettlementRepository settlements;
    private final CaseFiles cases;
    private final Directory directory;
    private final Processes processes;
    private final Mail mail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Responsibilities(
            ResponsibilityTable table,
            ResponsibilityDecisions decisions,
            SettlementRepository settlements,
            CaseFiles cases,
            Directory directory,
            Processes processes,
            Mail mail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.decisions = decisions;
        this.settlements = settlements;
        this.cases = cases;
        this.directory = directory;
        this.processes = processes;
        this.mail = mail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The first decision about a new case. One that is only for now (rows 8 and 9) also starts its settlement; a question
     * is answered by the one who got it, who can say that it is another's.
     */
    public void decide(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        Outcome outcome = table.decide(situation(file, false));
        Owner responsible = withParty(outcome.responsible(), file);
        ResponsibilityDecision decision =
                decisions.save(new ResponsibilityDecision(caseNumber, clock.instant(), outcome, responsible));
        Owner holder = holderFor(responsible, file);
        cases.recordText(
                caseNumber,
                EventKind.RESPONSIBILITY_DECIDED,
                null,
                outcome.reason(),
                TimelineEvent.naming(List.of(responsible)));
        cases.holdBy(file, responsible, holder, EventKind.RESPONSIBILITY_DECIDED, null, decision.id());
        if (!holder.equals(responsible)) {
            cases.record(caseNumber, EventKind.HELD_FOR_PARTY, null);
        }
        if (outcome.isUnsettled() && file.concern() != Concern.QUESTION) {
            settlements.saveAndFlush(new Settlement(caseNumber, clock.instant()));
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
                consultationSigned,
                file.concern() == Concern.QUESTION
                        && file.exposed().filter(this::asksForUnit).isPresent());
    }

    /** Whether the person's questions are those of a unit or a party, whose security officer they are (R46). */
    @Transactional(readOnly = true)
    public boolean asksForUnit(String person) {
        Set<String> groups = directory.groups(person);
        return groups.contains(Groups.LOCAL_OFFICERS) || groups.contains(Groups.PARTY_OFFICERS);
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

    /** Tells those who work the case that it is theirs. */
    public void tellWorkers(String caseNumber) {
        mail.write(caseNumber, MailKind.NEW_CASE, cases.workers(cases.get(caseNumber)), "new-case");
    }

    /** Has the case's responsibility tried again; one that has been closed meanwhile has nobody left to take over. */
    public void tellQuestionMoved(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        if (file.phase() != Phase.CLOSED) {
            processes.deliver(QUESTION_MOVED, file.processInstance());
        }
    }

    /**
     * Asks the table again, since the question is said to have moved, and keeps its answer beside the former. It moves
     * nothing by itself, and where a person has chosen otherwise, that still holds.
     */
    public void reconsider(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        if (file.owner().function() != Owner.Function.LOCAL_SECURITY_OFFICER) {
            return;
        }
        ResponsibilityDecision latest = latest(caseNumber);
        ResponsibilityDecision decision = askedAnew(file, false);
        if (!file.owner().equals(decision.responsible())) {
            decision.chosenBy(latest.decidedBy(), file.owner(), latest.chosenReason(), latest.chosenRules());
        }
        decisions.save(decision);
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

    /** The case's decisions by their ids. */
    @Transactional(readOnly = true)
    public Map<Long, ResponsibilityDecision> decisionsById(String caseNumber) {
        return decisions(caseNumber).stream()
                .collect(Collectors.toMap(ResponsibilityDecision::id, Function.identity()));
    }

    @Transactional(readOnly = true)
    public List<ResponsibilityDecision> decisions(String caseNumber) {
        return decisions.findByCaseNumberOrderById(caseNumber);
    }

    /**
     * A person decides that the case is another's. It goes there, and with it what goes along; to a party only with the
     * exposed person's consent, and until then Säkerhet och Beredskap holds it (R32).
     *
     * @param chosen whose it is; a party without its code
     * @param along what the one who holds it has attached
     * @return id of the decision
     * @throws Refused when that is the same as before, or no function that there is
     */
    Long settle(
            String caseNumber, Owner chosen, String reason, List<GuidanceRule> rules, Set<Part> along, String person) {
        CaseFile file = cases.get(caseNumber);
        if (!isPossible(chosen)) {
            throw Refused.at("owner", "owner.unknown");
        }
        if (isResponsible(chosen, file)) {
            throw Refused.at("owner", "owner.same");
        }
        Owner responsible = withParty(chosen, file);
        Owner former = file.owner();
        Owner holder = holderFor(responsible, file);
        Long decision = sayBesideTheTable(file, responsible, reason, rules, person);
        if (holder.equals(former)) {
            Owner before = file.responsible();
            cases.holdBy(file, responsible, holder, EventKind.RESPONSIBILITY_CHANGED, person, decision);
            recordChange(file, before, responsible, EventKind.RESPONSIBILITY_CHANGED, reason, person);
        } else {
            giveAlong(file, holder, along, person);
            handOver(file, responsible, holder, EventKind.RESPONSIBILITY_CHANGED, reason, person, decision);
            leave(file, former);
        }
        if (!holder.equals(responsible)) {
            cases.record(caseNumber, EventKind.HELD_FOR_PARTY, null);
        }
        return decision;
    }

    /**
     * A person decides that the case is where it should be.
     *
     * @return id of the decision
     */
    Long keep(String caseNumber, String reason, List<GuidanceRule> rules, String person) {
        CaseFile file = cases.get(caseNumber);
        cases.recordText(caseNumber, EventKind.RESPONSIBILITY_KEPT, person, reason);
        return sayBesideTheTable(file, file.responsible(), reason, rules, person);
    }

    private Long sayBesideTheTable(
            CaseFile file, Owner chosen, String reason, List<GuidanceRule> rules, String person) {
        boolean consulted = latest(file.number()).isAfterConsultation();
        return decisions
                .save(askedAnew(file, consulted).chosenBy(person, chosen, reason, rules))
                .id();
    }

    /** A party cannot hand over more later on, so everything goes along from it (the secrecy act does not bind it). */
    private void giveAlong(CaseFile file, Owner next, Set<Part> attached, String person) {
        if (next.function() == Owner.Function.PARTY) {
            giveToParty(file, next, person);
        } else {
            boolean fromParty = file.owner().function() == Owner.Function.PARTY;
            cases.discloseByRule(
                    file.number(),
                    next.group(),
                    Disclosure.Occasion.DISPUTE,
                    fromParty ? EnumSet.allOf(Part.class) : attached,
                    person);
        }
    }

    /**
     * Another function takes over after a consultation (R29, R30); the former one is told, and sees it in outline.
     *
     * @param event whether both have signed, or it has been concluded without the one that was silent
     */
    public void takeOver(String caseNumber, Owner taker, String reason, EventKind event, String person) {
        CaseFile file = cases.get(caseNumber);
        Owner former = file.owner();
        ResponsibilityDecision decision = askedAnew(file, event == EventKind.CASE_TRANSFERRED);
        if (!taker.equals(decision.responsible())) {
            decision.chosenBy(person, taker, reason, List.of());
        }
        decisions.save(decision);
        handOver(file, taker, taker, event, null, person, decision.id());
        leave(file, former);
    }

    /** The former owner is told, and still sees who, which unit and which level, on an information copy's ground; a party nothing. */
    private void leave(CaseFile file, Owner former) {
        if (former.function() != Owner.Function.PARTY) {
            cases.share(file.number(), former.group(), Relation.FORMER_OWNER, null);
            mail.write(file.number(), MailKind.INFORMED, directory.members(former.group()), "left-" + clock.instant());
            cases.record(
                    file.number(),
                    EventKind.INFORMED,
                    null,
                    TimelineEvent.naming(
                            List.of(former),
                            cases.ground(Disclosure.Occasion.INFORMATION_COPY).name()));
        }
    }

    private ResponsibilityDecision askedAnew(CaseFile file, boolean consultationSigned) {
        Outcome outcome = table.decide(situation(file, consultationSigned));
        return new ResponsibilityDecision(
                file.number(), clock.instant(), outcome, withParty(outcome.responsible(), file));
    }

    /**
     * The exposed person has said yes or no to their party: a case for which the party is responsible goes to its officer
     * with a yes, and back to Säkerhet och Beredskap with a no.
     */
    public void followConsent(String caseNumber, String person) {
        CaseFile file = cases.get(caseNumber);
        Owner holder = holderFor(file.responsible(), file);
        if (file.responsible().function() == Owner.Function.PARTY && !holder.equals(file.owner())) {
            if (holder.function() == Owner.Function.PARTY) {
                giveToParty(file, holder, person);
            } else {
                cases.disclose(
                        caseNumber,
                        file.owner(),
                        holder.group(),
                        Disclosure.Occasion.CONSENT,
                        null,
                        EnumSet.allOf(Part.class),
                        person);
            }
            handOver(file, file.responsible(), holder, EventKind.RESPONSIBILITY_CHANGED, null, person, null);
        }
    }

    /** What the exposed person themselves has told goes along to their party; what officers have written stays with them. */
    private void giveToParty(CaseFile file, Owner party, String person) {
        cases.disclose(
                file.number(),
                file.owner(),
                party.group(),
                Disclosure.Occasion.CONSENT,
                SecrecyGround.CONSENT,
                EnumSet.of(Part.CONTACT, Part.DESCRIPTION, Part.PERSONS),
                person);
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
        recordChange(file, former, next, event, reason, person);
        cases.holdBy(file, responsible, next, event, person, decision);
        processes.refresh(file.number());
        // Afterwards: what ends now, within one command of the engine, must not be brought in line any more.
        events.publishEvent(new OwnerChanged(file.number(), former, next));
        String occasion = "owner-" + clock.instant();
        mail.write(file.number(), MailKind.NEW_OWNER, cases.workers(file), occasion);
        file.exposed().ifPresent(exposed -> mail.write(file.number(), MailKind.NEW_OWNER, Set.of(exposed), occasion));
    }

    private void recordChange(CaseFile file, Owner from, Owner to, EventKind event, String reason, String person) {
        cases.recordText(file.number(), event, person, reason, TimelineEvent.naming(List.of(from, to)));
    }

    /** Whether a person can decide that a case is theirs: one of {@link #possibleOwners}, or a party, without its code. */
    boolean isPossible(Owner owner) {
        return owner != null
                && (owner.equals(Owner.party(null)) || possibleOwners().contains(owner));
    }

    /** Whether the case is theirs already; a party is only ever the exposed person's. */
    boolean isResponsible(Owner owner, CaseFile file) {
        return owner != null && withParty(owner, file).equals(withParty(file.responsible(), file));
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
}
