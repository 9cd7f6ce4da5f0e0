package se.varna.engine;

import jakarta.persistence.EntityManager;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varna.access.NeedToKnow;
import se.varna.common.Refused;

/** The two listeners of every user task. Both run inside the transaction that creates or completes the task. */
@Configuration(proxyBeanMethods = false)
class TaskListeners {

    /** Gives a new task its candidates, due date and priority, and forgets earlier answers, which its form would else preselect. */
    @Bean
    TaskListener caseTask(Works works, Candidates candidates, Urgency urgency) {
        return task -> {
            Variables.ANSWERS.forEach(task.getExecution()::removeVariable);
            TaskContext context = contextOf(task);
            TaskTerms terms = works.of(task).terms(context);
            Candidates.Offer offer = candidates.of(terms, context.caseNumber());
            offer.groups().forEach(task::addCandidateGroup);
            offer.persons().forEach(task::addCandidateUser);
            task.setDueDate(Date.from(terms.dueAt()));
            task.setPriority(urgency.priorityOf(context.caseNumber()));
        };
    }

    /**
     * Hands what was typed to the use case and removes it from the engine. The work itself checks everything, so that
     * it holds also when the task is completed past its form; a refusal rolls the completion back.
     */
    @Bean
    TaskListener completeTask(Works works, JdbcClient jdbc, EntityManager caseFiles) {
        return task -> {
            Map<String, Object> typed = takeTypedValues(task, jdbc);
            String actor = Context.getCommandContext().getAuthenticatedUserId();
            if (actor == null) {
                throw Refused.because("task.unknownActor");
            }
            if (!works.mayWork(task, actor)) {
                throw Refused.because("task.notYours");
            }
            FormInput input = new FormInput(typed);
            works.of(task).complete(contextOf(task), input, actor).forEach(task::setVariable);
            // The case file first and then the engine's tables, always: two at once wait for each other and never in a
            // ring.
            caseFiles.flush();
        };
    }

    /**
     * Reads what was typed and puts the task's scopes back as they were before: the database still has that, since
     * nothing of this command has been written yet. So a variable typed past the form is neither kept nor believed.
     */
    private static Map<String, Object> takeTypedValues(DelegateTask task, JdbcClient jdbc) {
        Map<String, Object> typed = new HashMap<>(task.getVariables());
        Map<String, Object> before = new HashMap<>();
        jdbc.sql("SELECT name_, type_, text_, long_ FROM engine.act_ru_variable WHERE proc_inst_id_ = ?")
                .param(task.getProcessInstanceId())
                .query((row, index) -> before.put(
                        row.getString("name_"),
                        "boolean".equals(row.getString("type_")) ? row.getLong("long_") == 1 : row.getString("text_")))
                .list();
        task.removeVariablesLocal(task.getVariableNamesLocal());
        for (String name : typed.keySet()) {
            if (before.containsKey(name)) {
                task.getExecution().setVariable(name, before.get(name));
            } else {
                task.getExecution().removeVariable(name);
            }
        }
        return typed;
    }

    static TaskContext contextOf(DelegateTask task) {
        return new TaskContext(task.getExecution().getProcessBusinessKey(), task.getTaskDefinitionKey(), (String)
                task.getVariable(Variables.SUBJECT_ID));
    }

    /** The work of each user task, by its id in the model. */
    @Component
    static class Works {

        private final ObjectProvider<TaskWork> beans;
        private final Candidates candidates;
        private final NeedToKnow needToKnow;
        private Map<String, TaskWork> byKey;

        Works(ObjectProvider<TaskWork> beans, Candidates candidates, NeedToKnow needToKnow) {
            this.beans = beans;
            this.candidates = candidates;
            this.needToKnow = needToKnow;
        }

        synchronized TaskWork of(String taskKey) {
            if (byKey == null) {
                byKey = beans.stream().collect(Collectors.toMap(TaskWork::taskKey, Function.identity()));
            }
            TaskWork work = byKey.get(taskKey);
            if (work == null) {
                throw new IllegalStateException("no TaskWork for " + taskKey);
            }
            return work;
        }

        TaskWork of(DelegateTask task) {
            return of(task.getTaskDefinitionKey());
        }

        /**
         * Whether the task is offered to the person today, and the table of need-to-know lets them do with its case what
         * the task does: an officer who was exposed themselves works no task of their own case.
         */
        boolean mayWork(DelegateTask task, String person) {
            return candidates.include(Candidates.Offer.of(task.getCandidates()), person)
                    && of(task).needs()
                            .map(action ->
                                    needToKnow.may(person, task.getExecution().getProcessBusinessKey(), action))
                            .orElse(true);
        }
    }
}
