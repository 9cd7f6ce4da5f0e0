package se.varna.access;

/** Why somebody has made contact, and so what the case is about. What can be done with it follows: {@link AccessTable}. */
public enum Concern {
    /** Something has happened: threat, hate, violence (R1). */
    INCIDENT,
    /** A meeting or a political question to come, feared to stir opinion (R3, R11, R43). */
    PLANNED_EVENT,
    /** A question about security (R2, R36, R46). */
    QUESTION
}
