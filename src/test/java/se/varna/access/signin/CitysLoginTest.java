package se.varna.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import se.varna.CitysLogin;
import se.varna.VarnaTest;

/** Signing in with an identity provider: a real one of OpenID Connect, and real requests. */
class CitysLoginTest extends VarnaTest {

    private static final String NO_ROLES = "";
    private static final String PROCESS_OWNER = "\"processagare\"";
    private static final String ADMINISTRATOR = "\"administrator\"";
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String TASKS = ENGINE + "/task/count";
    private static final String WEBAPP_USER = "/camunda/api/admin/auth/user/default";
    private static final String BACK_CHANNEL = "/logout/connect/back-channel/varna";
    private static final String NOTHING_TO_DO = "Du har inget uppdrag i Värna";

    @Autowired
    private FlywayConnectionDetails server;

    private CitysLogin city;

    @BeforeEach
    void startProvider() {
        city = CitysLogin.start(server);
    }

    // --- who comes in, and as what

    @Test
    void the_provider_says_who_and_the_directory_says_what_for() {
        Browser official = signedIn("ledamot-ks", NO_ROLES);
        assertThat(official.get("/").body())
                .contains("Ledamot KS", "/mina-arenden")
                .doesNotContain("/camunda/app");

        Browser officer = signedIn("lsa-grundskola", NO_ROLES);
        assertThat(officer.get("/").body())
                .contains("/camunda/app/tasklist/default/")
                .doesNotContain("/mina-arenden", "/camunda/app/cockpit");
        assertThat(officer.get(TASKS).statusCode()).isEqualTo(200);
        assertThat(officer.get(WEBAPP_USER).body()).contains("\"userId\":\"lsa-grundskola\"", "\"tasklist\"");
    }

    @Test
    void one_comes_to_where_one_was_going_and_gets_a_new_session() {
        Browser browser = new Browser();
        assertThat(browser.get("/rapportera").uri().getPath()).isEqualTo("/logga-in");
        String before = browser.session();
        assertThat(browser.passProvider("ledamot-kf", NO_ROLES).uri().getPath()).isEqualTo("/rapportera");
        assertThat(browser.session()).isNotEqualTo(before);
    }

    @Test
    void the_provider_is_asked_with_a_proof_that_the_answer_is_for_us() {
        String question = new Browser().get("/oauth2/authorization/varna").uri().toString();
        assertThat(question)
                .startsWith(city.issuer())
                .contains("code_challenge_method=S256", "state=", "nonce=", "max_age=43200");
        assertThat(new Browser().get("/oauth2/authorization/varna?annan").uri().toString())
                .contains("prompt=login");
    }

    @Test
    void the_roles_of_the_whole_city_follow_the_claim() {
        Browser owner = signedIn("ny-agare", PROCESS_OWNER);
        assertThat(owner.get("/").body())
                .contains("Namn på ny-agare", "/camunda/app/cockpit/default/")
                .doesNotContain("/kalender");
        assertThat(owner.get(TASKS).statusCode()).isEqualTo(200);
        assertThat(owner.get(WEBAPP_USER).body()).contains("\"cockpit\"");
        assertThat(heldBy("ny-agare")).isEqualTo("PROCESS_OWNER");

        // As administrator instead: the first session is not what it was, and ends.
        Browser administrator = signedIn("ny-agare", ADMINISTRATOR);
        assertThat(administrator.get("/").body()).contains("/kalender");
        assertThat(heldBy("ny-agare")).isEqualTo("ADMINISTRATOR");
        assertThat(owner.get(TASKS).statusCode()).isEqualTo(401);

        HttpResponse<String> withoutRole = new Browser().passProvider("ny-agare", NO_ROLES);
        assertThat(withoutRole.body()).contains(NOTHING_TO_DO);
        assertThat(heldBy("ny-agare")).isEmpty();
        HttpResponse<String> ended = administrator.get("/kalender");
        assertThat(ended.uri().getPath()).isEqualTo("/logga-in");
        assertThat(ended.body()).contains("Dina uppdrag har ändrats");

        assertThat(signedIn("ny-agare", PROCESS_OWNER + ", \"annat\"").get("/").body())
                .contains("/camunda/app/cockpit/default/");
        assertThat(heldBy("ny-agare")).isEqualTo("PROCESS_OWNER");
    }

    @Test
    void the_directory_alone_makes_nobody_process_owner_or_administrator() {
        for (String person : List.of("processagare", "admin")) {
            assertThat(new Browser().passProvider(person, NO_ROLES).body())
                    .as(person)
                    .contains(NOTHING_TO_DO);
        }
        assertThat(signedIn("sob-1", ADMINISTRATOR).get("/").body()).contains("/kalender", "/camunda/app/tasklist");
        assertThat(heldBy("sob-1")).isEqualTo("ADMINISTRATOR, SECURITY_AND_PREPAREDNESS");
        signedIn("sob-1", NO_ROLES);
        assertThat(heldBy("sob-1")).isEqualTo("SECURITY_AND_PREPAREDNESS");
    }

    @Test
    void whom_the_directory_does_not_know_gets_no_session() {
        Browser stranger = new Browser();
        HttpResponse<String> answer = stranger.passProvider("okand-person", "\"annat\"");
        assertThat(answer.uri()).hasPath("/logga-in").hasQuery("okand");
        assertThat(answer.body()).contains(NOTHING_TO_DO, "031-3900600", "Logga in som någon annan");
        assertThat(stranger.get("/rapportera").uri().getPath()).isEqualTo("/logga-in");
        assertThat(stranger.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(city.count("SELECT count(*) FROM varna.person WHERE id = 'okand-person'"))
                .isZero();
    }

    @Test
    void a_person_without_the_claim_and_one_whose_id_the_engine_cannot_take_get_no_session() {
        assertThat(new Browser()
                        .passProviderAs("subject", "{\"name\": \"Utan id\"}")
                        .body())
                .contains(NOTHING_TO_DO);
        assertThat(new Browser()
                        .passProvider("någon med, annat i", ADMINISTRATOR)
                        .body())
                .contains(NOTHING_TO_DO);
    }

    @Test
    void an_officer_whose_id_is_a_mail_address_works_in_tasklist() throws IOException {
        String id = "vera.ek@example.org";
        city.execute("INSERT INTO varna.person (id, display_name) VALUES ('" + id + "', 'Vera Ek')");
        city.execute("INSERT INTO varna.appointment (person, office, organisation, valid_from)" + " VALUES ('" + id
                + "', 'LOCAL_SECURITY_DEPUTY', 'GRUNDSKOLENAMNDEN', '2000-01-01')");
        assertThat(new Browser()
                        .send(
                                HttpRequest.newBuilder(address("/api/reports"))
                                        .header(
                                                "Authorization",
                                                "Bearer " + city.token("ledamot-ks", CitysLogin.API, 300))
                                        .header("Content-Type", "application/json")
                                        .POST(
                                                BodyPublishers.ofString(
                                                        "{\"exposed\": \"self\", \"description\": \"Ett brev.\","
                                                                + " \"matter\": \"CITY\", \"unit\": \"GRUNDSKOLENAMNDEN\", \"kinds\": [\"THREAT\"]}")))
                        .statusCode())
                .isEqualTo(201);

        Browser officer = signedIn(id, NO_ROLES);
        assertThat(officer.get(ENGINE + "/user/vera.ek%40example.org/profile").body())
                .contains("Vera Ek");
        assertThat(officer.get(WEBAPP_USER).body()).contains("\"userId\":\"" + id + "\"", "\"tasklist\"");
        assertThat(officer.get(ENGINE + "/user/sob-1%40example.org/profile").statusCode())
                .isEqualTo(404);
        JsonNode tasks = new ObjectMapper()
                .readTree(officer.get(ENGINE + "/task?sortBy=created&sortOrder=desc")
                        .body());
        assertThat(tasks.get(0).get("taskDefinitionKey").asText()).isEqualTo("userTask_contactExposed");
        String task = ENGINE + "/task/" + tasks.get(0).get("id").asText();
        assertThat(officer.postJson(task + "/claim", "{\"userId\": \"" + id + "\"}"))
                .isEqualTo(204);
        assertThat(new ObjectMapper()
                        .readTree(officer.get(task).body())
                        .get("assignee")
                        .asText())
                .isEqualTo(id);
        assertThat(
                        officer.postJson(
                                task + "/submit-form",
                                "{\"variables\": {\"contactOutcome\": {\"value\": \"REACHED\"}, \"note\": {\"value\": \"Lugn.\"}}}"))
                .isEqualTo(204);
        assertThat(officer.get(task).statusCode()).isEqualTo(404);
    }

    @Test
    void the_city_may_give_its_roles_to_one_whose_id_is_a_mail_address() {
        Browser administrator = signedIn("ada.berg@example.org", ADMINISTRATOR);
        assertThat(heldBy("ada.berg@example.org")).isEqualTo("ADMINISTRATOR");
        assertThat(administrator.get(ENGINE + "/decision-definition/count").statusCode())
                .isEqualTo(200);
        assertThat(administrator.get(WEBAPP_USER).body()).contains("\"admin\"");
        assertThat(new Browser().passProvider(".ada@example.org", ADMINISTRATOR).body())
                .contains(NOTHING_TO_DO);
    }

    @Test
    void a_name_that_the_provider_has_given_to_somebody_else_is_not_the_person() {
        signedIn("ledamot-namnd", NO_ROLES);
        Browser other = new Browser();
        HttpResponse<String> answer = other.passProviderAs(
                "somebody-else", "{\"preferred_username\": \"ledamot-namnd\", \"roles\": [\"administrator\"]}");
        assertThat(answer.uri()).hasPath("/logga-in").hasQuery("upptaget");
        assertThat(answer.body()).contains("kopplat till en annan inloggning", "031-3900600");
        assertThat(other.get("/rapportera").uri()).hasPath("/logga-in");
        assertThat(heldBy("ledamot-namnd")).isEmpty();
        assertThat(call(city.tokenOf("somebody-else", "ledamot-namnd"))).isEqualTo(401);
        assertThat(call(city.token("ledamot-namnd", CitysLogin.API, 300))).isEqualTo(404);
        signedIn("ledamot-namnd", NO_ROLES);
    }

    @Test
    void a_call_with_a_token_also_makes_known_who_the_person_is_at_the_provider() {
        assertThat(call(city.token("parti-a", CitysLogin.API, 300))).isEqualTo(404);
        assertThat(call(city.tokenOf("somebody-else", "parti-a"))).isEqualTo(401);
        assertThat(new Browser()
                        .passProviderAs("somebody-else", "{\"preferred_username\": \"parti-a\"}")
                        .uri())
                .hasQuery("upptaget");
    }

    @Test
    void one_who_signed_in_at_the_provider_too_long_ago_has_to_do_it_again() {
        long yesterday = Instant.now().minus(Duration.ofDays(1)).getEpochSecond();
        Browser browser = new Browser();
        assertThat(browser.passProviderAs(
                                "subject-of-ledamot-ks",
                                "{\"preferred_username\": \"ledamot-ks\", \"auth_time\": " + yesterday + "}")
                        .uri())
                .hasPath("/logga-in")
                .hasQuery("fel");
        assertThat(browser.get("/rapportera").uri()).hasPath("/logga-in");
    }

    @Test
    void there_are_no_passwords_of_our_own() {
        Browser browser = new Browser();
        HttpResponse<String> page = browser.get("/logga-in");
        assertThat(page.body()).contains("/oauth2/authorization/varna").doesNotContain("type=\"password\"");
        browser.post("/logga-in", "username=sob-1&password=demo");
        assertThat(browser.get("/rapportera").uri().getPath()).isEqualTo("/logga-in");
    }

    // --- out again

    @Test
    void signing_out_reaches_the_provider_and_comes_back() {
        Browser browser = signedIn("ledamot-ks", NO_ROLES);
        city.asked();
        browser.get("/");
        HttpResponse<String> answer = browser.post("/logga-ut", "");
        assertThat(answer.uri()).hasPath("/logga-in").hasQuery("utloggad");
        assertThat(answer.body()).contains("Du är utloggad");
        assertThat(endOfSession())
                .contains("id_token_hint=ey", "post_logout_redirect_uri=http://localhost:" + city.port() + "/logga-in");
        assertThat(browser.get("/rapportera").uri().getPath()).isEqualTo("/logga-in");
    }

    @Test
    void a_link_that_pretends_to_be_the_providers_answer_signs_nobody_out() {
        Browser browser = signedIn("ledamot-ks", NO_ROLES);
        browser.get("/login/oauth2/code/varna?code=x&state=y");
        assertThat(browser.get("/rapportera").uri()).hasPath("/rapportera");

        Browser replaced = signedIn("ledamot-ks", NO_ROLES);
        assertThat(replaced.passProvider("okand-person", NO_ROLES).body()).contains(NOTHING_TO_DO);
        assertThat(replaced.get("/rapportera").uri()).hasPath("/logga-in");
    }

    @Test
    void signing_out_in_tasklist_reaches_the_provider_by_way_of_the_sign_in_page() {
        Browser browser = signedIn("lsa-grundskola", NO_ROLES);
        city.asked();
        assertThat(browser.post("/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(city.asked()).isEmpty();

        HttpResponse<String> answer = browser.get("/camunda/app/tasklist/default/");
        assertThat(answer.uri()).hasPath("/logga-in").hasQuery("utloggad");
        assertThat(endOfSession()).contains("id_token_hint=ey");

        browser.get("/logga-in");
        assertThat(city.asked()).as("the second time").isEmpty();
    }

    @Test
    void who_asks_twice_for_a_page_on_the_way_out_is_led_out_both_times_and_not_again_afterwards() throws Exception {
        Browser browser = signedIn("lsa-grundskola", NO_ROLES);
        String ended = browser.session();
        browser.post("/camunda/api/admin/auth/user/default/logout", "");

        assertThat(ledTo("/camunda/app/tasklist/default/", ended)).contains("/endsession?");
        assertThat(ledTo("/camunda/app/tasklist/default/", ended)).contains("/endsession?");
        assertThat(ledTo("/logga-in?utloggad", ended)).as("back again").isEmpty();
        assertThat(ledTo("/camunda/app/tasklist/default/", ended)).endsWith("/logga-in");
    }

    /** Where one is sent who asks for the page by that session. */
    private String ledTo(String path, String session) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address(path))
                                .header("Accept", "text/html")
                                .header("Cookie", "varna=" + session)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    @Test
    void no_other_site_signs_anyone_out_of_tasklist() {
        Browser browser = signedIn("lsa-grundskola", NO_ROLES);
        for (String from : List.of("cross-site", "same-site", "none")) {
            assertThat(signOutOfTasklist(browser, from)).as(from).isEqualTo(403);
        }
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);
        assertThat(signOutOfTasklist(browser, "same-origin")).isEqualTo(204);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
    }

    private int signOutOfTasklist(Browser browser, String from) {
        return browser.send(HttpRequest.newBuilder(address("/camunda/api/admin/auth/user/default/logout"))
                        .header("Sec-Fetch-Site", from)
                        .POST(BodyPublishers.noBody()))
                .statusCode();
    }

    @Test
    void what_the_provider_ends_is_ended_here_and_nothing_else() {
        Browser home = new Browser();
        home.passProviderAs("subject-of-ledamot-kf", "{\"preferred_username\": \"ledamot-kf\", \"sid\": \"home\"}");
        Browser work = new Browser();
        work.passProviderAs("subject-of-ledamot-kf", "{\"preferred_username\": \"ledamot-kf\", \"sid\": \"work\"}");

        String told = city.endOfSession("home");
        assertThat(new Browser()
                        .post(BACK_CHANNEL, "logout_token=" + told + "x")
                        .statusCode())
                .as("from somebody else")
                .isEqualTo(400);
        assertThat(home.get("/rapportera").uri()).hasPath("/rapportera");

        assertThat(new Browser().post(BACK_CHANNEL, "logout_token=" + told).statusCode())
                .isEqualTo(200);
        assertThat(home.get("/rapportera").uri()).hasPath("/logga-in").hasQuery("utloggad");
        assertThat(work.get("/rapportera").uri()).hasPath("/rapportera");
    }

    // --- the API

    @Test
    void another_system_calls_with_a_token_for_us_and_someone_whom_the_directory_knows() {
        assertThat(call(city.token("ledamot-ks", CitysLogin.API, 300))).isEqualTo(404);
        assertThat(call(city.token("ledamot-ks", "another-application", 300))).isEqualTo(401);
        assertThat(call(city.token("ledamot-ks", CitysLogin.API, -300))).isEqualTo(401);
        assertThat(call(city.token("okand-person", CitysLogin.API, 300))).isEqualTo(401);
        assertThat(call(city.tokenOfAnotherIssuer("ledamot-ks"))).isEqualTo(401);
        assertThat(call("nonsense")).isEqualTo(401);
        assertThat(new Browser()
                        .send(HttpRequest.newBuilder(address("/api/cases/V-2026-00001"))
                                .header("Authorization", "Basic bGVkYW1vdC1rczpkZW1v"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_token_with_its_last_part_changed_opens_nothing() {
        String token = city.token("ledamot-ks", CitysLogin.API, 300);
        int dot = token.lastIndexOf('.');
        assertThat(call(token.substring(0, dot + 1) + new StringBuilder(token.substring(dot + 1)).reverse()))
                .isEqualTo(401);
    }

    @Test
    void what_says_who_has_signed_in_does_not_open_the_api() {
        Browser browser = signedIn("ledamot-ks", NO_ROLES);
        city.asked();
        browser.get("/");
        browser.post("/logga-ut", "");
        Matcher hint = Pattern.compile("id_token_hint=([^&]+)").matcher(endOfSession());
        assertThat(hint.find()).isTrue();
        assertThat(call(hint.group(1))).isEqualTo(401);
        assertThat(call(city.token("ledamot-ks", CitysLogin.CLIENT, 300)))
                .as("our own name as the audience")
                .isEqualTo(401);
        assertThat(call(city.tokenThatSays("ledamot-ks", "nonce", "n"))).isEqualTo(401);
        assertThat(call(city.tokenThatSays("ledamot-ks", "typ", "ID"))).isEqualTo(401);
        assertThat(call(city.tokenThatSays("ledamot-ks", "typ", "Bearer"))).isEqualTo(404);
    }

    private int call(String token) {
        return new Browser()
                .send(HttpRequest.newBuilder(address("/api/cases/V-2026-00001"))
                        .header("Authorization", "Bearer " + token))
                .statusCode();
    }

    private String endOfSession() {
        return city.asked().stream()
                .filter(path -> path.startsWith("/city/endsession"))
                .map(path -> URLDecoder.decode(path, StandardCharsets.UTF_8))
                .reduce("", String::concat);
    }

    private String heldBy(String person) {
        return List.of("ADMINISTRATOR", "PROCESS_OWNER", "SECURITY_AND_PREPAREDNESS").stream()
                .filter(office -> city.count("SELECT count(*) FROM varna.appointment WHERE person = '" + person
                                + "' AND office = '" + office + "' AND (valid_to IS NULL OR valid_to >= current_date)")
                        > 0)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private Browser signedIn(String person, String roles) {
        Browser browser = new Browser();
        HttpResponse<String> answer = browser.passProvider(person, roles);
        assertThat(answer.uri().getPath()).as(person + " signs in").isEqualTo("/");
        return browser;
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + city.port()).resolve(path);
    }

    /** A person's browser, without scripts. */
    private final class Browser {

        private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        private String csrf = "";

        HttpResponse<String> passProvider(String person, String roles) {
            return passProviderAs(
                    "subject-of-" + person,
                    "{\"preferred_username\": \"" + person + "\", \"name\": \"Namn på " + person + "\", \"roles\": ["
                            + roles + "]}");
        }

        /** Goes from our sign-in page to the provider, says who one is there, and comes back. */
        HttpResponse<String> passProviderAs(String subject, String claims) {
            HttpResponse<String> providersPage = get("/oauth2/authorization/varna");
            return send(HttpRequest.newBuilder(providersPage.uri())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("username=" + URLEncoder.encode(subject, StandardCharsets.UTF_8)
                            + "&claims=" + URLEncoder.encode(claims, StandardCharsets.UTF_8))));
        }

        HttpResponse<String> get(String path) {
            return send(HttpRequest.newBuilder(address(path)).header("Accept", "text/html, */*;q=0.5"));
        }

        HttpResponse<String> post(String path, String fields) {
            return send(HttpRequest.newBuilder(address(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(
                            fields + "&_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8))));
        }

        /** As Tasklist does, with the engine's own token. */
        int postJson(String path, String json) {
            return send(HttpRequest.newBuilder(address(path))
                            .header("Content-Type", "application/json")
                            .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                            .POST(BodyPublishers.ofString(json)))
                    .statusCode();
        }

        String session() {
            return cookie("varna");
        }

        private String cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }

        HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
                Matcher token = CSRF.matcher(answer.body());
                if (token.find()) {
                    csrf = token.group(1);
                }
                return answer;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
