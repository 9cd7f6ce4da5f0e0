package se.varna.casepage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.varna.access.Action;
import se.varna.access.Concern;
import se.varna.access.ForCase;
import se.varna.casefile.CaseFiles;
import se.varna.engine.Processes;

/** How far the case has come, drawn on its process: what is done and what goes on, and the same in words. */
@Controller
class CoursePage {

    /** The process that carries a case about that, and its picture. */
    private record Course(String process, ProcessPicture picture) {}

    private static final Map<Concern, Course> COURSES = Map.of(
            Concern.INCIDENT, new Course("incidentHandling", new ProcessPicture("incident-handling")),
            Concern.PLANNED_EVENT, new Course("plannedEvent", new ProcessPicture("planned-event")),
            Concern.QUESTION, new Course("securityAdvice", new ProcessPicture("security-advice")));

    private final CaseFiles cases;
    private final Processes processes;

    CoursePage(CaseFiles cases, Processes processes) {
        this.cases = cases;
        this.processes = processes;
    }

    @GetMapping("/arenden/{number}/karta")
    @ForCase(Action.SEE_COURSE)
    String course(@PathVariable String number, Model model) {
        Course course = COURSES.get(cases.get(number).concern());
        List<Processes.Step> steps = processes.course(number, course.process());
        List<Processes.Step> now =
                steps.stream().filter(step -> step.until() == null).toList();
        model.addAttribute("number", number);
        model.addAttribute("picture", course.picture().marked(elements(steps), elements(now)));
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
