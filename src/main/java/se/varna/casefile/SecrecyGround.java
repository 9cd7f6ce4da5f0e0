package se.varna.casefile;

/** The ground in the secrecy act for giving details of one function's case to another (OSL 8:1). */
public enum SecrecyGround {
    /** The exposed person has said yes (OSL 12:2). */
    CONSENT,
    /** The giver's own work needs it (OSL 10:2). */
    NECESSARY,
    /** It is plain that giving weighs more than keeping (OSL 10:27). */
    GENERAL_CLAUSE
}
