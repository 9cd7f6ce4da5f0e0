package se.varna.parties;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.directory.Appointment;
import se.varna.directory.Appointment.Office;
import se.varna.directory.Directory;
import se.varna.directory.DirectoryContents;
import se.varna.directory.Groups;
import se.varna.directory.Owner;
import se.varna.directory.Party;
import se.varna.directory.Person;
import se.varna.engine.Processes;
import se.varna.parties.PartyAnswer.Answer;

/** The parties' security officers and what each party has in place (R14–R20), said by the party or by the city. */
@Service
@Transactional
public class PartyRegister {

    /** Longer than anybody writes about a routine. */
    public static final int LONGEST_NOTE = 1_000;

    private static final long NOTHING_SAID = -1;
    private static final String CONFIRMED = "PartyConfirmed";

    private final PartyEntries entries;
    private final Directory directory;
    private final DirectoryContents contents;
    private final Processes processes;
    private final Clock clock;

    PartyRegister(
            PartyEntries entries, Directory directory, DirectoryContents contents, Processes processes, Clock clock) {
        this.entries = entries;
        this.directory = directory;
        this.contents = contents;
        this.processes = processes;
        this.clock = clock;
    }

    /** What somebody says about one point. */
    public record Said(Answer answer, String note) {}

    // --- saying

    /**
     * Takes in what the party, or the city for it, says on a page; an open check ends when every point has an answer.
     *
     * @param said the points about which something is said; the others stay as they are
     * @param version the one that was shown
     * @throws Refused when nothing is said, a text is too long, or somebody has changed it since
     */
    public void save(String party, Map<CheckPoint, Said> said, long version, String person) {
        PartyEntry entry = entry(party);
        check(said)
                .addIf(said.isEmpty(), PartyFields.of(CheckPoint.OFFICER), "party.nothingSaid")
                .addIf(version != lastSaid(entry), null, "party.changedMeanwhile")
                .refuseIfAny();
        entry.said(said, clock.instant(), person);
        entries.saveAndFlush(entry);
        if (entry.isAnswered() && entry.isBeingChecked()) {
            String instance = entry.processInstance();
            entry.checkEnded();
            processes.deliver(CONFIRMED, instance);
        }
    }

    /**
     * Takes in how the party's officer is reached (R8), and nothing else: what has been said about the points stays as it is.
     *
     * @param reach in the party's words, or null
     * @param shown how it stood where it was written
     * @throws Refused when it is too long, or somebody has changed it since
     */
    public void saveReach(String party, String reach, String shown) {
        PartyEntry entry = entry(party);
        checkReach(new Problems(), reach)
                .addIf(!Objects.equals(shown, entry.reach()), null, "party.changedMeanwhile")
                .refuseIfAny();
        entry.reachedAt(reach);
        entries.saveAndFlush(entry);
    }

    /**
     * The answer to the check: everything is still true, or some of it is not. The check ends with it.
     *
     * @param reach how the officer is reached from now on, or null when that is as it was
     * @throws Refused while a point has no answer, or when a text is too long
     */
    public void answerCheck(String party, Map<CheckPoint, Said> said, String reach, String person) {
        PartyEntry entry = entry(party);
        Problems problems = checkReach(check(said), reach);
        for (CheckPoint point : CheckPoint.values()) {
            problems.addIf(
                    !said.containsKey(point) && !entry.answers().containsKey(point),
                    PartyFields.of(point),
                    "party.answerMissing");
        }
        problems.refuseIfAny();
        if (reach != null) {
            entry.reachedAt(reach);
        }
        entry.said(said, clock.instant(), person);
        entry.checkEnded();
        entries.saveAndFlush(entry);
    }

    /**
     * Säkerhet och Beredskap has been in touch with a party that did not answer; the check ends with what came of it.
     *
     * @throws Refused without a text, or when it is too long
     */
    public void contacted(String party, String note, String person) {
        new Problems().checkWritten("note", note, LONGEST_NOTE).refuseIfAny();
        PartyEntry entry = entry(party);
        entry.contacted(note, clock.instant(), person);
        entry.checkEnded();
        entries.saveAndFlush(entry);
    }

    private static Problems checkReach(Problems problems, String reach) {
        return problems.checkText(PartyFields.REACH, reach, LONGEST_NOTE);
    }

    private static Problems check(Map<CheckPoint, Said> said) {
        Problems problems = new Problems();
        said.forEach((point, each) -> problems.addIf(each.answer() == null, PartyFields.of(point), "required")
                .checkText(PartyFields.noteOf(point), each.note(), LONGEST_NOTE));
        return problems;
    }

    // --- reading

    /** Every party, those without an officer first, and then those that miss most. */
    @Transactional(readOnly = true)
    public List<PartyState> all() {
        return contents.parties().stream()
                .map(this::state)
                .sorted(Comparator.comparing(PartyState::hasOfficer)
                        .thenComparing(state -> -state.missing().size())
                        .thenComparing(state -> state.party().name()))
                .toList();
    }

    /** @throws NoSuchElementException when there is no such party */
    @Transactional(readOnly = true)
    public PartyState of(String party) {
        return state(contents.party(party).orElseThrow());
    }

    /** The parties for which the person acts as security officer today. */
    @Transactional(readOnly = true)
    public List<PartyState> actedForBy(String person) {
        Set<String> groups = directory.groups(person);
        return contents.parties().stream()
                .filter(party -> groups.contains(Groups.partyOfficers(party.code())))
                .map(this::state)
                .toList();
    }

    /** Whether the person's party has nobody to turn to today; false for somebody without a party. */
    @Transactional(readOnly = true)
    public boolean lacksOfficer(String person) {
        return directory
                .person(person)
                .map(Person::party)
                .filter(party -> directory.members(Owner.party(party).group()).isEmpty())
                .isPresent();
    }

    private PartyState state(Party party) {
        PartyEntry entry = entry(party.code());
        return new PartyState(
                party,
                holding(party, Office.PARTY_SECURITY_OFFICER),
                holding(party, Office.PARTY_SECURITY_DEPUTY),
                lastSaid(entry),
                entry.reach(),
                Map.copyOf(entry.answers()),
                entry.confirmedAt(),
                directory.person(entry.confirmedBy()).orElse(null),
                entry.isBeingChecked() ? entry.askedAt() : null,
                entry.contactNote(),
                entry.contactedAt(),
                directory.person(entry.contactedBy()).orElse(null));
    }

    private List<Person> holding(Party party, Office office) {
        return directory.persons(contents.partyOfficers().stream()
                .filter(officer -> officer.office() == office
                        && officer.organisation().equals(party.code())
                        && officer.isValidOn(contents.today()))
                .map(Appointment::person)
                .distinct()
                .toList());
    }

    /** A party about which nobody has said anything has an empty one. */
    PartyEntry entry(String party) {
        return entries.findById(party).orElseGet(() -> new PartyEntry(party));
    }

    /** When something was last said, in milliseconds: that a check begins or ends meanwhile changes nothing of it. */
    private static long lastSaid(PartyEntry entry) {
        return entry.answers().values().stream()
                .mapToLong(said -> said.at().toEpochMilli())
                .max()
                .orElse(NOTHING_SAID);
    }
}
