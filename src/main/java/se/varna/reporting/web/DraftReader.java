package se.varna.reporting.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.stereotype.Component;
import se.varna.common.Input;
import se.varna.common.Problem;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.common.Sweden;
import se.varna.reporting.Draft;
import se.varna.reporting.IncidentReport;
import se.varna.reporting.Reporting;

/** Makes a report of a draft, and says which of its answers have to be mended first. */
@Component
class DraftReader {

    private final Reporting reporting;

    DraftReader(Reporting reporting) {
        this.reporting = reporting;
    }

    /** @throws Refused with everything that has to be mended, at the fields of the pages */
    IncidentReport report(Draft draft) {
        DraftInput input = new DraftInput(draft);
        try {
            return ReportReader.read(input, occurredAt(input), reporting);
        } catch (Refused refused) {
            throw new Refused(refused.problems().stream()
                    .map(problem -> new Problem(field(problem, input), problem.code(), problem.args()))
                    .toList());
        }
    }

    /** What has to be mended in the answer to one question. */
    List<Problem> problems(Draft draft, Question question) {
        try {
            report(draft);
            return List.of();
        } catch (Refused refused) {
            return refused.problems().stream()
                    .filter(problem -> question.fields().contains(problem.field()))
                    .toList();
        }
    }

    private static String field(Problem problem, DraftInput input) {
        return switch (problem.field()) {
            case "exposed" -> DraftInput.LISTED.equals(input.whom()) ? "exposedListed" : "whom";
            case "occurredAt" -> "occurredOn";
            default -> problem.field();
        };
    }

    /** When it happened, in Swedish time; a day alone as {@link Sweden#wholeDay}, since roughly is enough (question 5). */
    private OffsetDateTime occurredAt(Input input) {
        Problems problems = input.problems();
        LocalDate day = null;
        LocalTime time = null;
        String dayText = input.text("occurredOn");
        String timeText = input.text("occurredTime");
        try {
            day = dayText == null ? null : LocalDate.parse(dayText);
        } catch (DateTimeParseException e) {
            problems.add("occurredOn", "page.dateUnreadable");
        }
        try {
            time = timeText == null ? null : LocalTime.parse(timeText.replace('.', ':'));
        } catch (DateTimeParseException e) {
            problems.add("occurredTime", "page.timeUnreadable");
        }
        problems.addIf(timeText != null && dayText == null, "occurredOn", "dateMissing");
        if (day == null) {
            return null;
        }
        return (time == null ? Sweden.wholeDay(day) : Sweden.at(day, time)).toOffsetDateTime();
    }
}
