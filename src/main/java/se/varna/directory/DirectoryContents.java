package se.varna.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.common.Sweden;
import se.varna.directory.Appointment.Office;

/** What stands in the directory, for those who keep it: also what has been and what will be. */
@Service
@Transactional(readOnly = true)
public class DirectoryContents {

    /** More hits than anyone reads. */
    public static final int MOST_HITS = 50;

    private static final Set<Office> OFFICERS = Set.of(Office.LOCAL_SECURITY_OFFICER, Office.LOCAL_SECURITY_DEPUTY);
    private static final Comparator<Appointment> IN_TIME =
            Comparator.comparing(Appointment::validFrom).thenComparing(Appointment::id);

    private final Persons persons;
    private final Units units;
    private final Parties parties;
    private final Appointments appointments;
    private final DirectoryChanges changes;
    private final Clock clock;

    DirectoryContents(
            Persons persons,
            Units units,
            Parties parties,
            Appointments appointments,
            DirectoryChanges changes,
            Clock clock) {
        this.persons = persons;
        this.units = units;
        this.parties = parties;
        this.appointments = appointments;
        this.changes = changes;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(Sweden.TIME));
    }

    public Optional<Person> person(long number) {
        return persons.findByNumber(number);
    }

    /** Those whose name or id holds the text, by name; one more than {@link #MOST_HITS} tells that there are more. */
    public List<Person> named(String text) {
        String pattern = "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
        return persons.named(pattern, PageRequest.of(0, MOST_HITS + 1));
    }

    public List<Person> everyone() {
        return persons.findAll();
    }

    public Optional<Party> party(String code) {
        return parties.findById(code);
    }

    /** Everything that anybody holds, has held or will hold. */
    public List<Appointment> appointments() {
        return appointments.findAll();
    }

    public Optional<Appointment> appointment(long id) {
        return appointments.findById(id);
    }

    public List<Appointment> heldBy(String person) {
        return appointments.findByPerson(person).stream().sorted(IN_TIME).toList();
    }

    public List<Appointment> heldBy(Collection<String> people) {
        return appointments.findByPersonIn(people);
    }

    /** Security officers and deputies of all units, past and coming ones too. */
    public List<Appointment> officers() {
        return appointments.findByOfficeIn(OFFICERS).stream().sorted(IN_TIME).toList();
    }

    public List<Appointment> officers(String unit) {
        return appointments.findByOfficeInAndOrganisation(OFFICERS, unit).stream()
                .sorted(IN_TIME)
                .toList();
    }

    /** Security officers and deputies of all parties, past and coming ones too. */
    public List<Appointment> partyOfficers() {
        return appointments
                .findByOfficeIn(List.of(Office.PARTY_SECURITY_OFFICER, Office.PARTY_SECURITY_DEPUTY))
                .stream()
                .sorted(IN_TIME)
                .toList();
    }

    /** Who sits in the unit now or will. */
    public Slice<Appointment> members(String unit, Pageable page) {
        return appointments.members(unit, today(), page);
    }

    public List<Unit> units() {
        return units.findAllByOrderByName();
    }

    public List<Party> parties() {
        return parties.findAll().stream()
                .sorted(Comparator.comparing(Party::name))
                .toList();
    }

    /** The log, the latest first. */
    public Slice<DirectoryChange> changes(Pageable page) {
        return changes.findAllByOrderByIdDesc(page);
    }
}
