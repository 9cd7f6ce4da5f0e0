package se.varna.responsibility.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.access.RateLimits;
import se.varna.casefile.Matter;
import se.varna.casefile.Place;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.TooOften;
import se.varna.common.web.Choice;
import se.varna.common.web.Choices;
import se.varna.common.web.Form;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.directory.Unit;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.Outcome;
import se.varna.responsibility.ResponsibilityTable;
import se.varna.responsibility.Situation;

/**
 * A few plain questions, and whom to turn to and why. Open to anyone. The answers stand in the address, so that the page
 * can be printed and kept: it asks for nothing personal.
 */
@Controller
@ForArea(Area.OPEN)
class WhomToContactPage {

    private final ResponsibilityTable table;
    private final Directory directory;
    private final FunctionNames names;
    private final Choices choices;
    private final ProblemTexts texts;
    private final RateLimits limits;

    WhomToContactPage(
            ResponsibilityTable table,
            Directory directory,
            FunctionNames names,
            Choices choices,
            ProblemTexts texts,
            RateLimits limits) {
        this.table = table;
        this.directory = directory;
        this.names = names;
        this.choices = choices;
        this.texts = texts;
        this.limits = limits;
    }

    /**
     * The answer, for people.
     *
     * @param phone the unit's own number, or null when none is known
     * @param councilMember whether the support line is theirs (R33)
     */
    record Answer(
            Owner.Function function,
            String name,
            String phone,
            String reason,
            List<String> informs,
            String rules,
            String version,
            boolean forNow,
            boolean councilMember) {}

    @GetMapping("/vem-kontaktar-jag")
    String ask(
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Form form = Form.of("fraga", typed);
        boolean asked = typed.containsKey("matter")
                || typed.containsKey("mandates")
                || typed.containsKey("unit")
                || typed.containsKey("place");
        if (asked) {
            try {
                limits.count(RateLimits.Of.QUESTION, request.getRemoteAddr());
                model.addAttribute("answer", answer(form));
            } catch (Refused refused) {
                if (refused instanceof TooOften) {
                    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                }
                form.refused(refused.problems(), texts);
            }
        }
        List<Unit> units = directory.units();
        model.addAttribute("form", form);
        model.addAttribute("boardChosen", chosen(form, units, Unit.Kind.BOARD));
        model.addAttribute("companyChosen", chosen(form, units, Unit.Kind.COMPANY));
        model.addAttribute("council", choices(units, Unit.Kind.COUNCIL));
        model.addAttribute("offices", choices(units, Unit.Kind.OFFICE));
        model.addAttribute("boards", choices(units, Unit.Kind.BOARD));
        model.addAttribute("companies", choices(units, Unit.Kind.COMPANY));
        model.addAttribute("matters", choices.of(Matter.class));
        model.addAttribute("places", choices.of(Place.class));
        return "whom-to-contact";
    }

    private Answer answer(Form form) {
        Situation situation = Question.read(form, directory);
        form.problems()
                .addIf(form.text("matter") == null, "matter", "page.matterRequired")
                .refuseIfAny();
        Outcome outcome = table.decide(situation);
        Owner owner = outcome.responsible();
        return new Answer(
                owner.function(),
                names.name(owner),
                directory.unit(owner.code()).map(Unit::securityPhone).orElse(null),
                outcome.reason(),
                outcome.inform().stream().map(names::name).toList(),
                String.join(", ", outcome.rules()),
                outcome.decisionVersion(),
                outcome.isUnsettled(),
                situation.mandates().stream()
                        .flatMap(code -> directory.unit(code).stream())
                        .anyMatch(unit -> unit.kind() == Unit.Kind.COUNCIL));
    }

    private static boolean chosen(Form form, List<Unit> units, Unit.Kind kind) {
        return units.stream().anyMatch(unit -> unit.kind() == kind && form.has("mandates", unit.code()));
    }

    private static List<Choice> choices(List<Unit> units, Unit.Kind kind) {
        return units.stream()
                .filter(unit -> unit.kind() == kind)
                .map(unit -> new Choice(unit.code(), unit.name()))
                .toList();
    }
}
