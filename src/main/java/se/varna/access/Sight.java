package se.varna.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one person may see of and do with one case.
 *
 * @param person id of the one who sees; null where there is nothing to see
 * @param relations how they stand to the case; empty when it does not exist for them
 * @param windows which parts they may see, and from which time
 * @param whole whether that is everything, of every holder's time
 */
public record Sight(
        String person,
        Extent extent,
        Set<Action> actions,
        Set<Relation> relations,
        List<Window> windows,
        boolean whole) {

    static final Sight NONE = new Sight(null, Extent.NOTHING, Set.of(), Set.of(), List.of(), false);

    /**
     * Parts that are open, as far as they came about within a time: while one held the case oneself, or before a moment
     * that somebody else's disclosure covers.
     *
     * @param from the first moment, or null for the beginning
     * @param until the moment before which it came about, or null when there is no such end
     */
    public record Window(Set<Part> parts, Instant from, Instant until) {

        /** As much of it as a disclosure of those parts, until that moment, can open to another; empty when that is nothing. */
        Optional<Window> within(Set<Part> disclosed, Instant end) {
            Set<Part> both = parts.stream().filter(disclosed::contains).collect(Collectors.toUnmodifiableSet());
            Instant sooner = until == null || end != null && end.isBefore(until) ? end : until;
            boolean nothing = both.isEmpty() || from != null && sooner != null && !from.isBefore(sooner);
            return nothing ? Optional.empty() : Optional.of(new Window(both, from, sooner));
        }

        private boolean opens(Part part, Instant at) {
            return parts.contains(part)
                    && (from == null || !at.isBefore(from))
                    && (until == null || at.isBefore(until));
        }
    }

    public boolean may(Action action) {
        return actions.contains(action);
    }

    /** Whether the person may know that there is such a case. */
    public boolean knowsOfIt() {
        return !relations.isEmpty();
    }

    /** Whether the person may see what came about then, in that part of the case. */
    public boolean shows(Part part, Instant at) {
        return opens(windows, Set.of(part), at);
    }

    /** Whether the windows open all of those parts, as far as they came about then. */
    static boolean opens(List<Window> windows, Set<Part> parts, Instant at) {
        return parts.stream().allMatch(part -> windows.stream().anyMatch(window -> window.opens(part, at)));
    }

    /** How much of the case a reading of it shows, as the log of readers keeps it. */
    public Extent read() {
        return extent == Extent.FULL && !whole ? Extent.HANDED_OVER : extent;
    }
}
