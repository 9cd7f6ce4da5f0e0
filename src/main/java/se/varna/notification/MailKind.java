package se.varna.notification;

/** What a mail asks its reader to do. Subject and text are in the bundle {@code texts}, under {@code mail.}. */
public enum MailKind {
    RECEIPT,
    ACUTE_ALERT,
    NEW_CASE,
    INFORMED,
    CONTACT_REMINDER,
    CONTACT_ESCALATED,
    ASSESSMENT_REMINDER,
    FOLLOW_UP_REMINDER,
    FOLLOW_UP_ESCALATED,
    SETTLEMENT_REMINDER,
    REVIEW_REMINDER,
    REVIEW_ESCALATED,
    CONSULTATION_REMINDER,
    NEW_OWNER,
    PARTY_INFORMED,
    REPETITION_TOLD
}
