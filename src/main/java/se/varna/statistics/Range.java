package se.varna.statistics;

/**
 * A count as it is published: which group of six it falls in. The first group holds none to five, so no count under five
 * is told from five, and nothing that is said of sums can tell it apart either: whatever is added up or taken away, the
 * upper end of what a count in the first group may be stays five. (Groups of five would end at four, and a sum of counts
 * that all are four would give each of them away.)
 */
public record Range(int from) {

    public static final int WIDTH = 6;

    /** The first group: it says nothing but that there are few or none. */
    public static final Range FEW = new Range(0);

    /** The group that the count falls in. */
    public static Range of(int count) {
        return new Range(count / WIDTH * WIDTH);
    }

    public int to() {
        return from + WIDTH - 1;
    }

    public boolean isFew() {
        return from == 0;
    }
}
