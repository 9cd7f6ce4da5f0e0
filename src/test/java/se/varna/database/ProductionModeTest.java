package se.varna.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import se.varna.RunningApplication;
import se.varna.VarnaTest;

/** As production runs it: without the demo profile, on a server that a URL names. */
class ProductionModeTest extends VarnaTest {

    @Autowired
    FlywayConnectionDetails owner;

    @Test
    void a_server_is_used_the_directory_is_empty_and_the_demos_password_opens_nothing(@TempDir Path directory)
            throws Exception {
        String url = owner.getJdbcUrl().replaceAll("/varna$", "/production");
        execute("/postgres", "CREATE DATABASE production OWNER varna_owner ENCODING 'UTF8' TEMPLATE template0");
        try (RunningApplication application = RunningApplication.start(
                directory.resolve("output"),
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=varna_app",
                "--spring.datasource.password=not-of-any-example",
                "--spring.flyway.user=varna_owner",
                "--spring.flyway.password=not-of-any-example",
                // Nobody answers there: that stops sign-ins, and nothing else.
                "--varna.oidc.issuer=https://localhost:1/realms/city",
                "--varna.oidc.client-id=varna",
                "--varna.oidc.client-secret=not-of-any-example",
                "--varna.base-url=https://varna.example.org")) {
            String address = "http://localhost:" + application.port();
            assertThat(application.output()).doesNotContain("ledamot-ks", "lösenord");
            assertThat(answer(address + "/actuator/health", "ledamot-ks:demo").statusCode())
                    .isEqualTo(200);
            assertThat(answer(address + "/api/cases/V-2026-00001", "ledamot-ks:demo")
                            .statusCode())
                    .isEqualTo(401);
            HttpResponse<String> start = answer(address + "/rapportera", "ledamot-ks:demo");
            assertThat(start.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/logga-in"));
            assertThat(start.headers().firstValue("Set-Cookie")).hasValueSatisfying(cookie -> assertThat(cookie)
                    .startsWith("__Host-varna=")
                    .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax"));
            assertThat(answer(address + "/logga-in", "ledamot-ks:demo").body())
                    .contains("href=\"/oauth2/authorization/varna\"")
                    .doesNotContain("type=\"password\"", "ledamot-ks");
            assertThat(answer(address + "/oauth2/authorization/varna", "ledamot-ks:demo")
                            .headers()
                            .firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/logga-in?svarar-inte"));

            for (String table : new String[] {"unit", "person", "party", "appointment", "measure_kind"}) {
                assertThat(count("SELECT count(*) FROM varna." + table))
                        .as(table)
                        .isZero();
            }
            assertThat(count("SELECT count(*) FROM engine.act_re_procdef")).isEqualTo(23);
            assertThat(count("SELECT count(*) FROM pg_stat_activity WHERE usename = 'varna_app'"
                            + " AND datname = 'production'"))
                    .isPositive();
        }
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

    private static HttpResponse<String> answer(String address, String credentials) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "text/html, */*;q=0.5")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
