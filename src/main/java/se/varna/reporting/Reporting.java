package se.varna.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.RateLimits;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.casefile.Matter;
import se.varna.casefile.Report;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.directory.Directory;
import se.varna.engine.Processes;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;
import se.varna.responsibility.Responsibilities;
import se.varna.responsibility.ResponsibilityDecision;

/** Takes a report in. Case file and process start are one transaction: what is acknowledged is never lost. */
@Service
@Transactional
public class Reporting {

    private static final int LONGEST_LINE = 500;
    private static final String PROCESS = "incidentHandling";
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);

    private final CaseFiles cases;
    private final Responsibilities responsibilities;
    private final Directory directory;
    private final Processes processes;
    private final AcceptedRequests accepted;
    private final Mail mail;
    private final RateLimits limits;
    private final Clock clock;

    Reporting(
            CaseFiles cases,
            Responsibilities responsibilities,
            Directory directory,
            Processes processes,
            AcceptedRequests accepted,
            Mail mail,
            RateLimits limits,
            Clock clock) {
        this.cases = cases;
        this.responsibilities = responsibilities;
        this.directory = directory;
        this.processes = processes;
        this.accepted = accepted;
        this.mail = mail;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Registers a report and starts its process.
     *
     * @param reporter id of the person who reports
     * @param key the sender's name for this very report, so that sending it again makes no second case; or null
     * @throws Refused with every field that has to be mended; {@link se.varna.common.TooOften} when the person must wait
     */
    public Receipt report(IncidentReport report, String reporter, String key) {
        if (key == null) {
            return registerAndStart(report, reporter);
        }
        return accepted.once(reporter, key, report.toString(), () -> registerAndStart(report, reporter)
                        .caseNumber())
                .map(this::receipt)
                .orElseThrow(() -> Refused.at("Idempotency-Key", "report.keyReused"));
    }

    private Receipt registerAndStart(IncidentReport report, String reporter) {
        String number = register(report, reporter);
        processes.start(PROCESS, number);
        return receipt(number);
    }

    /**
     * Registers a report without starting anything: for the start listener, whose process has started already.
     *
     * @return the case number
     */
    public String register(IncidentReport report, String reporter) {
        check(report);
        limits.count(RateLimits.Of.REPORT, reporter);
        boolean self = IncidentReport.SELF.equals(report.exposed());
        boolean other = IncidentReport.OTHER.equals(report.exposed());
        String exposed = self ? reporter : other ? null : report.exposed();
        CaseFile opened = cases.open(
                new CaseFiles.Opening(
                        reporter,
                        exposed,
                        other ? report.exposedOther() : null,
                        // Nobody consents for somebody else.
                        report.partyMayBeContacted() && reporter.equals(exposed),
                        report.movedToCouncil(),
                        report.acuteDanger()),
                new Report.Answers(
                        report.description(),
                        report.occurredAt() == null ? null : report.occurredAt().toInstant(),
                        report.place(),
                        report.matter() == null ? Matter.UNKNOWN : report.matter(),
                        report.unit(),
                        report.politicalQuestion(),
                        report.kinds(),
                        report.indicators(),
                        report.reachAt(),
                        report.voicemailAllowed(),
                        report.happenedBefore(),
                        report.perpetrator(),
                        report.impact(),
                        report.evidenceSaved(),
                        report.policeReported(),
                        report.upcomingMeetings()));
        return opened.number();
    }

    /**
     * Looks a report through without keeping it.
     *
     * @throws Refused with every field that has to be mended
     */
    @Transactional(readOnly = true)
    public void check(IncidentReport report) {
        Problems problems = new Problems();
        String exposed = report.exposed();
        if (exposed == null) {
            problems.add("exposed", "report.exposedRequired");
        } else if (exposed.equals(IncidentReport.OTHER)) {
            problems.addIf(report.exposedOther() == null, "exposedOther", "report.exposedOtherRequired");
        } else if (!exposed.equals(IncidentReport.SELF)) {
            // Those in the list and no others: an answer here must not tell who else the directory knows.
            problems.addIf(directory.mandates(exposed).isEmpty(), "exposed", "report.exposedUnknown");
        }
        problems.addIf(report.description() == null, "description", "report.descriptionRequired");
        problems.addIf(report.unit() != null && directory.unit(report.unit()).isEmpty(), "unit", "unknownUnit");
        if (report.occurredAt() != null) {
            Instant at = report.occurredAt().toInstant();
            problems.addIf(at.isAfter(clock.instant()), "occurredAt", "inTheFuture");
            problems.addIf(report.occurredAt().toLocalDate().isBefore(EARLIEST), "occurredAt", "tooLongAgo");
        }
        problems.checkText("description", report.description(), CaseFiles.LONGEST_TEXT);
        problems.checkText("impact", report.impact(), CaseFiles.LONGEST_TEXT);
        problems.checkText("upcomingMeetings", report.upcomingMeetings(), CaseFiles.LONGEST_TEXT);
        problems.checkText("perpetrator", report.perpetrator(), CaseFiles.LONGEST_TEXT);
        problems.checkText("politicalQuestion", report.politicalQuestion(), LONGEST_LINE);
        problems.checkText("reachAt", report.reachAt(), LONGEST_LINE);
        problems.checkText("exposedOther", report.exposedOther(), 200);
        problems.refuseIfAny();
    }

    /** What the reporter is told; the same whenever it is asked for again. */
    @Transactional(readOnly = true)
    public Receipt receipt(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        ResponsibilityDecision first = responsibilities.decisions(caseNumber).get(0);
        return new Receipt(
                caseNumber,
                first.responsible(),
                first.inform(),
                first.row(),
                first.rules(),
                first.reason(),
                file.contactDueAt());
    }

    /** Ties the process that has just started to its case, which must not be carried by another one. */
    public void carry(String caseNumber, String instance) {
        cases.get(caseNumber).carriedBy(instance);
    }

    /** Whether the case waits to be carried: it was registered in this very transaction. */
    @Transactional(readOnly = true)
    public boolean awaitsProcess(String caseNumber) {
        return cases.find(caseNumber).filter(file -> !file.isCarried()).isPresent();
    }

    /** Sends the receipt by mail, to the exposed person and to the one who reported for them. */
    public void sendReceipt(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        mail.write(caseNumber, MailKind.RECEIPT, Set.of(file.reporter()), "receipt");
        file.exposed().ifPresent(exposed -> mail.write(caseNumber, MailKind.RECEIPT, Set.of(exposed), "receipt"));
        cases.record(caseNumber, EventKind.RECEIPT_SENT, null);
    }
}
