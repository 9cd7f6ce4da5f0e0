package se.varna.engine;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;
import se.varna.directory.Directory;

/**
 * Which case an open task belongs to, told only to those whose group has the task. Officers may not read process
 * instances, so Tasklist itself cannot find this out.
 */
@Component
public class WorkableTasks {

    private final ProcessEngine engine;
    private final Directory directory;
    private final TaskListeners.Works works;

    WorkableTasks(ProcessEngine engine, Directory directory, TaskListeners.Works works) {
        this.engine = engine;
        this.directory = directory;
        this.works = works;
    }

    /** The task, if it is open and the person belongs to a group that has it today. */
    public Optional<TaskContext> find(String taskId, String person) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> find(context, taskId, person)));
    }

    /** As {@link #find}, and empty for a task that belongs to no case. */
    public Optional<TaskContext> findOfCase(String taskId, String person) {
        return find(taskId, person).filter(task -> works.of(task.taskKey()).isAboutCase());
    }

    private Optional<TaskContext> find(CommandContext context, String taskId, String person) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null || task.getExecution() == null) {
            return Optional.empty();
        }
        Set<String> groups = task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .collect(Collectors.toSet());
        groups.retainAll(directory.groups(person));
        return groups.isEmpty() ? Optional.empty() : Optional.of(TaskListeners.contextOf(task));
    }
}
