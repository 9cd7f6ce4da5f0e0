package se.varna.reporting.web;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.casefile.Place;
import se.varna.common.Labels;
import se.varna.common.ProblemTexts;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.common.TooOften;
import se.varna.common.web.Choice;
import se.varna.common.web.Choices;
import se.varna.common.web.Form;
import se.varna.directory.Directory;
import se.varna.reporting.IncidentReport;
import se.varna.reporting.Receipt;
import se.varna.reporting.Reporting;

/**
 * The page to report on: sixteen questions, two of them required (R44). What has been typed is kept whatever happens, and
 * a form that is sent twice is one case.
 */
@Controller
@ForArea(Area.REPORT)
class ReportPage {

    static final int LONGEST_KEY = 200;

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final String TOKEN = "token";
    private static final String KEY_FIELD = "Idempotency-Key";

    private final Reporting reporting;
    private final Directory directory;
    private final Choices choices;
    private final Labels labels;
    private final ProblemTexts texts;
    private final Clock clock;

    ReportPage(
            Reporting reporting, Directory directory, Choices choices, Labels labels, ProblemTexts texts, Clock clock) {
        this.reporting = reporting;
        this.directory = directory;
        this.choices = choices;
        this.labels = labels;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/rapportera")
    ModelAndView form(Principal person) {
        return page(Form.empty("rapport"), newToken(), person, HttpStatus.OK);
    }

    @PostMapping("/rapportera")
    ModelAndView report(@RequestParam MultiValueMap<String, String> typed, Principal person) {
        Form form = Form.of("rapport", typed);
        String token = form.text(TOKEN);
        boolean tokenFits = token != null && token.length() <= LONGEST_KEY;
        try {
            IncidentReport report = ReportReader.read(form, occurredAt(form), reporting);
            Receipt receipt = reporting.report(report, person.getName(), tokenFits ? token : null);
            return new ModelAndView("redirect:/kvittens/" + receipt.caseNumber());
        } catch (Refused refused) {
            boolean sentAlready = refused.problems().stream().anyMatch(problem -> KEY_FIELD.equals(problem.field()));
            form.refused(sentAlready ? Refused.because("page.sentAlready").problems() : refused.problems(), texts)
                    .saidAt("occurredAt", "occurredOn");
            HttpStatus status = refused instanceof TooOften ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.BAD_REQUEST;
            return page(form, sentAlready || !tokenFits ? newToken() : token, person, status);
        }
    }

    /**
     * When it happened, in Swedish time. A day alone is taken as noon, or now when noon has not come: roughly is enough
     * (question 5).
     */
    private OffsetDateTime occurredAt(Form form) {
        Problems problems = form.problems();
        LocalDate day = null;
        LocalTime time = null;
        String dayText = form.text("occurredOn");
        String timeText = form.text("occurredTime");
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
        if (time != null) {
            return day.atTime(time).atZone(ZONE).toOffsetDateTime();
        }
        Instant now = clock.instant();
        OffsetDateTime noon = day.atTime(LocalTime.NOON).atZone(ZONE).toOffsetDateTime();
        boolean notYetNoon =
                noon.toInstant().isAfter(now) && day.equals(now.atZone(ZONE).toLocalDate());
        return notYetNoon ? now.atZone(ZONE).toOffsetDateTime().withSecond(0).withNano(0) : noon;
    }

    private ModelAndView page(Form form, String token, Principal person, HttpStatus status) {
        ModelAndView page = new ModelAndView("report", status);
        page.addObject("form", form);
        page.addObject("token", token);
        page.addObject("persons", persons(person.getName()));
        page.addObject(
                "units",
                directory.units().stream()
                        .map(unit -> new Choice(unit.code(), unit.name()))
                        .toList());
        page.addObject("places", choices.of(Place.class));
        page.addObject("matters", choices.of(Matter.class));
        page.addObject("kinds", choices.of(Kind.class));
        page.addObject("indicators", choices.of(Indicator.class));
        return page;
    }

    /** Who may have been exposed: oneself, anyone with a mandate, or someone whom the directory does not know. */
    private List<Choice> persons(String reporter) {
        return Stream.of(
                        Stream.of(new Choice(IncidentReport.SELF, labels.text("choice.exposed.self"))),
                        directory.officials().stream()
                                .filter(official -> !official.id().equals(reporter))
                                .map(official -> new Choice(official.id(), official.displayName())),
                        Stream.of(new Choice(IncidentReport.OTHER, labels.text("choice.exposed.other"))))
                .flatMap(each -> each)
                .toList();
    }

    private static String newToken() {
        return UUID.randomUUID().toString();
    }
}
