package se.varna.election;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import se.varna.common.Sweden;

/**
 * Knows the elections, and whether it is election time: from a configured time before an election until it is over, when
 * exposure is higher (R21). All days are Swedish days.
 */
@Component
@EnableConfigurationProperties(ElectionSettings.class)
public class Elections {

    /** What is elected. */
    public enum Kind {
        GENERAL,
        EUROPEAN,
        EXTRA
    }

    /** How near an election is. */
    public enum Season {
        /** No election this year, and none so near that exposure is higher already. */
        ORDINARY,
        ELECTION_YEAR,
        ELECTION_TIME
    }

    /** An election. */
    public record Election(LocalDate day, Kind kind) {}

    private final NavigableMap<LocalDate, Kind> byDay;
    private final Period timeBefore;
    private final Clock clock;

    Elections(ElectionSettings settings, Clock clock) {
        this.byDay = settings.byDay();
        this.timeBefore = settings.timeBefore();
        this.clock = clock;
    }

    /** What is elected that year, or null; of several, the general election, and an extra one before the European. */
    public Kind in(int year) {
        return byDay.entrySet().stream()
                .filter(election -> election.getKey().getYear() == year)
                .map(Map.Entry::getValue)
                .min((one, other) -> weight(one) - weight(other))
                .orElse(null);
    }

    private static int weight(Kind kind) {
        return switch (kind) {
            case GENERAL -> 0;
            case EXTRA -> 1;
            case EUROPEAN -> 2;
        };
    }

    /** The election before which it is election time today; empty at other times. The election's own day counts. */
    public Optional<Election> near() {
        return near(today());
    }

    /** The same, for templates: null at other times. */
    public Election nearOrNull() {
        return near().orElse(null);
    }

    private Optional<Election> near(LocalDate day) {
        return Optional.ofNullable(byDay.ceilingEntry(day))
                .filter(next -> !day.isBefore(next.getKey().minus(timeBefore)))
                .map(next -> new Election(next.getKey(), next.getValue()));
    }

    /** Whether it is election time today. */
    public boolean isElectionTime() {
        return near().isPresent();
    }

    /** How near an election is today. */
    public Season season() {
        LocalDate today = today();
        if (near(today).isPresent()) {
            return Season.ELECTION_TIME;
        }
        return in(today.getYear()) == null ? Season.ORDINARY : Season.ELECTION_YEAR;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Sweden.TIME));
    }
}
