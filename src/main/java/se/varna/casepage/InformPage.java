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
import se.varna.consultation.InformationCopies;
import se.varna.directory.Owner;

/** On the case's page: telling another function of the case (R28), and the advice of one that has been told (R46). */
@Controller
class InformPage {

    private final CaseActions actions;
    private final InformationCopies copies;

    InformPage(CaseActions actions, InformationCopies copies) {
        this.actions = actions;
        this.copies = copies;
    }

    @PostMapping("/arenden/{number}/informera")
    @ForCase(Action.INFORM)
    ModelAndView inform(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(
                number,
                person,
                sight,
                Form.of("inform", typed),
                redirect,
                form -> copies.inform(
                        number, Owner.ofPublicUnit(form.text("told")), form.text("reason"), person.getName()));
    }

    @PostMapping("/arenden/{number}/rad")
    @ForCase(Action.ACKNOWLEDGE)
    ModelAndView advise(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(
                number,
                person,
                sight,
                Form.of("advice", typed),
                redirect,
                form -> copies.advise(number, form.text("advice"), person.getName()));
    }
}
