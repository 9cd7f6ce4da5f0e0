package se.varna.casefile;

import java.util.Collection;
import java.util.Comparator;

/** How serious a case is, from least to most. */
public enum Level {
    LOW,
    ELEVATED,
    HIGH,
    ACUTE;

    /** The highest of several: where two disagree, the higher holds. */
    public static Level highest(Collection<Level> levels) {
        return levels.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    public boolean isAtLeast(Level other) {
        return compareTo(other) >= 0;
    }
}
