package se.varna.planning;

import java.time.OffsetDateTime;
import se.varna.casefile.Matter;
import se.varna.common.Input;

/**
 * What is told of a planned meeting or question, as early as possible (R3, R43). Only what it is, when it is and what is
 * feared must be there (R44).
 *
 * @param official {@code SELF}, or id of the official whom it concerns
 * @param title what is planned, in a line
 * @param endsAt null when it is not known
 * @param feared what they fear, in their own words
 * @param participants who takes part, in their own words
 */
public record Notice(
        String official,
        PlannedEvent.Kind kind,
        String title,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        String place,
        Matter matter,
        String unit,
        String politicalQuestion,
        String feared,
        String participants,
        boolean isPublic,
        String reachAt,
        boolean partyMayBeContacted) {

    /** The one who tells is the one whom it concerns. */
    public static final String SELF = "SELF";

    /** What was sent, unchecked but for what cannot be read. */
    public static Notice of(Input input, String official, OffsetDateTime startsAt, OffsetDateTime endsAt) {
        Notice notice = new Notice(
                official,
                input.choice("kind", PlannedEvent.Kind.class),
                input.text("title"),
                startsAt,
                endsAt,
                input.text("place"),
                input.choice("matter", Matter.class),
                input.text("unit"),
                input.text("politicalQuestion"),
                input.text("feared"),
                input.text("participants"),
                input.flag("isPublic"),
                input.text("reachAt"),
                input.flag("partyMayBeContacted"));
        input.problems().refuseIfAny();
        return notice;
    }
}
