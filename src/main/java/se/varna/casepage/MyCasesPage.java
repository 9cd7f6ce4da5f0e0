package se.varna.casepage;

import java.security.Principal;
import java.time.Instant;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varna.casefile.CaseFiles;
import se.varna.common.Labels;

/** The exposed person's own cases, the newest first: the number, when it came, and how it goes in a word. */
@Controller
class MyCasesPage {

    private static final int PAGE_SIZE = 20;

    /** Nobody leafs further; a made-up page number is no reason to search the whole table. */
    private static final int LAST_PAGE = 1_000;

    private final CaseFiles cases;
    private final Labels labels;

    MyCasesPage(CaseFiles cases, Labels labels) {
        this.cases = cases;
        this.labels = labels;
    }

    record Line(String number, Instant receivedAt, String status) {}

    @GetMapping("/mina-arenden")
    String list(@RequestParam(name = "sida", defaultValue = "0") String page, Principal person, Model model) {
        int wanted = page.matches("\\d{1,4}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
        Slice<Line> lines = cases.ofExposed(person.getName(), PageRequest.of(wanted, PAGE_SIZE))
                .map(file -> new Line(file.number(), file.receivedAt(), labels.text("status." + file.phase())));
        model.addAttribute("lines", lines.getContent());
        model.addAttribute("previous", wanted > 0 ? wanted - 1 : null);
        model.addAttribute("next", lines.hasNext() ? wanted + 1 : null);
        return "my-cases";
    }
}
