package se.varna.casefile;

/** Why a group beside the owner may see part of a case. Each is a preconfigured ground that a lawyer must confirm. */
public enum ShareGround {
    /** Säkerhet och Beredskap wants to know when a council member is threatened in another board's work (R28). */
    INFORMATION_COPY,
    /** Nobody had called in time: Säkerhet och Beredskap gets what is needed to call. */
    MISSED_DEADLINE,
    /** The support line's on-call company, for an urgent case outside staffed hours (R35). */
    ON_CALL,
    /** The owner before a takeover by consultation, who may still read what they had. */
    FORMER_OWNER,
    /** The party, with the exposed person's consent. */
    CONSENT
}
