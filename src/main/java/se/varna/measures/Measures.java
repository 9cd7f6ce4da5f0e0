package se.varna.measures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.casefile.OpenMatters;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.duty.StaffedHours;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;

/** Protective measures, each an instance of its own: proposed, decided, confirmed, reviewed and at last ended. */
@Service
@Transactional
public class Measures implements OpenMatters {

    private static final String PROCESS = "securityMeasure";

    private final MeasureRepository measures;
    private final MeasureKinds kinds;
    private final CaseFiles cases;
    private final Processes processes;
    private final StaffedHours hours;
    private final Mail mail;
    private final int longestReviewDays;
    private final Clock clock;

    Measures(
            MeasureRepository measures,
            MeasureKinds kinds,
            CaseFiles cases,
            Processes processes,
            StaffedHours hours,
            Mail mail,
            @Value("${varna.measures.longest-review-days}") int longestReviewDays,
            Clock clock) {
        this.measures = measures;
        this.kinds = kinds;
        this.cases = cases;
        this.processes = processes;
        this.hours = hours;
        this.mail = mail;
        this.longestReviewDays = longestReviewDays;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<MeasureKind> catalogue() {
        return kinds.findAllByOrderByName();
    }

    @Transactional(readOnly = true)
    public boolean isKnown(String kind) {
        return kinds.existsById(kind);
    }

    @Transactional(readOnly = true)
    public String nameOf(Measure measure) {
        return kinds.findById(measure.kind()).map(MeasureKind::name).orElse(measure.kind());
    }

    /**
     * Proposes a measure for the case.
     *
     * @throws Refused when the catalogue has no such kind, or nobody has assessed the case yet (R39–R40)
     */
    public void propose(String caseNumber, String kind, String person) {
        if (kind == null || !isKnown(kind)) {
            throw Refused.at("kind", "unknownChoice");
        }
        if (!cases.get(caseNumber).levelAssessed()) {
            throw Refused.because("measure.notAssessed");
        }
        Measure measure = measures.saveAndFlush(new Measure(caseNumber, kind, clock.instant(), person));
        cases.record(caseNumber, EventKind.MEASURE_PROPOSED, person, nameOf(measure));
        processes.start(PROCESS, caseNumber, measure.id());
    }

    /** @throws java.util.NoSuchElementException when there is no such measure */
    @Transactional(readOnly = true)
    public Measure get(UUID id) {
        return measures.findById(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<Measure> of(String caseNumber) {
        return measures.findByCaseNumberOrderByProposedAt(caseNumber);
    }

    @Transactional(readOnly = true)
    public TaskTerms terms(UUID id) {
        Measure measure = get(id);
        Instant due = measure.state() == Measure.State.IN_FORCE
                ? reviewDueAt(id)
                : hours.plusWeekdays(measure.proposedAt(), 1);
        return new TaskTerms(Set.of(cases.actingGroup(cases.get(measure.caseNumber()))), due);
    }

    /** The end of the review day's staffed hours. */
    @Transactional(readOnly = true)
    public Instant reviewDueAt(UUID id) {
        LocalDate day = get(id).reviewAt();
        LocalTime closes = hours.closes();
        return day.atTime(closes).atZone(StaffedHours.ZONE).toInstant();
    }

    public void approve(UUID id, Measure.Provider provider, LocalDate reviewAt, String reason, String person) {
        Problems problems = new Problems().addIf(provider == null, "provider", "required");
        checkReview(problems, reviewAt).refuseIfAny();
        Measure measure = get(id);
        measure.approve(provider, reviewAt, reason, clock.instant());
        recordChange(measure, EventKind.MEASURE_APPROVED, reason, person);
    }

    public void reject(UUID id, String reason, String person) {
        Measure measure = get(id);
        measure.reject(reason, clock.instant());
        recordChange(measure, EventKind.MEASURE_REJECTED, reason, person);
    }

    public void confirm(UUID id, LocalDate from, String note, String person) {
        Measure measure = get(id);
        measure.confirm(from);
        recordChange(measure, EventKind.MEASURE_IN_FORCE, note, person);
    }

    public void extend(UUID id, LocalDate reviewAt, String reason, String person) {
        checkReview(new Problems(), reviewAt).refuseIfAny();
        Measure measure = get(id);
        measure.extend(reviewAt, reason, clock.instant());
        recordChange(measure, EventKind.MEASURE_EXTENDED, reason, person);
    }

    public void end(UUID id, String reason, String person) {
        Measure measure = get(id);
        measure.end(reason, clock.instant());
        recordChange(measure, EventKind.MEASURE_ENDED, reason, person);
    }

    private void recordChange(Measure measure, EventKind kind, String text, String person) {
        cases.recordText(measure.caseNumber(), kind, person, text, nameOf(measure));
    }

    /** A measure is reviewed within the city's longest time, and never runs without a day for it. */
    private Problems checkReview(Problems problems, LocalDate reviewAt) {
        LocalDate today = LocalDate.now(clock.withZone(StaffedHours.ZONE));
        return problems.addIf(reviewAt == null, "reviewAt", "required")
                .addIf(
                        reviewAt != null
                                && (reviewAt.isBefore(today) || reviewAt.isAfter(today.plusDays(longestReviewDays))),
                        "reviewAt",
                        "measure.reviewWithin",
                        longestReviewDays);
    }

    public void escalateReview(UUID id) {
        Measure measure = get(id);
        CaseFile file = cases.get(measure.caseNumber());
        mail.write(
                file.number(),
                MailKind.REVIEW_ESCALATED,
                cases.workers(file),
                "review-" + id + "-" + measure.reviewAt());
        recordChange(measure, EventKind.MEASURE_REVIEW_OVERDUE, null, null);
    }

    /** Each measure must be decided upon before the case is closed. */
    @Override
    @Transactional(readOnly = true)
    public List<OpenMatter> openIn(String caseNumber) {
        return of(caseNumber).stream()
                .filter(Measure::isOpen)
                .map(measure -> new OpenMatter("measure", nameOf(measure), true))
                .toList();
    }
}
