package se.varna.responsibility;

/** The guidance's rules about whose a case is, one of which a person goes by who decides it. */
public enum GuidanceRule {
    /** What concerns the council or the executive board is Säkerhet och Beredskap's. */
    R9,
    /** What concerns another board or company is its local security officer's. */
    R10,
    /** During election work the parties are ultimately responsible. */
    R23,
    /** Members of the council and the executive board in Rådhuset or Börsen, in that board's matters. */
    R24,
    /** A member of the council or the executive board who acts for another board: that board's officer. */
    R25,
    /** The local security officer handles threats in the board's own matters. */
    R26,
    /** The question has moved to the council or the executive board. */
    R29,
    /** A part-time politician's security lies with the board they sit on. */
    R31,
    /** Party politics that are not about the city: the party has the main responsibility. */
    R32,
    /** Don't wait: where no other rule fits, somebody must still have the case. */
    R44
}
