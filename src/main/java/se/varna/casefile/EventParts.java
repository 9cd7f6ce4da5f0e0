package se.varna.casefile;

import java.util.List;
import java.util.Optional;
import se.varna.access.Part;

/**
 * Which part of a case an event on its timeline belongs to. That it happened is told to everyone who holds the case, but
 * for what concerns the police; what somebody wrote with it belongs to a part that can be kept back. Texts about whose the
 * case is always go along: without them nobody could see why it is theirs. What was said in a consultation or a dispute is
 * shown beside the timeline, to those who took part. A kind's first word says what it is about, so
 * a new kind of the same family follows its rule, and one of no family here is an officer's own words.
 */
public final class EventParts {

    private static final String OF_THE_POLICE = "POLICE_";

    private static final List<String> ABOUT_OWNERSHIP =
            List.of("RESPONSIBILITY_", "HELD_", "QUESTION_", "SETTLEMENT_", "CASE_TRANSFERRED", "PARTS_DISCLOSED");

    private static final String OF_EVIDENCE = "EVIDENCE_";

    private EventParts() {}

    /**
     * The part that the event belongs to altogether; empty when that it happened is no secret among holders. That the same
     * person has cases elsewhere was told to the holder of that time, who may hand it over or keep it back.
     */
    public static Optional<Part> ofEvent(EventKind kind) {
        if (kind == EventKind.REPETITION_TOLD) {
            return Optional.of(Part.NOTES);
        }
        if (kind == EventKind.MAIL_REGISTERED) {
            // It tells how the threat came.
            return Optional.of(Part.DESCRIPTION);
        }
        return kind.name().startsWith(OF_THE_POLICE) ? Optional.of(Part.POLICE) : Optional.empty();
    }

    /** The part that its text belongs to: officers' own words, unless they are about whose the case is. */
    public static Optional<Part> ofText(EventKind kind) {
        if (kind.name().startsWith(OF_EVIDENCE)) {
            return Optional.of(Part.EVIDENCE);
        }
        boolean alwaysTold = ABOUT_OWNERSHIP.stream().anyMatch(kind.name()::startsWith);
        return ofEvent(kind).or(() -> alwaysTold ? Optional.empty() : Optional.of(Part.NOTES));
    }

    /**
     * The part that tells who did it: one who reports for somebody else is another person of the case, and may hand in
     * evidence too.
     */
    public static Optional<Part> ofActor(EventKind kind) {
        return kind == EventKind.REPORTED_FOR_OTHER || kind == EventKind.EVIDENCE_ADDED
                ? Optional.of(Part.PERSONS)
                : Optional.empty();
    }
}
