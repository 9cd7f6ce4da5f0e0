package se.varna.casepage;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.varna.access.Action;
import se.varna.access.Sight;
import se.varna.casefile.CaseFiles;
import se.varna.common.Labels;
import se.varna.dialogue.Dialogues;
import se.varna.dialogue.Message;
import se.varna.directory.Directory;
import se.varna.duty.StaffedHours;

/** The messages on the pages of a case, as the one who reads the page may see them. */
@Component("messageSection")
class MessageSection {

    private final Dialogues dialogues;
    private final CaseFiles cases;
    private final Directory directory;
    private final StaffedHours hours;
    private final Labels labels;
    private final HttpServletRequest request;
    private final Clock clock;

    MessageSection(
            Dialogues dialogues,
            CaseFiles cases,
            Directory directory,
            StaffedHours hours,
            Labels labels,
            HttpServletRequest request,
            Clock clock) {
        this.dialogues = dialogues;
        this.cases = cases;
        this.directory = directory;
        this.hours = hours;
        this.labels = labels;
        this.request = request;
        this.clock = clock;
    }

    /**
     * @param answerBy by when what waits is to be answered, or null when nothing waits
     * @param late whether that has passed
     * @param opens when the offices open again, in words, or null while they are open
     * @param mayWrite whether the reader can write to the other side
     */
    record Section(List<CaseMessage> messages, Instant answerBy, boolean late, String opens, boolean mayWrite) {}

    /** The section for a page that is being shown: what is in it counts as read by those who can answer it. */
    public Section show(String number, Sight sight) {
        if (sight.may(Action.WRITE_MESSAGE)) {
            dialogues.seen(dialogues.visible(number, sight), request.getRemoteUser());
        }
        Instant now = clock.instant();
        Instant answerBy = dialogues.answerDueAt(number).orElse(null);
        return new Section(
                read(number, sight),
                answerBy,
                answerBy != null && answerBy.isBefore(now),
                hours.isStaffed(now) ? null : labels.moment(hours.nextStaffed(now)),
                sight.may(Action.WRITE_MESSAGE) && cases.get(number).exposed().isPresent());
    }

    List<CaseMessage> read(String number, Sight sight) {
        Set<Long> read = dialogues.read(number);
        return dialogues.visible(number, sight).stream()
                .map(message -> message(message, read.contains(message.id())))
                .toList();
    }

    private CaseMessage message(Message message, boolean read) {
        return new CaseMessage(
                message.at(), directory.nameOf(message.author()), message.isFromExposed(), message.text(), read);
    }
}
