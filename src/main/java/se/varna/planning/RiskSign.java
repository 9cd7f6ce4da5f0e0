package se.varna.planning;

/** The second step of judging the risk: eight questions, and these are those that were answered with yes. */
public enum RiskSign {
    /** The question stirs strong feelings. */
    STRONG_FEELINGS,
    /** Somebody has threatened or harassed in the same question before. */
    THREATS_BEFORE,
    /** There are calls to protest or to disturb. */
    CALLS_TO_ACT,
    /** Somebody who has threatened or disturbed before is expected. */
    KNOWN_DISTURBERS,
    /** Anybody can come in. */
    OPEN_DOORS,
    /** The place is hard to survey, or to leave. */
    DIFFICULT_PLACE,
    /** Somebody is alone, there or on the way. */
    ALONE,
    /** Time, place and who comes are known to many. */
    WIDELY_KNOWN
}
