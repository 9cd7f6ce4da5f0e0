package se.varna.reporting.web;

import java.security.Principal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.Labels;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.TooOften;
import se.varna.common.web.Bilingual;
import se.varna.common.web.Form;
import se.varna.evidence.DraftFile;
import se.varna.evidence.DraftFiles;
import se.varna.reporting.Draft;
import se.varna.reporting.Drafts;

/** All answers of a draft, to look through, change and send. However often it is sent, it is one case. */
@Controller
@ForArea(Area.REPORT)
@Bilingual
class CheckPage {

    private final Drafts drafts;
    private final DraftFiles files;
    private final DraftPages pages;
    private final DraftReader reader;
    private final DraftWords words;
    private final Labels labels;
    private final ProblemTexts texts;

    CheckPage(
            Drafts drafts,
            DraftFiles files,
            DraftPages pages,
            DraftReader reader,
            DraftWords words,
            Labels labels,
            ProblemTexts texts) {
        this.drafts = drafts;
        this.files = files;
        this.pages = pages;
        this.reader = reader;
        this.words = words;
        this.labels = labels;
        this.texts = texts;
    }

    /** A question and its answer. */
    record Row(Question question, List<DraftWords.Line> lines) {}

    @GetMapping("/rapportera/{draft}/kontroll")
    ModelAndView look(@PathVariable String draft, Principal person) {
        UUID id = DraftPages.known(draft);
        return drafts.sentAs(id, person.getName())
                .map(number -> new ModelAndView("redirect:/kvittens/" + number))
                .orElseGet(() -> page(pages.require(id, person.getName()), Form.empty(DraftPages.FORM)));
    }

    @PostMapping("/rapportera/{draft}/kontroll")
    ModelAndView send(@PathVariable String draft, Principal person) {
        UUID id = DraftPages.known(draft);
        try {
            return drafts.send(id, person.getName(), reader::report)
                    .map(number -> new ModelAndView("redirect:/kvittens/" + number))
                    .orElseThrow(DraftPages::notThere);
        } catch (TooOften tooOften) {
            return page(
                    pages.require(id, person.getName()),
                    Form.empty(DraftPages.FORM).refused(tooOften, texts));
        } catch (Refused refused) {
            return new ModelAndView("redirect:" + StepPage.firstToMend(id, refused));
        }
    }

    private ModelAndView page(Draft draft, Form form) {
        ModelAndView page = new ModelAndView("report/check", form.status());
        page.addObject("draft", draft.id());
        page.addObject("form", form);
        page.addObject(
                "rows",
                Stream.of(Question.values())
                        .map(question -> new Row(question, words.of(question, draft.answer(question.number()))))
                        .toList());
        page.addObject(
                "files", files.of(draft.id()).stream().map(DraftFile::name).toList());
        page.addObject("self", new DraftInput(draft).isAboutOneself());
        page.addObject("goes", labels.moment(drafts.goesAt(draft)));
        return page;
    }
}
