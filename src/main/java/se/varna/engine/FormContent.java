package se.varna.engine;

import java.util.function.BiFunction;
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

    /** What a use case or two can tell. */
    static FormContent of(String name, BiFunction<TaskContext, Sight, String> markdown) {
        return new FormContent() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String markdown(TaskContext task, Sight sight) {
                return markdown.apply(task, sight);
            }
        };
    }
}
