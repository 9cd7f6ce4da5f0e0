package se.varna.assessment;

import java.time.Instant;
import java.util.List;

/**
 * That a case is one of several that are like each other.
 *
 * @param days from the first of them until this one, in Swedish days; 0 within the same day
 * @param earlier the others, the first one first
 */
public record Pattern(Likeness likeness, int days, List<Earlier> earlier) {

    /** An earlier case, and when it came. */
    public record Earlier(String caseNumber, Instant receivedAt) {}

    /** Which one of them this case is: 3 for the third. */
    public int ordinal() {
        return earlier.size() + 1;
    }
}
