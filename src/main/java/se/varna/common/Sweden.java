package se.varna.common;

import java.time.ZoneId;

/** Where the city is: its days, hours and deadlines are in this time, whatever the machine's is. */
public final class Sweden {

    public static final ZoneId TIME = ZoneId.of("Europe/Stockholm");

    private Sweden() {}
}
