package se.varna.casefile;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.domain.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Part;
import se.varna.access.Relation;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.directory.Person;

/** The case files. Whoever changes a case does it here, and each change leaves an event on the case's timeline. */
@Service
@Transactional
@EnableConfigurationProperties(SecrecyGrounds.class)
public class CaseFiles {

    /** Longer than anyone writes on a bad day, short enough to send. */
    public static final int LONGEST_TEXT = 20_000;

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final CaseFileRepository cases;
    private final Reports reports;
    private final TimelineEvents timeline;
    private final InformationItems information;
    private final Notes notes;
    private final CaseShares shares;
    private final Holdings holdings;
    private final Disclosures disclosures;
    private final SecrecyGrounds grounds;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom lot = new SecureRandom();

    CaseFiles(
            CaseFileRepository cases,
            Reports reports,
            TimelineEvents timeline,
            InformationItems information,
            Notes notes,
            CaseShares shares,
            Holdings holdings,
            Disclosures disclosures,
            SecrecyGrounds grounds,
            Directory directory,
            JdbcClient jdbc,
            Clock clock) {
        this.cases = cases;
        this.reports = reports;
        this.timeline = timeline;
        this.information = information;
        this.notes = notes;
        this.shares = shares;
        this.holdings = holdings;
        this.disclosures = disclosures;
        this.grounds = grounds;
        this.directory = directory;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Who was exposed and by whom it is told.
     *
     * @param exposed id of the exposed person, or null when the directory does not know them
     * @param exposedOther who it is, in the reporter's words, when the directory does not know them
     */
    public record Opening(
            String reporter,
            String exposed,
            String exposedOther,
            boolean partyConsent,
            boolean movedToCouncil,
            boolean acuteDanger) {}

    /**
     * Opens a case under a number of its own, {@code V-2026-482137}: the year in Swedish time, and six figures drawn by
     * lot, since numbers in a row would tell everyone how many cases others have.
     */
    public CaseFile open(Opening opening, Report.Answers answers) {
        Instant now = clock.instant();
        CaseFile opened = cases.save(new CaseFile(
                drawNumber(now),
                now,
                opening.reporter(),
                opening.exposed(),
                opening.exposedOther(),
                opening.partyConsent(),
                opening.movedToCouncil(),
                opening.acuteDanger()));
        reports.save(new Report(opened.number(), answers));
        boolean own = opening.reporter().equals(opening.exposed());
        record(opened.number(), own ? EventKind.REPORTED : EventKind.REPORTED_FOR_OTHER, opening.reporter());
        return opened;
    }

    private String drawNumber(Instant now) {
        int year = now.atZone(ZONE).getYear();
        String number;
        do {
            number = "V-%d-%06d".formatted(year, lot.nextInt(1_000_000));
        } while (jdbc.sql("INSERT INTO varna.case_number (number) VALUES (?) ON CONFLICT DO NOTHING")
                        .param(number)
                        .update()
                == 0);
        return number;
    }

    /** @throws IllegalArgumentException when there is no such case; for steps of its own process, not for people */
    @Transactional(propagation = Propagation.SUPPORTS)
    public CaseFile get(String number) {
        return find(number).orElseThrow(() -> new IllegalArgumentException("no case " + number));
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<CaseFile> find(String number) {
        return number == null ? Optional.empty() : cases.findById(number);
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Report.Answers answers(String number) {
        return reports.findById(number)
                .map(Report::answers)
                .orElseThrow(() -> new IllegalArgumentException("no report for " + number));
    }

    /** The open cases that wait for their first contact, for when the calendar changes. */
    public List<CaseFile> inPhase(Phase phase) {
        return cases.findByPhaseOrderByNumber(phase);
    }

    /** The open cases for which a party is responsible, whoever holds them. */
    @Transactional(readOnly = true)
    public List<CaseFile> openForParties() {
        return cases.findByResponsibleAndPhaseNotOrderByNumber(Owner.Function.PARTY, Phase.CLOSED);
    }

    /** How many open cases the function holds. */
    @Transactional(readOnly = true)
    public long countOpen(Owner owner) {
        return cases.countByOwnerAndOwnerCodeAndPhaseNot(owner.function(), owner.code(), Phase.CLOSED);
    }

    /** The cases with these numbers, in the order of the numbers. */
    @Transactional(readOnly = true)
    public Slice<CaseFile> all(Slice<String> numbers) {
        Map<String, CaseFile> found = cases.findAllById(numbers.getContent()).stream()
                .collect(Collectors.toMap(CaseFile::number, Function.identity()));
        return numbers.map(found::get);
    }

    // --- what happens

    public void record(String number, EventKind kind, String actor, String... details) {
        recordText(number, kind, actor, null, details);
    }

    /** @param text what a person wrote; shown to those who may see the whole case */
    public void recordText(String number, EventKind kind, String actor, String text, String... details) {
        timeline.save(new TimelineEvent(number, clock.instant(), actor, kind, details, text));
    }

    @Transactional(readOnly = true)
    public List<TimelineEvent> timeline(String number) {
        return timeline.findByCaseNumberOrderByAtAscIdAsc(number);
    }

    /**
     * Adds what someone has told about the case since; it is saved before anything else is done about it.
     *
     * @throws Refused without a text, or when it is too long
     */
    public void addInformation(String number, String author, String text, Set<Indicator> indicators) {
        checkWritten("text", text);
        Instant now = clock.instant();
        information.save(new Information(number, now, author, text, indicators));
        get(number).informationAdded(now);
        record(number, EventKind.INFORMATION_ADDED, author);
    }

    @Transactional(readOnly = true)
    public List<Information> information(String number) {
        return information.findByCaseNumberOrderById(number);
    }

    /** @throws Refused without a text, or when it is too long */
    public void addNote(String number, String author, String text) {
        checkWritten("text", text);
        notes.save(new Note(number, clock.instant(), author, text));
        record(number, EventKind.NOTE_ADDED, author);
    }

    @Transactional(readOnly = true)
    public List<Note> notes(String number) {
        return notes.findByCaseNumberOrderById(number);
    }

    private static void checkWritten(String field, String text) {
        new Problems()
                .addIf(text == null || text.isBlank(), field, "required")
                .checkText(field, text, LONGEST_TEXT)
                .refuseIfAny();
    }

    // --- who holds it

    /**
     * Gives the case to a holder. What the former one had disclosed covers what there is now and nothing later.
     *
     * @param event what gave it to them
     * @param actor id of the person by whom, or null
     * @param decision id of the decision about responsibility, or null
     */
    public void holdBy(CaseFile file, Owner responsible, Owner holder, EventKind event, String actor, Long decision) {
        Owner former = file.owner();
        Instant now = clock.instant();
        file.ownedBy(responsible, holder, now);
        if (holder.equals(former)) {
            return;
        }
        holdings.findByCaseNumberAndUntilIsNull(file.number()).ifPresent(holding -> {
            holding.endsAt(now);
            holdings.flush();
            disclosures
                    .findByCaseNumberAndFromAndCoversUntilIsNull(file.number(), former.group())
                    .forEach(disclosure -> disclosure.coversUntil(now));
        });
        Instant since = former == null ? file.receivedAt() : now;
        holdings.save(new Holding(file.number(), holder, since, event, actor, decision));
        endShares(file.number(), holder.group());
    }

    /** Who has held the case and when, the first one first. */
    @Transactional(readOnly = true)
    public List<Holding> holdings(String number) {
        return holdings.findByCaseNumberOrderById(number);
    }

    // --- who may see it

    /**
     * Lets a group know parts of the case, on a ground that a person has chosen.
     *
     * @param from who lets them know: the one who holds the case, or has held it
     * @param ground null where a party gives
     */
    public void disclose(
            String number,
            Owner from,
            String to,
            Disclosure.Occasion occasion,
            SecrecyGround ground,
            Set<Part> parts,
            String person) {
        Instant endOfTheirTime = from.equals(get(number).owner())
                ? null
                : holdings.findByCaseNumberOrderById(number).stream()
                        .filter(holding -> holding.holder().equals(from))
                        .reduce((earlier, later) -> later)
                        .map(Holding::until)
                        .orElseThrow(() -> new IllegalArgumentException("they never held it"));
        disclosures.save(new Disclosure(
                number, clock.instant(), person, from.group(), to, occasion, ground, parts, endOfTheirTime));
    }

    /** Lets a group know parts of the case by itself, on the ground that has been decided beforehand; told once. */
    public void discloseByRule(String number, String to, Disclosure.Occasion occasion, Set<Part> parts, String person) {
        Owner from = get(number).owner();
        boolean already = disclosures.findByCaseNumberAndFromAndCoversUntilIsNull(number, from.group()).stream()
                .anyMatch(given -> given.to().equals(to)
                        && given.occasion() == occasion
                        && given.parts().equals(parts));
        if (!already) {
            disclose(number, from, to, occasion, ground(occasion), parts, person);
        }
    }

    /**
     * The ground that has been decided beforehand.
     *
     * @throws IllegalArgumentException for an occasion where a person must choose it
     */
    public SecrecyGround ground(Disclosure.Occasion occasion) {
        return switch (occasion) {
            case INFORMATION_COPY -> grounds.informationCopy();
            case MISSED_DEADLINE -> grounds.missedDeadline();
            case DISPUTE -> grounds.dispute();
            case CONSULTATION, LATER, CONSENT ->
                throw new IllegalArgumentException(occasion + " has no ground of its own");
        };
    }

    /** What has been disclosed of the case, in the order in which it was. */
    @Transactional(readOnly = true)
    public List<Disclosure> disclosures(String number) {
        return disclosures.findByCaseNumberOrderById(number);
    }

    /**
     * Lets a group in on part of the case; once more only moves the end. How much they see stands in
     * {@link se.varna.access.AccessTable}.
     *
     * @throws IllegalArgumentException for a relation that nobody can be given
     */
    public void share(String number, String group, Relation relation, Instant until) {
        if (!relation.isGranted()) {
            throw new IllegalArgumentException(relation + " is not given to anyone");
        }
        shares.findByCaseNumberAndGroupAndGround(number, group, relation)
                .ifPresentOrElse(
                        share -> share.prolong(until),
                        () -> shares.save(new CaseShare(number, group, relation, clock.instant(), until)));
    }

    /** Ends what a group was let in on. */
    public void endShare(String number, String group, Relation relation) {
        shares.findByCaseNumberAndGroupAndGround(number, group, relation)
                .ifPresent(share -> share.prolong(clock.instant()));
    }

    /** Ends everything that a group was let in on: it holds the case now. */
    private void endShares(String number, String group) {
        shares.findByCaseNumberAndGroup(number, group).forEach(share -> share.prolong(clock.instant()));
    }

    /** The group that works the case now. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String actingGroup(CaseFile file) {
        return directory.actingGroup(file.owner());
    }

    /** Who was exposed: the person's name, or the reporter's words for one whom the directory does not know. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<String> nameOfExposed(CaseFile file) {
        return file.exposed()
                .flatMap(directory::person)
                .map(Person::displayName)
                .or(() -> Optional.ofNullable(file.exposedOther()));
    }

    /** Ids of those who work the case now. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> workers(CaseFile file) {
        return directory.members(actingGroup(file));
    }

    /**
     * Ids of those who step in when the owner is silent: the deputies, or the head of Säkerhet och Beredskap where the
     * department works it, or else all who work it.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> standIns(CaseFile file) {
        Owner owner = file.owner();
        Set<String> deputies =
                owner.function() == Owner.Function.LOCAL_SECURITY_OFFICER ? directory.deputies(owner.code()) : Set.of();
        if (!deputies.isEmpty()) {
            return deputies;
        }
        return actingGroup(file).equals(Owner.SECURITY_AND_PREPAREDNESS.group()) ? directory.heads() : workers(file);
    }
}
