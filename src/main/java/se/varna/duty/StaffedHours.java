package se.varna.duty;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.common.Sweden;

/**
 * When Säkerhet och Beredskap answers (R34) and when the on-call company does (R35), in Swedish time. Holidays follow
 * the law 1989:253; eves that count as holidays, and days of the city's own, are data.
 */
@Service
public class StaffedHours {

    private static final List<MonthDay> EVES = List.of(MonthDay.of(12, 24), MonthDay.of(12, 31));

    private final HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create("se"));
    private final LocalTime opens;
    private final LocalTime closes;
    private final boolean evesClosed;
    private final CalendarDays days;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StaffedHours(
            @Value("${varna.calendar.opens}") LocalTime opens,
            @Value("${varna.calendar.closes}") LocalTime closes,
            @Value("${varna.calendar.eves-closed}") boolean evesClosed,
            CalendarDays days,
            ApplicationEventPublisher events,
            Clock clock) {
        this.opens = opens;
        this.closes = closes;
        this.evesClosed = evesClosed;
        this.days = days;
        this.events = events;
        this.clock = clock;
    }

    public LocalTime opens() {
        return opens;
    }

    public LocalTime closes() {
        return closes;
    }

    /** Whether Säkerhet och Beredskap answers at that moment: a weekday, opening time included, closing time not. */
    public boolean isStaffed(Instant moment) {
        ZonedDateTime local = moment.atZone(Sweden.TIME);
        return isWeekday(local.toLocalDate())
                && !local.toLocalTime().isBefore(opens)
                && local.toLocalTime().isBefore(closes);
    }

    public boolean isStaffedNow() {
        return isStaffed(clock.instant());
    }

    /** Whether the day is one that the office is open. */
    public boolean isWeekday(LocalDate day) {
        return days.findById(day).map(CalendarDay::staffed).orElseGet(() -> isOrdinaryWeekday(day));
    }

    private boolean isOrdinaryWeekday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return false;
        }
        if (evesClosed && (EVES.contains(MonthDay.from(day)) || isMidsummerEve(day))) {
            return false;
        }
        return holidays.getHolidays(day, day).stream().noneMatch(holiday -> isByLaw(day, holiday.getPropertiesKey()));
    }

    /** The almanac also knows eves and days that the law does not count: those are for the city to decide. */
    private static boolean isByLaw(LocalDate day, String key) {
        return !EVES.contains(MonthDay.from(day)) && !isMidsummerEve(day) && !key.endsWith("_EVE");
    }

    private static boolean isMidsummerEve(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.FRIDAY
                && !day.isBefore(LocalDate.of(day.getYear(), 6, 19))
                && !day.isAfter(LocalDate.of(day.getYear(), 6, 25));
    }

    /** The first weekday after that day. */
    public LocalDate nextWeekday(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isWeekday(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The next moment when the line is staffed, that moment itself if it is. */
    public Instant nextStaffed(Instant moment) {
        if (isStaffed(moment)) {
            return moment;
        }
        ZonedDateTime local = moment.atZone(Sweden.TIME);
        LocalDate day = isWeekday(local.toLocalDate()) && local.toLocalTime().isBefore(opens)
                ? local.toLocalDate()
                : nextWeekday(local.toLocalDate());
        return day.atTime(opens).atZone(Sweden.TIME).toInstant();
    }

    /** When the one who answers changes next: closing time now, or the next opening. */
    public Instant nextChange(Instant moment) {
        return isStaffed(moment)
                ? moment.atZone(Sweden.TIME)
                        .toLocalDate()
                        .atTime(closes)
                        .atZone(Sweden.TIME)
                        .toInstant()
                : nextStaffed(moment);
    }

    /** When the one who answers then began to: opening time that day, or the closing before. */
    public Instant lastChange(Instant moment) {
        ZonedDateTime local = moment.atZone(Sweden.TIME);
        return isStaffed(moment)
                ? local.toLocalDate().atTime(opens).atZone(Sweden.TIME).toInstant()
                : lastClosing(local).toInstant();
    }

    /**
     * The moment that many weekdays later: at the same time of day, or at closing time when it came outside staffed
     * hours, which then counts as having come at the closing before. So nothing that came earlier is due later.
     */
    public Instant plusWeekdays(Instant moment, int weekdays) {
        ZonedDateTime from = isStaffed(moment) ? moment.atZone(Sweden.TIME) : lastClosing(moment.atZone(Sweden.TIME));
        LocalDate day = from.toLocalDate();
        for (int i = 0; i < weekdays; i++) {
            day = nextWeekday(day);
        }
        return day.atTime(from.toLocalTime()).atZone(Sweden.TIME).toInstant();
    }

    private ZonedDateTime lastClosing(ZonedDateTime moment) {
        LocalDate day =
                moment.toLocalTime().isBefore(closes) ? moment.toLocalDate().minusDays(1) : moment.toLocalDate();
        while (!isWeekday(day)) {
            day = day.minusDays(1);
        }
        return day.atTime(closes).atZone(Sweden.TIME);
    }

    /** The same weekday's closing time for what comes before {@code cutoff}, otherwise the next weekday at that time. */
    public Instant sameWeekdayOr(Instant moment, LocalTime cutoff, LocalTime otherwiseAt) {
        ZonedDateTime local = moment.atZone(Sweden.TIME);
        if (isWeekday(local.toLocalDate()) && local.toLocalTime().isBefore(cutoff)) {
            return local.toLocalDate().atTime(closes).atZone(Sweden.TIME).toInstant();
        }
        return nextWeekday(local.toLocalDate())
                .atTime(otherwiseAt)
                .atZone(Sweden.TIME)
                .toInstant();
    }

    /** Days that the city has decided about, from today on. */
    @Transactional(readOnly = true)
    public List<CalendarDay> decidedDays() {
        return days.findByDayGreaterThanEqualOrderByDay(LocalDate.now(clock.withZone(Sweden.TIME)));
    }

    /** Decides whether a day is staffed; open deadlines move with it. */
    @Transactional
    public void decide(LocalDate day, boolean staffed, String reason) {
        days.save(new CalendarDay(day, staffed, reason));
        events.publishEvent(new CalendarChanged());
    }

    /** Lets the almanac decide about the day again. */
    @Transactional
    public void undecide(LocalDate day) {
        days.deleteById(day);
        events.publishEvent(new CalendarChanged());
    }
}
