package se.varna.casepage;

import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.access.Part;
import se.varna.casefile.SecrecyGround;
import se.varna.disclosure.MoreParts;

/** Handing over parts of a case that were kept back. */
@Controller
class DisclosePage {

    private final CaseActions actions;
    private final MoreParts moreParts;

    DisclosePage(CaseActions actions, MoreParts moreParts) {
        this.actions = actions;
        this.moreParts = moreParts;
    }

    @PostMapping("/arenden/{number}/lamna-ut")
    @ForCase(Action.DISCLOSE)
    ModelAndView disclose(CaseAction action) {
        return actions.act(action, "disclose", form -> {
            SecrecyGround ground = form.choice("ground", SecrecyGround.class);
            Set<Part> parts = form.choices("parts", Part.class);
            form.problems().refuseIfAny();
            moreParts.handOver(action.number(), form.texts("to"), ground, parts, action.person());
        });
    }
}
