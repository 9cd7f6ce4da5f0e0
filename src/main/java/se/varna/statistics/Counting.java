package se.varna.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the cases: each reading goes once through all of them, and is made once a month. */
@Component
class Counting {

    /** What stands for all units together, and for no unit. */
    static final String ALL_UNITS = "";

    /** Where a count stands. Year 0 is all years, month 0 the whole year. */
    record Place(String unit, int year, int month, Breakdown breakdown, String value) {

        /** Everywhere that a case that counts here counts too. */
        private Stream<Place> withTotals() {
            Stream<Place> months = month == 0 ? Stream.of(this) : Stream.of(this, in(unit, year, 0));
            return months.flatMap(each -> each.month == 0 ? Stream.of(each, each.in(each.unit, 0, 0)) : Stream.of(each))
                    .flatMap(each -> Stream.of(each, each.in(ALL_UNITS, each.year, each.month)));
        }

        Place in(String anyUnit, int anyYear, int anyMonth) {
            return new Place(anyUnit, anyYear, anyMonth, breakdown, value);
        }

        Place answer(Breakdown question, String answer) {
            return new Place(unit, year, month, question, answer);
        }
    }

    /** Where a median stands: of a level, or of all when it is empty. */
    record MedianPlace(String unit, int year, String level) {}

    private static final String COUNTED =
            """
            WITH counted AS MATERIALIZED (
                SELECT CAST(extract(year FROM month) AS integer) AS year,
                       CAST(extract(month FROM month) AS integer) AS month_number,
                       coalesce(unit, '-') AS unit, kinds, coalesce(channel, '-') AS channel,
                       coalesce(level, '-') AS level, coalesce(owner_function, '-') AS owner_function, contact_due_at,
                       contact_minutes, contact_kept, police_reported, not_reported_because, measures, repeated
                  FROM varna.statistics_case WHERE month < :until),
            counted_before AS MATERIALIZED (
                SELECT CAST(extract(year FROM month) AS integer) AS year, coalesce(unit, '-') AS unit, concern
                  FROM varna.statistics_before WHERE month < :until)
            """;

    /** Only whole years and whole units are broken down: each further cut would make the counts smaller. */
    static final String COUNTS = COUNTED
            + Stream.of(Breakdown.values())
                    .map(by -> "SELECT year, %s AS month, unit, '%s' AS breakdown, %s AS value, count(*) AS cases"
                                    .formatted(by == Breakdown.ALL ? "month_number" : "0", by, by.sql())
                            + " FROM " + by.source() + " GROUP BY 1, 2, 3, 5")
                    .collect(Collectors.joining("\nUNION ALL\n"));

    static final String MEDIANS = COUNTED
            + """
            SELECT coalesce(year, 0) AS year, coalesce(unit, '') AS unit, coalesce(level, '') AS level,
                   percentile_disc(0.5) WITHIN GROUP (ORDER BY contact_minutes) AS minutes
              FROM counted WHERE contact_minutes IS NOT NULL
             GROUP BY CUBE (year, unit, level) HAVING count(*) >= :least
            """;

    private final JdbcClient jdbc;

    Counting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many cases there are at each place, of those that came before the day. Where there are none it says nothing. */
    Map<Place, Integer> counts(LocalDate until, Instant now) {
        Map<Place, Integer> counts = new HashMap<>();
        jdbc
                .sql(COUNTS)
                .param("until", until)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> Map.entry(
                        new Place(
                                row.getString("unit"),
                                row.getInt("year"),
                                row.getInt("month"),
                                Breakdown.valueOf(row.getString("breakdown")),
                                row.getString("value")),
                        row.getInt("cases")))
                .list()
                .stream()
                // Where no reason has been given there is none to count.
                .filter(count -> count.getKey().value() != null)
                .forEach(count -> count.getKey()
                        .withTotals()
                        .forEach(place -> counts.merge(place, count.getValue(), Integer::sum)));
        return counts;
    }

    /**
     * Half of those who were contacted had to wait no longer, in minutes.
     *
     * @param least how many must have been contacted for it to say something of more than one of them
     */
    Map<MedianPlace, Integer> medians(LocalDate until, int least) {
        List<Map.Entry<MedianPlace, Integer>> found = jdbc.sql(MEDIANS)
                .param("until", until)
                .param("least", least)
                .query((row, index) -> Map.entry(
                        new MedianPlace(row.getString("unit"), row.getInt("year"), row.getString("level")),
                        row.getInt("minutes")))
                .list();
        return found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
