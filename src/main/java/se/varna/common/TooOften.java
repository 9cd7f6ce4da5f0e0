package se.varna.common;

import java.time.Duration;
import java.util.List;

/** What is asked for more often than the application answers: allowed again after a while. */
public class TooOften extends Refused {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /** @param wait how long until it is allowed again */
    public TooOften(Problem problem, Duration wait) {
        super(List.of(problem));
        this.wait = wait;
    }

    /** Whole seconds until it is allowed again, for the header {@code Retry-After}. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
