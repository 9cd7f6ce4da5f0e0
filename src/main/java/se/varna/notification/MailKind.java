package se.varna.notification;

/** What a mail asks its reader to do. Subject and text are in the bundle {@code texts}, under {@code mail.}. */
public enum MailKind {
    RECEIPT,
    ACUTE_ALERT,
    NEW_CASE,
    INFORMED,
    INFORMATION_REMINDER,
    ADVICE_GIVEN,
    CONTACT_REMINDER,
    CONTACT_ESCALATED,
    ASSESSMENT_REMINDER,
    FOLLOW_UP_REMINDER,
    FOLLOW_UP_ESCALATED,
    SETTLEMENT_REMINDER,
    RESPONSIBILITY_ASKED,
    RESPONSIBILITY_SETTLED,
    REVIEW_ESCALATED,
    CONSULTATION_REMINDER,
    NEW_OWNER,
    PARTS_DISCLOSED,
    PARTY_INFORMED,
    REPETITION_TOLD
}
