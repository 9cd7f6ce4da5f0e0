package se.varna.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.CollectionUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Report;
import se.varna.common.Labels;
import se.varna.common.Problem;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.TooOften;
import se.varna.common.web.Bilingual;
import se.varna.common.web.Form;
import se.varna.common.web.StreamedForm;
import se.varna.evidence.DraftFile;
import se.varna.evidence.DraftFiles;
import se.varna.evidence.EvidenceSettings;
import se.varna.evidence.Uploads;
import se.varna.reporting.Draft;
import se.varna.reporting.Drafts;

/**
 * One question of a report on a page of its own. Whatever is pressed, what was typed is saved first; then the page goes on,
 * back, or sends. What to do stands in the address, since a form with files is read as it comes and the button is its last
 * field.
 */
@Controller
@ForArea(Area.REPORT)
@Bilingual
class StepPage {

    private static final String SKIP = "hoppa-over";
    private static final String BACK = "tillbaka";
    private static final String SEND = "skicka";
    private static final String LOOK = "kontroll";
    private static final String SAVE = "spara";
    private static final String FILES = "filer";
    private static final String REMOVE = "ta-bort=";

    /** Field: what the answer was when the page was made. */
    private static final String SEEN = "sett";

    /** Field: the page was opened to change one answer. */
    private static final String CHANGE = "andra";

    /** Parameter: the page is to say what has to be mended. */
    private static final String MEND = "ratta";

    private static final String SENT = "filesSent";

    private final Drafts drafts;
    private final DraftFiles files;
    private final Uploads uploads;
    private final EvidenceSettings evidence;
    private final DraftPages pages;
    private final DraftReader reader;
    private final DraftWords words;
    private final LateAnswer late;
    private final CaseFiles cases;
    private final Labels labels;
    private final ProblemTexts texts;

    StepPage(
            Drafts drafts,
            DraftFiles files,
            Uploads uploads,
            EvidenceSettings evidence,
            DraftPages pages,
            DraftReader reader,
            DraftWords words,
            LateAnswer late,
            CaseFiles cases,
            Labels labels,
            ProblemTexts texts) {
        this.drafts = drafts;
        this.files = files;
        this.uploads = uploads;
        this.evidence = evidence;
        this.pages = pages;
        this.reader = reader;
        this.words = words;
        this.late = late;
        this.cases = cases;
        this.labels = labels;
        this.texts = texts;
    }

    /** What somebody has sent to a step. */
    private record Sent(
            UUID id, String person, Question question, String act, Draft.Answer typed, String seen, boolean change) {

        private String page() {
            return "/rapportera/" + id + "/" + question.number();
        }

        private Form form() {
            return StepPage.form(typed);
        }
    }

    // --- looking

    @GetMapping("/rapportera/{draft}/{step:\\d+}")
    ModelAndView question(
            @PathVariable String draft, @PathVariable String step, HttpServletRequest request, Principal person) {
        Sent asked = sent(draft, step, request, person.getName());
        Question question = asked.question();
        Optional<String> number = drafts.sentAs(asked.id(), asked.person());
        if (number.isPresent()) {
            return receipt(number.get());
        }
        Draft found = pages.require(asked.id(), asked.person());
        Draft.Answer stored = found.answer(question.number());
        Optional<Map<String, List<String>>> waiting = late.waiting(request.getSession(), asked.page());
        if (waiting.isPresent()) {
            Draft.Answer typed = DraftPages.typed(question, waiting.get());
            if (!typed.fields().equals(stored.fields())) {
                // The page that came too late has seen what it saved itself.
                String seen = typed.by().equals(stored.by()) ? stored.by() : first(waiting.get(), SEEN);
                boolean change = waiting.get().containsKey(CHANGE);
                return page(asked, found, form(typed), seen, change, HttpStatus.OK)
                        .addObject("late", true);
            }
            late.forget(request.getSession());
        }
        Form form = form(stored);
        if (request.getParameter(MEND) != null) {
            form.refused(reader.problems(found, question), texts);
        }
        return page(asked, found, form, stored.by(), asked.change(), HttpStatus.OK);
    }

    private static String first(Map<String, List<String>> fields, String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(values -> !values.isEmpty())
                .map(values -> values.get(0))
                .orElse("");
    }

    // --- answering

    @PostMapping("/rapportera/{draft}/{step:\\d+}")
    ModelAndView answer(
            @PathVariable String draft,
            @PathVariable String step,
            HttpServletRequest request,
            Principal person,
            RedirectAttributes redirect)
            throws InterruptedException {
        Sent sent = sent(draft, step, request, person.getName());
        if (drafts.sentAs(sent.id(), sent.person()).isPresent()) {
            return afterSending(sent);
        }
        Draft found = pages.require(sent.id(), sent.person());
        Optional<Draft.Answer> other;
        try {
            other = drafts.save(sent.id(), sent.person(), sent.question().number(), sent.typed(), sent.seen());
        } catch (Refused refused) {
            Form form = sent.form().refused(refused.problems(), texts);
            return page(sent, found, form, sent.seen(), sent.change(), HttpStatus.BAD_REQUEST)
                    .addObject("notSaved", true);
        } catch (NoSuchElementException goneMeanwhile) {
            return afterSending(sent);
        }
        if (other.isPresent()) {
            return sent.act().equals(SAVE)
                    ? status(HttpStatus.CONFLICT)
                    : page(sent, found, sent.form(), other.get().by(), sent.change(), HttpStatus.CONFLICT)
                            .addObject("other", words.of(sent.question(), other.get()));
        }
        late.forget(request.getSession());
        if (sent.act().equals(SAVE)) {
            return status(HttpStatus.NO_CONTENT);
        }
        if (sent.act().startsWith(REMOVE)) {
            DraftPages.id(sent.act().substring(REMOVE.length())).ifPresent(file -> files.remove(sent.id(), file));
            return here(sent);
        }
        Uploads.Sent came = filesOf(sent, request);
        if (!came.isEmpty()) {
            redirect.addFlashAttribute(SENT, came);
        }
        if (sent.act().equals(FILES) || !came.refused().isEmpty()) {
            return here(sent);
        }
        return goOn(sent);
    }

    private Sent sent(String draft, String step, HttpServletRequest request, String person) {
        Question question = Question.numbered(step).orElseThrow(DraftPages::notThere);
        Map<String, List<String>> fields = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> Arrays.asList(field.getValue())));
        return new Sent(
                DraftPages.known(draft),
                person,
                question,
                Optional.ofNullable(request.getQueryString()).orElse(""),
                DraftPages.typed(question, fields),
                first(fields, SEEN),
                fields.containsKey(CHANGE));
    }

    private Uploads.Sent filesOf(Sent sent, HttpServletRequest request) throws InterruptedException {
        StreamedForm form = StreamedForm.in(request).orElse(null);
        return form == null
                ? new Uploads.Sent(0, List.of())
                : uploads.take(form::eachFile, (name, content) -> files.receive(sent.id(), name, content));
    }

    private ModelAndView goOn(Sent sent) {
        Question question = sent.question();
        Draft draft = pages.require(sent.id(), sent.person());
        List<Problem> problems = reader.problems(draft, question);
        boolean leaves =
                sent.act().equals(BACK) || sent.act().equals(LOOK) || sent.act().equals(SKIP) && !question.isRequired();
        if (!leaves && !problems.isEmpty()) {
            return mend(sent, draft, problems, HttpStatus.BAD_REQUEST);
        }
        if (sent.act().equals(SEND) && question.maySend()) {
            return send(sent, draft);
        }
        int next = question.number() + (sent.act().equals(BACK) ? -1 : 1);
        if (sent.change() || sent.act().equals(LOOK) || next > Question.values().length) {
            return redirect("/rapportera/" + sent.id() + "/kontroll");
        }
        return redirect(next == 0 ? "/rapportera" : "/rapportera/" + sent.id() + "/" + next);
    }

    private ModelAndView send(Sent sent, Draft draft) {
        try {
            return drafts.send(sent.id(), sent.person(), reader::report)
                    .map(StepPage::receipt)
                    .orElseThrow(DraftPages::notThere);
        } catch (TooOften tooOften) {
            return mend(sent, draft, tooOften.problems(), HttpStatus.TOO_MANY_REQUESTS);
        } catch (Refused refused) {
            return redirect(firstToMend(sent.id(), refused));
        }
    }

    /** The page with the first answer that has to be mended before the report can be sent. */
    static String firstToMend(UUID id, Refused refused) {
        Question first = refused.problems().stream()
                .map(problem -> Question.asking(problem.field()))
                .min(Enum::compareTo)
                .orElseThrow();
        return "/rapportera/" + id + "/" + first.number() + "?ratta";
    }

    private ModelAndView mend(Sent sent, Draft draft, List<Problem> problems, HttpStatus status) {
        Form form = sent.form().refused(problems, texts);
        return page(sent, draft, form, draft.answer(sent.question().number()).by(), sent.change(), status);
    }

    /** The report has been sent from another page: what was typed here and is not in it is given back. */
    private ModelAndView afterSending(Sent sent) {
        String number = drafts.sentAs(sent.id(), sent.person()).orElseThrow(DraftPages::notThere);
        if (sent.act().equals(SAVE)) {
            return status(HttpStatus.GONE);
        }
        Report.Answers report = cases.answers(number);
        List<String> inReport = Stream.of(
                        report.description(),
                        report.reachAt(),
                        report.politicalQuestion(),
                        report.perpetrator(),
                        report.impact(),
                        report.upcomingMeetings(),
                        cases.get(number).exposedOther())
                .filter(Objects::nonNull)
                .toList();
        List<String> left = words.written(sent.question(), sent.typed()).stream()
                .filter(text -> !inReport.contains(text.strip()))
                .toList();
        return left.isEmpty()
                ? receipt(number)
                : new ModelAndView("report/after", HttpStatus.CONFLICT)
                        .addObject("left", left)
                        .addObject("number", number);
    }

    // --- the page

    private ModelAndView page(Sent sent, Draft draft, Form form, String seen, boolean change, HttpStatus status) {
        Question question = sent.question();
        ModelAndView page = new ModelAndView("report/step", status);
        page.addObject("draft", draft.id());
        page.addObject("question", question);
        page.addObject("total", Question.values().length);
        page.addObject("form", form);
        page.addObject("seen", seen);
        page.addObject("page", UUID.randomUUID());
        page.addObject("change", change);
        page.addObject("choices", pages.choices());
        page.addObject("goes", labels.moment(drafts.goesAt(draft)));
        page.addObject("self", new DraftInput(draft).isAboutOneself());
        if (question == Question.EXPOSED) {
            page.addObject("persons", pages.persons(sent.person()));
        }
        if (question == Question.EVIDENCE) {
            List<DraftFile> there = files.of(draft.id());
            page.addObject("files", there);
            page.addObject("largest", evidence.file().toMegabytes());
        }
        return page;
    }

    private static Form form(Draft.Answer answer) {
        return Form.of(DraftPages.FORM, CollectionUtils.toMultiValueMap(answer.fields()));
    }

    private static ModelAndView here(Sent sent) {
        return redirect(sent.page() + (sent.change() ? "?" + CHANGE : ""));
    }

    private static ModelAndView receipt(String number) {
        return redirect("/kvittens/" + number);
    }

    private static ModelAndView redirect(String to) {
        return new ModelAndView("redirect:" + to);
    }

    private static ModelAndView status(HttpStatus status) {
        ModelAndView nothing = new ModelAndView((model, request, response) -> {});
        nothing.setStatus(status);
        return nothing;
    }
}
