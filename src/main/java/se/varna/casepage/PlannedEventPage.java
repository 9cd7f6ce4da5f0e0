package se.varna.casepage;

import java.time.OffsetDateTime;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.common.web.Form;
import se.varna.common.web.Times;
import se.varna.planning.PlannedEvents;

/** On a case's page: a planned event has another time or place, or will not take place. */
@Controller
class PlannedEventPage {

    private final CaseActions actions;
    private final PlannedEvents events;

    PlannedEventPage(CaseActions actions, PlannedEvents events) {
        this.actions = actions;
        this.events = events;
    }

    @PostMapping("/arenden/{number}/mote")
    @ForCase(Action.CHANGE_EVENT)
    ModelAndView change(CaseAction action) {
        return actions.act(action, "event", form -> {
            OffsetDateTime starts = Times.of(form, "startsAt", "starts");
            OffsetDateTime ends = Times.until(form, starts, "endsAt");
            form.problems().refuseIfAny();
            events.change(action.number(), starts, ends, form.text("place"), action.person());
        });
    }

    @PostMapping("/arenden/{number}/mote/installt")
    @ForCase(Action.CHANGE_EVENT)
    ModelAndView cancel(CaseAction action) {
        return actions.act(action, "cancelled", (Form form) -> {
            form.problems().addIf(!form.flag("sure"), "sure", "planned.sure").refuseIfAny();
            events.cancel(action.number(), action.person());
        });
    }
}
