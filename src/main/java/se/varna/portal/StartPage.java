package se.varna.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.web.Bilingual;

/** The first page: the emergency number, who answers now, and the two ways on. */
@Controller
@ForArea(Area.OPEN)
@Bilingual
class StartPage {

    @GetMapping("/")
    String start() {
        return "start";
    }
}
