package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.access.RateLimits;
import se.varna.casefile.Kind;
import se.varna.common.TooOften;

/** What every answer says to browsers, how much may be sent, and how often. */
class HygieneTest extends VarnaTest {

    private static final int TOO_LONG = 5 * 1024 * 1024 + 1;

    @Autowired
    private RateLimits limits;

    @Autowired
    private ServerProperties server;

    @Test
    void every_answer_says_what_browsers_must_not_do() {
        Visitor officer = Visitor.signedIn(port, "lsa-grundskola");
        for (String path :
                List.of("/", "/logga-in", "/finns-inte", "/api/finns-inte", "/camunda/app/tasklist/default/")) {
            HttpHeaders headers = officer.get(path).response().headers();
            assertThat(headers.allValues("X-Frame-Options")).as(path).containsExactly("DENY");
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
            assertThat(headers.firstValue("Cache-Control")).as(path).hasValueSatisfying(cache -> assertThat(cache)
                    .contains("no-store"));
            assertThat(headers.allValues("X-Content-Type-Options")).as(path).containsExactly("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).hasValue("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy"))
                    .as(path)
                    .hasValue("same-origin");
            assertThat(headers.firstValue("Permissions-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy).contains("camera=()", "geolocation=()"));
        }
    }

    @Test
    void only_the_page_of_a_case_may_stand_in_a_frame_and_only_of_ours() {
        String number = report("ledamot-ks", AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT))
                .caseNumber();
        String task = task(number, "userTask_contactExposed").getId();
        Visitor officer = Visitor.signedIn(port, "lsa-grundskola");

        for (String framed : List.of("/arenden/" + number + "?inbaddad", "/uppgifter/" + task + "/arende")) {
            HttpHeaders headers = officer.get(framed).response().headers();
            assertThat(headers.allValues("X-Frame-Options")).as(framed).containsExactly("SAMEORIGIN");
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).endsWith("frame-ancestors 'self'"));
        }
        for (String alone : List.of("/arenden/" + number, "/rapportera?inbaddad", "/mina-arenden?inbaddad")) {
            assertThat(officer.get(alone).response().headers().allValues("X-Frame-Options"))
                    .as(alone)
                    .containsExactly("DENY");
        }
    }

    @Test
    void files_that_are_the_same_for_all_may_be_kept_by_browsers() {
        Visitor officer = Visitor.signedIn(port, "lsa-grundskola");
        for (String path : List.of("/css/varna.css", "/js/varna.js", "/camunda/app/tasklist/scripts/config.js")) {
            assertThat(officer.get(path).response().headers().firstValue("Cache-Control"))
                    .as(path)
                    .hasValueSatisfying(cache -> assertThat(cache).doesNotContain("no-store"));
        }
    }

    @Test
    void over_https_browsers_are_told_to_stay_there() throws Exception {
        assertThat(send("/", request -> request.header("X-Forwarded-Proto", "https"))
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(said -> assertThat(said).startsWith("max-age=31536000"));
        assertThat(send("/", request -> {}).headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void what_a_proxy_says_is_believed_from_this_machine_alone_until_a_proxy_is_named() {
        String believed = server.getTomcat().getRemoteip().getInternalProxies();
        assertThat(List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1")).allMatch(address -> address.matches(believed));
        assertThat(List.of(
                        "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.1.1", "100.64.0.1", "fd00::1", "203.0.113.1"))
                .noneMatch(address -> address.matches(believed));
    }

    @Test
    void the_cookies_are_out_of_reach_for_scripts_and_other_sites() {
        Visitor officer = Visitor.signedIn(port, "lsa-grundskola");
        assertThat(Visitor.anonymous(port).get("/logga-in").response().headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie ->
                        assertThat(cookie).startsWith("varna=").contains("HttpOnly", "SameSite=Lax", "Path=/"));
        assertThat(officer.get("/camunda/app/tasklist/default/")
                        .response()
                        .headers()
                        .allValues("Set-Cookie"))
                .singleElement()
                .satisfies(
                        cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").containsIgnoringCase("SameSite=Lax"));
    }

    @Test
    void what_is_too_long_is_refused_whether_it_says_how_long_it_is_or_not() throws Exception {
        byte[] words = "a".repeat(TOO_LONG).getBytes(StandardCharsets.UTF_8);
        for (BodyPublisher body : List.of(BodyPublishers.ofByteArray(words), unannounced(words))) {
            HttpResponse<String> page = post("/rapportera", "application/x-www-form-urlencoded", body);
            assertThat(page.statusCode()).isEqualTo(413);
            assertThat(page.body()).contains("Det är för mycket på en gång");
        }
        for (BodyPublisher body : List.of(BodyPublishers.ofByteArray(words), unannounced(words))) {
            HttpResponse<String> problem = post("/api/responsibility", "application/json", body);
            assertThat(problem.statusCode()).isEqualTo(413);
            assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        byte[] question = "{\"matter\": \"PARTY\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(post("/api/responsibility", "application/json", unannounced(question))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void who_reports_too_often_keeps_every_word_and_is_told_when_to_try_again() {
        int counted = exhaust(RateLimits.Of.REPORT, "ersattare-bolag");
        try {
            Visitor visitor = Visitor.signedIn(port, "ersattare-bolag");
            String draft = Reporter.begin(visitor);
            Visitor.Answer page = Reporter.answer(
                    visitor, draft + "/4", "?skicka", "description", "Ännu ett samtal.", "kinds", "HATE");
            assertThat(page.status()).isEqualTo(429);
            assertThat(page.body())
                    .contains("Ännu ett samtal.</textarea>", "Skicka igen om en minut", "112 vid fara")
                    .containsPattern("value=\"HATE\"[^>]*checked");
            Visitor.Answer check = visitor.post(draft + "/kontroll");
            assertThat(check.status()).isEqualTo(429);
            assertThat(check.body()).contains("Ännu ett samtal.", "Skicka igen om en minut");

            Visitor.Answer call = Visitor.api(
                    port,
                    "POST",
                    "/api/reports",
                    "ersattare-bolag",
                    "{\"exposed\": \"self\", \"description\": \"Ännu ett samtal.\"}",
                    "Idempotency-Key",
                    "ofta");
            assertThat(call.status()).isEqualTo(429);
            assertThat(call.contentType()).startsWith("application/problem+json");
            assertThat(call.response().headers().firstValueAsLong("Retry-After").orElse(0))
                    .isPositive();
        } finally {
            takeBack(RateLimits.Of.REPORT, "ersattare-bolag", counted);
        }
        Visitor.Answer sentAgain = Visitor.api(
                port,
                "POST",
                "/api/reports",
                "ersattare-bolag",
                "{\"exposed\": \"self\", \"description\": \"Ännu ett samtal.\"}",
                "Idempotency-Key",
                "ofta");
        assertThat(sentAgain.status()).isEqualTo(201);
    }

    @Test
    void the_open_question_has_a_limit_for_each_address() {
        int counted = exhaust(RateLimits.Of.QUESTION, "127.0.0.1");
        try {
            Visitor.Answer page = Visitor.anonymous(port).get("/vem-kontaktar-jag?matter=CITY&mandates=KS");
            assertThat(page.status()).isEqualTo(429);
            assertThat(page.body()).contains("Försök igen om en minut").containsPattern("value=\"KS\"[^>]*checked");
            assertThat(Visitor.anonymous(port).get("/vem-kontaktar-jag").status())
                    .isEqualTo(200);
            assertThat(Visitor.api(port, "POST", "/api/responsibility", null, "{}")
                            .status())
                    .isEqualTo(429);
        } finally {
            takeBack(RateLimits.Of.QUESTION, "127.0.0.1", counted);
        }
        assertThat(Visitor.api(port, "POST", "/api/responsibility", null, "{}").status())
                .isEqualTo(200);
    }

    private static BodyPublisher unannounced(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private HttpResponse<String> post(String path, String type, BodyPublisher body) throws Exception {
        return send(path, request -> request.header("Content-Type", type).POST(body));
    }

    private HttpResponse<String> send(String path, java.util.function.Consumer<HttpRequest.Builder> how)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        how.accept(request);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private int exhaust(RateLimits.Of what, String who) {
        int[] counted = {0};
        assertThatThrownBy(() -> {
                    for (; ; counted[0]++) {
                        limits.count(what, who);
                    }
                })
                .isInstanceOf(TooOften.class);
        return counted[0];
    }

    private void takeBack(RateLimits.Of what, String who, int times) {
        for (int i = 0; i < times; i++) {
            limits.takeBack(what, who);
        }
    }
}
