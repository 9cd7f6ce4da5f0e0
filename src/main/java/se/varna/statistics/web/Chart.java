package se.varna.statistics.web;

import java.util.List;
import se.varna.statistics.Range;

/**
 * A breakdown as people see it: bars, and the table that says the same.
 *
 * @param id in the page, and in the bundle under {@code statistics.}
 * @param title what is counted
 * @param first heading of the column that says what each bar is
 * @param omitted whether bars with few cases are left out
 */
record Chart(String id, String title, String first, List<Bar> bars, boolean omitted) {

    /** The room of a bar with its words, in pixels. */
    private static final int ROW = 52;

    /** A bar: certain as far as the least that it can be, and faint as far as the most. */
    record Bar(String label, Range count) {}

    public int height() {
        return bars.size() * ROW;
    }

    public int top(int index) {
        return index * ROW;
    }

    /** How far the certain part reaches, in per cent of the longest bar. */
    public int sure(Bar bar) {
        return bar.count().isWithheld() ? 0 : 100 * bar.count().from() / longest();
    }

    /** How far the faint part reaches beyond. */
    public int maybe(Bar bar) {
        return bar.count().isWithheld() ? 0 : 100 * bar.count().to() / longest() - sure(bar);
    }

    private int longest() {
        return bars.stream().mapToInt(bar -> bar.count().to()).max().orElse(1);
    }
}
