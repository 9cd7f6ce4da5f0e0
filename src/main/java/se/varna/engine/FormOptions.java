package se.varna.engine;

import java.util.List;

/** The choices of a field that come from data (units, people, measures), filled in when a form is served. */
public interface FormOptions {

    /** The name that a form's component gives in {@code properties.options}. */
    String name();

    /** @param actor the person who opens the form */
    List<Option> options(String actor);
}
