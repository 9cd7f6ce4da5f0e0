package se.varna.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that somebody has handed in as evidence. Its content is never changed.
 *
 * @param name as it was given, without path and signs that cannot be seen; personal, like the content
 * @param mediaType what it is by its content, as {@code image/jpeg}
 * @param size in bytes
 * @param sha256 of the content, in hexadecimal figures
 * @param receivedBy id of the person who handed it in
 */
public record EvidenceItem(
        UUID id,
        String caseNumber,
        String name,
        String mediaType,
        long size,
        String sha256,
        Instant receivedAt,
        String receivedBy,
        State state) {

    /** Whether it may be opened. */
    public enum State {
        /** Waits to be searched for harmful code; nobody gets it before. */
        HELD,
        CLEAN,
        /** Holds harmful code: kept as evidence, and given to nobody. */
        INFECTED,
        /** There is nothing to search it with. */
        NOT_SCANNED;

        /** Whether it is given to anyone at all. */
        public boolean isGiven() {
            return this == CLEAN || this == NOT_SCANNED;
        }
    }
}
