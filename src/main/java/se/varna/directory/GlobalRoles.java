package se.varna.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.common.Sweden;
import se.varna.directory.Appointment.Office;
import se.varna.directory.DirectoryChange.Kind;

/**
 * The two roles that belong to the whole city and to no unit, process owner and administrator, where an identity provider
 * gives them: the directory follows what it says at each sign-in.
 */
@Service
public class GlobalRoles {

    /** The offices that an identity provider may give. */
    public static final Set<Office> OFFICES = Set.of(Office.PROCESS_OWNER, Office.ADMINISTRATOR);

    private final Persons persons;
    private final Appointments appointments;
    private final DirectoryChanges changes;
    private final Clock clock;

    GlobalRoles(Persons persons, Appointments appointments, DirectoryChanges changes, Clock clock) {
        this.persons = persons;
        this.appointments = appointments;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * The person has signed in with these roles and no others. Someone unknown is taken into the directory when there is
     * at least one.
     *
     * @param given a subset of {@link #OFFICES}
     */
    @Transactional
    public void signedIn(String person, String displayName, Set<Office> given) {
        LocalDate today = LocalDate.now(clock.withZone(Sweden.TIME));
        List<Appointment> held = appointments.findByPerson(person).stream()
                .filter(appointment -> OFFICES.contains(appointment.office()) && appointment.isValidOn(today))
                .toList();
        held.stream()
                .filter(appointment -> !given.contains(appointment.office()))
                .forEach(appointment -> end(appointment, today));
        List<Office> missing = given.stream()
                .filter(office -> held.stream().noneMatch(appointment -> appointment.office() == office))
                .toList();
        if (missing.isEmpty() || !Person.ID.matcher(person).matches()) {
            return;
        }
        if (!persons.existsById(person)) {
            persons.saveAndFlush(new Person(person, displayName, null, null, null));
            log(Kind.PERSON_ADDED, person);
        }
        missing.forEach(office -> {
            appointments.save(new Appointment(person, office, null, today, null));
            log(Kind.APPOINTMENT_GIVEN, person, office.name(), "", today.toString(), "");
        });
    }

    /** What was given today has held on no day. */
    private void end(Appointment appointment, LocalDate today) {
        String office = appointment.office().name();
        if (appointment.validFrom().equals(today)) {
            appointments.delete(appointment);
            log(Kind.APPOINTMENT_WITHDRAWN, appointment.person(), office, "", today.toString(), "");
        } else {
            appointment.endsOn(today.minusDays(1));
            log(
                    Kind.APPOINTMENT_END_MOVED,
                    appointment.person(),
                    office,
                    "",
                    "",
                    today.minusDays(1).toString());
        }
    }

    /** It is the person's own sign-in that changes something. */
    private void log(Kind kind, String person, String... details) {
        changes.save(new DirectoryChange(clock.instant(), person, kind, person, details, null));
    }
}
