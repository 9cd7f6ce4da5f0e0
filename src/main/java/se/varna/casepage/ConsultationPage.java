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
import se.varna.consultation.Consultations;

/** What is done on the case's page about consultations: to propose one, and to take the proposal back. */
@Controller
class ConsultationPage {

    private final CaseActions actions;
    private final Consultations consultations;

    ConsultationPage(CaseActions actions, Consultations consultations) {
        this.actions = actions;
        this.consultations = consultations;
    }

    @PostMapping("/arenden/{number}/samrad")
    @ForCase(Action.PROPOSE_CONSULTATION)
    ModelAndView propose(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(
                number,
                person,
                sight,
                Form.of("consultation", typed),
                redirect,
                form -> consultations.propose(
                        number,
                        new Consultations.Proposal(form.text("reason"), form.flag("questionMoved"), form.text("unit")),
                        person.getName()));
    }

    @PostMapping("/arenden/{number}/samrad/aterta")
    @ForCase(Action.WITHDRAW_CONSULTATION)
    ModelAndView withdraw(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(
                number,
                person,
                sight,
                Form.of("withdrawal", typed),
                redirect,
                form -> consultations.withdraw(number, form.text("reason"), person.getName()));
    }
}
