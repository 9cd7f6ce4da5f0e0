package se.varna;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Cases by the thousand, written straight into the tables: for what must be quick, and for figures. They have a file, a
 * report, a holder, a police question and some a measure; no process carries them.
 */
public final class ManyCases {

    /** The database that {@link #hundredThousand} makes. */
    public static final String DATABASE = "many_cases";

    /** Its units. */
    public static final int UNITS = 40;

    private static JdbcClient made;

    private ManyCases() {}

    /**
     * A database of its own on the tests' server, the same for all tests, with units, 100,000 cases over ten years, the
     * engine's history of them and its open tasks, and with what the planner needs to know of them.
     */
    public static synchronized JdbcClient hundredThousand(FlywayConnectionDetails server, Flyway migrations) {
        if (made == null) {
            made = database(DATABASE, 100_000, server, migrations);
        }
        return made;
    }

    private static JdbcClient database(String name, int cases, FlywayConnectionDetails server, Flyway migrations) {
        String url = server.getJdbcUrl().replaceAll("/[^/]+$", "/" + name);
        run(
                server.getJdbcUrl().replaceAll("/[^/]+$", "/postgres"),
                "postgres",
                "CREATE DATABASE " + name + " OWNER varna_owner ENCODING 'UTF8' TEMPLATE template0");
        Flyway.configure()
                .configuration(migrations.getConfiguration())
                .dataSource(url, server.getUsername(), server.getPassword())
                .load()
                .migrate();
        run(
                url,
                server.getUsername(),
                "INSERT INTO varna.unit (code, name, kind) SELECT 'U' || i, 'Enhet ' || i, 'BOARD' FROM generate_series(1, "
                        + UNITS + ") i");
        run(
                url,
                server.getUsername(),
                "INSERT INTO varna.measure_kind (code, name, provider)"
                        + " SELECT 'M' || i, 'Åtgärd ' || i, 'POLICE' FROM generate_series(1, 12) i");
        try (Connection connection = DriverManager.getConnection(url, server.getUsername(), server.getPassword())) {
            List<String> units =
                    IntStream.rangeClosed(1, UNITS).mapToObj(i -> "U" + i).toList();
            fill(connection, new Filling("M", cases, units, LocalDate.of(2016, 1, 1), 3650));
            ManyTasks.fill(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        run(url, server.getUsername(), "ANALYZE");
        return JdbcClient.create(new DriverManagerDataSource(url + "?currentSchema=engine", "varna_app", "varna_app"));
    }

    /**
     * What to fill in.
     *
     * @param prefix of the cases' numbers, so that they are nobody else's
     * @param units whose matters they are, the first ones far more often
     * @param days over how many days from the first one they come
     */
    public record Filling(String prefix, int cases, List<String> units, LocalDate from, int days) {}

    /** Writes the cases: the same filling gives the same ones. */
    public static void fill(Connection connection, Filling filling) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT setseed(0.42)");
            statement.execute("CREATE TEMP TABLE dice ON COMMIT DROP AS SELECT i, random() AS a, random() AS b,"
                    + " random() AS c, random() AS d, random() AS e, random() AS f FROM generate_series(1, "
                    + filling.cases() + ") i ORDER BY i");
            statement.execute("CREATE TEMP TABLE measures ON COMMIT DROP AS SELECT code, row_number() OVER"
                    + " (ORDER BY code) AS n, count(*) OVER () AS of FROM varna.measure_kind");
        }
        try (PreparedStatement drawn = connection.prepareStatement(
                """
                CREATE TEMP TABLE drawn ON COMMIT DROP AS
                SELECT ? || '-' || i AS number, CAST(? AS timestamptz) + a * ? * interval '1 day' AS at, b, c, d, e, f,
                       (CAST(? AS text[]))[1 + CAST(floor(b * b * ?) AS int)] AS unit, (ARRAY['LOW','LOW','ELEVATED','ELEVATED','ELEVATED','HIGH','ACUTE'])
                           [1 + CAST(floor(c * 7) AS int)] AS level
                  FROM dice""")) {
            drawn.setString(1, filling.prefix());
            drawn.setObject(2, filling.from());
            drawn.setInt(3, filling.days());
            drawn.setArray(4, connection.createArrayOf("text", filling.units().toArray()));
            drawn.setInt(5, filling.units().size());
            drawn.execute();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO varna.case_file (number, version, received_at, reporter, exposed, party_consent,
                        moved_to_council, acute_danger, phase, level, level_assessed, responsible, responsible_code, owner,
                        owner_code, owner_since, contact_due_at, contact_counted_from, contacted_at, escalated_to_sob,
                        phase_since, follow_ups, assessed_at, information_at, closed_at, close_outcome)
                    SELECT number, 0, at, 'p' || floor(d * 300), 'p' || floor(d * 300), false, false, level = 'ACUTE',
                           CASE WHEN e < 0.03 THEN 'FOLLOW_UP' ELSE 'CLOSED' END, level, true,
                           CASE WHEN f < 0.25 THEN 'SECURITY_AND_PREPAREDNESS' ELSE 'LOCAL_SECURITY_OFFICER' END,
                           CASE WHEN f >= 0.25 THEN unit END,
                           CASE WHEN f < 0.25 THEN 'SECURITY_AND_PREPAREDNESS' ELSE 'LOCAL_SECURITY_OFFICER' END,
                           CASE WHEN f >= 0.25 THEN unit END, at, at + interval '4 hours', at,
                           at + e * interval '5 hours', false, at + interval '1 day', 2, at + interval '6 hours', at,
                           CASE WHEN e >= 0.03 THEN at + interval '60 days' END, CASE WHEN e >= 0.03 THEN 'RESOLVED' END
                      FROM drawn""");
            statement.execute(
                    """
                    INSERT INTO varna.report (case_number, description, place, matter, unit, kinds, indicators,
                        voicemail_allowed, happened_before, evidence_saved, police_reported)
                    SELECT number, 'Rollspel.', (ARRAY['ONLINE','ONLINE','MAIL','PHONE','HOME','RADHUSET', NULL])
                               [1 + CAST(floor(f * 7) AS int)], 'CITY', unit,
                           CAST(CASE WHEN c < 0.4 THEN '{THREAT}' WHEN c < 0.7 THEN '{HATE,HARASSMENT}'
                               WHEN c < 0.9 THEN '{VANDALISM}' ELSE '{VIOLENCE,THREAT}' END AS varchar[]), '{}',
                           false, f < 0.3, false, f < 0.05
                      FROM drawn""");
            statement.execute(
                    """
                    INSERT INTO varna.holding (case_number, function, code, group_id, since, event)
                    SELECT f.number, f.owner, f.owner_code, f.owner_group, f.received_at, 'RESPONSIBILITY_DECIDED'
                      FROM varna.case_file f JOIN drawn USING (number)""");
            statement.execute(
                    """
                    INSERT INTO varna.police_referral (id, version, case_number, state, advised_at, report_number,
                        decline_reason, times_asked)
                    SELECT gen_random_uuid(), 0, number,
                           CASE WHEN e < 0.2 THEN 'DECIDED' WHEN e < 0.9 THEN 'DECLINED' ELSE 'ADVISED' END, at,
                           CASE WHEN e < 0.2 THEN '5000-K123456-26' END,
                           CASE WHEN e >= 0.2 THEN (ARRAY['LEADS_NOWHERE','LEADS_NOWHERE','PART_OF_THE_JOB','A_TRIFLE'])
                               [1 + CAST(floor(d * 4) AS int)] END, 1
                      FROM drawn""");
            statement.execute(
                    """
                    INSERT INTO varna.measure (id, version, case_number, kind, state, proposed_at, proposed_by, provider,
                        review_at, assessed_at, state_since)
                    SELECT gen_random_uuid(), 0, number, m.code, 'ENDED', at, 'p1', 'POLICE', CAST(at AS date), at, at
                      FROM drawn JOIN measures m ON m.n = 1 + CAST(floor(d * m.of) AS int) WHERE f > 0.7""");
        }
        connection.commit();
    }

    private static void run(String url, String user, String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, user);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
