package se.varna.engine;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.varna.duty.CalendarChanged;

/** When the calendar changes, every open task and timer follows the case files. */
@Component
class CalendarFollower {

    private final Processes processes;

    CalendarFollower(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    @Order(CalendarChanged.TASKS_AND_TIMERS)
    void calendarChanged(CalendarChanged changed) {
        processes.refreshAll();
    }
}
