package se.varna.police;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.casefile.OpenMatters;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.duty.StaffedHours;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;

/** Referrals to the police. Each is an instance of its own: a judgment may take years, and holds up nothing else. */
@Service
@Transactional
public class PoliceReferrals implements OpenMatters {

    private static final String PROCESS = "policeReferral";

    /** {@code 5000-K123456-26}: the police area, the number, the year. */
    private static final Pattern REPORT_NUMBER = Pattern.compile("\\d{4}-K\\d{1,7}-\\d{2}");

    private final PoliceReferralRepository referrals;
    private final CaseFiles cases;
    private final Processes processes;
    private final StaffedHours hours;
    private final int askAgainAfterDays;
    private final int askAtMost;
    private final int checkEveryDays;
    private final Clock clock;

    PoliceReferrals(
            PoliceReferralRepository referrals,
            CaseFiles cases,
            Processes processes,
            StaffedHours hours,
            @Value("${varna.police.ask-again-after-days}") int askAgainAfterDays,
            @Value("${varna.police.ask-at-most}") int askAtMost,
            @Value("${varna.police.check-every-days}") int checkEveryDays,
            Clock clock) {
        this.referrals = referrals;
        this.cases = cases;
        this.processes = processes;
        this.hours = hours;
        this.askAgainAfterDays = askAgainAfterDays;
        this.askAtMost = askAtMost;
        this.checkEveryDays = checkEveryDays;
        this.clock = clock;
    }

    /** Raises the question of a report to the police. */
    public void start(String caseNumber) {
        PoliceReferral referral = referrals.saveAndFlush(new PoliceReferral(caseNumber, clock.instant()));
        cases.record(caseNumber, EventKind.POLICE_ADVISED, null);
        processes.start(PROCESS, caseNumber, referral.id());
    }

    @Transactional(readOnly = true)
    public boolean hasAny(String caseNumber) {
        return referrals.existsByCaseNumber(caseNumber);
    }

    @Transactional(readOnly = true)
    public List<PoliceReferral> of(String caseNumber) {
        return referrals.findByCaseNumberOrderByAdvisedAt(caseNumber);
    }

    /** @throws java.util.NoSuchElementException when there is no such referral */
    @Transactional(readOnly = true)
    public PoliceReferral get(UUID id) {
        return referrals.findById(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public TaskTerms terms(UUID id) {
        PoliceReferral referral = get(id);
        Instant due = referral.state() == PoliceReferral.State.REPORTED
                ? referral.nextCheckAt()
                : hours.plusWeekdays(referral.askAgainAt() == null ? referral.advisedAt() : referral.askAgainAt(), 1);
        return new TaskTerms(Set.of(cases.actingGroup(cases.get(referral.caseNumber()))), due);
    }

    /** It has been reported to the police. */
    public void reported(
            UUID id, String reportNumber, LocalDate reportedAt, PoliceReferral.ReportedBy by, String person) {
        new Problems()
                .addIf(reportNumber == null, "reportNumber", "required")
                .addIf(
                        reportNumber != null
                                && !REPORT_NUMBER.matcher(reportNumber).matches(),
                        "reportNumber",
                        "police.reportNumber")
                .addIf(reportedAt == null, "reportedAt", "required")
                .addIf(reportedAt != null && reportedAt.isAfter(today()), "reportedAt", "inTheFuture")
                .addIf(by == null, "reportedBy", "required")
                .refuseIfAny();
        PoliceReferral referral = get(id);
        referral.reported(reportNumber, reportedAt, by, inDays(checkEveryDays));
        cases.record(referral.caseNumber(), EventKind.POLICE_REPORTED, person, by.name(), reportedAt.toString());
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
        boolean again = referral.timesAsked() + 1 < askAtMost;
        referral.notReported(reason, again ? inDays(askAgainAfterDays) : null);
        cases.record(
                referral.caseNumber(),
                decision == PoliceReferral.Decision.LATER ? EventKind.POLICE_LATER : EventKind.POLICE_DECLINED,
                person,
                reason.name());
        return again;
    }

    /** What the police or the court has decided, or that it goes on. */
    public void outcome(
            UUID id,
            PoliceReferral.Outcome outcome,
            LocalDate at,
            PoliceReferral.Protection protection,
            String note,
            String person) {
        new Problems()
                .addIf(at == null && outcome != PoliceReferral.Outcome.ONGOING, "outcomeAt", "required")
                .addIf(at != null && at.isAfter(today()), "outcomeAt", "inTheFuture")
                .refuseIfAny();
        PoliceReferral referral = get(id);
        referral.outcome(outcome, at, protection, note, inDays(checkEveryDays));
        cases.recordText(referral.caseNumber(), EventKind.POLICE_OUTCOME, person, note, outcome.name());
    }

    private Instant inDays(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(StaffedHours.ZONE));
    }

    /**
     * An open police case never keeps a case open: it is followed on its own. But the question must have been put and
     * answered, whatever the answer (R42).
     */
    @Override
    @Transactional(readOnly = true)
    public List<OpenMatter> openIn(String caseNumber) {
        List<PoliceReferral> all = of(caseNumber);
        return all.isEmpty()
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
