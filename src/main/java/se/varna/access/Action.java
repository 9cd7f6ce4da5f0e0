package se.varna.access;

/** What can be done with one case. Who may do it stands in {@link AccessTable}. */
public enum Action {
    /** See the case, as far as one's {@link Extent} goes. */
    READ,
    READ_RECEIPT,
    /** See who has read the case. */
    SEE_READERS,
    ADD_INFORMATION,
    ADD_NOTE,
    /** Call the exposed person: the task of the first contact. */
    CALL,
    /** Every other task of the case. */
    WORK,
    START_REFERRAL,
    PROPOSE_MEASURE,
    PROPOSE_CONSULTATION,
    ANSWER_CONSULTATION,
    CHOOSE_OWNER,
    REOPEN,
    /** One's own consent to the party being told, given or withdrawn. */
    CONSENT_TO_PARTY,
    /** Write down the consent that the exposed person has given or withdrawn in a talk. */
    RECORD_CONSENT,
    /** Tell the owner that the same person is exposed in other functions' cases too. */
    TELL_OWNER
}
