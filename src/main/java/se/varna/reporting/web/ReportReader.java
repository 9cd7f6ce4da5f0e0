package se.varna.reporting.web;

import java.time.OffsetDateTime;
import se.varna.common.Input;
import se.varna.common.Refused;
import se.varna.reporting.IncidentReport;
import se.varna.reporting.Reporting;

/** Reads a report from what was sent, by the same names on the pages and in the API. */
final class ReportReader {

    private ReportReader() {}

    /**
     * @throws Refused with everything that has to be mended: what cannot be read, and what the use case does not allow
     */
    static IncidentReport read(Input input, OffsetDateTime occurredAt, Reporting reporting) {
        IncidentReport report = IncidentReport.of(input, occurredAt);
        try {
            reporting.check(report);
        } catch (Refused refused) {
            input.problems().addAllUnlessSaid(refused.problems());
        }
        input.problems().refuseIfAny();
        return report;
    }
}
