package se.varna.parties;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.common.Sweden;
import se.varna.directory.Directory;
import se.varna.directory.DirectoryContents;
import se.varna.directory.Groups;
import se.varna.directory.Owner;
import se.varna.directory.Party;
import se.varna.duty.StaffedHours;
import se.varna.election.Elections;
import se.varna.engine.Decisions;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;

/**
 * Asks each party regularly whether what the register says of it is still true (R14–R20), as often as
 * {@code party-check-interval.dmn} says: more often the nearer an election is (R21). One check of a party is open at a time.
 */
@Service
@Transactional
public class PartyChecks {

    private static final String PROCESS = "partyCheck";
    private static final String INTERVAL_DECISION = "partyCheckInterval";

    private final PartyRegister register;
    private final PartyEntries entries;
    private final Directory directory;
    private final DirectoryContents contents;
    private final Elections elections;
    private final Decisions decisions;
    private final StaffedHours hours;
    private final Processes processes;
    private final Mail mail;
    private final Clock clock;

    PartyChecks(
            PartyRegister register,
            PartyEntries entries,
            Directory directory,
            DirectoryContents contents,
            Elections elections,
            Decisions decisions,
            StaffedHours hours,
            Processes processes,
            Mail mail,
            Clock clock) {
        this.register = register;
        this.entries = entries;
        this.directory = directory;
        this.contents = contents;
        this.elections = elections;
        this.decisions = decisions;
        this.hours = hours;
        this.processes = processes;
        this.mail = mail;
        this.clock = clock;
    }

    /** Once a day: asks the parties whose turn it is. Doing it twice is doing it once. */
    public void askThoseDue() {
        contents.parties().stream()
                .map(Party::code)
                .filter(party -> isDue(register.entry(party)))
                .forEach(this::ask);
    }

    private boolean isDue(PartyEntry entry) {
        if (entry.isBeingChecked()) {
            return false;
        }
        LocalDate before = contents.today().minusMonths(row("months"));
        return Stream.of(entry.askedAt(), entry.confirmedAt())
                .filter(moment -> moment != null)
                .allMatch(moment -> !moment.atZone(Sweden.TIME).toLocalDate().isAfter(before));
    }

    private void ask(String party) {
        PartyEntry entry = register.entry(party);
        entry.asked(clock.instant(), null);
        // Its task asks when the party was asked.
        PartyEntry asked = entries.saveAndFlush(entry);
        asked.asked(clock.instant(), processes.start(PROCESS, party));
        entries.flush();
        mail.writeAboutNoCase(party, MailKind.PARTY_CHECK, asked(party), occasion(party));
    }

    /** The directory has changed: each open check goes to those who act for the party now. */
    public void followDirectory() {
        entries.findAll().stream()
                .filter(PartyEntry::isBeingChecked)
                .map(PartyEntry::party)
                .sorted()
                .forEach(processes::refresh);
    }

    // --- who and when

    /** The party's officers answer; Säkerhet och Beredskap where it has none. */
    @Transactional(readOnly = true)
    public TaskTerms termsOfAnswer(String party) {
        return new TaskTerms(Set.of(directory.actingGroup(Owner.party(party))), dueAt(party));
    }

    /** Säkerhet och Beredskap gets in touch with a party that has not answered. */
    @Transactional(readOnly = true)
    public TaskTerms termsOfContact(String party) {
        return new TaskTerms(Set.of(Groups.SECURITY_AND_PREPAREDNESS), after(3, party));
    }

    /** By when the party is to have answered; then it is reminded. */
    @Transactional(readOnly = true)
    public Instant dueAt(String party) {
        return after(1, party);
    }

    /** When Säkerhet och Beredskap gets in touch instead. */
    @Transactional(readOnly = true)
    public Instant overdueAt(String party) {
        return after(2, party);
    }

    private Instant after(int times, String party) {
        return hours.plusWeekdays(register.entry(party).askedAt(), times * row("weekdays"));
    }

    private int row(String output) {
        Map<String, Object> row = decisions
                .ask(INTERVAL_DECISION, Map.of("season", elections.season().name()))
                .only();
        return ((Number) row.get(output)).intValue();
    }

    // --- those who do not answer

    public void remind(String party) {
        mail.writeAboutNoCase(party, MailKind.PARTY_CHECK_REMINDER, asked(party), occasion(party));
    }

    /** Nobody has answered: Säkerhet och Beredskap gets a task, and is told. */
    public void escalate(String party) {
        mail.writeAboutNoCase(
                party,
                MailKind.PARTY_CHECK_OVERDUE,
                directory.members(Groups.SECURITY_AND_PREPAREDNESS),
                occasion(party));
    }

    private Set<String> asked(String party) {
        return directory.members(directory.actingGroup(Owner.party(party)));
    }

    private String occasion(String party) {
        return party + "-" + register.entry(party).askedAt();
    }
}
