package se.varna.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import se.varna.common.Refused;

/**
 * The start of a process that people may start in Tasklist. What was typed goes to the use case and is removed from the
 * engine in the same transaction, and the process is tied to its case. One that a use case has started comes with the
 * number of a case that waits for it; every other number, whoever typed it, is ignored.
 *
 * @param awaits whether the case with that number waits to be carried
 * @param register takes in what that person typed, and answers with the number of the case that it became
 * @param carry ties the case to the instance
 */
public record TypedStart(
        Predicate<String> awaits, BiFunction<FormInput, String, String> register, BiConsumer<String, String> carry)
        implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        Map<String, Object> typed = new HashMap<>(execution.getVariables());
        execution.removeVariables(Set.copyOf(typed.keySet()));
        String number = execution.getProcessBusinessKey();
        if (!awaits.test(number)) {
            String person = Context.getCommandContext().getAuthenticatedUserId();
            if (person == null) {
                throw Refused.because("task.unknownActor");
            }
            number = register.apply(new FormInput(typed), person);
            execution.setProcessBusinessKey(number);
        }
        carry.accept(number, execution.getProcessInstanceId());
    }
}
