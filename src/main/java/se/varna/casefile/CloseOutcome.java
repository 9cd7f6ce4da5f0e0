package se.varna.casefile;

/** How a case ended. */
public enum CloseOutcome {
    RESOLVED,
    MOVED_TO_POLICE,
    REFERRED_TO_PARTY,
    NO_FURTHER_ACTION
}
