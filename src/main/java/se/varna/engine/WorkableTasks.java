package se.varna.engine;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * Which case an open task belongs to, told only to those who are offered the task. Officers may not read process
 * instances, so Tasklist itself cannot find this out.
 */
@Component
public class WorkableTasks {

    private final ProcessEngine engine;
    private final TaskListeners.Works works;

    WorkableTasks(ProcessEngine engine, TaskListeners.Works works) {
        this.engine = engine;
        this.works = works;
    }

    /**
     * An open task in the list.
     *
     * @param caseNumber the case that it belongs to, or null
     * @param about as {@link TaskWork#about}, or null
     */
    public record InList(String caseNumber, String about, Instant dueAt) {}

    /** The task as it stands in the list of somebody who may work it today. */
    public Optional<InList> inList(String taskId, String person) {
        return asked(context -> find(context, taskId, person)
                .map(task -> new InList(
                        works.of(task).needs().isPresent() ? task.getExecution().getProcessBusinessKey() : null,
                        works.of(task).about(TaskListeners.contextOf(task)).orElse(null),
                        task.getDueDate().toInstant())));
    }

    /** The task, if it is open and the person may work it today. */
    public Optional<TaskContext> find(String taskId, String person) {
        return asked(context -> find(context, taskId, person).map(TaskListeners::contextOf));
    }

    /** As {@link #find}, and empty for a task that belongs to no case. */
    public Optional<TaskContext> findOfCase(String taskId, String person) {
        return find(taskId, person)
                .filter(task -> works.of(task.taskKey()).needs().isPresent());
    }

    private <T> T asked(Command<T> question) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> question.execute(context)));
    }

    private Optional<TaskEntity> find(CommandContext context, String taskId, String person) {
        return Optional.ofNullable(context.getTaskManager().findTaskById(taskId))
                .filter(task -> task.getExecution() != null && works.mayWork(task, person));
    }
}
