package se.varna.casepage;

import java.security.Principal;
import java.time.Instant;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Level;
import se.varna.common.web.Paging;
import se.varna.disclosure.Repetition;
import se.varna.responsibility.FunctionNames;

/** Cases of people who are exposed in several functions' work: for Säkerhet och Beredskap alone. */
@Controller
class RepetitionPage {

    private final Repetition repetition;
    private final CaseFiles cases;
    private final FunctionNames names;

    RepetitionPage(Repetition repetition, CaseFiles cases, FunctionNames names) {
        this.repetition = repetition;
        this.cases = cases;
        this.names = names;
    }

    record Line(String number, Instant receivedAt, String exposed, String owner, Level level, Instant toldAt) {}

    @GetMapping("/upprepning")
    @ForArea(Area.REPETITION)
    String list(@RequestParam(name = "sida", required = false) String page, Principal person, Model model) {
        Slice<Line> lines =
                repetition.seenBy(person.getName(), Paging.wanted(page)).map(this::line);
        Paging.show(lines, model);
        return "repetition";
    }

    private Line line(Repetition.Seen seen) {
        CaseFile file = seen.file();
        return new Line(
                file.number(),
                file.receivedAt(),
                cases.nameOfExposed(file).orElse(""),
                names.name(file.owner()),
                file.level(),
                seen.toldAt());
    }
}
