package se.varna.casepage;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.varna.access.Action;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.access.ForCase;
import se.varna.access.Sight;
import se.varna.common.web.Form;
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
    ModelAndView recuse(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(number, person, sight, Form.of("recusal", typed), redirect, form -> {
            CaseActions.written(form, "reason", "page.reasonRequired");
            recusals.recuse(number, person.getName(), form.text("reason"));
        });
    }

    @GetMapping(CaseActions.LEFT)
    @ForArea(Area.HOME)
    String left() {
        return "case/left";
    }
}
