package se.varna.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.varna.web.SignedIn.ENGINE;
import static se.varna.web.SignedIn.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.Kind;
import se.varna.casefile.Phase;

/** The engine's own API, as those who sign in to Tasklist and Cockpit reach it. */
class EngineApiTest extends VarnaTest {

    private static final String OFFICER = "lsa-grundskola";
    private static final String COLLEAGUE = "lsa-grundskola-ersattare";
    private static final String OTHER_UNIT = "lsa-liseberg";
    private static final String REFUSED =
            "Det går inte att göra så här. Använd uppgiftens formulär eller ärendets sida.";
    private static final String NOT_YOURS =
            "Uppgiften är inte din enhets längre. Inget är sparat: kopiera det du har skrivit om du behöver det, och läs om sidan.";

    /** What the engine's own answers have and ours must not. */
    private static final String[] ENGINES_WORDS = {
        "ENGINE-", "Exception", "camunda", "se.varna", "userTask", "permission", "TASK_WORK", "\"code\""
    };

    // --- work

    @Test
    void an_official_starts_a_report_in_tasklist() {
        HttpResponse<String> started = as("ledamot-ks")
                .enginePost(
                        "/process-definition/key/incidentHandling/submit-form",
                        """
                        {"variables": {"exposed": {"value": "self"}, "description": {"value": "Ett hotfullt brev."},
                         "matter": {"value": "CITY"}, "unit": {"value": "GRUNDSKOLENAMNDEN"},
                         "kinds": {"type": "Json", "value": "[\\"THREAT\\"]"}}}""");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
    }

    @Test
    void an_officer_claims_and_completes_with_the_form() {
        String number = contactTask();
        String task = taskId(number);
        SignedIn officer = as(OFFICER);
        assertThat(officer.enginePost("/task/" + task + "/claim", "{\"userId\": \"lsa-grundskola\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(officer.enginePost(
                                "/task/" + task + "/submit-form",
                                "{\"variables\": {\"contactOutcome\": {\"value\": \"REACHED\"}, \"note\": {\"value\": \"Samtal.\"}}}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(file(number).phase()).isEqualTo(Phase.ASSESSMENT);
    }

    @Test
    void what_an_absent_officer_has_claimed_the_deputy_takes_over() {
        String number = contactTask();
        String task = taskId(number);
        SignedIn officer = as(OFFICER);
        SignedIn deputy = as(COLLEAGUE);
        claim(officer, task, OFFICER);
        assertThat(officer.enginePost("/task/" + task + "/unclaim", null).statusCode())
                .isEqualTo(204);
        claim(officer, task, OFFICER);
        // What Tasklist's cross beside somebody else's name sends.
        HttpResponse<String> released = deputy.enginePost("/task/" + task + "/assignee", "{\"userId\": null}");
        assertThat(released.statusCode()).as(released.body()).isEqualTo(204);
        claim(deputy, task, COLLEAGUE);
        assertThat(task(number, "userTask_contactExposed").getAssignee()).isEqualTo(COLLEAGUE);
        assertThat(as(OTHER_UNIT)
                        .enginePost("/task/" + task + "/assignee", "{\"userId\": null}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(deputy.enginePost("/task/" + task + "/assignee", "{\"userId\": \"lsa-grundskola\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(task(number, "userTask_contactExposed").getAssignee()).isEqualTo(COLLEAGUE);
    }

    @Test
    void a_refusal_is_the_swedish_sentences_and_nothing_else() {
        String task = taskId(contactTask());
        HttpResponse<String> refused = as(OFFICER).enginePost("/task/" + task + "/submit-form", "{\"variables\": {}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode body = json(refused);
        assertThat(body.size()).isEqualTo(2);
        assertThat(body.get("type").asText()).isEqualTo("Refused");
        assertThat(body.get("message").asText())
                .isEqualTo("Fick ni kontakt: Fyll i det här. Anteckningen: Fyll i det här.");
        assertThat(refused.body()).doesNotContain(ENGINES_WORDS);
    }

    @Test
    void what_goes_wrong_inside_is_told_without_the_engines_words() {
        String task = taskId(contactTask());
        SignedIn officer = as(OFFICER);
        List<HttpResponse<String>> answers = List.of(
                officer.enginePost(
                        "/task/" + task + "/submit-form",
                        "{\"variables\": {\"note\": {\"type\": \"Json\", \"value\": \"{\"}}}"),
                officer.enginePost(
                        "/task/" + task + "/submit-form",
                        "{\"variables\": {\"note\": {\"type\": \"Date\", \"value\": \"x\"}}}"),
                officer.enginePost("/task/no-such-task/complete", "{}"),
                officer.enginePost("/process-definition/incidentHandling:99:nosuch/submit-form", "{\"variables\": {}}"),
                officer.enginePost("/task", "{\"sorting\": \"nothing\"}"),
                officer.engineGet("/task/no-such-task"),
                officer.engineGet("/process-instance/no-such-instance"),
                officer.engineGet("/nothing/of/the/kind"));
        for (HttpResponse<String> answer : answers) {
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 500);
            assertThat(answer.body()).doesNotContain(ENGINES_WORDS);
            assertThat(json(answer).get("message").asText()).isNotBlank();
        }
        assertThat(json(answers.get(2)).get("message").asText()).isEqualTo(NOT_YOURS);
    }

    // --- need to know

    @Test
    void another_units_officer_neither_sees_nor_works_the_task() {
        String number = contactTask();
        String task = taskId(number);
        SignedIn other = as(OTHER_UNIT);
        assertThat(other.engineGet("/task?processInstanceBusinessKey=" + number).body())
                .isEqualTo("[]");
        for (String part : List.of("", "/form", "/deployed-form", "/form-variables")) {
            HttpResponse<String> refused = other.engineGet("/task/" + task + part);
            assertThat(refused.statusCode()).as(part).isEqualTo(404);
            assertThat(json(refused).get("message").asText()).as(part).isEqualTo(NOT_YOURS);
        }
        assertThat(other.get("/uppgifter/" + task + "/arende").statusCode()).isEqualTo(404);
        for (String call : List.of("claim", "unclaim", "complete", "submit-form")) {
            HttpResponse<String> refused = other.enginePost(
                    "/task/" + task + "/" + call, call.equals("claim") ? "{\"userId\": \"lsa-liseberg\"}" : "{}");
            assertThat(refused.statusCode()).as(call).isEqualTo(404);
            assertThat(json(refused).get("message").asText()).as(call).isEqualTo(NOT_YOURS);
        }
        assertThat(openTasks(number)).contains("userTask_contactExposed");
    }

    @Test
    void nobody_claims_for_somebody_else_or_sends_more_than_a_form() {
        String task = taskId(contactTask());
        SignedIn officer = as(OFFICER);
        for (String[] call : new String[][] {
            {"/task/" + task + "/claim", "{\"userId\": \"lsa-grundskola-ersattare\"}"},
            {"/task/" + task + "/claim", "{\"userId\": \"lsa-grundskola\", \"userId\": \"lsa-liseberg\"}"},
            {"/task/" + task + "/claim", "{}"},
            {
                "/task/" + task + "/complete",
                "{\"variables\": {\"a\": {\"type\": \"Object\", \"value\": \"[]\", \"valueInfo\": "
                        + "{\"objectTypeName\": \"java.util.ArrayList\", \"serializationDataFormat\": \"application/json\"}}}}"
            },
            {"/task/" + task + "/complete", "{\"variables\": {\"a\": {\"type\": \"File\", \"value\": \"\"}}}"},
            {"/process-definition/key/incidentHandling/start", "{\"skipCustomListeners\": true}"},
            {
                "/process-definition/key/incidentHandling/start",
                "{\"startInstructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"endEvent_caseClosed\"}]}"
            },
        }) {
            HttpResponse<String> refused = officer.enginePost(call[0], call[1]);
            assertThat(refused.statusCode()).as(call[1]).isEqualTo(403);
            assertThat(json(refused).get("message").asText()).isEqualTo(REFUSED);
        }
    }

    @Test
    void people_are_not_looked_up_through_the_engine() {
        SignedIn officer = as(OFFICER);
        for (String path : List.of(
                "/user",
                "/user/",
                "/user/count",
                "/%75ser",
                "/user?id=ledamot-ks",
                "/user?id=lsa-grundskola",
                "/user?idIn=sob-1,ledamot-ks",
                "/user?idIn=sob-1&memberOfGroup=official",
                "/user?memberOfGroup=official",
                "/user?memberOfGroup=lsa",
                "/user/ledamot-ks",
                "/user/sob-1/other/profile",
                "/user/sob-1/profile",
                "/user/lsa-grundskola-ersattare/profile",
                "/user/ledamot-ks/profile",
                "/identity/groups?userId=sob-1",
                "/identity/groups?userId=lsa-grundskola")) {
            assertThat(officer.engineGet(path).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(officer.engineGet("/user/lsa-grundskola/profile").statusCode())
                .isEqualTo(200);
    }

    // --- forms

    @Test
    void a_form_shows_the_case_to_its_officers_and_logs_the_reading() {
        String number = report(
                        "ledamot-ks",
                        AReport.about("GRUNDSKOLENAMNDEN")
                                .kind(Kind.THREAT)
                                .saying("Någon skrev {{ 1 + 1 }} <b>här</b>"))
                .caseNumber();
        complete(OFFICER, number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Samtal.");
        String task = task(number, "userTask_assessIncident").getId();
        assertThat(readLog.hasReadSince(number, COLLEAGUE, clock.instant())).isFalse();

        HttpResponse<String> served = as(COLLEAGUE).engineGet("/task/" + task + "/deployed-form?noCache=1");

        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode form = json(served);
        assertThat(component(form, "text_caseSummary").get("text").asText())
                .contains(number, "Någon skrev")
                .doesNotContain("{{", "<b>");
        assertThat(component(form, "text_recommendation").get("text").asText()).contains("Förhöjd");
        assertThat(component(form, "field_measures").get("values"))
                .extracting(value -> value.get("value").asText())
                .contains("HEMLARM");
        assertThat(readLog.hasReadSince(number, COLLEAGUE, clock.instant())).isTrue();
        assertThat(as(COLLEAGUE)
                        .engineGet("/task/" + task + "/form-variables?deserializeValues=false")
                        .body())
                .isEqualTo("{}");
    }

    @Test
    void the_reports_form_has_its_choices() {
        SignedIn official = as("ledamot-ks");
        String definition = json(official.engineGet("/process-definition?latest=true&startablePermissionCheck=true"))
                .findValue("id")
                .asText();
        for (String which : List.of("key/incidentHandling", definition, definition.replace(":", "%3A"))) {
            JsonNode form = json(official.engineGet("/process-definition/" + which + "/deployed-start-form"));
            assertThat(component(form, "field_exposed").get("values"))
                    .extracting(value -> value.get("label").asText())
                    .contains("Jag själv");
            assertThat(component(form, "field_unit").get("values"))
                    .extracting(value -> value.get("label").asText())
                    .contains("Grundskolenämnden");
        }
    }

    @Test
    void a_task_leads_to_its_case() {
        String number = contactTask();
        HttpResponse<String> way = as(OFFICER).get("/uppgifter/" + taskId(number) + "/arende");
        assertThat(way.statusCode()).isEqualTo(302);
        assertThat(way.headers().firstValue("Location").orElseThrow()).endsWith("/arenden/" + number + "?inbaddad");
    }

    // --- the gate

    @Test
    void comments_have_a_sentence_of_their_own() {
        String task = taskId(contactTask());
        for (String path : List.of("/task/" + task + "/comment/create", "/task/" + task + "/attachment/create")) {
            HttpResponse<String> refused = as(OFFICER).enginePost(path, "{\"message\": \"Hon är rädd.\"}");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(json(refused).get("message").asText()).startsWith("Skriv inte kommentarer på uppgiften.");
        }
    }

    @Test
    void every_other_way_of_writing_is_shut_to_everyone() {
        String number = contactTask();
        String task = taskId(number);
        String instance = instance(number, "firstContact").getId();
        String definition = instance(number, "incidentHandling").getProcessDefinitionId();
        List<String[]> calls = new ArrayList<>();
        for (String line : SHUT.lines().toList()) {
            String[] call = line.strip().split(" ", 2);
            calls.add(new String[] {
                call[0],
                call[1].replace("{task}", task).replace("{instance}", instance).replace("{definition}", definition)
            });
        }
        assertThat(calls).hasSizeGreaterThan(100);
        for (String person :
                List.of("ledamot-ks", OFFICER, OTHER_UNIT, "sob-1", "jour", "parti-a", "processagare", "admin")) {
            SignedIn browser = as(person);
            for (String[] call : calls) {
                String path = call[1].startsWith("/camunda/") ? call[1] : ENGINE + call[1];
                HttpResponse<String> answer = browser.send(call[0], path, "{}", "application/json");
                assertThat(answer.statusCode())
                        .as(person + ": " + call[0] + " " + call[1] + " " + answer.body())
                        .isIn(400, 403);
                assertThat(answer.body()).doesNotContain("ENGINE-", "Exception");
            }
        }
        assertThat(openTasks(number)).contains("userTask_contactExposed");
        assertThat(instances(number)).isNotEmpty();
    }

    @Test
    void only_a_process_owner_lets_a_job_try_again_and_moves_no_deadline() {
        String number = contactTask();
        Job job = job(number, "boundaryEvent_contactOverdue");
        String path = ENGINE + "/job/" + job.getId() + "/retries";
        assertThat(as(OFFICER)
                        .send("PUT", path, "{\"retries\": 1}", "application/json")
                        .statusCode())
                .isEqualTo(403);
        SignedIn owner = as("processagare");
        assertThat(owner.send("PUT", path, "{\"retries\": 0}", "application/json")
                        .statusCode())
                .isEqualTo(403);
        assertThat(owner.send("PUT", path, "{\"retries\": 1, \"dueDate\": null}", "application/json")
                        .statusCode())
                .isEqualTo(403);
        assertThat(owner.send("PUT", path, "{\"retries\": 1}", "application/json")
                        .statusCode())
                .isEqualTo(204);
        assertThat(job(number, "boundaryEvent_contactOverdue").getDuedate()).isEqualTo(job.getDuedate());
    }

    @Test
    void a_decision_table_that_could_reach_the_case_files_is_refused_whatever_part_of_it_asks() {
        String table =
                new String(resource("processes/follow-up-interval.dmn"), java.nio.charset.StandardCharsets.UTF_8);
        String reach = "\\${jdbcClient.sql('SELECT count(*) FROM varna.person').query().singleValue()}";
        for (String language : List.of("juel", "javascript", "groovy")) {
            for (String part : List.of("inputExpression", "inputEntry", "outputEntry")) {
                String reaching = table.replaceFirst(
                        "(?s)<" + part + "( [^>]*)?>\\s*<text>.*?</text>",
                        "<" + part + "$1 expressionLanguage=\"" + language + "\"><text>" + reach + "</text>");
                assertThat(reaching).isNotEqualTo(table);
                HttpResponse<String> refused = deployed("admin", "follow-up-interval.dmn", reaching);
                assertThat(refused.statusCode()).as(language + " " + part).isEqualTo(400);
                assertThat(refused.body()).contains("Skriv den i FEEL");
            }
        }
    }

    @Test
    void only_the_administrator_deploys_and_only_decision_tables() {
        String table =
                new String(resource("processes/follow-up-interval.dmn"), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(deploy("admin", "follow-up-interval.bpmn", table)).isEqualTo(403);
        assertThat(deploy("admin", "x.dmn\"; filename*=UTF-8''x.bpmn", table)).isEqualTo(403);
        assertThat(deploy("processagare", "follow-up-interval.dmn", table)).isEqualTo(403);
        assertThat(deploy(OFFICER, "follow-up-interval.dmn", table)).isEqualTo(403);
        assertThat(deploy("admin", "follow-up-interval.dmn", table)).isEqualTo(200);
    }

    @Test
    void a_list_of_tasks_evaluates_no_expression_that_its_reader_sends() {
        SignedIn officer = as(OFFICER);
        String filter = json(officer.engineGet("/filter")).get(0).get("id").asText();
        assertThat(officer.enginePost("/filter/" + filter + "/list", "{}").statusCode())
                .isEqualTo(200);
        for (String field :
                List.of("assigneeExpression", "dueBeforeExpression", "processInstanceBusinessKeyExpression")) {
            for (String call : List.of("/list", "/count")) {
                HttpResponse<String> refused =
                        officer.enginePost("/filter/" + filter + call, "{\"" + field + "\": \"${currentUser()}\"}");
                assertThat(refused.statusCode()).as(field + call).isGreaterThanOrEqualTo(400);
            }
        }
    }

    @Test
    void the_engine_has_no_other_door() {
        SignedIn official = as("ledamot-ks");
        assertThat(official.get("/engine-rest/engine").statusCode()).isEqualTo(404);
        assertThat(official.get("/engine-rest/task").statusCode()).isEqualTo(404);
        assertThat(official.get("/camunda/").headers().firstValue("Location").orElse(""))
                .endsWith("/");
    }

    // --- helpers

    private static void claim(SignedIn browser, String task, String person) {
        HttpResponse<String> answer =
                browser.enginePost("/task/" + task + "/claim", "{\"userId\": \"" + person + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private SignedIn as(String person) {
        return SignedIn.as(person, port);
    }

    private String contactTask() {
        return report("ledamot-ks", AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT))
                .caseNumber();
    }

    private String taskId(String number) {
        return task(number, "userTask_contactExposed").getId();
    }

    private int deploy(String person, String file, String content) {
        return deployed(person, file, content).statusCode();
    }

    private HttpResponse<String> deployed(String person, String file, String content) {
        String body = "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nprov\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + file + "\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + content + "\r\n--x--\r\n";
        return as(person).send("POST", ENGINE + "/deployment/create", body, "multipart/form-data; boundary=x");
    }

    private static byte[] resource(String path) {
        try (var in = EngineApiTest.class.getClassLoader().getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode component(JsonNode form, String id) {
        for (JsonNode component : form.get("components")) {
            if (id.equals(component.path("id").asText())) {
                return component;
            }
        }
        throw new AssertionError("no component " + id);
    }

    private static final String SHUT =
            """
            POST /task/create
            PUT /task/{task}/
            PUT /task/{task}
            DELETE /task/{task}
            POST /task/{task}/delegate
            POST /task/{task}/resolve
            POST /task/{task}/assignee
            POST /task/{task}/assignee/
            POST /task/{task}/identity-links
            POST /task/{task}/identity-links/delete
            POST /task/{task}/bpmnError
            POST /task/{task}/bpmnEscalation
            POST /task/{task}/comment/create
            PUT /task/{task}/comment
            DELETE /task/{task}/comment
            DELETE /task/{task}/comment/1
            POST /task/{task}/attachment/create
            DELETE /task/{task}/attachment/1
            PUT /task/{task}/variables/level
            POST /task/{task}/variables
            POST /task/{task}/variables/level/data
            DELETE /task/{task}/variables/level
            PUT /task/{task}/localVariables/level
            POST /task/{task}/localVariables
            DELETE /task/{task}/localVariables/level
            POST /task/{task}/complete/
            POST /task/{task}//complete
            POST /task/{task}/complete;x=y
            POST /task/{task}/%63omplete
            POST /task/{task}/Complete
            POST /task/x%2F..%2F{task}/complete
            POST /task/../task/{task}/complete
            PATCH /task/{task}/complete
            POST /task/{task}?_method=DELETE
            POST /process-definition/key/firstContact/start
            POST /process-definition/key/sendMessage/start
            POST /process-definition/key/newInformation/submit-form
            POST /process-definition/key/incidentHandling/tenant-id/x/start
            POST /process-definition/{definition}/restart
            POST /process-definition/{definition}/restart-async
            PUT /process-definition/{definition}/suspended
            PUT /process-definition/{definition}/history-time-to-live
            PUT /process-definition/key/incidentHandling/suspended
            PUT /process-definition/suspended
            DELETE /process-definition/{definition}
            DELETE /process-definition/key/incidentHandling
            DELETE /process-definition/key/incidentHandling/delete
            DELETE /process-instance/{instance}
            POST /process-instance/delete
            POST /process-instance/delete-historic-query-based
            POST /process-instance/job-retries
            POST /process-instance/job-retries-historic-query-based
            POST /process-instance/variables-async
            POST /process-instance/message-async
            PUT /process-instance/suspended
            POST /process-instance/suspended-async
            PUT /process-instance/{instance}/suspended
            POST /process-instance/{instance}/modification
            POST /process-instance/{instance}/modification-async
            POST /process-instance/{instance}/variables
            PUT /process-instance/{instance}/variables/level
            POST /process-instance/{instance}/variables/level/data
            DELETE /process-instance/{instance}/variables/level
            POST /process-instance/{instance}/comment/create
            PUT /process-instance/{instance}/comment
            DELETE /process-instance/{instance}/comment
            POST /execution/{instance}/signal
            POST /execution/{instance}/messageSubscriptions/NewInformation/trigger
            POST /execution/{instance}/create-incident
            PUT /execution/{instance}/localVariables/level
            POST /execution/{instance}/localVariables
            DELETE /execution/{instance}/localVariables/level
            POST /message
            POST /signal
            POST /condition
            POST /migration/generate
            POST /migration/validate
            POST /migration/execute
            POST /migration/executeAsync
            POST /modification/execute
            POST /modification/executeAsync
            PUT /job/1/retries
            POST /job/1/execute
            POST /job/retries
            PUT /job/1/duedate
            POST /job/1/duedate/recalculate
            PUT /job/1/suspended
            PUT /job/1/priority
            PUT /job/suspended
            DELETE /job/1
            PUT /job-definition/1/retries
            PUT /job-definition/1/suspended
            PUT /job-definition/1/jobPriority
            PUT /job-definition/suspended
            DELETE /incident/1
            PUT /incident/1/annotation
            DELETE /incident/1/annotation
            POST /external-task/fetchAndLock
            POST /external-task/1/complete
            POST /external-task/1/failure
            POST /external-task/1/bpmnError
            POST /external-task/1/unlock
            PUT /external-task/1/retries
            PUT /external-task/retries
            POST /external-task/retries-async
            POST /filter/create
            PUT /filter/1
            DELETE /filter/1
            POST /decision-definition/key/responsibility/evaluate
            POST /decision-definition/key/threatLevel/evaluate
            PUT /decision-definition/key/threatLevel/history-time-to-live
            POST /deployment/create
            POST /deployment/1/redeploy
            DELETE /deployment/1
            POST /authorization/create
            PUT /authorization/1
            DELETE /authorization/1
            POST /user/create
            DELETE /user/sob-1
            PUT /user/sob-1/profile
            PUT /user/sob-1/credentials
            POST /user/sob-1/unlock
            POST /group
            POST /group/create
            PUT /group/lsa
            DELETE /group/lsa
            PUT /group/lsa/members/ledamot-ks
            DELETE /group/lsa/members/sob-1
            POST /tenant/create
            PUT /tenant/x/user-members/sob-1
            POST /identity/verify
            POST /identity/password-policy
            PUT /batch/1/suspended
            DELETE /batch/1
            POST /history/process-instance/delete
            POST /history/process-instance/set-removal-time
            DELETE /history/process-instance/{instance}
            DELETE /history/process-instance/{instance}/variable-instances
            DELETE /history/variable-instance/1
            POST /history/decision-instance/delete
            POST /history/decision-instance/set-removal-time
            POST /history/batch/set-removal-time
            DELETE /history/batch/1
            POST /history/cleanup
            PUT /history/user-operation/1/set-annotation
            PUT /history/user-operation/1/clear-annotation
            POST /case-definition/key/x/create
            POST /case-execution/1/complete
            POST /case-instance/1/complete
            POST /telemetry/configuration
            DELETE /metrics/task-worker
            POST /camunda/api/engine/task/{task}/complete
            POST /camunda/api/admin/setup/default/user/create
            POST /camunda/api/admin/auth/user/default/login/tasklist
            POST /camunda/api/cockpit/plugin/base/default/anything
            POST /camunda/api/tasklist/plugin/tasklistPlugins/default/anything
            DELETE /camunda/api/admin/plugin/adminPlugins/default/metrics
            """;
}
