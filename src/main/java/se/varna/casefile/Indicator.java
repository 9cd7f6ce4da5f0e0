package se.varna.casefile;

/** What in the report itself tells how serious it may be. */
public enum Indicator {
    WEAPON,
    VIOLENCE,
    HOME_VISIT,
    TIME_AND_PLACE,
    FAMILY,
    CHILDREN,
    REPEATED
}
