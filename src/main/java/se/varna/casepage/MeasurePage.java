package se.varna.casepage;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.access.Sight;
import se.varna.common.web.Form;
import se.varna.measures.Measures;

/** Proposing a protective measure on the case's page. */
@Controller
class MeasurePage {

    private final CaseActions actions;
    private final Measures measures;

    MeasurePage(CaseActions actions, Measures measures) {
        this.actions = actions;
        this.measures = measures;
    }

    @PostMapping("/arenden/{number}/atgard")
    @ForCase(Action.PROPOSE_MEASURE)
    ModelAndView propose(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(number, person, sight, Form.of("measure", typed), redirect, form -> {
            String kind = form.text("kind");
            form.problems().addIf(kind == null, "kind", "page.measureRequired").refuseIfAny();
            if (form.flag("acute")) {
                measures.proposeAcute(number, kind, form.text("reason"), person.getName());
            } else {
                measures.propose(number, kind, form.text("reason"), person.getName());
            }
        });
    }
}
