package se.varna.engine;

import se.varna.access.Sight;

/**
 * Facts from the case file that a form shows, filled in when it is served, so that they never become variables. It is
 * asked only for one who may work the task.
 */
public interface FormContent {

    /** The name that a form's component gives in {@code properties.content}. */
    String name();

    /**
     * Markdown in Swedish.
     *
     * @param sight what the one who opens the form may see of the task's case
     */
    String markdown(TaskContext task, Sight sight);
}
