package se.varna.casepage;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.engine.Processes;

/** How far the case has come, drawn on its process: what is done and what goes on, and the same in words. */
@Controller
class CoursePage {

    private static final String PROCESS = "incidentHandling";

    private final Processes processes;
    private final ProcessPicture picture = new ProcessPicture("incident-handling");

    CoursePage(Processes processes) {
        this.processes = processes;
    }

    @GetMapping("/arenden/{number}/karta")
    @ForCase(Action.SEE_COURSE)
    String course(@PathVariable String number, Model model) {
        List<Processes.Step> steps = processes.course(number, PROCESS);
        List<Processes.Step> now =
                steps.stream().filter(step -> step.until() == null).toList();
        model.addAttribute("number", number);
        model.addAttribute("picture", picture.marked(elements(steps), elements(now)));
        model.addAttribute("now", now.stream().filter(step -> named(step)).toList());
        model.addAttribute(
                "done",
                steps.stream()
                        .filter(step -> step.until() != null && named(step))
                        .toList());
        return "case/course";
    }

    private static boolean named(Processes.Step step) {
        return step.name() != null && !step.name().isBlank();
    }

    private static Set<String> elements(List<Processes.Step> steps) {
        return steps.stream()
                .map(Processes.Step::element)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
