package se.varna.engine;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What may be told of a failure: its kind and its place in the code, never its own words, which may quote an address or
 * a row of the database.
 *
 * @param kind the name of the root cause's class
 * @param trace where it happened
 */
record Failure(String kind, StackTraceElement[] trace) {

    private static final int FRAMES_IN_LOG = 12;

    static Failure of(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return new Failure(root.getClass().getSimpleName(), root.getStackTrace());
    }

    /** For the log: the kind, and the innermost frames. */
    @Override
    public String toString() {
        return Arrays.stream(trace)
                .limit(FRAMES_IN_LOG)
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining("", kind, ""));
    }
}
