package se.varna.police;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Concern;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.casefile.OpenMatters;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.common.Sweden;
import se.varna.duty.StaffedHours;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;

/** Referrals to the police. Each is an instance of its own: a judgment may take years, and holds up nothing else. */
@Service
@Transactional
@EnableConfigurationProperties(PoliceSettings.class)
public class PoliceReferrals implements OpenMatters {

    /** The longest telephone number, with what one says about it. */
    private static final int LONGEST_NUMBER = 60;

    private static final String PROCESS = "policeReferral";

    /** {@code 5000-K123456-26}: the police area, the number, the year. */
    private static final Pattern REPORT_NUMBER = Pattern.compile("\\d{4}-K\\d{1,7}-\\d{2}");

    private final PoliceReferralRepository referrals;
    private final PoliceEntries entries;
    private final PoliceWishesRepository wishes;
    private final CaseFiles cases;
    private final Processes processes;
    private final Mail mail;
    private final StaffedHours hours;
    private final PoliceSettings settings;
    private final Clock clock;

    PoliceReferrals(
            PoliceReferralRepository referrals,
            PoliceEntries entries,
            PoliceWishesRepository wishes,
            CaseFiles cases,
            Processes processes,
            Mail mail,
            StaffedHours hours,
            PoliceSettings settings,
            Clock clock) {
        this.referrals = referrals;
        this.entries = entries;
        this.wishes = wishes;
        this.cases = cases;
        this.processes = processes;
        this.mail = mail;
        this.hours = hours;
        this.settings = settings;
        this.clock = clock;
    }

    /** Raises the question of a report to the police. */
    public void start(String caseNumber) {
        open(caseNumber);
    }

    private PoliceReferral open(String caseNumber) {
        PoliceReferral referral = referrals.saveAndFlush(new PoliceReferral(caseNumber, clock.instant()));
        entries.save(entry(referral, null, PoliceEntry.Step.ADVISED));
        cases.record(caseNumber, EventKind.POLICE_ADVISED, null);
        processes.start(PROCESS, caseNumber, referral.id());
        return referral;
    }

    @Transactional(readOnly = true)
    public boolean hasAny(String caseNumber) {
        return referrals.existsByCaseNumber(caseNumber);
    }

    @Transactional(readOnly = true)
    public List<PoliceReferral> of(String caseNumber) {
        return referrals.findByCaseNumberOrderByAdvisedAt(caseNumber);
    }

    /** Every step of the case's referrals, in the order in which they were recorded. */
    @Transactional(readOnly = true)
    public List<PoliceEntry> entries(String caseNumber) {
        return entries.findByReferralInOrderById(
                of(caseNumber).stream().map(PoliceReferral::id).toList());
    }

    /** @throws java.util.NoSuchElementException when there is no such referral */
    @Transactional(readOnly = true)
    public PoliceReferral get(UUID id) {
        return referrals.findById(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public TaskTerms terms(UUID id) {
        PoliceReferral referral = get(id);
        Instant due = referral.state() == PoliceReferral.State.ADVISED
                ? hours.plusWeekdays(referral.askAgainAt() == null ? referral.advisedAt() : referral.askAgainAt(), 1)
                : referral.nextCheckAt();
        return new TaskTerms(Set.of(cases.actingGroup(cases.get(referral.caseNumber()))), due);
    }

    // --- who reports

    /**
     * The exposed person says on their own page who is to report. The one who holds the case gets the question as a task
     * at once, also where it had been put off or answered with no, and is told that there is an answer; the same answer
     * once more is no news.
     */
    public void answer(String caseNumber, PoliceReferral.ReportedBy who, String person) {
        if (who == null) {
            throw Refused.at("who", "police.who");
        }
        List<PoliceReferral> all = of(caseNumber);
        if (all.stream().anyMatch(referral -> referral.isOpen() && referral.state() != PoliceReferral.State.ADVISED)) {
            throw Refused.because("police.already");
        }
        PoliceReferral referral =
                all.stream().filter(PoliceReferral::isOpen).findFirst().orElseGet(() -> open(caseNumber));
        boolean news = referral.reporter() != who;
        referral.answered(who, clock.instant());
        entries.save(entry(referral, person, PoliceEntry.Step.ANSWERED).code(who));
        cases.record(caseNumber, EventKind.POLICE_ANSWERED, person, who.name());
        if (news) {
            mail.write(
                    caseNumber,
                    MailKind.POLICE_ANSWERED,
                    cases.workers(cases.get(caseNumber)),
                    referral.id() + "-" + clock.instant());
        }
        referrals.flush();
        processes.refresh(caseNumber);
    }

    /** The exposed person wants it reported, and has decided by whom. */
    public void toReport(UUID id, PoliceReferral.ReportedBy who, String person) {
        if (who == null) {
            throw Refused.at("reportedBy", "required");
        }
        PoliceReferral referral = get(id);
        checkReporter(new Problems(), referral, who).refuseIfAny();
        Instant next = hours.plusWeekdays(clock.instant(), settings.reportWithinWeekdays());
        referral.toReport(who, next);
        entries.save(
                entry(referral, person, PoliceEntry.Step.TO_REPORT).code(who).nextCheckAt(next));
        cases.record(referral.caseNumber(), EventKind.POLICE_TO_REPORT, person, who.name());
    }

    /** A party cannot say that the city reports. */
    private Problems checkReporter(Problems problems, PoliceReferral referral, PoliceReferral.ReportedBy who) {
        boolean citys = who == PoliceReferral.ReportedBy.CITY;
        return cases.refuseParty(problems, referral.caseNumber(), citys, "reportedBy");
    }

    /** The exposed person has had second thoughts before the report was made. */
    public void reconsidered(UUID id, String person) {
        PoliceReferral referral = get(id);
        referral.reconsidered(clock.instant());
        entries.save(entry(referral, person, PoliceEntry.Step.RECONSIDERED));
        cases.record(referral.caseNumber(), EventKind.POLICE_RECONSIDERED, person);
    }

    /**
     * What the police's confirmation says.
     *
     * @param protectionAsked whether åtkomstskydd was asked for with the report
     * @param nextCheck the day to look at it next, or null for the usual one
     */
    public record Made(
            String reportNumber,
            LocalDate reportedAt,
            PoliceReferral.ReportedBy by,
            boolean protectionAsked,
            LocalDate nextCheck) {}

    /** It has been reported to the police. */
    public void reported(UUID id, Made made, String person) {
        String number = made.reportNumber() == null
                ? null
                : made.reportNumber().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        Problems problems = new Problems()
                .addIf(number == null, "reportNumber", "required")
                .addIf(
                        number != null && !REPORT_NUMBER.matcher(number).matches(),
                        "reportNumber",
                        "police.reportNumber")
                .addIf(made.by() == null, "reportedBy", "required");
        PoliceReferral referral = get(id);
        checkReporter(problems, referral, made.by());
        checkPast(problems, "reportedAt", made.reportedAt(), true);
        checkNext(problems, made.nextCheck()).refuseIfAny();
        Instant next = nextCheck(made.nextCheck());
        referral.reported(number, made.reportedAt(), made.by(), next);
        entries.save(entry(referral, person, PoliceEntry.Step.REPORTED)
                .code(made.by())
                .reportNumber(number)
                .on(made.reportedAt())
                .nextCheckAt(next));
        cases.record(
                referral.caseNumber(),
                EventKind.POLICE_REPORTED,
                person,
                made.by().name(),
                made.reportedAt().toString());
        if (made.protectionAsked()) {
            protection(referral, PoliceReferral.Protection.ASKED, made.reportedAt(), next, person);
        }
    }

    /**
     * It has not been reported, with the reason; the question is put again at most as often as configured.
     *
     * @return whether it will be put again
     */
    public boolean notReported(
            UUID id, PoliceReferral.Decision decision, PoliceReferral.DeclineReason reason, String person) {
        if (reason == null) {
            throw Refused.at("declineReason", "required");
        }
        PoliceReferral referral = get(id);
        boolean again = referral.timesAsked() + 1 < settings.askAtMost();
        boolean later = decision == PoliceReferral.Decision.LATER;
        referral.notReported(reason, again ? inDays(settings.askAgainAfterDays()) : null);
        entries.save(entry(referral, person, later ? PoliceEntry.Step.POSTPONED : PoliceEntry.Step.DECLINED)
                .code(reason)
                .nextCheckAt(referral.askAgainAt()));
        cases.record(
                referral.caseNumber(),
                later ? EventKind.POLICE_LATER : EventKind.POLICE_DECLINED,
                person,
                reason.name());
        return again;
    }

    // --- what became of it

    /**
     * What is known of the police's case.
     *
     * @param at the day of the outcome; may be missing while it goes on
     * @param protection null when there is nothing new about it
     * @param nextCheck the day to look at it next, or null for the usual one
     */
    public record Known(
            PoliceReferral.Outcome outcome,
            LocalDate at,
            PoliceReferral.Protection protection,
            LocalDate protectionAt,
            String note,
            LocalDate nextCheck) {}

    /** What the police, a prosecutor or a court has decided, or that it goes on. */
    public void follow(UUID id, Known known, String person) {
        Problems problems = new Problems();
        PoliceReferral referral = get(id);
        boolean newProtection = known.protection() != null && known.protection() != referral.protection();
        checkPast(problems, "outcomeAt", known.at(), known.outcome() != PoliceReferral.Outcome.ONGOING);
        checkPast(
                problems,
                "protectionAt",
                known.protectionAt(),
                newProtection && known.protection() != PoliceReferral.Protection.NOT_ASKED);
        problems.checkText("note", known.note(), CaseFiles.LONGEST_TEXT);
        checkNext(problems, known.nextCheck()).refuseIfAny();
        Instant next = known.outcome().isFinal() ? null : nextCheck(known.nextCheck());
        if (newProtection) {
            protection(referral, known.protection(), known.protectionAt(), next, person);
        }
        referral.outcome(known.outcome(), known.at(), next);
        entries.save(entry(referral, person, PoliceEntry.Step.OUTCOME)
                .code(known.outcome())
                .on(known.at())
                .nextCheckAt(next)
                .note(known.note()));
        cases.recordText(
                referral.caseNumber(),
                EventKind.POLICE_OUTCOME,
                person,
                known.note(),
                known.outcome().name());
    }

    private void protection(
            PoliceReferral referral,
            PoliceReferral.Protection protection,
            LocalDate at,
            Instant nextCheckAt,
            String person) {
        referral.protection(protection, at);
        entries.save(entry(referral, person, PoliceEntry.Step.PROTECTION)
                .code(protection)
                .on(at)
                .nextCheckAt(nextCheckAt));
        cases.record(referral.caseNumber(), EventKind.POLICE_PROTECTION, person, protection.name());
    }

    // --- what the police are to be told

    /** What the exposed person wants the police to be told, the latest first. */
    @Transactional(readOnly = true)
    public List<PoliceWishes> wishes(String caseNumber) {
        return wishes.findByCaseNumberOrderByIdDesc(caseNumber);
    }

    /** Writes down what the exposed person wants the police to be told beside the report. */
    public void wish(String caseNumber, String earlier, String workMobile, boolean askProtection, String person) {
        new Problems()
                .checkText("earlier", earlier, CaseFiles.LONGEST_TEXT)
                .checkText("workMobile", workMobile, LONGEST_NUMBER)
                .refuseIfAny();
        wishes.save(new PoliceWishes(caseNumber, clock.instant(), person, earlier, workMobile, askProtection));
        cases.record(caseNumber, EventKind.POLICE_WISHES, person);
    }

    // --- days

    private void checkPast(Problems problems, String field, LocalDate day, boolean required) {
        problems.addIf(required && day == null, field, "required")
                .addIf(day != null && day.isAfter(today()), field, "inTheFuture");
    }

    private Problems checkNext(Problems problems, LocalDate day) {
        return problems.addIf(
                day != null && (!day.isAfter(today()) || day.isAfter(latestCheckDay())),
                "nextCheck",
                "police.nextCheck",
                settings.checkWithinDays());
    }

    /** The day when a case at the police is looked at next, when nobody chooses another. */
    @Transactional(readOnly = true)
    public LocalDate checkDay() {
        return today().plusDays(settings.checkEveryDays());
    }

    /** The last day that may be chosen instead. */
    @Transactional(readOnly = true)
    public LocalDate latestCheckDay() {
        return today().plusDays(settings.checkWithinDays());
    }

    private Instant nextCheck(LocalDate chosen) {
        return Optional.ofNullable(chosen)
                .map(day -> day.atTime(hours.closes()).atZone(Sweden.TIME).toInstant())
                .orElseGet(() -> inDays(settings.checkEveryDays()));
    }

    private PoliceEntry entry(PoliceReferral referral, String person, PoliceEntry.Step step) {
        return new PoliceEntry(referral.id(), clock.instant(), person, step);
    }

    private Instant inDays(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Sweden.TIME));
    }

    /**
     * An open police case never keeps a case open: it is followed on its own. But the question must have been put and
     * answered, whatever the answer, where something has happened (R42).
     */
    @Override
    @Transactional(readOnly = true)
    public List<OpenMatter> openIn(String caseNumber) {
        List<PoliceReferral> all = of(caseNumber);
        boolean toBeAsked = cases.get(caseNumber).concern() == Concern.INCIDENT;
        return all.isEmpty() && toBeAsked
                ? List.of(new OpenMatter("policeNotAsked", null, true))
                : all.stream()
                        .filter(PoliceReferral::isOpen)
                        .map(PoliceReferrals::openMatter)
                        .toList();
    }

    private static OpenMatter openMatter(PoliceReferral referral) {
        return referral.timesAsked() == 0
                ? new OpenMatter("policeUnanswered", null, true)
                : new OpenMatter("police", referral.reportNumber(), false);
    }
}
