package se.varna.notification;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface OutgoingMails extends JpaRepository<OutgoingMail, UUID> {

    boolean existsByCaseNumberAndKindAndRecipientAndOccasion(
            String caseNumber, MailKind kind, String recipient, String occasion);

    boolean existsByCaseNumberIsNullAndKindAndRecipientAndOccasion(MailKind kind, String recipient, String occasion);
}
