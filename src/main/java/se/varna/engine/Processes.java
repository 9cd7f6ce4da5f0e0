package se.varna.engine;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** The engine as the use cases see it: processes are found by their case number. */
@Component
public class Processes {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final ManagementService management;
    private final AuthorizationService authorizations;
    private final TaskListeners.Works works;
    private final Candidates candidates;
    private final Urgency urgency;

    Processes(
            RuntimeService runtime,
            TaskService tasks,
            HistoryService history,
            ManagementService management,
            AuthorizationService authorizations,
            TaskListeners.Works works,
            Candidates candidates,
            Urgency urgency) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.management = management;
        this.authorizations = authorizations;
        this.works = works;
        this.candidates = candidates;
        this.urgency = urgency;
    }

    /** Starts an instance of its own for the case, in the caller's transaction. */
    public String start(String process, String caseNumber) {
        return runtime.startProcessInstanceByKey(process, caseNumber).getId();
    }

    /** Starts an instance about one thing (a referral, a measure, a message), in the caller's transaction. */
    public String start(String process, String caseNumber, UUID subject) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(Variables.SUBJECT_ID, subject.toString());
        return runtime.startProcessInstanceByKey(process, caseNumber, variables).getId();
    }

    /** Starts an instance of its own for the case with what its first question needs, in the caller's transaction. */
    public String start(String process, String caseNumber, Map<String, Object> routing) {
        return runtime.startProcessInstanceByKey(process, caseNumber, routing).getId();
    }

    /** Starts the process whose message start event waits for the message. */
    public String startByMessage(String message, String caseNumber) {
        return runtime.startProcessInstanceByMessage(message, caseNumber).getId();
    }

    /**
     * Delivers a message to that very instance.
     *
     * @throws org.camunda.bpm.engine.MismatchingMessageCorrelationException when it does not wait for the message now
     * @throws OptimisticLockingFailureException when somebody else has moved it on meanwhile
     */
    public void deliver(String message, String instance) {
        try {
            runtime.createMessageCorrelation(message)
                    .processInstanceId(instance)
                    .correlateExclusively();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("the instance has been moved on meanwhile", e);
        }
    }

    /** An open task of the case. */
    public record OpenTask(String key, String name, Instant dueAt) {}

    /** The case's open tasks in all its processes, the most urgent first. */
    public List<OpenTask> openTasks(String caseNumber) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).orderByDueDate().asc().list().stream()
                .map(task -> new OpenTask(
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant()))
                .toList();
    }

    /** A step of a process: when it began, and when it was done; null while it goes on. */
    public record Step(String element, String name, Instant since, Instant until) {}

    /** Every step that the case has taken in that process, in the order in which they began. */
    public List<Step> course(String caseNumber, String process) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(process)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .flatMap(instance -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .orderByHistoricActivityInstanceStartTime()
                        .asc()
                        .orderPartiallyByOccurrence()
                        .asc()
                        .list()
                        .stream())
                .map(step -> new Step(
                        step.getActivityId(),
                        step.getActivityName(),
                        step.getStartTime().toInstant(),
                        step.getEndTime() == null ? null : step.getEndTime().toInstant()))
                .toList();
    }

    /**
     * Brings everything open in the case in line with the case file: the tasks' candidates, due dates and priorities, and the timers,
     * which ask the case file for their moment again. Whoever is offered a task no longer loses every old permission and
     * what they had claimed, so that a former owner can neither see nor claim it.
     */
    public void refresh(String caseNumber) {
        refreshTasks(caseNumber);
        refreshTimers(caseNumber);
    }

    private void refreshTasks(String caseNumber) {
        int priority = urgency.priorityOf(caseNumber);
        for (Task task :
                tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list()) {
            if (((TaskEntity) task).isDeleted()) {
                // Ended by this very transaction.
                continue;
            }
            String subject = (String) runtime.getVariable(task.getExecutionId(), Variables.SUBJECT_ID);
            TaskTerms terms = works.of(task.getTaskDefinitionKey())
                    .terms(new TaskContext(caseNumber, task.getTaskDefinitionKey(), subject));
            offer(
                    task,
                    Candidates.Offer.of(tasks.getIdentityLinksForTask(task.getId())),
                    candidates.of(terms, caseNumber));
            // What is about to be done with has no time of its own any more: one such must not stop all others.
            Date due = terms.dueAt() == null ? task.getDueDate() : Date.from(terms.dueAt());
            if (!Objects.equals(due, task.getDueDate())) {
                tasks.setDueDate(task.getId(), due);
            }
            if (priority != task.getPriority()) {
                tasks.setPriority(task.getId(), priority);
            }
        }
    }

    private void offer(Task task, Candidates.Offer from, Candidates.Offer to) {
        if (from.equals(to)) {
            return;
        }
        // The engine deletes no permission with its candidate. Those who stay keep theirs: what is deleted and given
        // again
        // in the same step would be gone.
        from.groups().stream()
                .filter(group -> !to.groups().contains(group))
                .forEach(group -> tasks.deleteCandidateGroup(task.getId(), group));
        from.persons().stream()
                .filter(person -> !to.persons().contains(person))
                .forEach(person -> tasks.deleteCandidateUser(task.getId(), person));
        authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task.getId()).list().stream()
                .filter(grant -> grant.getGroupId() == null
                        ? !to.persons().contains(grant.getUserId())
                        : !to.groups().contains(grant.getGroupId()))
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        to.groups().stream()
                .filter(group -> !from.groups().contains(group))
                .forEach(group -> tasks.addCandidateGroup(task.getId(), group));
        to.persons().stream()
                .filter(person -> !from.persons().contains(person))
                .forEach(person -> tasks.addCandidateUser(task.getId(), person));
        if (task.getAssignee() != null && !candidates.include(to, task.getAssignee())) {
            tasks.setAssignee(task.getId(), null);
        }
    }

    /** As {@link #refresh}, for every case that has something open. */
    public void refreshAll() {
        runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(this::refresh);
    }

    private void refreshTimers(String caseNumber) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()) {
            management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .timers()
                    .withRetriesLeft()
                    .list()
                    .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
        }
    }
}
