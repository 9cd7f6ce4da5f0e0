package se.varna.supportline.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.varna.common.Labels;
import se.varna.common.Language;
import se.varna.common.Sweden;
import se.varna.directory.Directory;
import se.varna.directory.Person;
import se.varna.duty.StaffedHours;
import se.varna.supportline.Gap;
import se.varna.supportline.Roster;
import se.varna.supportline.Watch;

/** A week of the roster in words, day by day in Swedish time; a watch over midnight stands on each of its days. */
@Component
class RosterWeek {

    private final Roster roster;
    private final StaffedHours hours;
    private final Directory directory;
    private final Labels labels;
    private final Clock clock;

    RosterWeek(Roster roster, StaffedHours hours, Directory directory, Labels labels, Clock clock) {
        this.roster = roster;
        this.hours = hours;
        this.directory = directory;
        this.labels = labels;
        this.clock = clock;
    }

    /**
     * Hours of a day that somebody has, or nobody.
     *
     * @param watch the watch, where it can be taken back; otherwise null
     */
    record Hours(UUID watch, String time, String who, boolean gap) {}

    record Day(LocalDate day, String name, boolean today, String answers, List<Hours> hours) {}

    /** @param before a day of the week before, and {@code after} of the one after */
    record Week(int number, int year, LocalDate before, LocalDate after, List<Day> days) {}

    Week of(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Instant from = start(monday);
        Instant until = start(monday.plusWeeks(1));
        List<Watch> watches = roster.between(from, until);
        List<Gap> gaps = roster.gaps(from, until);
        return new Week(
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.minusWeeks(1),
                monday.plusWeeks(1),
                IntStream.range(0, 7)
                        .mapToObj(monday::plusDays)
                        .map(each -> day(each, watches, gaps))
                        .toList());
    }

    private Day day(LocalDate day, List<Watch> watches, List<Gap> gaps) {
        Instant from = start(day);
        Instant until = start(day.plusDays(1));
        record At(Instant from, Hours hours) {}
        List<At> found = new ArrayList<>();
        for (Watch watch : watches) {
            if (watch.endsAt().isAfter(from) && watch.startsAt().isBefore(until)) {
                boolean removable = watch.endsAt().isAfter(clock.instant());
                String time = time(day, watch.startsAt(), watch.endsAt());
                found.add(
                        new At(watch.startsAt(), new Hours(removable ? watch.getId() : null, time, who(watch), false)));
            }
        }
        for (Gap gap : gaps) {
            if (gap.endsAt().isAfter(from) && gap.startsAt().isBefore(until)) {
                String time = time(day, gap.startsAt(), gap.endsAt());
                found.add(new At(gap.startsAt(), new Hours(null, time, labels.text("roster.nobody"), true)));
            }
        }
        DateTimeFormatter hour = DateTimeFormatter.ofPattern(labels.text("roster.hour"));
        return new Day(
                day,
                DateTimeFormatter.ofPattern(labels.text("roster.day"), Language.SWEDISH)
                        .format(day),
                day.equals(LocalDate.now(clock.withZone(Sweden.TIME))),
                hours.isWeekday(day)
                        ? labels.text("roster.staffed", hour.format(hours.opens()), hour.format(hours.closes()))
                        : labels.text("roster.unstaffed"),
                found.stream()
                        .sorted(Comparator.comparing(At::from))
                        .map(At::hours)
                        .toList());
    }

    /** Who it is, in words. */
    String who(Watch watch) {
        return watch.person() == null
                ? labels.text("roster.company")
                : directory.person(watch.person()).map(Person::displayName).orElse("–");
    }

    /** As {@code 08.00–16.30}; what began the day before begins at 00.00, and what goes on ends at 24.00. */
    private String time(LocalDate day, Instant from, Instant until) {
        DateTimeFormatter hour = DateTimeFormatter.ofPattern(labels.text("roster.hour"));
        ZonedDateTime begins = from.atZone(Sweden.TIME);
        ZonedDateTime ends = until.atZone(Sweden.TIME);
        String first = hour.format(begins.toLocalDate().isBefore(day) ? LocalTime.MIDNIGHT : begins.toLocalTime());
        String last = ends.toLocalDate().isAfter(day) ? "24.00" : hour.format(ends.toLocalTime());
        return first + "–" + last;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Sweden.TIME).toInstant();
    }
}
