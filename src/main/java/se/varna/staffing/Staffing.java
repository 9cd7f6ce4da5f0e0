package se.varna.staffing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.casefile.CaseFiles;
import se.varna.common.Problem;
import se.varna.common.Refused;
import se.varna.directory.Appointment;
import se.varna.directory.Appointment.Office;
import se.varna.directory.Coverage;
import se.varna.directory.Directory;
import se.varna.directory.DirectoryContents;
import se.varna.directory.DirectoryKeeping;
import se.varna.directory.Groups;
import se.varna.directory.Owner;
import se.varna.directory.Tenure;
import se.varna.engine.OpenWork;

/**
 * Who holds what, changed by people, with everything that follows in the same transaction. Nobody changes what they hold
 * themselves, and who belongs to Säkerhet och Beredskap or the on-call company is for administrators to say.
 */
@Service
@Transactional
public class Staffing {

    private static final Set<Office> BY_ADMINISTRATORS = EnumSet.of(
            Office.SECURITY_AND_PREPAREDNESS, Office.HEAD_OF_SECURITY_AND_PREPAREDNESS, Office.ON_CALL_COMPANY);

    private final DirectoryKeeping keeping;
    private final DirectoryContents contents;
    private final Directory directory;
    private final DirectoryFollower follower;
    private final VacantPosts vacantPosts;
    private final CaseFiles cases;
    private final OpenWork openWork;

    Staffing(
            DirectoryKeeping keeping,
            DirectoryContents contents,
            Directory directory,
            DirectoryFollower follower,
            VacantPosts vacantPosts,
            CaseFiles cases,
            OpenWork openWork) {
        this.keeping = keeping;
        this.contents = contents;
        this.directory = directory;
        this.follower = follower;
        this.vacantPosts = vacantPosts;
        this.cases = cases;
        this.openWork = openWork;
    }

    /** @throws Refused when the actor may not, or a rule of the appointment says no */
    public void give(String person, Tenure wanted, String actor) {
        keeping.oneAtATime();
        requireMayChange(wanted.office(), person, actor);
        keeping.give(person, wanted, actor);
        follow(wanted.office(), wanted.organisation());
    }

    /**
     * @param to the last day, or null for until further notice
     * @throws Refused when the actor may not, or a rule of the appointment says no
     */
    public void moveEnd(Appointment appointment, long version, LocalDate to, String actor) {
        keeping.oneAtATime();
        requireMayChange(appointment.office(), appointment.person(), actor);
        keeping.moveEnd(appointment.id(), version, to, actor);
        follow(appointment.office(), appointment.organisation());
    }

    /** @throws Refused when the actor may not, or the appointment has begun */
    public void withdraw(Appointment appointment, String actor) {
        keeping.oneAtATime();
        requireMayChange(appointment.office(), appointment.person(), actor);
        keeping.withdraw(appointment.id(), actor);
        follow(appointment.office(), appointment.organisation());
    }

    private void follow(Office office, String organisation) {
        follow(office.isOfSecurityOfficer() ? Set.of(organisation) : Set.of());
    }

    /** @param posts the units whose security officer's post has changed */
    void follow(Collection<String> posts) {
        vacantPosts.changed(posts);
        follower.follow();
    }

    /** Whether the actor may give or end that office for that person. */
    @Transactional(readOnly = true)
    public boolean mayChange(Office office, String person, String actor) {
        return objection(office, person, actor).isEmpty();
    }

    void requireMayChange(Office office, String person, String actor) {
        objection(office, person, actor).ifPresent(problem -> {
            throw new Refused(List.of(problem));
        });
    }

    /** What stands in the way of the actor giving or ending that office for that person. */
    Optional<Problem> objection(Office office, String person, String actor) {
        if (person.equals(actor)) {
            return Optional.of(Problem.of("directory.ownAppointments"));
        }
        if (BY_ADMINISTRATORS.contains(office) && !directory.groups(actor).contains(Groups.ADMINISTRATORS)) {
            return Optional.of(Problem.at("office", "directory.administratorsOnly"));
        }
        return office == null || office.isKeptHere()
                ? Optional.empty()
                : Optional.of(Problem.at("office", "directory.notKeptHere"));
    }

    // --- a person who leaves

    /**
     * A function that has nobody any longer.
     *
     * @param owner the unit's officer or the party
     * @param openCases how many open cases Säkerhet och Beredskap works instead
     */
    public record Orphaned(Owner owner, long openCases) {}

    /**
     * What happens when a person leaves.
     *
     * @param ending what they hold on that day or would hold later
     * @param claimedTasks how many open tasks they have claimed
     * @param orphaned the functions that lose their last officer
     */
    public record Leave(List<Appointment> ending, long claimedTasks, List<Orphaned> orphaned) {}

    /** What would happen if the person held nothing from that day on. */
    @Transactional(readOnly = true)
    public Leave ifLeaves(String person, LocalDate day) {
        List<Appointment> ending = contents.heldBy(person).stream()
                .filter(appointment -> appointment.office().isKeptHere() && appointment.holdsFrom(day))
                .toList();
        List<Orphaned> orphaned = ending.stream()
                .filter(appointment -> appointment.isValidOn(day))
                .map(Staffing::functionOf)
                .filter(Objects::nonNull)
                .distinct()
                .filter(owner -> officersOf(owner).stream()
                        .noneMatch(officer -> !officer.person().equals(person) && officer.isValidOn(day)))
                .map(owner -> new Orphaned(owner, cases.countOpen(owner)))
                .toList();
        return new Leave(ending, openWork.claimedBy(person), orphaned);
    }

    private List<Appointment> officersOf(Owner owner) {
        return owner.function() == Owner.Function.PARTY
                ? contents.partyOfficers().stream()
                        .filter(officer -> officer.organisation().equals(owner.code()))
                        .toList()
                : contents.officers(owner.code());
    }

    private static Owner functionOf(Appointment appointment) {
        if (appointment.office().isOfSecurityOfficer()) {
            return Owner.localOfficer(appointment.organisation());
        }
        return appointment.office().isInParty() ? Owner.party(appointment.organisation()) : null;
    }

    /**
     * From that day on the person holds nothing. When it is today, what they have claimed is laid back and cases that lose
     * their last officer go on at once; otherwise when the day comes.
     *
     * @throws Refused when the actor may not end all of it, or the day has been
     */
    public void leave(String person, LocalDate day, String actor) {
        keeping.oneAtATime();
        List<Appointment> ending = ifLeaves(person, day).ending();
        requireMayChange(null, person, actor);
        ending.forEach(appointment -> requireMayChange(appointment.office(), person, actor));
        keeping.leave(person, day, actor);
        follow(ending.stream()
                .filter(appointment -> appointment.office().isOfSecurityOfficer())
                .map(Appointment::organisation)
                .collect(Collectors.toSet()));
    }

    // --- a person with a new account

    /**
     * The person has a new account at the identity provider: whoever signs in with their id next is them.
     *
     * @throws Refused for anyone but an administrator, and for one's own
     */
    public void forgetSignIn(String person, String actor) {
        if (person.equals(actor) || !directory.groups(actor).contains(Groups.ADMINISTRATORS)) {
            throw Refused.because("directory.forgetSignIn");
        }
        keeping.forgetSignIn(person, actor);
    }

    // --- what the pages show

    /** From which day nobody holds the unit's post, when that is known; empty where it never had anybody. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> vacantFrom(List<Appointment> officers) {
        return officers.isEmpty() ? Optional.empty() : Coverage.firstDayWithout(officers, contents.today());
    }
}
