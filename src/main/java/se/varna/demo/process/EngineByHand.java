package se.varna.demo.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varna.directory.Directory;

/**
 * The engine as the demo's past needs it: its time, its jobs and its tasks, one by one. What is open in a case is asked in
 * SQL, since it is asked tens of thousands of times.
 */
@Component
@Profile("demo")
public class EngineByHand {

    private final FormService forms;
    private final IdentityService identity;
    private final ManagementService management;
    private final TaskService tasks;
    private final Directory directory;
    private final JdbcClient jdbc;

    EngineByHand(
            FormService forms,
            IdentityService identity,
            ManagementService management,
            TaskService tasks,
            Directory directory,
            JdbcClient jdbc) {
        this.forms = forms;
        this.identity = identity;
        this.management = management;
        this.tasks = tasks;
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** An open task and by when it is to be done. */
    public record Task(String id, String key, Instant due) {}

    /** Something that the engine does by itself at that time. */
    public record Timer(String id, Instant due) {}

    public void setTime(Instant time) {
        ClockUtil.setCurrentTime(Date.from(time));
    }

    public void letTimeGo() {
        ClockUtil.reset();
    }

    /** Runs what waits in the case for no time, until nothing is left. */
    public void runWaiting(String caseNumber) {
        List<String> waiting =
                jobs(caseNumber, "j.type_ = 'message'").stream().map(Timer::id).toList();
        while (!waiting.isEmpty()) {
            waiting.forEach(management::executeJob);
            waiting = jobs(caseNumber, "j.type_ = 'message'").stream()
                    .map(Timer::id)
                    .toList();
        }
    }

    /** The case's timers, always in the same order. */
    public List<Timer> timers(String caseNumber) {
        return jobs(caseNumber, "j.type_ = 'timer'");
    }

    private List<Timer> jobs(String caseNumber, String which) {
        return jdbc.sql(
                        """
                        SELECT j.id_, coalesce(j.duedate_, now()) AS due FROM engine.act_ru_job j
                          JOIN engine.act_ru_execution p ON p.id_ = j.process_instance_id_
                          JOIN engine.act_ru_jobdef d ON d.id_ = j.job_def_id_
                         WHERE p.business_key_ = ? AND j.retries_ > 0 AND\s"""
                                + which + " ORDER BY j.duedate_, d.act_id_, j.create_time_")
                .param(caseNumber)
                .query((row, index) ->
                        new Timer(row.getString(1), row.getTimestamp(2).toInstant()))
                .list();
    }

    public void fire(Timer timer) {
        management.executeJob(timer.id());
    }

    /** The case's open tasks, always in the same order. */
    public List<Task> tasks(String caseNumber) {
        return jdbc.sql(
                        """
                        SELECT t.id_, t.task_def_key_, t.due_date_ FROM engine.act_ru_task t
                          JOIN engine.act_ru_execution p ON p.id_ = t.proc_inst_id_
                         WHERE p.business_key_ = ? ORDER BY t.task_def_key_, t.create_time_, t.due_date_""")
                .param(caseNumber)
                .query((row, index) -> new Task(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
    }

    /** Those to whom the task is offered, by their ids. */
    public List<String> offeredTo(String task) {
        Set<String> persons = new TreeSet<>();
        for (IdentityLink link : tasks.getIdentityLinksForTask(task)) {
            if (IdentityLinkType.CANDIDATE.equals(link.getType())) {
                persons.addAll(
                        link.getGroupId() == null ? Set.of(link.getUserId()) : directory.members(link.getGroupId()));
            }
        }
        return List.copyOf(persons);
    }

    /** The person completes the task with what they typed in its form. */
    public void complete(String person, String task, Map<String, Object> typed) {
        identity.setAuthentication(person, List.copyOf(directory.groups(person)));
        try {
            forms.submitTaskForm(task, typed);
        } finally {
            identity.clearAuthentication();
        }
    }
}
