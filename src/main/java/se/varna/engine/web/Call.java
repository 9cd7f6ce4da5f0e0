package se.varna.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call to the API of Tasklist, Cockpit or Admin.
 *
 * @param method GET, POST, …
 * @param path below {@code /camunda/api}, as it was sent: whatever is encoded in another way than browsers do stays so
 *     and fits no rule
 * @param person id of who calls, or null
 */
record Call(String method, String path, String person) {

    static final String API = "/camunda/api";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern TASK =
            Pattern.compile("/engine/engine/[^/]+/task/(?!count|create|report)([A-Za-z0-9_-]+)(?:/.*)?");

    static Call of(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length() + API.length());
        // The one character of ours that browsers may send encoded: process definitions' ids have it.
        return new Call(request.getMethod(), path.replace("%3A", ":").replace("%3a", ":"), request.getRemoteUser());
    }

    boolean reads() {
        return READING.contains(method);
    }

    /** The id of the task that the call is about, or null. */
    String task() {
        Matcher task = TASK.matcher(path);
        return task.matches() ? task.group(1) : null;
    }
}
