package se.varna.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Relation;
import se.varna.assessment.Assessments;
import se.varna.assessment.LevelTable;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.casefile.Level;
import se.varna.casefile.Phase;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
import se.varna.duty.CalendarChanged;
import se.varna.duty.StaffedHours;
import se.varna.engine.Decisions;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;

/** Reaching the exposed person in time: the level decides by when, and a deadline that passes brings in others. */
@Service
@Transactional
public class FirstContact {

    private static final String ACUTE_DECISION = "acuteDanger";

    private final CaseFiles cases;
    private final Assessments assessments;
    private final ContactDeadline deadline;
    private final ContactAttempts attempts;
    private final OnCall onCall;
    private final StaffedHours hours;
    private final Directory directory;
    private final Decisions decisions;
    private final Processes processes;
    private final Mail mail;
    private final Clock clock;

    FirstContact(
            CaseFiles cases,
            Assessments assessments,
            ContactDeadline deadline,
            ContactAttempts attempts,
            OnCall onCall,
            StaffedHours hours,
            Directory directory,
            Decisions decisions,
            Processes processes,
            Mail mail,
            Clock clock) {
        this.cases = cases;
        this.assessments = assessments;
        this.deadline = deadline;
        this.attempts = attempts;
        this.onCall = onCall;
        this.hours = hours;
        this.directory = directory;
        this.decisions = decisions;
        this.processes = processes;
        this.mail = mail;
        this.clock = clock;
    }

    /** By when somebody is called at the latest who reports now and tells nothing that is urgent. */
    @Transactional(readOnly = true)
    public Instant latestFor(Instant reportedAt) {
        return deadline.dueAt(Level.LOW, reportedAt);
    }

    /** Sets the level that the report itself gives, until someone has assessed, and by when to call. */
    public Level setProvisionalLevel(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        Level level = assessments.recordProvisional(caseNumber).level();
        file.provisionalLevel(level, file.receivedAt(), deadline.dueAt(level, file.receivedAt()));
        cases.record(caseNumber, EventKind.LEVEL_PROVISIONAL, null, level.name());
        onCall.letIn(file);
        return level;
    }

    /** New information before the assessment: the level can only rise, and the deadline can only come nearer. */
    public Level recalculateLevel(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        LevelTable.Recommendation now = assessments.recommend(caseNumber);
        if (!file.levelAssessed() && now.level().compareTo(file.level()) > 0) {
            assessments.recordProvisional(caseNumber);
            cases.record(
                    caseNumber,
                    EventKind.LEVEL_RAISED,
                    null,
                    file.level().name(),
                    now.level().name());
            Instant from = clock.instant();
            Instant sooner = deadline.dueAt(now.level(), from);
            if (sooner.isBefore(file.contactDueAt())) {
                file.provisionalLevel(now.level(), from, sooner);
            } else {
                file.provisionalLevel(now.level(), file.contactCountedFrom(), file.contactDueAt());
            }
            onCall.letIn(file);
            processes.refresh(caseNumber);
        }
        return file.level();
    }

    /** Whether the support line is to be alerted at once, by the decision about acute danger (row 0). */
    @Transactional(readOnly = true)
    public boolean alertsSupportLine(String caseNumber) {
        boolean acute = cases.get(caseNumber).acuteDanger();
        return Boolean.TRUE.equals(decisions
                .ask(ACUTE_DECISION, Map.of("acuteDanger", acute))
                .only()
                .get("alertSupportLine"));
    }

    /** Alerts the support line, that is whoever answers it now, and the owner: acute danger (R33). */
    public void raiseAlert(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        String line = hours.isStaffedNow() ? Groups.SECURITY_AND_PREPAREDNESS : Groups.ON_CALL;
        if (line.equals(Groups.SECURITY_AND_PREPAREDNESS)) {
            cases.share(caseNumber, line, Relation.ACUTE_ALERT, null);
        }
        Collection<String> told = new LinkedHashSet<>(directory.members(line));
        told.addAll(cases.workers(file));
        mail.write(caseNumber, MailKind.ACUTE_ALERT, told, "acute");
        onCall.raiseAlarmIfAcute(file);
        cases.record(caseNumber, EventKind.ALERT_RAISED, null);
    }

    /** Who is to call, and by when. */
    @Transactional(readOnly = true)
    public TaskTerms terms(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        Set<String> groups = new TreeSet<>(Set.of(cases.actingGroup(file)));
        if (file.onCallUntil() != null && clock.instant().isBefore(file.onCallUntil())) {
            groups.add(Groups.ON_CALL);
        }
        if (file.isEscalatedToSob()) {
            groups.add(Groups.SECURITY_AND_PREPAREDNESS);
        }
        return new TaskTerms(groups, file.contactDueAt());
    }

    /** @param reached whether the exposed person was reached; if not, the task stays until someone does */
    public void recordAttempt(String caseNumber, boolean reached, String note, String person) {
        CaseFile file = cases.get(caseNumber);
        Instant now = clock.instant();
        attempts.save(new ContactAttempt(caseNumber, now, person, reached, note));
        cases.recordText(caseNumber, reached ? EventKind.CONTACT_MADE : EventKind.CONTACT_FAILED, person, note);
        if (reached) {
            file.contacted(now);
            onCall.contactMade(file, person);
            // Those who got what they needed to call need it no longer.
            cases.endShare(caseNumber, Groups.SECURITY_AND_PREPAREDNESS, Relation.MISSED_DEADLINE);
        }
    }

    @Transactional(readOnly = true)
    public List<ContactAttempt> attempts(String caseNumber) {
        return attempts.findByCaseNumberOrderById(caseNumber);
    }

    // --- the deadline

    public Instant reminderAt(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        return deadline.reminderAt(file.contactCountedFrom(), file.contactDueAt());
    }

    public Instant overdueAt(String caseNumber) {
        return cases.get(caseNumber).contactDueAt();
    }

    public Instant overdueTwiceAt(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        return deadline.secondDueAt(file.level(), file.contactDueAt());
    }

    public void remind(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        mail.write(caseNumber, MailKind.CONTACT_REMINDER, cases.workers(file), "reminder");
        cases.record(caseNumber, EventKind.CONTACT_REMINDED, null);
    }

    /** The deadline has passed: the deputy steps in; where there is none, everyone in the owner's function is told. */
    public void escalateToDeputy(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        mail.write(caseNumber, MailKind.CONTACT_ESCALATED, cases.standIns(file), "overdue");
        cases.record(caseNumber, EventKind.CONTACT_ESCALATED_DEPUTY, null);
    }

    /**
     * The second deadline has passed: Säkerhet och Beredskap gets what it needs to call, and the task beside the
     * owner. The owner stays the owner: time alone moves no case.
     */
    public void escalateToSob(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        file.escalatedToSob();
        cases.letDepartmentCall(caseNumber);
        mail.write(
                caseNumber,
                MailKind.CONTACT_ESCALATED,
                directory.members(Groups.SECURITY_AND_PREPAREDNESS),
                "overdue-twice");
        cases.record(caseNumber, EventKind.CONTACT_ESCALATED_SOB, null);
        processes.refresh(caseNumber);
    }

    /** The city has decided about a day: deadlines that count in staffed hours move with it. */
    @EventListener
    @Order(CalendarChanged.CASE_FILES)
    void calendarChanged(CalendarChanged changed) {
        for (CaseFile file : cases.inPhase(Phase.FIRST_CONTACT)) {
            Instant before = file.contactDueAt();
            file.contactDueAt(deadline.dueAt(file.level(), file.contactCountedFrom()));
            if (!file.contactDueAt().equals(before)) {
                cases.record(
                        file.number(),
                        EventKind.DEADLINE_MOVED,
                        null,
                        file.contactDueAt().toString());
            }
        }
    }
}
