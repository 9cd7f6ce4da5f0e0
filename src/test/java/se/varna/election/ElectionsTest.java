package se.varna.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.varna.common.Sweden;
import se.varna.election.Elections.Election;
import se.varna.election.Elections.Kind;
import se.varna.election.Elections.Season;

/** Election time, to the minute, over both its ends and the year's. */
class ElectionsTest {

    private static final Map<String, Kind> DAYS = Map.of(
            "2026-09-13", Kind.GENERAL,
            "2026-11-08", Kind.EXTRA,
            "2029-06-10", Kind.EUROPEAN,
            "2031-02-09", Kind.EXTRA);

    private static Elections at(String swedishTime) {
        Clock clock =
                Clock.fixed(LocalDateTime.parse(swedishTime).atZone(Sweden.TIME).toInstant(), ZoneOffset.UTC);
        return new Elections(new ElectionSettings(DAYS, Period.ofMonths(4)), clock);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2025-12-31T23:59, ORDINARY",
        "2026-01-01T00:00, ELECTION_YEAR",
        "2026-05-12T23:59, ELECTION_YEAR",
        "2026-05-13T00:00, ELECTION_TIME",
        "2026-09-13T23:59, ELECTION_TIME",
        // An extra election follows so soon that its time has begun.
        "2026-09-14T00:00, ELECTION_TIME",
        "2026-11-08T23:59, ELECTION_TIME",
        "2026-11-09T00:00, ELECTION_YEAR",
        "2026-12-31T23:59, ELECTION_YEAR",
        "2027-01-01T00:00, ORDINARY",
        "2029-06-11T00:00, ELECTION_YEAR",
        // Election time begins before the year of the election does.
        "2030-10-08T23:59, ORDINARY",
        "2030-10-09T00:00, ELECTION_TIME",
        "2030-12-31T23:59, ELECTION_TIME",
        "2031-01-01T00:00, ELECTION_TIME",
        "2031-02-10T00:00, ELECTION_YEAR"
    })
    void the_season_follows_the_swedish_day(String time, Season season) {
        assertThat(at(time).season()).isEqualTo(season);
        assertThat(at(time).isElectionTime()).isEqualTo(season == Season.ELECTION_TIME);
    }

    @Test
    void the_nearest_election_is_the_one_that_is_told_of() {
        assertThat(at("2026-09-13T12:00").near()).contains(new Election(LocalDate.of(2026, 9, 13), Kind.GENERAL));
        assertThat(at("2026-09-14T12:00").near()).contains(new Election(LocalDate.of(2026, 11, 8), Kind.EXTRA));
        assertThat(at("2027-01-01T00:00").near()).isEmpty();
        assertThat(at("2027-01-01T00:00").nearOrNull()).isNull();
    }

    @Test
    void of_several_elections_in_a_year_the_general_one_names_it() {
        Elections elections = at("2026-01-01T00:00");
        assertThat(elections.in(2026)).isEqualTo(Kind.GENERAL);
        assertThat(elections.in(2029)).isEqualTo(Kind.EUROPEAN);
        assertThat(elections.in(2027)).isNull();
    }

    @Test
    void a_day_that_is_none_is_told_at_the_start() {
        ElectionSettings mistyped = new ElectionSettings(Map.of("2026-13-09", Kind.EXTRA), Period.ofMonths(4));
        assertThatThrownBy(() -> new Elections(mistyped, Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2026-13-09");
    }
}
