package se.varna.assessment;

/** What an assessor can find that tells how serious a case is; the report's own indicators are among them. */
public enum Factor {
    CAPABILITY,
    INTENT,
    HOME_ADDRESS_KNOWN,
    FIXATION,
    COMING_MEETING,
    FEAR,
    AFFECTS_DUTY,
    ESCALATING,
    WEAPON,
    VIOLENCE,
    HOME_VISIT,
    TIME_AND_PLACE,
    CHILDREN
}
