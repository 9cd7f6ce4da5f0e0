package se.varna.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** By when something has to be done, as people say it: {@code försenad 2 tim}, {@code i dag kl. 14.30}. */
@Component
public class DueWords {

    private static final DateTimeFormatter TIME = format("HH.mm");
    private static final DateTimeFormatter WEEKDAY = format("EEEE");
    private static final DateTimeFormatter DAY = format("d MMMM");
    private static final DateTimeFormatter DAY_OF_YEAR = format("d MMMM yyyy");

    private final Labels labels;
    private final Clock clock;

    DueWords(Labels labels, Clock clock) {
        this.labels = labels;
        this.clock = clock;
    }

    public boolean isOverdue(Instant due) {
        return due.isBefore(clock.instant());
    }

    /** The words for the moment, seen from now, in Swedish time. */
    public String of(Instant due) {
        Duration left = Duration.between(clock.instant(), due);
        return left.isNegative() ? late(left.negated()) : left.toMinutes() < 60 ? soon(left, due) : later(due);
    }

    private String late(Duration by) {
        if (by.toMinutes() < 60) {
            return labels.text("due.lateMinutes", Math.max(1, by.toMinutes()));
        }
        return by.toHours() < 24
                ? labels.text("due.lateHours", by.toHours())
                : labels.text("due.lateDays", by.toDays());
    }

    private String soon(Duration left, Instant due) {
        return labels.text("due.minutes", Math.max(1, left.toMinutes()), TIME.format(due.atZone(Sweden.TIME)));
    }

    private String later(Instant due) {
        ZonedDateTime moment = due.atZone(Sweden.TIME);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Sweden.TIME);
        long days = ChronoUnit.DAYS.between(today, moment.toLocalDate());
        String time = TIME.format(moment);
        if (days == 0) {
            return labels.text("due.today", time);
        }
        if (days == 1) {
            return labels.text("due.tomorrow", time);
        }
        DateTimeFormatter day = days < 7 ? WEEKDAY : moment.getYear() == today.getYear() ? DAY : DAY_OF_YEAR;
        return labels.text("due.day", day.format(moment), time);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Language.SWEDISH);
    }
}
