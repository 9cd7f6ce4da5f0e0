package se.varna.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What is published of a year and a unit.
 *
 * @param compiledAt when they were put together
 * @param until the first day that is not counted
 * @param year 0 for all years
 * @param unit empty for all units together
 * @param years all cases of the unit, by year; a year with few is not there
 * @param allYears the years that there are figures of
 * @param units all cases of the year, by unit; a unit with few is not there
 */
public record Figures(
        Instant compiledAt,
        LocalDate until,
        int year,
        String unit,
        Map<Key, Integer> figures,
        SortedMap<Integer, Range> years,
        List<Integer> allYears,
        Map<String, Range> units) {

    private static final String WITHHELD = "*";

    /** Where a figure stands; month 0 is the whole year. */
    record Key(String breakdown, int month, String value) {}

    public Range count(Breakdown breakdown, String value) {
        return range(new Key(breakdown.name(), 0, value));
    }

    /** All cases. */
    public Range total() {
        return count(Breakdown.ALL, "");
    }

    /** All cases of a year. */
    public Range year(int anyYear) {
        return years.getOrDefault(anyYear, Range.FEW);
    }

    /** All cases of a month of the year. */
    public Range month(int month) {
        return range(new Key(Breakdown.ALL.name(), month, ""));
    }

    private Range range(Key key) {
        if (figures.containsKey(new Key(key.breakdown(), Math.min(key.month(), 1), WITHHELD))) {
            return Range.WITHHELD;
        }
        Integer from = figures.get(key);
        return from == null ? Range.FEW : new Range(from);
    }

    /** Where it stands that a group is withheld: all of it, so that nobody can tell what is none from what is few. */
    static Counting.Place markOf(Attack.Group group) {
        return new Counting.Place(group.unit(), group.year(), group.months() ? 1 : 0, group.breakdown(), WITHHELD);
    }

    /**
     * Half of those who were contacted had to wait about so many minutes at most.
     *
     * @param level a level's name, or empty for all
     * @return null where there are too few to say
     */
    public Integer median(String level) {
        return figures.get(new Key(Statistics.median(), 0, level));
    }
}
