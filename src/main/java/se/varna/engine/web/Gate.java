package se.varna.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
import se.varna.directory.Person;

/**
 * Which calls to the API of Tasklist, Cockpit and Admin may pass at all, and for whom: what does not stand here does not
 * exist. Everyone who uses Tasklist reaches the whole of the engine's API, so this holds for reading as for writing.
 * What passes is still cut down by the engine's own permissions.
 */
@Component
class Gate {

    private static final Set<String> OFFICERS = Set.copyOf(Groups.OF_OFFICERS);
    private static final Set<String> REPORTERS = union(OFFICERS, Set.of(Groups.OFFICIALS));
    private static final Set<String> PROCESS_OWNERS = Set.of(Groups.PROCESS_OWNERS);
    private static final Set<String> ADMINISTRATORS = Set.of(Groups.ADMINISTRATORS);
    private static final Set<String> COCKPIT = union(PROCESS_OWNERS, ADMINISTRATORS);
    private static final Set<String> EVERYONE = union(REPORTERS, COCKPIT);

    private static final String ENGINE = "/engine/engine/default";
    private static final String PLUGIN = "/cockpit/plugin/base/default";
    private static final String ID = "[A-Za-z0-9_-]{1,64}";
    /** A definition, by its key or by its id. */
    private static final String DEFINITION = "(key/" + ID + "|" + ID + ":[0-9]{1,9}:" + ID + ")";

    /** What people may start. */
    private static final String STARTED = "(incidentHandling|plannedEvent|securityAdvice)";

    private static final String REPORT = "(key/" + STARTED + "|" + STARTED + ":[0-9]{1,9}:" + ID + ")";

    private static final Set<String> VARIABLES = Set.of("variables", "businessKey", "withVariablesInReturn");
    /** What a form sends. Objects and files would be built from what was sent, before any check of ours. */
    private static final Set<String> VARIABLE_TYPES =
            Set.of("string", "boolean", "json", "null", "integer", "long", "double", "date");

    /** What definitions may be asked for: not which of them have had incidents, for one. */
    private static final Set<String> OF_A_DEFINITION = Set.of(
            "latest",
            "latestVersion",
            "active",
            "startableInTasklist",
            "startablePermissionCheck",
            "key",
            "name",
            "nameLike",
            "withoutTenantId",
            "sortBy",
            "sortOrder",
            "firstResult",
            "maxResults");

    /** The files in a form that is uploaded, and what the name of a decision table looks like there. */
    private static final Pattern FILE = Pattern.compile("filename[^;\\r\\n]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern DECISION_TABLE = Pattern.compile("filename=\"[A-Za-z0-9._-]+\\.dmn\"");

    private static final Condition ALWAYS = (call, body) -> true;

    private static final List<Rule> RULES = List.of(
            // The webapps themselves, and who one is. Nobody else is looked up.
            new Rule(
                    EVERYONE,
                    "GET",
                    "/(tasklist|cockpit|admin|welcome)/plugin/[a-z]+Plugins/static/app/plugin\\.(js|css)"),
            new Rule(EVERYONE, "GET", "/admin/auth/user/default"),
            new Rule(EVERYONE, "GET", "/engine/engine/"),
            engine(
                    EVERYONE,
                    "GET",
                    "/user/" + Person.ID + "/profile",
                    (call, body) -> call.isAbout("user", call.person())),

            // Reporting. Neither from the middle of the process nor without its listeners.
            engine(REPORTERS, "GET", "/process-definition(/count)?", (call, body) -> call.asksOnly(OF_A_DEFINITION)),
            engine(REPORTERS, "GET", "/process-definition/" + REPORT + "/(startForm|deployed-start-form|xml)"),
            engine(REPORTERS, "POST", "/process-definition/" + REPORT + "/(start|submit-form)", Gate::sendsAForm),
            engine(REPORTERS, "GET", "/task"),
            engine(REPORTERS, "(GET|OPTIONS)", "/filter"),
            engine(REPORTERS, "GET", "/filter/count"),

            // Working on a task. Nobody claims for somebody else.
            engine(OFFICERS, "POST", "/filter/" + ID + "/(list|count)"),
            engine(OFFICERS, "GET", "/task/" + ID + "(/form|/deployed-form|/form-variables)?"),
            engine(OFFICERS, "POST", "/task/" + ID + "/claim", Gate::claimsForSelf),
            engine(OFFICERS, "POST", "/task/" + ID + "/unclaim"),
            engine(OFFICERS, "POST", "/task/" + ID + "/assignee", Gate::takesBack),
            engine(OFFICERS, "POST", "/task/" + ID + "/(complete|submit-form)", Gate::sendsAForm),

            // The models: what is deployed, the same for every city hall.
            engine(COCKPIT, "GET", "/process-definition(/count)?", (call, body) -> call.asksOnly(OF_A_DEFINITION)),
            engine(
                    COCKPIT,
                    "GET",
                    "/process-definition/" + DEFINITION + "(/xml|/diagram|/static-called-process-definitions)?"),
            engine(COCKPIT, "GET", "/decision(-requirements)?-definition(/count)?"),
            engine(COCKPIT, "GET", "/decision(-requirements)?-definition/" + DEFINITION + "(/xml|/diagram)?"),
            engine(COCKPIT, "GET", "/case-definition/count"),
            engine(COCKPIT, "GET", "/deployment(/count)?"),
            engine(COCKPIT, "GET", "/deployment/" + ID + "(/resources(/" + ID + "(/data)?)?)?"),
            // Nothing is kept of decisions, and nobody in Cockpit has tasks: both are empty, and its pages ask.
            engine(COCKPIT, "GET", "/history/decision-instance(/count)?"),
            engine(COCKPIT, "GET", "/task/count"),

            // The flow: where cases stand, and what has stopped. Neither people nor what they do.
            engine(PROCESS_OWNERS, "GET", "/process-definition/(" + DEFINITION + "/)?statistics"),
            engine(PROCESS_OWNERS, "(GET|POST)", "/(process-instance|job|job-definition|incident)(/count)?"),
            engine(PROCESS_OWNERS, "(GET|POST)", "/(variable-instance|external-task|task)(/count)?"),
            engine(PROCESS_OWNERS, "GET", "/process-instance/" + ID + "(/activity-instances)?"),
            engine(PROCESS_OWNERS, "GET", "/(job|history/job-log)/" + ID + "(/stacktrace)?"),
            engine(PROCESS_OWNERS, "GET", "/(job-definition|incident|history/process-instance)/" + ID),
            engine(
                    PROCESS_OWNERS,
                    "(GET|POST)",
                    "/history/(process-instance|activity-instance|incident|job-log)(/count)?"),
            new Rule(PROCESS_OWNERS, "GET", PLUGIN + "/process-definition/statistics(-count)?"),
            new Rule(PROCESS_OWNERS, "POST", PLUGIN + "/(process-instance|incident)(/|/count)?"),
            new Rule(PROCESS_OWNERS, "POST", PLUGIN + "/process-instance/" + ID + "/called-process-instances"),
            new Rule(
                    PROCESS_OWNERS,
                    "POST",
                    PLUGIN + "/process-definition/" + DEFINITION + "/called-process-definitions"),
            engine(PROCESS_OWNERS, "PUT", "/job/" + ID + "/retries", Gate::triesAgain),

            // A city's changed decision table.
            engine(ADMINISTRATORS, "GET", "/authorization/check"),
            engine(ADMINISTRATORS, "POST", "/deployment/create", Gate::deploysDecisionTables));

    private final Directory directory;

    Gate(Directory directory) {
        this.directory = directory;
    }

    /** @param body what was sent, or null for a call that only reads */
    boolean lets(Call call, CallBody body) {
        Set<String> groups = directory.groups(call.person());
        return RULES.stream().anyMatch(rule -> rule.lets(groups, call, body));
    }

    private static boolean claimsForSelf(Call call, CallBody body) {
        return hasOnly(body.json(), Set.of("userId"))
                && call.person().equals(body.json().path("userId").textValue());
    }

    /** A task whose colleague is away is laid back to all, for the one who steps in to claim. */
    private static boolean takesBack(Call call, CallBody body) {
        return hasOnly(body.json(), Set.of("userId"))
                && body.json().path("userId").isNull();
    }

    private static boolean sendsAForm(Call call, CallBody body) {
        if (!hasOnly(body.json(), VARIABLES)) {
            return false;
        }
        for (JsonNode variable : body.json().path("variables")) {
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
    private static boolean triesAgain(Call call, CallBody body) {
        return hasOnly(body.json(), Set.of("retries"))
                && body.json().path("retries").asInt() >= 1;
    }

    private static boolean hasOnly(JsonNode body, Set<String> fields) {
        return body.isObject() && body.properties().stream().allMatch(field -> fields.contains(field.getKey()));
    }

    /** Whether each file of the form is a decision table: a process could do anything. */
    private static boolean deploysDecisionTables(Call call, CallBody body) {
        List<String> files = FILE.matcher(body.raw())
                .results()
                .map(found -> found.group().strip())
                .toList();
        return !files.isEmpty()
                && files.stream().allMatch(file -> DECISION_TABLE.matcher(file).matches());
    }

    private static Rule engine(Set<String> groups, String method, String path) {
        return engine(groups, method, path, ALWAYS);
    }

    private static Rule engine(Set<String> groups, String method, String path, Condition condition) {
        return new Rule(groups, Pattern.compile(method), Pattern.compile(ENGINE + path), condition);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param groups whoever is in one of them
     * @param path below {@code /camunda/api}
     */
    private record Rule(Set<String> groups, Pattern method, Pattern path, Condition condition) {

        Rule(Set<String> groups, String method, String path) {
            this(groups, Pattern.compile(method), Pattern.compile(path), ALWAYS);
        }

        boolean lets(Set<String> theirs, Call call, CallBody body) {
            return !Collections.disjoint(groups, theirs)
                    && method.matcher(call.method()).matches()
                    && path.matcher(call.path()).matches()
                    && condition.holds(call, body);
        }
    }

    @FunctionalInterface
    private interface Condition {

        boolean holds(Call call, CallBody body);
    }
}
