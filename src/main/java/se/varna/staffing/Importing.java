package se.varna.staffing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.common.Refused;
import se.varna.directory.Appointment;
import se.varna.directory.DirectoryContents;
import se.varna.directory.DirectoryKeeping;
import se.varna.directory.Person;
import se.varna.directory.Tenure;
import se.varna.staffing.ImportPlan.Step;

/** The directory from and to a file. Nothing is changed before somebody has seen what will change. */
@Service
@Transactional
public class Importing {

    private final DirectoryFile file;
    private final DirectoryKeeping keeping;
    private final DirectoryContents contents;
    private final Staffing staffing;

    Importing(DirectoryFile file, DirectoryKeeping keeping, DirectoryContents contents, Staffing staffing) {
        this.file = file;
        this.keeping = keeping;
        this.contents = contents;
        this.staffing = staffing;
    }

    /**
     * @param complete whether mandates end that the file does not hold, in the units that it names
     * @throws Refused when the file cannot be read at all
     */
    @Transactional(readOnly = true)
    public ImportPlan preview(String text, boolean complete, String actor) {
        return plan(text, complete, actor);
    }

    /**
     * What came of a confirmation.
     *
     * @param done false when the directory has changed since the preview: nothing is imported, and the plan is a new one
     */
    public record Result(ImportPlan plan, boolean done) {}

    /**
     * Carries out what was shown, all of it or nothing.
     *
     * @param fingerprint of the plan that was shown
     * @throws Refused when the file cannot be read, or the department would be left without anybody
     */
    public Result confirm(String text, boolean complete, String fingerprint, String actor) {
        keeping.oneAtATime();
        ImportPlan plan = plan(text, complete, actor);
        if (!plan.isReady() || !plan.fingerprint().equals(fingerprint)) {
            return new Result(plan, false);
        }
        plan.steps().forEach(step -> step.carryOut(keeping, actor));
        staffing.follow(plan.steps().stream()
                .flatMap(Importing::tenure)
                .filter(tenure -> tenure.office().isOfSecurityOfficer())
                .map(Tenure::organisation)
                .collect(Collectors.toSet()));
        return new Result(plan, true);
    }

    private static Stream<Tenure> tenure(Step step) {
        if (step instanceof ImportPlan.Give give) {
            return Stream.of(give.tenure());
        }
        return step instanceof ImportPlan.MoveEnd moved ? Stream.of(moved.before()) : Stream.empty();
    }

    private ImportPlan plan(String text, boolean complete, String actor) {
        List<DirectoryFile.Line> lines = file.read(text);
        Planner planner = new Planner(file, contents, staffing, actor);
        lines.forEach(planner::take);
        if (complete) {
            planner.endWhatIsMissing();
        }
        return planner.plan();
    }

    /** Everything that is held now or later, in the form that an import reads; that somebody took it is logged. */
    public String export(String actor) {
        keeping.exported(actor);
        Map<String, List<Appointment>> held = contents.appointments().stream()
                .filter(appointment -> appointment.office().isKeptHere() && appointment.holdsFrom(contents.today()))
                .collect(Collectors.groupingBy(Appointment::person));
        List<List<String>> rows = new ArrayList<>();
        for (Person person : contents.everyone().stream()
                .sorted(Comparator.comparing(Person::displayName).thenComparing(Person::id))
                .toList()) {
            List<Appointment> appointments = held.getOrDefault(person.id(), List.of());
            if (appointments.isEmpty()) {
                rows.add(row(person, "", "", "", ""));
            }
            appointments.stream()
                    .sorted(Comparator.comparing(Appointment::id))
                    .map(appointment -> row(
                            person,
                            file.word(appointment.office()),
                            appointment.organisation(),
                            appointment.validFrom().toString(),
                            appointment.validTo() == null
                                    ? ""
                                    : appointment.validTo().toString()))
                    .forEach(rows::add);
        }
        return file.write(rows);
    }

    private static List<String> row(Person person, String office, String organisation, String from, String to) {
        List<String> row = new ArrayList<>();
        row.add(person.id());
        row.add(person.displayName());
        row.add(person.email());
        row.add(person.phone());
        row.add(person.party());
        row.add(office);
        row.add(organisation);
        row.add(from);
        row.add(to);
        return row;
    }
}
