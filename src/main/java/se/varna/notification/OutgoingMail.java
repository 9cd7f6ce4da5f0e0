package se.varna.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import se.varna.common.OwnId;

/** A mail to one person, on its way or sent. It holds no address and no text: those are made when it is sent. */
@Entity
@Table(name = "outgoing_mail")
class OutgoingMail extends OwnId<UUID> {

    @Id
    private UUID id;

    @Column(name = "case_number")
    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private MailKind kind;

    private String recipient;

    private String occasion;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "withheld_at")
    private Instant withheldAt;

    protected OutgoingMail() {}

    OutgoingMail(String caseNumber, MailKind kind, String recipient, String occasion, Instant writtenAt) {
        this.id = UUID.randomUUID();
        this.caseNumber = caseNumber;
        this.kind = kind;
        this.recipient = recipient;
        this.occasion = occasion;
        this.writtenAt = writtenAt;
    }

    void sent(Instant now) {
        sentAt = now;
    }

    void withheld(Instant now) {
        withheldAt = now;
    }

    boolean isSent() {
        return sentAt != null;
    }

    /** Null for a mail that is about no case. */
    String caseNumber() {
        return caseNumber;
    }

    MailKind kind() {
        return kind;
    }

    String recipient() {
        return recipient;
    }

    @Override
    public UUID getId() {
        return id;
    }
}
