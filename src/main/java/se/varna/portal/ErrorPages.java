package se.varna.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.Labels;
import se.varna.common.web.ApiProblem;
import se.varna.common.web.Bilingual;
import se.varna.common.web.LateForms;

/**
 * What is said when something cannot be shown. The answer is the same for what does not exist and for what the reader
 * may not see: it repeats neither the address nor anything else of the request, and holds nothing that varies. Only a form
 * that came too late gets its own words back.
 */
@Controller
@ForArea(Area.OPEN)
@Bilingual
class ErrorPages implements ErrorController {

    private static final String API = "/api/";

    /** The fields in which people write at length. */
    private static final List<String> WRITTEN = List.of(
            "description",
            "impact",
            "upcomingMeetings",
            "perpetrator",
            "politicalQuestion",
            "reachAt",
            "exposedOther",
            "text",
            "reason");

    private final Labels labels;
    private final List<LateForms> lateForms;

    ErrorPages(Labels labels, List<LateForms> lateForms) {
        this.labels = labels;
        this.lateForms = lateForms;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        // Otherwise set or not by whoever said no, which would tell a page that is there from one that is not.
        response.setHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        HttpStatus status = status(request);
        String said = said(status);
        String asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (asked.startsWith(request.getContextPath() + API)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ApiProblem.of(
                            status.value(),
                            labels.text("error." + said + ".title"),
                            labels.text("error." + said + ".text"),
                            List.of()));
        }
        ModelAndView page = new ModelAndView("error", status);
        page.addObject("said", said);
        boolean lost = request.getMethod().equals("POST")
                && (status == HttpStatus.FORBIDDEN || status == HttpStatus.NOT_FOUND);
        page.addObject("typed", lost ? typed(request) : List.of());
        page.addObject(
                "goOn",
                lost && status == HttpStatus.FORBIDDEN
                        ? lateForms.stream()
                                .flatMap(each -> each.keep(request).stream())
                                .findFirst()
                                .orElse(null)
                        : null);
        return page;
    }

    /**
     * What the sender of a form had written: whoever writes for so long that they have been signed out gets their words
     * back, to take them along.
     */
    private static List<String> typed(HttpServletRequest request) {
        return WRITTEN.stream()
                .map(request::getParameter)
                .filter(text -> text != null && !text.isBlank())
                .toList();
    }

    /** The address itself, which nobody is sent to, answers as one that does not exist. */
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static String said(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "404";
            case UNAUTHORIZED, FORBIDDEN -> "403";
            case PAYLOAD_TOO_LARGE -> "413";
            case TOO_MANY_REQUESTS -> "429";
            default -> status.is4xxClientError() ? "400" : "500";
        };
    }
}
