package se.varna.planning.web;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.Choice;
import se.varna.common.Sweden;
import se.varna.directory.Directory;
import se.varna.directory.Unit;
import se.varna.planning.ComingEvents;

/** What comes when, a month at a time and unit by unit: of the events that one's function holds. */
@Controller
class ComingEventsPage {

    private final ComingEvents coming;
    private final Directory directory;
    private final Clock clock;

    ComingEventsPage(ComingEvents coming, Directory directory, Clock clock) {
        this.coming = coming;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/moten")
    @ForArea(Area.CASES)
    String month(
            @RequestParam(name = "manad", required = false) String wanted,
            @RequestParam(name = "enhet", required = false) String unit,
            Principal person,
            Model model) {
        YearMonth month = month(wanted);
        Map<String, String> units = directory.units().stream().collect(Collectors.toMap(Unit::code, Unit::name));
        String chosen = unit != null && units.containsKey(unit) ? unit : null;
        List<ComingEvents.Line> lines =
                coming.between(person.getName(), begins(month), begins(month.plusMonths(1)), chosen);
        Map<LocalDate, List<ComingEvents.Line>> days = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.startsAt().atZone(Sweden.TIME).toLocalDate(), TreeMap::new, Collectors.toList()));
        model.addAttribute("month", month);
        model.addAttribute("days", days);
        model.addAttribute("units", units);
        model.addAttribute("chosen", chosen);
        model.addAttribute(
                "choices",
                units.entrySet().stream()
                        .map(each -> new Choice(each.getKey(), each.getValue()))
                        .sorted(Comparator.comparing(Choice::label))
                        .toList());
        return "planned/coming";
    }

    /** This month, where none is asked for or what is asked for is none. */
    private YearMonth month(String wanted) {
        YearMonth now = YearMonth.now(clock.withZone(Sweden.TIME));
        try {
            YearMonth month = wanted == null ? now : YearMonth.parse(wanted);
            return month.getYear() < 2000 || month.getYear() > 2099 ? now : month;
        } catch (DateTimeParseException e) {
            return now;
        }
    }

    private static Instant begins(YearMonth month) {
        return month.atDay(1).atStartOfDay(Sweden.TIME).toInstant();
    }
}
