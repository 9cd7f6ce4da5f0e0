package se.varna.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What the application refuses to start with outside the demo. */
class SettingsCheckTest {

    private final ApplicationContextRunner fit = new ApplicationContextRunner()
            .withUserConfiguration(SettingsCheck.class)
            .withPropertyValues(
                    "varna.oidc.issuer=https://login.example.org/realms/city",
                    "varna.oidc.client-id=varna",
                    "varna.oidc.client-secret=long-and-only-ours",
                    "spring.datasource.password=long-and-only-ours",
                    "spring.flyway.password=long-and-only-ours",
                    "server.servlet.session.cookie.secure=true",
                    "varna.base-url=https://varna.example.org",
                    "varna.alarm.url=https://larm.example.org/varna",
                    "varna.alarm.secret=long-and-only-ours-and-the-receivers");

    @Test
    void with_fit_settings_it_starts() {
        fit.run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource({
        "varna.oidc.issuer=,                                varna.oidc.issuer: adressen till stadens inloggning",
        "varna.oidc.issuer=http://login.example.org,        varna.oidc.issuer: adressen måste börja med https://",
        "varna.oidc.client-id=,                             varna.oidc.client-id: ",
        "varna.oidc.client-secret=,                         varna.oidc.client-secret: ",
        "varna.oidc.client-secret=demo-secret,              varna.oidc.client-secret: ",
        "varna.oidc.api-audience=varna,                     varna.oidc.api-audience: ",
        "varna.oidc.client-id=varna-api,                    varna.oidc.api-audience: ",
        "varna.demo.password=demo,                          varna.demo.password: ta bort den",
        "varna.demo.cases=300,                              varna.demo.cases: ta bort den",
        "varna.demo.password=another,                       varna.demo.password: ta bort den",
        "spring.datasource.password=demo-app,               spring.datasource.password: byt lösenord",
        "spring.datasource.password=varna_app,              spring.datasource.password: byt lösenord",
        "spring.flyway.password=demo-owner,                 spring.flyway.password: byt lösenord",
        "spring.flyway.password=postgres,                   spring.flyway.password: byt lösenord",
        "server.servlet.session.cookie.secure=false,        server.servlet.session.cookie.secure: true",
        "varna.base-url=http://varna.example.org,           varna.base-url: adressen",
        "varna.alarm.url=http://larm.example.org,           varna.alarm.url: adressen",
        "varna.alarm.secret=short,                          varna.alarm.secret: ",
    })
    void it_stops_and_says_in_swedish_what_to_set(String setting, String said) {
        fit.withPropertyValues(setting).run(context -> {
            assertThat(context).hasFailed();
            FailureAnalysis analysis = new SettingsCheck.Explanation().analyze(context.getStartupFailure());
            assertThat(analysis.getDescription()).startsWith("Värna startar inte");
            assertThat(analysis.getAction()).contains("\n    " + said);
            assertThat(analysis.getAction().split("\n    "))
                    .as("what is said beside it")
                    .hasSize(2);
        });
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        new ApplicationContextRunner()
                .withUserConfiguration(SettingsCheck.class)
                .run(context -> assertThat(new SettingsCheck.Explanation()
                                .analyze(context.getStartupFailure())
                                .getAction())
                        .contains(
                                "varna.oidc.issuer",
                                "varna.oidc.client-id",
                                "varna.oidc.client-secret",
                                "server.servlet.session.cookie.secure",
                                "varna.base-url"));
    }

    @Test
    void the_demo_starts_with_what_it_has() {
        new ApplicationContextRunner()
                .withUserConfiguration(SettingsCheck.class)
                .withPropertyValues("spring.profiles.active=demo", "varna.demo.password=demo")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void every_secret_of_the_compose_file_is_refused() throws Exception {
        String compose = Files.readString(Path.of("docker-compose.yml"));
        assertThat(compose.lines()
                        .filter(line -> line.matches(".*(PASSWORD|SECRET): .*"))
                        .filter(line -> line.matches(".*(VARNA|SPRING)_.*"))
                        .map(line -> line.replaceFirst(".*: ", "").strip()))
                .isNotEmpty()
                .allMatch(SettingsCheck.KNOWN_SECRETS::contains);
    }
}
