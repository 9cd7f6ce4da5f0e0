package se.varna.engine.web;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.engine.WorkableTasks;

/** The way from a task to its case, for Tasklist's tab <em>Ärende</em>. */
@Controller
@ForArea(Area.TASKLIST)
class TasksCase {

    private final WorkableTasks tasks;

    TasksCase(WorkableTasks tasks) {
        this.tasks = tasks;
    }

    /** To the case's page, made to stand inside another; not there for one who may not work the task, or when it has no case. */
    @GetMapping("/uppgifter/{taskId}/arende")
    String theCase(@PathVariable String taskId, Principal person) {
        return tasks.findOfCase(taskId, person.getName())
                .map(task -> "redirect:/arenden/" + task.caseNumber() + "?inbaddad")
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
