package se.varna.planning.web;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.access.Sight;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.common.web.Bilingual;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.directory.Unit;
import se.varna.planning.PlannedEvents;
import se.varna.responsibility.FunctionNames;

/** What everyone who takes part may read of a plan: when, where, whom to call and what holds; nothing of threats. */
@Controller
class PlanPage {

    private final PlannedEvents events;
    private final CaseFiles cases;
    private final Directory directory;
    private final FunctionNames names;

    PlanPage(PlannedEvents events, CaseFiles cases, Directory directory, FunctionNames names) {
        this.events = events;
        this.cases = cases;
        this.directory = directory;
        this.names = names;
    }

    @GetMapping("/planer/{number}")
    @ForCase(Action.READ_PLAN)
    @Bilingual
    String read(@PathVariable String number, Sight sight, Model model) {
        CaseFile file = cases.get(number);
        Owner owner = file.owner();
        model.addAttribute("number", number);
        model.addAttribute("event", events.get(number));
        model.addAttribute("owner", names.name(owner));
        model.addAttribute(
                "phone",
                Optional.ofNullable(owner.code())
                        .flatMap(directory::unit)
                        .map(Unit::securityPhone)
                        .orElse(null));
        model.addAttribute("byLine", owner.function() == Owner.Function.SECURITY_AND_PREPAREDNESS);
        model.addAttribute("readable", sight.may(Action.READ));
        return "planned/plan";
    }
}
