package se.varna.engine;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * A step of a model that the application does by itself. Reads the case number from the business key, calls one use
 * case, and sets the routing variables that it answers with. It may run twice, and must then do the same as once.
 */
@FunctionalInterface
public interface CaseStep extends JavaDelegate, ExecutionListener {

    /**
     * @param caseNumber the case
     * @param subject what the instance is about, or null in the case's own process
     * @return routing variables, all of them in {@link Variables#ALLOWED}
     */
    Map<String, Object> perform(String caseNumber, UUID subject);

    @Override
    default void execute(DelegateExecution execution) {
        String subject = (String) execution.getVariable(Variables.SUBJECT_ID);
        perform(execution.getProcessBusinessKey(), subject == null ? null : UUID.fromString(subject))
                .forEach(execution::setVariable);
    }

    @Override
    default void notify(DelegateExecution execution) {
        execute(execution);
    }

    /** A step that only does something for the case and decides no way. */
    static CaseStep doing(java.util.function.Consumer<String> useCase) {
        return (caseNumber, subject) -> {
            useCase.accept(caseNumber);
            return Map.of();
        };
    }
}
