package se.varna.casepage;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.access.NeedToKnow;
import se.varna.access.Relation;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.common.web.Bilingual;
import se.varna.common.web.Paging;
import se.varna.dialogue.Dialogues;
import se.varna.responsibility.FunctionNames;

/** The exposed person's own cases, the newest first: how each goes, whose it is, and whether something is to be read. */
@Controller
@Bilingual
class MyCasesPage {

    private final CaseFiles cases;
    private final NeedToKnow needToKnow;
    private final ProgressReader progress;
    private final Dialogues dialogues;
    private final FunctionNames names;
    private final Clock clock;

    MyCasesPage(
            CaseFiles cases,
            NeedToKnow needToKnow,
            ProgressReader progress,
            Dialogues dialogues,
            FunctionNames names,
            Clock clock) {
        this.cases = cases;
        this.needToKnow = needToKnow;
        this.progress = progress;
        this.dialogues = dialogues;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param nextAt by when the owner is in touch next, or null when no time is set or it has passed
     * @param news whether there is a message that has not been read
     */
    record Line(String number, Instant receivedAt, Progress.Stage stage, String owner, Instant nextAt, boolean news) {}

    @GetMapping("/mina-arenden")
    @ForArea(Area.OWN_CASES)
    String list(@RequestParam(name = "sida", required = false) String page, Principal person, Model model) {
        Slice<Line> lines = cases.all(needToKnow.cases(person.getName(), Relation.EXPOSED, Paging.wanted(page)))
                .map(file -> line(file, person.getName()));
        Paging.show(lines, model);
        return "my-cases";
    }

    private Line line(CaseFile file, String person) {
        Instant next = CaseReader.nextTouch(file);
        return new Line(
                file.number(),
                file.receivedAt(),
                progress.of(file).stage(),
                names.name(file.owner()),
                next == null || next.isBefore(clock.instant()) ? null : next,
                dialogues.hasNews(file.number(), person));
    }
}
