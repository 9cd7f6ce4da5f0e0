package se.varna.common;

import java.util.List;

/**
 * One thing that stands in the way of what a person asked for.
 *
 * @param field the field of the form or request that it concerns, or null when it concerns the whole
 * @param code key of the Swedish sentence in the message bundle, without the prefix {@code problem.}
 * @param args what the sentence names; never a name, an address or free text
 */
public record Problem(String field, String code, List<Object> args) {

    public static Problem of(String code, Object... args) {
        return new Problem(null, code, List.of(args));
    }

    public static Problem at(String field, String code, Object... args) {
        return new Problem(field, code, List.of(args));
    }
}
