package se.varna.engine;

import java.time.Instant;
import java.util.Set;

/**
 * Who may work a task, and by when.
 *
 * @param groups the groups whose members see and may complete it; never empty
 * @param dueAt when it has to be done
 */
public record TaskTerms(Set<String> groups, Instant dueAt) {

    public TaskTerms {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("a task without anyone to do it");
        }
        groups = Set.copyOf(groups);
    }
}
