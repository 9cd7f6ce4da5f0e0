package se.varna.reporting;

import java.time.OffsetDateTime;
import java.util.Set;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.casefile.Place;
import se.varna.common.Input;

/**
 * A report as it comes in. Only the exposed person and the description are required (R44); what is missing is null,
 * empty or false.
 *
 * @param exposed {@code self}, a person's id, or {@code other} together with {@code exposedOther}
 * @param exposedOther who it is, in the reporter's words, when the directory does not know them
 */
public record IncidentReport(
        String exposed,
        String exposedOther,
        String description,
        OffsetDateTime occurredAt,
        Place place,
        Matter matter,
        String unit,
        String politicalQuestion,
        boolean acuteDanger,
        boolean movedToCouncil,
        Set<Kind> kinds,
        Set<Indicator> indicators,
        String reachAt,
        boolean voicemailAllowed,
        boolean partyMayBeContacted,
        boolean policeReported,
        boolean happenedBefore,
        String perpetrator,
        String impact,
        boolean evidenceSaved,
        String upcomingMeetings) {

    /** The reporter is the one who was exposed. */
    public static final String SELF = "self";

    /** Someone whom the directory does not know: a relative, an employee, someone newly elected. */
    public static final String OTHER = "other";

    /** What was sent, unchecked. */
    public static IncidentReport of(Input input, OffsetDateTime occurredAt) {
        return new IncidentReport(
                input.text("exposed"),
                input.text("exposedOther"),
                input.text("description"),
                occurredAt,
                input.choice("place", Place.class),
                input.choice("matter", Matter.class),
                input.text("unit"),
                input.text("politicalQuestion"),
                input.flag("acuteDanger"),
                input.flag("movedToCouncil"),
                input.choices("kinds", Kind.class),
                input.choices("indicators", Indicator.class),
                input.text("reachAt"),
                input.flag("voicemailAllowed"),
                input.flag("partyMayBeContacted"),
                input.flag("policeReported"),
                input.flag("happenedBefore"),
                input.text("perpetrator"),
                input.text("impact"),
                input.flag("evidenceSaved"),
                input.text("upcomingMeetings"));
    }
}
