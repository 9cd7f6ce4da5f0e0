package se.varna.supportline.web;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.Choice;
import se.varna.common.Labels;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.Sweden;
import se.varna.common.web.Form;
import se.varna.directory.Directory;
import se.varna.supportline.Roster;

/** The roster of the support line, week by week. For Säkerhet och Beredskap; for everybody else there is no such page. */
@Controller
@ForArea(Area.ROSTER)
class RosterPage {

    private static final String FORM = "vakt";

    private final Roster roster;
    private final RosterWeek weeks;
    private final Directory directory;
    private final Labels labels;
    private final ProblemTexts texts;
    private final Clock clock;

    RosterPage(Roster roster, RosterWeek weeks, Directory directory, Labels labels, ProblemTexts texts, Clock clock) {
        this.roster = roster;
        this.weeks = weeks;
        this.directory = directory;
        this.labels = labels;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/stodtelefon/vakter")
    ModelAndView week(@RequestParam(name = "dag", required = false) String day) {
        return page(shown(day), Form.empty(FORM));
    }

    @PostMapping("/stodtelefon/vakter")
    ModelAndView add(@RequestParam MultiValueMap<String, String> typed, Principal person) {
        Form form = Form.of(FORM, typed);
        Roster.Plan plan = read(form);
        try {
            roster.add(plan, form.problems(), person.getName());
        } catch (Refused refused) {
            LocalDate shown = plan.day() != null && plausible(plan.day()) ? plan.day() : shown(typed.getFirst("dag"));
            return page(shown, form.refused(refused, texts));
        }
        return new ModelAndView("redirect:/stodtelefon/vakter?dag=" + plan.day());
    }

    @PostMapping("/stodtelefon/vakter/ta-bort")
    ModelAndView remove(@RequestParam MultiValueMap<String, String> typed) {
        try {
            roster.remove(UUID.fromString(String.valueOf(typed.getFirst("vakt"))));
        } catch (IllegalArgumentException e) {
            // No such watch: there is nothing to take back.
        }
        return new ModelAndView("redirect:/stodtelefon/vakter?dag=" + shown(typed.getFirst("dag")));
    }

    private Roster.Plan read(Form form) {
        form.problems()
                .addIf(form.text("day") == null, "day", "required")
                .addIf(form.text("from") == null, "from", "required")
                .addIf(form.text("until") == null, "until", "required");
        return new Roster.Plan(
                form.text("who"),
                day(form, "day"),
                time(form, "from"),
                day(form, "untilDay"),
                time(form, "until"),
                number(form, "weeks"));
    }

    private static LocalDate day(Form form, String field) {
        String text = form.text(field);
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text);
            if (day != null && !plausible(day)) {
                form.problems().add(field, "page.dateUnreadable");
                return null;
            }
            return day;
        } catch (DateTimeParseException e) {
            form.problems().add(field, "page.dateUnreadable");
            return null;
        }
    }

    /** A time as a browser sends it, or as people write it: 08:00, 8.00. */
    private static LocalTime time(Form form, String field) {
        String text = form.text(field);
        try {
            return text == null ? null : LocalTime.parse(text.replace('.', ':').replaceFirst("^(\\d):", "0$1:"));
        } catch (DateTimeParseException e) {
            form.problems().add(field, "roster.time");
            return null;
        }
    }

    private static int number(Form form, String field) {
        String text = form.text(field);
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static boolean plausible(LocalDate day) {
        return day.getYear() >= 2000 && day.getYear() < 2100;
    }

    /** The day whose week is shown: today's, unless another is asked for. */
    private LocalDate shown(String day) {
        try {
            LocalDate asked = day == null ? null : LocalDate.parse(day);
            return asked != null && plausible(asked) ? asked : LocalDate.now(clock.withZone(Sweden.TIME));
        } catch (DateTimeParseException e) {
            return LocalDate.now(clock.withZone(Sweden.TIME));
        }
    }

    private ModelAndView page(LocalDate day, Form form) {
        ModelAndView page = new ModelAndView("support-line/roster", form.status());
        List<Choice> persons = directory.persons(roster.persons()).stream()
                .map(person -> new Choice(person.id(), person.displayName()))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
        page.addObject("form", form);
        page.addObject("shown", day);
        page.addObject("week", weeks.of(day));
        page.addObject(
                "who",
                Stream.concat(persons.stream(), Stream.of(new Choice(Roster.COMPANY, labels.text("roster.company"))))
                        .toList());
        page.addObject("mostWeeks", Roster.MOST_WEEKS);
        return page;
    }
}
