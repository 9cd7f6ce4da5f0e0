package se.varna.access;

/** How much of a case a person may see; who sees how much stands in {@link AccessTable}. */
public enum Extent {
    /** The case does not exist for this person. */
    NOTHING,
    /** The one who reported for somebody else: the receipt, and nothing that comes after it. */
    RECEIPT,
    /** The exposed person: own report and how it goes, in plain words; never the officers' notes. */
    OWN,
    /** An information copy (R28): who, which unit, which level. */
    LIMITED,
    /** As a copy, and beside it one's own time and what has been disclosed: those asked in a consultation or a dispute. */
    SHARED,
    /** What is needed to call: contact and description (an escalation, or the on-call company at night). No history. */
    CONTACT,
    /** What a reading of a case showed one who owns it, while something of others' time was kept back from them. */
    HANDED_OVER,
    /** Those who own the case: everything of their own time, and of others' time what has been handed over. */
    FULL
}
