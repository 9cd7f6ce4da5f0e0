package se.varna.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call to the API of Tasklist, Cockpit or Admin.
 *
 * @param method GET, POST, …
 * @param path below {@code /camunda/api}, as it was sent: {@link PlainPaths} lets no other spelling come this far
 * @param asked the names in the query of a call that reads; empty for others, whose query only pages
 * @param person id of who calls, or null
 */
record Call(String method, String path, Set<String> asked, String person) {

    static final String API = "/camunda/api";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern TASK =
            Pattern.compile("/engine/engine/default/task/(?!(?:count|create|report)(?:/|$))([A-Za-z0-9_-]+)(?:/.*)?");

    static Call of(HttpServletRequest request) {
        String path =
                plain(request.getRequestURI().substring(request.getContextPath().length() + API.length()));
        // Not for others: asking for parameters could use up their body.
        Set<String> asked = READING.contains(request.getMethod())
                ? Set.copyOf(request.getParameterMap().keySet())
                : Set.of();
        return new Call(request.getMethod(), path, asked, request.getRemoteUser());
    }

    /** The two characters of ours that browsers may send encoded: process definitions' ids have one, persons' the other. */
    static String plain(String sent) {
        return sent.replace("%3A", ":").replace("%3a", ":").replace("%40", "@");
    }

    boolean reads() {
        return READING.contains(method);
    }

    /** Whether the query has no other names than these. */
    boolean asksOnly(Set<String> names) {
        return names.containsAll(asked);
    }

    /** Whether the path goes to that one of that kind. */
    boolean isAbout(String kind, String id) {
        return path.contains("/" + kind + "/" + id + "/");
    }

    /** The id of the task that the call is about, or null. */
    String task() {
        Matcher task = TASK.matcher(path);
        return task.matches() ? task.group(1) : null;
    }
}
