package se.varna.access;

/** How much of a case a person may see. */
public enum Extent {
    /** The case does not exist for this person. */
    NOTHING,
    /** The exposed person: own report and how it goes, in plain words; never the officers' notes. */
    OWN,
    /** An information copy (R28): who, which unit, which level. */
    LIMITED,
    /** What is needed to call: contact and description (an escalation, or the on-call company at night). */
    CONTACT,
    /** Everything: those who own the case. */
    FULL;

    public boolean seesAnything() {
        return this != NOTHING;
    }

    /** Whether the report's own words and how to reach the person are shown. */
    public boolean seesReport() {
        return this == FULL || this == CONTACT || this == OWN;
    }

    /** Whether the case may be worked on: notes, referrals, measures, consultation. */
    public boolean mayWork() {
        return this == FULL;
    }
}
