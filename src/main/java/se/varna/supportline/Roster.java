package se.varna.supportline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.common.Labels;
import se.varna.common.Problems;
import se.varna.common.Sweden;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
import se.varna.duty.StaffedHours;

/**
 * Who answers the support line and when (R33–R35), in Swedish time. Persons of Säkerhet och Beredskap have hours by name,
 * the on-call company as such. Two may answer at once; nobody has the same hour twice.
 */
@Service
@Transactional
public class Roster {

    /** Stands for the on-call company where somebody is chosen. */
    public static final String COMPANY = "company";

    /** How many weeks more a watch can be repeated. */
    public static final int MOST_WEEKS = 26;

    private static final Duration LONGEST_OF_PERSON = Duration.ofHours(24);
    private static final Duration LONGEST_OF_COMPANY = Duration.ofDays(14);
    private static final int YEARS_AHEAD = 2;
    private static final long LOCK = 731_255_025L;
    private static final Limit MOST = Limit.of(2_000);

    private final Watches watches;
    private final StaffedHours hours;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Labels labels;
    private final Clock clock;

    Roster(
            Watches watches,
            StaffedHours hours,
            Directory directory,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Labels labels,
            Clock clock) {
        this.watches = watches;
        this.hours = hours;
        this.directory = directory;
        this.events = events;
        this.jdbc = jdbc;
        this.labels = labels;
        this.clock = clock;
    }

    /** Somebody has been given hours, or has them no more. */
    record Changed() {}

    /**
     * A watch to be added; what is missing is null.
     *
     * @param who a person's id, or {@link #COMPANY}
     * @param untilDay null for the same day, or for the day after where {@code until} is not later than {@code from}
     * @param weeks how many weeks more it is repeated
     */
    public record Plan(String who, LocalDate day, LocalTime from, LocalDate untilDay, LocalTime until, int weeks) {

        private ZonedDateTime startsAt() {
            return day.atTime(from).atZone(Sweden.TIME);
        }

        private ZonedDateTime endsAt() {
            LocalDate last = untilDay != null ? untilDay : until.isAfter(from) ? day : day.plusDays(1);
            return last.atTime(until).atZone(Sweden.TIME);
        }

        private Plan later(int weeksLater) {
            return new Plan(
                    who,
                    day.plusWeeks(weeksLater),
                    from,
                    untilDay == null ? null : untilDay.plusWeeks(weeksLater),
                    until,
                    0);
        }
    }

    /**
     * Gives somebody hours. Repeated, they are the same by the clock each week, whatever the clock does; a person is given
     * none on days when the line is not staffed, unless the first one is such a day.
     *
     * @throws se.varna.common.Refused with every field that has to be mended
     */
    public void add(Plan plan, Problems problems, String actor) {
        oneAtATime();
        give(plan, problems, actor);
        events.publishEvent(new Changed());
    }

    /** Gives an empty roster its first watches, each as {@link #add} does; one that people have begun to keep is left alone. */
    public void fillIfEmpty(List<Plan> plans, String actor) {
        oneAtATime();
        if (watches.count() == 0) {
            plans.forEach(plan -> give(plan, new Problems(), actor));
            events.publishEvent(new Changed());
        }
    }

    private void give(Plan plan, Problems problems, String actor) {
        check(plan, problems);
        problems.refuseIfAny();
        String person = plan.who().equals(COMPANY) ? null : plan.who();
        boolean onWeekdays = person != null && hours.isWeekday(plan.day());
        List<Watch> added = new ArrayList<>();
        for (int week = 0; week <= plan.weeks(); week++) {
            Plan each = plan.later(week);
            if (!onWeekdays || hours.isWeekday(each.day())) {
                added.add(new Watch(
                        person, each.startsAt().toInstant(), each.endsAt().toInstant(), clock.instant(), actor));
            }
        }
        added.stream()
                .flatMap(each -> between(each.startsAt(), each.endsAt()).stream())
                .filter(other -> Objects.equals(other.person(), person))
                .findFirst()
                .ifPresent(other -> problems.add("day", "roster.taken", labels.moment(other.startsAt())));
        problems.refuseIfAny();
        watches.saveAllAndFlush(added);
    }

    private void check(Plan plan, Problems problems) {
        LocalDate today = LocalDate.now(clock.withZone(Sweden.TIME));
        problems.addIf(plan.who() == null, "who", "required")
                .addIf(
                        plan.who() != null
                                && !plan.who().equals(COMPANY)
                                && !persons().contains(plan.who()),
                        "who",
                        "roster.who")
                .addIf(
                        plan.day() != null
                                && (plan.day().isBefore(today) || plan.day().isAfter(today.plusYears(YEARS_AHEAD))),
                        "day",
                        "roster.day")
                .addIf(plan.weeks() < 0 || plan.weeks() > MOST_WEEKS, "weeks", "roster.weeks", MOST_WEEKS);
        if (plan.day() == null || plan.from() == null || plan.until() == null) {
            return;
        }
        Duration length = Duration.between(plan.startsAt(), plan.endsAt());
        boolean ordered = plan.startsAt().isBefore(plan.endsAt());
        Duration longest = COMPANY.equals(plan.who()) ? LONGEST_OF_COMPANY : LONGEST_OF_PERSON;
        problems.addIf(!ordered, "until", "roster.order")
                .addIf(length.compareTo(longest) > 0, "until", "roster.tooLong")
                .addIf(ordered && !plan.endsAt().toInstant().isAfter(clock.instant()), "until", "roster.past");
    }

    /** Takes the hours back; those that have passed stay as they were. */
    public void remove(UUID id) {
        oneAtATime();
        watches.findById(id)
                .filter(watch -> watch.endsAt().isAfter(clock.instant()))
                .ifPresent(watch -> {
                    watches.delete(watch);
                    watches.flush();
                    events.publishEvent(new Changed());
                });
    }

    /** Until this transaction ends, nobody else changes the roster or looks for its gaps. */
    void oneAtATime() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
    }

    /** Ids of those who can be given hours by name. */
    @Transactional(readOnly = true)
    public Set<String> persons() {
        return directory.members(Groups.SECURITY_AND_PREPAREDNESS);
    }

    /** The watches that have some of that time, the first first. */
    @Transactional(readOnly = true)
    public List<Watch> between(Instant from, Instant until) {
        return watches.findByEndsAtGreaterThanAndStartsAtLessThanOrderByStartsAtAscIdAsc(from, until, MOST);
    }

    /**
     * Hours to come, in that time, that nobody has. Hours of a kind are looked after once somebody of that kind has been
     * given any: a city that keeps no roster is not reminded of it.
     */
    @Transactional(readOnly = true)
    public List<Gap> gaps(Instant from, Instant until) {
        Instant now = clock.instant();
        Instant first = from.isAfter(now) ? from : now;
        boolean ofPersons = watches.existsByPersonIsNotNull();
        boolean ofCompany = watches.existsByPersonIsNull();
        List<Watch> planned = between(first, until);
        Set<String> persons = persons();
        List<Gap> gaps = new ArrayList<>();
        for (Shift shift : shifts(first, until)) {
            if (shift.staffed() ? ofPersons : ofCompany) {
                List<Watch> counting = planned.stream()
                        .filter(watch -> watch.person() == null ? !shift.staffed() : persons.contains(watch.person()))
                        .toList();
                gaps.addAll(uncovered(shift, first, until, counting));
            }
        }
        return gaps;
    }

    private static List<Gap> uncovered(Shift shift, Instant first, Instant until, List<Watch> watches) {
        Instant from = shift.startsAt().isAfter(first) ? shift.startsAt() : first;
        Instant end = shift.endsAt().isBefore(until) ? shift.endsAt() : until;
        List<Gap> gaps = new ArrayList<>();
        for (Watch watch : watches) {
            if (watch.startsAt().isAfter(from) && from.isBefore(end)) {
                Instant to = watch.startsAt().isBefore(end) ? watch.startsAt() : end;
                gaps.add(new Gap(from, to, shift.staffed()));
            }
            from = watch.endsAt().isAfter(from) ? watch.endsAt() : from;
        }
        if (from.isBefore(end)) {
            gaps.add(new Gap(from, end, shift.staffed()));
        }
        return gaps;
    }

    /** The shifts that have some of that time, each from its very beginning to its end. */
    List<Shift> shifts(Instant from, Instant until) {
        Instant at = hours.lastChange(from);
        List<Shift> shifts = new ArrayList<>();
        while (at.isBefore(until)) {
            Instant next = hours.nextChange(at);
            shifts.add(new Shift(at, next, hours.isStaffed(at)));
            at = next;
        }
        return shifts;
    }
}
