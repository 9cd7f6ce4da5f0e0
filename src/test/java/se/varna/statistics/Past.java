package se.varna.statistics;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import se.varna.ManyCases;

/** Two years of cases, long before those of any other test: 2018 with its election, and 2019. */
@Component
public class Past {

    /** When the statistics of those years, and of nothing else, are put together: no test has cases before that. */
    public static final String AFTER = "2026-02-10T10:00";

    public static final List<String> UNITS = List.of("GRUNDSKOLENAMNDEN", "LISEBERG", "KULTURNAMNDEN");

    private final DataSource database;
    private boolean filled;

    Past(DataSource database) {
        this.database = database;
    }

    /** Once for all tests. */
    public synchronized void fill() throws SQLException {
        if (!filled) {
            try (Connection connection = database.getConnection()) {
                ManyCases.fill(connection, new ManyCases.Filling("past", 260, UNITS, LocalDate.of(2018, 1, 2), 720));
                connection.setAutoCommit(true);
            }
            filled = true;
        }
    }
}
