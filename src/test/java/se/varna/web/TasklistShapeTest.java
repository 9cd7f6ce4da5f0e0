package se.varna.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.varna.web.SignedIn.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.Kind;

/** What Tasklist is served with: our configuration in place of its own, its texts in Swedish, one list of tasks. */
class TasklistShapeTest extends VarnaTest {

    private static final String TASKLIST = "/camunda/app/tasklist/";
    private static final String FILES = "META-INF/resources/webjars/camunda/app/tasklist/";

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("tasklistFilter")
    InitializingBean tasklistFilter;

    @Test
    void our_files_stand_in_the_place_of_tasklists_own() {
        SignedIn officer = SignedIn.as("lsa-grundskola", port);
        assertThat(officer.get(TASKLIST + "scripts/config.js").body()).contains("vendor: 'Värna'", "varna/arende");
        assertThat(officer.get(TASKLIST + "styles/user-styles.css").body()).contains(".ce-eol-banner");
        for (String file : List.of("varna/session.js", "varna/swedish.js", "varna/arende.js", "locales/sv.json")) {
            assertThat(officer.get(TASKLIST + file).statusCode()).as(file).isEqualTo(200);
        }
    }

    @Test
    void every_text_of_tasklist_is_there_in_swedish() throws IOException {
        JsonNode english = read("locales/en.json");
        JsonNode swedish = read("locales/sv.json");
        assertThat(keys(swedish, "")).isEqualTo(keys(english, ""));
        List<String> otherPlaces = new ArrayList<>();
        english.get("labels").properties().forEach(text -> {
            String translated = swedish.get("labels").get(text.getKey()).asText();
            if (!places(text.getValue().asText()).containsAll(places(translated))) {
                otherPlaces.add(text.getKey());
            }
        });
        assertThat(otherPlaces)
                .as("texts with a {{place}} that the English has not")
                .isEmpty();
    }

    @Test
    void there_is_one_list_of_tasks_however_often_the_application_starts() throws Exception {
        tasklistFilter.afterPropertiesSet();
        tasklistFilter.afterPropertiesSet();
        List<Filter> filters = engine.getFilterService().createTaskFilterQuery().list();
        assertThat(filters).extracting(Filter::getName).containsExactly("Mina och min enhets uppgifter");
        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceId(filters.get(0).getId())
                        .count())
                .isEqualTo(4);
    }

    @Test
    void the_list_shows_the_units_tasks_to_its_officers_and_is_not_there_for_officials() {
        String number = report("ledamot-ks", AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT))
                .caseNumber();
        String filter =
                engine.getFilterService().createTaskFilterQuery().singleResult().getId();
        String list = "/filter/" + filter + "/list";
        String thisCase = "{\"processInstanceBusinessKey\": \"" + number + "\"}";
        assertThat(json(SignedIn.as("lsa-grundskola", port).enginePost(list, thisCase)))
                .hasSize(1);
        // Claimed by the officer, it is still there for the deputy.
        engine.getTaskService()
                .setAssignee(task(number, "userTask_contactExposed").getId(), "lsa-grundskola");
        assertThat(json(SignedIn.as("lsa-grundskola-ersattare", port).enginePost(list, thisCase)))
                .hasSize(1);
        assertThat(json(SignedIn.as("lsa-liseberg", port).enginePost(list, thisCase)))
                .isEmpty();
        assertThat(SignedIn.as("ledamot-ks", port).enginePost(list, thisCase).statusCode())
                .isEqualTo(403);
        assertThat(SignedIn.as("lsa-grundskola", port)
                        .enginePost(list, "{\"assigneeExpression\": \"${currentUser()}\"}")
                        .statusCode())
                .as("an expression of one's own")
                .isBetween(400, 500);
    }

    private static JsonNode read(String file) throws IOException {
        try (InputStream in = TasklistShapeTest.class.getClassLoader().getResourceAsStream(FILES + file)) {
            // Camunda's own files begin with a byte order mark.
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
            return new ObjectMapper().readTree(text);
        }
    }

    private static TreeSet<String> keys(JsonNode node, String path) {
        TreeSet<String> keys = new TreeSet<>();
        if (node.isObject()) {
            node.properties().forEach(entry -> keys.addAll(keys(entry.getValue(), path + "/" + entry.getKey())));
        } else {
            keys.add(path + (node.isArray() ? "[" + node.size() + "]" : ""));
        }
        return keys;
    }

    private static List<String> places(String text) {
        return java.util.regex.Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}")
                .matcher(text)
                .results()
                .map(place -> place.group(1))
                .toList();
    }
}
