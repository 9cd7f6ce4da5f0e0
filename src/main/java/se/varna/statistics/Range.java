package se.varna.statistics;

/**
 * A count as it is published: which group it falls in. The first group holds none to five, and five is no secret: so
 * nobody can tell a count under five from one that may be told. Groups of five would end at four, and a sum of counts that
 * all are four would give each of them away.
 *
 * @param from the least that the count can be
 * @param width how many counts fall in one group
 */
public record Range(int from, int width) {

    /** The narrowest groups that there are. */
    public static final int NARROWEST = 6;

    /** The group that the count falls in. */
    static Range of(int count, int width) {
        return new Range(count / width * width, width);
    }

    /** The most that the count can be. */
    public int to() {
        return from + width - 1;
    }

    /** Whether it says nothing but that there are few or none. */
    public boolean isFew() {
        return from == 0;
    }
}
