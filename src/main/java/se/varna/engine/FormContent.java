package se.varna.engine;

/**
 * Facts from the case file that a form shows, filled in when it is served, so that they never become variables. It is
 * asked only for one who may work the task.
 */
public interface FormContent {

    /** The name that a form's component gives in {@code properties.content}. */
    String name();

    /** Markdown in Swedish. */
    String markdown(TaskContext task);
}
