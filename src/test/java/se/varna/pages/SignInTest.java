package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.varna.VarnaTest;
import se.varna.access.RateLimits;
import se.varna.common.TooOften;
import se.varna.web.SignedIn;

/** Signing in with the demo's passwords, and how long a session lasts. */
class SignInTest extends VarnaTest {

    private static final String FAILED = "Det gick inte att logga in.";

    @Autowired
    private RateLimits limits;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_name_is_locked_after_five_failures_in_a_row_and_nothing_tells_it_from_a_wrong_one() {
        String wrong = tried("ersattare-bolag", "fel").body();
        assertThat(wrong).contains(FAILED, "misslyckade försök i rad", "15 minuter");
        for (int more = 0; more < 4; more++) {
            tried("ersattare-bolag", "fel");
        }

        Visitor.Answer locked = tried("ersattare-bolag", "demo");
        assertThat(withoutToken(locked.body())).isEqualTo(withoutToken(wrong));
        assertThat(withoutToken(tried("finns-inte", "demo").body())).isEqualTo(withoutToken(wrong));
        assertThat(Visitor.api(port, "GET", "/api/cases/V-2026-00000", "ersattare-bolag", null)
                        .status())
                .as("the API, with the right password")
                .isEqualTo(401);
        assertThat(tried("ledamot-kf", "demo").body()).as("another name").doesNotContain(FAILED);

        later(Duration.ofMinutes(15));
        assertThat(tried("ersattare-bolag", "demo").body()).doesNotContain(FAILED);
    }

    @Test
    void four_failures_and_a_success_begin_the_count_anew() {
        for (int round = 0; round < 3; round++) {
            for (int more = 0; more < 4; more++) {
                tried("ledamot-kf", "fel");
            }
            assertThat(tried("ledamot-kf", "demo").body()).doesNotContain(FAILED);
        }
    }

    @Test
    void an_address_that_fails_too_often_has_to_wait() {
        int counted = exhaust("127.0.0.1");
        try {
            Visitor.Answer page = tried("ledamot-kf", "demo");
            assertThat(page.status()).isEqualTo(429);
            assertThat(page.body()).contains("Vänta en stund");
            assertThat(page.response().headers().firstValueAsLong("Retry-After"))
                    .isPresent();

            Visitor.Answer call = Visitor.api(port, "GET", "/api/cases/V-2026-00000", "ledamot-kf", null);
            assertThat(call.status()).isEqualTo(429);
            assertThat(call.contentType()).startsWith("application/problem+json");
        } finally {
            takeBack(counted);
        }
        assertThat(tried("ledamot-kf", "demo").status()).isEqualTo(200);
        int afterSuccess = exhaust("127.0.0.1");
        takeBack(afterSuccess);
        assertThat(afterSuccess).as("a success does not count").isEqualTo(counted);
    }

    @Test
    void a_session_ends_when_the_persons_roles_change() {
        jdbc.sql("INSERT INTO varna.person (id, display_name) VALUES ('rollbyte', 'Rollbyte')")
                .update();
        give("PROCESS_OWNER");
        try {
            Visitor visitor = Visitor.signedIn(port, "rollbyte");
            SignedIn cockpit = SignedIn.as("rollbyte", port);
            Visitor writer = Visitor.signedIn(port, "rollbyte");
            String draft = Reporter.begin(writer);
            assertThat(visitor.get("/rapportera").path()).isEqualTo("/rapportera");

            give("ADMINISTRATOR");
            Visitor.Answer asked = visitor.get("/rapportera");
            assertThat(asked.path()).isEqualTo("/logga-in");
            assertThat(asked.body()).contains("Dina uppdrag har ändrats");
            assertThat(cockpit.engineGet("/process-definition/count").statusCode())
                    .isEqualTo(401);
            assertThat(cockpit.get("/camunda/app/cockpit/default/").headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/logga-in"));

            Visitor.Answer lost = writer.post(draft + "/4", "description", "Det jag skrev.");
            assertThat(lost.status()).isEqualTo(403);
            assertThat(lost.body()).contains("Det jag skrev.");

            assertThat(Visitor.signedIn(port, "rollbyte").get("/rapportera").path())
                    .isEqualTo("/rapportera");
        } finally {
            jdbc.sql("DELETE FROM varna.appointment WHERE person = 'rollbyte'").update();
        }
    }

    @Test
    void a_session_ends_after_the_longest_time_however_much_is_done() {
        Visitor visitor = Visitor.signedIn(port, "ledamot-kf");
        for (int halfHour = 0; halfHour < 24; halfHour++) {
            later(Duration.ofMinutes(29));
            assertThat(visitor.get("/rapportera").path()).isEqualTo("/rapportera");
        }
        later(Duration.ofMinutes(24));
        Visitor.Answer asked = visitor.get("/rapportera");
        assertThat(asked.path()).isEqualTo("/logga-in");
        assertThat(asked.body()).contains("Du har varit inloggad länge");
        assertThat(visitor.get("/session").status()).isEqualTo(401);
    }

    @Test
    void what_tasklist_asks_for_by_itself_keeps_nobody_signed_in() {
        SignedIn left = SignedIn.as("lsa-liseberg", port);
        SignedIn works = SignedIn.as("lsa-liseberg", port);
        SignedIn types = SignedIn.as("lsa-liseberg", port);
        SignedIn opens = SignedIn.as("lsa-liseberg", port);
        later(Duration.ofMinutes(20));
        assertThat(left.engineGet("/task").statusCode()).isEqualTo(200);
        assertThat(left.engineGet("/filter").statusCode()).isEqualTo(200);
        left.enginePost("/filter/any/list", "{}");
        left.enginePost("/filter/any/count", "{}");
        left.get("/uppgifter/any/kort");
        works.enginePost("/task/any/claim", "{\"userId\": \"lsa-liseberg\"}");
        types.get("/session");
        opens.get("/camunda/app/tasklist/default/");

        later(Duration.ofMinutes(9));
        assertThat(left.engineGet("/task").statusCode()).isEqualTo(200);
        later(Duration.ofMinutes(1));
        assertThat(left.engineGet("/task").statusCode()).isEqualTo(401);
        for (SignedIn person : List.of(works, types, opens)) {
            assertThat(person.engineGet("/task").statusCode()).isEqualTo(200);
        }
        later(Duration.ofMinutes(20));
        assertThat(opens.get("/camunda/app/tasklist/default/").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/logga-in?vila"));
        assertThat(Visitor.anonymous(port).get("/logga-in?vila").body())
                .contains("Du har inte gjort något på en stund");
    }

    @Test
    void a_page_can_ask_how_long_the_session_lasts_and_for_whom() throws Exception {
        assertThat(Visitor.anonymous(port).get("/session").status()).isEqualTo(401);

        Visitor visitor = Visitor.signedIn(port, "ledamot-kf");
        assertThat(visitor.get("/rapportera").body())
                .contains("data-person=\"ledamot-kf\"", "data-session=\"1800\"", "id=\"utloggning\"");
        Visitor.Answer answer = visitor.get("/session");
        JsonNode status = new ObjectMapper().readTree(answer.body());
        assertThat(status.get("person").asText()).isEqualTo("ledamot-kf");
        assertThat(status.get("seconds").asLong()).isEqualTo(1800);
        assertThat(answer.response().headers().firstValue("Cache-Control")).hasValue("no-store");

        assertThat(visitor.post("/logga-ut", "_csrf", status.get("csrf").asText())
                        .body())
                .contains("Du är utloggad");
        assertThat(visitor.get("/session").status()).isEqualTo(401);
    }

    private Visitor.Answer tried(String name, String password) {
        Visitor visitor = Visitor.anonymous(port);
        visitor.get("/logga-in");
        return visitor.post("/logga-in", "username", name, "password", password);
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private void give(String office) {
        jdbc.sql("INSERT INTO varna.appointment (person, office, valid_from) VALUES ('rollbyte', ?, '2026-01-01')")
                .param(office)
                .update();
    }

    private void takeBack(int times) {
        for (int i = 0; i < times; i++) {
            limits.takeBack(RateLimits.Of.SIGN_IN, "127.0.0.1");
        }
    }

    /** Counts until nothing more is let through. */
    private int exhaust(String address) {
        int[] counted = {0};
        assertThatThrownBy(() -> {
                    for (; ; counted[0]++) {
                        limits.count(RateLimits.Of.SIGN_IN, address);
                    }
                })
                .isInstanceOf(TooOften.class);
        return counted[0];
    }
}
