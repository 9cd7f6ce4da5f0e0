package se.varna.casefile;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.domain.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Concern;
import se.varna.access.Part;
import se.varna.access.Relation;
import se.varna.access.Sight;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.common.Sweden;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
import se.varna.directory.Owner;
import se.varna.directory.Person;
import se.varna.engine.Barred;
import se.varna.engine.PartysWork;
import se.varna.engine.Urgency;

/** The case files. Whoever changes a case does it here, and each change leaves an event on the case's timeline. */
@Service
@Transactional
@EnableConfigurationProperties(SecrecyGrounds.class)
public class CaseFiles implements Barred, Urgency, PartysWork {

    /** Longer than anyone writes on a bad day, short enough to send. */
    public static final int LONGEST_TEXT = 20_000;

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

    /** Opens a case about something that has happened. */
    public CaseFile open(Opening opening, Report.Answers answers) {
        return open(Concern.INCIDENT, opening, answers);
    }

    /**
     * Opens a case under a number of its own, {@code V-2026-482137}: the year in Swedish time, and six figures drawn by
     * lot, since numbers in a row would tell everyone how many cases others have.
     */
    public CaseFile open(Concern concern, Opening opening, Report.Answers answers) {
        Instant now = clock.instant();
        CaseFile opened = cases.save(new CaseFile(
                drawNumber(now),
                concern,
                now,
                opening.reporter(),
                opening.exposed(),
                opening.exposedOther(),
                opening.partyConsent(),
                opening.movedToCouncil(),
                opening.acuteDanger()));
        reports.save(new Report(opened.number(), answers));
        boolean own = opening.reporter().equals(opening.exposed());
        record(opened.number(), firstEvent(concern, own), opening.reporter());
        return opened;
    }

    private static EventKind firstEvent(Concern concern, boolean own) {
        return switch (concern) {
            case INCIDENT -> own ? EventKind.REPORTED : EventKind.REPORTED_FOR_OTHER;
            case PLANNED_EVENT -> EventKind.PLANNED_NOTICED;
            case QUESTION -> EventKind.ASKED;
        };
    }

    /** Notes that a case has come out of another one: what was told there is told here without typing it again. */
    public void link(String number, String cameFrom, String person) {
        jdbc.sql("INSERT INTO varna.case_link (case_number, came_from, at, person) VALUES (?, ?, ?, ?)")
                .params(number, cameFrom, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), person)
                .update();
        record(number, EventKind.LINKED, person);
        record(cameFrom, EventKind.LINKED, person);
    }

    /** The cases that this one has come out of or that have come out of it; who may know of them is another question. */
    @Transactional(readOnly = true)
    public List<String> linked(String number) {
        return jdbc.sql("SELECT came_from FROM varna.case_link WHERE case_number = :number UNION"
                        + " SELECT case_number FROM varna.case_link WHERE came_from = :number ORDER BY 1")
                .param("number", number)
                .query(String.class)
                .list();
    }

    private String drawNumber(Instant now) {
        int year = now.atZone(Sweden.TIME).getYear();
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

    /**
     * The case, for something that must not come about beside anything else that changes it: of two at the same time, the
     * second one fails as if both had changed it.
     */
    public CaseFile getAlone(String number) {
        return cases.findByNumber(number).orElseThrow(() -> new IllegalArgumentException("no case " + number));
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

    /** Code of the unit whose question it was, by case number; a case of which that is not known is left out. */
    @Transactional(readOnly = true)
    public Map<String, String> units(Collection<String> numbers) {
        return reports.units(numbers).stream()
                .collect(Collectors.toMap(Reports.UnitOfCase::getCaseNumber, Reports.UnitOfCase::getUnit));
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

    /** When that last happened in each of the cases; those where it never did are not there. */
    @Transactional(readOnly = true)
    public Map<String, Instant> last(EventKind kind, Collection<String> numbers) {
        return timeline.findByKindAndCaseNumberInOrderByAtAscIdAsc(kind, numbers).stream()
                .collect(Collectors.toMap(TimelineEvent::caseNumber, TimelineEvent::at, (earlier, later) -> later));
    }

    /**
     * Adds what someone has told about the case since; it is saved before anything else is done about it.
     *
     * @throws Refused without a text, or when it is too long
     */
    public void addInformation(String number, String author, String text, Set<Indicator> indicators) {
        new Problems().checkWritten("text", text, LONGEST_TEXT).refuseIfAny();
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
        new Problems().checkWritten("text", text, LONGEST_TEXT).refuseIfAny();
        notes.save(new Note(number, clock.instant(), author, text));
        record(number, EventKind.NOTE_ADDED, author);
    }

    @Transactional(readOnly = true)
    public List<Note> notes(String number) {
        return notes.findByCaseNumberOrderById(number);
    }

    /** Whether the reader may see all that has been told of the case. */
    @Transactional(readOnly = true)
    public boolean showsAllTold(String number, Sight sight) {
        return showsAllTold(number, clock.instant(), sight);
    }

    /** Whether the reader may see all that had been told of the case by then: the report, and what came in later. */
    @Transactional(readOnly = true)
    public boolean showsAllTold(String number, Instant until, Sight sight) {
        return Stream.concat(
                        Stream.of(get(number).receivedAt()),
                        information(number).stream().map(Information::at).filter(at -> !at.isAfter(until)))
                .allMatch(at -> sight.shows(Part.DESCRIPTION, at));
    }

    // --- who holds it

    /**
     * Gives the case to a holder, or to Säkerhet och Beredskap in its place where nobody there may act. What the former one
     * had disclosed covers what there is now and nothing later.
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
        settleWhoActs(file);
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

    /**
     * Lets a group know parts of the case by itself, on the ground that has been decided beforehand; a party needs none.
     * Told once.
     */
    public void discloseByRule(String number, String to, Disclosure.Occasion occasion, Set<Part> parts, String person) {
        Owner from = get(number).owner();
        boolean already = disclosures.findByCaseNumberAndFromAndCoversUntilIsNull(number, from.group()).stream()
                .anyMatch(given -> given.to().equals(to)
                        && given.occasion() == occasion
                        && given.parts().equals(parts));
        if (!already) {
            SecrecyGround ground = from.function() == Owner.Function.PARTY ? null : ground(occasion);
            disclose(number, from, to, occasion, ground, parts, person);
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

    /** The groups that stand in one of those relations to the case now. */
    @Transactional(readOnly = true)
    public Set<String> groupsIn(String number, Set<Relation> relations) {
        return shares.findByCaseNumber(number).stream()
                .filter(share -> relations.contains(share.relation()) && share.holdsAt(clock.instant()))
                .map(CaseShare::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Gives Säkerhet och Beredskap what it needs to call, since nobody has done in time what had to be done. Whose the case
     * is does not change (R26).
     */
    public void letDepartmentCall(String number) {
        share(number, Groups.SECURITY_AND_PREPAREDNESS, Relation.MISSED_DEADLINE, null);
        discloseByRule(
                number,
                Groups.SECURITY_AND_PREPAREDNESS,
                Disclosure.Occasion.MISSED_DEADLINE,
                EnumSet.of(Part.CONTACT, Part.DESCRIPTION),
                null);
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

    // --- who may not act in it

    /**
     * A person says that they may not act in the case; for good.
     *
     * @return false when they have said so before
     * @throws Refused without a reason, or when it is too long
     */
    public boolean recuse(String number, String person, String reason) {
        new Problems().checkWritten("reason", reason, LONGEST_TEXT).refuseIfAny();
        CaseFile file = cases.findByNumber(number).orElseThrow();
        int added = jdbc.sql("INSERT INTO varna.recusal (case_number, person, at, reason) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(number, person, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), reason)
                .update();
        if (added == 1) {
            recordText(number, EventKind.RECUSED, person, reason);
            settleWhoActs(file);
        }
        return added == 1;
    }

    /** The exposed person, who works no task of their own case, and those who have said that they may not (jäv). */
    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> barredFrom(String number) {
        return find(number).map(this::barred).orElse(Set.of());
    }

    @Override
    @Transactional(readOnly = true)
    public int priorityOf(String number) {
        return find(number)
                .map(CaseFile::level)
                .map(level -> switch (level) {
                    case LOW -> 25;
                    case ELEVATED -> 50;
                    case HIGH -> 75;
                    case ACUTE -> Urgency.ACUTE;
                })
                .orElse(0);
    }

    private Set<String> barred(CaseFile file) {
        Set<String> barred = new HashSet<>(jdbc.sql("SELECT person FROM varna.recusal WHERE case_number = ?")
                .param(file.number())
                .query(String.class)
                .list());
        file.exposed().ifPresent(barred::add);
        return barred;
    }

    /** The cases in which somebody who holds an office may not act. */
    public List<CaseFile> barringOfficers() {
        return cases.findBarring(Groups.OF_OFFICERS.stream()
                .flatMap(group -> directory.members(group).stream())
                .collect(Collectors.toSet()));
    }

    /**
     * Sees whether anybody of the owner's function may act today; where nobody may, Säkerhet och Beredskap does.
     *
     * @return whether that has changed
     */
    public boolean settleWhoActs(CaseFile file) {
        Owner owner = file.owner();
        Set<String> members = directory.members(owner.group());
        boolean nobodyMay = barred(file).containsAll(members);
        // Säkerhet och Beredskap has nobody behind it, and acts anyway where there is nobody at all.
        if (owner.equals(Owner.SECURITY_AND_PREPAREDNESS) || members.isEmpty() || nobodyMay == file.isWithoutActors()) {
            return false;
        }
        file.withoutActors(nobodyMay);
        record(
                file.number(),
                nobodyMay ? EventKind.RECUSED_TO_SOB : EventKind.ACTS_AGAIN,
                null,
                TimelineEvent.naming(List.of(owner)));
        return true;
    }

    /** The group that works the case now. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String actingGroup(CaseFile file) {
        return file.isWithoutActors() ? Groups.SECURITY_AND_PREPAREDNESS : directory.actingGroup(file.owner());
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isWorkedByParty(String number) {
        return find(number)
                .filter(file -> file.owner() != null && file.owner().function() == Owner.Function.PARTY)
                .filter(file -> actingGroup(file).equals(file.owner().group()))
                .isPresent();
    }

    /** Says at the field that it is the city's own to do, where a party works the case and has done it all the same. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Problems refuseParty(Problems problems, String number, boolean citys, String field) {
        return problems.addIf(citys && isWorkedByParty(number), field, "party.citysOwn");
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
        return mayAct(directory.members(actingGroup(file)), file);
    }

    /** Those of them who may act in the case. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> mayAct(Set<String> persons, CaseFile file) {
        Set<String> rest = new LinkedHashSet<>(persons);
        rest.removeAll(barred(file));
        return rest;
    }

    /** Ids of those who step in when the owner is silent and may act in the case, or else all who work it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> standIns(CaseFile file) {
        Owner acting = file.isWithoutActors() ? Owner.SECURITY_AND_PREPAREDNESS : file.owner();
        Set<String> standIns = mayAct(directory.standIns(acting), file);
        return standIns.isEmpty() ? workers(file) : standIns;
    }
}
