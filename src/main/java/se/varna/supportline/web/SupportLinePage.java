package se.varna.supportline.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.Labels;
import se.varna.directory.Directory;
import se.varna.directory.Person;
import se.varna.duty.StaffedHours;
import se.varna.supportline.Roster;
import se.varna.supportline.Watch;

/** Who answers the support line now and next, for those who do (R33–R35). */
@Controller
@ForArea(Area.SUPPORT_LINE)
class SupportLinePage {

    private static final Duration AHEAD = Duration.ofDays(7);
    private static final int MOST = 20;

    private final Roster roster;
    private final RosterWeek words;
    private final StaffedHours hours;
    private final Directory directory;
    private final Labels labels;
    private final Clock clock;

    SupportLinePage(
            Roster roster, RosterWeek words, StaffedHours hours, Directory directory, Labels labels, Clock clock) {
        this.roster = roster;
        this.words = words;
        this.hours = hours;
        this.directory = directory;
        this.labels = labels;
        this.clock = clock;
    }

    /** @param phone null where none is known */
    record OnWatch(String who, String phone, String from, String until) {}

    @GetMapping("/stodtelefon")
    String now(Model model) {
        Instant now = clock.instant();
        List<Watch> watches = roster.between(now, now.plus(AHEAD));
        model.addAttribute("staffed", hours.isStaffed(now));
        model.addAttribute("changes", labels.moment(hours.nextChange(now)));
        model.addAttribute(
                "onWatch",
                watches.stream()
                        .filter(watch -> !watch.startsAt().isAfter(now))
                        .map(this::said)
                        .toList());
        model.addAttribute(
                "next",
                watches.stream()
                        .filter(watch -> watch.startsAt().isAfter(now))
                        .limit(MOST)
                        .map(this::said)
                        .toList());
        return "support-line/now";
    }

    private OnWatch said(Watch watch) {
        return new OnWatch(
                words.who(watch),
                watch.person() == null
                        ? null
                        : directory.person(watch.person()).map(Person::phone).orElse(null),
                labels.moment(watch.startsAt()),
                labels.moment(watch.endsAt()));
    }
}
