package se.varna.casepage;

import java.security.Principal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Action;
import se.varna.access.Extent;
import se.varna.access.NeedToKnow;
import se.varna.access.Part;
import se.varna.access.ReadLog;
import se.varna.access.Sight;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Indicator;
import se.varna.casefile.SecrecyGround;
import se.varna.common.Choice;
import se.varna.common.Labels;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.web.Choices;
import se.varna.common.web.Form;
import se.varna.directory.Owner;
import se.varna.disclosure.MoreParts;
import se.varna.measures.MeasureKind;
import se.varna.measures.Measures;
import se.varna.responsibility.FunctionNames;

/**
 * Shows the case's page and carries out what is done on it. How much it shows, and what it offers to do, follows from the
 * reader's {@link Sight}. Each action is one use case; what is refused is said at its field, and what was typed is kept.
 */
@Component
class CaseActions {

    /** Where one is led who can no longer see the case: below the address of cases, so that Tasklist may show it too. */
    static final String LEFT = "/arenden/klart";

    private static final String EMBEDDED = "inbaddad";

    private final CaseReader reader;
    private final InformedReader informed;
    private final ConsultationReader consultations;
    private final PlannedReader planned;
    private final ReadLog readLog;
    private final Measures measures;
    private final MoreParts moreParts;
    private final NeedToKnow needToKnow;
    private final FunctionNames names;
    private final Choices choices;
    private final Labels labels;
    private final ProblemTexts texts;

    CaseActions(
            CaseReader reader,
            InformedReader informed,
            ConsultationReader consultations,
            PlannedReader planned,
            ReadLog readLog,
            Measures measures,
            MoreParts moreParts,
            NeedToKnow needToKnow,
            FunctionNames names,
            Choices choices,
            Labels labels,
            ProblemTexts texts) {
        this.reader = reader;
        this.informed = informed;
        this.consultations = consultations;
        this.planned = planned;
        this.readLog = readLog;
        this.measures = measures;
        this.moreParts = moreParts;
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

    ModelAndView page(String number, Principal person, Sight sight) {
        return page(number, person.getName(), sight, null, HttpStatus.OK);
    }

    /**
     * One use case, and back to the page: with what was done, or with what has to be mended.
     *
     * @param name the form's: the prefix of its fields' ids, and of the sentence that says that it is done
     */
    ModelAndView act(CaseAction action, String name, Consumer<Form> useCase) {
        Form form = Form.of(name, action.typed());
        try {
            useCase.accept(form);
        } catch (Refused refused) {
            return pageAgain(action, form.refused(refused.problems(), texts), HttpStatus.BAD_REQUEST);
        } catch (ConcurrencyFailureException changedMeanwhile) {
            Refused late = Refused.because("case.wrongPhase");
            return pageAgain(action, form.refused(late.problems(), texts), HttpStatus.CONFLICT);
        }
        action.said().put("done", name);
        boolean staysIn = needToKnow.may(action.person(), action.number(), Action.READ);
        return new ModelAndView("redirect:" + (staysIn ? "/arenden/" + action.number() : LEFT)
                + (form.has(EMBEDDED, "") ? "?" + EMBEDDED : ""));
    }

    private ModelAndView pageAgain(CaseAction action, Form form, HttpStatus status) {
        readLog.record(action.number(), Action.READ.name(), action.sight());
        return page(action.number(), action.person(), action.sight(), form, status);
    }

    private static String template(Extent extent) {
        return switch (extent) {
            case FULL -> "case/full";
            case LIMITED, SHARED, CONTACT -> "case/limited";
            case OWN -> "case/own";
            case RECEIPT, NOTHING, HANDED_OVER -> throw new IllegalArgumentException("nothing to show");
        };
    }

    private ModelAndView page(String number, String person, Sight sight, Form refused, HttpStatus status) {
        ModelAndView page = new ModelAndView(template(sight.extent()), status);
        page.addObject("view", reader.read(number, person, sight));
        page.addObject("may", sight.actions().stream().map(Action::name).collect(Collectors.toSet()));
        page.addObject("sight", sight);
        page.addObject("informed", informed.of(number, person, sight));
        page.addObject("adviceConsent", sight.may(Action.CONSENT) && informed.maySeeForAdvice(number));
        page.addObject("planned", planned.read(number, sight));
        page.addObject("refused", refused);
        page.addObject("forms", new Forms(refused));
        page.addObject("consultation", consultations.of(number, sight));
        page.addObject("indicators", choices.of(Indicator.class));
        page.addObject(
                "grounds",
                Choice.of(
                        List.of(SecrecyGround.values()),
                        Enum::name,
                        ground -> StringUtils.capitalize(labels.of(ground))));
        if (sight.may(Action.DISCLOSE)) {
            List<MoreParts.Way> ways = moreParts.ways(number, person);
            page.addObject(
                    "receivers",
                    Choice.of(
                            ways.stream().map(MoreParts.Way::to).distinct().toList(), Owner::publicUnit, names::name));
            List<Part> given = ways.stream()
                    .flatMap(way -> way.given().stream())
                    .distinct()
                    .sorted()
                    .toList();
            page.addObject("given", given.isEmpty() ? null : labels.text("disclose.given", labels.of(given)));
            page.addObject("parts", choices.of(Part.class));
        }
        if (sight.extent() == Extent.FULL) {
            page.addObject("topics", Topic.values());
            page.addObject("tellable", informed.tellable(number));
            page.addObject("measureKinds", Choice.of(measures.catalogue(), MeasureKind::code, MeasureKind::name));
        }
        return page;
    }
}
