package se.varna.casepage;

import java.security.Principal;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.varna.access.Action;
import se.varna.access.Extent;
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
import se.varna.measures.Measures;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.Responsibilities;

/**
 * Shows the case's page and carries out what is done on it. How much it shows, and what it offers to do, follows from the
 * reader's {@link Sight}. Each action is one use case; what is refused is said at its field, and what was typed is kept.
 */
@Component
class CaseActions {

    private static final String EMBEDDED = "inbaddad";

    private final CaseReader reader;
    private final ReadLog readLog;
    private final Measures measures;
    private final Responsibilities responsibilities;
    private final NeedToKnow needToKnow;
    private final FunctionNames names;
    private final Choices choices;
    private final Labels labels;
    private final ProblemTexts texts;

    CaseActions(
            CaseReader reader,
            ReadLog readLog,
            Measures measures,
            Responsibilities responsibilities,
            NeedToKnow needToKnow,
            FunctionNames names,
            Choices choices,
            Labels labels,
            ProblemTexts texts) {
        this.reader = reader;
        this.readLog = readLog;
        this.measures = measures;
        this.responsibilities = responsibilities;
        this.needToKnow = needToKnow;
        this.names = names;
        this.choices = choices;
        this.labels = labels;
        this.texts = texts;
    }

    /** A text that must be there and can be kept; said here too, in the words of this page. */
    static void written(Form form, String field, String missing) {
        form.problems()
                .addIf(form.text(field) == null, field, missing)
                .checkText(field, form.text(field), CaseFiles.LONGEST_TEXT)
                .refuseIfAny();
    }

    ModelAndView page(String number, Sight sight) {
        return page(number, sight, null, HttpStatus.OK);
    }

    /** One use case, and back to the page: with what was done, or with what has to be mended. */
    ModelAndView act(
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

    private static String template(Extent extent) {
        return "case/"
                + (extent == Extent.SHARED ? Extent.LIMITED : extent).name().toLowerCase(Locale.ROOT);
    }

    private ModelAndView page(String number, Sight sight, Form refused, HttpStatus status) {
        ModelAndView page = new ModelAndView(template(sight.extent()), status);
        page.addObject("view", reader.read(number, sight));
        page.addObject("may", sight.actions().stream().map(Action::name).collect(Collectors.toSet()));
        page.addObject("refused", refused);
        page.addObject("forms", new Forms(refused));
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
}
