package se.varna.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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
import se.varna.casefile.OpenMatters;
import se.varna.casefile.Phase;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.duty.CalendarChanged;
import se.varna.duty.StaffedHours;
import se.varna.engine.Decisions;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
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
    private final List<OpenMatters> openMatters;
    private final Decisions decisions;
    private final StaffedHours hours;
    private final LocalTime timeOfDay;
    private final Processes processes;
    private final Mail mail;
    private final Clock clock;

    Following(
            FollowUps followUps,
            CaseFiles cases,
            List<OpenMatters> openMatters,
            Decisions decisions,
            StaffedHours hours,
            @Value("${varna.follow-up.time-of-day}") LocalTime timeOfDay,
            Processes processes,
            Mail mail,
            Clock clock) {
        this.followUps = followUps;
        this.cases = cases;
        this.openMatters = openMatters;
        this.decisions = decisions;
        this.hours = hours;
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
        Map<String, Object> row = decisions
                .ask(INTERVAL_DECISION, Map.of("level", file.level().name(), "number", file.followUps() + 1))
                .only();
        Instant previous = followUps
                .findFirstByCaseNumberOrderByIdDesc(file.number())
                .map(FollowUp::at)
                .filter(at -> at.isAfter(file.assessedAt()))
                .orElse(file.assessedAt());
        ZonedDateTime due = row.get("daysAfterAssessment") instanceof Number days
                ? file.assessedAt().atZone(StaffedHours.ZONE).plusDays(days.longValue())
                : previous.atZone(StaffedHours.ZONE).plusDays(((Number) row.get("daysAfterPrevious")).longValue());
        if (!Boolean.TRUE.equals(row.get("weekendToo")) && !hours.isWeekday(due.toLocalDate())) {
            due = hours.nextWeekday(due.toLocalDate()).atStartOfDay(StaffedHours.ZONE);
        }
        return due.truncatedTo(ChronoUnit.DAYS).with(timeOfDay).toInstant();
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
     * Records a follow-up.
     *
     * @throws Refused when the case is to be closed without an outcome, or while something in it must be decided first
     */
    public void record(
            String caseNumber,
            FollowUp.Outcome outcome,
            String note,
            CloseOutcome closeOutcome,
            String closeReason,
            String person) {
        CaseFile file = cases.get(caseNumber);
        if (outcome == FollowUp.Outcome.CLOSE) {
            new Problems()
                    .addIf(closeOutcome == null, "closeOutcome", "required")
                    .addIf(closeReason == null, "closeReason", "required")
                    .refuseIfAny();
            openIn(caseNumber).stream()
                    .filter(OpenMatters.OpenMatter::blocksClosing)
                    .findFirst()
                    .ifPresent(open -> {
                        throw Refused.at("followUpOutcome", "close." + open.code());
                    });
        }
        followUps.save(new FollowUp(caseNumber, clock.instant(), person, outcome, note, closeOutcome, closeReason));
        cases.recordText(caseNumber, EventKind.FOLLOWED_UP, person, note, outcome.name());
        file.followedUp();
        if (outcome == FollowUp.Outcome.REASSESS) {
            file.toBeAssessedAgain(clock.instant());
        }
    }

    /** What is still open in the case, in every capability. */
    @Transactional(readOnly = true)
    public List<OpenMatters.OpenMatter> openIn(String caseNumber) {
        return openMatters.stream()
                .flatMap(matters -> matters.openIn(caseNumber).stream())
                .toList();
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
                String.valueOf(openIn(caseNumber).size()));
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
     *     board (R29); that alone moves no case (R30)
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
        processes.start(INFORMATION_PROCESS, caseNumber);
    }

    /** Takes in that something else than words has come, already saved: told to the case's process in the same way. */
    public void somethingAdded(String caseNumber) {
        cases.get(caseNumber).informationAdded(clock.instant());
        processes.start(INFORMATION_PROCESS, caseNumber);
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

    @EventListener
    @Order(CalendarChanged.CASE_FILES)
    void calendarChanged(CalendarChanged changed) {
        for (CaseFile file : cases.inPhase(Phase.FOLLOW_UP)) {
            file.followUpDueAt(nextDue(file));
        }
    }
}
