package se.varna.parties;

/** What a party is to have in place (R14–R20); the words are in the bundles, under {@code label.CheckPoint.}. */
public enum CheckPoint {
    /** A security officer and a deputy are appointed. */
    OFFICER,
    ROUTINES,
    /** With the other parties. */
    COOPERATION,
    /** With the police; the note says on which level. */
    POLICE,
    /** Everybody knows who is responsible and for what. */
    RESPONSIBILITIES,
    /** The officer knows the city's security functions and their roles. */
    CITY
}
