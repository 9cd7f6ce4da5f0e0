package se.varna.measures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Level;
import se.varna.casefile.OpenMatters;
import se.varna.casefile.Phase;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.common.Sweden;
import se.varna.duty.StaffedHours;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;
import se.varna.responsibility.AnswerDeadline;

/**
 * Protective measures, each an instance of its own: proposed, decided, ordered, confirmed, reviewed and
 * at last ended. Each step is kept.
 */
@Service
@Transactional
public class Measures implements OpenMatters {

    private static final String PROCESS = "securityMeasure";

    private final MeasureRepository measures;
    private final MeasureKinds kinds;
    private final MeasureEntries entries;
    private final CaseFiles cases;
    private final Processes processes;
    private final StaffedHours hours;
    private final AnswerDeadline answers;
    private final Mail mail;
    private final int longestReviewDays;
    private final Clock clock;

    Measures(
            MeasureRepository measures,
            MeasureKinds kinds,
            MeasureEntries entries,
            CaseFiles cases,
            Processes processes,
            StaffedHours hours,
            AnswerDeadline answers,
            Mail mail,
            @Value("${varna.measures.longest-review-days}") int longestReviewDays,
            Clock clock) {
        this.measures = measures;
        this.kinds = kinds;
        this.entries = entries;
        this.cases = cases;
        this.processes = processes;
        this.hours = hours;
        this.answers = answers;
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

    /** The kind of measure, or empty when the catalogue no longer has it. */
    @Transactional(readOnly = true)
    public Optional<MeasureKind> kindOf(Measure measure) {
        return kinds.findById(measure.kind());
    }

    @Transactional(readOnly = true)
    public String nameOf(Measure measure) {
        return kindOf(measure).map(MeasureKind::name).orElse(measure.kind());
    }

    /**
     * Proposes a measure for the case, on its latest assessment.
     *
     * @param reason why, or null when the assessment says it
     * @throws Refused when the catalogue has no such kind, the case is closed, or nobody has assessed it yet (R39–R40)
     */
    public void propose(String caseNumber, String kind, String reason, String person) {
        if (!cases.get(caseNumber).levelAssessed()) {
            throw Refused.because("measure.notAssessed");
        }
        start(caseNumber, kind, MeasureEntry.Step.PROPOSED, reason, person);
    }

    /**
     * Proposes a step that cannot wait until the case has been assessed; it is reviewed when it has been.
     *
     * @throws Refused as {@link #propose}, and without a reason
     */
    public void proposeAcute(String caseNumber, String kind, String reason, String person) {
        if (cases.get(caseNumber).levelAssessed()) {
            throw Refused.because("measure.assessedAlready");
        }
        new Problems().addIf(reason == null, "reason", "measure.whyAcute").refuseIfAny();
        start(caseNumber, kind, MeasureEntry.Step.PROPOSED_ACUTE, reason, person);
    }

    private void start(String caseNumber, String kind, MeasureEntry.Step step, String reason, String person) {
        CaseFile file = cases.get(caseNumber);
        if (file.phase() == Phase.CLOSED) {
            throw Refused.because("measure.caseClosed");
        }
        new Problems()
                .addIf(kind == null || !isKnown(kind), "kind", "unknownChoice")
                .checkText("reason", reason, CaseFiles.LONGEST_TEXT)
                .refuseIfAny();
        Instant assessedAt = file.levelAssessed() ? file.assessedAt() : null;
        Measure measure = measures.saveAndFlush(new Measure(caseNumber, kind, assessedAt, clock.instant(), person));
        record(measure, step, person, null, null, reason);
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

    /** The measures of several cases. */
    @Transactional(readOnly = true)
    public List<Measure> of(Collection<String> caseNumbers) {
        return measures.findByCaseNumberIn(caseNumbers);
    }

    /** Every step of the measure, the first one first. */
    @Transactional(readOnly = true)
    public List<MeasureEntry> entries(UUID id) {
        return entries.findByMeasureOrderById(id);
    }

    @Transactional(readOnly = true)
    public TaskTerms terms(UUID id) {
        Measure measure = get(id);
        Instant due = measure.state() == Measure.State.IN_FORCE ? reviewDueAt(id) : nextStepDueAt(measure);
        return new TaskTerms(Set.of(cases.actingGroup(cases.get(measure.caseNumber()))), due);
    }

    private Instant nextStepDueAt(Measure measure) {
        return measure.isAcute()
                ? answers.after(1, measure.stateSince(), Level.ACUTE)
                : hours.plusWeekdays(measure.stateSince(), 1);
    }

    /** The end of the review day's staffed hours, or since when it must be decided upon before that. */
    @Transactional(readOnly = true)
    public Instant reviewDueAt(UUID id) {
        Measure measure = get(id);
        return measure.calledAt() != null
                ? measure.calledAt()
                : measure.reviewAt().atTime(hours.closes()).atZone(Sweden.TIME).toInstant();
    }

    /** When the deputy is told that it has not been reviewed. */
    @Transactional(readOnly = true)
    public Instant reviewOverdueAt(UUID id) {
        return answers.after(1, reviewDueAt(id), cases.get(get(id).caseNumber()).level());
    }

    // --- the steps

    public void approve(UUID id, Measure.Provider provider, LocalDate reviewAt, String reason, String person) {
        Problems problems = written(reason).addIf(provider == null, "provider", "required");
        Measure measure = get(id);
        checkProvider(problems, measure, provider);
        checkReview(problems, reviewAt).refuseIfAny();
        measure.approve(provider, reviewAt, clock.instant());
        record(measure, MeasureEntry.Step.APPROVED, person, null, null, reason);
    }

    /** The security company is procured by the city (R41): a party has no order to give it. */
    private Problems checkProvider(Problems problems, Measure measure, Measure.Provider provider) {
        boolean citys = provider == Measure.Provider.SECURITY_COMPANY;
        return cases.refuseParty(problems, measure.caseNumber(), citys, "provider");
    }

    public void reject(UUID id, String reason, String person) {
        written(reason).refuseIfAny();
        Measure measure = get(id);
        measure.reject(clock.instant());
        record(measure, MeasureEntry.Step.REJECTED, person, null, null, reason);
    }

    /** @param from with whom it was ordered, in the person's words */
    public void order(UUID id, String from, LocalDate day, String person) {
        notInTheFuture(new Problems().addIf(from == null, "orderedFrom", "required"), "orderedAt", day)
                .checkText("orderedFrom", from, CaseFiles.LONGEST_TEXT)
                .refuseIfAny();
        Measure measure = get(id);
        measure.order(clock.instant());
        record(measure, MeasureEntry.Step.ORDERED, person, day, from, null);
    }

    /** It could not be had; the case file says why. */
    public void abandon(UUID id, String reason, String person) {
        written(reason).refuseIfAny();
        Measure measure = get(id);
        measure.abandon(clock.instant());
        record(measure, MeasureEntry.Step.ABANDONED, person, null, null, reason);
    }

    /** It is in place, from that day. */
    public void confirm(UUID id, LocalDate from, String note, String person) {
        notInTheFuture(new Problems(), "inForceFrom", from)
                .checkText("note", note, CaseFiles.LONGEST_TEXT)
                .refuseIfAny();
        Measure measure = get(id);
        measure.confirm(from, clock.instant());
        record(measure, MeasureEntry.Step.IN_FORCE, person, from, note, null);
    }

    public void extend(UUID id, LocalDate reviewAt, String reason, String person) {
        checkReview(written(reason), reviewAt).refuseIfAny();
        Measure measure = get(id);
        measure.goOn(measure.provider(), reviewAt);
        record(measure, MeasureEntry.Step.EXTENDED, person, null, null, reason);
    }

    /**
     * It goes on in another way.
     *
     * @param provider who carries it out from now on, or null for the same as before
     * @param change what is different, in the person's words
     */
    public void change(
            UUID id, Measure.Provider provider, LocalDate reviewAt, String change, String reason, String person) {
        Measure measure = get(id);
        Problems problems = checkReview(written(reason).addIf(change == null, "change", "required"), reviewAt);
        checkProvider(problems, measure, provider)
                .checkText("change", change, CaseFiles.LONGEST_TEXT)
                .refuseIfAny();
        measure.goOn(provider == null ? measure.provider() : provider, reviewAt);
        record(measure, MeasureEntry.Step.CHANGED, person, null, change, reason);
    }

    public void end(UUID id, String reason, String person) {
        written(reason).refuseIfAny();
        Measure measure = get(id);
        measure.end(today(), clock.instant());
        record(measure, MeasureEntry.Step.ENDED, person, today(), null, reason);
    }

    private void record(
            Measure measure, MeasureEntry.Step step, String person, LocalDate day, String detail, String reason) {
        entries.save(new MeasureEntry(measure, step, clock.instant(), person, day, detail, reason));
        cases.record(measure.caseNumber(), step.event(), person, nameOf(measure));
    }

    private static Problems written(String reason) {
        return new Problems().checkWritten("reason", reason, CaseFiles.LONGEST_TEXT);
    }

    private Problems notInTheFuture(Problems problems, String field, LocalDate day) {
        return problems.addIf(day == null, field, "required")
                .addIf(day != null && day.isAfter(today()), field, "measure.dayToCome");
    }

    /** A measure is reviewed within the city's longest time, and never runs without a day for it. */
    private Problems checkReview(Problems problems, LocalDate reviewAt) {
        LocalDate last = today().plusDays(longestReviewDays);
        return problems.addIf(reviewAt == null, "reviewAt", "required")
                .addIf(
                        reviewAt != null && (reviewAt.isBefore(today()) || reviewAt.isAfter(last)),
                        "reviewAt",
                        "measure.reviewWithin",
                        longestReviewDays);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Sweden.TIME));
    }

    // --- what must be decided upon before its day

    /**
     * The case has been assessed. Acute steps rest on that from now on and must be decided upon; so must everything that
     * protects when the level has dropped.
     */
    public void assessed(String caseNumber, boolean levelDropped) {
        Instant assessment = cases.get(caseNumber).assessedAt();
        for (Measure measure : of(caseNumber)) {
            boolean wasAcute = measure.assessedAt() == null;
            if (wasAcute) {
                measure.restsOn(assessment);
            }
            if (measure.isDecided() && levelDropped) {
                call(measure, Measure.Called.LEVEL_DROPPED);
            } else if (measure.isDecided() && wasAcute) {
                call(measure, Measure.Called.ASSESSED);
            }
        }
        processes.refresh(caseNumber);
    }

    /** The case is to be closed: everything that protects must be decided upon first. */
    public void caseIsClosing(String caseNumber) {
        of(caseNumber).stream()
                .filter(Measure::isDecided)
                .forEach(measure -> call(measure, Measure.Called.CASE_CLOSING));
        processes.refresh(caseNumber);
    }

    private void call(Measure measure, Measure.Called why) {
        measure.call(why, clock.instant());
        record(measure, MeasureEntry.Step.valueOf("CALLED_" + why), null, null, null, null);
    }

    // --- when nobody reviews it

    public void remindReview(UUID id) {
        tell(id, MailKind.REVIEW_REMINDER, MeasureEntry.Step.REVIEW_REMINDED, cases::workers);
    }

    /** Tells those who step in; whose the case is does not change (R26). */
    public void escalateReview(UUID id) {
        tell(id, MailKind.REVIEW_ESCALATED, MeasureEntry.Step.REVIEW_OVERDUE, cases::standIns);
    }

    private void tell(UUID id, MailKind kind, MeasureEntry.Step step, Function<CaseFile, Set<String>> whom) {
        Measure measure = get(id);
        CaseFile file = cases.get(measure.caseNumber());
        mail.write(file.number(), kind, whom.apply(file), "review-" + id + "-" + reviewDueAt(id));
        record(measure, step, null, null, null, null);
    }

    /** Each measure must be decided upon before the case is closed. */
    @Override
    @Transactional(readOnly = true)
    public List<OpenMatter> openIn(String caseNumber) {
        return of(caseNumber).stream()
                .filter(Measure::isOpen)
                .map(measure -> new OpenMatter(openCode(measure), nameOf(measure), true))
                .toList();
    }

    private static String openCode(Measure measure) {
        return switch (measure.state()) {
            case PROPOSED -> "measureProposed";
            case IN_FORCE -> "measureInForce";
            default -> "measureOnItsWay";
        };
    }
}
