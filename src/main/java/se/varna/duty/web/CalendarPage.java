package se.varna.duty.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.web.Form;
import se.varna.duty.StaffedHours;

/**
 * The days that the city decides about itself, whatever the almanac says; open deadlines move with them. For Säkerhet och
 * Beredskap and administrators; for everybody else there is no such page.
 */
@Controller
@ForArea(Area.CALENDAR)
class CalendarPage {

    private static final int LONGEST_REASON = 200;

    private final StaffedHours hours;
    private final ProblemTexts texts;

    CalendarPage(StaffedHours hours, ProblemTexts texts) {
        this.hours = hours;
        this.texts = texts;
    }

    @GetMapping("/kalender")
    ModelAndView days() {
        return page(Form.empty("dag"));
    }

    @PostMapping("/kalender")
    ModelAndView decide(@RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.of("dag", typed);
        try {
            LocalDate day = day(form);
            String staffed = form.text("staffed");
            String reason = form.text("reason");
            form.problems()
                    .addIf(!Set.of("yes", "no").contains(String.valueOf(staffed)), "staffed", "calendar.staffed")
                    .addIf(reason == null, "reason", "calendar.reason")
                    .checkText("reason", reason, LONGEST_REASON)
                    .refuseIfAny();
            hours.decide(day, "yes".equals(staffed), reason);
        } catch (Refused refused) {
            return page(form.refused(refused, texts));
        }
        return new ModelAndView("redirect:/kalender");
    }

    @PostMapping("/kalender/ta-bort")
    ModelAndView undecide(@RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.of("bort", typed);
        LocalDate day = day(form);
        if (day != null && plausible(day)) {
            hours.undecide(day);
        }
        return new ModelAndView("redirect:/kalender");
    }

    private static LocalDate day(Form form) {
        String text = form.text("day");
        try {
            form.problems().addIf(text == null, "day", "calendar.day");
            LocalDate day = text == null ? null : LocalDate.parse(text);
            form.problems().addIf(day != null && !plausible(day), "day", "page.dateUnreadable");
            return day;
        } catch (DateTimeParseException e) {
            form.problems().add("day", "page.dateUnreadable");
            return null;
        }
    }

    private static boolean plausible(LocalDate day) {
        return day.getYear() >= 2000 && day.getYear() < 2100;
    }

    private ModelAndView page(Form form) {
        ModelAndView page = new ModelAndView("calendar", form.status());
        page.addObject("form", form);
        page.addObject("days", hours.decidedDays());
        page.addObject("opens", hours.opens());
        page.addObject("closes", hours.closes());
        return page;
    }
}
