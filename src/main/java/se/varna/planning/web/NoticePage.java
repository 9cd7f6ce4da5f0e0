package se.varna.planning.web;

import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
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
import se.varna.common.Choice;
import se.varna.common.Labels;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.web.Bilingual;
import se.varna.common.web.Choices;
import se.varna.common.web.Form;
import se.varna.common.web.Times;
import se.varna.directory.Directory;
import se.varna.directory.Person;
import se.varna.directory.Unit;
import se.varna.planning.Notice;
import se.varna.planning.PlannedEvent;
import se.varna.planning.PlannedEvents;

/** One page on which an official, or somebody for them, tells of a meeting or question to come (R3, R43). */
@Controller
@ForArea(Area.REPORT)
@Bilingual
class NoticePage {

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
        return page(Form.empty("mote"), person);
    }

    @PostMapping("/mote")
    ModelAndView tell(
            @RequestParam MultiValueMap<String, String> typed, Principal person, RedirectAttributes redirect) {
        Form form = Form.of("mote", typed);
        String number;
        try {
            Notice notice = read(form);
            number = events.notice(notice, person.getName(), "mote-" + form.key());
        } catch (Refused refused) {
            return page(form.refused(refused, texts), person);
        }
        boolean readable = needToKnow.may(person.getName(), number, Action.READ);
        redirect.addFlashAttribute("done", "noticed");
        return new ModelAndView("redirect:" + (readable ? "/arenden/" : "/planer/") + number);
    }

    private static Notice read(Form form) {
        String official = form.text("official");
        OffsetDateTime starts = Times.of(form, "startsAt", "starts");
        return Notice.of(form, official == null ? Notice.SELF : official, starts, Times.until(form, starts, "endsAt"));
    }

    private ModelAndView page(Form form, Principal person) {
        ModelAndView page = new ModelAndView("planned/notice", form.status());
        page.addObject("form", form);
        page.addObject("kinds", choices.of(PlannedEvent.Kind.class));
        page.addObject("matters", choices.of(Matter.class));
        page.addObject("units", Choice.of(directory.units(), Unit::code, Unit::name));
        page.addObject("officials", officials(person.getName()));
        return page;
    }

    private List<Choice> officials(String person) {
        return Stream.concat(
                        Stream.of(new Choice(Notice.SELF, labels.text("planned.self"))),
                        Choice.of(directory.otherOfficials(person), Person::id, Person::displayName).stream())
                .toList();
    }
}
