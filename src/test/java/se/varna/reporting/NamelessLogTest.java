package se.varna.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import se.varna.VarnaTest;

/** Whatever is sent, and however wrong it is, the log says nothing of it, and neither does the answer. */
@ExtendWith(OutputCaptureExtension.class)
class NamelessLogTest extends VarnaTest {

    private static final String CANARY = "kanariefågel";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"exposed\":\"self\",\"description\":\"kanariefågel\",\"kinds\":[\"kanariefågel\"]}",
                "{\"exposed\":\"kanariefågel\",\"description\":\"kanariefågel\"}",
                "{\"exposed\":\"self\",\"description\":{\"kanariefågel\":1}}",
                "{\"exposed\":\"self\",\"description\":\"kanariefågel\",\"occurredAt\":\"kanariefågel\"}",
                "{\"exposed\":\"self\",\"description\":\"kanariefågel\",\"acuteDanger\":\"kanariefågel\"}",
                "{\"exposed\":\"self\",\"description\":\"kanariefågel\",\"unit\":\"kanariefågel\"}",
                "{\"exposed\":\"self\",\"description\":\"kanariefågel\u0000\"}",
                "{\"exposed\":\"self\",\"description\":\"kanariefågel",
                "[\"kanariefågel\"]",
                "kanariefågel"
            })
    void a_wrong_report_is_refused_in_swedish_without_repeating_it(String body, CapturedOutput log) throws Exception {
        HttpResponse<String> answer = send("POST", "/api/reports", body, null);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"errors\"").doesNotContain(CANARY);
        assertThat(log.getAll()).doesNotContain(CANARY);
    }

    @Test
    void a_right_report_leaves_nothing_in_the_log_either(CapturedOutput log) throws Exception {
        // What the demo prints when it starts names its sign-ins.
        int before = log.getAll().length();
        String body = "{\"exposed\":\"self\",\"description\":\"" + CANARY + "\",\"matter\":\"CITY\",\"unit\":\"KF\","
                + "\"politicalQuestion\":\"" + CANARY + "\",\"reachAt\":\"" + CANARY + "\",\"perpetrator\":\"" + CANARY
                + "\",\"impact\":\"" + CANARY + "\",\"upcomingMeetings\":\"" + CANARY + "\"}";
        HttpResponse<String> answer = send("POST", "/api/reports", body, CANARY.replace('å', 'a'));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).doesNotContain(CANARY);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(send("GET", location, null, null).statusCode()).isEqualTo(200);
        assertThat(send("GET", "/api/cases/" + "kanarie", null, null).statusCode())
                .isEqualTo(404);
        assertThat(log.getAll().substring(before)).doesNotContain(CANARY, "ledamot-kf");
    }

    private HttpResponse<String> send(String method, String path, String body, String key) throws Exception {
        String credentials = Base64.getEncoder().encodeToString("ledamot-kf:demo".getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
