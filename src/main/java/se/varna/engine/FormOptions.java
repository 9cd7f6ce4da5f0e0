package se.varna.engine;

import java.util.List;
import java.util.function.Function;
import se.varna.common.Choice;

/**
 * The choices of a field that come from data (units, people, measures), filled in when a form is served.
 *
 * @param name the name that a form's component gives in {@code properties.options}
 * @param of the choices of the person who opens the form
 */
public record FormOptions(String name, Function<String, List<Choice>> of) {}
