package se.varna.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Part;
import se.varna.access.Relation;
import se.varna.access.Sight;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.common.Refused;
import se.varna.engine.Processes;
import se.varna.evidence.EvidenceEvent.Kind;
import se.varna.evidence.EvidenceItem.State;
import se.varna.followup.Following;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;

/**
 * Takes files in, has them searched for harmful code, and gives them out as they came. Everything that happens to a file
 * is a link in its chain of custody.
 */
@Service
@Transactional
@EnableConfigurationProperties(EvidenceSettings.class)
public class Evidences {

    private static final String PROCESS = "scanEvidence";

    private final EvidenceTable table;
    private final DraftFiles drafted;
    private final Intake intake;
    private final FileTypes types;
    private final Clamd clamd;
    private final CaseFiles cases;
    private final Following following;
    private final Processes processes;
    private final Mail mail;
    private final Clock clock;

    Evidences(
            EvidenceTable table,
            DraftFiles drafted,
            Intake intake,
            FileTypes types,
            Clamd clamd,
            CaseFiles cases,
            Following following,
            Processes processes,
            Mail mail,
            Clock clock) {
        this.table = table;
        this.drafted = drafted;
        this.intake = intake;
        this.types = types;
        this.clamd = clamd;
        this.cases = cases;
        this.following = following;
        this.processes = processes;
        this.mail = mail;
        this.clock = clock;
    }

    // --- in

    /**
     * Takes one file in, as it arrives: one piece of it is in memory at a time. File, event, mail and the job that searches
     * it are one transaction; nothing of a file that is refused is kept. The transaction lasts as long as the sender takes,
     * so the caller sees to it that there are not too many at once.
     *
     * @param delivery which files came together: the owner is told once of all of them
     * @param givenName as the sender's computer calls it, path and all
     * @throws Refused when it is empty, too large, one too many or of a kind that is not taken
     * @throws UncheckedIOException when it did not arrive whole
     */
    public EvidenceItem receive(
            String caseNumber, String person, UUID delivery, String givenName, InputStream content) {
        UUID id = UUID.randomUUID();
        Instant at = clock.instant();
        Intake.Arrived file = intake.read(
                givenName, content, table.amount(caseNumber), (number, piece) -> table.addPiece(id, number, piece));
        table.lockCase(caseNumber);
        intake.refuseIfNoRoom(table.amount(caseNumber), file.size());
        EvidenceItem item = item(id, caseNumber, file, at, person);
        boolean first = !table.hasDelivery(delivery, caseNumber);
        table.add(item, delivery);
        event(id, person, Kind.RECEIVED, null);
        if (first) {
            tell(caseNumber, person, delivery);
        }
        if (item.state() == State.HELD) {
            processes.start(PROCESS, caseNumber, id);
        }
        return item;
    }

    private EvidenceItem item(UUID id, String caseNumber, Intake.Arrived file, Instant at, String person) {
        return new EvidenceItem(
                id,
                caseNumber,
                file.name(),
                file.mediaType(),
                file.size(),
                file.sha256(),
                at,
                person,
                clamd.isConfigured() ? State.HELD : State.NOT_SCANNED);
    }

    /**
     * Takes in what lay with the report while it was a draft. The report is what is new, so nobody is told of the files
     * beside it; each one's chain keeps when it came to the draft.
     */
    public void takeOver(UUID draft, String caseNumber, String person) {
        List<DraftFile> files = drafted.of(draft);
        for (DraftFile file : files) {
            EvidenceItem item = item(file.id(), caseNumber, file.arrived(), clock.instant(), person);
            table.add(item, draft);
            table.addDrafted(file.id());
            table.addEvent(new EvidenceEvent(file.id(), file.cameAt(), null, Kind.DRAFTED, null));
            event(file.id(), person, Kind.RECEIVED, null);
            if (item.state() == State.HELD) {
                processes.start(PROCESS, caseNumber, file.id());
            }
        }
        if (!files.isEmpty()) {
            cases.record(caseNumber, EventKind.EVIDENCE_ADDED, person);
        }
    }

    /**
     * What somebody else than those who hold the case hands in is something new, as when they write: the case is told, and
     * so are those who hold it. What they hand in themselves they know of.
     */
    private void tell(String caseNumber, String person, UUID delivery) {
        CaseFile file = cases.get(caseNumber);
        Set<String> workers = cases.workers(file);
        cases.record(caseNumber, EventKind.EVIDENCE_ADDED, person);
        if (!workers.contains(person)) {
            following.somethingAdded(caseNumber);
            mail.write(caseNumber, MailKind.EVIDENCE_ADDED, workers, delivery.toString());
        }
    }

    // --- searched

    /** Has a held file searched; one that has been is left as it is. */
    public void search(UUID id) {
        EvidenceItem item = table.find(id).orElseThrow();
        if (item.state() != State.HELD) {
            return;
        }
        Optional<String> found;
        try (InputStream content = new StoredContent(item, table::piece)) {
            found = clamd.search(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (table.release(id, found.isPresent() ? State.INFECTED : State.CLEAN)) {
            event(id, null, found.isPresent() ? Kind.FOUND_INFECTED : Kind.FOUND_CLEAN, found.orElse(null));
            if (found.isPresent()) {
                tellInfected(item);
            }
        }
    }

    /** Those who hold the case may have the file elsewhere too; whoever sent it may still have the original. */
    private void tellInfected(EvidenceItem item) {
        String number = item.caseNumber();
        Set<String> workers = cases.workers(cases.get(number));
        cases.record(number, EventKind.EVIDENCE_INFECTED, null);
        mail.write(number, MailKind.EVIDENCE_INFECTED, workers, item.id().toString());
        if (!workers.contains(item.receivedBy())) {
            mail.write(
                    number,
                    MailKind.EVIDENCE_SEARCHED,
                    Set.of(item.receivedBy()),
                    item.id().toString());
        }
    }

    // --- seen

    /** Every file of the case, the first one first: also those that are held or infected. */
    @Transactional(readOnly = true)
    public List<EvidenceItem> of(String caseNumber) {
        return table.of(caseNumber);
    }

    /**
     * The files that one person may see: by the parts of the case that are open to them, and to the exposed person and the
     * one who reported for them what they have handed in themselves.
     */
    @Transactional(readOnly = true)
    public List<EvidenceItem> visible(String caseNumber, String person, Sight sight) {
        boolean own = sight.relations().contains(Relation.EXPOSED)
                || sight.relations().contains(Relation.REPORTER);
        return table.of(caseNumber).stream()
                .filter(item -> sight.shows(Part.EVIDENCE, item.receivedAt())
                        || own && item.receivedBy().equals(person))
                .toList();
    }

    /** What has happened to these files, the first one first. */
    @Transactional(readOnly = true)
    public List<EvidenceEvent> chain(String caseNumber, List<EvidenceItem> items) {
        Set<UUID> ids = items.stream().map(EvidenceItem::id).collect(Collectors.toSet());
        return table.events(caseNumber).stream()
                .filter(event -> ids.contains(event.evidence()))
                .toList();
    }

    // --- out

    /**
     * The content, byte for byte as it was received; compared with its hash while it is read, to the end. Needs no
     * transaction, and is no larger in memory than a piece.
     *
     * @throws Refused while it is held, and when it is infected: nobody gets it
     */
    @Transactional(readOnly = true)
    public InputStream content(UUID id) {
        EvidenceItem item = table.find(id).orElseThrow();
        if (!item.state().isGiven()) {
            throw Refused.because(item.state() == State.HELD ? "evidence.held" : "evidence.infected");
        }
        return new StoredContent(item, table::piece);
    }

    /** The name to give it out by: with an ending that fits what it is. */
    public String outwardName(EvidenceItem item) {
        return types.named(item.name(), item.mediaType());
    }

    /** Somebody takes a file along; recorded before they get it. */
    public void downloaded(UUID id, String person) {
        event(id, person, Kind.DOWNLOADED, null);
    }

    /** @param bundle what it was handed over in; neither a name nor free text */
    public void handedOver(UUID id, String person, String bundle) {
        event(id, person, Kind.HANDED_OVER, bundle);
    }

    private void event(UUID id, String person, Kind kind, String detail) {
        table.addEvent(new EvidenceEvent(id, clock.instant(), person, kind, detail));
    }
}
