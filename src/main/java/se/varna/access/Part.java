package se.varna.access;

/** The parts of a case that can be handed over, or kept back, each for itself. Who, which unit and which level are none. */
public enum Part {
    /** How to reach the exposed person. */
    CONTACT,
    /** What has happened: the report, what has been told and written to each other since, and how it is judged. */
    DESCRIPTION,
    /** Others than the exposed person: who did it, who reported it. */
    PERSONS,
    /** What has been saved as evidence. */
    EVIDENCE,
    /** What those who have worked the case have written. */
    NOTES,
    /** The question of a report to the police, and what became of it. */
    POLICE
}
