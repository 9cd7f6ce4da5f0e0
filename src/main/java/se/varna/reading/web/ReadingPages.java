package se.varna.reading.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.Language;
import se.varna.common.web.Bilingual;
import se.varna.reading.ReadingPage;
import se.varna.reading.Readings;

/** What there is to read, open to anyone. */
@Controller
@ForArea(Area.OPEN)
@Bilingual
class ReadingPages {

    private final Readings readings;

    ReadingPages(Readings readings) {
        this.readings = readings;
    }

    @GetMapping("/rad")
    String index(Model model) {
        model.addAttribute("pages", readings.listed(Language.current()));
        return "reading/index";
    }

    @GetMapping("/rad/{page}")
    String page(@PathVariable String page, Model model) {
        model.addAttribute(
                "page",
                readings.page(page, Language.current())
                        .filter(ReadingPage::listed)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "reading/page";
    }
}
