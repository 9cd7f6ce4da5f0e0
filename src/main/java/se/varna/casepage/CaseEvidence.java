package se.varna.casepage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.varna.common.web.SwedishTime;
import se.varna.evidence.EvidenceItem;

/**
 * A file among the evidence.
 *
 * @param size in bytes
 * @param sha256 of the content, in hexadecimal figures
 * @param chain what has happened to it, the first link first
 */
record CaseEvidence(
        UUID id, String name, String mediaType, long size, String sha256, EvidenceItem.State state, List<Link> chain) {

    /** A link in the chain of custody, as a sentence; {@code by} is null when the application did it, or that is kept back. */
    record Link(@SwedishTime Instant at, String by, String sentence) {}
}
