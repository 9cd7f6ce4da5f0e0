package se.varna.casepage;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Action;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.access.ForCase;
import se.varna.recusal.Recusals;

/** Saying that one may not act in a case (jäv), and what is seen after something by which one has left a case. */
@Controller
class RecusalPage {

    private final CaseActions actions;
    private final Recusals recusals;

    RecusalPage(CaseActions actions, Recusals recusals) {
        this.actions = actions;
        this.recusals = recusals;
    }

    @PostMapping("/arenden/{number}/jav")
    @ForCase(Action.RECUSE)
    ModelAndView recuse(CaseAction action) {
        return actions.act(action, "recusal", form -> {
            CaseActions.written(form, "reason", "page.reasonRequired");
            recusals.recuse(action.number(), action.person(), form.text("reason"));
        });
    }

    @GetMapping(CaseActions.LEFT)
    @ForArea(Area.HOME)
    String left() {
        return "case/left";
    }
}
