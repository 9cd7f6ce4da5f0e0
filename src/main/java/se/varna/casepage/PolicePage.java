package se.varna.casepage;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.police.PoliceReferral;
import se.varna.police.PoliceReferrals;
import se.varna.police.Registrations;

/** What is action on the case's page about the police. */
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
    ModelAndView answer(CaseAction action) {
        return actions.act(action, "policeAnswer", form -> {
            var who = form.choice("who", PoliceReferral.ReportedBy.class);
            form.problems().refuseIfAny();
            referrals.answer(action.number(), who, action.person());
        });
    }

    @PostMapping("/arenden/{number}/polisunderlag")
    @ForCase(Action.MAKE_POLICE_BUNDLE)
    ModelAndView wish(CaseAction action) {
        return actions.act(
                action,
                "wishes",
                form -> referrals.wish(
                        action.number(),
                        form.text("earlier"),
                        form.text("workMobile"),
                        form.flag("askProtection"),
                        action.person()));
    }

    @PostMapping("/arenden/{number}/diariefort")
    @ForCase(Action.REGISTER_MAIL)
    ModelAndView register(CaseAction action) {
        return actions.act(
                action,
                "register",
                form -> registrations.register(
                        action.number(), form.flag("registered"), form.text("diaryNumber"), action.person()));
    }
}
