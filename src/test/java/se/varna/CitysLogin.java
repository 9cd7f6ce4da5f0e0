package se.varna;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import okhttp3.mockwebserver.RecordedRequest;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;

/**
 * An identity provider, and the application in a process of its own that signs in with it, on a database of its own with
 * the demo's people. Started once for all tests: two engines do not get on in one process.
 */
public final class CitysLogin {

    public static final String CLIENT = "varna";
    public static final String API = "varna-api";

    private static CitysLogin started;

    private final MockOAuth2Server provider = new MockOAuth2Server(new OAuth2Config(true));
    private final String database;
    private final int port;

    private CitysLogin(FlywayConnectionDetails server) throws IOException, SQLException {
        provider.start();
        String url = server.getJdbcUrl().replaceAll("/varna$", "/");
        database = url + "citys_login";
        execute(url + "postgres", "CREATE DATABASE citys_login OWNER varna_owner ENCODING 'UTF8' TEMPLATE template0");
        Path output = Files.createDirectories(Path.of("target", "citys-login")).resolve("output");
        RunningApplication application = RunningApplication.start(
                output,
                "--spring.profiles.active=demo",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=varna_app",
                "--spring.flyway.user=varna_owner",
                "--varna.demo.catch-mail=false",
                "--varna.oidc.issuer=" + provider.issuerUrl("city"),
                "--varna.oidc.client-id=" + CLIENT,
                "--varna.oidc.client-secret=secret");
        Runtime.getRuntime().addShutdownHook(new Thread(application::kill));
        port = application.port();
        // This process goes by the real time: its people hold their offices whatever the day is.
        execute("UPDATE varna.appointment SET valid_from = '2000-01-01'");
    }

    /** @param server where a database can be made */
    public static synchronized CitysLogin start(FlywayConnectionDetails server) {
        if (started == null) {
            try {
                started = new CitysLogin(server);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return started;
    }

    /** The application's port. */
    public int port() {
        return port;
    }

    /** The provider's address. */
    public String issuer() {
        return provider.issuerUrl("city").toString();
    }

    /** Asks for the application's API, as another system has got it. */
    public String token(String person, String audience, long secondsLeft) {
        return token(audience, Map.of("preferred_username", person), "subject-of-" + person, secondsLeft);
    }

    /** A token for the API that says this beside. */
    public String tokenThatSays(String person, String claim, String value) {
        return token(API, Map.of("preferred_username", person, claim, value), "subject-of-" + person, 300);
    }

    /** A token for the API of one who goes by the person's name. */
    public String tokenOf(String subject, String person) {
        return token(API, Map.of("preferred_username", person), subject, 300);
    }

    private String token(String audience, Map<String, Object> claims, String subject, long secondsLeft) {
        return provider.issueToken(
                        "city",
                        CLIENT,
                        new DefaultOAuth2TokenCallback("city", subject, "JWT", List.of(audience), claims, secondsLeft))
                .serialize();
    }

    /** A token that somebody else has signed. */
    public String tokenOfAnotherIssuer(String person) {
        return provider.issueToken(
                        "elsewhere",
                        CLIENT,
                        new DefaultOAuth2TokenCallback(
                                "elsewhere", person, "JWT", List.of(API), Map.of("preferred_username", person), 300))
                .serialize();
    }

    /** What the provider tells by the back channel when it ends a session. */
    public String endOfSession(String session) {
        return provider.issueToken(
                        "city",
                        CLIENT,
                        new DefaultOAuth2TokenCallback(
                                "city",
                                "subject",
                                "logout+jwt",
                                List.of(CLIENT),
                                Map.of(
                                        "sid",
                                        session,
                                        "events",
                                        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())),
                                120))
                .serialize();
    }

    /** What has been asked of the provider since last time, oldest first. */
    public List<String> asked() {
        List<String> asked = new ArrayList<>();
        try {
            RecordedRequest request;
            while ((request = provider.takeRequest(50, TimeUnit.MILLISECONDS)) != null) {
                asked.add(request.getPath());
            }
        } catch (RuntimeException nothingMore) {
            return asked;
        }
        return asked;
    }

    public void execute(String sql) {
        try {
            execute(database, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int count(String sql) {
        try (Connection connection = DriverManager.getConnection(database, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
