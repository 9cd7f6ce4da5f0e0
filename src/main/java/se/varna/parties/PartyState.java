package se.varna.parties;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.varna.directory.Party;
import se.varna.directory.Person;
import se.varna.parties.PartyAnswer.Answer;

/**
 * How it stands with a party today.
 *
 * @param version tells whether somebody has said something since it was shown; -1 when nobody has said anything
 * @param reach how the officer is reached, in the party's words, or null
 * @param confirmedAt when all of it was last confirmed, and by whom; null when it never was
 * @param askedAt when the open check was begun, or null when none is
 * @param contactNote what Säkerhet och Beredskap last heard when nobody had answered, when and by whom; or null
 */
public record PartyState(
        Party party,
        List<Person> officers,
        List<Person> deputies,
        long version,
        String reach,
        Map<CheckPoint, PartyAnswer> answers,
        Instant confirmedAt,
        Person confirmedBy,
        Instant askedAt,
        String contactNote,
        Instant contactedAt,
        Person contactedBy) {

    /** Whether anybody of the party's own can be asked. */
    public boolean hasOfficer() {
        return !officers.isEmpty() || !deputies.isEmpty();
    }

    /** The points that are not in place, or about which nothing has been said. */
    public Set<CheckPoint> missing() {
        Set<CheckPoint> missing = EnumSet.allOf(CheckPoint.class);
        missing.removeIf(
                point -> answers.containsKey(point) && answers.get(point).answer() == Answer.YES);
        return missing;
    }
}
