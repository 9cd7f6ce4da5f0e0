package se.varna.casepage;

import java.security.Principal;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Level;
import se.varna.common.DueWords;
import se.varna.common.Labels;
import se.varna.engine.WorkableTasks;

/** What stands on a task's card in Tasklist's list: which case, how serious, and by when, in words. */
@RestController
@ForArea(Area.TASKLIST)
class TaskCards {

    private final WorkableTasks tasks;
    private final CaseFiles cases;
    private final DueWords dueWords;
    private final Labels labels;

    TaskCards(WorkableTasks tasks, CaseFiles cases, DueWords dueWords, Labels labels) {
        this.tasks = tasks;
        this.cases = cases;
        this.dueWords = dueWords;
        this.labels = labels;
    }

    /**
     * A task's card.
     *
     * @param number the case's number, or null for a task of no case
     * @param level the level's word, or empty
     * @param acute whether the level is the highest
     * @param about which of several it is, or null
     * @param due by when, as {@code i dag kl. 14.30}
     * @param moment by when, with day and time
     * @param overdue whether that has passed
     */
    record Card(String number, String level, boolean acute, String about, String due, String moment, boolean overdue) {}

    /** Not there for one who may not work the task. */
    @GetMapping("/uppgifter/{taskId}/kort")
    ResponseEntity<Card> card(@PathVariable String taskId, Principal person) {
        return tasks.inList(taskId, person.getName())
                .map(task ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(card(task)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Card card(WorkableTasks.InList task) {
        Level level = task.caseNumber() == null
                ? null
                : cases.find(task.caseNumber()).map(CaseFile::shownLevel).orElse(null);
        return new Card(
                task.caseNumber(),
                labels.of(level),
                level == Level.ACUTE,
                task.about(),
                dueWords.of(task.dueAt()),
                labels.moment(task.dueAt()),
                dueWords.isOverdue(task.dueAt()));
    }
}
