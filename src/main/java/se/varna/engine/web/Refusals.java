package se.varna.engine.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import se.varna.common.Problem;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.engine.FailureTranslation;
import se.varna.engine.WorkableTasks;

/** Says no to a call in Swedish, in the shape that Tasklist and Cockpit expect of an error. */
@Component
class Refusals {

    private static final Pattern COMMENT = Pattern.compile("/engine/.*/(comment|attachment)(/.*)?");

    private final ProblemTexts texts;
    private final WorkableTasks tasks;
    private final ObjectMapper json;

    Refusals(ProblemTexts texts, WorkableTasks tasks, ObjectMapper json) {
        this.texts = texts;
        this.tasks = tasks;
        this.json = json;
    }

    /** @param type the engine's own word for the kind of error, or ours */
    record Body(String type, String message) {}

    /** The gate stays shut: there is nothing to read there, and nothing is done that way. */
    void shut(Call call, HttpServletResponse response) throws IOException {
        if (call.reads()) {
            write(response, HttpServletResponse.SC_NOT_FOUND, text("notFound"));
        } else {
            String code = COMMENT.matcher(call.path()).matches() ? "comment" : "refusedCall";
            write(response, HttpServletResponse.SC_FORBIDDEN, text(code));
        }
    }

    /** There is no such task for the person: it never was, it is gone or it is somebody else's. */
    void noSuchTask(HttpServletResponse response) throws IOException {
        write(response, HttpServletResponse.SC_NOT_FOUND, text("task.notYours"));
    }

    void tooLong(HttpServletResponse response) throws IOException {
        write(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, text("unreadable"));
    }

    /** What the engine answered with an error, in our words. */
    void explain(Call call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(FailureTranslation.REFUSED) instanceof Refused refused) {
            write(response, HttpServletResponse.SC_BAD_REQUEST, texts.text(refused.problems()));
            return;
        }
        int status = response.getStatus();
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            write(response, status, text("task.unknownActor"));
        } else if (call.task() != null && tasks.find(call.task(), call.person()).isEmpty()) {
            // Gone while the call was under way.
            noSuchTask(response);
        } else if (status == HttpServletResponse.SC_FORBIDDEN || status == HttpServletResponse.SC_NOT_FOUND) {
            // What one may not see does not exist.
            write(response, HttpServletResponse.SC_NOT_FOUND, text("notFound"));
        } else {
            boolean theirs = status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            write(response, status, text(theirs ? "unreadable" : "unexpected"));
        }
    }

    private String text(String code) {
        return texts.text(Problem.of(code));
    }

    private void write(HttpServletResponse response, int status, String message) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        byte[] body = json.writeValueAsBytes(new Body("Refused", message));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
