package se.varna.casefile;

/** Where a case is in its life. */
public enum Phase {
    /** Received; the exposed person is to be contacted. */
    FIRST_CONTACT,
    /** Contact made or new information come: an officer assesses the level. */
    ASSESSMENT,
    /** Assessed; followed up until it can be closed. */
    FOLLOW_UP,
    CLOSED
}
