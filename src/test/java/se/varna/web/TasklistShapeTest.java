package se.varna.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.varna.web.SignedIn.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.Kind;
import se.varna.directory.Groups;

/** What Tasklist is served with: our configuration in place of its own, our lists of tasks, and what stands on their cards. */
class TasklistShapeTest extends VarnaTest {

    private static final String TASKLIST = "/camunda/app/tasklist/";
    private static final String UNIT = "Min enhets uppgifter";

    @Autowired
    @Qualifier("tasklistFilters")
    InitializingBean tasklistFilters;

    @Test
    void our_files_stand_in_the_place_of_tasklists_own() {
        SignedIn officer = SignedIn.as("lsa-grundskola", port);
        assertThat(officer.get(TASKLIST + "scripts/config.js").body()).contains("webapp('Uppgifter')", "varna/arende");
        assertThat(officer.get(TASKLIST + "styles/user-styles.css").body()).contains("varna/webapp.css");
        for (String file : List.of("varna/session.js", "varna/webapp.css", "varna/arende.js", "locales/sv.json")) {
            assertThat(officer.get(TASKLIST + file).statusCode()).as(file).isEqualTo(200);
        }
    }

    @Test
    void the_webapps_have_the_citys_name_and_logo() {
        SignedIn officer = SignedIn.as("lsa-grundskola", port);
        assertThat(json(officer.get("/webbapp")).path("name").asText()).isEqualTo("Värna");
        assertThat(officer.get(TASKLIST + "varna/webapp.css").body()).contains("img/logotyp");
        assertThat(officer.get("/img/logotyp").statusCode()).isEqualTo(200);
    }

    @Test
    void only_administrators_are_told_of_the_engines_end() {
        assertThat(json(SignedIn.as("admin", port).get("/webbapp")).path("administrator"))
                .isEqualTo(BooleanNode.TRUE);
        for (String person : List.of("lsa-grundskola", "sob-1", "processagare", "ledamot-ks")) {
            assertThat(json(SignedIn.as(person, port).get("/webbapp")).path("administrator"))
                    .as(person)
                    .isEqualTo(BooleanNode.FALSE);
        }
    }

    @Test
    void the_lists_are_the_shipped_ones_however_often_the_application_starts() throws Exception {
        Filter strange = engine.getFilterService().newTaskFilter("Någons eget");
        engine.getFilterService().saveFilter(strange);
        tasklistFilters.afterPropertiesSet();
        tasklistFilters.afterPropertiesSet();
        List<Filter> filters = engine.getFilterService().createTaskFilterQuery().list();
        assertThat(filters)
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder(UNIT, "Mina uppgifter", "Akuta", "Förfallna", "I dag");
        assertThat(filters).allSatisfy(filter -> assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceId(filter.getId())
                        .list())
                .extracting(Authorization::getGroupId)
                .containsExactlyInAnyOrderElementsOf(Groups.OF_OFFICERS));
        assertThat(json(SignedIn.as("lsa-grundskola", port).engineGet("/filter")))
                .hasSize(5);
    }

    @Test
    void the_units_tasks_are_there_for_its_officers_and_not_for_others() {
        String number = report("ledamot-ks", AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT))
                .caseNumber();
        assertThat(listed("lsa-grundskola", UNIT, number)).hasSize(1);
        assertThat(listed("lsa-grundskola", "Mina uppgifter", number)).isEmpty();
        // Claimed by the officer, it is still there for the deputy.
        engine.getTaskService()
                .setAssignee(task(number, "userTask_contactExposed").getId(), "lsa-grundskola");
        assertThat(listed("lsa-grundskola", "Mina uppgifter", number)).hasSize(1);
        assertThat(listed("lsa-grundskola-ersattare", UNIT, number)).hasSize(1);
        assertThat(listed("lsa-grundskola-ersattare", "Mina uppgifter", number)).isEmpty();
        assertThat(listed("lsa-liseberg", UNIT, number)).isEmpty();

        String filter = filter(UNIT);
        assertThat(SignedIn.as("ledamot-ks", port)
                        .enginePost("/filter/" + filter + "/list", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(SignedIn.as("lsa-grundskola", port)
                        .enginePost("/filter/" + filter + "/list", "{\"assigneeExpression\": \"${currentUser()}\"}")
                        .statusCode())
                .as("an expression of one's own")
                .isBetween(400, 500);
    }

    @Test
    void what_is_overdue_and_what_is_for_today_follow_the_swedish_clock() {
        String number = report("ledamot-ks", AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT))
                .caseNumber();
        String task = task(number, "userTask_contactExposed").getId();
        due(task, "2026-11-24T00:00");
        assertThat(listed("lsa-grundskola", "I dag", number)).hasSize(1);
        assertThat(listed("lsa-grundskola", "Förfallna", number)).hasSize(1);
        due(task, "2026-11-24T23:30");
        assertThat(listed("lsa-grundskola", "I dag", number)).hasSize(1);
        assertThat(listed("lsa-grundskola", "Förfallna", number)).isEmpty();
        for (String another : List.of("2026-11-23T23:30", "2026-11-25T00:00")) {
            due(task, another);
            assertThat(listed("lsa-grundskola", "I dag", number)).as(another).isEmpty();
        }
    }

    @Test
    void each_task_of_a_case_that_becomes_acute_is_among_the_acute_ones() {
        String number = caseInFollowUp("ledamot-ks", "GRUNDSKOLENAMNDEN", "lsa-grundskola", "HIGH");
        assertThat(listed("lsa-grundskola", "Akuta", number)).isEmpty();
        followUp("lsa-grundskola", number, "REASSESS");
        complete(
                "lsa-grundskola",
                number,
                "userTask_assessIncident",
                "level",
                "ACUTE",
                "reason",
                "Han står utanför huset.");
        // The question about the police was there before.
        assertThat(listed("lsa-grundskola", "Akuta", number))
                .extracting(task -> task.path("taskDefinitionKey").asText())
                .containsExactlyInAnyOrder("userTask_advisePoliceReport", "userTask_followUp");
    }

    @Test
    void a_card_tells_by_when_how_serious_and_which_case() {
        String number =
                report("ledamot-ks", AReport.about("GRUNDSKOLENAMNDEN").acute()).caseNumber();
        String card = "/uppgifter/" + task(number, "userTask_contactExposed").getId() + "/kort";
        JsonNode soon = json(SignedIn.as("lsa-grundskola", port).get(card));
        assertThat(soon.path("number").asText()).isEqualTo(number);
        assertThat(soon.path("level").asText()).isEqualTo("Akut");
        assertThat(soon.path("acute").asBoolean()).isTrue();
        assertThat(soon.path("due").asText()).isEqualTo("om 15 min, kl. 10.15");
        assertThat(soon.path("moment").asText()).isEqualTo("tisdag 24 november 2026 kl. 10.15");
        assertThat(soon.path("overdue").asBoolean()).isFalse();

        clock.advance(Duration.ofHours(3));
        JsonNode late = json(SignedIn.as("lsa-grundskola", port).get(card));
        assertThat(late.path("due").asText()).isEqualTo("försenad 2 tim");
        assertThat(late.path("overdue").asBoolean()).isTrue();
    }

    @Test
    void a_card_tells_which_of_several_measures_it_is_about() {
        String number = caseInAssessment("ledamot-ks", "GRUNDSKOLENAMNDEN", "lsa-grundskola");
        complete(
                "lsa-grundskola",
                number,
                "userTask_assessIncident",
                "level",
                "HIGH",
                "reason",
                "Adressen är spridd.",
                "measures",
                List.of("HEMLARM", "ESKORT"));
        SignedIn officer = SignedIn.as("lsa-grundskola", port);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .taskDefinitionKey("userTask_decideMeasure")
                        .list())
                .extracting(task -> json(officer.get("/uppgifter/" + task.getId() + "/kort"))
                        .path("about")
                        .asText())
                .containsExactlyInAnyOrder("Hemlarm", "Eskort till och från möten");
    }

    private void due(String task, String moment) {
        engine.getTaskService().setDueDate(task, Date.from(swedish(moment)));
    }

    private JsonNode listed(String person, String list, String number) {
        return json(SignedIn.as(person, port)
                .enginePost(
                        "/filter/" + filter(list) + "/list", "{\"processInstanceBusinessKey\": \"" + number + "\"}"));
    }

    private String filter(String name) {
        return engine.getFilterService()
                .createTaskFilterQuery()
                .filterName(name)
                .singleResult()
                .getId();
    }
}
