package se.varna.planning;

/** The first step of judging the risk: whether people stand against each other in the matter. */
public enum Conflict {
    YES,
    NO,
    UNSURE
}
