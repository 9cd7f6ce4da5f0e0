package se.varna.election;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Elections as the city writes them; extra ones are added by hand.
 *
 * @param days what is elected on which day, the day as {@code 2026-09-13}
 * @param timeBefore how long before the day exposure counts as higher (R21)
 */
@ConfigurationProperties("varna.elections")
record ElectionSettings(Map<String, Elections.Kind> days, Period timeBefore) {

    ElectionSettings {
        days = days == null ? Map.of() : Map.copyOf(days);
        timeBefore = timeBefore == null ? Period.ZERO : timeBefore;
    }

    /** @throws IllegalStateException for what is no day, so that a slip of the pen is seen when the application starts */
    NavigableMap<LocalDate, Elections.Kind> byDay() {
        NavigableMap<LocalDate, Elections.Kind> byDay = new TreeMap<>();
        days.forEach((day, kind) -> {
            try {
                byDay.put(LocalDate.parse(day), kind);
            } catch (DateTimeException e) {
                throw new IllegalStateException("varna.elections.days: " + day + " is no day", e);
            }
        });
        return byDay;
    }
}
