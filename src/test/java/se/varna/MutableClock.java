package se.varna;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import se.varna.common.Sweden;

/** The application's clock in tests: it stands still until it is moved, and moves the engine's with it. */
public class MutableClock extends Clock {

    private volatile Instant now = Instant.now();

    /** Sets the clock to a Swedish time, as {@code 2026-11-24T10:00}. */
    public void set(String swedishTime) {
        set(LocalDateTime.parse(swedishTime).atZone(Sweden.TIME).toInstant());
    }

    public void set(Instant instant) {
        now = instant;
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    public void advance(Duration duration) {
        set(now.plus(duration));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
