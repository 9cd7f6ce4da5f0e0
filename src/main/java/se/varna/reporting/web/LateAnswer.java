package se.varna.reporting.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import se.varna.common.web.LateForms;
import se.varna.reporting.Drafts;

/**
 * An answer that was sent after its author had been signed out. It waits in the session until they have signed in again in
 * the same browser, and is then shown in its form, to be saved by them: a page of somebody else's could have sent it too.
 */
@Component
class LateAnswer implements LateForms {

    private static final String KEPT = "se.varna.lateAnswer";
    private static final Pattern PAGE = Pattern.compile("/rapportera/([0-9a-f-]{36})/(\\d{1,2})");

    /** So many characters are kept at most. */
    private static final int LONGEST = 250_000;

    private final Drafts drafts;

    LateAnswer(Drafts drafts) {
        this.drafts = drafts;
    }

    /** What was sent to a page, by its fields. */
    private record Kept(String page, LinkedHashMap<String, List<String>> fields) implements Serializable {}

    @Override
    public Optional<String> keep(HttpServletRequest request) {
        String address = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        Matcher page = PAGE.matcher(address.substring(
                Math.min(address.length(), request.getContextPath().length())));
        if (!page.matches()) {
            return Optional.empty();
        }
        if (isTheirs(UUID.fromString(page.group(1)), request.getRemoteUser())) {
            LinkedHashMap<String, List<String>> fields = new LinkedHashMap<>();
            request.getParameterMap().forEach((name, values) -> fields.put(name, new ArrayList<>(List.of(values))));
            fields.remove("_csrf");
            long length = fields.values().stream()
                    .flatMap(List::stream)
                    .mapToLong(String::length)
                    .sum();
            if (length <= LONGEST) {
                request.getSession().setAttribute(KEPT, new Kept(page.group(), fields));
            }
        }
        return Optional.of(page.group());
    }

    /** Nobody who is signed in: whoever has the address had the draft, and gets nothing back without signing in. */
    private boolean isTheirs(UUID draft, String person) {
        return person == null
                ? drafts.exists(draft)
                : drafts.find(draft, person).isPresent();
    }

    /** What was sent to the page too late, and is not saved yet. */
    Optional<Map<String, List<String>>> waiting(HttpSession session, String page) {
        return session.getAttribute(KEPT) instanceof Kept kept && kept.page().equals(page)
                ? Optional.of(kept.fields())
                : Optional.empty();
    }

    /** It has been saved, or is not wanted. */
    void forget(HttpSession session) {
        session.removeAttribute(KEPT);
    }
}
