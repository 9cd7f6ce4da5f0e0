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
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.common.web.Form;
import se.varna.responsibility.Settlements;

/** The one who holds a case says on its page that it is another's. */
@Controller
class DisputePage {

    private final CaseActions actions;
    private final Settlements settlements;

    DisputePage(CaseActions actions, Settlements settlements) {
        this.actions = actions;
        this.settlements = settlements;
    }

    @PostMapping("/arenden/{number}/tvist")
    @ForCase(Action.DISPUTE)
    ModelAndView dispute(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(number, person, sight, Form.of("dispute", typed), redirect, form -> {
            var attached = form.choices("parts", Part.class);
            form.problems().refuseIfAny();
            var objection = new Settlements.Objection(form.text("reason"), form.text("owner"), attached);
            settlements.raise(number, objection, person.getName());
        });
    }
}
