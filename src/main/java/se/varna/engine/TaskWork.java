package se.varna.engine;

import java.util.Map;

/**
 * What one user task of the models means: who has it and by when, and what completing it does. There is one
 * implementation for each user task, in the capability that the task belongs to; {@link TaskListeners} calls them.
 */
public interface TaskWork {

    /** The task's id in the model. */
    String taskKey();

    /** Whether it belongs to a case, with a number and a page. Its business key is then the case number. */
    default boolean isAboutCase() {
        return true;
    }

    /** Asked when the task is created, and again when the case changes owner or deadline. */
    TaskTerms terms(TaskContext task);

    /**
     * Carries out what the person decided, in the same transaction as the task's completion.
     *
     * @param actor id of the person who completes the task
     * @return the routing variables that the model needs, all of them in {@link Variables#ALLOWED}
     * @throws se.varna.common.Refused when a rule says no; the task then stays as it was
     */
    Map<String, Object> complete(TaskContext task, FormInput input, String actor);
}
