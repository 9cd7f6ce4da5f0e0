package se.varna.common;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What was sent to a page, an API or a task, read by type. A value of the wrong kind is a {@link Problem} at
 * its field, so that the sender hears of everything at once.
 */
public abstract class Input {

    private final Problems problems = new Problems();

    /** What reading has found wrong so far. */
    public final Problems problems() {
        return problems;
    }

    /** The text as it was sent, or null. */
    protected abstract String raw(String field);

    /** The texts of a list, as they were sent. */
    protected abstract List<String> raws(String field);

    /** Whether the field is true; a missing one is false. */
    public abstract boolean flag(String field);

    /** The text without surrounding space, or null when nothing was written. */
    public final String text(String field) {
        String raw = raw(field);
        return raw == null || raw.isBlank() ? null : raw.strip().replace("\r\n", "\n");
    }

    /** The texts of a list, each without surrounding space and once. */
    public final List<String> texts(String field) {
        return raws(field).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    public final <E extends Enum<E>> E choice(String field, Class<E> type) {
        String text = text(field);
        return text == null ? null : valueOf(field, type, text);
    }

    /** In the order of the codes, whatever order they came in: the same choice always reads the same. */
    public final <E extends Enum<E>> Set<E> choices(String field, Class<E> type) {
        Set<E> chosen = EnumSet.noneOf(type);
        for (String text : texts(field)) {
            E value = valueOf(field, type, text);
            if (value != null) {
                chosen.add(value);
            }
        }
        return Collections.unmodifiableSet(chosen);
    }

    private <E extends Enum<E>> E valueOf(String field, Class<E> type, String text) {
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            problems.add(field, "unknownChoice");
            return null;
        }
    }

    /** A time with its offset, as {@code 2026-11-20T19:30+01:00}, or null. */
    public final OffsetDateTime time(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            problems.add(field, "notATime");
            return null;
        }
    }
}
