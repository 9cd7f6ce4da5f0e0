package se.varna.statistics;

/**
 * A count as it is published: which group of six it falls in. The first group holds none to five, and five is no secret: so
 * a count under five cannot be told from one that may be told. (Groups of five would end at four, and a sum of counts that
 * all are four would give each of them away.)
 *
 * @param from the least that the count can be
 */
public record Range(int from) {

    public static final int WIDTH = 6;

    /** The first group: it says nothing but that there are few or none. */
    public static final Range FEW = new Range(0);

    /** Not even the group is told, since others could be worked out with it. */
    public static final Range WITHHELD = new Range(-1);

    /** The group that the count falls in. */
    static Range of(int count) {
        return new Range(count / WIDTH * WIDTH);
    }

    /** The most that the count can be. */
    public int to() {
        return from + WIDTH - 1;
    }

    public boolean isFew() {
        return from == 0;
    }

    public boolean isWithheld() {
        return from < 0;
    }
}
