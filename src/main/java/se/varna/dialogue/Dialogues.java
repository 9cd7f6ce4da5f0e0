package se.varna.dialogue;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Concern;
import se.varna.access.NeedToKnow;
import se.varna.access.Part;
import se.varna.access.Relation;
import se.varna.access.Sight;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.casefile.OpenMatters;
import se.varna.casefile.Phase;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
import se.varna.followup.Following;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;
import se.varna.responsibility.AnswerDeadline;

/**
 * Messages between the exposed person and those who hold the case, both ways (R36, R45). What the exposed person writes
 * waits as an inquiry, with a task of its own, until it is answered or somebody has said why it needs no answer; it
 * follows the case to another owner. Nobody answers without having seen all that they may see of what waits.
 */
@Service
@Transactional
public class Dialogues implements OpenMatters {

    private static final String PROCESS = "answerMessage";
    private static final String ANSWERED = "MessageAnswered";

    private final MessageRepository messages;
    private final Inquiries inquiries;
    private final MessageReadings readings;
    private final CaseFiles cases;
    private final Following following;
    private final NeedToKnow needToKnow;
    private final AnswerDeadline deadline;
    private final Directory directory;
    private final Processes processes;
    private final Mail mail;
    private final Clock clock;

    Dialogues(
            MessageRepository messages,
            Inquiries inquiries,
            MessageReadings readings,
            CaseFiles cases,
            Following following,
            NeedToKnow needToKnow,
            AnswerDeadline deadline,
            Directory directory,
            Processes processes,
            Mail mail,
            Clock clock) {
        this.messages = messages;
        this.inquiries = inquiries;
        this.readings = readings;
        this.cases = cases;
        this.following = following;
        this.needToKnow = needToKnow;
        this.deadline = deadline;
        this.directory = directory;
        this.processes = processes;
        this.mail = mail;
        this.clock = clock;
    }

    // --- writing

    /**
     * The exposed person writes to those who hold the case. A closed case about something that has happened opens again, as
     * by everything else that is told.
     *
     * @throws Refused without a text, or when it is too long
     */
    public void ask(String caseNumber, String text, String person) {
        checkText(text);
        Instant now = clock.instant();
        inquiries.openOrLock(UUID.randomUUID(), caseNumber, now);
        Inquiry inquiry = inquiries.findByCaseNumberAndEndedAtIsNull(caseNumber).orElseThrow();
        messages.saveAndFlush(new Message(caseNumber, now, person, true, text));
        cases.record(caseNumber, EventKind.MESSAGE_FROM_EXPOSED, person);
        CaseFile file = cases.get(caseNumber);
        if (inquiry.processInstance() == null) {
            inquiry.carriedBy(processes.start(PROCESS, caseNumber, inquiry.id()));
            mail.write(caseNumber, MailKind.MESSAGE, cases.workers(file), "inquiry-" + inquiry.id());
        }
        if (file.phase() == Phase.CLOSED && file.concern() == Concern.INCIDENT) {
            following.somethingAdded(caseNumber);
        }
    }

    /**
     * Somebody who holds the case writes to the exposed person, on the case's page; that answers what waits.
     *
     * @throws Refused without a text, when it is too long, when the exposed person cannot sign in to read it, or when they
     *     have written more than the one who answers has seen
     */
    public void write(String caseNumber, String text, String person) {
        checkText(text);
        Optional<Inquiry> waiting = inquiries.lockOpen(caseNumber);
        send(caseNumber, text, person, waiting);
        waiting.ifPresent(inquiry -> {
            inquiries.flush();
            processes.deliver(ANSWERED, inquiry.processInstance());
        });
    }

    /** The same, in the task. */
    public void answer(String caseNumber, String text, String person) {
        checkText(text);
        send(caseNumber, text, person, Optional.of(waiting(caseNumber)));
    }

    private void send(String caseNumber, String text, String person, Optional<Inquiry> waiting) {
        CaseFile file = cases.get(caseNumber);
        String exposed = file.exposed().orElseThrow(() -> Refused.because("message.nobodyToRead"));
        waiting.ifPresent(inquiry -> checkSeen(inquiry, person));
        Message message = messages.saveAndFlush(new Message(caseNumber, clock.instant(), person, false, text));
        cases.record(caseNumber, EventKind.MESSAGE_TO_EXPOSED, person);
        mail.write(caseNumber, MailKind.MESSAGE, Set.of(exposed), "message-" + message.id());
        waiting.ifPresent(inquiry -> end(inquiry, file, person));
    }

    /**
     * What waits needs no answer here: it was only a thank you, or it has been answered on the telephone.
     *
     * @throws Refused without a reason, or when the exposed person has written more than the one who says so has seen
     */
    public void needsNoAnswer(String caseNumber, String reason, String person) {
        new Problems().checkWritten("reason", reason, CaseFiles.LONGEST_TEXT).refuseIfAny();
        Inquiry inquiry = waiting(caseNumber);
        checkSeen(inquiry, person);
        cases.recordText(caseNumber, EventKind.MESSAGE_NEEDS_NO_ANSWER, person, reason);
        end(inquiry, cases.get(caseNumber), person);
    }

    private Inquiry waiting(String caseNumber) {
        return inquiries.lockOpen(caseNumber).orElseThrow(() -> Refused.because("message.answered"));
    }

    private void end(Inquiry inquiry, CaseFile file, String person) {
        inquiry.end(person, clock.instant());
        if (inquiry.isLifted() && !(file.isEscalatedToSob() && file.phase() == Phase.FIRST_CONTACT)) {
            cases.endShare(file.number(), Groups.SECURITY_AND_PREPAREDNESS, Relation.MISSED_DEADLINE);
        }
    }

    private static void checkText(String text) {
        new Problems().checkWritten("text", text, CaseFiles.LONGEST_TEXT).refuseIfAny();
    }

    /** Otherwise what came while they were writing would count as answered. */
    private void checkSeen(Inquiry inquiry, String person) {
        Sight sight = needToKnow.sight(person, inquiry.caseNumber());
        Map<Long, Set<String>> readers = readings.of(inquiry.caseNumber());
        boolean allSeen = visible(inquiry.caseNumber(), sight).stream()
                .filter(Message::isFromExposed)
                .filter(message -> !message.at().isBefore(inquiry.askedAt()))
                .allMatch(
                        message -> readers.getOrDefault(message.id(), Set.of()).contains(person));
        if (!allSeen) {
            throw Refused.because("message.moreCame");
        }
    }

    // --- time

    /** Those who hold the case, and Säkerhet och Beredskap once nobody there has answered for long. */
    @Transactional(readOnly = true)
    public TaskTerms terms(UUID id) {
        Inquiry inquiry = get(id);
        Set<String> groups = new TreeSet<>(Set.of(cases.actingGroup(cases.get(inquiry.caseNumber()))));
        if (inquiry.isLifted()) {
            groups.add(Groups.SECURITY_AND_PREPAREDNESS);
        }
        return new TaskTerms(groups, dueAt(id, 1));
    }

    /** @param times 1: by when it is to be answered; 2: when the deputy is told; 3: when Säkerhet och Beredskap is */
    @Transactional(readOnly = true)
    public Instant dueAt(UUID id, int times) {
        Inquiry inquiry = get(id);
        return deadline.after(
                times, inquiry.askedAt(), cases.get(inquiry.caseNumber()).level());
    }

    /** By when what waits in the case is to be answered, or empty when nothing waits. */
    @Transactional(readOnly = true)
    public Optional<Instant> answerDueAt(String caseNumber) {
        return inquiries.findByCaseNumberAndEndedAtIsNull(caseNumber).map(inquiry -> dueAt(inquiry.id(), 1));
    }

    public void remind(UUID id) {
        CaseFile file = caseOf(id);
        mail.write(file.number(), MailKind.MESSAGE_REMINDER, cases.workers(file), "reminder-" + id);
        cases.record(file.number(), EventKind.MESSAGE_REMINDED, null);
    }

    /** Tells those who step in; whose the case is does not change (R26). */
    public void escalate(UUID id) {
        CaseFile file = caseOf(id);
        mail.write(file.number(), MailKind.MESSAGE_ESCALATED, cases.standIns(file), "overdue-" + id);
        cases.record(file.number(), EventKind.MESSAGE_ESCALATED, null);
    }

    /**
     * Säkerhet och Beredskap gets what it needs to call, and the task beside the owner, as when nobody has made the first
     * contact. The owner stays the owner: time alone moves no case.
     */
    public void escalateToSob(UUID id) {
        CaseFile file = caseOf(id);
        String number = file.number();
        String department = Groups.SECURITY_AND_PREPAREDNESS;
        if (!cases.actingGroup(file).equals(department)) {
            get(id).lifted(clock.instant());
            cases.letDepartmentCall(number);
        }
        mail.write(number, MailKind.MESSAGE_ESCALATED, directory.members(department), "overdue-twice-" + id);
        cases.record(number, EventKind.MESSAGE_ESCALATED_SOB, null);
        processes.refresh(number);
    }

    private CaseFile caseOf(UUID id) {
        return cases.get(get(id).caseNumber());
    }

    private Inquiry get(UUID id) {
        return inquiries.findById(id).orElseThrow();
    }

    // --- reading

    /** The case's messages that the reader may see, the first one first. The exposed person may see them all. */
    @Transactional(readOnly = true)
    public List<Message> visible(String caseNumber, Sight sight) {
        boolean exposed = sight.relations().contains(Relation.EXPOSED);
        return messages.findByCaseNumberOrderById(caseNumber).stream()
                .filter(message -> exposed || sight.shows(Part.DESCRIPTION, message.at()))
                .toList();
    }

    /** Whether the reader may see all that has been written. */
    @Transactional(readOnly = true)
    public boolean showsAll(String caseNumber, Sight sight) {
        return visible(caseNumber, sight).size()
                == messages.findByCaseNumberOrderById(caseNumber).size();
    }

    /** Notes that the person has had those messages before their eyes. */
    public void seen(List<Message> shown, String person) {
        readings.record(shown, person);
    }

    /** Ids of the messages that the other side has read: somebody who holds the case, or the exposed person. */
    @Transactional(readOnly = true)
    public Set<Long> read(String caseNumber) {
        String exposed = cases.get(caseNumber).exposed().orElse(null);
        Map<Long, Set<String>> readers = readings.of(caseNumber);
        return messages.findByCaseNumberOrderById(caseNumber).stream()
                .filter(message -> readers.getOrDefault(message.id(), Set.of()).stream()
                        .anyMatch(reader -> message.isFromExposed() != reader.equals(exposed)))
                .map(Message::id)
                .collect(Collectors.toSet());
    }

    /** Those of the cases in which something has been written to the exposed person that they have not read. */
    @Transactional(readOnly = true)
    public Set<String> withNews(Collection<String> caseNumbers, String exposed) {
        return readings.withNews(caseNumbers, exposed);
    }

    /** Nobody's question is left when a case is closed. */
    @Override
    @Transactional(readOnly = true)
    public List<OpenMatter> openIn(String caseNumber) {
        return inquiries.findByCaseNumberAndEndedAtIsNull(caseNumber).stream()
                .map(waiting -> new OpenMatter("message", null, true))
                .toList();
    }
}
