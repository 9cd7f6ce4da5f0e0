package se.varna.responsibility.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.access.RateLimits;
import se.varna.casefile.Matter;
import se.varna.common.Choice;
import se.varna.common.Labels;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.TooOften;
import se.varna.common.web.Bilingual;
import se.varna.common.web.Form;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.directory.Unit;
import se.varna.responsibility.ContactPoints;
import se.varna.responsibility.ContactPoints.Asker;
import se.varna.responsibility.ContactPoints.ContactPoint;
import se.varna.responsibility.ContactPoints.TurnTo;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.Outcome;
import se.varna.responsibility.ResponsibilityTable;
import se.varna.responsibility.Situation;

/**
 * Five plain questions, and whom to turn to, when they answer, and why. Open to anyone. The answers stand in the address,
 * so that the page can be printed and kept: it asks for nothing personal.
 */
@Controller
@ForArea(Area.OPEN)
@Bilingual
class WhomToContactPage {

    private static final List<String> QUESTIONS = List.of("who", "mandates", "matter", "unit", "place");

    private final ResponsibilityTable table;
    private final ContactPoints points;
    private final Directory directory;
    private final FunctionNames names;
    private final AnsweringHours hours;
    private final Labels labels;
    private final ProblemTexts texts;
    private final RateLimits limits;

    WhomToContactPage(
            ResponsibilityTable table,
            ContactPoints points,
            Directory directory,
            FunctionNames names,
            AnsweringHours hours,
            Labels labels,
            ProblemTexts texts,
            RateLimits limits) {
        this.table = table;
        this.points = points;
        this.directory = directory;
        this.names = names;
        this.hours = hours;
        this.labels = labels;
        this.texts = texts;
        this.limits = limits;
    }

    /**
     * The answer, for people.
     *
     * @param turnTo where to turn, as {@code LINE_MANAGER}, or the {@link Owner.Function} that is responsible
     * @param name what the directory calls the function, or null for one that is not in it
     * @param phone the function's number, or null when none is known
     * @param hours when somebody answers, or null when that is not known
     * @param reasons the decision tables' sentences
     * @param versions of the decision tables
     * @param forNow whether it has yet to be settled whose it is
     * @param councilMember whether the support line is theirs (R33)
     */
    record Answer(
            String turnTo,
            String name,
            String phone,
            AnsweringHours.Said hours,
            List<String> reasons,
            List<String> informs,
            String rules,
            String versions,
            boolean forNow,
            boolean councilMember) {}

    @GetMapping("/vem-kontaktar-jag")
    String ask(
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Form form = Form.of("fraga", new LinkedMultiValueMap<>(typed));
        boolean asked = QUESTIONS.stream().anyMatch(typed::containsKey);
        if (asked) {
            // The answers go along to the other language.
            model.addAttribute("kept", kept(typed));
            try {
                limits.count(RateLimits.Of.QUESTION, request.getRemoteAddr());
                model.addAttribute("answer", answer(form));
            } catch (Refused refused) {
                if (refused instanceof TooOften) {
                    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                }
                form.refused(refused, texts);
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
        model.addAttribute("askers", choices(Asker.values()));
        model.addAttribute("matters", choices(Matter.values()));
        return "whom-to-contact";
    }

    private Answer answer(Form form) {
        Asker asker = form.choice("who", Asker.class);
        boolean aboutOfficial = asker == null || asker.isAboutOfficial();
        Situation situation = aboutOfficial ? Question.read(form, directory) : null;
        form.problems()
                .addIf(aboutOfficial && form.text("matter") == null, "matter", "whom.matterRequired")
                .refuseIfAny();
        ContactPoint point = points.of(asker == null ? Asker.OFFICIAL : asker);
        return point.turnTo() == TurnTo.RESPONSIBLE ? responsible(point, situation) : elsewhere(point);
    }

    private Answer responsible(ContactPoint point, Situation situation) {
        Outcome outcome = table.decide(situation);
        Owner owner = outcome.responsible();
        boolean councilMember = directory.hasCouncil(situation.mandates());
        return new Answer(
                owner.function().name(),
                names.name(owner),
                directory.unit(owner.publicUnit()).map(Unit::securityPhone).orElse(null),
                hours.of(owner, councilMember),
                Stream.of(point.reason(), outcome.reason())
                        .filter(reason -> !reason.isBlank())
                        .toList(),
                outcome.inform().stream().map(names::name).toList(),
                rules(point.rules(), outcome.rules()),
                point.version() + ", " + outcome.decisionVersion(),
                outcome.isUnsettled(),
                councilMember);
    }

    private static Answer elsewhere(ContactPoint point) {
        return new Answer(
                point.turnTo().name(),
                null,
                null,
                null,
                List.of(point.reason()),
                List.of(),
                rules(point.rules(), List.of()),
                point.version(),
                false,
                false);
    }

    private static String rules(List<String> some, List<String> others) {
        return String.join(
                ", ", Stream.concat(others.stream(), some.stream()).distinct().toList());
    }

    private static String kept(MultiValueMap<String, String> typed) {
        MultiValueMap<String, String> answers = new LinkedMultiValueMap<>(typed);
        answers.keySet().retainAll(QUESTIONS);
        String query = UriComponentsBuilder.newInstance()
                .queryParams(answers)
                .encode()
                .build()
                .getQuery();
        return query == null ? "" : "&" + query;
    }

    /** In this page's own words: it asks before anything has happened too. */
    private List<Choice> choices(Enum<?>[] values) {
        return Choice.of(
                List.of(values),
                Enum::name,
                value -> labels.text("whom." + value.getDeclaringClass().getSimpleName() + "." + value.name()));
    }

    private static boolean chosen(Form form, List<Unit> units, Unit.Kind kind) {
        return units.stream().anyMatch(unit -> unit.kind() == kind && form.has("mandates", unit.code()));
    }

    private static List<Choice> choices(List<Unit> units, Unit.Kind kind) {
        return Choice.of(units.stream().filter(unit -> unit.kind() == kind).toList(), Unit::code, Unit::name);
    }
}
