package se.varna.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.varna.ManyCases;
import se.varna.VarnaTest;

/** What the statistics cost with 100,000 cases: one reading of them a month, and an index for everything that is shown. */
class QueryPlansTest extends VarnaTest {

    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 1);

    @Autowired
    private FlywayConnectionDetails server;

    @Autowired
    private Flyway flyway;

    @Test
    void a_hundred_thousand_cases_are_counted_in_one_reading_and_shown_by_index() {
        JdbcClient many = ManyCases.hundredThousand(server, flyway);
        String counting = Counting.COUNTS.replace(":until", "'" + UNTIL + "'").replace(":now", "now()");
        assertThat(plan(many, counting))
                .as("each table is read through once")
                .satisfies(plan -> assertThat(plan.lines().filter(line -> line.contains("Seq Scan on case_file f")))
                        .hasSize(1))
                .satisfies(plan -> assertThat(plan.lines().filter(line -> line.contains("Seq Scan on report")))
                        .hasSize(1))
                .satisfies(plan -> assertThat(plan.lines().filter(line -> line.contains("on police_referral")))
                        .hasSize(1))
                .contains("case_file_exposed_received", "case_file_before_it_happens")
                .doesNotContain("Seq Scan on case_file earlier");

        Statistics statistics = new Statistics(
                many,
                new JdbcTemplate(new DriverManagerDataSource(
                        server.getJdbcUrl().replaceAll("/[^/]+$", "/" + ManyCases.DATABASE), "varna_app", "varna_app")),
                new Counting(many),
                clock);
        statistics.compile();

        Figures figures = statistics.figures(0, "");
        assertThat(figures.total().from()).isGreaterThan(99_000);
        assertThat(figures.allYears()).hasSize(10);
        assertThat(figures.units()).hasSize(ManyCases.UNITS);
        assertThat(figures.median("")).isPositive();
        long id = many.sql("SELECT max(id) FROM varna.statistics_compilation")
                .query(Long.class)
                .single();
        for (Map.Entry<String, List<Object>> query : Map.of(
                        Statistics.FIGURES, List.<Object>of(id, "U1", 2020),
                        Statistics.YEARS, List.<Object>of(id, "U1"),
                        Statistics.UNITS, List.<Object>of(id, 2020))
                .entrySet()) {
            assertThat(plan(many, query.getKey(), query.getValue().toArray()))
                    .containsPattern("Index (Only )?Scan|Bitmap Index Scan")
                    .doesNotContain("Seq Scan");
        }
    }

    private static String plan(JdbcClient database, String query, Object... params) {
        return String.join(
                "\n",
                database.sql("EXPLAIN " + query)
                        .params(params)
                        .query(String.class)
                        .list());
    }
}
