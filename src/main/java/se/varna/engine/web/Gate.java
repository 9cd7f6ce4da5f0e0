package se.varna.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.varna.directory.Directory;
import se.varna.directory.Groups;

/**
 * Which calls to the engine's API may pass at all. Everyone who uses Tasklist reaches the whole of it, so what writes
 * is refused unless it stands here: work on one's own tasks, reporting, and what keeps the engine running. What reads
 * passes, since the engine's own permissions decide, except looking people up.
 */
@Component
class Gate {

    private static final String ENGINE = "/engine/engine/default";
    private static final String ID = "[A-Za-z0-9_-]{1,64}";

    private static final Set<String> VARIABLES = Set.of("variables", "businessKey", "withVariablesInReturn");
    /** What a form sends. Objects and files would be built from what was sent, before any check of ours. */
    private static final Set<String> VARIABLE_TYPES =
            Set.of("string", "boolean", "json", "null", "integer", "long", "double", "date");

    private static final Pattern PEOPLE =
            Pattern.compile("/engine/engine/[^/]+/user(?:/?|/(?<id>[^/]+)(?:/profile)?/?|/.*)");
    private static final Pattern GROUPS_OF = Pattern.compile("/engine/engine/[^/]+/identity/groups/?");
    /** What a look-up of named people may ask. */
    private static final Set<String> LOOKING_UP =
            Set.of("id", "idIn", "firstResult", "maxResults", "sortBy", "sortOrder");

    private static final String[] NOTHING = {};

    /** The files in a form that is uploaded, and what the name of a decision table looks like there. */
    private static final Pattern FILE = Pattern.compile("filename[^;\\r\\n]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern DECISION_TABLE = Pattern.compile("filename=\"[A-Za-z0-9._-]+\\.dmn\"");

    private final Directory directory;
    private final List<Rule> rules = List.of(
            // Reading with a query in the body.
            post("/(task|process-instance|execution|job|job-definition|variable-instance|external-task)(/count)?"),
            post("/history/(process-instance|activity-instance|task|variable-instance|detail|job-log|external-task-log)"
                    + "(/count)?"),
            post("/filter/" + ID + "/(list|singleResult|count)"),
            new Rule(
                    "POST",
                    Pattern.compile("/cockpit/plugin/base/default/(process-instance|process-definition|incident)"
                            + "(/count|/" + ID + "/called-process-instances|/[A-Za-z0-9_:-]{1,128}"
                            + "/called-process-definitions)?/?"),
                    (call, body) -> true),
            // Working on a task. Nobody claims for somebody else.
            post("/task/" + ID + "/claim", (call, body) -> claimsForSelf(call, body.json())),
            post("/task/" + ID + "/unclaim"),
            post("/task/" + ID + "/assignee", (call, body) -> takesBack(body.json())),
            post("/task/" + ID + "/(complete|submit-form)", (call, body) -> sendsAForm(body.json())),
            // Reporting. Neither from the middle of the process nor without its listeners.
            post(
                    "/process-definition/(key/incidentHandling|incidentHandling:[0-9]{1,9}:" + ID
                            + ")/(start|submit-form)",
                    (call, body) -> sendsAForm(body.json())),
            // Keeping the engine running.
            new Rule(
                    "PUT",
                    Pattern.compile(ENGINE + "/job/" + ID + "/retries"),
                    (call, body) -> isMember(call, Groups.PROCESS_OWNERS) && triesAgain(body.json())),
            // A city's changed decision table.
            post(
                    "/deployment/create",
                    (call, body) -> isMember(call, Groups.ADMINISTRATORS) && deploysDecisionTables(body.raw())));

    Gate(Directory directory) {
        this.directory = directory;
    }

    boolean lets(Call call, CallBody body) {
        return rules.stream().anyMatch(rule -> rule.lets(call, body));
    }

    /**
     * Whether a call that only reads may pass. A person's name is told to themselves, and an officer's to others, since
     * Tasklist and Cockpit show who has a task; nobody is found who is not named.
     */
    boolean letsRead(String decodedPath, String person, Map<String, String[]> query) {
        Matcher people = PEOPLE.matcher(decodedPath);
        if (people.matches()) {
            return people.group("id") == null ? namesThem(person, query) : mayKnow(person, people.group("id"));
        }
        if (GROUPS_OF.matcher(decodedPath).matches()) {
            return Stream.of(query.getOrDefault("userId", NOTHING)).allMatch(person::equals);
        }
        return true;
    }

    private boolean namesThem(String person, Map<String, String[]> query) {
        return (query.containsKey("id") || query.containsKey("idIn"))
                && LOOKING_UP.containsAll(query.keySet())
                && Stream.of("id", "idIn")
                        .flatMap(name -> Stream.of(query.getOrDefault(name, NOTHING)))
                        .flatMap(ids -> Stream.of(ids.split(",")))
                        .allMatch(id -> id.isBlank() || mayKnow(person, id));
    }

    private boolean mayKnow(String person, String other) {
        return other.equals(person) || directory.isOfficer(other);
    }

    private boolean isMember(Call call, String group) {
        return directory.groups(call.person()).contains(group);
    }

    private static boolean claimsForSelf(Call call, JsonNode body) {
        return hasOnly(body, Set.of("userId"))
                && call.person().equals(body.path("userId").textValue());
    }

    /** A task whose colleague is away is laid back to all, for the one who steps in to claim. */
    private static boolean takesBack(JsonNode body) {
        return hasOnly(body, Set.of("userId")) && body.path("userId").isNull();
    }

    private static boolean sendsAForm(JsonNode body) {
        if (!hasOnly(body, VARIABLES)) {
            return false;
        }
        for (JsonNode variable : body.path("variables")) {
            JsonNode type = variable.path("type");
            if (!type.isMissingNode()
                    && !type.isNull()
                    && !VARIABLE_TYPES.contains(type.asText().toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    /** One try more, now: no retries at all would stop a deadline, and another day would move it. */
    private static boolean triesAgain(JsonNode body) {
        return hasOnly(body, Set.of("retries")) && body.path("retries").asInt() >= 1;
    }

    private static boolean hasOnly(JsonNode body, Set<String> fields) {
        return body.isObject() && body.properties().stream().allMatch(field -> fields.contains(field.getKey()));
    }

    /** Whether each file of the form is a decision table: a process could do anything. */
    private static boolean deploysDecisionTables(String form) {
        List<String> files =
                FILE.matcher(form).results().map(found -> found.group().strip()).toList();
        return !files.isEmpty()
                && files.stream().allMatch(file -> DECISION_TABLE.matcher(file).matches());
    }

    private static Rule post(String path) {
        return post(path, (call, body) -> true);
    }

    private static Rule post(String path, Condition condition) {
        return new Rule("POST", Pattern.compile(ENGINE + path), condition);
    }

    private record Rule(String method, Pattern path, Condition condition) {

        boolean lets(Call call, CallBody body) {
            return method.equals(call.method()) && path.matcher(call.path()).matches() && condition.holds(call, body);
        }
    }

    @FunctionalInterface
    private interface Condition {

        boolean holds(Call call, CallBody body);
    }
}
