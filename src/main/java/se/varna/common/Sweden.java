package se.varna.common;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Where the city is: its days, hours and deadlines are in this time, whatever the machine's is. */
public final class Sweden {

    public static final ZoneId TIME = ZoneId.of("Europe/Stockholm");

    private Sweden() {}

    /** That day at a time that is not known: its midnight, which no time that is known falls on. */
    public static ZonedDateTime wholeDay(LocalDate day) {
        return day.atStartOfDay(TIME);
    }

    /** That day at that time; midnight itself is a second later, since it stands for the whole day. */
    public static ZonedDateTime at(LocalDate day, LocalTime time) {
        ZonedDateTime at = day.atTime(time).atZone(TIME);
        return isWholeDay(at) ? at.plusSeconds(1) : at;
    }

    /** Whether the time of the day is not known. */
    public static boolean isWholeDay(ZonedDateTime at) {
        return at.equals(wholeDay(at.toLocalDate()));
    }
}
