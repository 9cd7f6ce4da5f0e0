package se.varna.casepage;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.varna.access.Action;
import se.varna.access.Extent;
import se.varna.access.ForCase;
import se.varna.access.NeedToKnow;
import se.varna.access.ReadLog;
import se.varna.access.Sight;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Indicator;
import se.varna.casefile.SecrecyGround;
import se.varna.common.Labels;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.web.Choice;
import se.varna.common.web.Choices;
import se.varna.common.web.Form;
import se.varna.consultation.Consultations;
import se.varna.directory.Owner;
import se.varna.disclosure.PartyConsent;
import se.varna.disclosure.Repetition;
import se.varna.followup.Following;
import se.varna.measures.Measures;
import se.varna.police.PoliceReferrals;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.Responsibilities;

/**
 * The case's page. How much it shows, and what it offers to do, follows from the reader's {@link Sight}. Each action is one use case; what is refused is said at its field, and what was typed is kept.
 */
@Controller
class CasePage {

    /** The page's forms: the name of each is the prefix of its fields' ids. */
    private static final List<String> FORMS = List.of(
            "information",
            "note",
            "police",
            "measure",
            "consultation",
            "owner",
            "reopen",
            "consent",
            "oral",
            "repetition");

    private static final String EMBEDDED = "inbaddad";

    private final CaseFiles cases;
    private final CaseReader reader;
    private final ReadLog readLog;
    private final Following following;
    private final PoliceReferrals referrals;
    private final Measures measures;
    private final Consultations consultations;
    private final Responsibilities responsibilities;
    private final PartyConsent consents;
    private final Repetition repetition;
    private final NeedToKnow needToKnow;
    private final FunctionNames names;
    private final Choices choices;
    private final Labels labels;
    private final ProblemTexts texts;

    CasePage(
            CaseFiles cases,
            CaseReader reader,
            ReadLog readLog,
            Following following,
            PoliceReferrals referrals,
            Measures measures,
            Consultations consultations,
            Responsibilities responsibilities,
            PartyConsent consents,
            Repetition repetition,
            NeedToKnow needToKnow,
            FunctionNames names,
            Choices choices,
            Labels labels,
            ProblemTexts texts) {
        this.cases = cases;
        this.reader = reader;
        this.readLog = readLog;
        this.following = following;
        this.referrals = referrals;
        this.measures = measures;
        this.consultations = consultations;
        this.responsibilities = responsibilities;
        this.consents = consents;
        this.repetition = repetition;
        this.needToKnow = needToKnow;
        this.names = names;
        this.choices = choices;
        this.labels = labels;
        this.texts = texts;
    }

    @GetMapping("/arenden/{number}")
    @ForCase(Action.READ)
    ModelAndView read(@PathVariable String number, Sight sight) {
        return page(number, sight, null, HttpStatus.OK);
    }

    @PostMapping("/arenden/{number}/information")
    @ForCase(Action.ADD_INFORMATION)
    ModelAndView addInformation(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return act(number, person, sight, Form.of("information", typed), redirect, form -> {
            var indicators = form.choices("indicators", Indicator.class);
            written(form, "text", "page.informationRequired");
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
        return act(number, person, sight, Form.of("note", typed), redirect, form -> {
            written(form, "text", "page.noteRequired");
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
        return act(number, person, sight, Form.of("police", typed), redirect, form -> referrals.start(number));
    }

    @PostMapping("/arenden/{number}/atgard")
    @ForCase(Action.PROPOSE_MEASURE)
    ModelAndView proposeMeasure(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return act(number, person, sight, Form.of("measure", typed), redirect, form -> {
            form.problems()
                    .addIf(form.text("kind") == null, "kind", "page.measureRequired")
                    .refuseIfAny();
            measures.propose(number, form.text("kind"), person.getName());
        });
    }

    @PostMapping("/arenden/{number}/samrad")
    @ForCase(Action.PROPOSE_CONSULTATION)
    ModelAndView proposeConsultation(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return act(number, person, sight, Form.of("consultation", typed), redirect, form -> {
            form.problems()
                    .checkText("reason", form.text("reason"), CaseFiles.LONGEST_TEXT)
                    .refuseIfAny();
            consultations.propose(number, form.text("reason"), person.getName());
        });
    }

    @PostMapping("/arenden/{number}/ansvar")
    @ForCase(Action.CHOOSE_OWNER)
    ModelAndView chooseOwner(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return act(number, person, sight, Form.of("owner", typed), redirect, form -> {
            form.problems()
                    .checkText("reason", form.text("reason"), CaseFiles.LONGEST_TEXT)
                    .refuseIfAny();
            responsibilities.chooseOwner(
                    number, Owner.ofPublicUnit(form.text("owner")), form.text("reason"), person.getName());
        });
    }

    @PostMapping("/arenden/{number}/ateroppna")
    @ForCase(Action.REOPEN)
    ModelAndView reopen(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return act(
                number,
                person,
                sight,
                Form.of("reopen", typed),
                redirect,
                form -> following.reopen(number, person.getName()));
    }

    /** A text that must be there and can be kept; said here too, in the words of this page. */
    private static void written(Form form, String field, String missing) {
        form.problems()
                .addIf(form.text(field) == null, field, missing)
                .checkText(field, form.text(field), CaseFiles.LONGEST_TEXT)
                .refuseIfAny();
    }

    @PostMapping("/arenden/{number}/partisamtycke")
    @ForCase(Action.CONSENT_TO_PARTY)
    ModelAndView consent(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            Sight sight,
            RedirectAttributes redirect) {
        return act(
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
        return act(number, person, sight, Form.of("oral", typed), redirect, form -> {
            written(form, "how", "page.consentHow");
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
        return act(number, person, sight, Form.of("repetition", typed), redirect, form -> {
            SecrecyGround ground = form.choice("ground", SecrecyGround.class);
            written(form, "text", "page.tellRequired");
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

    /** One use case, and back to the page: with what was done, or with what has to be mended. */
    private ModelAndView act(
            String number,
            Principal person,
            Sight sight,
            Form form,
            RedirectAttributes redirect,
            Consumer<Form> useCase) {
        try {
            useCase.accept(form);
        } catch (Refused refused) {
            form.refused(refused.problems(), texts);
            return pageAgain(number, person, sight, form, HttpStatus.BAD_REQUEST);
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            form.refused(Refused.because("case.wrongPhase").problems(), texts);
            return pageAgain(number, person, sight, form, HttpStatus.CONFLICT);
        }
        redirect.addFlashAttribute("done", form.name());
        boolean staysIn = needToKnow.may(person.getName(), number, Action.READ);
        return new ModelAndView(
                staysIn
                        ? "redirect:/arenden/" + number + (form.has(EMBEDDED, "") ? "?" + EMBEDDED : "")
                        : "redirect:/");
    }

    private ModelAndView pageAgain(String number, Principal person, Sight sight, Form form, HttpStatus status) {
        readLog.record(number, person.getName(), Action.READ.name(), sight.extent());
        return page(number, sight, form, status);
    }

    private ModelAndView page(String number, Sight sight, Form refused, HttpStatus status) {
        ModelAndView page = new ModelAndView("case/" + sight.extent().name().toLowerCase(Locale.ROOT), status);
        page.addObject("view", reader.read(number, sight.extent()));
        page.addObject("may", sight.actions().stream().map(Action::name).collect(Collectors.toSet()));
        page.addObject("refused", refused);
        page.addObject("forms", forms(refused));
        page.addObject("indicators", choices.of(Indicator.class));
        page.addObject(
                "grounds",
                Stream.of(SecrecyGround.values())
                        .map(ground -> new Choice(ground.name(), labels.of(ground)))
                        .toList());
        if (sight.extent() == Extent.FULL) {
            page.addObject(
                    "measureKinds",
                    measures.catalogue().stream()
                            .map(kind -> new Choice(kind.code(), kind.name()))
                            .toList());
            page.addObject(
                    "owners",
                    responsibilities.possibleOwners().stream()
                            .map(owner -> new Choice(owner.publicUnit(), names.name(owner)))
                            .toList());
        }
        return page;
    }

    private static Map<String, Form> forms(Form refused) {
        return Stream.concat(
                        Stream.ofNullable(refused),
                        FORMS.stream()
                                .filter(name -> refused == null || !name.equals(refused.name()))
                                .map(Form::empty))
                .collect(Collectors.toMap(Form::name, form -> form));
    }
}
