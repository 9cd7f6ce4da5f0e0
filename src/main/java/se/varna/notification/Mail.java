package se.varna.notification;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.NeedToKnow;
import se.varna.common.Language;
import se.varna.directory.Directory;
import se.varna.directory.Person;
import se.varna.engine.Processes;

/**
 * Mail to people. Writing one is part of the caller's transaction; sending it is a process instance of its own, tried
 * again with growing pauses, then an incident in Cockpit. So nothing waits for a mail server, and no mail is lost.
 */
@Service
@Transactional
public class Mail {

    private static final String SEND_PROCESS = "sendMessage";

    private final OutgoingMails mails;
    private final Processes processes;
    private final Directory directory;
    private final NeedToKnow needToKnow;
    private final JavaMailSender sender;
    private final MessageSource messages;
    private final String from;
    private final String baseUrl;
    private final Clock clock;

    Mail(
            OutgoingMails mails,
            Processes processes,
            Directory directory,
            NeedToKnow needToKnow,
            JavaMailSender sender,
            MessageSource messages,
            @Value("${varna.mail.from}") String from,
            @Value("${varna.base-url}") String baseUrl,
            Clock clock) {
        this.mails = mails;
        this.processes = processes;
        this.directory = directory;
        this.needToKnow = needToKnow;
        this.sender = sender;
        this.messages = messages;
        this.from = from;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /**
     * Writes a mail to each person who may know of the case; the others are not told that there is one.
     *
     * @param occasion tells this mail from others of its kind in the case; the same occasion is told once
     */
    public void write(String caseNumber, MailKind kind, Collection<String> persons, String occasion) {
        for (Person person : directory.persons(persons)) {
            if (person.email() != null
                    && needToKnow.sight(person.id(), caseNumber).knowsOfIt()
                    && !mails.existsByCaseNumberAndKindAndRecipientAndOccasion(
                            caseNumber, kind, person.id(), occasion)) {
                OutgoingMail mail =
                        mails.saveAndFlush(new OutgoingMail(caseNumber, kind, person.id(), occasion, clock.instant()));
                processes.start(SEND_PROCESS, caseNumber, mail.getId());
            }
        }
    }

    /**
     * Writes a mail that is about no case to each of those who work with security today.
     *
     * @param key business key of what it is about
     * @param occasion tells this mail from others of its kind; the same occasion is told once
     */
    public void writeAboutNoCase(String key, MailKind kind, Collection<String> persons, String occasion) {
        for (Person person : directory.persons(persons)) {
            if (person.email() != null
                    && directory.isOfficer(person.id())
                    && !mails.existsByCaseNumberIsNullAndKindAndRecipientAndOccasion(kind, person.id(), occasion)) {
                OutgoingMail mail =
                        mails.saveAndFlush(new OutgoingMail(null, kind, person.id(), occasion, clock.instant()));
                processes.start(SEND_PROCESS, key, mail.getId());
            }
        }
    }

    private boolean mayKnow(OutgoingMail mail) {
        return mail.caseNumber() == null
                ? directory.isOfficer(mail.recipient())
                : needToKnow.sight(mail.recipient(), mail.caseNumber()).knowsOfIt();
    }

    /**
     * Sends a written mail. One that has been sent is not sent again, and one whose reader may no longer know of the case
     * is withheld.
     */
    public void send(UUID id) {
        OutgoingMail mail = mails.findById(id).orElseThrow();
        if (mail.isSent()) {
            return;
        }
        Optional<Person> recipient = directory.person(mail.recipient());
        if (recipient.isEmpty() || !mayKnow(mail)) {
            mail.withheld(clock.instant());
            return;
        }
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(recipient.get().email());
        message.setSubject(text("mail.subject"));
        message.setText(text("mail." + mail.kind(), mail.caseNumber(), baseUrl));
        sender.send(message);
        mail.sent(clock.instant());
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, Language.SWEDISH);
    }
}
