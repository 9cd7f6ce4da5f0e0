package se.varna.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A file in the draft of a report: its author's alone, until the report is sent.
 *
 * @param name as {@link EvidenceItem#name()}
 * @param cameAt when the author added it
 */
public record DraftFile(UUID id, String name, String mediaType, long size, String sha256, Instant cameAt) {

    Intake.Arrived arrived() {
        return new Intake.Arrived(name, mediaType, size, sha256);
    }
}
