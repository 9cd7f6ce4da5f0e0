package se.varna.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.spin.SpinList;
import org.camunda.spin.json.SpinJsonNode;
import se.varna.common.Problems;

/**
 * What a person typed in a Tasklist form, read by type. Anyone can complete a task past its form, so nothing here is
 * trusted: a value of the wrong kind is a {@link se.varna.common.Problem} at its field.
 */
public final class FormInput {

    private final Map<String, Object> values;
    private final Problems problems;

    public FormInput(Map<String, Object> values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** The problems that reading has found so far; the use case adds its own and refuses. */
    public Problems problems() {
        return problems;
    }

    /** The trimmed text, or null when nothing was written. */
    public String text(String key) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        String text = String.valueOf(value).strip();
        return text.isEmpty() ? null : text;
    }

    /** The trimmed text; a problem when it is shorter than {@code min} characters. */
    public String requiredText(String key, int min) {
        String text = text(key);
        if (text == null) {
            problems.add(key, "required");
        } else if (text.length() < min) {
            problems.add(key, "tooShort", min);
        }
        return text;
    }

    /** True only for a ticked box. */
    public boolean flag(String key) {
        return Boolean.parseBoolean(String.valueOf(values.get(key)));
    }

    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        String text = text(key);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Enum.valueOf(type, text));
        } catch (IllegalArgumentException e) {
            problems.add(key, "unknownChoice");
            return Optional.empty();
        }
    }

    public <E extends Enum<E>> E requiredChoice(String key, Class<E> type) {
        if (text(key) == null) {
            problems.add(key, "required");
        }
        return choice(key, type).orElse(null);
    }

    public <E extends Enum<E>> Set<E> choices(String key, Class<E> type) {
        Set<E> chosen = new LinkedHashSet<>();
        for (String text : texts(key)) {
            try {
                chosen.add(Enum.valueOf(type, text));
            } catch (IllegalArgumentException e) {
                problems.add(key, "unknownChoice");
            }
        }
        return chosen;
    }

    /** The ticked values of a checklist, in the order they came. */
    public List<String> texts(String key) {
        Object value = values.get(key);
        List<String> texts = new ArrayList<>();
        if (value instanceof SpinJsonNode node && node.isArray()) {
            SpinList<SpinJsonNode> elements = node.elements();
            elements.forEach(element -> texts.add(element.isString() ? element.stringValue() : element.toString()));
        } else if (value instanceof Iterable<?> iterable) {
            iterable.forEach(element -> texts.add(String.valueOf(element)));
        } else if (value instanceof String text && !text.isBlank()) {
            texts.add(text);
        }
        return texts;
    }

    /** A day written as {@code 2026-11-23}, or null. */
    public LocalDate date(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            problems.add(key, "notADate");
            return null;
        }
    }

    /** A time with its offset, as {@code 2026-11-20T19:30+01:00}, or null. */
    public OffsetDateTime time(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            problems.add(key, "notATime");
            return null;
        }
    }
}
