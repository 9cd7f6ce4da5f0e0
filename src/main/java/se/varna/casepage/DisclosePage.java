package se.varna.casepage;

import java.security.Principal;
import java.util.Set;
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
import se.varna.casefile.SecrecyGround;
import se.varna.common.web.Form;
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
    ModelAndView disclose(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(number, person, sight, Form.of("disclose", typed), redirect, form -> {
            SecrecyGround ground = form.choice("ground", SecrecyGround.class);
            Set<Part> parts = form.choices("parts", Part.class);
            form.problems().refuseIfAny();
            moreParts.handOver(number, form.texts("to"), ground, parts, person.getName());
        });
    }
}
