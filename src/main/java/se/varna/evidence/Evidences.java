package se.varna.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;
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
    private static final int PIECE = 256 * 1024;

    private final EvidenceTable table;
    private final EvidenceSettings settings;
    private final FileTypes types;
    private final Clamd clamd;
    private final CaseFiles cases;
    private final Following following;
    private final Processes processes;
    private final Mail mail;
    private final Clock clock;

    Evidences(
            EvidenceTable table,
            EvidenceSettings settings,
            FileTypes types,
            Clamd clamd,
            CaseFiles cases,
            Following following,
            Processes processes,
            Mail mail,
            Clock clock) {
        this.table = table;
        this.settings = settings;
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
        String name = FileNames.clean(givenName);
        EvidenceItem item;
        try {
            EvidenceTable.Amount before = table.amount(caseNumber);
            refuseIfFull(before);
            byte[] beginning = content.readNBytes(FileTypes.LOOKED_AT);
            if (beginning.length == 0) {
                throw Refused.because("evidence.empty");
            }
            String type = types.of(beginning, name).orElseThrow(() -> Refused.because("evidence.type"));
            item = store(
                    new EvidenceItem(
                            id,
                            caseNumber,
                            name,
                            type,
                            0,
                            null,
                            clock.instant(),
                            person,
                            clamd.isConfigured() ? State.HELD : State.NOT_SCANNED),
                    new SequenceInputStream(new ByteArrayInputStream(beginning), content),
                    settings.caseTotal().toBytes() - before.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        table.lockCase(caseNumber);
        EvidenceTable.Amount now = table.amount(caseNumber);
        refuseIfFull(now);
        refuseIfOver(now.bytes() + item.size(), settings.caseTotal(), "evidence.caseTooLarge");
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

    private EvidenceItem store(EvidenceItem item, InputStream content, long leftInCase) throws IOException {
        MessageDigest digest = Sha256.begin();
        MarkSought mark = new MarkSought(FileTypes.OUTLOOK_MARK);
        long size = 0;
        int number = 0;
        for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            size += piece.length;
            refuseIfOver(size, settings.file(), "evidence.tooLarge");
            if (size > leftInCase) {
                throw tooLarge("evidence.caseTooLarge", settings.caseTotal());
            }
            digest.update(piece);
            mark.in(piece);
            table.addPiece(item.id(), number++, piece);
        }
        if (FileTypes.needsMark(item.mediaType()) && !mark.isFound()) {
            throw Refused.because("evidence.type");
        }
        return new EvidenceItem(
                item.id(),
                item.caseNumber(),
                item.name(),
                item.mediaType(),
                size,
                HexFormat.of().formatHex(digest.digest()),
                item.receivedAt(),
                item.receivedBy(),
                item.state());
    }

    private void refuseIfFull(EvidenceTable.Amount amount) {
        if (amount.files() >= settings.files()) {
            throw Refused.because("evidence.tooMany", settings.files());
        }
    }

    private static void refuseIfOver(long size, DataSize limit, String code) {
        if (size > limit.toBytes()) {
            throw tooLarge(code, limit);
        }
    }

    private static Refused tooLarge(String code, DataSize limit) {
        return Refused.because(code, limit.toMegabytes());
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
