package se.varna.supportline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.common.Problems;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
import se.varna.duty.CalendarChanged;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;

/** Shifts to come that nobody has: a task for Säkerhet och Beredskap in good time, and a mail to its head when time is short. */
@Service
@Transactional
public class RosterGaps {

    /** A reason shorter than this explains nothing. */
    public static final int SHORTEST_REASON = 20;

    private static final int LONGEST_REASON = 2_000;
    private static final String PROCESS = "rosterGap";
    private static final String FILLED = "GapFilled";

    private final RosterGapRepository gaps;
    private final Roster roster;
    private final Processes processes;
    private final Directory directory;
    private final Mail mail;
    private final Clock clock;
    private final Duration warnBefore;
    private final Duration remindBefore;

    RosterGaps(
            RosterGapRepository gaps,
            Roster roster,
            Processes processes,
            Directory directory,
            Mail mail,
            Clock clock,
            @Value("${varna.roster.warn-before}") Duration warnBefore,
            @Value("${varna.roster.remind-before}") Duration remindBefore) {
        this.gaps = gaps;
        this.roster = roster;
        this.processes = processes;
        this.directory = directory;
        this.mail = mail;
        this.clock = clock;
        this.warnBefore = warnBefore;
        this.remindBefore = remindBefore;
    }

    /** Brings the tasks in line with the roster as it is now. Doing it twice is doing it once. */
    public void follow() {
        roster.oneAtATime();
        Instant now = clock.instant();
        List<Shift> soon = roster.shifts(now, now.plus(warnBefore));
        List<Gap> open = roster.gaps(now, soon.get(soon.size() - 1).endsAt());
        List<Shift> shifts = soon.stream()
                .filter(shift -> open.stream().anyMatch(gap -> isIn(gap, shift)))
                .toList();
        List<RosterGap> known = gaps.findAll();
        for (RosterGap gap : known) {
            if (shifts.stream().noneMatch(gap::isOf)) {
                gaps.delete(gap);
                if (gap.isOpen()) {
                    processes.deliver(FILLED, gap.processInstance());
                }
            }
        }
        gaps.flush();
        shifts.stream()
                .filter(shift -> known.stream().noneMatch(gap -> gap.isOf(shift)))
                .forEach(shift -> {
                    RosterGap raised = gaps.saveAndFlush(new RosterGap(shift, now));
                    raised.carriedBy(processes.start(PROCESS, raised.getId().toString(), raised.getId()));
                });
    }

    private static boolean isIn(Gap gap, Shift shift) {
        return !gap.startsAt().isBefore(shift.startsAt()) && gap.startsAt().isBefore(shift.endsAt());
    }

    @EventListener
    void rosterChanged(Roster.Changed changed) {
        follow();
    }

    @EventListener
    @Order(CalendarChanged.CASE_FILES)
    void calendarChanged(CalendarChanged changed) {
        follow();
    }

    /** The hours of the shift that nobody has, the first first. */
    @Transactional(readOnly = true)
    public List<Gap> uncovered(UUID id) {
        return gaps.findById(id)
                .map(gap -> roster.gaps(gap.startsAt(), gap.endsAt()))
                .orElse(List.of());
    }

    /** When the shift begins. */
    @Transactional(readOnly = true)
    public Instant startsAt(UUID id) {
        return gaps.findById(id).orElseThrow().startsAt();
    }

    /** Säkerhet och Beredskap's, by when its head is told; where that has passed already, before the shift begins. */
    @Transactional(readOnly = true)
    public TaskTerms terms(UUID id) {
        RosterGap gap = gaps.findById(id).orElseThrow();
        Instant remindAt = remindAt(id);
        return new TaskTerms(
                Set.of(Groups.SECURITY_AND_PREPAREDNESS),
                remindAt.isBefore(gap.raisedAt()) ? gap.startsAt() : remindAt);
    }

    public Instant remindAt(UUID id) {
        return startsAt(id).minus(remindBefore);
    }

    /** Time is short: the head of Säkerhet och Beredskap gets a mail. */
    public void remind(UUID id) {
        mail.writeAboutNoCase(id.toString(), MailKind.ROSTER_GAP, directory.heads(), "gap-" + id);
    }

    /**
     * Säkerhet och Beredskap decides that nobody is to have the hours.
     *
     * @throws se.varna.common.Refused without a reason that explains it
     */
    public void leave(UUID id, String reason, String actor) {
        new Problems()
                .addIf(reason == null || reason.length() < SHORTEST_REASON, "reason", "tooShort", SHORTEST_REASON)
                .checkText("reason", reason, LONGEST_REASON)
                .refuseIfAny();
        gaps.findById(id).ifPresent(gap -> gap.left(clock.instant(), actor, reason));
    }
}
