package se.varna.access;

/**
 * How somebody stands to a case. Whoever stands in no relation to it cannot tell that it exists. Those that are granted
 * are recorded with the case, with the moment and the end; each is a ground that a lawyer must confirm.
 */
public enum Relation {
    /** The person who was exposed. Nothing else counts for them: not even as an officer do they see more of it. */
    EXPOSED(false),
    /** The one who reported it for somebody else. */
    REPORTER(false),
    /** Takes part in a planned meeting or question. */
    PARTICIPANT(false),
    /** Acts for the function that holds the case, and has not said that they may not (jäv). */
    OWNER(false),
    /** The same person has been exposed in several functions' cases: for Säkerhet och Beredskap alone. */
    REPETITION(false),
    /** Held the case until it went to another function. */
    FORMER_OWNER(true),
    /** Säkerhet och Beredskap wants to know when a council member is threatened in another board's work (R28). */
    INFORMATION_COPY(true),
    /** The support line is told at once of acute danger (row 0 of the responsibility table). */
    ACUTE_ALERT(true),
    /** Nobody had called in time: Säkerhet och Beredskap gets what is needed to call. */
    MISSED_DEADLINE(true),
    /** The on-call company, for an urgent case outside staffed hours, until the line is staffed again (R35). */
    ON_CALL(true),
    /** In a consultation about who is to have the case, with the one who holds it (R30). */
    CONSULTATION(true),
    /** Asked about, or deciding, whose the case is. */
    DISPUTE(true),
    /** The exposed person's party, with their recorded consent. */
    CONSENT(true),
    /** Asked for advice about a case that a party holds, with the exposed person's recorded consent (R36, R42). */
    PARTY_ADVICE(true);

    private final boolean granted;

    Relation(boolean granted) {
        this.granted = granted;
    }

    /** Whether it is given to a group, for one case, and recorded with it. */
    public boolean isGranted() {
        return granted;
    }
}
