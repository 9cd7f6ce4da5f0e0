package se.varna.access;

/** What can be done with one case. Who may do it stands in {@link AccessTable}. */
public enum Action {
    /** See the case, as far as one's {@link Extent} goes. */
    READ,
    READ_RECEIPT,
    /** See who has read the case. */
    SEE_READERS,
    /** See how far the case has come, drawn on its process. */
    SEE_COURSE,
    /** Take the whole case along as a document, as far as one sees it: for a handover, or for a court. */
    PRINT,
    ADD_INFORMATION,
    /** Begin a report of one's own from what the case says: something has happened after all. */
    BEGIN_REPORT,
    /** Hand in files that have been saved. */
    ADD_EVIDENCE,
    /** Take a file along. Which ones there are for whom follows from {@link Part#EVIDENCE}. */
    READ_EVIDENCE,
    ADD_NOTE,
    /** Write to the exposed person, or as them to those who hold the case. */
    WRITE_MESSAGE,
    /** Call the exposed person: the task of the first contact. */
    CALL,
    /** Every other task of the case. */
    WORK,
    START_REFERRAL,
    /** Say who is to report to the police: the exposed person decides. */
    ANSWER_POLICE,
    /** Put together what the police get, and write down what the exposed person wants in it. */
    MAKE_POLICE_BUNDLE,
    /** Write down that what came by letter or e-mail has been entered in the city's register. */
    REGISTER_MAIL,
    PROPOSE_MEASURE,
    REOPEN,
    /** Read what all who take part in a planned event may read of its plan. */
    READ_PLAN,
    /** Say that a planned event has another time or place, or will not take place. */
    CHANGE_EVENT,
    /** Propose that another function takes the case over, in either direction (R29, R30). */
    PROPOSE_CONSULTATION,
    /** Answer as the one who is asked to take over. */
    ANSWER_CONSULTATION,
    /** Take one's own side's proposal back, until both have signed. */
    WITHDRAW_CONSULTATION,
    /** Let another function know who, which unit and which level. */
    INFORM,
    /** Confirm that one has taken an information copy in (R28). */
    ACKNOWLEDGE,
    /** Say that the case is another's. */
    DISPUTE,
    /** Ask Säkerhet och Beredskap for advice about a case that the party holds, with the exposed person's consent (R42). */
    ASK_ADVICE,
    /** Say whether a disputed case is one's own. */
    ANSWER_DISPUTE,
    /** Decide finally whose a disputed case is. */
    DECIDE_RESPONSIBILITY,
    /** Hand over parts that were kept back. */
    DISCLOSE,
    /** Say that one may not act in the case oneself (jäv). */
    RECUSE,
    /** One's own consent to others being told, given or withdrawn: the party, and those whom it asks for advice. */
    CONSENT,
    /** Take the time of the next contact into one's own calendar. */
    SAVE_DATE,
    /** Write down the consent that the exposed person has given or withdrawn in a talk. */
    RECORD_CONSENT,
    /** Tell the owner that the same person is exposed in other functions' cases too. */
    TELL_OWNER
}
