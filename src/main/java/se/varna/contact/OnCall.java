package se.varna.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Relation;
import se.varna.alarm.Alarms;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.casefile.Level;
import se.varna.casefile.Phase;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
import se.varna.duty.CalendarChanged;
import se.varna.duty.StaffedHours;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;

/**
 * The on-call company's cases (R35): those that are urgent outside staffed hours, whoever they concern (proposal), and
 * those that somebody of the company has written down for one who called. When the support line is staffed again, each
 * goes over to those who work it, and only when they have taken it over does it leave the company's sight.
 */
@Service
@Transactional
public class OnCall {

    private static final String PROCESS = "onCallWatch";

    private final CaseFiles cases;
    private final Handovers handovers;
    private final ContactAttempts attempts;
    private final StaffedHours hours;
    private final Directory directory;
    private final Processes processes;
    private final Mail mail;
    private final Alarms alarms;
    private final Clock clock;
    private final Duration takeOverWithin;
    private final Duration escalateAfter;
    private final int sightEndsAfterWeekdays;

    OnCall(
            CaseFiles cases,
            Handovers handovers,
            ContactAttempts attempts,
            StaffedHours hours,
            Directory directory,
            Processes processes,
            Mail mail,
            Alarms alarms,
            Clock clock,
            @Value("${varna.on-call.take-over-within}") Duration takeOverWithin,
            @Value("${varna.on-call.escalate-after}") Duration escalateAfter,
            @Value("${varna.on-call.sight-ends-after-weekdays}") int sightEndsAfterWeekdays) {
        this.cases = cases;
        this.handovers = handovers;
        this.attempts = attempts;
        this.hours = hours;
        this.directory = directory;
        this.processes = processes;
        this.mail = mail;
        this.alarms = alarms;
        this.clock = clock;
        this.takeOverWithin = takeOverWithin;
        this.escalateAfter = escalateAfter;
        this.sightEndsAfterWeekdays = sightEndsAfterWeekdays;
    }

    /** At night the company makes an urgent first contact; what it has written down itself it hands over, urgent or not. */
    void letIn(CaseFile file) {
        Instant now = clock.instant();
        Instant staffedAt = hours.nextStaffed(now);
        boolean urgent =
                file.phase() == Phase.FIRST_CONTACT && file.level().isAtLeast(Level.HIGH) && !hours.isStaffed(now);
        boolean alreadyIn = file.onCallUntil() != null && now.isBefore(file.onCallUntil());
        if (urgent) {
            file.onCallUntil(staffedAt);
            cases.share(file.number(), Groups.ON_CALL, Relation.ON_CALL, sightEndsAt(staffedAt));
        }
        boolean takenCall = isOfCompany(file.reporter()) && !handovers.existsByCaseNumber(file.number());
        if (urgent || takenCall) {
            begin(file.number(), now, takenCall, staffedAt);
        }
        raiseAlarmIfAcute(file);
        if (urgent && !alreadyIn) {
            cases.record(file.number(), EventKind.ON_CALL_INFORMED, null);
            mail.write(file.number(), MailKind.ACUTE_ALERT, directory.members(Groups.ON_CALL), "acute");
        }
    }

    /** An acute case outside staffed hours: the city's own alarm system is told too, once. */
    void raiseAlarmIfAcute(CaseFile file) {
        if ((file.acuteDanger() || file.level().isAtLeast(Level.ACUTE)) && !hours.isStaffed(clock.instant())) {
            alarms.raise(file.number(), file.level().name());
        }
    }

    private void begin(String caseNumber, Instant now, boolean takenCall, Instant staffedAt) {
        if (!isNightOf(caseNumber, now)) {
            Handover begun = handovers.saveAndFlush(new Handover(caseNumber, now, takenCall, staffedAt));
            processes.start(PROCESS, caseNumber, begun.getId());
        }
    }

    /** Whether the company has the case now, before the line is staffed again. Each night is handed over by itself. */
    private boolean isNightOf(String caseNumber, Instant now) {
        return handovers.existsByCaseNumberAndEndedAtIsNullAndStaffedAtGreaterThan(caseNumber, now);
    }

    /** However long nobody takes the case over, the company's sight of it ends. */
    private Instant sightEndsAt(Instant staffedAt) {
        return hours.plusWeekdays(staffedAt, sightEndsAfterWeekdays);
    }

    private boolean isOfCompany(String person) {
        return directory.members(Groups.ON_CALL).contains(person);
    }

    /** The exposed person was reached. By the company: it hands over in the morning. By others: it has the case no more. */
    void contactMade(CaseFile file, String person) {
        if (!isOfCompany(person)) {
            file.onCallUntil(null);
            if (isNightOf(file.number(), clock.instant())) {
                cases.endShare(file.number(), Groups.ON_CALL, Relation.ON_CALL);
            }
        }
    }

    /**
     * The support line is staffed again: the company no longer calls.
     *
     * @param id the handover; null in an instance that was started before there were any
     * @return whether the case is to be handed over: the company has written it down, or still has it
     */
    public boolean staffedAgain(String caseNumber, UUID id) {
        processes.refresh(caseNumber);
        Handover handover = id == null ? null : get(id);
        boolean needed = handover != null
                && (handover.takenCall()
                        || cases.groupsIn(caseNumber, Set.of(Relation.ON_CALL)).contains(Groups.ON_CALL));
        if (handover != null && !needed) {
            handover.ended(clock.instant(), null);
        }
        if (needed) {
            CaseFile file = cases.get(caseNumber);
            cases.record(caseNumber, EventKind.HANDOVER_STARTED, null);
            mail.write(caseNumber, MailKind.HANDOVER, cases.workers(file), occasion(id));
        }
        return needed;
    }

    /** Those who work the case take it over: the company calls at night for whomever it concerns. */
    @Transactional(readOnly = true)
    public TaskTerms terms(String caseNumber, UUID id) {
        return new TaskTerms(Set.of(cases.actingGroup(cases.get(caseNumber))), dueAt(id));
    }

    /** Somebody has taken the case over; the company sees it no longer. */
    public void takeOver(String caseNumber, UUID id, String person) {
        get(id).ended(clock.instant(), person);
        handovers.flush();
        if (!handovers.existsByCaseNumberAndEndedAtIsNull(caseNumber)) {
            cases.endShare(caseNumber, Groups.ON_CALL, Relation.ON_CALL);
        }
        cases.record(caseNumber, EventKind.HANDOVER_TAKEN, person);
    }

    /** What was tried during the night, the first first. */
    @Transactional(readOnly = true)
    public List<ContactAttempt> attempts(String caseNumber, UUID id) {
        Instant began = get(id).beganAt();
        return attempts.findByCaseNumberOrderById(caseNumber).stream()
                .filter(attempt -> !attempt.at().isBefore(began))
                .toList();
    }

    /** Whether the company wrote the report itself, for one who called. */
    @Transactional(readOnly = true)
    public boolean tookTheCall(UUID id) {
        return get(id).takenCall();
    }

    // --- the deadline

    /**
     * When the company no longer calls.
     *
     * @param id null in an instance that was started before there were handovers: at once
     */
    public Instant endsAt(UUID id) {
        return id == null ? clock.instant() : get(id).staffedAt();
    }

    public Instant dueAt(UUID id) {
        return get(id).staffedAt().plus(takeOverWithin);
    }

    public Instant overdueAt(UUID id) {
        return get(id).staffedAt().plus(escalateAfter);
    }

    public void remind(String caseNumber, UUID id) {
        CaseFile file = cases.get(caseNumber);
        mail.write(caseNumber, MailKind.HANDOVER_REMINDER, cases.workers(file), occasion(id));
        cases.record(caseNumber, EventKind.HANDOVER_REMINDED, null);
    }

    /** Nobody has taken it over: the deputy, or the head of Säkerhet och Beredskap, or else all who work the case. */
    public void escalate(String caseNumber, UUID id) {
        CaseFile file = cases.get(caseNumber);
        mail.write(caseNumber, MailKind.HANDOVER_ESCALATED, cases.standIns(file), occasion(id));
        cases.record(caseNumber, EventKind.HANDOVER_ESCALATED, null);
    }

    private static String occasion(UUID id) {
        return "handover-" + id;
    }

    private Handover get(UUID id) {
        return handovers.findById(id).orElseThrow();
    }

    /** The city has decided about a day: the company has its cases until the line is staffed, whenever that now is. */
    @EventListener
    @Order(CalendarChanged.CASE_FILES)
    void calendarChanged(CalendarChanged changed) {
        Instant now = clock.instant();
        for (Handover handover : handovers.findByEndedAtIsNullAndStaffedAtGreaterThanOrderByStaffedAt(now)) {
            Instant staffedAt = hours.nextStaffed(now);
            handover.staffedAt(staffedAt);
            CaseFile file = cases.get(handover.caseNumber());
            if (file.onCallUntil() != null) {
                file.onCallUntil(staffedAt);
                cases.share(file.number(), Groups.ON_CALL, Relation.ON_CALL, sightEndsAt(staffedAt));
            }
        }
    }
}
