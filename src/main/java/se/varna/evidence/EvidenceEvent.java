package se.varna.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that has happened to a file: a link in its chain of custody. Only ever added.
 *
 * @param evidence id of the file
 * @param person id of the person who did it, or null when the application did
 * @param detail what was found, or in what it was handed over; null where there is nothing to tell
 */
public record EvidenceEvent(UUID evidence, Instant at, String person, Kind kind, String detail) {

    /** What can happen to a file. */
    public enum Kind {
        /** Came to the draft of the report, which had not been sent. */
        DRAFTED,
        RECEIVED,
        FOUND_CLEAN,
        FOUND_INFECTED,
        DOWNLOADED,
        /** Handed over to the police, in the bundle that {@link #detail} names. */
        HANDED_OVER
    }
}
