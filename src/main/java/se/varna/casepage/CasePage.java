package se.varna.casepage;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.varna.access.Extent;
import se.varna.access.ReadLog;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Indicator;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.web.Choice;
import se.varna.common.web.Choices;
import se.varna.common.web.Form;
import se.varna.consultation.Consultations;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
import se.varna.directory.Owner;
import se.varna.followup.Following;
import se.varna.measures.Measures;
import se.varna.police.PoliceReferrals;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.Responsibilities;

/**
 * The case's page. How much it shows follows from {@link CaseFiles#extent}; for those who may see nothing it does not
 * exist. Each action is one use case; what is refused is said at its field, and what was typed is kept.
 */
@Controller
class CasePage {

    /** The page's forms: the name of each is the prefix of its fields' ids. */
    private static final List<String> FORMS =
            List.of("information", "note", "police", "measure", "consultation", "owner", "reopen");

    private static final String EMBEDDED = "inbaddad";

    private final CaseFiles cases;
    private final CaseReader reader;
    private final ReadLog readLog;
    private final Following following;
    private final PoliceReferrals referrals;
    private final Measures measures;
    private final Consultations consultations;
    private final Responsibilities responsibilities;
    private final Directory directory;
    private final FunctionNames names;
    private final Choices choices;
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
            Directory directory,
            FunctionNames names,
            Choices choices,
            ProblemTexts texts) {
        this.cases = cases;
        this.reader = reader;
        this.readLog = readLog;
        this.following = following;
        this.referrals = referrals;
        this.measures = measures;
        this.consultations = consultations;
        this.responsibilities = responsibilities;
        this.directory = directory;
        this.names = names;
        this.choices = choices;
        this.texts = texts;
    }

    @GetMapping("/arenden/{number}")
    ModelAndView read(@PathVariable String number, Principal person) {
        return page(number, person.getName(), null, HttpStatus.OK);
    }

    @PostMapping("/arenden/{number}/information")
    ModelAndView addInformation(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            RedirectAttributes redirect) {
        return act(
                number,
                person,
                Form.of("information", typed),
                redirect,
                extent -> extent == Extent.OWN || extent.mayWork(),
                form -> {
                    var indicators = form.choices("indicators", Indicator.class);
                    form.problems().refuseIfAny();
                    following.addInformation(
                            number, person.getName(), form.text("text"), indicators, form.flag("movedToCouncil"));
                });
    }

    @PostMapping("/arenden/{number}/anteckning")
    ModelAndView addNote(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            RedirectAttributes redirect) {
        return act(
                number,
                person,
                Form.of("note", typed),
                redirect,
                Extent::mayWork,
                form -> cases.addNote(number, person.getName(), form.text("text")));
    }

    @PostMapping("/arenden/{number}/polisanmalan")
    ModelAndView startReferral(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            RedirectAttributes redirect) {
        return act(
                number, person, Form.of("police", typed), redirect, Extent::mayWork, form -> referrals.start(number));
    }

    @PostMapping("/arenden/{number}/atgard")
    ModelAndView proposeMeasure(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            RedirectAttributes redirect) {
        return act(
                number,
                person,
                Form.of("measure", typed),
                redirect,
                Extent::mayWork,
                form -> measures.propose(number, form.text("kind"), person.getName()));
    }

    @PostMapping("/arenden/{number}/samrad")
    ModelAndView proposeConsultation(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            RedirectAttributes redirect) {
        return act(number, person, Form.of("consultation", typed), redirect, Extent::mayWork, form -> {
            form.problems()
                    .checkText("reason", form.text("reason"), CaseFiles.LONGEST_TEXT)
                    .refuseIfAny();
            consultations.propose(number, form.text("reason"), person.getName());
        });
    }

    @PostMapping("/arenden/{number}/ansvar")
    ModelAndView chooseOwner(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            RedirectAttributes redirect) {
        return act(number, person, Form.of("owner", typed), redirect, Extent::mayWork, form -> {
            form.problems()
                    .checkText("reason", form.text("reason"), CaseFiles.LONGEST_TEXT)
                    .refuseIfAny();
            responsibilities.chooseOwner(
                    number, Owner.ofPublicUnit(form.text("owner")), form.text("reason"), person.getName());
        });
    }

    @PostMapping("/arenden/{number}/ateroppna")
    ModelAndView reopen(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            RedirectAttributes redirect) {
        return act(
                number,
                person,
                Form.of("reopen", typed),
                redirect,
                Extent::mayWork,
                form -> following.reopen(number, person.getName()));
    }

    /** One use case, and back to the page: with what was done, or with what has to be mended. */
    private ModelAndView act(
            String number,
            Principal person,
            Form form,
            RedirectAttributes redirect,
            Predicate<Extent> allowed,
            Consumer<Form> useCase) {
        Extent extent = cases.extent(number, person.getName());
        requireSomething(extent);
        if (!allowed.test(extent)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        try {
            useCase.accept(form);
        } catch (Refused refused) {
            form.refused(refused.problems(), texts);
            return page(number, person.getName(), form, HttpStatus.BAD_REQUEST);
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            form.refused(Refused.because("case.wrongPhase").problems(), texts);
            return page(number, person.getName(), form, HttpStatus.CONFLICT);
        }
        redirect.addFlashAttribute("done", form.name());
        boolean staysIn = cases.extent(number, person.getName()).seesAnything();
        return new ModelAndView(
                staysIn
                        ? "redirect:/arenden/" + number + (form.has(EMBEDDED, "") ? "?" + EMBEDDED : "")
                        : "redirect:/");
    }

    private static void requireSomething(Extent extent) {
        if (!extent.seesAnything()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private ModelAndView page(String number, String person, Form refused, HttpStatus status) {
        Extent extent = cases.extent(number, person);
        requireSomething(extent);
        readLog.record(number, person, "page", extent);
        ModelAndView page = new ModelAndView("case/" + extent.name().toLowerCase(Locale.ROOT), status);
        page.addObject("view", reader.read(number, extent));
        page.addObject("refused", refused);
        page.addObject("forms", forms(refused));
        page.addObject("indicators", choices.of(Indicator.class));
        if (extent == Extent.FULL) {
            page.addObject(
                    "measureKinds",
                    measures.catalogue().stream()
                            .map(kind -> new Choice(kind.code(), kind.name()))
                            .toList());
            page.addObject("mayChooseOwner", directory.groups(person).contains(Groups.SECURITY_AND_PREPAREDNESS));
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
