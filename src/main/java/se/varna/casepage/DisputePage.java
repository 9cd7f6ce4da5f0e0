package se.varna.casepage;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.access.Part;
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
    ModelAndView dispute(CaseAction action) {
        return actions.act(action, "dispute", form -> {
            var attached = form.choices("parts", Part.class);
            form.problems().refuseIfAny();
            var objection = new Settlements.Objection(form.text("reason"), form.text("owner"), attached);
            settlements.raise(action.number(), objection, action.person());
        });
    }
}
