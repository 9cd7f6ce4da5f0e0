package se.varna.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Base64;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.varna.VarnaApplication;
import se.varna.VarnaTest;

/** Without the demo profile, on a server that a URL names. */
class ProductionModeTest extends VarnaTest {

    @Autowired
    FlywayConnectionDetails owner;

    @Test
    void a_server_is_used_the_directory_is_empty_and_the_demos_password_opens_nothing() throws Exception {
        String url = owner.getJdbcUrl().replaceAll("/varna$", "/production");
        String superuser = owner.getJdbcUrl().replaceAll("/varna$", "/postgres");
        try (Connection connection = DriverManager.getConnection(superuser, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE production OWNER varna_owner ENCODING 'UTF8' TEMPLATE template0");
        }
        try (var context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(VarnaApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=varna_app",
                        "--spring.datasource.password=varna_app",
                        "--spring.flyway.url=" + url,
                        "--spring.flyway.user=varna_owner",
                        "--spring.flyway.password=varna_owner",
                        "--spring.mail.host=127.0.0.1",
                        "--camunda.bpm.job-execution.enabled=false")) {
            assertThat(context.getBeansOfType(EmbeddedDatabase.Server.class)).isEmpty();
            JdbcClient jdbc = context.getBean(JdbcClient.class);
            assertThat(jdbc.sql("SELECT current_database() || ' ' || current_user")
                            .query(String.class)
                            .single())
                    .isEqualTo("production varna_app");
            for (String table : new String[] {"unit", "person", "party", "appointment"}) {
                assertThat(jdbc.sql("SELECT count(*) FROM varna." + table)
                                .query(Integer.class)
                                .single())
                        .as(table)
                        .isZero();
            }
            assertThat(context.getBean(RepositoryService.class)
                            .createProcessDefinitionQuery()
                            .count())
                    .isEqualTo(10);

            String address = "http://localhost:" + context.getWebServer().getPort();
            assertThat(status(address + "/api/cases/V-2026-00001", "ledamot-ks:demo"))
                    .isEqualTo(401);
            assertThat(status(address + "/demo/brevlada", "ledamot-ks:demo")).isIn(302, 401, 404);
        } finally {
            // The engine's clock is the whole machine's: hand it back to the tests.
            ClockUtil.reset();
            clock.set(TUESDAY_MORNING);
        }
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
