package se.varna.engine;

import java.util.Map;
import java.util.Optional;
import se.varna.access.Action;

/**
 * What one user task of the models means: who has it and by when, and what completing it does. There is one
 * implementation for each user task, in the capability that the task belongs to; {@link TaskListeners} calls them.
 */
public interface TaskWork {

    /** The task's id in the model. */
    String taskKey();

    /** What the table of need-to-know must allow the person to do with the case; empty for a task about no case. */
    default Optional<Action> needs() {
        return Optional.of(Action.WORK);
    }

    /** Asked when the task is created, and again when the case changes owner or deadline. */
    TaskTerms terms(TaskContext task);

    /** Which one the task is about, in a few Swedish words, where a case can have several; nothing personal. */
    default Optional<String> about(TaskContext task) {
        return Optional.empty();
    }

    /**
     * Carries out what the person decided, in the same transaction as the task's completion.
     *
     * @param actor id of the person who completes the task
     * @return the routing variables that the model needs, all of them in {@link Variables#ALLOWED}
     * @throws se.varna.common.Refused when a rule says no; the task then stays as it was
     */
    Map<String, Object> complete(TaskContext task, FormInput input, String actor);
}
