package se.varna.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.NeedToKnow;
import se.varna.access.ReadLog;
import se.varna.access.Relation;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.casefile.Information;
import se.varna.casefile.Level;
import se.varna.casefile.Report;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.consultation.Consultations;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.directory.Person;
import se.varna.duty.Terms;
import se.varna.engine.Decisions;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
import se.varna.measures.Measures;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;
import se.varna.police.PoliceReferrals;

/** How serious a case is. The table recommends, a person decides and says why; both are kept. */
@Service
@Transactional
public class Assessments {

    /** To go below what the table recommends takes an explanation, not a word. */
    private static final int SHORTEST_REASON_BELOW = 20;

    private static final String DEADLINE_DECISION = "assessmentDeadline";

    private final LevelTable table;
    private final LevelDecisions decisions;
    private final Patterns patterns;
    private final CaseFiles cases;
    private final NeedToKnow needToKnow;
    private final ReadLog readLog;
    private final PoliceReferrals referrals;
    private final Measures measures;
    private final Consultations consultations;
    private final Directory directory;
    private final Processes processes;
    private final Decisions tables;
    private final Terms terms;
    private final Mail mail;
    private final Clock clock;

    Assessments(
            LevelTable table,
            LevelDecisions decisions,
            Patterns patterns,
            CaseFiles cases,
            NeedToKnow needToKnow,
            ReadLog readLog,
            PoliceReferrals referrals,
            Measures measures,
            Consultations consultations,
            Directory directory,
            Processes processes,
            Decisions tables,
            Terms terms,
            Mail mail,
            Clock clock) {
        this.table = table;
        this.decisions = decisions;
        this.patterns = patterns;
        this.cases = cases;
        this.needToKnow = needToKnow;
        this.readLog = readLog;
        this.referrals = referrals;
        this.measures = measures;
        this.consultations = consultations;
        this.directory = directory;
        this.processes = processes;
        this.tables = tables;
        this.terms = terms;
        this.mail = mail;
        this.clock = clock;
    }

    /** What the table says of everything reported so far. */
    @Transactional(readOnly = true)
    public LevelTable.Recommendation recommend(String caseNumber) {
        return recommend(caseNumber, Set.of(), Repeated.NOTHING);
    }

    /** What the table says of everything reported so far to one who is to assess, with what they may know of other cases. */
    @Transactional(readOnly = true)
    public LevelTable.Recommendation recommend(String caseNumber, Repeated repeated) {
        return recommend(caseNumber, Set.of(), repeated);
    }

    private LevelTable.Recommendation recommend(String caseNumber, Set<Factor> factors, Repeated repeated) {
        CaseFile file = cases.get(caseNumber);
        Report.Answers answers = cases.answers(caseNumber);
        Set<String> all = names(factors);
        all.addAll(names(answers.indicators()));
        for (Information later : cases.information(caseNumber)) {
            all.addAll(names(later.indicators()));
        }
        if (answers.happenedBefore()) {
            all.add("REPEATED");
        }
        return table.recommend(file.acuteDanger(), answers.kinds(), all, repeated.factors());
    }

    /** Keeps the level that the table gives before anyone has assessed. */
    public LevelTable.Recommendation recordProvisional(String caseNumber) {
        LevelTable.Recommendation recommendation = recommend(caseNumber);
        decisions.save(new LevelDecision(
                caseNumber,
                clock.instant(),
                null,
                recommendation,
                recommendation.level(),
                Set.of(),
                Repeated.NOTHING,
                null,
                LevelDecision.Orders.NONE));
        return recommendation;
    }

    /**
     * A person decides the level and what is to be set going.
     *
     * @throws Refused when something new has come that the assessor has not read, when the level is under the floor
     *     that a factor they found themselves sets, or when it is under the table's without an explanation
     */
    public void assess(
            String caseNumber,
            Level level,
            Set<Factor> factors,
            String reason,
            LevelDecision.Orders orders,
            String person) {
        CaseFile file = cases.get(caseNumber);
        if (file.informationAt().isAfter(file.receivedAt())
                && !readLog.hasReadSince(caseNumber, person, file.informationAt())) {
            throw Refused.because("assessment.unreadInformation");
        }
        Repeated repeated = patterns.of(caseNumber, needToKnow.sight(person, caseNumber));
        LevelTable.Recommendation recommendation = recommend(caseNumber, factors, repeated);
        Problems problems = new Problems();
        boolean underFloor = !factors.isEmpty()
                && level.compareTo(Level.HIGH) < 0
                && table.recommend(false, List.of(), names(factors)).level().isAtLeast(Level.HIGH);
        problems.addIf(underFloor, "level", "assessment.floor");
        problems.addIf(
                level.compareTo(recommendation.level()) < 0 && reason.length() < SHORTEST_REASON_BELOW,
                "reason",
                "assessment.belowTable",
                SHORTEST_REASON_BELOW);
        orders.measures().stream()
                .filter(kind -> !measures.isKnown(kind))
                .findFirst()
                .ifPresent(kind -> problems.add("measures", "unknownChoice"));
        problems.addIf(orders.informParty() && !file.partyConsent(), "informParty", "assessment.noConsent");
        cases.refuseParty(problems, caseNumber, orders.consultation(), "proposeConsultation");
        cases.refuseParty(problems, caseNumber, orders.informParty(), "informParty");
        problems.refuseIfAny();

        Instant now = clock.instant();
        decisions.save(new LevelDecision(
                caseNumber, now, person, recommendation, level, names(factors), repeated, reason, orders));
        file.assessed(level, now);
        cases.recordText(
                caseNumber,
                EventKind.ASSESSED,
                person,
                reason,
                level.name(),
                recommendation.level().name());
    }

    /**
     * Sets going what the latest assessment decided; the police question is always raised once (R6, R42). What is under
     * way already follows the level.
     */
    public void startDecided(String caseNumber) {
        processes.refresh(caseNumber);
        List<LevelDecision> assessments = decisions.findByCaseNumberAndDecidedByIsNotNullOrderByIdDesc(caseNumber);
        LevelDecision latest = assessments.get(0);
        measures.assessed(
                caseNumber,
                assessments.size() > 1
                        && latest.level().compareTo(assessments.get(1).level()) < 0);
        LevelDecision.Orders orders = latest.orders();
        if (orders.policeReferral() || !referrals.hasAny(caseNumber)) {
            referrals.start(caseNumber);
        }
        orders.measures().forEach(kind -> measures.propose(caseNumber, kind, null, latest.decidedBy()));
        if (orders.consultation()) {
            consultations.proposeAfterAssessment(caseNumber, latest.decidedBy());
        }
        if (orders.informParty()) {
            informParty(caseNumber, latest.decidedBy());
        }
    }

    private void informParty(String caseNumber, String person) {
        cases.get(caseNumber)
                .exposed()
                .flatMap(directory::person)
                .map(Person::party)
                .map(Owner::party)
                .ifPresent(party -> {
                    cases.share(caseNumber, party.group(), Relation.CONSENT, null);
                    mail.write(caseNumber, MailKind.PARTY_INFORMED, directory.members(party.group()), "party");
                    cases.record(caseNumber, EventKind.PARTY_INFORMED, person);
                });
    }

    @Transactional(readOnly = true)
    public List<LevelDecision> decisions(String caseNumber) {
        return decisions.findByCaseNumberOrderById(caseNumber);
    }

    // --- the task

    @Transactional(readOnly = true)
    public TaskTerms terms(String caseNumber) {
        return new TaskTerms(Set.of(cases.actingGroup(cases.get(caseNumber))), dueAt(caseNumber));
    }

    /** By when the assessment is to be done, by {@code assessment-deadline.dmn} from when the case came to it. */
    @Transactional(readOnly = true)
    public Instant dueAt(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        Map<String, Object> row = tables.ask(
                        DEADLINE_DECISION, Map.of("level", file.level().name()))
                .only();
        return terms.due(file.phaseSince(), row);
    }

    public void remind(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        mail.write(caseNumber, MailKind.ASSESSMENT_REMINDER, cases.workers(file), "assessment-" + file.phaseSince());
        cases.record(caseNumber, EventKind.ASSESSMENT_REMINDED, null);
    }

    private static Set<String> names(Set<? extends Enum<?>> values) {
        Set<String> names = new HashSet<>();
        values.forEach(value -> names.add(value.name()));
        return names;
    }
}
