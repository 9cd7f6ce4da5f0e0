package se.varna.reporting.web;

import java.time.OffsetDateTime;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.casefile.Place;
import se.varna.common.Refused;
import se.varna.common.web.Input;
import se.varna.reporting.IncidentReport;
import se.varna.reporting.Reporting;

/** Reads a report from what was sent, by the same names on the pages and in the API. */
final class ReportReader {

    private ReportReader() {}

    /**
     * @throws Refused with everything that has to be mended: what cannot be read, and what the use case does not allow
     */
    static IncidentReport read(Input input, OffsetDateTime occurredAt, Reporting reporting) {
        IncidentReport report = new IncidentReport(
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
        try {
            reporting.check(report);
        } catch (Refused refused) {
            input.problems().addAllUnlessSaid(refused.problems());
        }
        input.problems().refuseIfAny();
        return report;
    }
}
