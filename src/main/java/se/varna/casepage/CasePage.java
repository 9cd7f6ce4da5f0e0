package se.varna.casepage;

import java.security.Principal;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.access.Sight;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Indicator;
import se.varna.casefile.SecrecyGround;
import se.varna.common.web.Form;
import se.varna.disclosure.PartyConsent;
import se.varna.disclosure.Repetition;
import se.varna.followup.Following;
import se.varna.police.PoliceReferrals;

/** The case's page, and what is action on it about the case itself. */
@Controller
class CasePage {

    private final CaseActions actions;
    private final CaseFiles cases;
    private final Following following;
    private final PoliceReferrals referrals;
    private final PartyConsent consents;
    private final Repetition repetition;

    CasePage(
            CaseActions actions,
            CaseFiles cases,
            Following following,
            PoliceReferrals referrals,
            PartyConsent consents,
            Repetition repetition) {
        this.actions = actions;
        this.cases = cases;
        this.following = following;
        this.referrals = referrals;
        this.consents = consents;
        this.repetition = repetition;
    }

    @GetMapping("/arenden/{number}")
    @ForCase(Action.READ)
    ModelAndView read(@PathVariable String number, Principal person, Sight sight) {
        return actions.page(number, person, sight);
    }

    @PostMapping("/arenden/{number}/information")
    @ForCase(Action.ADD_INFORMATION)
    ModelAndView addInformation(CaseAction action) {
        return actions.act(action, "information", form -> {
            var indicators = form.choices("indicators", Indicator.class);
            CaseActions.written(form, "text", "page.informationRequired");
            following.addInformation(
                    action.number(), action.person(), form.text("text"), indicators, form.flag("movedToCouncil"));
        });
    }

    @PostMapping("/arenden/{number}/anteckning")
    @ForCase(Action.ADD_NOTE)
    ModelAndView addNote(CaseAction action) {
        return actions.act(action, "note", form -> {
            CaseActions.written(form, "text", "page.noteRequired");
            cases.addNote(action.number(), action.person(), form.text("text"));
        });
    }

    @PostMapping("/arenden/{number}/polisanmalan")
    @ForCase(Action.START_REFERRAL)
    ModelAndView startReferral(CaseAction action) {
        return actions.act(action, "police", form -> referrals.start(action.number()));
    }

    @PostMapping("/arenden/{number}/ateroppna")
    @ForCase(Action.REOPEN)
    ModelAndView reopen(CaseAction action) {
        return actions.act(action, "reopen", form -> following.reopen(action.number(), action.person()));
    }

    @PostMapping("/arenden/{number}/partisamtycke")
    @ForCase(Action.CONSENT)
    ModelAndView consent(CaseAction action) {
        return actions.act(action, "consent", form -> consents.says(action.number(), answer(form), action.person()));
    }

    @PostMapping("/arenden/{number}/partisamtycke-i-samtal")
    @ForCase(Action.RECORD_CONSENT)
    ModelAndView recordConsent(CaseAction action) {
        return actions.act(action, "oral", form -> {
            CaseActions.written(form, "how", "page.consentHow");
            consents.saidTo(action.number(), answer(form), form.text("how"), action.person());
        });
    }

    @PostMapping("/arenden/{number}/upprepning")
    @ForCase(Action.TELL_OWNER)
    ModelAndView tellOwner(CaseAction action) {
        return actions.act(action, "repetition", form -> {
            SecrecyGround ground = form.choice("ground", SecrecyGround.class);
            CaseActions.written(form, "text", "page.tellRequired");
            form.problems()
                    .addIf(ground == null, "ground", "page.groundRequired")
                    .refuseIfAny();
            repetition.tellOwner(action.number(), form.text("text"), ground, action.person());
        });
    }

    /** Yes or no to the party being told. */
    private static boolean answer(Form form) {
        String answer = form.text("answer");
        form.problems()
                .addIf(!Set.of("yes", "no").contains(String.valueOf(answer)), "answer", "page.answerRequired")
                .refuseIfAny();
        return "yes".equals(answer);
    }
}
