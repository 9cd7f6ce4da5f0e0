package se.varna.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.NeedToKnow;
import se.varna.access.ReadLog;
import se.varna.access.Relation;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.casefile.SecrecyGround;
import se.varna.common.Problems;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;

/**
 * The same person exposed in several functions' cases. No function sees another's case; Säkerhet och Beredskap alone sees
 * that there are several, and may tell an owner so, as a step that is recorded with its ground.
 */
@Service
@Transactional
public class Repetition {

    private final CaseFiles cases;
    private final NeedToKnow needToKnow;
    private final ReadLog readLog;
    private final Mail mail;
    private final Clock clock;

    Repetition(CaseFiles cases, NeedToKnow needToKnow, ReadLog readLog, Mail mail, Clock clock) {
        this.cases = cases;
        this.needToKnow = needToKnow;
        this.readLog = readLog;
        this.mail = mail;
        this.clock = clock;
    }

    /** A case, and when its present owner was last told; null when they have not been. */
    public record Seen(CaseFile file, Instant toldAt) {}

    /** A page of the cases that are part of a repetition, the newest first. Each is logged as read. */
    public Slice<Seen> seenBy(String person, Pageable page) {
        Slice<String> numbers = needToKnow.cases(person, Relation.REPETITION, page);
        readLog.listedForRepetition(numbers, person);
        Map<String, Instant> told = cases.last(EventKind.REPETITION_TOLD, numbers.getContent());
        return cases.all(numbers)
                .map(file -> new Seen(
                        file,
                        Optional.ofNullable(told.get(file.number()))
                                .filter(at -> !at.isBefore(file.ownerSince()))
                                .orElse(null)));
    }

    /**
     * Tells the owner what they need to know of the other cases. From then on it counts when they assess the case, and
     * nothing of theirs hints at it before.
     *
     * @throws se.varna.common.Refused without a text or a ground
     */
    public void tellOwner(String caseNumber, String text, SecrecyGround ground, String person) {
        new Problems()
                .checkWritten("text", text, CaseFiles.LONGEST_TEXT)
                .addIf(ground == null, "ground", "required")
                .refuseIfAny();
        cases.recordText(caseNumber, EventKind.REPETITION_TOLD, person, text, ground.name());
        CaseFile file = cases.get(caseNumber);
        mail.write(caseNumber, MailKind.REPETITION_TOLD, cases.workers(file), "repetition-" + clock.instant());
    }
}
