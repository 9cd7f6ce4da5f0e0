package se.varna.staffing.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import se.varna.common.web.Form;

/** Days that are typed in a form. */
final class Days {

    private Days() {}

    /** The day, or null when none was typed; a problem at the field when it cannot be read. */
    static LocalDate read(Form form, String field) {
        String text = form.text(field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            form.problems().add(field, "page.dateUnreadable");
            return null;
        }
    }
}
