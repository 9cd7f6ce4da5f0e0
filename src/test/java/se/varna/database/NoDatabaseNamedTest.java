package se.varna.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The production artifact, which has no database of its own. */
class NoDatabaseNamedTest {

    private final ApplicationContextRunner production = new ApplicationContextRunner()
            .withClassLoader(new FilteredClassLoader(EmbeddedPostgres.class))
            .withUserConfiguration(NoDatabaseNamed.class);

    @Test
    void without_a_server_it_stops_and_says_in_swedish_what_to_set() {
        production.run(context -> {
            assertThat(context).hasFailed();
            FailureAnalysis said = new NoDatabaseNamed.Explanation().analyze(context.getStartupFailure());
            assertThat(said.getDescription()).isEqualTo("Värna har ingen databas att arbeta mot.");
            assertThat(said.getAction())
                    .contains("spring.datasource.url", "spring.flyway.user", "rollen som äger tabellerna");
        });
    }

    @Test
    void with_a_server_it_goes_on() {
        production
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://db/varna")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void with_the_embedded_database_it_goes_on() {
        new ApplicationContextRunner()
                .withUserConfiguration(NoDatabaseNamed.class)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void the_compose_files_roles_are_the_applications() throws Exception {
        String script = Files.readString(Path.of("src/main/docker/database-roles.sh"));
        String compose = Files.readString(Path.of("docker-compose.yml"));
        for (String role : new String[] {DatabaseRoles.OWNER, DatabaseRoles.APPLICATION}) {
            assertThat(script).contains("CREATE ROLE " + role + " ");
            assertThat(compose).contains(": " + role);
        }
    }
}
