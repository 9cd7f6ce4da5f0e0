package se.varna.planning.web;

import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.varna.access.Action;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.access.NeedToKnow;
import se.varna.casefile.Matter;
import se.varna.common.Labels;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.TooOften;
import se.varna.common.web.Bilingual;
import se.varna.common.web.Choice;
import se.varna.common.web.Choices;
import se.varna.common.web.Form;
import se.varna.common.web.Times;
import se.varna.directory.Directory;
import se.varna.planning.Notice;
import se.varna.planning.PlannedEvent;
import se.varna.planning.PlannedEvents;

/** One page on which an official, or somebody for them, tells of a meeting or question to come (R3, R43). */
@Controller
@ForArea(Area.REPORT)
@Bilingual
class NoticePage {

    private static final int LONGEST_KEY = 64;

    private final PlannedEvents events;
    private final NeedToKnow needToKnow;
    private final Directory directory;
    private final Choices choices;
    private final Labels labels;
    private final ProblemTexts texts;

    NoticePage(
            PlannedEvents events,
            NeedToKnow needToKnow,
            Directory directory,
            Choices choices,
            Labels labels,
            ProblemTexts texts) {
        this.events = events;
        this.needToKnow = needToKnow;
        this.directory = directory;
        this.choices = choices;
        this.labels = labels;
        this.texts = texts;
    }

    @GetMapping("/mote")
    ModelAndView ask(Principal person) {
        return page(Form.empty("mote"), UUID.randomUUID().toString(), person, HttpStatus.OK);
    }

    @PostMapping("/mote")
    ModelAndView tell(
            @RequestParam MultiValueMap<String, String> typed, Principal person, RedirectAttributes redirect) {
        Form form = Form.of("mote", typed);
        String key = form.text("key");
        String number;
        try {
            Notice notice = read(form);
            number = events.notice(
                    notice, person.getName(), key == null || key.length() > LONGEST_KEY ? null : "mote-" + key);
        } catch (Refused refused) {
            HttpStatus status = refused instanceof TooOften ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.BAD_REQUEST;
            form.refused(refused.problems(), texts);
            return page(form, key == null ? UUID.randomUUID().toString() : key, person, status);
        }
        boolean readable = needToKnow.may(person.getName(), number, Action.READ);
        redirect.addFlashAttribute("done", "noticed");
        return new ModelAndView("redirect:" + (readable ? "/arenden/" : "/planer/") + number);
    }

    private static Notice read(Form form) {
        String official = form.text("official");
        OffsetDateTime starts = Times.of(form, "startsAt", "starts");
        Notice notice = new Notice(
                official == null ? Notice.SELF : official,
                form.choice("kind", PlannedEvent.Kind.class),
                form.text("title"),
                starts,
                Times.until(form, starts, "endsAt"),
                form.text("place"),
                form.choice("matter", Matter.class),
                form.text("unit"),
                form.text("politicalQuestion"),
                form.text("feared"),
                form.text("participants"),
                form.flag("isPublic"),
                form.text("reachAt"),
                form.flag("partyMayBeContacted"));
        form.problems().refuseIfAny();
        return notice;
    }

    private ModelAndView page(Form form, String key, Principal person, HttpStatus status) {
        ModelAndView page = new ModelAndView("planned/notice", status);
        page.addObject("form", form);
        page.addObject("key", key);
        page.addObject("kinds", choices.of(PlannedEvent.Kind.class));
        page.addObject("matters", choices.of(Matter.class));
        page.addObject(
                "units",
                directory.units().stream()
                        .map(unit -> new Choice(unit.code(), unit.name()))
                        .toList());
        page.addObject("officials", officials(person.getName()));
        return page;
    }

    private List<Choice> officials(String person) {
        return Stream.concat(
                        Stream.of(new Choice(Notice.SELF, labels.text("planned.self"))),
                        directory.officials().stream()
                                .filter(other -> !other.id().equals(person))
                                .map(other -> new Choice(other.id(), other.displayName())))
                .toList();
    }
}
