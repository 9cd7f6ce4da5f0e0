package se.varna.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.CloseOutcome;
import se.varna.casefile.EventKind;
import se.varna.casefile.Indicator;
import se.varna.casefile.OpenInCase;
import se.varna.casefile.Phase;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.common.Sweden;
import se.varna.duty.CalendarChanged;
import se.varna.duty.StaffedHours;
import se.varna.election.Elections;
import se.varna.engine.Decisions;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
import se.varna.engine.Variables;
import se.varna.measures.Measures;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;

/** Follows a case up (R37) until it is closed, takes in what is new meanwhile, and opens it again. */
@Service
@Transactional
public class Following {

    private static final String INTERVAL_DECISION = "followUpInterval";
    private static final String INFORMATION_PROCESS = "newInformation";
    private static final String NEW_INFORMATION = "NewInformation";
    private static final String CASE_REOPENED = "CaseReopened";

    private final FollowUps followUps;
    private final CaseFiles cases;
    private final Measures measures;
    private final OpenInCase openInCase;
    private final Decisions decisions;
    private final StaffedHours hours;
    private final Elections elections;
    private final LocalTime timeOfDay;
    private final Processes processes;
    private final Mail mail;
    private final Clock clock;

    Following(
            FollowUps followUps,
            CaseFiles cases,
            Measures measures,
            OpenInCase openInCase,
            Decisions decisions,
            StaffedHours hours,
            Elections elections,
            @Value("${varna.follow-up.time-of-day}") LocalTime timeOfDay,
            Processes processes,
            Mail mail,
            Clock clock) {
        this.followUps = followUps;
        this.cases = cases;
        this.measures = measures;
        this.openInCase = openInCase;
        this.decisions = decisions;
        this.hours = hours;
        this.elections = elections;
        this.timeOfDay = timeOfDay;
        this.processes = processes;
        this.mail = mail;
        this.clock = clock;
    }

    /** Plans the next follow-up by the level's intervals. */
    public void plan(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        file.followUpDueAt(nextDue(file));
        cases.record(
                caseNumber,
                EventKind.FOLLOW_UP_PLANNED,
                null,
                file.followUpDueAt().toString());
    }

    private Instant nextDue(CaseFile file) {
        Optional<FollowUp> previous =
                file.followUps() == 0 ? Optional.empty() : followUps.findFirstByCaseNumberOrderByIdDesc(file.number());
        return previous.map(FollowUp::nextDay)
                .map(this::onDay)
                .orElseGet(() -> dueByTable(file, 1, previous.map(FollowUp::at).orElse(file.assessedAt())));
    }

    /** @param ahead how many follow-ups after those that have been made since the assessment */
    private Map<String, Object> interval(CaseFile file, int ahead) {
        return decisions
                .ask(
                        INTERVAL_DECISION,
                        Map.of(
                                "level",
                                file.level().name(),
                                "number",
                                file.followUps() + ahead,
                                "electionTime",
                                elections.isElectionTime()))
                .only();
    }

    /** The first of the table's days that comes after the previous follow-up: one that was late leaps what has passed. */
    private Instant dueByTable(CaseFile file, int ahead, Instant previous) {
        for (int number = ahead; ; number++) {
            Map<String, Object> row = interval(file, number);
            LocalDate day = row.get("daysAfterAssessment") instanceof Number days
                    ? dayOf(file.assessedAt()).plusDays(days.longValue())
                    : dayOf(previous).plusDays(((Number) row.get("daysAfterPrevious")).longValue());
            if (day.isAfter(dayOf(previous))) {
                return onDay(takesPlaceOn(row, day) ? day : hours.nextWeekday(day));
            }
        }
    }

    private boolean takesPlaceOn(Map<String, Object> row, LocalDate day) {
        return Boolean.TRUE.equals(row.get("weekendToo")) || hours.isWeekday(day);
    }

    private Instant onDay(LocalDate day) {
        return day.atTime(timeOfDay).atZone(Sweden.TIME).toInstant();
    }

    private static LocalDate dayOf(Instant moment) {
        return moment.atZone(Sweden.TIME).toLocalDate();
    }

    /** @param latest the last day that an officer may choose instead */
    public record Suggestion(Instant due, LocalDate latest) {}

    /** When the follow-up after the one that is being made comes by the table, and how late it may come. */
    @Transactional(readOnly = true)
    public Suggestion suggest(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        Instant now = clock.instant();
        return new Suggestion(dueByTable(file, 2, now), dayOf(now).plusDays(longestDays(interval(file, 2))));
    }

    private static long longestDays(Map<String, Object> row) {
        return ((Number) row.get("longestDays")).longValue();
    }

    @Transactional(readOnly = true)
    public TaskTerms terms(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        return new TaskTerms(Set.of(cases.actingGroup(file)), file.followUpDueAt());
    }

    /** When a follow-up that has not been made is told to the deputy: the next weekday. */
    @Transactional(readOnly = true)
    public Instant overdueAt(String caseNumber) {
        return hours.plusWeekdays(cases.get(caseNumber).followUpDueAt(), 1);
    }

    /**
     * Records a follow-up. That more has happened is new information in the case, and leads back to assessment: nobody has
     * judged yet what it does to the level, and whoever assesses must have read it.
     *
     * @throws Refused with everything that has not been answered, and with everything that stands in the way of closing
     */
    public void record(String caseNumber, FollowUp.Talk talk, FollowUp.Next next, String person) {
        CaseFile file = cases.get(caseNumber);
        Problems problems = new Problems();
        checkTalk(problems, talk);
        checkNext(problems, file, talk, next);
        problems.refuseIfAny();

        followUps.save(new FollowUp(caseNumber, clock.instant(), person, talk, next));
        if (Boolean.TRUE.equals(talk.moreHappened())) {
            cases.addInformation(caseNumber, person, talk.whatHappened(), talk.indicators());
        }
        next.measures().forEach(kind -> measures.propose(caseNumber, kind, null, person));
        if (next.outcome() == FollowUp.Outcome.PREPARE_CLOSE) {
            measures.caseIsClosing(caseNumber);
        }
        cases.record(caseNumber, EventKind.FOLLOWED_UP, person, next.outcome().name());
        file.followedUp();
        if (next.outcome() == FollowUp.Outcome.REASSESS) {
            file.toBeAssessedAgain(clock.instant());
        }
    }

    private static void checkTalk(Problems problems, FollowUp.Talk talk) {
        boolean more = Boolean.TRUE.equals(talk.moreHappened());
        problems.addIf(talk.wellbeing() == null, "wellbeing", "required")
                .addIf(talk.moreHappened() == null, "moreHappened", "required")
                .addIf(more && talk.whatHappened() == null, "whatHappened", "required")
                .addIf(talk.measuresWork() == null, "measuresWork", "required")
                .addIf(talk.affectsDuty() == null, "affectsDuty", "required")
                .checkText("wellbeing", talk.wellbeing(), CaseFiles.LONGEST_TEXT)
                .checkText("whatHappened", talk.whatHappened(), CaseFiles.LONGEST_TEXT)
                .checkText("note", talk.note(), CaseFiles.LONGEST_TEXT);
    }

    private void checkNext(Problems problems, CaseFile file, FollowUp.Talk talk, FollowUp.Next next) {
        FollowUp.Outcome outcome = next.outcome();
        problems.addIf(outcome == null, "followUpOutcome", "required")
                .addIf(
                        Boolean.TRUE.equals(talk.moreHappened()) && outcome != FollowUp.Outcome.REASSESS,
                        "followUpOutcome",
                        "followUp.reassess")
                .addIf(!next.measures().stream().allMatch(measures::isKnown), "measures", "unknownChoice")
                .addIf(
                        !next.measures().isEmpty() && outcome != FollowUp.Outcome.CONTINUE,
                        "measures",
                        "followUp.measuresKeepOpen");
        if (outcome == FollowUp.Outcome.CONTINUE && next.day() != null) {
            checkDay(problems, interval(file, 2), next.day());
        }
        if (outcome == FollowUp.Outcome.CLOSE) {
            checkClosing(problems, file.number(), next.closing());
        }
    }

    private void checkDay(Problems problems, Map<String, Object> row, LocalDate day) {
        LocalDate today = dayOf(clock.instant());
        problems.addIf(
                        !day.isAfter(today) || day.isAfter(today.plusDays(longestDays(row))),
                        "nextDay",
                        "followUp.dayWithin",
                        longestDays(row))
                .addIf(!takesPlaceOn(row, day), "nextDay", "followUp.weekday");
    }

    /** Everything that is missing is said at once, each with what to do about it. */
    private void checkClosing(Problems problems, String caseNumber, FollowUp.Closing closing) {
        problems.addIf(closing.outcome() == null, "closeOutcome", "required")
                .addIf(closing.reason() == null, "closeReason", "required")
                .addIf(!closing.told(), "told", "close.told")
                .addIf(closing.toldHow() == null, "toldHow", "close.toldHow")
                .checkText("closeReason", closing.reason(), CaseFiles.LONGEST_TEXT)
                .checkText("toldHow", closing.toldHow(), CaseFiles.LONGEST_TEXT);
        cases.refuseParty(problems, caseNumber, closing.outcome() == CloseOutcome.REFERRED_TO_PARTY, "closeOutcome");
        openInCase.addBlocking(problems, caseNumber, open -> true);
    }

    /** The follow-ups that have been made, the first one first. */
    @Transactional(readOnly = true)
    public List<FollowUp> of(String caseNumber) {
        return followUps.findByCaseNumberOrderById(caseNumber);
    }

    /** Closes the case with the outcome of its last follow-up; what may stay open (a police case) is said. */
    public void close(String caseNumber) {
        FollowUp last = followUps.findFirstByCaseNumberOrderByIdDesc(caseNumber).orElseThrow();
        cases.get(caseNumber).close(last.closeOutcome(), clock.instant());
        cases.recordText(
                caseNumber,
                EventKind.CLOSED,
                last.by(),
                last.closeReason(),
                last.closeOutcome().name(),
                String.valueOf(openInCase.of(caseNumber).size()));
    }

    public void remind(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        mail.write(caseNumber, MailKind.FOLLOW_UP_REMINDER, cases.workers(file), "due-" + file.followUpDueAt());
        cases.record(caseNumber, EventKind.FOLLOW_UP_REMINDED, null);
    }

    public void escalate(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        mail.write(caseNumber, MailKind.FOLLOW_UP_ESCALATED, cases.standIns(file), "overdue-" + file.followUpDueAt());
        cases.record(caseNumber, EventKind.FOLLOW_UP_ESCALATED, null);
    }

    // --- new information

    /**
     * Takes in what someone tells about a case: it is saved, and in the same transaction a job is made that tells the
     * case's process, and is tried until it succeeds.
     *
     * @param movedToCouncil whether they tell that the political question has moved to the council or the executive
     *     board (R29); that alone moves no case, but has its responsibility tried again (R30)
     * @throws Refused without a text, or when it is too long
     */
    public void addInformation(
            String caseNumber, String person, String text, Set<Indicator> indicators, boolean movedToCouncil) {
        cases.addInformation(caseNumber, person, text, indicators);
        CaseFile file = cases.get(caseNumber);
        if (movedToCouncil && !file.movedToCouncilQuestion()) {
            file.questionMovedToCouncil();
            cases.record(caseNumber, EventKind.QUESTION_MOVED, person);
        }
        processes.start(INFORMATION_PROCESS, caseNumber, Map.of(Variables.QUESTION_MOVED, movedToCouncil));
    }

    /** Takes in that something else than words has come, already saved: told to the case's process in the same way. */
    public void somethingAdded(String caseNumber) {
        cases.get(caseNumber).informationAdded(clock.instant());
        processes.start(INFORMATION_PROCESS, caseNumber, Map.of(Variables.QUESTION_MOVED, false));
    }

    @Transactional(readOnly = true)
    public boolean isClosed(String caseNumber) {
        return cases.get(caseNumber).phase() == Phase.CLOSED;
    }

    /** Interrupts the follow-up and leads back to assessment; before that, lets level and deadline be counted anew. */
    public void passOn(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        if (file.phase() == Phase.FOLLOW_UP) {
            file.toBeAssessedAgain(clock.instant());
        }
        processes.deliver(NEW_INFORMATION, file.processInstance());
    }

    /** Opens a closed case again: it goes to assessment, with the one who owned it. */
    public void reopen(String caseNumber, String person) {
        cases.get(caseNumber).reopen(clock.instant());
        cases.record(caseNumber, EventKind.REOPENED, person);
        processes.startByMessage(CASE_REOPENED, caseNumber);
    }

    /** Ties the new instance to the case. */
    public void reopened(String caseNumber, String instance) {
        cases.get(caseNumber).carriedBy(instance);
    }

    /**
     * In election time brings forward the follow-ups that were planned by the longer intervals, to the next staffed day at
     * the earliest (R21, R37). What an officer has agreed with the exposed person stays. Doing it twice is doing it once.
     */
    public void followElection() {
        if (!elections.isElectionTime()) {
            return;
        }
        Instant earliest = onDay(hours.nextWeekday(dayOf(clock.instant())));
        for (CaseFile file : cases.inPhase(Phase.FOLLOW_UP)) {
            Instant byTable = nextDue(file);
            Instant due = byTable.isBefore(earliest) ? earliest : byTable;
            if (due.isBefore(file.followUpDueAt())) {
                file.followUpDueAt(due);
                cases.record(file.number(), EventKind.FOLLOW_UP_PLANNED, null, due.toString());
                processes.refresh(file.number());
            }
        }
    }

    @EventListener
    @Order(CalendarChanged.CASE_FILES)
    void calendarChanged(CalendarChanged changed) {
        for (CaseFile file : cases.inPhase(Phase.FOLLOW_UP)) {
            file.followUpDueAt(nextDue(file));
        }
    }
}
