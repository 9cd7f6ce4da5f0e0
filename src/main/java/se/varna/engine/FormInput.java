package se.varna.engine;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.spin.SpinList;
import org.camunda.spin.json.SpinJsonNode;
import se.varna.common.Input;

/** What a person typed in a Tasklist form. Anyone can complete a task past its form, so nothing here is trusted. */
public final class FormInput extends Input {

    private final Map<String, Object> values;

    public FormInput(Map<String, Object> values) {
        this.values = values;
    }

    @Override
    protected String raw(String field) {
        Object value = values.get(field);
        return value == null ? null : String.valueOf(value);
    }

    @Override
    protected List<String> raws(String field) {
        Object value = values.get(field);
        List<String> texts = new ArrayList<>();
        if (value instanceof SpinJsonNode node && node.isArray()) {
            SpinList<SpinJsonNode> elements = node.elements();
            elements.forEach(element -> texts.add(element.isString() ? element.stringValue() : element.toString()));
        } else if (value instanceof Iterable<?> iterable) {
            iterable.forEach(element -> texts.add(String.valueOf(element)));
        } else if (value instanceof String text) {
            texts.add(text);
        }
        return texts;
    }

    /** True only for a ticked box. */
    @Override
    public boolean flag(String field) {
        return Boolean.parseBoolean(raw(field));
    }

    /** The trimmed text; a problem when it is shorter than {@code min} characters. */
    public String requiredText(String field, int min) {
        String text = text(field);
        if (text == null) {
            problems().add(field, "required");
        } else if (text.length() < min) {
            problems().add(field, "tooShort", min);
        }
        return text;
    }

    public <E extends Enum<E>> E requiredChoice(String field, Class<E> type) {
        if (text(field) == null) {
            problems().add(field, "required");
        }
        return choice(field, type);
    }

    /** A day written as {@code 2026-11-23}, or null. */
    public LocalDate date(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            problems().add(field, "notADate");
            return null;
        }
    }
}
