package se.varna.engine;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
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

    /** The task, if it is open and the person may work it today. */
    public Optional<TaskContext> find(String taskId, String person) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> find(context, taskId, person)));
    }

    /** As {@link #find}, and empty for a task that belongs to no case. */
    public Optional<TaskContext> findOfCase(String taskId, String person) {
        return find(taskId, person)
                .filter(task -> works.of(task.taskKey()).needs().isPresent());
    }

    private Optional<TaskContext> find(CommandContext context, String taskId, String person) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null || task.getExecution() == null) {
            return Optional.empty();
        }
        return works.mayWork(task, person) ? Optional.of(TaskListeners.contextOf(task)) : Optional.empty();
    }
}
