package se.varna.statistics;

/**
 * A share in per cent, from the least to the most that the published groups allow. It is worked out from nothing else, so
 * it tells nothing more than they do.
 */
public record Share(int from, int to) {

    /** Of fewer than so many a share says nothing. */
    private static final int LEAST = 4 * Range.WIDTH;

    /** @return null when there are too few */
    public static Share of(Range part, Range whole) {
        return whole.from() < LEAST || part.isWithheld()
                ? null
                : new Share(100 * part.from() / whole.to(), Math.min(100, 100 * part.to() / whole.from()));
    }
}
