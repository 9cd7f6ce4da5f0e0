package se.varna.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.casefile.Level;
import se.varna.election.Elections;
import se.varna.engine.Decisions;

/** Every row of the deadline tables, and the moments that they lead to. */
class DeadlineTablesTest extends VarnaTest {

    @Autowired
    private Decisions decisions;

    @Autowired
    private Terms terms;

    @Autowired
    private StaffedHours hours;

    @ParameterizedTest(name = "{0}, inkom {1}: kontakt senast {2}")
    @CsvSource({
        // Akut and Hög count day and night.
        "ACUTE, 2026-11-24T10:00, 2026-11-24T10:15",
        "ACUTE, 2026-11-29T03:00, 2026-11-29T03:15",
        "ACUTE, 2026-12-31T23:50, 2027-01-01T00:05",
        "HIGH, 2026-11-24T16:29, 2026-11-24T17:29",
        "HIGH, 2026-12-24T23:30, 2026-12-25T00:30",
        // Clocks go forward at two and back at three: an hour is an hour.
        "HIGH, 2026-03-29T01:30, 2026-03-29T03:30",
        "HIGH, 2026-10-25T01:30, 2026-10-25T02:30",
        // Förhöjd: the same weekday when it came before 14:30.
        "ELEVATED, 2026-11-24T14:29:59, 2026-11-24T16:30",
        "ELEVATED, 2026-11-24T14:30, 2026-11-25T10:00",
        "ELEVATED, 2026-11-27T15:00, 2026-11-30T10:00",
        "ELEVATED, 2026-11-28T09:00, 2026-11-30T10:00",
        "ELEVATED, 2026-12-30T14:30, 2027-01-04T10:00",
        "ELEVATED, 2026-04-02T14:30, 2026-04-07T10:00",
        // Låg: within one weekday.
        "LOW, 2026-11-24T10:00, 2026-11-25T10:00",
        "LOW, 2026-11-27T10:00, 2026-11-30T10:00",
        "LOW, 2026-11-28T10:00, 2026-11-30T16:30",
        "LOW, 2026-06-18T11:00, 2026-06-22T11:00"
    })
    void first_contact_is_due(Level level, String from, String due) {
        assertThat(terms.due(swedish(from), row("contactDeadline", level))).isEqualTo(swedish(due));
    }

    @ParameterizedTest(name = "{0}, kontakt tagen {1}: bedömning senast {2}")
    @CsvSource({
        "ACUTE, 2026-11-24T10:00, 2026-11-24T14:00",
        "ACUTE, 2026-11-28T22:00, 2026-11-29T02:00",
        "HIGH, 2026-11-24T10:00, 2026-11-25T10:00",
        "HIGH, 2026-11-27T22:00, 2026-11-30T16:30",
        "ELEVATED, 2026-11-24T10:00, 2026-11-26T10:00",
        "LOW, 2026-11-24T10:00, 2026-12-01T10:00",
        "LOW, 2026-12-23T10:00, 2027-01-05T10:00"
    })
    void the_assessment_is_due(Level level, String from, String due) {
        assertThat(terms.due(swedish(from), row("assessmentDeadline", level))).isEqualTo(swedish(due));
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void each_level_has_exactly_one_deadline_of_each_kind(Level level) {
        for (String table : new String[] {"contactDeadline", "assessmentDeadline"}) {
            Map<String, Object> row = row(table, level);
            assertThat(row.values().stream().filter(value -> value != null).count())
                    .as(table)
                    .isEqualTo(row.get("cutoff") == null ? 1 : 2);
        }
    }

    @ParameterizedTest(
            name =
                    "{0}, uppföljning {1}, valtid {2}: {3} dagar efter bedömningen, {4} efter förra, även helg {5}, högst {6}")
    @CsvSource(
            nullValues = "-",
            value = {
                "ACUTE, 1, false, -, 1, true, 1",
                "ACUTE, 2, false, -, 1, true, 1",
                "ACUTE, 100, true, -, 1, true, 1",
                "HIGH, 1, false, 1, -, true, 1",
                "HIGH, 1, true, 1, -, true, 1",
                "HIGH, 2, false, 3, -, true, 7",
                "HIGH, 2, true, 3, -, true, 7",
                "HIGH, 3, false, 7, -, true, 14",
                "HIGH, 3, true, 7, -, true, 14",
                "HIGH, 4, false, 30, -, false, 30",
                "HIGH, 4, true, 14, -, true, 14",
                "HIGH, 5, false, -, 30, false, 30",
                "HIGH, 5, true, -, 14, false, 14",
                "HIGH, 50, false, -, 30, false, 30",
                "ELEVATED, 1, false, 7, -, false, 14",
                "ELEVATED, 1, true, 3, -, false, 7",
                "ELEVATED, 2, false, 30, -, false, 45",
                "ELEVATED, 2, true, 14, -, false, 14",
                "ELEVATED, 3, false, -, 30, false, 45",
                "ELEVATED, 3, true, -, 14, false, 14",
                "ELEVATED, 50, false, -, 30, false, 45",
                "LOW, 1, false, 14, -, false, 30",
                "LOW, 1, true, 7, -, false, 14",
                "LOW, 2, false, -, 30, false, 60",
                "LOW, 2, true, -, 14, false, 14",
                "LOW, 50, false, -, 30, false, 60"
            })
    void a_follow_up_comes(
            Level level,
            int number,
            boolean electionTime,
            Long afterAssessment,
            Long afterPrevious,
            boolean weekendToo,
            Long longest) {
        Map<String, Object> row = decisions
                .ask("followUpInterval", Map.of("level", level.name(), "number", number, "electionTime", electionTime))
                .only();
        assertThat(days(row, "daysAfterAssessment")).isEqualTo(afterAssessment);
        assertThat(days(row, "daysAfterPrevious")).isEqualTo(afterPrevious);
        assertThat(row.get("weekendToo")).isEqualTo(weekendToo);
        assertThat(days(row, "longestDays")).isEqualTo(longest);
    }

    @ParameterizedTest(name = "{0}: var {1} månad, {2} vardagar att svara")
    @CsvSource({"ORDINARY, 6, 10", "ELECTION_YEAR, 3, 10", "ELECTION_TIME, 1, 5"})
    void a_party_is_asked(Elections.Season season, Long months, Long weekdays) {
        Map<String, Object> row = decisions
                .ask("partyCheckInterval", Map.of("season", season.name()))
                .only();
        assertThat(days(row, "months")).isEqualTo(months);
        assertThat(days(row, "weekdays")).isEqualTo(weekdays);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contactDeadline", "assessmentDeadline"})
    void an_unknown_level_has_no_deadline_and_none_is_guessed(String table) {
        Decisions.Answer answer = decisions.ask(table, Map.of("level", "UNHEARD_OF"));
        assertThat(answer.rows()).isEmpty();
        assertThatThrownBy(answer::only)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(table);
    }

    @Test
    void a_row_without_a_time_is_refused() {
        Map<String, Object> row = new HashMap<>();
        row.put("minutes", null);
        assertThatThrownBy(() -> terms.due(clock.instant(), row)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_day_that_the_city_decides_about_holds_until_it_is_undecided() {
        LocalDate squeezed = LocalDate.of(2028, 5, 26);
        assertThat(hours.isWeekday(squeezed)).isTrue();
        hours.decide(squeezed, false, "klämdag");
        try {
            assertThat(hours.isWeekday(squeezed)).isFalse();
            assertThat(hours.decidedDays()).extracting(CalendarDay::day).contains(squeezed);
            assertThat(terms.due(swedish("2028-05-24T10:00"), row("contactDeadline", Level.LOW)))
                    .isEqualTo(swedish("2028-05-29T10:00"));
        } finally {
            hours.undecide(squeezed);
        }
        assertThat(hours.isWeekday(squeezed)).isTrue();
    }

    private Map<String, Object> row(String table, Level level) {
        return decisions.ask(table, Map.of("level", level.name())).only();
    }

    private static Long days(Map<String, Object> row, String output) {
        return row.get(output) == null ? null : ((Number) row.get(output)).longValue();
    }
}
