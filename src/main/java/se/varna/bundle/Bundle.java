package se.varna.bundle;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.varna.casefile.Place;
import se.varna.evidence.EvidenceItem;

/**
 * What the police get to read of a case: facts in the reporter's own words, as far as the one who makes it may see them.
 * No crime label (R13), and nothing that officers have written about the case.
 *
 * @param exposed name of the exposed person, or the reporter's words for one whom the directory does not know
 * @param mandates the units where they have a seat; empty for one whom the directory does not know
 * @param reportedBy name of the one who reported it for them; null when they did so themselves or it is not shown
 * @param reported what was reported, or null when it is not shown
 * @param perpetrator who it is, in the reporter's words, or null
 * @param told what the exposed person and the reporter have told since
 * @param earlier earlier incidents that the exposed person wants mentioned, or null
 * @param workMobile where the police reach them, or null
 * @param contact who holds the case, and that function's telephone number or null
 * @param leftOut what is not in it, and is said to be missing
 */
public record Bundle(
        String caseNumber,
        Instant madeAt,
        String exposed,
        List<String> mandates,
        String reportedBy,
        Reported reported,
        String perpetrator,
        List<Told> told,
        String earlier,
        String workMobile,
        boolean askProtection,
        Contact contact,
        List<EvidenceItem> evidence,
        Set<LeftOut> leftOut) {

    /** The report. */
    public record Reported(
            Instant receivedAt,
            String description,
            Instant occurredAt,
            Place place,
            String unit,
            String politicalQuestion,
            List<String> mentioned,
            boolean happenedBefore,
            String impact) {}

    /** Something told since. */
    public record Told(Instant at, String by, String text) {}

    /** Who holds the case. */
    public record Contact(String name, String phone) {}

    /** The files that go along in the ZIP, as they were received. */
    public List<EvidenceItem> originals() {
        return evidence.stream().filter(item -> item.state().isGiven()).toList();
    }
}
