package se.varna.casepage;

import java.security.Principal;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
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

/** The case's page, and what is done on it about the case itself. */
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
    ModelAndView addInformation(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(number, person, sight, Form.of("information", typed), redirect, form -> {
            var indicators = form.choices("indicators", Indicator.class);
            CaseActions.written(form, "text", "page.informationRequired");
            following.addInformation(
                    number, person.getName(), form.text("text"), indicators, form.flag("movedToCouncil"));
        });
    }

    @PostMapping("/arenden/{number}/anteckning")
    @ForCase(Action.ADD_NOTE)
    ModelAndView addNote(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(number, person, sight, Form.of("note", typed), redirect, form -> {
            CaseActions.written(form, "text", "page.noteRequired");
            cases.addNote(number, person.getName(), form.text("text"));
        });
    }

    @PostMapping("/arenden/{number}/polisanmalan")
    @ForCase(Action.START_REFERRAL)
    ModelAndView startReferral(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(number, person, sight, Form.of("police", typed), redirect, form -> referrals.start(number));
    }

    @PostMapping("/arenden/{number}/ateroppna")
    @ForCase(Action.REOPEN)
    ModelAndView reopen(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(
                number,
                person,
                sight,
                Form.of("reopen", typed),
                redirect,
                form -> following.reopen(number, person.getName()));
    }

    @PostMapping("/arenden/{number}/partisamtycke")
    @ForCase(Action.CONSENT_TO_PARTY)
    ModelAndView consent(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(
                number,
                person,
                sight,
                Form.of("consent", typed),
                redirect,
                form -> consents.says(number, answer(form), person.getName()));
    }

    @PostMapping("/arenden/{number}/partisamtycke-i-samtal")
    @ForCase(Action.RECORD_CONSENT)
    ModelAndView recordConsent(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(number, person, sight, Form.of("oral", typed), redirect, form -> {
            CaseActions.written(form, "how", "page.consentHow");
            consents.saidTo(number, answer(form), form.text("how"), person.getName());
        });
    }

    @PostMapping("/arenden/{number}/upprepning")
    @ForCase(Action.TELL_OWNER)
    ModelAndView tellOwner(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return actions.act(number, person, sight, Form.of("repetition", typed), redirect, form -> {
            SecrecyGround ground = form.choice("ground", SecrecyGround.class);
            CaseActions.written(form, "text", "page.tellRequired");
            form.problems()
                    .addIf(ground == null, "ground", "page.groundRequired")
                    .refuseIfAny();
            repetition.tellOwner(number, form.text("text"), ground, person.getName());
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
