package se.varna.staffing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.varna.common.Problems;
import se.varna.directory.Appointment;
import se.varna.directory.Appointment.Office;
import se.varna.directory.AppointmentRules;
import se.varna.directory.DirectoryContents;
import se.varna.directory.DirectoryKeeping;
import se.varna.directory.DirectoryKeeping.Details;
import se.varna.directory.Party;
import se.varna.directory.Person;
import se.varna.directory.Tenure;
import se.varna.directory.Unit;
import se.varna.staffing.DirectoryFile.Column;
import se.varna.staffing.DirectoryFile.Line;
import se.varna.staffing.DirectoryFile.LineProblem;
import se.varna.staffing.ImportPlan.AddPerson;
import se.varna.staffing.ImportPlan.ChangePerson;
import se.varna.staffing.ImportPlan.End;
import se.varna.staffing.ImportPlan.Give;
import se.varna.staffing.ImportPlan.MoveEnd;
import se.varna.staffing.ImportPlan.Step;

/** Compares a file with the directory, line by line, by the same rules that the pages follow. */
final class Planner implements AppointmentRules.Known {

    private final DirectoryFile file;
    private final Staffing staffing;
    private final String actor;
    private final LocalDate today;
    private final Map<String, Unit> units;
    private final Map<String, Party> parties;
    private final Map<String, Person> persons;
    private final Map<String, List<Appointment>> held;

    private final List<LineProblem> problems = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Details> told = new HashMap<>();
    private final Map<String, Long> toldAt = new HashMap<>();
    /** What each person in the file will hold, as far as the lines have been read. */
    private final Map<String, List<Tenure>> tenures = new HashMap<>();

    private final Set<Long> named = new HashSet<>();
    private final Set<String> unitsNamed = new HashSet<>();
    private int unchanged;

    Planner(DirectoryFile file, DirectoryContents contents, Staffing staffing, String actor) {
        this.file = file;
        this.staffing = staffing;
        this.actor = actor;
        this.today = contents.today();
        this.units = contents.units().stream().collect(Collectors.toMap(Unit::code, Function.identity()));
        this.parties = contents.parties().stream().collect(Collectors.toMap(Party::code, Function.identity()));
        this.persons = contents.everyone().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        this.held = contents.appointments().stream().collect(Collectors.groupingBy(Appointment::person));
    }

    ImportPlan plan() {
        return new ImportPlan(List.copyOf(problems), List.copyOf(steps), unchanged);
    }

    @Override
    public Unit.Kind kindOf(String unit) {
        return units.containsKey(unit) ? units.get(unit).kind() : null;
    }

    @Override
    public boolean isParty(String code) {
        return parties.containsKey(code);
    }

    void take(Line line) {
        int before = steps.size();
        Problems found = new Problems();
        String id = line.text(Column.ID);
        DirectoryKeeping.checkPersonId(id, found);
        if (id != null) {
            takePerson(line, id, found);
            takeAppointment(line, id, found);
        }
        found.found().forEach(problem -> problems.add(new LineProblem(line.number(), problem)));
        unchanged += steps.size() == before ? 1 : 0;
    }

    private void takePerson(Line line, String id, Problems found) {
        Person person = persons.get(id);
        Details now = person == null ? new Details(null, null, null, null) : Details.of(person);
        Details wanted = new Details(
                line.text(Column.NAME),
                line.has(Column.EMAIL) ? line.text(Column.EMAIL) : now.email(),
                line.has(Column.PHONE) ? line.text(Column.PHONE) : now.phone(),
                line.has(Column.PARTY) ? partyCode(line.text(Column.PARTY)) : now.party());
        Details first = told.putIfAbsent(id, wanted);
        if (first != null) {
            found.addIf(!first.equals(wanted), "id", "csv.differs", toldAt.get(id));
            return;
        }
        toldAt.put(id, line.number());
        DirectoryKeeping.checkDetails(wanted, parties::containsKey, found);
        if (person == null) {
            steps.add(new AddPerson(line.number(), id, wanted));
        } else if (!now.equals(wanted)) {
            steps.add(new ChangePerson(line.number(), id, now, wanted));
        }
    }

    private void takeAppointment(Line line, String id, Problems found) {
        String word = line.text(Column.OFFICE);
        Problems unreadable = new Problems();
        LocalDate from = DirectoryFile.day("from", line.text(Column.FROM), unreadable);
        LocalDate to = DirectoryFile.day("to", line.text(Column.TO), unreadable);
        unreadable.found().forEach(problem -> found.add(problem.field(), problem.code()));
        String place = line.text(Column.ORGANISATION);
        if (word == null) {
            found.addIf(place != null || from != null || to != null, "office", "required");
            return;
        }
        Office office = file.office(word);
        if (office == null) {
            found.add("office", "csv.unknownOffice");
            return;
        }
        if (!unreadable.found().isEmpty()) {
            return;
        }
        Tenure wanted = new Tenure(office, placeCode(office, place), from, to);
        if (office.isMandate() && wanted.organisation() != null) {
            unitsNamed.add(wanted.organisation());
        }
        List<Tenure> current = tenures.computeIfAbsent(
                id,
                person -> new ArrayList<>(held.getOrDefault(person, List.of()).stream()
                        .map(Appointment::tenure)
                        .toList()));
        Appointment same = held.getOrDefault(id, List.of()).stream()
                .filter(appointment -> appointment.tenure().beginsAs(wanted))
                .filter(appointment -> named.add(appointment.id()))
                .findFirst()
                .orElse(null);
        if (same != null) {
            takeEnd(line, same, to, current, found);
        } else {
            AppointmentRules.check(wanted, current, this, found);
            requireMayChange(office, id, found);
            steps.add(new Give(line.number(), id, nameOf(id), wanted));
            current.add(wanted);
        }
    }

    private void takeEnd(Line line, Appointment same, LocalDate to, List<Tenure> current, Problems found) {
        if (Objects.equals(same.validTo(), to)) {
            return;
        }
        current.remove(same.tenure());
        DirectoryKeeping.checkNewEnd(same.tenure(), to, today, found);
        found.addIf(current.stream().anyMatch(same.tenure().until(to)::overlaps), "to", "directory.overlaps");
        requireMayChange(same.office(), same.person(), found);
        steps.add(new MoveEnd(line.number(), same.person(), nameOf(same.person()), same.id(), same.tenure(), to));
        current.add(same.tenure().until(to));
    }

    /** The file is complete for the mandates of the units that it names: what it does not hold ends now. */
    void endWhatIsMissing() {
        held.values().stream()
                .flatMap(List::stream)
                .filter(appointment -> appointment.office().isMandate())
                .filter(appointment -> unitsNamed.contains(appointment.organisation()))
                .filter(appointment -> appointment.holdsFrom(today) && !named.contains(appointment.id()))
                .sorted(Comparator.comparing(Appointment::id))
                .forEach(appointment -> {
                    Problems found = new Problems();
                    requireMayChange(appointment.office(), appointment.person(), found);
                    found.found().forEach(problem -> problems.add(new LineProblem(0, problem)));
                    steps.add(new End(
                            appointment.person(),
                            nameOf(appointment.person()),
                            appointment.id(),
                            appointment.tenure(),
                            appointment.validFrom().isBefore(today) ? today.minusDays(1) : null));
                });
    }

    private void requireMayChange(Office office, String person, Problems found) {
        staffing.objection(office, person, actor).ifPresent(problem -> found.add(problem.field(), problem.code()));
    }

    private String nameOf(String id) {
        return told.containsKey(id)
                ? told.get(id).displayName()
                : persons.get(id).displayName();
    }

    private String partyCode(String text) {
        return text == null ? null : partyNamed(text);
    }

    /** The code, for a code or a name; what is neither stays as it is, to be refused. */
    private String partyNamed(String text) {
        return parties.values().stream()
                .filter(party ->
                        party.code().equalsIgnoreCase(text) || party.name().equalsIgnoreCase(text))
                .map(Party::code)
                .findFirst()
                .orElse(text);
    }

    private String placeCode(Office office, String text) {
        if (text == null) {
            return null;
        }
        if (office.isInParty()) {
            return partyNamed(text);
        }
        return units.values().stream()
                .filter(unit ->
                        unit.code().equalsIgnoreCase(text) || unit.name().equalsIgnoreCase(text))
                .map(Unit::code)
                .findFirst()
                .orElse(text);
    }
}
