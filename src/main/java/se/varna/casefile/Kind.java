package se.varna.casefile;

/** What happened, in everyday words: never a crime label (R13). */
public enum Kind {
    THREAT,
    HATE,
    HARASSMENT,
    VIOLENCE,
    VANDALISM,
    THEFT,
    OTHER
}
