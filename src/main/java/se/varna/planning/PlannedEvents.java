package se.varna.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Concern;
import se.varna.access.RateLimits;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.casefile.Indicator;
import se.varna.casefile.Level;
import se.varna.casefile.Matter;
import se.varna.casefile.OpenInCase;
import se.varna.casefile.Phase;
import se.varna.casefile.Report;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.common.Sweden;
import se.varna.directory.Directory;
import se.varna.duty.StaffedHours;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
import se.varna.measures.Measures;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;
import se.varna.reporting.AcceptedRequests;
import se.varna.reporting.IncidentReport;
import se.varna.reporting.Reporting;
import se.varna.responsibility.Responsibilities;

/**
 * Planned meetings and political questions that are feared to stir opinion (R3, R11, R22, R43): told beforehand, given to
 * the one who is responsible by the same table as what has happened, judged, planned, and followed up. When something
 * happened all the same, a case of its own is made of it.
 */
@Service
@Transactional
@EnableConfigurationProperties(PlanningSettings.class)
public class PlannedEvents {

    private static final String PROCESS = "plannedEvent";
    private static final String CHANGED = "EventChanged";
    private static final String CANCELLED = "EventCancelled";
    private static final int LONGEST_LINE = 500;
    private static final Duration LONGEST_AHEAD = Duration.ofDays(3 * 366);
    private static final Duration LONGEST_EVENT = Duration.ofDays(31);

    private final PlannedEventRepository events;
    private final RiskAssessments assessments;
    private final EventRisk risk;
    private final PlanningSettings settings;
    private final CaseFiles cases;
    private final Responsibilities responsibilities;
    private final Reporting reporting;
    private final Measures measures;
    private final AcceptedRequests accepted;
    private final RateLimits limits;
    private final Directory directory;
    private final StaffedHours hours;
    private final OpenInCase openInCase;
    private final Processes processes;
    private final Mail mail;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlannedEvents(
            PlannedEventRepository events,
            RiskAssessments assessments,
            EventRisk risk,
            PlanningSettings settings,
            CaseFiles cases,
            Responsibilities responsibilities,
            Reporting reporting,
            Measures measures,
            AcceptedRequests accepted,
            RateLimits limits,
            Directory directory,
            StaffedHours hours,
            OpenInCase openInCase,
            Processes processes,
            Mail mail,
            JdbcClient jdbc,
            Clock clock) {
        this.events = events;
        this.assessments = assessments;
        this.risk = risk;
        this.settings = settings;
        this.cases = cases;
        this.responsibilities = responsibilities;
        this.reporting = reporting;
        this.measures = measures;
        this.accepted = accepted;
        this.limits = limits;
        this.directory = directory;
        this.hours = hours;
        this.openInCase = openInCase;
        this.processes = processes;
        this.mail = mail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // --- telling of it

    /**
     * Takes a notice in and starts its process.
     *
     * @param person id of the one who tells
     * @param key the sender's name for this very notice, so that sending it again makes no second case; or null
     * @return the case number
     * @throws Refused with every field that has to be mended, or when the key was used for another notice; {@link se.varna.common.TooOften} when the person must wait
     */
    public String notice(Notice notice, String person, String key) {
        if (key == null) {
            return registerAndStart(notice, person);
        }
        return accepted.once(person, key, notice.toString(), () -> registerAndStart(notice, person))
                .orElseThrow(() -> Refused.because("planned.sentAlready"));
    }

    private String registerAndStart(Notice notice, String person) {
        String number = register(notice, person);
        processes.start(PROCESS, number);
        return number;
    }

    /** Registers a notice without starting anything: for the start listener, whose process has started already. */
    public String register(Notice notice, String person) {
        check(notice);
        limits.count(RateLimits.Of.REPORT, person);
        boolean self = Notice.SELF.equals(notice.official());
        CaseFile file = cases.open(
                Concern.PLANNED_EVENT,
                new CaseFiles.Opening(
                        person,
                        self ? person : notice.official(),
                        null,
                        // Nobody consents for somebody else.
                        self && notice.partyMayBeContacted(),
                        false,
                        false),
                new Report.Answers(
                        notice.feared(),
                        null,
                        null,
                        notice.matter() == null ? Matter.UNKNOWN : notice.matter(),
                        notice.unit(),
                        notice.politicalQuestion(),
                        Set.of(),
                        EnumSet.noneOf(Indicator.class),
                        notice.reachAt(),
                        false,
                        false,
                        null,
                        null,
                        false,
                        false,
                        null));
        Instant starts = notice.startsAt().toInstant();
        boolean late = starts.isBefore(clock.instant().plus(settings.late()));
        PlannedEvent event =
                events.save(new PlannedEvent(file.number(), notice, starts, ends(notice.endsAt(), starts), late));
        if (late) {
            cases.record(file.number(), EventKind.PLANNED_LATE, null);
        }
        file.contactDueAt(assessDue(event, file.receivedAt()));
        return file.number();
    }

    private Instant ends(OffsetDateTime endsAt, Instant starts) {
        return endsAt == null ? starts.plus(settings.lasts()) : endsAt.toInstant();
    }

    private void check(Notice notice) {
        Problems problems = new Problems();
        String official = notice.official();
        // In the order that the page asks.
        problems.addIf(notice.kind() == null, "kind", "planned.kind")
                .addIf(notice.title() == null, "title", "planned.title")
                .checkText("title", notice.title(), LONGEST_LINE);
        checkWhen(problems, notice.startsAt(), notice.endsAt(), notice.place());
        problems.addIf(notice.feared() == null, "feared", "planned.feared")
                .checkText("feared", notice.feared(), CaseFiles.LONGEST_TEXT)
                .checkText("politicalQuestion", notice.politicalQuestion(), LONGEST_LINE)
                .checkText("participants", notice.participants(), CaseFiles.LONGEST_TEXT)
                .addIf(official == null, "official", "required")
                .addIf(
                        official != null
                                && !official.equals(Notice.SELF)
                                && directory.mandates(official).isEmpty(),
                        "official",
                        "report.exposedUnknown")
                .addIf(notice.unit() != null && directory.unit(notice.unit()).isEmpty(), "unit", "unknownUnit")
                .checkText("reachAt", notice.reachAt(), LONGEST_LINE);
        problems.refuseIfAny();
    }

    private void checkWhen(Problems problems, OffsetDateTime startsAt, OffsetDateTime endsAt, String place) {
        problems.addIf(startsAt == null, "startsAt", "planned.startsAt").checkText("place", place, LONGEST_LINE);
        if (startsAt != null) {
            Instant starts = startsAt.toInstant();
            problems.addIf(starts.isBefore(clock.instant()), "startsAt", "planned.passed")
                    .addIf(starts.isAfter(clock.instant().plus(LONGEST_AHEAD)), "startsAt", "planned.tooFar");
            if (endsAt != null) {
                problems.addIf(
                        !endsAt.isAfter(startsAt) || endsAt.toInstant().isAfter(starts.plus(LONGEST_EVENT)),
                        "endsAt",
                        "planned.endsAt");
            }
        }
    }

    /** Says to those who work it that it is theirs; the one who told of it gets the receipt. */
    public void confirm(String caseNumber) {
        reporting.sendReceipt(caseNumber);
        responsibilities.tellWorkers(caseNumber);
    }

    // --- changing it

    /**
     * Time or place has changed: the risk is judged anew, since the plan was for another day.
     *
     * @throws Refused when it cannot be so, or the event is over
     */
    public void change(String caseNumber, OffsetDateTime startsAt, OffsetDateTime endsAt, String place, String person) {
        CaseFile file = open(caseNumber);
        Problems problems = new Problems();
        checkWhen(problems, startsAt, endsAt, place);
        problems.refuseIfAny();
        PlannedEvent event = get(caseNumber);
        if (!event.endsAt().isAfter(clock.instant())) {
            throw Refused.because("planned.over");
        }
        Instant starts = startsAt.toInstant();
        event.move(starts, ends(endsAt, starts), place);
        cases.record(caseNumber, EventKind.PLANNED_MOVED, person, starts.toString());
        file.contactDueAt(assessDue(event, clock.instant()));
        if (file.phase() == Phase.PLANNED) {
            file.toBePlannedAgain(clock.instant());
            processes.deliver(CHANGED, file.processInstance());
        }
        processes.refresh(caseNumber);
        mail.write(caseNumber, MailKind.PLANNED_CHANGED, concerned(file), "moved-" + clock.instant());
    }

    /**
     * It will not take place: nothing more is done, and those who were to take part are told.
     *
     * @throws Refused when something that protects is still in force, or it has ended already
     */
    public void cancel(String caseNumber, String person) {
        CaseFile file = open(caseNumber);
        refuseWhatIsOpen(caseNumber);
        get(caseNumber).cancel();
        mail.write(caseNumber, MailKind.PLANNED_CHANGED, concerned(file), "cancelled");
        cases.record(caseNumber, EventKind.PLANNED_CANCELLED, person);
        file.end(clock.instant());
        processes.deliver(CANCELLED, file.processInstance());
    }

    /** Each measure must be decided upon before it is over and done with. */
    private void refuseWhatIsOpen(String caseNumber) {
        Problems problems = new Problems();
        openInCase.addBlocking(problems, caseNumber, open -> true);
        problems.refuseIfAny();
    }

    private CaseFile open(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        if (file.phase() == Phase.CLOSED) {
            throw Refused.because("case.wrongPhase");
        }
        return file;
    }

    /** The official, those who take part, and those who work it. */
    private Set<String> concerned(CaseFile file) {
        Set<String> concerned = new TreeSet<>(participants(file.number()));
        file.exposed().ifPresent(concerned::add);
        concerned.addAll(cases.workers(file));
        return concerned;
    }

    // --- judging and planning

    /** What the table says of the answers that the latest judgement gave; for the page. */
    @Transactional(readOnly = true)
    public List<RiskAssessment> assessments(String caseNumber) {
        return assessments.findByCaseNumberOrderById(caseNumber);
    }

    /**
     * Judges the risk in three steps: whether there is a conflict, eight questions, and the level; of two who disagree the
     * higher holds.
     *
     * @param planAnyway that a plan is wanted although the level is low
     * @return whether a plan is needed
     */
    public boolean assess(String caseNumber, RiskAssessment.Judgement judged, boolean planAnyway, String person) {
        new Problems()
                .checkWritten("reason", judged.reason(), CaseFiles.LONGEST_TEXT)
                .refuseIfAny();
        RiskAssessment made = assessments.save(new RiskAssessment(
                caseNumber, clock.instant(), person, judged, risk.recommend(judged.conflict(), judged.signs())));
        CaseFile file = cases.get(caseNumber);
        file.riskAssessed(made.level(), clock.instant());
        cases.record(
                caseNumber,
                EventKind.PLANNED_RISK,
                person,
                made.level().name(),
                made.recommended().name());
        boolean planNeeded = made.level() != Level.LOW || planAnyway;
        if (!planNeeded) {
            file.planned(clock.instant());
        }
        processes.refresh(caseNumber);
        return planNeeded;
    }

    /**
     * Makes the plan: before, during and after, who is there, and who may read what is shared of it.
     *
     * @param measureKinds measures that are proposed, each a process of its own (R39–R41)
     * @param participants ids of those who take part
     * @throws Refused when nothing is planned, or somebody is to read a plan of which nothing is shared
     */
    public void plan(
            String caseNumber,
            PlannedEvent.Plan plan,
            Collection<String> measureKinds,
            Collection<String> participants,
            String person) {
        new Problems()
                .checkWritten("during", plan.during(), CaseFiles.LONGEST_TEXT)
                .checkWritten("present", plan.present(), CaseFiles.LONGEST_TEXT)
                .checkText("before", plan.before(), CaseFiles.LONGEST_TEXT)
                .checkText("after", plan.after(), CaseFiles.LONGEST_TEXT)
                .checkText("shared", plan.shared(), CaseFiles.LONGEST_TEXT)
                .addIf(!participants.isEmpty() && plan.shared() == null, "shared", "planned.shared")
                .addIf(!measureKinds.stream().allMatch(measures::isKnown), "measures", "unknownChoice")
                .addIf(
                        participants.stream()
                                .anyMatch(id -> directory.person(id).isEmpty()),
                        "participants",
                        "unknownChoice")
                .refuseIfAny();
        get(caseNumber).plan(plan, person, clock.instant());
        jdbc.sql("DELETE FROM varna.planned_participant WHERE case_number = ?")
                .param(caseNumber)
                .update();
        participants.stream().distinct().forEach(id -> jdbc.sql(
                        "INSERT INTO varna.planned_participant (case_number, person) VALUES (?, ?)")
                .params(caseNumber, id)
                .update());
        measureKinds.forEach(kind -> measures.propose(caseNumber, kind, null, person));
        cases.record(caseNumber, EventKind.PLANNED_PLAN, person);
        cases.get(caseNumber).planned(clock.instant());
    }

    /** Says to those who take part, and to the official, that there is a plan to read. */
    public void share(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        Set<String> readers = new TreeSet<>(participants(caseNumber));
        file.exposed().ifPresent(readers::add);
        mail.write(
                caseNumber,
                MailKind.PLAN_SHARED,
                readers,
                "plan-" + get(caseNumber).plannedAt());
        cases.record(caseNumber, EventKind.PLANNED_SHARED, null);
    }

    public void remindDayBefore(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        mail.write(
                caseNumber,
                MailKind.PLANNED_TOMORROW,
                concerned(file),
                "before-" + get(caseNumber).startsAt());
        cases.record(caseNumber, EventKind.PLANNED_REMINDED, null);
    }

    // --- afterwards

    /**
     * How it went; then it is over. When something happened, a case of its own is made of what is told here.
     *
     * @param whatHappened null when nothing did
     * @throws Refused when a measure has not been decided upon
     */
    public void followUp(String caseNumber, String went, String whatHappened, String person) {
        new Problems()
                .checkWritten("went", went, CaseFiles.LONGEST_TEXT)
                .checkText("whatHappened", whatHappened, CaseFiles.LONGEST_TEXT)
                .refuseIfAny();
        refuseWhatIsOpen(caseNumber);
        get(caseNumber).went(went, whatHappened, person, clock.instant());
        cases.record(caseNumber, EventKind.PLANNED_FOLLOWED_UP, person);
        cases.get(caseNumber).end(clock.instant());
    }

    /**
     * Makes a case of what happened, as told by the one who asked, linked to this one; once.
     *
     * @throws IllegalStateException when nothing happened
     */
    public void makeIncident(String caseNumber) {
        if (!cases.linked(caseNumber).isEmpty()) {
            return;
        }
        PlannedEvent event = get(caseNumber);
        if (event.happened() == null) {
            throw new IllegalStateException("nothing happened");
        }
        CaseFile file = cases.get(caseNumber);
        String person = event.askedBy();
        Report.Answers told = cases.answers(caseNumber);
        String number = reporting
                .report(
                        new IncidentReport(
                                file.exposed().orElseThrow(),
                                null,
                                event.happened(),
                                event.startsAt().atZone(Sweden.TIME).toOffsetDateTime(),
                                null,
                                told.matter(),
                                told.unit(),
                                told.politicalQuestion(),
                                false,
                                false,
                                Set.of(),
                                Set.of(),
                                told.reachAt(),
                                told.voicemailAllowed(),
                                false,
                                false,
                                false,
                                null,
                                null,
                                false,
                                null),
                        person,
                        "planned-" + caseNumber)
                .caseNumber();
        cases.link(number, caseNumber, person);
    }

    // --- time

    /** By when the risk is to be judged: within weekdays, and before the day; of a late notice before it begins. */
    private Instant assessDue(PlannedEvent event, Instant from) {
        Instant within = hours.plusWeekdays(from, settings.assessWithinWeekdays());
        Instant before = dayBefore(event);
        Instant due = within.isBefore(before) ? within : before;
        if (due.isAfter(from)) {
            return due;
        }
        Instant soon = hours.nextStaffed(from).plus(Duration.ofHours(1));
        return soon.isBefore(event.startsAt()) ? soon : event.startsAt();
    }

    private Instant dayBefore(PlannedEvent event) {
        LocalDate day = event.startsAt().atZone(Sweden.TIME).toLocalDate().minusDays(1);
        return day.atTime(settings.dayBeforeAt()).atZone(Sweden.TIME).toInstant();
    }

    @Transactional(readOnly = true)
    public Instant assessDueAt(String caseNumber) {
        return cases.get(caseNumber).contactDueAt();
    }

    /** The plan is due the day before, or before the event begins when that has passed. */
    @Transactional(readOnly = true)
    public Instant planDueAt(String caseNumber) {
        PlannedEvent event = get(caseNumber);
        Instant before = dayBefore(event);
        return before.isAfter(cases.get(caseNumber).contactDueAt()) ? before : event.startsAt();
    }

    @Transactional(readOnly = true)
    public Instant dayBefore(String caseNumber) {
        return dayBefore(get(caseNumber));
    }

    @Transactional(readOnly = true)
    public Instant endsAt(String caseNumber) {
        return get(caseNumber).endsAt();
    }

    /** It is asked how it went on the next weekday. */
    @Transactional(readOnly = true)
    public Instant followUpDueAt(String caseNumber) {
        return hours.plusWeekdays(get(caseNumber).endsAt(), 1);
    }

    @Transactional(readOnly = true)
    public TaskTerms terms(String caseNumber, Instant dueAt) {
        return new TaskTerms(Set.of(cases.actingGroup(cases.get(caseNumber))), dueAt);
    }

    /** What should have been done by now has not been: those who work it are told, and those who step in. */
    public void remindLate(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        Set<String> told = new TreeSet<>(cases.workers(file));
        told.addAll(cases.standIns(file));
        mail.write(caseNumber, MailKind.PLANNED_WAITS, told, "late-" + clock.instant());
        cases.record(caseNumber, EventKind.PLANNED_WAITS, null);
    }

    // --- reading

    /** @throws IllegalArgumentException when the case is about something else */
    @Transactional(readOnly = true)
    public PlannedEvent get(String caseNumber) {
        return events.findById(caseNumber)
                .orElseThrow(() -> new IllegalArgumentException("no planned event " + caseNumber));
    }

    /** Ids of those who take part. */
    @Transactional(readOnly = true)
    public List<String> participants(String caseNumber) {
        return jdbc.sql("SELECT person FROM varna.planned_participant WHERE case_number = ? ORDER BY person")
                .param(caseNumber)
                .query(String.class)
                .list();
    }
}
