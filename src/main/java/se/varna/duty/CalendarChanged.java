package se.varna.duty;

/** The city has decided about a day: deadlines that count in staffed hours may have to move. */
public record CalendarChanged() {}
