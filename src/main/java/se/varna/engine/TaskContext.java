package se.varna.engine;

import java.util.Optional;
import java.util.UUID;

/**
 * Which task of which case.
 *
 * @param caseNumber the case that the task belongs to
 * @param taskKey the task's id in the model
 * @param subject id of the referral, measure or consultation that the task is about, or null in the case's own process
 */
public record TaskContext(String caseNumber, String taskKey, String subject) {

    /**
     * The id of what the task is about.
     *
     * @throws IllegalStateException when the instance was started without one
     */
    public UUID subjectId() {
        return Optional.ofNullable(subject)
                .map(UUID::fromString)
                .orElseThrow(() -> new IllegalStateException("no subject for " + taskKey));
    }
}
