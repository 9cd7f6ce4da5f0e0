package se.varna.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.varna.casefile.Level;
import se.varna.common.Sweden;
import se.varna.duty.StaffedHours;
import se.varna.duty.Terms;
import se.varna.engine.Decisions;

/** By when the exposed person must be contacted, by {@code contact-deadline.dmn} and the calendar. */
@Component
class ContactDeadline {

    private static final String DECISION = "contactDeadline";

    private final Decisions decisions;
    private final Terms terms;
    private final StaffedHours hours;
    private final double reminderShare;
    private final LocalTime secondDeadlineAt;

    ContactDeadline(
            Decisions decisions,
            Terms terms,
            StaffedHours hours,
            @Value("${varna.contact.reminder-share}") double reminderShare,
            @Value("${varna.contact.second-deadline-at}") LocalTime secondDeadlineAt) {
        this.decisions = decisions;
        this.terms = terms;
        this.hours = hours;
        this.reminderShare = reminderShare;
        this.secondDeadlineAt = secondDeadlineAt;
    }

    Instant dueAt(Level level, Instant from) {
        return terms.due(from, row(level));
    }

    /** When the owner is reminded: when that share of the time has gone. */
    Instant reminderAt(Instant from, Instant dueAt) {
        return from.plusMillis((long) (Duration.between(from, dueAt).toMillis() * reminderShare));
    }

    /** When a case that nobody has called about goes on to Säkerhet och Beredskap: as long again, or next weekday. */
    Instant secondDueAt(Level level, Instant dueAt) {
        if (row(level).get("minutes") instanceof Number minutes) {
            return dueAt.plus(Duration.ofMinutes(minutes.longValue()));
        }
        LocalDate dueDay = dueAt.atZone(Sweden.TIME).toLocalDate();
        return hours.nextWeekday(dueDay)
                .atTime(secondDeadlineAt)
                .atZone(Sweden.TIME)
                .toInstant();
    }

    private Map<String, Object> row(Level level) {
        return decisions.ask(DECISION, Map.of("level", level.name())).only();
    }
}
