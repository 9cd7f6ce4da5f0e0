package se.varna.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.varna.web.SignedIn.ENGINE;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.Kind;
import se.varna.web.EngineOperations.Operation;

/**
 * Each role goes through everything that the webapps' APIs offer against a case that is not theirs, with its ids in
 * hand, and finds nothing: no word of it, no number, no id, no count that has grown, and no answer that tells what
 * exists from what does not.
 */
class EngineAttackTest extends VarnaTest {

    private static final String CANARY = "sidensvans";
    private static final String OFFICER = "lsa-grundskola";
    private static final String EXPOSED = "ledamot-namnd";
    private static final List<String> OUTSIDERS =
            List.of("ledamot-kf", "lsa-liseberg", "sob-1", "jour", "parti-a", "parti-b", "admin");
    private static final String PROCESS_OWNER = "processagare";

    /** Ends the session, and is Spring Security's. */
    private static final String SIGN_OUT = "/camunda/api/admin/auth/user/{processEngineName}/logout";

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z-]+)}");
    private static final Pattern NONCE = Pattern.compile("nonce-[A-Za-z0-9_-]+");
    private static final String NOTHINGS_ID = "00000000-e7d3-11f1-a3e7-02fc00000001";

    /** What is the same for every case, and may be seen: the models. */
    private static final Pattern MODELS =
            Pattern.compile("(process|decision|decision-requirements)-definition(/key)?|deployment");

    private static final Map<String, SignedIn> BROWSERS = new HashMap<>();

    private static final Set<String> NO_SECRETS =
            Set.of("group", "resourceId", "deployment", "process-definition", "decision-definition", "job-definition");

    private static final Set<String> FLOW = Set.of(
            "process-instance", "job", "job-definition", "incident", "history/process-instance", "history/job-log");

    @Autowired
    JdbcClient jdbc;

    private Set<Operation> operations;

    private String number;
    private String instance;
    private String task;
    private String filter;
    /** The case's ids, by where in the API they belong. */
    private final Map<String, String> ids = new HashMap<>();

    private final Set<String> secrets = new TreeSet<>();

    @BeforeEach
    void everyOperation() {
        operations = EngineOperations.all();
        operations.removeIf(operation -> operation.path().equals(SIGN_OUT));
    }

    private void aCaseOfAnotherUnit() {
        number = report(
                        EXPOSED,
                        AReport.about("GRUNDSKOLENAMNDEN")
                                .kind(Kind.THREAT)
                                .saying(CANARY)
                                .reachAt(CANARY))
                .caseNumber();
        complete(OFFICER, number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", CANARY);
        Object[] assessment = {"level", "HIGH", "reason", CANARY, "measures", List.of("HEMLARM")};
        complete(OFFICER, number, "userTask_assessIncident", assessment);
        cases.addNote(number, OFFICER, CANARY);

        instance = newest(number, "followUp");
        task = task(number, "userTask_followUp").getId();
        as(OFFICER, () -> engine.getTaskService().claim(task, OFFICER));
        Job job = job(number, "boundaryEvent_followUpOverdue");
        collectIds(job);
    }

    @AfterEach
    void cleanUp() {
        engine.getFilterService().deleteFilter(filter);
        engine.getTaskService().deleteTaskComments(task);
        engine.getTaskService().deleteAttachment(ids.get("attachmentId"));
        engine.getManagementService().deleteBatch(ids.get("batch"), true);
    }

    // --- by id

    @Test
    void anothers_answers_as_what_does_not_exist_in_every_operation() {
        aCaseOfAnotherUnit();
        assertThat(operations).hasSizeGreaterThan(450);
        List<String> differing = new ArrayList<>();
        Stream.concat(OUTSIDERS.stream(), Stream.of(PROCESS_OWNER)).forEach(person -> {
            for (Operation operation : operations) {
                if (PLACE.matcher(withEngine(operation)).find() && !maySee(person, operation)) {
                    HttpResponse<String> anothers = send(person, operation, fill(operation, true));
                    HttpResponse<String> nothings = send(person, operation, fill(operation, false));
                    if (!whole(anothers).equals(whole(nothings))) {
                        differing.add(
                                person + ": " + operation + "\n    " + whole(anothers) + "\n    " + whole(nothings));
                    }
                    if (anothers.statusCode() < 400) {
                        differing.add(person + ": " + operation + " is done");
                    }
                    leak(person, anothers).forEach(word -> differing.add(person + ": " + operation + " tells " + word));
                }
            }
        });
        assertThat(differing).isEmpty();
    }

    // --- queries

    @Test
    void no_answer_to_any_query_changes_with_the_case() {
        Map<String, String> before = new TreeMap<>();
        OUTSIDERS.forEach(person -> before.putAll(answersToQueries(person)));
        aCaseOfAnotherUnit();
        Map<String, String> after = new TreeMap<>();
        OUTSIDERS.forEach(person -> after.putAll(answersToQueries(person)));
        assertThat(before).hasSizeGreaterThan(1000);
        assertThat(after).isEqualTo(before);
        assertThat(after.values()).noneMatch(answer -> secrets.stream().anyMatch(answer::contains));
    }

    @Test
    void no_query_with_the_cases_own_marks_finds_more_than_one_with_made_up_ones() {
        aCaseOfAnotherUnit();
        Map<String, String> marks = new LinkedHashMap<>();
        List.of("processInstanceBusinessKey", "processInstanceBusinessKeyLike", "businessKey")
                .forEach(name -> marks.put(name, number));
        List.of("processInstanceId", "processInstanceIdIn", "executionId").forEach(name -> marks.put(name, instance));
        List.of("taskId", "id").forEach(name -> marks.put(name, task));
        List.of("assignee", "taskAssignee", "userId").forEach(name -> marks.put(name, OFFICER));
        List.of("candidateGroup", "candidateGroups").forEach(name -> marks.put(name, "lsa-GRUNDSKOLENAMNDEN"));
        marks.put("incidentId", ids.get("incident"));
        marks.put("activityInstanceIdIn", ids.get("history/activity-instance"));

        String shipped = shippedFilter();
        List<String> differing = new ArrayList<>();
        int asked = 0;
        // One for each set of rules: the other officers pass where this one does.
        for (String person : List.of("ledamot-kf", "lsa-liseberg", "admin")) {
            List<Operation> open = new ArrayList<>(operations.stream()
                    .filter(operation -> withEngine(operation).startsWith(ENGINE))
                    .filter(operation -> !PLACE.matcher(withEngine(operation)).find())
                    .filter(operation ->
                            send(person, operation, withEngine(operation)).statusCode() < 400)
                    .toList());
            if (person.equals("lsa-liseberg")) {
                open.add(new Operation("POST", ENGINE + "/filter/" + shipped + "/list"));
                open.add(new Operation("POST", ENGINE + "/filter/" + shipped + "/count"));
            }
            for (Operation operation : open) {
                for (Map.Entry<String, String> mark : marks.entrySet()) {
                    List<String> real = ask(person, operation, mark.getKey(), mark.getValue());
                    List<String> madeUp = ask(
                            person,
                            operation,
                            mark.getKey(),
                            "0" + mark.getValue().substring(1));
                    asked += real.size();
                    if (!real.equals(madeUp)) {
                        differing.add(person + ": " + operation + " " + mark + "\n    " + real + "\n    " + madeUp);
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(300);
        assertThat(differing).isEmpty();
    }

    /** So that the attacks above are known to aim at something. */
    @Test
    void those_whose_case_it_is_find_it_in_the_same_ways() {
        aCaseOfAnotherUnit();
        SignedIn officer = browser(OFFICER);
        assertThat(officer.engineGet("/task?processInstanceBusinessKey=" + number)
                        .body())
                .contains(task);
        assertThat(officer.engineGet("/task/" + task).statusCode()).isEqualTo(200);
        assertThat(officer.engineGet("/task/" + task + "/deployed-form").body()).contains(CANARY);
        assertThat(officer.enginePost(
                                "/filter/" + shippedFilter() + "/list",
                                "{\"processInstanceBusinessKey\": \"" + number + "\"}")
                        .body())
                .contains(task);
        SignedIn owner = browser(PROCESS_OWNER);
        assertThat(owner.enginePost("/process-instance", "{\"businessKey\": \"" + number + "\"}")
                        .body())
                .contains(instance);
        assertThat(owner.engineGet("/job/" + ids.get("job")).statusCode()).isEqualTo(200);
        assertThat(owner.engineGet("/history/activity-instance?processInstanceId=" + instance)
                        .body())
                .contains("userTask_followUp");
    }

    // --- the process owner

    @Test
    void the_process_owner_sees_the_flow_and_neither_words_nor_people() {
        aCaseOfAnotherUnit();
        int seen = 0;
        List<String> told = new ArrayList<>();
        for (Operation operation : operations) {
            HttpResponse<String> answer = send(PROCESS_OWNER, operation, fill(operation, true));
            if (answer.statusCode() < 400) {
                seen++;
            }
            Stream.of(CANARY, OFFICER, EXPOSED)
                    .filter(answer.body()::contains)
                    .forEach(word -> told.add(operation + " tells " + word));
        }
        assertThat(seen).isGreaterThan(40);
        assertThat(told).isEmpty();
        for (String query : List.of("taskAssignee=" + OFFICER, "taskAssignee=" + EXPOSED)) {
            assertThat(browser(PROCESS_OWNER)
                            .engineGet("/history/activity-instance/count?" + query)
                            .body())
                    .isEqualTo("{\"count\":0}");
        }
        assertThat(browser(PROCESS_OWNER)
                        .engineGet("/task?processInstanceId=" + instance)
                        .body())
                .isEqualTo("[]");
    }

    // --- another spelling

    @Test
    void no_other_spelling_of_a_path_gets_past_or_breaks_anything() {
        aCaseOfAnotherUnit();
        String api = ENGINE;
        List<String> wrong = new ArrayList<>();
        for (String person : List.of("lsa-liseberg", OFFICER, PROCESS_OWNER, "admin")) {
            for (String path : List.of(
                    "/" + api + "/task/" + task,
                    "//" + api + "/task/" + task,
                    "/camunda//api/engine/engine/default/task/" + task,
                    "/camunda/api//engine/engine/default/task/" + task,
                    api + "//task/" + task,
                    api + "/task//" + task,
                    api + "/task/" + task + "/",
                    api + "/task/" + task + "//form",
                    api + "/task/" + task + "/variables;x=y",
                    api + ";x=y/task/" + task,
                    api + "/task/" + task + ";jsessionid=1",
                    api + "/./task/" + task,
                    api + "/x/../task/" + task,
                    api + "/task/%2e%2e/task/" + task,
                    api + "/task%2F" + task,
                    api + "/task%252F" + task,
                    api + "/task%5C" + task,
                    api + "/%74ask/" + task,
                    api + "/task/%" + Integer.toHexString(task.charAt(0)) + task.substring(1) + "/form",
                    api + "/TASK/" + task,
                    api + "/Task/" + task.toUpperCase(Locale.ROOT),
                    api + "/task/" + task + "%00",
                    api + "/task/" + task + "%0a",
                    api + "/task/" + task + "%20",
                    api + "/task/" + task + "%C3%A5",
                    api + "/task/" + task + ".json",
                    "/CAMUNDA/api/engine/engine/default/task/" + task,
                    "/camunda/API/engine/engine/default/task/" + task,
                    "/camunda/%61pi/engine/engine/default/task/" + task,
                    "/%63amunda/api/engine/engine/default/task/" + task,
                    "/camunda/api/engine/engine/DEFAULT/task/" + task,
                    "/camunda/api/engine/engine/other/task/" + task,
                    "/camunda/api/engine/task/" + task,
                    "/camunda/api/engine/default/task/" + task,
                    "/camunda/app/../api/engine/engine/default/process-instance/" + instance,
                    "/camunda/api/engine/engine/default/history/task?taskAssignee=" + OFFICER,
                    "/camunda/api",
                    "/camunda/api/",
                    "/camunda/api/engine",
                    "/camunda/api/nothing",
                    "/engine-rest",
                    "/engine-rest/",
                    "/engine-rest/engine/default/task/" + task,
                    "/engine-rest/task")) {
                HttpResponse<String> answer = browser(person).get(path);
                if (!Set.of(400, 404).contains(answer.statusCode())
                        || Stream.of(task, CANARY, "Exception", "ENGINE-").anyMatch(answer.body()::contains)) {
                    wrong.add(person + ": " + path + " " + answer.statusCode() + " " + answer.body());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_engine_has_no_door_for_strangers() {
        aCaseOfAnotherUnit();
        SignedIn stranger = SignedIn.nobody(port);
        for (String path : List.of("/engine-rest", "/engine-rest/task", "/camunda/app/tasklist/default/")) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(302);
        }
        for (Operation operation : operations) {
            HttpResponse<String> answer = stranger.send(operation.method(), fill(operation, true), null, null);
            assertThat(answer.statusCode()).as(operation.toString()).isEqualTo(401);
        }
    }

    // --- helpers

    private SignedIn browser(String person) {
        return BROWSERS.computeIfAbsent(person, someone -> SignedIn.as(someone, port));
    }

    /** What Tasklist would send, where it sends something. */
    private static String body(String person, Operation operation) {
        if (Set.of("GET", "OPTIONS").contains(operation.method())) {
            return null;
        }
        String call = operation.path().substring(operation.path().lastIndexOf('/'));
        return switch (call) {
            case "/claim" -> "{\"userId\": \"" + person + "\"}";
            case "/assignee" -> "{\"userId\": null}";
            default -> "{}";
        };
    }

    private HttpResponse<String> send(String person, Operation operation, String path) {
        return browser(person).send(operation.method(), path, body(person, operation), "application/json");
    }

    /** One answer in the query's string, or three in a body: alone, as an alternative, and sorted on a later page. */
    private List<String> ask(String person, Operation operation, String name, String value) {
        SignedIn browser = browser(person);
        if (!operation.method().equals("POST")) {
            String query = "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
            return List.of(whole(browser.send(operation.method(), withEngine(operation) + query, null, null)));
        }
        String field = "\"" + name + "\": "
                + (name.endsWith("s") || name.endsWith("In") ? "[\"" + value + "\"]" : "\"" + value + "\"");
        return Stream.of(
                        "{" + field + "}",
                        "{\"orQueries\": [{" + field + ", \"taskVariables\": []}]}",
                        "{" + field + ", \"sorting\": [{\"sortBy\": \"id\", \"sortOrder\": \"asc\"}]}")
                .map(body -> whole(browser.send(
                        "POST", withEngine(operation) + "?firstResult=0&maxResults=1", body, "application/json")))
                .toList();
    }

    private Map<String, String> answersToQueries(String person) {
        Map<String, String> answers = new TreeMap<>();
        for (Operation operation : operations) {
            String path = withEngine(operation);
            if (!PLACE.matcher(path).find()) {
                answers.put(person + " " + operation, whole(send(person, operation, path)));
            }
            if (path.matches(ENGINE + "/(task|process-definition)(/count)?")) {
                for (String further :
                        List.of("nameLike=F%25", "processVariables=level_eq_HIGH", "incidentType=failedJob")) {
                    answers.put(
                            person + " " + operation + further, whole(send(person, operation, path + "?" + further)));
                }
            }
        }
        return answers;
    }

    private static String whole(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        // The container's own: the time, and each hundredth call on a line is its last.
        headers.keySet().removeAll(Set.of("date", "connection"));
        return NONCE.matcher(answer.statusCode() + " " + headers + " " + answer.body())
                .replaceAll("nonce");
    }

    private List<String> leak(String person, HttpResponse<String> answer) {
        Stream<String> words = person.equals(PROCESS_OWNER) ? Stream.of(CANARY, OFFICER, EXPOSED) : secrets.stream();
        return words.filter(answer.body()::contains).toList();
    }

    private boolean maySee(String person, Operation operation) {
        String kind = kind(withEngine(operation));
        return switch (person) {
            case "admin" -> MODELS.matcher(kind).matches();
            case PROCESS_OWNER -> MODELS.matcher(kind).matches() || FLOW.contains(kind);
            default -> false;
        };
    }

    /** What comes before the first place: {@code history/task} in {@code …/history/task/{id}}. */
    private static String kind(String path) {
        String until = path.substring(0, Math.max(0, path.indexOf("/{")));
        return until.replaceFirst(".*/default/", "");
    }

    private static String withEngine(Operation operation) {
        return operation
                .path()
                .replaceAll("/engine/engine$", "/engine/engine/")
                .replaceAll("(?<=/engine/engine/|/auth/user/)\\{(name|processEngineName)}", "default")
                .replace("{engine}", "default")
                .replace("/static/{file}", "/static/app/plugin.js");
    }

    private String fill(Operation operation, boolean real) {
        String path = withEngine(operation);
        String kind = kind(path);
        return PLACE.matcher(path).replaceAll(place -> value(kind, place, real));
    }

    private String value(String kind, MatchResult place, boolean real) {
        String name = place.group(1);
        return switch (name) {
            case "id" -> real ? ids.getOrDefault(kind, instance) : made(kind);
            case "key" -> real ? "firstContact" : "firstContac";
            case "userId" -> real ? EXPOSED : "nobody";
            case "varId" -> "level";
            default -> real ? ids.getOrDefault(name, instance) : NOTHINGS_ID;
        };
    }

    private static String made(String kind) {
        if (kind.endsWith("-definition") && !kind.equals("job-definition")) {
            return "firstContact:1:" + NOTHINGS_ID;
        }
        return kind.equals("user") ? "nobody" : kind.equals("group") ? "lsa-NOWHERE" : NOTHINGS_ID;
    }

    private String shippedFilter() {
        return engine.getFilterService().createTaskFilterQuery().list().stream()
                .map(Filter::getId)
                .filter(id -> !id.equals(filter))
                .findFirst()
                .orElseThrow();
    }

    private void collectIds(Job job) {
        Filter own = engine.getFilterService()
                .newTaskFilter(CANARY)
                .setQuery(engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number));
        engine.getFilterService().saveFilter(own);
        filter = own.getId();
        engine.getManagementService().setJobRetries(job.getId(), 0);
        ids.put("filter", filter);
        ids.put("task", task);
        ids.put("execution", job.getExecutionId());
        ids.put("job", job.getId());
        ids.put("job-definition", job.getJobDefinitionId());
        ids.put(
                "commentId",
                engine.getTaskService().createComment(task, instance, CANARY).getId());
        ids.put(
                "attachmentId",
                engine.getTaskService()
                        .createAttachment(
                                "text",
                                task,
                                instance,
                                CANARY,
                                CANARY,
                                new ByteArrayInputStream(CANARY.getBytes(StandardCharsets.UTF_8)))
                        .getId());
        ids.put(
                "batch",
                engine.getManagementService()
                        .setJobRetriesAsync(List.of(job.getId()), 1)
                        .getId());
        ids.put("user", EXPOSED);
        ids.put("group", "lsa-GRUNDSKOLENAMNDEN");
        ids.put("resourceId", one("SELECT min(id_) FROM engine.act_ge_bytearray WHERE name_ = 'first-contact.bpmn'"));
        ids.put("deployment", one("SELECT min(deployment_id_) FROM engine.act_re_procdef"));
        ids.put("process-definition", one("SELECT min(id_) FROM engine.act_re_procdef WHERE key_ = 'firstContact'"));
        ids.put("decision-definition", one("SELECT min(id_) FROM engine.act_re_decision_def"));
        ids.put("incident", ofTheCase("act_ru_incident"));
        ids.put("variable-instance", ofTheCase("act_ru_variable"));
        ids.put("event-subscription", ofTheCase("act_ru_event_subscr"));
        ids.put("history/process-instance", ofTheCase("act_hi_procinst"));
        ids.put("history/activity-instance", ofTheCase("act_hi_actinst"));
        ids.put("history/variable-instance", ofTheCase("act_hi_varinst"));
        ids.put("history/detail", ofTheCase("act_hi_detail"));
        ids.put("history/batch", ids.get("batch"));
        ids.put(
                "history/job-log",
                one("SELECT min(id_) FROM engine.act_hi_job_log WHERE process_instance_id_ = '" + instance + "'"));
        ids.put(
                "operationId",
                one("SELECT min(operation_id_) FROM engine.act_hi_op_log WHERE proc_inst_id_ = '" + instance + "'"));
        ids.put(
                "authorization",
                one("SELECT min(id_) FROM engine.act_ru_authorization WHERE resource_id_ = '" + task + "'"));
        assertThat(ids).doesNotContainValue(null);

        secrets.addAll(Set.of(CANARY, number, EXPOSED, OFFICER));
        ids.forEach((kind, id) -> {
            if (!NO_SECRETS.contains(kind)) {
                secrets.add(id);
            }
        });
        instances(number).forEach(open -> secrets.add(open.getId()));
    }

    private String ofTheCase(String table) {
        return one("SELECT min(id_) FROM engine." + table + " WHERE proc_inst_id_ IN "
                + "(SELECT proc_inst_id_ FROM engine.act_hi_procinst WHERE business_key_ = '" + number + "')");
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).optional().orElse(null);
    }
}
