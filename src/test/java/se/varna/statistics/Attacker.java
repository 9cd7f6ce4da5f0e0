package se.varna.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who has taken along everything that can be had, knows how it was made, and works out as much as can be worked
 * out: each sum is tried against its parts, in both directions, again and again until nothing more follows.
 *
 * @param <C> what names a count
 */
final class Attacker<C> {

    /** What a count can be. */
    record Bounds(int least, int most) {

        boolean isOne() {
            return least == most;
        }

        private Bounds and(int otherLeast, int otherMost) {
            return new Bounds(Math.max(least, otherLeast), Math.min(most, otherMost));
        }
    }

    private record Sum<C>(C whole, List<C> parts) {}

    private static final int NO_END = 1_000_000;

    private final Map<C, Bounds> known = new HashMap<>();
    private final List<Sum<C>> sums = new ArrayList<>();

    void reads(C count, int least, int most) {
        known.merge(count, new Bounds(least, most), (one, other) -> one.and(other.least(), other.most()));
    }

    /** The parts together are the whole, and each case is in one of them. */
    void knows(C whole, List<C> parts) {
        sums.add(new Sum<>(whole, List.copyOf(parts)));
    }

    Bounds of(C count) {
        return known.getOrDefault(count, new Bounds(0, NO_END));
    }

    /** Everything that can be said of each count that something is known of. */
    Map<C, Bounds> worksOut() {
        boolean more = true;
        while (more) {
            more = false;
            for (Sum<C> sum : sums) {
                more |= narrows(sum.whole(), least(sum.parts(), null), most(sum.parts(), null));
                for (C part : sum.parts()) {
                    Bounds whole = of(sum.whole());
                    more |= narrows(
                            part, whole.least() - most(sum.parts(), part), whole.most() - least(sum.parts(), part));
                }
            }
        }
        return known;
    }

    private int least(List<C> parts, C without) {
        return parts.stream()
                .filter(part -> !part.equals(without))
                .mapToInt(part -> of(part).least())
                .sum();
    }

    private int most(List<C> parts, C without) {
        return parts.stream()
                .filter(part -> !part.equals(without))
                .mapToInt(part -> of(part).most())
                .sum();
    }

    private boolean narrows(C count, int least, int most) {
        Bounds before = of(count);
        Bounds after = before.and(least, most);
        if (after.least() > after.most()) {
            throw new AssertionError("what is published of " + count + " contradicts itself: " + after);
        }
        known.put(count, after);
        return !after.equals(before);
    }
}
