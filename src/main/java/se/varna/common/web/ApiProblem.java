package se.varna.common.web;

import java.util.List;

/** The body of an answer that says no: {@code application/problem+json} (RFC 9457), with the fields to mend. */
public record ApiProblem(String type, String title, int status, String detail, List<FieldError> errors) {

    /**
     * @param field the field of the request, or null when it concerns the whole
     * @param message a Swedish sentence for people
     */
    public record FieldError(String field, String message) {}

    public static ApiProblem of(int status, String title, String detail, List<FieldError> errors) {
        return new ApiProblem("about:blank", title, status, detail, errors);
    }
}
