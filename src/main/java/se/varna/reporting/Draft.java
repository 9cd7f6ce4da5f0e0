package se.varna.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A report that is not sent yet: its author's alone.
 *
 * @param changedAt when the author last wrote in it
 * @param at the number of the question at which the author was last
 * @param answers what has been answered, by the question's number
 */
public record Draft(UUID id, Instant createdAt, Instant changedAt, int at, Map<Integer, Answer> answers) {

    /**
     * An answer as it was typed, whether or not it can be read.
     *
     * @param by the page that wrote it, so that another page with the same question can tell that it has changed
     * @param fields the values of each field; one in which nothing was typed is left out
     */
    public record Answer(String by, Map<String, List<String>> fields) {

        static final Answer NONE = new Answer("", Map.of());
    }

    /** The answer to a question; with no fields when there is none. */
    public Answer answer(int question) {
        return answers.getOrDefault(question, Answer.NONE);
    }
}
