package se.varna.casepage;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import se.varna.access.Area;
import se.varna.access.CaseFilter;
import se.varna.access.Concern;
import se.varna.access.ForArea;
import se.varna.casefile.Level;
import se.varna.casefile.Phase;
import se.varna.common.Choice;
import se.varna.common.Labels;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.Sweden;
import se.varna.common.web.Form;
import se.varna.common.web.Paging;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
import se.varna.directory.Unit;

/**
 * The cases of the reader's function, found by number, unit, level, state and time; never by who somebody is or what they
 * think. A case that is not theirs is not among them, and no search can tell that it exists.
 */
@Controller
class CaseListPage {

    private static final int LONGEST_NUMBER = 20;

    /** Which cases are listed. Of those that others hold, state and time are not asked: the answer would tell more than the list. */
    private enum Which {
        HELD,
        TOLD
    }

    private final CaseLists lists;
    private final Directory directory;
    private final Labels labels;
    private final ProblemTexts texts;
    private final Clock clock;

    CaseListPage(CaseLists lists, Directory directory, Labels labels, ProblemTexts texts, Clock clock) {
        this.lists = lists;
        this.directory = directory;
        this.labels = labels;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/arenden")
    @ForArea(Area.CASES)
    String list(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = "sida", required = false) String wanted,
            Principal person,
            Model model,
            HttpServletResponse response) {
        Form form = Form.of("sok", typed);
        boolean holds = Groups.mayHoldCases(directory.groups(person.getName()));
        boolean held = holds && form.choice("which", Which.class) != Which.TOLD;
        Pageable paging = Paging.wanted(wanted);
        Slice<CaseLists.Line> lines = new SliceImpl<>(List.of(), paging, false);
        try {
            CaseFilter filter = filter(form, held);
            lines = held ? lists.held(person.getName(), filter, paging) : lists.told(person.getName(), filter, paging);
        } catch (Refused refused) {
            response.setStatus(form.refused(refused, texts).status().value());
        }
        Paging.show(lines, model);
        model.addAttribute("form", form);
        model.addAttribute("holds", holds);
        model.addAttribute("held", held);
        model.addAttribute("now", clock.instant());
        model.addAttribute("search", search(typed));
        model.addAttribute("levels", choices(Level.values()));
        model.addAttribute("concerns", choices(Concern.values()));
        model.addAttribute("phases", choices(Phase.values()));
        model.addAttribute("units", Choice.of(directory.units(), Unit::code, Unit::name));
        return "cases";
    }

    private List<Choice> choices(Enum<?>[] values) {
        return Choice.of(List.of(values), Enum::name, labels::of);
    }

    private CaseFilter filter(Form form, boolean held) {
        String number = form.text("number");
        form.problems().checkText("number", number, LONGEST_NUMBER);
        String unit = form.text("unit");
        form.problems().addIf(unit != null && directory.unit(unit).isEmpty(), "unit", "unknownUnit");
        Concern concern = form.choice("concern", Concern.class);
        Level level = form.choice("level", Level.class);
        Phase phase = held ? form.choice("phase", Phase.class) : null;
        LocalDate from = held ? day(form, "from") : null;
        LocalDate until = held ? day(form, "until") : null;
        form.problems()
                .addIf(from != null && until != null && until.isBefore(from), "until", "page.untilBeforeFrom")
                .refuseIfAny();
        return new CaseFilter(
                number == null ? null : asStored(number),
                unit,
                level == null ? null : level.name(),
                concern == null ? null : concern.name(),
                phase == null ? null : phase.name(),
                from == null ? null : begins(from),
                until == null ? null : begins(until.plusDays(1)));
    }

    /** As it is stored, however it was written: {@code v 2026 48} is the beginning of {@code V-2026-482137}. */
    private static String asStored(String number) {
        String plain =
                number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.startsWith("V-") ? plain : "V-" + plain;
    }

    private static LocalDate day(Form form, String field) {
        String text = form.text(field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            form.problems().add(field, "page.dateUnreadable");
            return null;
        }
    }

    private static Instant begins(LocalDate day) {
        return day.atStartOfDay(Sweden.TIME).toInstant();
    }

    /** The address of the very search, to leaf on from. */
    private static String search(MultiValueMap<String, String> typed) {
        MultiValueMap<String, String> kept = new LinkedMultiValueMap<>(typed);
        kept.remove("sida");
        kept.values().removeIf(values -> values.stream().allMatch(String::isBlank));
        return UriComponentsBuilder.fromPath("/arenden")
                .queryParams(kept)
                .encode()
                .toUriString();
    }
}
