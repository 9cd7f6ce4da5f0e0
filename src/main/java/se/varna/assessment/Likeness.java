package se.varna.assessment;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import se.varna.access.Part;
import se.varna.access.Relation;
import se.varna.access.Sight;

/** In what a case can be like an earlier one of the same holder's. */
public enum Likeness {
    /** The same exposed person, where the directory knows them. No part of the case: whoever holds or has held it knows. */
    SAME_PERSON(null),
    /** The same political question, but for capitals, blanks and punctuation. */
    SAME_QUESTION(Part.DESCRIPTION),
    /** The same words for who did it (a name, an account, a number), but for the same. */
    SAME_SENDER(Part.PERSONS);

    private static final Set<Relation> HOLDERS = EnumSet.of(Relation.OWNER, Relation.FORMER_OWNER);

    private final Part part;

    Likeness(Part part) {
        this.part = part;
    }

    /** Whether the person, for the function that holds or has held that case, can read it out of the report. */
    boolean isOpen(Sight sight, Instant receivedAt) {
        return sight.relations().stream().anyMatch(HOLDERS::contains)
                && (part == null || sight.shows(part, receivedAt));
    }
}
