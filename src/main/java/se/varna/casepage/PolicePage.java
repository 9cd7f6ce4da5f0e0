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
import se.varna.police.PoliceReferral;
import se.varna.police.PoliceReferrals;
import se.varna.police.Registrations;

/** What is done on the case's page about the police. */
@Controller
class PolicePage {

    private final CaseActions actions;
    private final PoliceReferrals referrals;
    private final Registrations registrations;

    PolicePage(CaseActions actions, PoliceReferrals referrals, Registrations registrations) {
        this.actions = actions;
        this.referrals = referrals;
        this.registrations = registrations;
    }

    @PostMapping("/arenden/{number}/vem-anmaler")
    @ForCase(Action.ANSWER_POLICE)
    ModelAndView answer(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(number, person, sight, Form.of("policeAnswer", typed), redirect, form -> {
            var who = form.choice("who", PoliceReferral.ReportedBy.class);
            form.problems().refuseIfAny();
            referrals.answer(number, who, person.getName());
        });
    }

    @PostMapping("/arenden/{number}/polisunderlag")
    @ForCase(Action.MAKE_POLICE_BUNDLE)
    ModelAndView wish(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(
                number,
                person,
                sight,
                Form.of("wishes", typed),
                redirect,
                form -> referrals.wish(
                        number,
                        form.text("earlier"),
                        form.text("workMobile"),
                        form.flag("askProtection"),
                        person.getName()));
    }

    @PostMapping("/arenden/{number}/diariefort")
    @ForCase(Action.REGISTER_MAIL)
    ModelAndView register(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(
                number,
                person,
                sight,
                Form.of("register", typed),
                redirect,
                form -> registrations.register(
                        number, form.flag("registered"), form.text("diaryNumber"), person.getName()));
    }
}
