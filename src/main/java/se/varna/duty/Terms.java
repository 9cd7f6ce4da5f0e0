package se.varna.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns a deadline table's row into a moment: minutes round the clock, or staffed hours. */
@Component
public class Terms {

    private final StaffedHours hours;

    Terms(StaffedHours hours) {
        this.hours = hours;
    }

    /**
     * @param row outputs of a deadline table: {@code minutes}, or {@code cutoff} and {@code otherwiseAt}, or
     *     {@code weekdays}
     * @throws IllegalStateException when the row gives none of them
     */
    public Instant due(Instant from, Map<String, Object> row) {
        if (row.get("minutes") instanceof Number minutes) {
            return from.plus(Duration.ofMinutes(minutes.longValue()));
        }
        if (row.get("cutoff") instanceof String cutoff) {
            return hours.sameWeekdayOr(from, LocalTime.parse(cutoff), LocalTime.parse((String) row.get("otherwiseAt")));
        }
        if (row.get("weekdays") instanceof Number weekdays) {
            return hours.plusWeekdays(from, weekdays.intValue());
        }
        throw new IllegalStateException("a deadline without a time: " + row);
    }
}
