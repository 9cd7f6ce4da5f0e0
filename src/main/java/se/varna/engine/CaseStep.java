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
        perform(execution.getProcessBusinessKey(), subjectOf(execution)).forEach(execution::setVariable);
    }

    @Override
    default void notify(DelegateExecution execution) {
        execute(execution);
    }

    /** Id of what the instance is about, or null in the case's own process. */
    static UUID subjectOf(DelegateExecution execution) {
        String subject = (String) execution.getVariable(Variables.SUBJECT_ID);
        return subject == null ? null : UUID.fromString(subject);
    }

    /** A step that only does something with what the instance is about, and decides no way. */
    static CaseStep about(java.util.function.Consumer<UUID> useCase) {
        return (caseNumber, subject) -> {
            useCase.accept(subject);
            return Map.of();
        };
    }

    /** A step that only does something for the case and decides no way. */
    static CaseStep doing(java.util.function.Consumer<String> useCase) {
        return (caseNumber, subject) -> {
            useCase.accept(caseNumber);
            return Map.of();
        };
    }
}
