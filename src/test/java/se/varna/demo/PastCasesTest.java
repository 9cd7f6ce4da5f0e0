package se.varna.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.varna.RunningApplication;

/** The command that fills the demo: the same seed gives the same past, lived through the real processes. */
class PastCasesTest {

    private static final int CASES = 20;

    @TempDir
    private Path directory;

    @Test
    void the_same_seed_gives_the_same_cases_and_some_are_open_today() throws Exception {
        List<String> once = live("once", 7);

        assertThat(once).hasSize(CASES);
        assertThat(live("again", 7)).isEqualTo(once);
    }

    /** What the statistics know of each case of that past. */
    private List<String> live(String name, int seed) throws Exception {
        Path database = directory.resolve(name);
        try (RunningApplication demo = RunningApplication.startDemo(
                directory.resolve(name + ".out"),
                database,
                "--varna.demo.cases=" + CASES,
                "--varna.demo.seed=" + seed,
                "--varna.demo.until=2026-11-24")) {
            demo.waitFor("http://localhost:");
            String port = Files.readAllLines(database.resolve("postmaster.pid")).get(3);
            JdbcClient cases = JdbcClient.create(new DriverManagerDataSource(
                    "jdbc:postgresql://localhost:" + port + "/varna", "varna_app", "varna_app"));
            assertThat(phases(cases)).contains("CLOSED").hasSizeGreaterThan(1);
            assertThat(number(cases, "SELECT count(*) FROM engine.act_ru_incident"))
                    .isZero();
            assertThat(number(cases, "SELECT count(*) FROM engine.act_ru_task")).isPositive();
            assertThat(number(cases, "SELECT count(*) FROM varna.watch")).isPositive();
            assertThat(number(cases, "SELECT count(*) FROM varna.party_entry")).isEqualTo(2);
            // Nobody does anything after that day; what has fallen due since is told by the application itself, today.
            assertThat(number(
                            cases,
                            "SELECT count(*) FROM varna.timeline_event"
                                    + " WHERE at > '2026-11-24T00:00+01' AND actor IS NOT NULL"))
                    .isZero();
            assertThat(number(cases, "SELECT count(*) FROM varna.statistics_figure"))
                    .isPositive();
            return cases.sql("SELECT CAST(s AS text) FROM varna.statistics_case s ORDER BY 1")
                    .query(String.class)
                    .list();
        }
    }

    private static List<String> phases(JdbcClient cases) {
        return cases.sql("SELECT DISTINCT phase FROM varna.case_file")
                .query(String.class)
                .list();
    }

    private static int number(JdbcClient cases, String count) {
        return cases.sql(count).query(Integer.class).single();
    }
}
