package se.varna.casepage;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.consultation.Consultations;

/** What is action on the case's page about consultations: to propose one, and to take the proposal back. */
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
    ModelAndView propose(CaseAction action) {
        return actions.act(
                action,
                "consultation",
                form -> consultations.propose(
                        action.number(),
                        new Consultations.Proposal(form.text("reason"), form.flag("questionMoved"), form.text("unit")),
                        action.person()));
    }

    @PostMapping("/arenden/{number}/samrad/aterta")
    @ForCase(Action.WITHDRAW_CONSULTATION)
    ModelAndView withdraw(CaseAction action) {
        return actions.act(
                action,
                "withdrawal",
                form -> consultations.withdraw(action.number(), form.text("reason"), action.person()));
    }
}
