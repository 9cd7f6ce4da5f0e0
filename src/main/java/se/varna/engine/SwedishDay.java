package se.varna.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;
import se.varna.common.Sweden;

/** Today in Swedish time, for the lists of tasks: the engine's own day is that of UTC. */
@Component("swedishDay")
public class SwedishDay {

    private final Clock clock;

    SwedishDay(Clock clock) {
        this.clock = clock;
    }

    /** The last moment before today. */
    public Date justBefore() {
        return new Date(start(today()).getTime() - 1);
    }

    /** The first moment of tomorrow. */
    public Date end() {
        return start(today().plusDays(1));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Sweden.TIME);
    }

    private static Date start(LocalDate day) {
        return Date.from(day.atStartOfDay(Sweden.TIME).toInstant());
    }
}
