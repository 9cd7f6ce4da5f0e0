package se.varna.casefile;

/** What the incident is thought to be about; the official's belief is enough (R1). */
public enum Matter {
    /** The city's business: a board's, a company's, the council's. */
    CITY,
    /** Party politics that are not about the city (R32). */
    PARTY,
    /** Election work as an activity (R23). */
    ELECTION_WORK,
    UNKNOWN
}
