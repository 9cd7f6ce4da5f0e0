package se.varna.common.web;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import se.varna.common.Labels;
import se.varna.common.Problem;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.TooOften;

/** How an API says that a request has to be mended: 400, with a Swedish sentence for each field. */
@RestControllerAdvice(annotations = RestController.class)
class ApiRefusals {

    private final ProblemTexts texts;
    private final Labels labels;

    ApiRefusals(ProblemTexts texts, Labels labels) {
        this.texts = texts;
        this.labels = labels;
    }

    @ExceptionHandler
    ResponseEntity<ApiProblem> refused(Refused refused) {
        return badRequest(refused.problems());
    }

    @ExceptionHandler
    ResponseEntity<ApiProblem> tooOften(TooOften tooOften) {
        HttpStatus status = HttpStatus.TOO_MANY_REQUESTS;
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(tooOften.seconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ApiProblem.of(
                        status.value(), labels.text("api.429.title"), texts.text(tooOften.problems()), List.of()));
    }

    /** The body is no JSON at all. What was sent is not repeated: it may be someone's words. */
    @ExceptionHandler
    ResponseEntity<ApiProblem> unreadable(HttpMessageNotReadableException unreadable) {
        return badRequest(List.of(Problem.of("json.unreadable")));
    }

    private ResponseEntity<ApiProblem> badRequest(List<Problem> problems) {
        List<ApiProblem.FieldError> errors = problems.stream()
                .map(problem -> new ApiProblem.FieldError(problem.field(), texts.text(problem)))
                .distinct()
                .toList();
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ApiProblem.of(
                        HttpStatus.BAD_REQUEST.value(),
                        labels.text("api.400.title"),
                        labels.text("api.400.detail"),
                        errors));
    }
}
