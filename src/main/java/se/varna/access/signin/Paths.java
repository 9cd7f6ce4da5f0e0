package se.varna.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;

/** What kind of thing is asked for. */
final class Paths {

    /** Files that are the same for everyone; Camunda's stand beside its pages. */
    private static final Pattern STATIC = Pattern.compile(
            "/(css|js|img)/.*|/favicon\\.ico|/camunda/(?!api/).*\\.(js|css|json|svg|png|ico|woff2?|ttf)");

    /** Our own page that Tasklist shows beside a task, and the way there from a task. */
    private static final Pattern FRAMED = Pattern.compile("/arenden/.*|/uppgifter/[^/]+/arende");

    /** What a person does in a webapp: a call that changes something. All others are made by its pages themselves. */
    private static final Pattern DONE_IN_A_WEBAPP =
            Pattern.compile(".*/(start|submit-form|claim|unclaim|assignee|complete|retries|create)");

    /** The cards in Tasklist's list, which is read anew every few seconds. */
    private static final Pattern CARD = Pattern.compile("/uppgifter/[^/]+/kort");

    private Paths() {}

    /** The path within the application, as the server understands it. */
    static String of(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    static boolean isStatic(HttpServletRequest request) {
        return Set.of("GET", "HEAD").contains(request.getMethod())
                && STATIC.matcher(of(request)).matches();
    }

    /** Whether a person goes to a page of its own, where they can be led back to; scripts and frames ask for other things. */
    static boolean isPage(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && !isWebappApi(request)
                && String.valueOf(request.getHeader("Accept")).contains("text/html")
                && !"iframe".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    /** Tasklist, Cockpit, Admin and Welcome, with their API. */
    static boolean isWebapp(HttpServletRequest request) {
        return of(request).startsWith("/camunda/");
    }

    static boolean isWebappApi(HttpServletRequest request) {
        return of(request).startsWith("/camunda/api/");
    }

    /** Whether a page of Tasklist, Cockpit or Admin may have asked without anybody having done something. */
    static boolean isAskedByItself(HttpServletRequest request) {
        String path = of(request);
        return isWebappApi(request)
                        && (request.getMethod().equals("GET")
                                || !DONE_IN_A_WEBAPP.matcher(path).matches())
                || CARD.matcher(path).matches();
    }

    /** Whether the answer may stand in a frame, on a page of our own. */
    static boolean isFramed(HttpServletRequest request) {
        String path = of(request);
        return FRAMED.matcher(path).matches()
                && (path.startsWith("/uppgifter/") || request.getParameter("inbaddad") != null);
    }
}
