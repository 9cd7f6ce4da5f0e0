package se.varna.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.varna.web.SignedIn.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.varna.VarnaTest;
import se.varna.consultation.Consultations;

/** What the former owner's people lose in the engine at the moment when another takes the case over. */
class EngineTakeoverTest extends VarnaTest {

    private static final String OFFICER = "lsa-grundskola";
    private static final String DEPUTY = "lsa-grundskola-ersattare";
    private static final String UNIT = "lsa-GRUNDSKOLENAMNDEN";
    private static final String NEW_OWNER = "sob-1";
    private static final String NO_TASK = "00000000-e7d3-11f1-a3e7-02fc00000001";

    @Autowired
    Consultations consultations;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_former_owners_people_have_nothing_left_also_of_what_they_had_claimed() {
        String number = caseInFollowUp(newMember("GRUNDSKOLENAMNDEN"), "GRUNDSKOLENAMNDEN", OFFICER, "HIGH");
        List<String> tasks = openTaskIds(number);
        SignedIn officer = SignedIn.as(OFFICER, port);
        for (String task : tasks) {
            HttpResponse<String> claimed =
                    officer.enginePost("/task/" + task + "/claim", "{\"userId\": \"" + OFFICER + "\"}");
            assertThat(claimed.statusCode()).isEqualTo(204);
        }
        assertThat(tasks).hasSizeGreaterThan(1);
        assertThat(json(officer.engineGet(listOf(number)))).hasSameSizeAs(tasks);

        consultations.propose(
                number, new Consultations.Proposal("Frågan har gått till kommunstyrelsen.", false, null), OFFICER);
        Object[] statement = {"statement", "Vi har pratat.", "nothing", true, "secrecyGround", "CONSENT", "signed", true
        };
        complete(OFFICER, number, "userTask_stateConsultation", statement);
        assertThat(json(officer.engineGet(listOf(number))))
                .as("before both have signed")
                .hasSameSizeAs(tasks);
        Object[] answer = {"consultationAnswer", "ACCEPT", "reason", "Vi tar över.", "signed", true};
        complete(NEW_OWNER, number, "userTask_decideConsultation", answer);

        for (String person : List.of(OFFICER, DEPUTY)) {
            SignedIn former = SignedIn.as(person, port);
            seesNone(former, number);
            for (String task : tasks) {
                hasLost(former, person, task);
            }
        }
        assertThat(openTaskIds(number)).containsAll(tasks);
        assertThat(rows(
                        "SELECT count(*) FROM engine.act_ru_authorization WHERE resource_id_ IN (:ids) "
                                + "AND (group_id_ IS DISTINCT FROM 'sob' OR user_id_ IS NOT NULL)",
                        tasks))
                .isZero();
        assertThat(rows(
                        "SELECT count(*) FROM engine.act_ru_identitylink WHERE task_id_ IN (:ids) "
                                + "AND (group_id_ IS DISTINCT FROM 'sob' OR user_id_ IS NOT NULL)",
                        tasks))
                .isZero();
        assertThat(rows(
                        "SELECT count(*) FROM engine.act_ru_task WHERE id_ IN (:ids) "
                                + "AND (assignee_ IS NOT NULL OR owner_ IS NOT NULL)",
                        tasks))
                .isZero();
        // History remembers that the unit had them, and answers nobody.
        assertThat(rows(
                        "SELECT count(*) FROM engine.act_hi_identitylink WHERE task_id_ IN (:ids) "
                                + "AND group_id_ = '" + UNIT + "'",
                        tasks))
                .isPositive();

        SignedIn owner = SignedIn.as(NEW_OWNER, port);
        assertThat(json(owner.engineGet(listOf(number)))).hasSameSizeAs(tasks);
        assertThat(owner.enginePost("/task/" + tasks.get(0) + "/claim", "{\"userId\": \"" + NEW_OWNER + "\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    private void seesNone(SignedIn former, String number) {
        assertThat(former.engineGet(listOf(number)).body()).isEqualTo("[]");
        String filter = engine.getFilterService()
                .createTaskFilterQuery()
                .filterName("Min enhets uppgifter")
                .singleResult()
                .getId();
        String mark = "{\"processInstanceBusinessKey\": \"" + number + "\"}";
        assertThat(former.enginePost("/filter/" + filter + "/list", mark).body())
                .isEqualTo("[]");
        assertThat(former.enginePost("/filter/" + filter + "/count", mark).body())
                .isEqualTo("{\"count\":0}");
        assertThat(former.engineGet("/history/identity-link-log?groupId=" + UNIT)
                        .statusCode())
                .isEqualTo(404);
    }

    private static void hasLost(SignedIn former, String person, String task) {
        for (String part : List.of("", "/form", "/deployed-form", "/form-variables", "/identity-links", "/variables")) {
            HttpResponse<String> theirs = former.engineGet("/task/" + task + part);
            HttpResponse<String> nobodys = former.engineGet("/task/" + NO_TASK + part);
            assertThat(theirs.statusCode()).as(part).isEqualTo(404);
            assertThat(theirs.body()).as(part).isEqualTo(nobodys.body());
        }
        Map<String, String> calls = Map.of(
                "/claim", "{\"userId\": \"" + person + "\"}",
                "/unclaim", "{}",
                "/assignee", "{\"userId\": null}",
                "/complete", "{\"variables\": {\"followUpOutcome\": {\"value\": \"CONTINUE\"}}}",
                "/submit-form", "{\"variables\": {}}");
        calls.forEach((call, body) -> {
            HttpResponse<String> theirs = former.enginePost("/task/" + task + call, body);
            HttpResponse<String> nobodys = former.enginePost("/task/" + NO_TASK + call, body);
            assertThat(theirs.statusCode()).as(call).isEqualTo(404);
            assertThat(theirs.body()).as(call).isEqualTo(nobodys.body());
        });
    }

    private List<String> openTaskIds(String number) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .map(Task::getId)
                .toList();
    }

    private static String listOf(String number) {
        return "/task?processInstanceBusinessKey=" + number;
    }

    private long rows(String sql, List<String> ids) {
        return jdbc.sql(sql).param("ids", ids).query(Long.class).single();
    }
}
