package se.varna.reporting.web;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.Labels;
import se.varna.common.Problem;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.web.Bilingual;
import se.varna.common.web.Form;
import se.varna.contact.FirstContact;
import se.varna.directory.Directory;
import se.varna.reporting.Draft;
import se.varna.reporting.Drafts;

/**
 * Where a report begins: whom to call, the drafts that one has, and the first question. Looking at the page begins nothing.
 */
@Controller
@ForArea(Area.REPORT)
@Bilingual
class ReportPage {

    private final Drafts drafts;
    private final DraftReader reader;
    private final DraftPages pages;
    private final Directory directory;
    private final FirstContact contact;
    private final Labels labels;
    private final ProblemTexts texts;
    private final Clock clock;

    ReportPage(
            Drafts drafts,
            DraftReader reader,
            DraftPages pages,
            Directory directory,
            FirstContact contact,
            Labels labels,
            ProblemTexts texts,
            Clock clock) {
        this.drafts = drafts;
        this.reader = reader;
        this.pages = pages;
        this.directory = directory;
        this.contact = contact;
        this.labels = labels;
        this.texts = texts;
        this.clock = clock;
    }

    /** A draft as it stands among others: nothing of what it says. */
    record Begun(UUID id, String changed, int at, String goes) {}

    @GetMapping("/rapportera")
    ModelAndView start(Principal person) {
        return page(Form.empty(DraftPages.FORM), person);
    }

    @PostMapping("/rapportera")
    ModelAndView begin(@RequestParam MultiValueMap<String, String> typed, Principal person) {
        Form form = Form.of(DraftPages.FORM, typed);
        UUID id = form.key();
        if (drafts.sentAs(id, person.getName()).isPresent()) {
            return new ModelAndView("redirect:/rapportera/" + id);
        }
        Draft.Answer answer = DraftPages.typed(Question.EXPOSED, typed);
        Draft first = new Draft(id, clock.instant(), clock.instant(), 1, Map.of(1, answer));
        List<Problem> problems = reader.problems(first, Question.EXPOSED);
        try {
            if (!problems.isEmpty()) {
                throw new Refused(problems);
            }
            drafts.begin(id, person.getName());
            // Whoever has come back here by the browser's own button means what they chose last.
            String seen = pages.require(id, person.getName()).answer(1).by();
            drafts.save(id, person.getName(), 1, answer, seen);
        } catch (Refused refused) {
            return page(form.refused(refused, texts), person);
        }
        return new ModelAndView("redirect:/rapportera/" + id + "/2");
    }

    @GetMapping("/rapportera/{draft}")
    String goOn(@PathVariable String draft, Principal person) {
        UUID id = DraftPages.known(draft);
        return drafts.sentAs(id, person.getName())
                .map(number -> "redirect:/kvittens/" + number)
                .orElseGet(() -> "redirect:/rapportera/" + id + "/"
                        + pages.require(id, person.getName()).at());
    }

    @PostMapping("/rapportera/{draft}/ta-bort")
    String delete(@PathVariable String draft, Principal person) {
        UUID id = DraftPages.known(draft);
        if (drafts.sentAs(id, person.getName()).isPresent()) {
            return "redirect:/rapportera/" + id;
        }
        pages.require(id, person.getName());
        drafts.delete(id, person.getName());
        return "redirect:/rapportera";
    }

    private ModelAndView page(Form form, Principal person) {
        Instant now = clock.instant();
        ModelAndView page = new ModelAndView("report/start", form.status());
        page.addObject("form", form);
        page.addObject("whom", pages.whom());
        page.addObject("persons", pages.persons(person.getName()));
        page.addObject(
                "begun",
                drafts.of(person.getName()).stream()
                        .map(each -> new Begun(
                                each.id(),
                                labels.moment(each.changedAt()),
                                each.at(),
                                labels.moment(drafts.goesAt(each))))
                        .toList());
        page.addObject("council", directory.isCouncilMember(person.getName()));
        page.addObject("callBy", labels.moment(contact.latestFor(now)));
        return page;
    }
}
