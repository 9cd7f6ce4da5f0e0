package se.varna.staffing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.common.Problems;
import se.varna.common.Sweden;
import se.varna.directory.Appointment;
import se.varna.directory.Coverage;
import se.varna.directory.DirectoryContents;
import se.varna.directory.DirectoryKeeping;
import se.varna.directory.Groups;
import se.varna.directory.Unit;
import se.varna.duty.StaffedHours;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;

/**
 * Security officers' posts that are or will soon be vacant: a task for Säkerhet och Beredskap, which acts for the unit
 * meanwhile. A post that never had anybody is not vacant; it has not been set up.
 */
@Service
@Transactional
public class VacantPosts {

    /** A reason shorter than this explains nothing. */
    public static final int SHORTEST_REASON = 20;

    private static final int LONGEST_REASON = 2_000;
    private static final String PROCESS = "vacantPost";
    private static final String FILLED = "PostFilled";

    private final VacantPostRepository posts;
    private final DirectoryContents contents;
    private final DirectoryKeeping keeping;
    private final Processes processes;
    private final StaffedHours hours;
    private final Clock clock;
    private final int warnDays;

    VacantPosts(
            VacantPostRepository posts,
            DirectoryContents contents,
            DirectoryKeeping keeping,
            Processes processes,
            StaffedHours hours,
            Clock clock,
            @Value("${varna.staffing.warn-days}") int warnDays) {
        this.posts = posts;
        this.contents = contents;
        this.keeping = keeping;
        this.processes = processes;
        this.hours = hours;
        this.clock = clock;
        this.warnDays = warnDays;
    }

    /** From which day each unit has neither officer nor deputy, for the units where that is so now or soon. */
    @Transactional(readOnly = true)
    public Map<String, LocalDate> soonVacant() {
        Map<String, List<Appointment>> officers =
                contents.officers().stream().collect(Collectors.groupingBy(Appointment::organisation));
        return contents.units().stream()
                .filter(unit -> unit.kind().hasLocalOfficer())
                .map(Unit::code)
                .filter(unit ->
                        soonVacant(officers.getOrDefault(unit, List.of())).isPresent())
                .collect(Collectors.toMap(
                        unit -> unit, unit -> soonVacant(officers.get(unit)).orElseThrow()));
    }

    private Optional<LocalDate> soonVacant(List<Appointment> officers) {
        LocalDate today = contents.today();
        if (officers.stream().allMatch(officer -> officer.validFrom().isAfter(today))) {
            return Optional.empty();
        }
        return Coverage.firstDayWithout(officers, today).filter(day -> !day.isAfter(today.plusDays(warnDays)));
    }

    /** Brings the tasks in line with the directory as it is today. */
    void follow() {
        Map<String, LocalDate> vacant = soonVacant();
        for (VacantPost post : posts.findAll()) {
            if (!vacant.containsKey(post.getId())) {
                posts.delete(post);
                if (post.isOpen()) {
                    processes.deliver(FILLED, post.processInstance());
                }
            } else if (post.isOpen()) {
                processes.refresh(post.getId());
            }
        }
        Set<String> known = posts.findAll().stream().map(VacantPost::getId).collect(Collectors.toSet());
        vacant.keySet().stream().filter(unit -> !known.contains(unit)).sorted().forEach(this::raise);
    }

    private void raise(String unit) {
        VacantPost post = posts.save(new VacantPost(unit, clock.instant()));
        post.carriedBy(processes.start(PROCESS, unit));
    }

    /** Something has changed in these units' posts: what has been decided about them counts no longer. */
    void changed(Collection<String> units) {
        posts.findAllById(units).stream().filter(post -> !post.isOpen()).forEach(posts::delete);
        posts.flush();
    }

    /**
     * Säkerhet och Beredskap decides that nobody fills the post for now, and answers itself.
     *
     * @throws se.varna.common.Refused without a reason that explains it
     */
    public void leave(String unit, String reason, String actor) {
        new Problems()
                .addIf(reason == null || reason.length() < SHORTEST_REASON, "reason", "tooShort", SHORTEST_REASON)
                .checkText("reason", reason, LONGEST_REASON)
                .refuseIfAny();
        posts.findById(unit).ifPresent(post -> post.left(clock.instant()));
        keeping.postLeftVacant(unit, reason, actor);
    }

    /** The units for whose posts it has been decided that nobody fills them for now. */
    @Transactional(readOnly = true)
    public Set<String> left() {
        return posts.findAll().stream()
                .filter(post -> !post.isOpen())
                .map(VacantPost::getId)
                .collect(Collectors.toSet());
    }

    /** By when it has to be filled: the last day that somebody holds it, or one weekday once nobody does. */
    @Transactional(readOnly = true)
    public TaskTerms terms(String unit) {
        Instant raised = posts.findById(unit).map(VacantPost::raisedAt).orElseGet(clock::instant);
        return new TaskTerms(Set.of(Groups.SECURITY_AND_PREPAREDNESS), dueAt(contents.officers(unit), raised));
    }

    private Instant dueAt(List<Appointment> officers, Instant raised) {
        LocalDate today = contents.today();
        LocalDate vacantFrom = Coverage.firstDayWithout(officers, today).orElse(today);
        if (vacantFrom.isAfter(today)) {
            return vacantFrom
                    .minusDays(1)
                    .atTime(hours.closes())
                    .atZone(Sweden.TIME)
                    .toInstant();
        }
        Instant vacantSince = officers.stream()
                .map(Appointment::validTo)
                .filter(day -> day != null && day.isBefore(today))
                .max(Comparator.naturalOrder())
                .map(day -> day.plusDays(1).atStartOfDay(Sweden.TIME).toInstant())
                .orElse(raised);
        return hours.plusWeekdays(vacantSince.isAfter(raised) ? vacantSince : raised, 1);
    }
}
