package se.varna.bundle;

/** What a bundle lacks, and why; said where it is made and in the bundle itself. */
public enum LeftOut {
    /** The report: it has not been handed over to the one who makes the bundle. */
    REPORT,
    /** Some of what has been told since. */
    TOLD,
    /** Others than the exposed person: who did it, who reported it. */
    PERSONS,
    /** Some of the evidence. */
    EVIDENCE,
    /** What the exposed person wanted mentioned. */
    WISHES,
    /** Evidence that waits to be searched for harmful code. */
    HELD_EVIDENCE,
    /** Evidence that holds harmful code: listed, and not handed on. */
    INFECTED_EVIDENCE
}
