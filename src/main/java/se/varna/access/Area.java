package se.varna.access;

/** A part of the application that is not about one case. Who may enter stands in {@link AccessTable}. */
public enum Area {
    /** What anyone may see without signing in. */
    OPEN,
    /** What everyone has who is signed in. */
    HOME,
    REPORT,
    OWN_CASES,
    /** The cases that one's function holds or has been told of. */
    CASES,
    TASKLIST,
    CALENDAR,
    /** Who answers the support line, and the form for who does. */
    SUPPORT_LINE,
    ROSTER,
    DIRECTORY,
    /** What the register says of one's own party. */
    PARTY,
    /** What it says of every party, never who belongs to one. */
    PARTIES,
    REPETITION,
    STATISTICS,
    COCKPIT,
    /** Figures of the flow: how many, how long, in time or late. Nothing of one person, unit or level. */
    FLOW,
    ADMIN,
    /** The demo's own tools, which exist in the demo alone. */
    DEMO
}
