package se.varna.casefile;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import se.varna.access.Part;

/**
 * Which part of a case an event on its timeline belongs to. That it happened is told to everyone who holds the case, but
 * for what concerns the police; what somebody wrote with it belongs to a part that can be kept back. Texts about whose the
 * case is always go along: without them nobody could see why it is theirs.
 */
public final class EventParts {

    private static final Set<EventKind> OF_THE_POLICE = EnumSet.of(
            EventKind.POLICE_ADVISED,
            EventKind.POLICE_REPORTED,
            EventKind.POLICE_LATER,
            EventKind.POLICE_DECLINED,
            EventKind.POLICE_OUTCOME);

    private static final Set<EventKind> ABOUT_OWNERSHIP = EnumSet.of(
            EventKind.RESPONSIBILITY_DECIDED,
            EventKind.RESPONSIBILITY_CHANGED,
            EventKind.RESPONSIBILITY_KEPT,
            EventKind.HELD_FOR_PARTY,
            EventKind.QUESTION_MOVED,
            EventKind.SETTLEMENT_STARTED,
            EventKind.SETTLEMENT_REMINDED,
            EventKind.CONSULTATION_PROPOSED,
            EventKind.CONSULTATION_STATED,
            EventKind.CONSULTATION_REMINDED,
            EventKind.CONSULTATION_ACCEPTED,
            EventKind.CONSULTATION_DECLINED,
            EventKind.CONSULTATION_ASKED_MORE,
            EventKind.CONSULTATION_WITHDRAWN,
            EventKind.CONSULTATION_CONCLUDED_ALONE,
            EventKind.CASE_TRANSFERRED,
            EventKind.PARTS_DISCLOSED);

    private EventParts() {}

    /** The part that the event belongs to altogether; empty when that it happened is no secret among holders. */
    public static Optional<Part> ofEvent(EventKind kind) {
        return OF_THE_POLICE.contains(kind) ? Optional.of(Part.POLICE) : Optional.empty();
    }

    /** The part that its text belongs to: officers' own words, unless they are about whose the case is. */
    public static Optional<Part> ofText(EventKind kind) {
        return ofEvent(kind).or(() -> ABOUT_OWNERSHIP.contains(kind) ? Optional.empty() : Optional.of(Part.NOTES));
    }

    /** The part that tells who did it: one who reports for somebody else is another person of the case. */
    public static Optional<Part> ofActor(EventKind kind) {
        return kind == EventKind.REPORTED_FOR_OTHER ? Optional.of(Part.PERSONS) : Optional.empty();
    }
}
