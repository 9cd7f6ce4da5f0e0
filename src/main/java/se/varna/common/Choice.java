package se.varna.common;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * One choice in a form, on a page or in a task.
 *
 * @param value what is sent
 * @param label what people read
 */
public record Choice(String value, String label) {

    /** A choice for each of the things, in their order. */
    public static <T> List<Choice> of(Collection<T> things, Function<T, String> value, Function<T, String> label) {
        return things.stream()
                .map(thing -> new Choice(value.apply(thing), label.apply(thing)))
                .toList();
    }
}
