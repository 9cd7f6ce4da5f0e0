package se.varna.advice;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Concern;
import se.varna.access.NeedToKnow;
import se.varna.access.RateLimits;
import se.varna.access.Relation;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.casefile.Level;
import se.varna.casefile.Matter;
import se.varna.casefile.OpenInCase;
import se.varna.casefile.Phase;
import se.varna.casefile.Report;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.dialogue.Dialogues;
import se.varna.dialogue.Message;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
import se.varna.duty.CalendarChanged;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;
import se.varna.planning.Notice;
import se.varna.planning.PlannedEvent;
import se.varna.planning.PlannedEvents;
import se.varna.reporting.AcceptedRequests;
import se.varna.reporting.IncidentReport;
import se.varna.reporting.Reporting;
import se.varna.responsibility.AnswerDeadline;
import se.varna.responsibility.Responsibilities;

/**
 * Questions about security: an official's, which the responsible function answers (R2, R36), and a unit's or a party's,
 * which Säkerhet och Beredskap answers (R46). A question is a case of its own, and its answer a message in it.
 */
@Service
@Transactional
public class Advice {

    private static final String PROCESS = "securityAdvice";
    private static final int LONGEST_LINE = 500;

    private final CaseFiles cases;
    private final Dialogues dialogues;
    private final Reporting reporting;
    private final Responsibilities responsibilities;
    private final AcceptedRequests accepted;
    private final AnswerDeadline deadline;
    private final OpenInCase openInCase;
    private final NeedToKnow needToKnow;
    private final PlannedEvents events;
    private final Directory directory;
    private final RateLimits limits;
    private final Processes processes;
    private final Mail mail;
    private final Clock clock;

    Advice(
            CaseFiles cases,
            Dialogues dialogues,
            Reporting reporting,
            Responsibilities responsibilities,
            AcceptedRequests accepted,
            AnswerDeadline deadline,
            OpenInCase openInCase,
            NeedToKnow needToKnow,
            PlannedEvents events,
            Directory directory,
            RateLimits limits,
            Processes processes,
            Mail mail,
            Clock clock) {
        this.cases = cases;
        this.dialogues = dialogues;
        this.reporting = reporting;
        this.responsibilities = responsibilities;
        this.accepted = accepted;
        this.deadline = deadline;
        this.openInCase = openInCase;
        this.needToKnow = needToKnow;
        this.events = events;
        this.directory = directory;
        this.limits = limits;
        this.processes = processes;
        this.mail = mail;
        this.clock = clock;
    }

    // --- asking

    /**
     * Registers a question and starts its process.
     *
     * @param key the sender's name for this very question, so that sending it again makes no second case
     * @return the case number
     * @throws Refused with every field that has to be mended, or when the key was used for another question;
     *     {@link se.varna.common.TooOften} when the person must wait
     */
    public String ask(SecurityQuestion question, String asker, String key) {
        return accepted.once(asker, "question " + key, question.toString(), () -> {
                    String number = register(question, asker);
                    processes.start(PROCESS, number);
                    return number;
                })
                .orElseThrow(() -> Refused.because("advice.sentAlready"));
    }

    /**
     * Registers a question without starting anything: for the start listener, whose process has started already.
     *
     * @return the case number
     */
    public String register(SecurityQuestion question, String asker) {
        new Problems()
                .addIf(question.text() == null, "question", "advice.questionRequired")
                .addIf(
                        question.unit() != null
                                && directory.unit(question.unit()).isEmpty(),
                        "unit",
                        "unknownUnit")
                .checkText("question", question.text(), CaseFiles.LONGEST_TEXT)
                .checkText("reachAt", question.reachAt(), LONGEST_LINE)
                .refuseIfAny();
        limits.count(RateLimits.Of.REPORT, asker);
        return cases.open(
                        Concern.QUESTION,
                        new CaseFiles.Opening(asker, asker, null, false, false, false),
                        answers(question))
                .number();
    }

    private static Report.Answers answers(SecurityQuestion question) {
        Matter said = question.matter() == null ? Matter.UNKNOWN : question.matter();
        // Whoever names a unit has said that it is about the city.
        Matter matter = said == Matter.UNKNOWN && question.unit() != null ? Matter.CITY : said;
        return new Report.Answers(
                question.text(),
                null,
                null,
                matter,
                question.unit(),
                null,
                Set.of(),
                Set.of(),
                question.reachAt(),
                false,
                false,
                null,
                null,
                false,
                false,
                null);
    }

    /** Confirms to the one who asks that the question has come, and tells those who are to answer. */
    public void confirm(String caseNumber) {
        reporting.sendReceipt(caseNumber);
        responsibilities.tellWorkers(caseNumber);
    }

    // --- time

    /** Sets by when the question is to be answered. */
    public void setDeadline(String caseNumber) {
        cases.get(caseNumber).contactDueAt(dueAt(caseNumber, 1));
    }

    /** @param times 1: by when it is to be answered; 2: when the deputy is told; 3: when Säkerhet och Beredskap is */
    @Transactional(readOnly = true)
    public Instant dueAt(String caseNumber, int times) {
        return deadline.after(times, cases.get(caseNumber).receivedAt(), Level.LOW);
    }

    /** Those who hold the case, and Säkerhet och Beredskap once nobody there has answered for long. */
    @Transactional(readOnly = true)
    public TaskTerms terms(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        Set<String> groups = new TreeSet<>(Set.of(cases.actingGroup(file)));
        if (file.isEscalatedToSob()) {
            groups.add(Groups.SECURITY_AND_PREPAREDNESS);
        }
        return new TaskTerms(groups, dueAt(caseNumber, 1));
    }

    public void remind(String caseNumber) {
        mail.write(caseNumber, MailKind.QUESTION_REMINDER, cases.workers(cases.get(caseNumber)), "question-due");
        cases.record(caseNumber, EventKind.ANSWER_REMINDED, null);
    }

    /** Tells those who step in; whose the case is does not change (R26). */
    public void escalate(String caseNumber) {
        mail.write(caseNumber, MailKind.QUESTION_ESCALATED, cases.standIns(cases.get(caseNumber)), "question-overdue");
        cases.record(caseNumber, EventKind.ANSWER_ESCALATED, null);
    }

    /** Säkerhet och Beredskap gets what it needs to answer, and the task beside the owner, who stays the owner. */
    public void escalateToSob(String caseNumber) {
        CaseFile file = cases.get(caseNumber);
        String department = Groups.SECURITY_AND_PREPAREDNESS;
        if (!cases.actingGroup(file).equals(department)) {
            file.escalatedToSob();
            cases.letDepartmentCall(caseNumber);
        }
        mail.write(caseNumber, MailKind.QUESTION_ESCALATED, directory.members(department), "question-overdue-twice");
        cases.record(caseNumber, EventKind.ANSWER_ESCALATED_SOB, null);
        processes.refresh(caseNumber);
    }

    /** The city has decided about a day: what is promised to those who wait moves with it. */
    @EventListener
    @Order(CalendarChanged.CASE_FILES)
    void calendarChanged(CalendarChanged changed) {
        cases.inPhase(Phase.ANSWERING).forEach(file -> setDeadline(file.number()));
    }

    // --- answering

    /**
     * Answers the question, and with it what the one who asks has written since.
     *
     * @throws Refused without a text, when something else in the case is open, or when more has been written than the one
     *     who answers has seen
     */
    public void answer(String caseNumber, String text, String person) {
        refuseWhileOpen(caseNumber);
        dialogues.write(caseNumber, text, person);
    }

    /**
     * The question has been answered in a message before.
     *
     * @throws Refused when nothing has been written to the one who asks, or something else in the case is open
     */
    public void answeredBefore(String caseNumber) {
        refuseWhileOpen(caseNumber);
        if (!dialogues.isAnswered(caseNumber)) {
            throw Refused.at("outcome", "advice.nothingWritten");
        }
    }

    /**
     * Something has happened: what has been told here becomes an incident of its own, whose responsibility is decided anew.
     *
     * @param added what the officer knows beside that, or null
     * @return the incident's number
     * @throws Refused when something else in the case is open, or the addition is too long
     */
    public String becomesIncident(String caseNumber, String added, boolean acuteDanger, String person) {
        refuseWhileOpen(caseNumber);
        new Problems().checkText("added", added, CaseFiles.LONGEST_TEXT).refuseIfAny();
        CaseFile file = cases.get(caseNumber);
        Report.Answers told = cases.answers(caseNumber);
        Optional<String> official =
                file.exposed().filter(asker -> !directory.mandates(asker).isEmpty());
        String incident = reporting
                .report(
                        new IncidentReport(
                                official.orElse(IncidentReport.OTHER),
                                official.isPresent()
                                        ? null
                                        : cases.nameOfExposed(file).orElse(null),
                                told.description(),
                                null,
                                null,
                                told.matter(),
                                told.unit(),
                                null,
                                acuteDanger,
                                false,
                                Set.of(),
                                Set.of(),
                                told.reachAt(),
                                false,
                                false,
                                false,
                                false,
                                null,
                                null,
                                false,
                                null),
                        person,
                        null)
                .caseNumber();
        toldSince(caseNumber, person)
                .forEach(message -> cases.addInformation(incident, message.author(), message.text(), Set.of()));
        if (added != null) {
            cases.addInformation(incident, person, added, Set.of());
        }
        cases.link(incident, caseNumber, person);
        return incident;
    }

    /**
     * It is about a meeting to come: what has been told here becomes a planned event of its own, whose responsibility is
     * decided anew (R3).
     *
     * @return the planned event's number
     * @throws Refused when something else in the case is open, it is not said what is planned and when, or the one who asks
     *     has no mandate that it could concern
     */
    public String becomesPlannedEvent(String caseNumber, String title, OffsetDateTime startsAt, String person) {
        refuseWhileOpen(caseNumber);
        Report.Answers told = cases.answers(caseNumber);
        String asker = cases.get(caseNumber).exposed().orElseThrow();
        if (directory.mandates(asker).isEmpty()) {
            throw Refused.at("outcome", "advice.notOfficial");
        }
        String planned = events.notice(
                new Notice(
                        asker,
                        PlannedEvent.Kind.MEETING,
                        title,
                        startsAt,
                        null,
                        null,
                        told.matter(),
                        told.unit(),
                        null,
                        told.description(),
                        null,
                        false,
                        told.reachAt(),
                        false),
                person,
                null);
        cases.link(planned, caseNumber, person);
        return planned;
    }

    private List<Message> toldSince(String caseNumber, String person) {
        return dialogues.visible(caseNumber, needToKnow.sight(person, caseNumber)).stream()
                .filter(Message::isFromExposed)
                .toList();
    }

    /** Whatever else goes on in the case is brought to its end first; a message that waits keeps its own task. */
    private void refuseWhileOpen(String caseNumber) {
        Problems problems = new Problems();
        openInCase.addBlocking(problems, caseNumber, open -> !open.code().equals(Dialogues.OPEN_MESSAGE));
        problems.refuseIfAny();
    }

    /** The question has been taken care of. */
    public void end(String caseNumber) {
        cases.get(caseNumber).end(clock.instant());
        if (dialogues.answerDueAt(caseNumber).isEmpty()) {
            cases.endShare(caseNumber, Groups.SECURITY_AND_PREPAREDNESS, Relation.MISSED_DEADLINE);
        }
        cases.record(caseNumber, EventKind.CLOSED_QUESTION, null);
    }
}
