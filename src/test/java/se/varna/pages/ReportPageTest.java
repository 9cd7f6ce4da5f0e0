package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.varna.VarnaTest;
import se.varna.casefile.Place;

/** Reporting on the page, with a browser that runs no scripts. */
class ReportPageTest extends VarnaTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Test
    void two_answers_are_enough() {
        Visitor visitor = Visitor.signedIn(port, "ledamot-kf");
        visitor.get("/rapportera");

        Visitor.Answer receipt =
                visitor.post("/rapportera", "exposed", "self", "description", "Någon väntade utanför Börsen.");

        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.path()).startsWith("/kvittens/V-2026-");
        assertThat(receipt.body())
                .contains("Säkerhet och Beredskap", "tills vidare", "114&nbsp;14", "åtkomstskydd", "Radera inget");
    }

    @Test
    void what_was_typed_is_kept_when_something_has_to_be_mended() {
        Visitor visitor = Visitor.signedIn(port, "ledamot-kf");
        visitor.get("/rapportera");

        Visitor.Answer page = visitor.post(
                "/rapportera",
                "exposed",
                "self",
                "description",
                "",
                "perpetrator",
                "Kontot \"@näthat\" <b>",
                "kinds",
                "HATE",
                "occurredOn",
                "2026-11-30",
                "place",
                "MAIL",
                "happenedBefore",
                "true");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("href=\"#rapport-description\"", "id=\"rapport-description-error\"")
                .contains("href=\"#rapport-occurredOn\"")
                .contains("value=\"Kontot &quot;@näthat&quot; &lt;b&gt;\"")
                .containsPattern("value=\"HATE\"[^>]*checked")
                .containsPattern("value=\"MAIL\"[^>]*selected")
                .containsPattern("name=\"happenedBefore\"[^>]*checked")
                .contains("value=\"2026-11-30\"");
    }

    @Test
    void a_form_sent_twice_is_one_case() {
        Visitor visitor = Visitor.signedIn(port, "ledamot-kf");
        String token = token(visitor.get("/rapportera"));
        String[] fields = {"token", token, "exposed", "self", "description", "Dubbelklick."};

        String first = visitor.post("/rapportera", fields).path();
        visitor.get("/rapportera");
        String second = visitor.post("/rapportera", fields).path();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void another_text_under_the_same_token_is_not_lost() {
        Visitor visitor = Visitor.signedIn(port, "ledamot-kf");
        String token = token(visitor.get("/rapportera"));
        visitor.post("/rapportera", "token", token, "exposed", "self", "description", "Första.");
        visitor.get("/rapportera");

        Visitor.Answer page = visitor.post("/rapportera", "token", token, "exposed", "self", "description", "Andra.");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("Andra.", "redan skickat in");
        Visitor.Answer receipt =
                visitor.post("/rapportera", "token", token(page), "exposed", "self", "description", "Andra.");
        assertThat(receipt.path()).startsWith("/kvittens/");
    }

    @Test
    void a_day_without_a_time_is_taken_as_noon() {
        Visitor visitor = Visitor.signedIn(port, "ledamot-kf");
        visitor.get("/rapportera");

        String path = visitor.post(
                        "/rapportera",
                        "exposed",
                        "self",
                        "description",
                        "I går.",
                        "occurredOn",
                        "2026-11-23",
                        "place",
                        "PHONE")
                .path();

        String number = path.substring(path.lastIndexOf('/') + 1);
        assertThat(cases.answers(number).occurredAt()).isEqualTo(swedish("2026-11-23T12:00"));
        assertThat(cases.answers(number).place()).isEqualTo(Place.PHONE);
    }

    @Test
    void this_morning_before_noon_is_not_in_the_future() {
        Visitor visitor = Visitor.signedIn(port, "ledamot-kf");
        visitor.get("/rapportera");

        Visitor.Answer receipt =
                visitor.post("/rapportera", "exposed", "self", "description", "I dag.", "occurredOn", "2026-11-24");

        assertThat(receipt.path()).startsWith("/kvittens/");
    }

    @Test
    void only_the_reporter_sees_the_receipt() {
        Visitor reporter = Visitor.signedIn(port, "lsa-grundskola");
        reporter.get("/rapportera");
        String path = reporter.post(
                        "/rapportera", "exposed", "other", "exposedOther", "min kollega", "description", "Hotbrev.")
                .path();

        Visitor other = Visitor.signedIn(port, "lsa-liseberg");
        Visitor.Answer hidden = other.get(path);
        Visitor.Answer none = other.get("/kvittens/V-2026-99999");

        assertThat(path).startsWith("/kvittens/");
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(none.body());
    }

    @Test
    void what_was_typed_while_the_session_ran_out_is_shown_back() {
        Visitor visitor = Visitor.anonymous(port);

        Visitor.Answer page =
                visitor.post("/rapportera", "exposed", "self", "description", "Det tog lång tid att <skriva>.");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("Det tog lång tid att &lt;skriva&gt;.", "Logga in");
    }

    private static String token(Visitor.Answer page) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}
