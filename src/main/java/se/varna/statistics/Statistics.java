package se.varna.statistics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.common.Sweden;

/**
 * The statistics as they are published. They are put together when somebody asks for the first time in a month, of the
 * months that have ended, and stay so for the whole month: figures that followed each case could be compared from one day
 * to the next. Whatever is shown, asked for or taken along comes from the same groups (see {@link Range}).
 */
@Service
@Transactional
public class Statistics {

    /** A median of fewer would be somebody's own waiting time. */
    private static final int LEAST_FOR_MEDIAN = 12;

    /** The breakdown under which medians are kept, in rounded minutes. */
    private static final String MEDIAN = "WAIT";

    /** Whoever puts the statistics together waits here for the one before. */
    private static final long LOCK = 0x73746174L;

    static final String FIGURES = "SELECT month, breakdown, value, figure FROM varna.statistics_figure"
            + " WHERE compilation = ? AND unit = ? AND year = ?";

    static final String YEARS = "SELECT year, figure FROM varna.statistics_figure WHERE compilation = ? AND unit = ?"
            + " AND year > 0 AND breakdown = 'ALL' AND month = 0";

    static final String UNITS = "SELECT unit, figure FROM varna.statistics_figure WHERE compilation = ? AND year = ?"
            + " AND breakdown = 'ALL' AND month = 0 AND unit <> ''";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Counting counting;
    private final Clock clock;

    Statistics(JdbcClient jdbc, JdbcTemplate batches, Counting counting, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.counting = counting;
        this.clock = clock;
    }

    private record Compilation(long id, Instant at, LocalDate until) {}

    /**
     * The figures of a year and a unit.
     *
     * @param year 0 for all years
     * @param unit a unit's code, {@code -} for cases without a unit, or empty for all units together
     */
    public Figures figures(int year, String unit) {
        Compilation compilation = current();
        Map<Figures.Key, Integer> figures = new HashMap<>();
        jdbc.sql(FIGURES)
                .params(compilation.id(), unit, year)
                .query((row, index) -> figures.put(
                        new Figures.Key(row.getString("breakdown"), row.getInt("month"), row.getString("value")),
                        row.getInt("figure")))
                .list();
        return new Figures(
                compilation.at(),
                compilation.until(),
                year,
                unit,
                figures,
                years(compilation, unit),
                List.copyOf(years(compilation, Counting.ALL_UNITS).keySet()),
                units(compilation, year));
    }

    private TreeMap<Integer, Range> years(Compilation compilation, String unit) {
        TreeMap<Integer, Range> years = new TreeMap<>();
        jdbc.sql(YEARS)
                .params(compilation.id(), unit)
                .query((row, index) -> years.put(row.getInt("year"), new Range(row.getInt("figure"))))
                .list();
        return years;
    }

    private Map<String, Range> units(Compilation compilation, int year) {
        Map<String, Range> units = new HashMap<>();
        jdbc.sql(UNITS)
                .params(compilation.id(), year)
                .query((row, index) -> units.put(row.getString("unit"), new Range(row.getInt("figure"))))
                .list();
        return units;
    }

    private Compilation current() {
        LocalDate until = LocalDate.now(clock.withZone(Sweden.TIME)).withDayOfMonth(1);
        return latest(until).orElseGet(() -> {
            oneAtATime();
            return latest(until).orElseGet(() -> compile(until));
        });
    }

    private Optional<Compilation> latest(LocalDate until) {
        return jdbc.sql("SELECT id, at FROM varna.statistics_compilation WHERE until = ? ORDER BY id DESC LIMIT 1")
                .param(until)
                .query((row, index) -> new Compilation(
                        row.getLong("id"), row.getTimestamp("at").toInstant(), until))
                .optional();
    }

    private void oneAtATime() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
    }

    /** Puts the statistics together anew, for the demo: what is added to the past there should show. */
    public void compile() {
        oneAtATime();
        compile(LocalDate.now(clock.withZone(Sweden.TIME)).withDayOfMonth(1));
    }

    private Compilation compile(LocalDate until) {
        Instant now = clock.instant();
        Map<Counting.Place, Integer> counts = counting.counts(until, now);
        Set<Attack.Group> withheld = new Attack(counts).toWithhold();
        long id = jdbc.sql("INSERT INTO varna.statistics_compilation (at, until) VALUES (?, ?) RETURNING id")
                .params(now.atOffset(ZoneOffset.UTC), until)
                .query(Long.class)
                .single();
        List<Object[]> rows = new ArrayList<>();
        counts.forEach((place, count) -> {
            Range range = Range.of(count);
            if (!range.isFew() && !withheld.contains(Attack.Group.of(place))) {
                rows.add(row(id, place, range));
            }
        });
        withheld.forEach(group -> rows.add(row(id, Figures.markOf(group), Range.WITHHELD)));
        counting.medians(until, LEAST_FOR_MEDIAN)
                .forEach((place, minutes) -> rows.add(
                        new Object[] {id, place.unit(), place.year(), 0, MEDIAN, place.level(), rounded(minutes)}));
        batches.batchUpdate(
                "INSERT INTO varna.statistics_figure (compilation, unit, year, month, breakdown, value, figure)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows);
        return new Compilation(id, now, until);
    }

    private static Object[] row(long compilation, Counting.Place place, Range range) {
        return new Object[] {
            compilation,
            place.unit(),
            place.year(),
            place.month(),
            place.breakdown().name(),
            place.value(),
            range.from()
        };
    }

    /** Rounded so that it is no single person's time: to five minutes, to hours after two of them, to days after two. */
    static int rounded(int minutes) {
        int step = minutes < 120 ? 5 : minutes < 2 * 24 * 60 ? 60 : 24 * 60;
        return Math.max(step, (minutes + step / 2) / step * step);
    }

    static String median() {
        return MEDIAN;
    }
}
