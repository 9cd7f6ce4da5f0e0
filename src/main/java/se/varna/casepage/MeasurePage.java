package se.varna.casepage;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Action;
import se.varna.access.ForCase;
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
    ModelAndView propose(CaseAction action) {
        return actions.act(action, "measure", form -> {
            String kind = form.text("kind");
            form.problems().addIf(kind == null, "kind", "page.measureRequired").refuseIfAny();
            if (form.flag("acute")) {
                measures.proposeAcute(action.number(), kind, form.text("reason"), action.person());
            } else {
                measures.propose(action.number(), kind, form.text("reason"), action.person());
            }
        });
    }
}
