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
import se.varna.access.NeedToKnow;
import se.varna.access.Relation;
import se.varna.casefile.CaseFiles;
import se.varna.common.Labels;
import se.varna.common.web.Paging;

/** The exposed person's own cases, the newest first: the number, when it came, and how it goes in a word. */
@Controller
class MyCasesPage {

    private final CaseFiles cases;
    private final NeedToKnow needToKnow;
    private final Labels labels;

    MyCasesPage(CaseFiles cases, NeedToKnow needToKnow, Labels labels) {
        this.cases = cases;
        this.needToKnow = needToKnow;
        this.labels = labels;
    }

    record Line(String number, Instant receivedAt, String status) {}

    @GetMapping("/mina-arenden")
    @ForArea(Area.OWN_CASES)
    String list(@RequestParam(name = "sida", required = false) String page, Principal person, Model model) {
        Slice<Line> lines = cases.all(needToKnow.cases(person.getName(), Relation.EXPOSED, Paging.wanted(page)))
                .map(file -> new Line(file.number(), file.receivedAt(), labels.text("status." + file.phase())));
        Paging.show(lines, model);
        return "my-cases";
    }
}
