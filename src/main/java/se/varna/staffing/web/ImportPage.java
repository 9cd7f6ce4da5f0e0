package se.varna.staffing.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.Labels;
import se.varna.common.Problem;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.web.Form;
import se.varna.directory.DirectoryKeeping.Details;
import se.varna.staffing.DirectoryFile;
import se.varna.staffing.DirectoryFile.LineProblem;
import se.varna.staffing.ImportPlan;
import se.varna.staffing.ImportPlan.AddPerson;
import se.varna.staffing.ImportPlan.ChangePerson;
import se.varna.staffing.ImportPlan.End;
import se.varna.staffing.ImportPlan.Give;
import se.varna.staffing.ImportPlan.MoveEnd;
import se.varna.staffing.ImportPlan.Step;
import se.varna.staffing.Importing;

/** The directory from a file and to one. What an import will change is shown before anything is changed. */
@Controller
@ForArea(Area.DIRECTORY)
class ImportPage {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int MOST_PROBLEMS = 100;

    private final Importing importing;
    private final DirectoryFile file;
    private final Names names;
    private final Labels labels;
    private final ProblemTexts texts;

    ImportPage(Importing importing, DirectoryFile file, Names names, Labels labels, ProblemTexts texts) {
        this.importing = importing;
        this.file = file;
        this.names = names;
        this.labels = labels;
        this.texts = texts;
    }

    /** A change or a problem; the line is null when it is no line's. */
    record Said(String line, String text) {}

    @GetMapping("/katalog/import")
    ModelAndView form(Model flash) {
        return form(Form.empty("import")).addAllObjects(flash.asMap());
    }

    private static ModelAndView form(Form form) {
        ModelAndView page = new ModelAndView("directory/import", form.status());
        page.addObject("form", form);
        return page;
    }

    @PostMapping("/katalog/import")
    ModelAndView preview(
            @RequestParam(name = "file", required = false) MultipartFile uploaded,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person)
            throws IOException {
        Form form = Form.of("import", typed);
        try {
            String text = uploaded == null || uploaded.isEmpty()
                    ? typed.getFirst("text")
                    : DirectoryFile.decode(uploaded.getBytes());
            if (text == null || text.isBlank()) {
                throw Refused.at("file", "csv.empty");
            }
            if (text.length() <= DirectoryFile.LONGEST) {
                // A file cannot stay in its field; its lines can.
                typed.set("text", text);
            }
            boolean complete = form.flag("complete");
            return preview(
                    importing.preview(text, complete, person.getName()), text, complete, List.of(), HttpStatus.OK);
        } catch (Refused refused) {
            return form(form.refused(refused, texts));
        }
    }

    @PostMapping("/katalog/import/bekrafta")
    ModelAndView confirm(
            @RequestParam String text,
            @RequestParam String fingerprint,
            @RequestParam MultiValueMap<String, String> typed,
            Principal person,
            RedirectAttributes redirect) {
        Form form = Form.of("import", typed);
        boolean complete = form.flag("complete");
        try {
            Importing.Result result = importing.confirm(text, complete, fingerprint, person.getName());
            if (!result.done()) {
                return preview(result.plan(), text, complete, List.of(Problem.of("csv.changed")), HttpStatus.CONFLICT);
            }
        } catch (Refused refused) {
            return form(form.refused(refused, texts));
        }
        redirect.addFlashAttribute("done", "imported");
        return new ModelAndView("redirect:/katalog/import");
    }

    private ModelAndView preview(
            ImportPlan plan, String text, boolean complete, List<Problem> said, HttpStatus status) {
        Names.Now now = names.now();
        ModelAndView page = new ModelAndView("directory/preview", plan.isReady() ? status : HttpStatus.BAD_REQUEST);
        page.addObject("form", Form.empty("import").refused(said, texts));
        page.addObject(
                "problems",
                plan.problems().stream().limit(MOST_PROBLEMS).map(this::said).toList());
        page.addObject("moreProblems", Math.max(0, plan.problems().size() - MOST_PROBLEMS));
        page.addObject(
                "steps",
                plan.steps().stream()
                        .map(step -> new Said(line(step.line()), sentence(step, now)))
                        .toList());
        page.addObject("plan", plan);
        page.addObject("text", text);
        page.addObject("complete", complete);
        return page;
    }

    private Said said(LineProblem problem) {
        return new Said(line(problem.line()), texts.text(List.of(problem.problem())));
    }

    private String line(long number) {
        return number == 0 ? null : labels.text("csv.line", String.valueOf(number));
    }

    private String sentence(Step step, Names.Now now) {
        if (step instanceof AddPerson add) {
            return labels.text("import.ADD_PERSON", add.name());
        }
        if (step instanceof ChangePerson change) {
            return labels.text("import.CHANGE_PERSON", change.name(), fields(change, now));
        }
        if (step instanceof Give give) {
            return labels.text(
                    "import.GIVE",
                    give.name(),
                    now.of(give.tenure()),
                    names.span(give.tenure().from(), give.tenure().to()));
        }
        if (step instanceof MoveEnd moved) {
            return labels.text(
                    "import.MOVE_END",
                    moved.name(),
                    now.of(moved.before()),
                    names.end(moved.before().to()),
                    names.end(moved.to()));
        }
        End end = (End) step;
        return end.to() == null
                ? labels.text("import.WITHDRAW", end.name(), now.of(end.before()))
                : labels.text("import.END", end.name(), now.of(end.before()), names.end(end.to()));
    }

    private String fields(ChangePerson change, Names.Now now) {
        return String.join(
                ", ",
                change.before().differences(change.after()).stream()
                        .map(field -> labels.text(
                                "import.field",
                                labels.text("field." + field).toLowerCase(java.util.Locale.ROOT),
                                value(change.before(), field, now),
                                value(change.after(), field, now)))
                        .toList());
    }

    private String value(Details details, String field, Names.Now now) {
        String value =
                switch (field) {
                    case "displayName" -> details.displayName();
                    case "email" -> details.email();
                    case "phone" -> details.phone();
                    default -> details.party() == null ? null : now.party(details.party());
                };
        return value == null ? labels.text("import.nothing") : value;
    }

    // --- files

    @GetMapping("/katalog/import/exempel")
    ResponseEntity<byte[]> example() {
        return download("exempel.csv", file.example());
    }

    /** A button and not a link: that somebody takes the directory along is logged. */
    @PostMapping("/katalog/export")
    ResponseEntity<byte[]> export(Principal person) {
        return download("katalog.csv", importing.export(person.getName()));
    }

    private static ResponseEntity<byte[]> download(String name, String content) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content.getBytes(StandardCharsets.UTF_8));
    }
}
