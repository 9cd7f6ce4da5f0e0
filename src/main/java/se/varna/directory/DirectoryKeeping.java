package se.varna.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.common.Sweden;
import se.varna.directory.Appointment.Office;
import se.varna.directory.DirectoryChange.Kind;

/**
 * Changes the directory and writes each change into its log, in the same transaction. One change comes after the other,
 * so that what a rule has looked at still holds when the change is made. Units, parties and people are never deleted,
 * and what they are known by never changes.
 */
@Service
@Transactional
public class DirectoryKeeping {

    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_PHONE = 40;

    private static final Pattern UNIT_CODE = Pattern.compile("[A-Z0-9_]{1,80}");
    private static final Pattern PARTY_CODE = Pattern.compile("[A-Z0-9_]{1,20}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+\\.[^\\s@<>,;:\"]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{2,}");

    /** Whoever changes the directory waits here for the one before. */
    private static final long LOCK = 0x7661726e61L;

    private final Persons persons;
    private final Units units;
    private final Parties parties;
    private final Appointments appointments;
    private final DirectoryChanges changes;
    private final JdbcClient jdbc;
    private final Clock clock;

    DirectoryKeeping(
            Persons persons,
            Units units,
            Parties parties,
            Appointments appointments,
            DirectoryChanges changes,
            JdbcClient jdbc,
            Clock clock) {
        this.persons = persons;
        this.units = units;
        this.parties = parties;
        this.appointments = appointments;
        this.changes = changes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is known of a person beside what they hold. */
    public record Details(String displayName, String email, String phone, String party) {

        /** Names of the fields in which the two differ. */
        public List<String> differences(Details other) {
            List<String> fields = new ArrayList<>();
            addIfDifferent(displayName, other.displayName, "displayName", fields);
            addIfDifferent(email, other.email, "email", fields);
            addIfDifferent(phone, other.phone, "phone", fields);
            addIfDifferent(party, other.party, "party", fields);
            return fields;
        }

        public static Details of(Person person) {
            return new Details(person.displayName(), person.email(), person.phone(), person.party());
        }
    }

    /** Waits until nobody else is changing the directory; until this transaction ends, nobody else does. */
    public void oneAtATime() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
    }

    // --- units and parties

    /** @throws Refused when the code is taken or not of its shape, or something is missing */
    public void addUnit(String code, String name, Unit.Kind kind, String phone, String actor) {
        oneAtATime();
        Problems problems = new Problems();
        checkCode(code, UNIT_CODE, problems);
        problems.addIf(code != null && units.findById(code).isPresent(), "code", "directory.codeTaken")
                .addIf(kind == null, "kind", "required");
        checkUnit(name, phone, problems);
        problems.refuseIfAny();
        units.save(new Unit(code, name, kind, phone));
        log(Kind.UNIT_ADDED, code, actor, kind.name());
    }

    /** @throws Refused when something is missing, or somebody has changed the unit since that version */
    public void changeUnit(String code, long version, String name, String phone, String actor) {
        oneAtATime();
        Unit unit = units.findById(code).orElseThrow(() -> Refused.because("notFound"));
        requireSame(version, unit.version());
        Problems problems = new Problems();
        checkUnit(name, phone, problems);
        problems.refuseIfAny();
        List<String> fields = new ArrayList<>();
        addIfDifferent(unit.name(), name, "name", fields);
        addIfDifferent(unit.securityPhone(), phone, "phone", fields);
        if (!fields.isEmpty()) {
            unit.change(name, phone);
            log(Kind.UNIT_CHANGED, code, actor, fields.toArray(String[]::new));
        }
    }

    private static void checkUnit(String name, String phone, Problems problems) {
        checkName("name", name, problems);
        checkPhone(phone, problems);
    }

    /** @throws Refused when the code is taken or not of its shape, or the name is missing */
    public void addParty(String code, String name, String actor) {
        oneAtATime();
        Problems problems = new Problems();
        checkCode(code, PARTY_CODE, problems);
        problems.addIf(code != null && parties.findById(code).isPresent(), "code", "directory.codeTaken");
        checkName("name", name, problems);
        problems.refuseIfAny();
        parties.save(new Party(code, name));
        log(Kind.PARTY_ADDED, code, actor);
    }

    /** @throws Refused when the name is missing, or somebody has changed the party since that version */
    public void changeParty(String code, long version, String name, String actor) {
        oneAtATime();
        Party party = parties.findById(code).orElseThrow(() -> Refused.because("notFound"));
        requireSame(version, party.version());
        Problems problems = new Problems();
        checkName("name", name, problems);
        problems.refuseIfAny();
        if (!party.name().equals(name)) {
            party.rename(name);
            log(Kind.PARTY_CHANGED, code, actor, "name");
        }
    }

    // --- people

    /** @throws Refused when the id is taken or not of its shape, or something is missing */
    public void addPerson(String id, Details details, String actor) {
        oneAtATime();
        Problems problems = new Problems();
        checkPersonId(id, problems);
        problems.addIf(id != null && persons.findById(id).isPresent(), "id", "directory.idTaken");
        checkDetails(details, this::isParty, problems);
        problems.refuseIfAny();
        persons.save(new Person(id, details.displayName(), details.email(), details.phone(), details.party()));
        log(Kind.PERSON_ADDED, id, actor);
    }

    /**
     * @param version the version that was shown, or null when what is there now has just been looked at
     * @throws Refused when something is missing, or somebody has changed the person since that version
     */
    public void changePerson(String id, Long version, Details details, String actor) {
        oneAtATime();
        Person person = persons.findById(id).orElseThrow(() -> Refused.because("notFound"));
        requireSame(version, person.version());
        Problems problems = new Problems();
        checkDetails(details, this::isParty, problems);
        problems.refuseIfAny();
        List<String> fields = Details.of(person).differences(details);
        if (!fields.isEmpty()) {
            person.change(details.displayName(), details.email(), details.phone(), details.party());
            log(Kind.PERSON_CHANGED, id, actor, fields.toArray(String[]::new));
        }
    }

    /** Whether it can be somebody's id. */
    public static void checkPersonId(String id, Problems problems) {
        problems.addIf(id == null, "id", "required")
                .addIf(id != null && !Person.ID.matcher(id).matches(), "id", "directory.personId");
    }

    /** What is known of a person, wherever it comes from. */
    public static void checkDetails(Details details, java.util.function.Predicate<String> isParty, Problems problems) {
        checkName("displayName", details.displayName(), problems);
        problems.checkText("email", details.email(), LONGEST_NAME)
                .addIf(
                        details.email() != null
                                && !EMAIL.matcher(details.email()).matches(),
                        "email",
                        "directory.email")
                .addIf(details.party() != null && !isParty.test(details.party()), "party", "directory.unknownParty");
        checkPhone(details.phone(), problems);
    }

    // --- what they hold

    /** @throws Refused when a rule of {@link AppointmentRules} says no */
    public void give(String person, Tenure wanted, String actor) {
        oneAtATime();
        Problems problems = new Problems();
        problems.addIf(!persons.findById(person).isPresent(), "id", "directory.unknownPerson");
        AppointmentRules.check(wanted, tenures(person, null), known(), problems);
        problems.refuseIfAny();
        appointments.save(new Appointment(person, wanted.office(), wanted.organisation(), wanted.from(), wanted.to()));
        log(
                Kind.APPOINTMENT_GIVEN,
                person,
                actor,
                wanted.office().name(),
                text(wanted.organisation()),
                text(wanted.from()),
                text(wanted.to()));
    }

    /** Looked up one by one and not counted: a count would look through everything that an import has changed. */
    private boolean isParty(String code) {
        return parties.findById(code).isPresent();
    }

    private List<Tenure> tenures(String person, Long except) {
        return appointments.findByPersonOrderById(person).stream()
                .filter(appointment -> !appointment.id().equals(except))
                .map(Appointment::tenure)
                .toList();
    }

    private AppointmentRules.Known known() {
        return new AppointmentRules.Known() {
            @Override
            public Unit.Kind kindOf(String unit) {
                return units.findById(unit).map(Unit::kind).orElse(null);
            }

            @Override
            public boolean isParty(String code) {
                return DirectoryKeeping.this.isParty(code);
            }
        };
    }

    /**
     * Moves the last day of an appointment: yesterday at the earliest, since what has been is not rewritten.
     *
     * @param version the version that was shown, or null when what is there now has just been looked at
     * @param to the last day, or null for until further notice
     * @throws Refused when a rule says no, or somebody has changed it since that version
     */
    public void moveEnd(long id, Long version, LocalDate to, String actor) {
        oneAtATime();
        Appointment appointment = appointment(id);
        requireSame(version, appointment.version());
        if (Objects.equals(appointment.validTo(), to)) {
            return;
        }
        Problems problems = new Problems();
        checkNewEnd(appointment.tenure(), to, today(), problems);
        problems.refuseIfAny();
        AppointmentRules.check(appointment.tenure().until(to), tenures(appointment.person(), id), known(), problems);
        problems.refuseIfAny();
        LocalDate before = appointment.validTo();
        keepingTheDepartment(appointment, () -> appointment.endsOn(to));
        log(
                Kind.APPOINTMENT_END_MOVED,
                appointment.person(),
                actor,
                appointment.office().name(),
                text(appointment.organisation()),
                text(before),
                text(to));
    }

    /** Whether that can be an appointment's new last day, wherever it comes from. */
    public static void checkNewEnd(Tenure tenure, LocalDate to, LocalDate today, Problems problems) {
        AppointmentRules.checkEnd(tenure.from(), to, problems);
        problems.addIf(
                to != null && to.isBefore(today.minusDays(1)) && !to.isBefore(tenure.from()),
                "to",
                "directory.endTooEarly");
    }

    /** Takes back an appointment that begins today or later. One that has begun before can only end. */
    public void withdraw(long id, String actor) {
        oneAtATime();
        Appointment appointment = appointment(id);
        if (appointment.validFrom().isBefore(today())) {
            throw Refused.because("directory.hasBegun");
        }
        keepingTheDepartment(appointment, () -> {
            appointments.delete(appointment);
            appointments.flush();
        });
        log(
                Kind.APPOINTMENT_WITHDRAWN,
                appointment.person(),
                actor,
                appointment.office().name(),
                text(appointment.organisation()),
                text(appointment.validFrom()),
                text(appointment.validTo()));
    }

    /**
     * From that day on the person holds nothing that is kept here. What began before ends the day before; what would begin
     * then or later is taken back.
     */
    public void leave(String person, LocalDate day, String actor) {
        oneAtATime();
        if (day.isBefore(today())) {
            throw Refused.at("day", "directory.leavesInThePast");
        }
        for (Appointment appointment : appointments.findByPerson(person)) {
            if (appointment.office().isKeptHere() && appointment.holdsFrom(day)) {
                if (appointment.validFrom().isBefore(day)) {
                    moveEnd(appointment.id(), null, day.minusDays(1), actor);
                } else {
                    withdraw(appointment.id(), actor);
                }
            }
        }
        log(Kind.PERSON_LEAVES, person, actor, text(day));
    }

    /** The next account at the identity provider that signs in with the person's id is them. */
    public void forgetSignIn(String person, String actor) {
        persons.unbind(person);
        log(Kind.SIGN_IN_FORGOTTEN, person, actor);
    }

    /** Säkerhet och Beredskap acts for everyone who is missing, so no change may leave it without anybody itself. */
    private void keepingTheDepartment(Appointment appointment, Runnable change) {
        if (!appointment.office().isOfDepartment()) {
            change.run();
            return;
        }
        Optional<LocalDate> before = departmentEmptyFrom();
        change.run();
        Optional<LocalDate> after = departmentEmptyFrom();
        if (after.isPresent() && before.map(day -> after.get().isBefore(day)).orElse(true)) {
            throw Refused.at("to", "directory.lastOfDepartment");
        }
    }

    private Optional<LocalDate> departmentEmptyFrom() {
        return Coverage.firstDayWithout(
                appointments.findByOfficeIn(
                        List.of(Office.SECURITY_AND_PREPAREDNESS, Office.HEAD_OF_SECURITY_AND_PREPAREDNESS)),
                today());
    }

    // --- the log

    /** Somebody has decided that nobody fills the unit's post for now. */
    public void postLeftVacant(String unit, String reason, String actor) {
        changes.save(new DirectoryChange(clock.instant(), actor, Kind.POST_LEFT_VACANT, unit, new String[0], reason));
    }

    /** Somebody has written the whole directory to a file. */
    public void exported(String actor) {
        log(Kind.EXPORTED, null, actor);
    }

    private void log(Kind kind, String subject, String actor, String... details) {
        changes.save(new DirectoryChange(clock.instant(), actor, kind, subject, details, null));
    }

    // --- small things

    private Appointment appointment(long id) {
        return appointments.findById(id).orElseThrow(() -> Refused.because("directory.changedMeanwhile"));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Sweden.TIME));
    }

    private static void requireSame(Long shown, Long now) {
        if (shown != null && !shown.equals(now)) {
            throw Refused.because("directory.changedMeanwhile");
        }
    }

    private static void checkCode(String code, Pattern shape, Problems problems) {
        problems.addIf(code == null, "code", "required")
                .addIf(code != null && !shape.matcher(code).matches(), "code", "directory.code");
    }

    private static void checkName(String field, String name, Problems problems) {
        problems.addIf(name == null, field, "required")
                .checkText(field, name, LONGEST_NAME)
                .addIf(name != null && name.lines().count() > 1, field, "directory.oneLine");
    }

    private static void checkPhone(String phone, Problems problems) {
        problems.checkText("phone", phone, LONGEST_PHONE)
                .addIf(phone != null && !PHONE.matcher(phone).matches(), "phone", "directory.phone");
    }

    private static void addIfDifferent(String one, String other, String field, List<String> fields) {
        if (!Objects.equals(one, other)) {
            fields.add(field);
        }
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
