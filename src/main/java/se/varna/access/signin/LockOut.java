package se.varna.access.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Locks a name for a while after some failures in a row, whether anyone has that name or not. Kept in memory. */
class LockOut {

    private static final int KEPT = 100_000;

    /** A person's id is no longer; what is tried in its place may be. */
    private static final int LONGEST_NAME = 80;

    private record Failures(int inARow, Instant lockedUntil) {}

    private final int lockAfter;
    private final Duration lockedFor;
    private final Clock clock;
    private final Cache<String, Failures> failures =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    LockOut(int lockAfter, Duration lockedFor, Clock clock) {
        this.lockAfter = lockAfter;
        this.lockedFor = lockedFor;
        this.clock = clock;
    }

    boolean isLocked(String name) {
        Failures known = failures.getIfPresent(key(name));
        return known != null && known.lockedUntil() != null && clock.instant().isBefore(known.lockedUntil());
    }

    /** One failure more; tries while the name is locked neither count nor make it longer. */
    void failed(String name) {
        failures.asMap().compute(key(name), (key, known) -> {
            Instant now = clock.instant();
            if (known != null && known.lockedUntil() != null) {
                if (now.isBefore(known.lockedUntil())) {
                    return known;
                }
                known = null;
            }
            int inARow = known == null ? 1 : known.inARow() + 1;
            return new Failures(inARow, inARow >= lockAfter ? now.plus(lockedFor) : null);
        });
    }

    void succeeded(String name) {
        failures.invalidate(key(name));
    }

    private static String key(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
