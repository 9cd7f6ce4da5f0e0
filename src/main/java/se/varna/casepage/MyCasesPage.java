package se.varna.casepage;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.web.Bilingual;
import se.varna.common.web.Paging;

/** The exposed person's own cases, the newest first: how each goes, whose it is, and whether something is to be read. */
@Controller
@Bilingual
class MyCasesPage {

    private final CaseLists lists;

    MyCasesPage(CaseLists lists) {
        this.lists = lists;
    }

    @GetMapping("/mina-arenden")
    @ForArea(Area.OWN_CASES)
    String list(@RequestParam(name = "sida", required = false) String page, Principal person, Model model) {
        Paging.show(lists.own(person.getName(), Paging.wanted(page)), model);
        return "my-cases";
    }
}
