package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;

/** Who is responsible, asked by another system: anyone may ask. */
class ResponsibilityApiTest extends VarnaTest {

    @Autowired
    private ObjectMapper json;

    @Test
    void answers_with_the_function_those_to_tell_the_rules_and_why() throws Exception {
        Visitor.Answer answer = ask(
                """
                {"mandates":["KF","GRUNDSKOLENAMNDEN"],"matter":"CITY","unit":"GRUNDSKOLENAMNDEN","place":"HOME",
                 "movedToCouncil":false,"consultationSigned":false}""");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode said = json.readTree(answer.body());
        assertThat(said.get("row").intValue()).isEqualTo(4);
        assertThat(said.get("responsible").get("role").textValue()).isEqualTo("LOCAL_SECURITY_OFFICER");
        assertThat(said.get("responsible").get("unit").textValue()).isEqualTo("GRUNDSKOLENAMNDEN");
        assertThat(said.get("responsible").get("name").textValue())
                .isEqualTo("Lokalt säkerhetsansvarig, Grundskolenämnden");
        assertThat(said.get("inform").toString())
                .isEqualTo("[{\"role\":\"SECURITY_AND_PREPAREDNESS\",\"unit\":\"SAKERHET_OCH_BEREDSKAP\"}]");
        assertThat(said.get("rules").toString()).isEqualTo("[\"R25\",\"R26\",\"R28\"]");
        assertThat(said.get("reason").textValue()).contains("Grundskolenämnden");
        assertThat(said.get("decisionVersion").textValue()).isNotBlank();
    }

    @Test
    void a_question_with_nothing_in_it_is_answered_too() throws Exception {
        JsonNode said = json.readTree(ask("{}").body());

        assertThat(said.get("row").intValue()).isEqualTo(9);
    }

    @Test
    void a_party_has_no_unit() throws Exception {
        JsonNode said = json.readTree(
                ask("{\"mandates\":[],\"matter\":\"PARTY\",\"unit\":null}").body());

        assertThat(said.get("responsible").get("role").textValue()).isEqualTo("PARTY");
        assertThat(said.get("responsible").get("unit").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"matter\":\"NONSENSE\"}|matter",
                "{\"unit\":\"NONSENSE\"}|unit",
                "{\"mandates\":[\"NONSENSE\"]}|mandates",
                "{\"place\":\"NONSENSE\"}|place",
                "{\"mandates\":\"KF\"}|mandates",
                "{\"matter\":7}|matter",
                "{\"movedToCouncil\":\"ja\"}|movedToCouncil"
            })
    void what_cannot_be_read_is_said_at_its_field(String body, String field) throws Exception {
        Visitor.Answer answer = ask(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        JsonNode error = json.readTree(answer.body()).get("errors").get(0);
        assertThat(error.get("field").textValue()).isEqualTo(field);
        assertThat(error.get("message").textValue()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{not json|", "[]|", "\"text\"|", "null|", "``|"})
    void what_is_no_json_object_is_said_in_swedish(String body, String none) throws Exception {
        Visitor.Answer answer = ask(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(json.readTree(answer.body())
                        .get("errors")
                        .get(0)
                        .get("message")
                        .textValue())
                .contains("JSON");
    }

    private Visitor.Answer ask(String body) {
        return Visitor.api(port, "POST", "/api/responsibility", null, body);
    }
}
