package se.varna.reporting.web;

import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.Labels;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.web.Form;
import se.varna.reporting.IncidentReport;
import se.varna.reporting.Reporting;

/**
 * A call to the support line, written down by whoever answers while it is going on: one page, few fields (R33–R35, R44).
 * It becomes a case like any other.
 */
@Controller
@ForArea(Area.SUPPORT_LINE)
class CallPage {

    private static final String FORM = "samtal";

    private final Reporting reporting;
    private final DraftPages choices;
    private final Labels labels;
    private final ProblemTexts texts;

    CallPage(Reporting reporting, DraftPages choices, Labels labels, ProblemTexts texts) {
        this.reporting = reporting;
        this.choices = choices;
        this.labels = labels;
        this.texts = texts;
    }

    @GetMapping("/stodtelefon/samtal")
    ModelAndView call(Principal person) {
        return page(Form.empty(FORM), person);
    }

    @PostMapping("/stodtelefon/samtal")
    ModelAndView write(@RequestParam MultiValueMap<String, String> typed, Principal person) {
        Form form = Form.of(FORM, typed);
        try {
            IncidentReport report = ReportReader.read(Form.of(FORM, asReport(form)), null, reporting);
            String number = reporting
                    .report(report, person.getName(), "samtal-" + form.key())
                    .caseNumber();
            return new ModelAndView("redirect:/kvittens/" + number);
        } catch (Refused refused) {
            boolean anotherCall = refused.problems().stream()
                    .anyMatch(problem -> problem.code().equals("report.keyReused"));
            return page(form.refused(anotherCall ? Refused.because("call.another") : refused, texts), person);
        }
    }

    /** What was typed, under the names of a report: one whom nobody has chosen is told by name, and so is who called. */
    private MultiValueMap<String, String> asReport(Form form) {
        MultiValueMap<String, String> report = new LinkedMultiValueMap<>();
        for (String same :
                List.of("exposed", "exposedOther", "description", "acuteDanger", "reachAt", "matter", "unit")) {
            if (form.text(same) != null) {
                report.add(same, form.text(same));
            }
        }
        if (form.text("exposed") == null && form.text("exposedOther") != null) {
            report.set("exposed", IncidentReport.OTHER);
        }
        String caller = form.text("caller");
        String description = form.text("description");
        if (caller != null && description != null) {
            report.set("description", labels.text("call.told", caller, description));
        }
        return report;
    }

    private ModelAndView page(Form form, Principal person) {
        ModelAndView page = new ModelAndView("support-line/call", form.status());
        page.addObject("form", form);
        page.addObject("persons", choices.persons(person.getName()));
        page.addObject("matters", choices.choices().get("matter"));
        page.addObject("units", choices.choices().get("units"));
        return page;
    }
}
