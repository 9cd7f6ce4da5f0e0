package se.varna.demo;

import static java.util.Map.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import se.varna.access.Extent;
import se.varna.access.ReadLog;
import se.varna.assessment.Assessments;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.CloseOutcome;
import se.varna.casefile.Level;
import se.varna.casefile.OpenInCase;
import se.varna.casefile.OpenMatters.OpenMatter;
import se.varna.common.Sweden;
import se.varna.consultation.InformationCopy;
import se.varna.demo.process.EngineByHand;
import se.varna.duty.StaffedHours;
import se.varna.followup.FollowUp;
import se.varna.measures.Measure;
import se.varna.measures.MeasureKind;
import se.varna.measures.Measures;
import se.varna.police.PoliceReferral;

/** How the demo's officers work their tasks: when, and what they answer, by lot. */
@Component
@Profile("demo")
class Officers {

    private static final List<Map.Entry<PoliceReferral.Decision, Integer>> POLICE = List.of(
            entry(PoliceReferral.Decision.REPORTED, 11),
            entry(PoliceReferral.Decision.REPORT, 4),
            entry(PoliceReferral.Decision.LATER, 15),
            entry(PoliceReferral.Decision.DECLINED, 70));

    private static final List<Map.Entry<PoliceReferral.DeclineReason, Integer>> REASONS = List.of(
            entry(PoliceReferral.DeclineReason.LEADS_NOWHERE, 38),
            entry(PoliceReferral.DeclineReason.PART_OF_THE_JOB, 27),
            entry(PoliceReferral.DeclineReason.A_TRIFLE, 20),
            entry(PoliceReferral.DeclineReason.FEAR_OF_REPRISAL, 8),
            entry(PoliceReferral.DeclineReason.OTHER, 7));

    private static final List<Map.Entry<PoliceReferral.Outcome, Integer>> OUTCOMES = List.of(
            entry(PoliceReferral.Outcome.ONGOING, 45),
            entry(PoliceReferral.Outcome.DISCONTINUED, 42),
            entry(PoliceReferral.Outcome.PROSECUTED, 8),
            entry(PoliceReferral.Outcome.JUDGED, 5));

    /** How often in a hundred a measure is proposed, by level. */
    private static final Map<Level, Integer> PROTECTED =
            Map.of(Level.LOW, 8, Level.ELEVATED, 30, Level.HIGH, 65, Level.ACUTE, 90);

    private final CaseFiles cases;
    private final Assessments assessments;
    private final Measures measures;
    private final OpenInCase openInCase;
    private final ReadLog readLog;
    private final StaffedHours hours;
    private final EngineByHand engine;
    private final Clock clock;
    private final Past past = Past.read();

    Officers(
            CaseFiles cases,
            Assessments assessments,
            Measures measures,
            OpenInCase openInCase,
            ReadLog readLog,
            StaffedHours hours,
            EngineByHand engine,
            Clock clock) {
        this.cases = cases;
        this.assessments = assessments;
        this.measures = measures;
        this.openInCase = openInCase;
        this.readLog = readLog;
        this.hours = hours;
        this.engine = engine;
        this.clock = clock;
    }

    /** What is to become of a case: its dice, and how many follow-ups there will be before somebody thinks of closing. */
    record Story(Dice dice, int followUps) {

        Story(Dice dice) {
            this(dice, 1 + dice.below(3));
        }
    }

    /** When somebody takes the task: mostly before it is due, and what is not urgent when the office is open. */
    Instant when(EngineByHand.Task task, Story story) {
        Instant now = clock.instant();
        Duration left = Duration.between(now, task.due());
        Dice dice = story.dice();
        boolean late = left.isNegative() || dice.percent(12);
        if (task.key().equals("userTask_followUp") && !late) {
            return task.due().minus(Duration.ofMinutes(5 + dice.below(115)));
        }
        Instant wanted = late
                ? (left.isNegative() ? now : task.due()).plus(Duration.ofMinutes(20 + dice.below(1200)))
                : now.plusSeconds((long) (left.toSeconds() * (0.1 + 0.8 * dice.share())));
        if (left.compareTo(Duration.ofHours(2)) < 0) {
            return wanted;
        }
        Instant open = hours.nextStaffed(wanted);
        return late || open.isBefore(task.due()) ? open : task.due().minusSeconds(60);
    }

    /** @return false for a task that is left to those who look at the demo */
    boolean work(String caseNumber, EngineByHand.Task task, Story story) {
        List<String> persons = engine.offeredTo(task.id());
        if (persons.isEmpty()) {
            return false;
        }
        String person = story.dice().one(persons);
        Map<String, Object> typed =
                switch (task.key()) {
                    case "userTask_contactExposed" -> contact(story);
                    case "userTask_assessIncident" -> assess(caseNumber, person, story);
                    case "userTask_advisePoliceReport" -> advise(caseNumber, story);
                    case "userTask_reportToPolice" -> made(caseNumber, story, "policeReport", "MADE");
                    case "userTask_followPoliceCase" -> followPolice(story);
                    case "userTask_decideMeasure" -> decideMeasure(caseNumber, story);
                    case "userTask_orderMeasure" ->
                        typed(
                                "measureProgress", "ORDERED",
                                "orderedFrom", story.dice().one(past.orderedFrom()),
                                "orderedAt", today().toString());
                    case "userTask_confirmMeasure" ->
                        typed("measureProgress", "IN_FORCE", "inForceFrom", today().toString());
                    case "userTask_reviewMeasure" -> review(caseNumber, story);
                    case "userTask_followUp" -> followUp(caseNumber, story);
                    case "userTask_settleResponsibility" ->
                        typed("decision", "KEEP", "reason", story.dice().one(past.settlementReasons()));
                    case "userTask_takeOverFromOnCall" -> typed("taken", true);
                    case "userTask_takeInInformation" ->
                        typed("informationAnswer", InformationCopy.Answer.ACKNOWLEDGE.name());
                    default -> null;
                };
        if (typed != null) {
            engine.complete(person, task.id(), typed);
        }
        return typed != null;
    }

    private Map<String, Object> contact(Story story) {
        return story.dice().percent(92)
                ? typed("contactOutcome", "REACHED", "note", story.dice().one(past.contactNotes()))
                : typed("contactOutcome", "NOT_REACHED", "note", story.dice().one(past.noAnswerNotes()));
    }

    /** Mostly as the table recommends. */
    private Map<String, Object> assess(String caseNumber, String person, Story story) {
        readLog.record(caseNumber, person, "READ", Extent.FULL);
        int table = assessments.recommend(caseNumber).level().ordinal();
        int drawn = table + (story.dice().percent(8) ? 1 : story.dice().percent(15) ? -1 : 0);
        Level level = Level.values()[Math.max(0, Math.min(drawn, Level.values().length - 1))];
        List<String> proposed = new ArrayList<>();
        if (measures.of(caseNumber).isEmpty() && story.dice().percent(PROTECTED.get(level))) {
            proposed.add(aMeasure(story));
        }
        return typed("level", level.name(), "reason", story.dice().one(past.assessmentReasons()), "measures", proposed);
    }

    private String aMeasure(Story story) {
        return story.dice()
                .one(measures.catalogue().stream()
                        .map(MeasureKind::code)
                        .sorted()
                        .toList());
    }

    private Map<String, Object> advise(String caseNumber, Story story) {
        PoliceReferral.Decision decision = story.dice().one(POLICE, 100);
        return switch (decision) {
            case REPORTED -> made(caseNumber, story, "policeDecision", decision.name());
            case REPORT -> typed("policeDecision", decision.name(), "reportedBy", reporter(caseNumber, story));
            case LATER, DECLINED ->
                typed(
                        "policeDecision", decision.name(),
                        "declineReason", story.dice().one(REASONS, 100).name());
        };
    }

    private Map<String, Object> made(String caseNumber, Story story, String question, String answer) {
        String reportNumber =
                "5000-K%06d-%02d".formatted(100_000 + story.dice().below(900_000), today().getYear() % 100);
        return typed(
                question,
                answer,
                "reportNumber",
                reportNumber,
                "reportedAt",
                today().toString(),
                "reportedBy",
                reporter(caseNumber, story));
    }

    private String reporter(String caseNumber, Story story) {
        return oneOf(PoliceReferral.ReportedBy.values(), PoliceReferral.ReportedBy.CITY, caseNumber, story);
    }

    /** By lot; what is the city's own is not for a party that works the case. */
    private <T extends Enum<T>> String oneOf(T[] all, T citysOwn, String caseNumber, Story story) {
        boolean party = cases.isWorkedByParty(caseNumber);
        return story.dice()
                .one(Arrays.stream(all)
                        .filter(each -> !party || each != citysOwn)
                        .toList())
                .name();
    }

    private Map<String, Object> followPolice(Story story) {
        return typed(
                "policeOutcome", story.dice().one(OUTCOMES, 100).name(),
                "outcomeAt", today().toString(),
                "note", story.dice().one(past.policeNotes()));
    }

    private Map<String, Object> decideMeasure(String caseNumber, Story story) {
        String reason = story.dice().one(past.measureReasons());
        return story.dice().percent(85)
                ? typed(
                        "measureDecision",
                        "APPROVED",
                        "provider",
                        oneOf(Measure.Provider.values(), Measure.Provider.SECURITY_COMPANY, caseNumber, story),
                        "reviewAt",
                        today().plusDays(14 + story.dice().below(15)).toString(),
                        "reason",
                        reason)
                : typed("measureDecision", "REJECTED", "reason", reason);
    }

    private Map<String, Object> review(String caseNumber, Story story) {
        String reason = story.dice().one(past.measureReasons());
        boolean called = measures.of(caseNumber).stream().anyMatch(measure -> measure.calledFor() != null);
        return !called && story.dice().percent(35)
                ? typed(
                        "measureReview",
                        "EXTEND",
                        "reviewAt",
                        today().plusDays(28).toString(),
                        "reason",
                        reason)
                : typed("measureReview", "END", "reason", reason);
    }

    private Map<String, Object> followUp(String caseNumber, Story story) {
        CaseFile file = cases.get(caseNumber);
        Map<String, Object> talk = typed(
                "wellbeing", story.dice().one(past.wellbeing()),
                "measuresWork", FollowUp.Working.NONE.name(),
                "affectsDuty",
                        story.dice().one(List.of(FollowUp.Effect.values())).name());
        if (story.dice().percent(6)) {
            talk.putAll(
                    typed("moreHappened", "YES", "whatHappened", story.dice().one(past.whatHappened())));
            return talk;
        }
        talk.put("moreHappened", "NO");
        boolean enough = file.followUps() + 1 >= story.followUps();
        boolean blocked = openInCase.of(caseNumber).stream().anyMatch(OpenMatter::blocksClosing);
        if (!enough) {
            talk.put("followUpOutcome", FollowUp.Outcome.CONTINUE.name());
        } else if (blocked) {
            talk.put("followUpOutcome", FollowUp.Outcome.PREPARE_CLOSE.name());
        } else {
            talk.putAll(typed(
                    "followUpOutcome", FollowUp.Outcome.CLOSE.name(),
                    "closeOutcome",
                            story.dice()
                                    .one(List.of(
                                            CloseOutcome.RESOLVED,
                                            CloseOutcome.RESOLVED,
                                            CloseOutcome.NO_FURTHER_ACTION))
                                    .name(),
                    "closeReason", story.dice().one(past.closeReasons()),
                    "told", true,
                    "toldHow", story.dice().one(past.toldHow())));
        }
        return talk;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Sweden.TIME));
    }

    private static Map<String, Object> typed(Object... keysAndValues) {
        Map<String, Object> typed = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            typed.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return typed;
    }
}
