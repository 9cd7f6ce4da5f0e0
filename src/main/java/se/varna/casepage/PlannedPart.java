package se.varna.casepage;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.varna.casefile.Level;
import se.varna.planning.Conflict;
import se.varna.planning.PlannedEvent;
import se.varna.planning.RiskSign;

/**
 * The planned event of a case, as far as its reader may see it.
 *
 * @param told whether what was told of it is open to the reader; otherwise title and place are null
 * @param plan null when none has been made, or its words are not open to the reader
 * @param names of those who take part and may read what is shared
 * @param open whether it can still be changed
 */
record PlannedPart(
        PlannedEvent.Kind kind,
        boolean told,
        String title,
        Instant startsAt,
        Instant endsAt,
        String place,
        boolean isPublic,
        boolean late,
        boolean cancelled,
        String participants,
        List<Judged> risks,
        PlannedEvent.Plan plan,
        Instant plannedAt,
        String plannedBy,
        List<String> names,
        Instant askedAt,
        String went,
        String happened,
        boolean open) {

    /** What the table found and what the officers did; the reason is null where it is not open to the reader. */
    record Judged(
            Instant at,
            String by,
            Conflict conflict,
            Set<RiskSign> signs,
            Level recommended,
            String recommendedWhy,
            String decisionVersion,
            boolean disagreed,
            Level level,
            String reason) {}
}
