package se.varna.duty;

/**
 * The city has decided about a day. First the case files count their deadlines anew ({@link #CASE_FILES}), then the open
 * tasks and timers follow ({@link #TASKS_AND_TIMERS}).
 */
public record CalendarChanged() {

    public static final int CASE_FILES = 1;
    public static final int TASKS_AND_TIMERS = 2;
}
