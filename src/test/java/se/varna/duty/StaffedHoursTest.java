package se.varna.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationEventPublisher;
import se.varna.MutableClock;
import se.varna.common.Sweden;

/** The calendar of R34 and R35, day by day, through two years. */
class StaffedHoursTest {

    /** Days from Monday to Friday when nobody works, by the law 1989:253 and the three eves. */
    private static final Set<LocalDate> CLOSED_WEEKDAYS = Set.of(
            // Nyårsdagen, trettondedag jul, långfredagen, annandag påsk, första maj, Kristi himmelsfärdsdag
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 1, 6),
            LocalDate.of(2026, 4, 3),
            LocalDate.of(2026, 4, 6),
            LocalDate.of(2026, 5, 1),
            LocalDate.of(2026, 5, 14),
            // Midsommarafton, julafton, juldagen, nyårsafton; nationaldagen and annandag jul fall on Saturdays
            LocalDate.of(2026, 6, 19),
            LocalDate.of(2026, 12, 24),
            LocalDate.of(2026, 12, 25),
            LocalDate.of(2026, 12, 31),
            // Nyårsdagen, trettondedag jul, långfredagen, annandag påsk, Kristi himmelsfärdsdag
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 1, 6),
            LocalDate.of(2027, 3, 26),
            LocalDate.of(2027, 3, 29),
            LocalDate.of(2027, 5, 6),
            // Midsommarafton, julafton, nyårsafton; första maj, nationaldagen and juldagen fall on weekends
            LocalDate.of(2027, 6, 25),
            LocalDate.of(2027, 12, 24),
            LocalDate.of(2027, 12, 31));

    private final CalendarDays days = mock(CalendarDays.class);
    private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
    private final MutableClock clock = new MutableClock();
    private final StaffedHours hours = hours(true);

    private StaffedHours hours(boolean evesClosed) {
        return new StaffedHours(LocalTime.of(8, 0), LocalTime.of(16, 30), evesClosed, days, events, clock);
    }

    @Test
    void every_day_of_two_years_is_open_or_closed_as_the_law_and_the_city_say() {
        assertThat(Stream.iterate(LocalDate.of(2026, 1, 1), day -> day.plusDays(1))
                        .limit(730))
                .last()
                .isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(Stream.iterate(LocalDate.of(2026, 1, 1), day -> day.plusDays(1))
                        .limit(730))
                .allSatisfy(day -> assertThat(hours.isWeekday(day))
                        .as(day + " " + day.getDayOfWeek())
                        .isEqualTo(day.getDayOfWeek() != DayOfWeek.SATURDAY
                                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                                && !CLOSED_WEEKDAYS.contains(day)));
    }

    @ParameterizedTest
    @CsvSource({
        "nyårsdagen, 2026-01-01",
        "trettondedag jul, 2026-01-06",
        "långfredagen, 2026-04-03",
        "påskafton (en lördag), 2026-04-04",
        "påskdagen, 2026-04-05",
        "annandag påsk, 2026-04-06",
        "första maj, 2026-05-01",
        "Kristi himmelsfärdsdag, 2026-05-14",
        "pingstdagen, 2026-05-24",
        "nationaldagen, 2026-06-06",
        "midsommarafton, 2026-06-19",
        "midsommardagen, 2026-06-20",
        "alla helgons dag, 2026-10-31",
        "julafton, 2026-12-24",
        "juldagen, 2026-12-25",
        "annandag jul, 2026-12-26",
        "nyårsafton, 2026-12-31",
        "nyårsdagen, 2027-01-01",
        "långfredagen, 2027-03-26",
        "annandag påsk, 2027-03-29",
        "Kristi himmelsfärdsdag, 2027-05-06",
        "midsommarafton, 2027-06-25",
        "midsommardagen, 2027-06-26",
        "alla helgons dag, 2027-11-06",
        "julafton, 2027-12-24",
        "nyårsafton, 2027-12-31"
    })
    void the_office_is_closed_on(String name, LocalDate day) {
        assertThat(hours.isWeekday(day)).isFalse();
        assertThat(hours.isStaffed(swedish(day + "T12:00"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "skärtorsdagen, 2026-04-02",
        "dagen efter Kristi himmelsfärdsdag, 2026-05-15",
        "valborgsmässoafton, 2026-04-30",
        "annandag pingst, 2026-05-25",
        "dagen före alla helgons dag, 2026-10-30",
        "trettondagsafton, 2026-01-05",
        "lucia året därpå, 2027-12-13",
        "mellandagarna, 2026-12-28",
        "skärtorsdagen, 2027-03-25",
        "nationaldagens måndag, 2027-06-07"
    })
    void the_office_is_open_on(String name, LocalDate day) {
        assertThat(hours.isWeekday(day)).isTrue();
        assertThat(hours.isStaffed(swedish(day + "T12:00"))).isTrue();
    }

    @Test
    void national_day_on_a_weekday_is_closed() {
        assertThat(hours.isWeekday(LocalDate.of(2028, 6, 6))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-19", "2026-12-24", "2026-12-31", "2027-06-25", "2027-12-24", "2027-12-31"})
    void a_city_that_works_on_eves_has_them_open(LocalDate eve) {
        assertThat(hours(false).isWeekday(eve)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-25", "2027-01-01", "2026-06-20"})
    void a_city_that_works_on_eves_is_still_closed_on_the_holiday_itself(LocalDate day) {
        assertThat(hours(false).isWeekday(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T07:59:59, false",
        "2026-11-24T08:00:00, true",
        "2026-11-24T16:29:59, true",
        "2026-11-24T16:30:00, false",
        "2026-11-28T12:00:00, false",
        "2026-11-29T12:00:00, false",
        // The last weekday before and the first after each change of the clocks.
        "2026-03-27T08:00:00, true",
        "2026-03-30T07:59:59, false",
        "2026-03-30T08:00:00, true",
        "2026-10-23T16:30:00, false",
        "2026-10-26T08:00:00, true",
        "2026-10-26T16:29:59, true"
    })
    void the_line_is_staffed_from_eight_to_half_past_four(String moment, boolean staffed) {
        assertThat(hours.isStaffed(swedish(moment))).isEqualTo(staffed);
    }

    @Test
    void office_hours_are_swedish_and_not_utc() {
        assertThat(hours.isStaffed(Instant.parse("2026-11-24T07:00:00Z"))).isTrue();
        assertThat(hours.isStaffed(Instant.parse("2026-06-23T06:00:00Z"))).isTrue();
        assertThat(hours.isStaffed(Instant.parse("2026-06-23T05:59:59Z"))).isFalse();
        assertThat(hours.isStaffed(Instant.parse("2026-11-24T15:30:00Z"))).isFalse();
    }

    @Test
    void now_is_what_the_clock_says() {
        clock.set("2026-11-24T10:00");
        assertThat(hours.isStaffedNow()).isTrue();
        clock.set("2026-11-24T20:00");
        assertThat(hours.isStaffedNow()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00, 2026-11-24T10:00",
        "2026-11-24T07:00, 2026-11-24T08:00",
        "2026-11-24T16:30, 2026-11-25T08:00",
        "2026-11-27T17:00, 2026-11-30T08:00",
        "2026-12-30T23:00, 2027-01-04T08:00",
        "2026-12-23T16:30, 2026-12-28T08:00"
    })
    void the_line_is_staffed_next(String moment, String next) {
        assertThat(hours.nextStaffed(swedish(moment))).isEqualTo(swedish(next));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00, 2026-11-24T16:30",
        "2026-11-24T16:30, 2026-11-25T08:00",
        "2026-11-24T07:59, 2026-11-24T08:00",
        "2026-11-27T18:00, 2026-11-30T08:00"
    })
    void the_one_who_answers_changes_next(String moment, String next) {
        assertThat(hours.nextChange(swedish(moment))).isEqualTo(swedish(next));
    }

    @ParameterizedTest
    @CsvSource({
        // In office hours: the same time of day.
        "2026-11-24T10:00, 1, 2026-11-25T10:00",
        "2026-11-27T10:00, 1, 2026-11-30T10:00",
        "2026-11-24T08:00, 5, 2026-12-01T08:00",
        "2026-04-02T16:29, 1, 2026-04-07T16:29",
        "2026-12-30T09:15, 1, 2027-01-04T09:15",
        "2026-12-22T11:00, 5, 2027-01-04T11:00",
        // Outside: as if it had come at the closing before.
        "2026-11-24T16:30, 1, 2026-11-25T16:30",
        "2026-11-24T07:59, 1, 2026-11-24T16:30",
        "2026-11-27T16:30, 1, 2026-11-30T16:30",
        "2026-11-28T12:00, 1, 2026-11-30T16:30",
        "2026-11-29T23:59, 2, 2026-12-01T16:30",
        "2026-12-24T12:00, 1, 2026-12-28T16:30",
        // Over both changes of the clocks, the time of day stays.
        "2026-03-27T10:00, 1, 2026-03-30T10:00",
        "2026-10-23T10:00, 1, 2026-10-26T10:00"
    })
    void weekdays_are_counted_from(String moment, int weekdays, String due) {
        assertThat(hours.plusWeekdays(swedish(moment), weekdays)).isEqualTo(swedish(due));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void what_came_earlier_is_never_due_later(int weekdays) {
        Instant previous = Instant.MIN;
        for (Instant moment = swedish("2026-12-01T00:00");
                moment.isBefore(swedish("2027-01-12T00:00"));
                moment = moment.plus(Duration.ofMinutes(30))) {
            Instant due = hours.plusWeekdays(moment, weekdays);
            assertThat(due)
                    .as("of what came " + moment)
                    .isAfterOrEqualTo(previous)
                    .isAfter(moment);
            previous = due;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T00:00, 2026-11-24T16:30",
        "2026-11-24T14:29:59, 2026-11-24T16:30",
        "2026-11-24T14:30:00, 2026-11-25T10:00",
        "2026-11-27T14:30:00, 2026-11-30T10:00",
        "2026-11-28T09:00, 2026-11-30T10:00",
        "2026-12-23T15:00, 2026-12-28T10:00",
        "2026-12-31T09:00, 2027-01-04T10:00",
        "2027-01-05T14:30, 2027-01-07T10:00"
    })
    void the_same_weekday_or_the_next(String moment, String due) {
        assertThat(hours.sameWeekdayOr(swedish(moment), LocalTime.of(14, 30), LocalTime.of(10, 0)))
                .isEqualTo(swedish(due));
    }

    @Test
    void a_day_that_the_city_has_closed_is_closed() {
        LocalDate squeezed = LocalDate.of(2026, 5, 15);
        decided(squeezed, false);
        assertThat(hours.isWeekday(squeezed)).isFalse();
        assertThat(hours.isStaffed(swedish("2026-05-15T10:00"))).isFalse();
        assertThat(hours.nextWeekday(LocalDate.of(2026, 5, 13))).isEqualTo(LocalDate.of(2026, 5, 18));
        assertThat(hours.plusWeekdays(swedish("2026-05-13T10:00"), 1)).isEqualTo(swedish("2026-05-18T10:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-28", "2026-12-24", "2026-12-25", "2026-06-19"})
    void a_day_that_the_city_has_opened_is_open(LocalDate day) {
        decided(day, true);
        assertThat(hours.isWeekday(day)).isTrue();
        assertThat(hours.isStaffed(swedish(day + "T08:00"))).isTrue();
        assertThat(hours.isStaffed(swedish(day + "T16:30"))).isFalse();
    }

    @Test
    void a_decision_about_a_day_is_told_so_that_deadlines_can_move() {
        hours.decide(LocalDate.of(2026, 5, 15), false, "klämdag");
        verify(days).save(any(CalendarDay.class));
        verify(events).publishEvent(new CalendarChanged());
    }

    private void decided(LocalDate day, boolean staffed) {
        when(days.findById(day)).thenReturn(Optional.of(new CalendarDay(day, staffed, "beslutat")));
    }

    private static Instant swedish(String time) {
        return LocalDateTime.parse(time).atZone(Sweden.TIME).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00, 2026-11-24T08:00",
        "2026-11-24T08:00, 2026-11-24T08:00",
        "2026-11-24T16:30, 2026-11-24T16:30",
        "2026-11-24T07:59, 2026-11-23T16:30",
        "2026-11-29T12:00, 2026-11-27T16:30",
        "2026-12-27T12:00, 2026-12-23T16:30",
        "2027-01-03T23:59, 2026-12-30T16:30",
        "2027-03-28T03:30, 2027-03-25T16:30",
        "2027-10-31T02:30, 2027-10-29T16:30",
    })
    void the_one_who_answers_began_when_the_line_last_changed(String moment, String began) {
        assertThat(hours.lastChange(swedish(moment))).isEqualTo(swedish(began));
    }
}
