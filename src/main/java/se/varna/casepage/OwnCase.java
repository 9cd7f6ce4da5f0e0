package se.varna.casepage;

import java.time.Instant;
import java.util.List;
import se.varna.access.Concern;
import se.varna.access.Extent;
import se.varna.casefile.Phase;
import se.varna.common.web.SwedishTime;
import se.varna.responsibility.NamedFunction;

/**
 * The exposed person's own case, in plain words: how it goes, whom to call and why them. Never what the officers write or
 * how they judge it.
 *
 * @param phone number to the one who owns the case, or null when none is known
 * @param reason why this owner: the table's sentence, or null when a person has decided otherwise
 * @param heldForParty a party is responsible, but may not be told or has nobody to tell: another holds the case
 * @param holders who has had the case, the first one first
 * @param partyConsent whether the person has said yes to their party being told
 * @param nextAt by when they will be in touch next, or null
 * @param measures each measure that is to protect the person
 * @param onCallMayCall it is outside staffed hours, and the on-call company may make the first contact
 */
record OwnCase(
        String caseNumber,
        Concern concern,
        Extent extent,
        Phase status,
        Progress progress,
        String statusText,
        String statusMeans,
        @SwedishTime Instant receivedAt,
        NamedFunction owner,
        String phone,
        boolean supportLine,
        String reason,
        boolean heldForParty,
        List<Holder> holders,
        boolean partyConsent,
        @SwedishTime Instant nextAt,
        boolean contacted,
        boolean overdue,
        boolean onCallMayCall,
        List<String> police,
        List<Protection> measures,
        boolean reportedByOther,
        String description,
        List<Told> information,
        List<CaseEvidence> evidence,
        List<CaseMessage> messages) {

    /** A function that has had the case, and from when. */
    record Holder(String name, @SwedishTime Instant since) {}

    /** A measure by its name, and how it stands with it in a sentence or more. */
    record Protection(String name, String said) {}

    /** What the person has told since. */
    record Told(@SwedishTime Instant at, String text) {}
}
