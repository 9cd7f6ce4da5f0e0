package se.varna.common.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import se.varna.common.Sweden;

/** Days and times as they are typed, in Swedish time. */
public final class Times {

    private Times() {}

    /** Null when neither is there; a problem at the day when only one is, or when they cannot be read. */
    public static OffsetDateTime of(Form form, String day, String time) {
        String date = form.text(day);
        String clock = form.text(time);
        if (date == null && clock == null) {
            return null;
        }
        if (date == null || clock == null) {
            form.problems().add(date == null ? day : time, "page.timeUnreadable");
            return null;
        }
        try {
            return LocalDate.parse(date)
                    .atTime(LocalTime.parse(clock))
                    .atZone(Sweden.TIME)
                    .toOffsetDateTime();
        } catch (DateTimeParseException e) {
            form.problems().add(day, "page.timeUnreadable");
            return null;
        }
    }

    /** The next such time after the beginning: one past midnight is on the day after. */
    public static OffsetDateTime until(Form form, OffsetDateTime starts, String time) {
        String clock = form.text(time);
        if (clock == null || starts == null) {
            return null;
        }
        try {
            var ends = starts.atZoneSameInstant(Sweden.TIME).with(LocalTime.parse(clock));
            return (ends.toOffsetDateTime().isAfter(starts) ? ends : ends.plusDays(1)).toOffsetDateTime();
        } catch (DateTimeParseException e) {
            form.problems().add(time, "page.timeUnreadable");
            return null;
        }
    }
}
