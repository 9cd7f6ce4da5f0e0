package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;

/** Reports and cases by the API. */
class ReportApiTest extends VarnaTest {

    private static final String THREAT_AT_SCHOOL_BOARD =
            """
            {"exposed":"self","description":"De hotade mig på mötet.","occurredAt":"2026-11-20T19:30+01:00","place":"PHONE",
             "matter":"CITY","unit":"GRUNDSKOLENAMNDEN","kinds":["THREAT","HATE"],"indicators":["WEAPON"],
             "reachAt":"070-1740605","voicemailAllowed":true}""";

    @Autowired
    private ObjectMapper json;

    @Test
    void a_report_is_answered_with_its_receipt() throws Exception {
        Visitor.Answer answer = post("ledamot-ks", THREAT_AT_SCHOOL_BOARD);

        assertThat(answer.status()).isEqualTo(201);
        JsonNode receipt = json.readTree(answer.body());
        String number = receipt.get("caseNumber").textValue();
        assertThat(answer.response().headers().firstValue("Location")).contains("/api/cases/" + number);
        assertThat(receipt.get("responsible").get("unit").textValue()).isEqualTo("GRUNDSKOLENAMNDEN");
        assertThat(receipt.get("row").intValue()).isEqualTo(4);
        assertThat(receipt.get("rules").toString()).isEqualTo("[\"R25\",\"R26\",\"R28\"]");
        assertThat(receipt.get("inform").get(0).get("unit").textValue()).isEqualTo("SAKERHET_OCH_BEREDSKAP");
        assertThat(receipt.get("firstContactBy").textValue()).isEqualTo("2026-11-24T11:00:00+01:00");
        assertThat(cases.answers(number).kinds()).hasSize(2);
    }

    @Test
    void the_same_key_gives_the_same_answer_and_no_second_case() {
        String key = UUID.randomUUID().toString();
        Visitor.Answer first = post("ledamot-ks", THREAT_AT_SCHOOL_BOARD, "Idempotency-Key", key);
        Visitor.Answer second = post("ledamot-ks", THREAT_AT_SCHOOL_BOARD, "Idempotency-Key", key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_nothing_is_kept() throws Exception {
        Visitor.Answer answer = post(
                "ledamot-ks",
                """
                {"exposed":"nobody","occurredAt":"i går","place":"MARS","kinds":["THREAT","X"],"unit":"Y","acuteDanger":1}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(StreamSupport.stream(
                                json.readTree(answer.body()).get("errors").spliterator(), false)
                        .map(error -> error.get("field").textValue()))
                .containsExactlyInAnyOrder(
                        "exposed", "description", "occurredAt", "place", "kinds", "unit", "acuteDanger");
    }

    @Test
    void nobody_reports_without_signing_in() {
        assertThat(post(null, THREAT_AT_SCHOOL_BOARD).status()).isEqualTo(401);
    }

    @Test
    void a_case_is_read_as_far_as_need_to_know_goes() throws Exception {
        String number = json.readTree(post("ledamot-ks", THREAT_AT_SCHOOL_BOARD).body())
                .get("caseNumber")
                .textValue();
        runJobs(number);

        JsonNode own = json.readTree(caseFor("ledamot-ks", number).body());
        assertThat(own.get("extent").textValue()).isEqualTo("OWN");
        assertThat(own.has("level")).isFalse();
        assertThat(own.has("timeline")).isFalse();

        JsonNode full = json.readTree(caseFor("lsa-grundskola", number).body());
        assertThat(full.get("extent").textValue()).isEqualTo("FULL");
        assertThat(full.get("level").textValue()).isEqualTo("HIGH");
        assertThat(full.get("report").get("description").textValue()).isEqualTo("De hotade mig på mötet.");
        assertThat(full.get("timeline")).isNotEmpty();

        JsonNode limited = json.readTree(caseFor("sob-1", number).body());
        assertThat(limited.get("extent").textValue()).isEqualTo("LIMITED");
        assertThat(limited.get("level").textValue()).isEqualTo("HIGH");
        assertThat(limited.get("report"))
                .filteredOn(answer -> !answer.isNull())
                .as("the unit, and which parts are withheld")
                .hasSize(2);
        assertThat(limited.get("phone").isNull()).isTrue();
        for (String empty : List.of("information", "police", "notes", "measures", "followUps", "timeline")) {
            assertThat(limited.get(empty)).as(empty).isEmpty();
        }
        assertThat(limited.get("withheld"))
                .extracting(part -> part.get("part").textValue())
                .containsExactly("CONTACT", "DESCRIPTION", "PERSONS", "EVIDENCE", "NOTES", "POLICE");
        assertThat(limited.get("withheld").get(0).get("by").get(0).get("unit").textValue())
                .isEqualTo("GRUNDSKOLENAMNDEN");
    }

    @Test
    void a_case_of_others_is_answered_as_one_that_does_not_exist() throws Exception {
        String number = json.readTree(post("ledamot-ks", THREAT_AT_SCHOOL_BOARD).body())
                .get("caseNumber")
                .textValue();

        Visitor.Answer others = caseFor("lsa-liseberg", number);
        Visitor.Answer none = caseFor("lsa-liseberg", "V-2026-99999");

        assertThat(others.status()).isEqualTo(404);
        assertThat(none.status()).isEqualTo(404);
        assertThat(others.body()).isEqualTo(none.body());
        assertThat(caseFor("admin", number).status()).isEqualTo(404);
        assertThat(caseFor("processagare", number).status()).isEqualTo(404);
    }

    private Visitor.Answer post(String user, String body, String... headers) {
        return Visitor.api(port, "POST", "/api/reports", user, body, headers);
    }

    private Visitor.Answer caseFor(String user, String number) {
        return Visitor.api(port, "GET", "/api/cases/" + number, user, null);
    }
}
