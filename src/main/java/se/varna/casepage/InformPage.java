package se.varna.casepage;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.consultation.InformationCopies;
import se.varna.directory.Owner;

/**
 * On the case's page: telling another function of the case (R28), asking for advice about a party's (R42), and the advice
 * of one that has been told (R46).
 */
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
    ModelAndView inform(CaseAction action) {
        return actions.act(
                action,
                "inform",
                form -> copies.inform(
                        action.number(), Owner.ofPublicUnit(form.text("told")), form.text("reason"), action.person()));
    }

    @PostMapping("/arenden/{number}/be-om-rad")
    @ForCase(Action.ASK_ADVICE)
    ModelAndView askAdvice(CaseAction action) {
        return actions.act(
                action,
                "ask",
                form -> copies.askAdvice(
                        action.number(), form.text("question"), form.text("consent"), action.person()));
    }

    /** The yes is given by asking, or to the party's officer; here it is taken back. */
    @PostMapping("/arenden/{number}/radssamtycke")
    @ForCase(Action.CONSENT)
    ModelAndView withdrawAdvice(CaseAction action) {
        return actions.act(action, "consent", form -> {
            form.problems()
                    .addIf(!form.has("answer", "no"), "answer", "page.answerRequired")
                    .refuseIfAny();
            copies.withdrawAdvice(action.number(), action.person());
        });
    }

    @PostMapping("/arenden/{number}/rad")
    @ForCase(Action.ACKNOWLEDGE)
    ModelAndView advise(CaseAction action) {
        return actions.act(
                action, "advice", form -> copies.advise(action.number(), form.text("advice"), action.person()));
    }
}
