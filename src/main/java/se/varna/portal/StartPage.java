package se.varna.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: the emergency number, who answers now, and the two ways on. */
@Controller
class StartPage {

    @GetMapping("/")
    String start() {
        return "start";
    }
}
