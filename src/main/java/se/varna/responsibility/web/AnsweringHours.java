package se.varna.responsibility.web;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.varna.common.Labels;
import se.varna.common.Sweden;
import se.varna.directory.Owner;
import se.varna.duty.StaffedHours;

/**
 * When a function answers the telephone. The support line always does, for the council and the executive board alone
 * (R33–R35); Säkerhet och Beredskap and the local security officers do in office hours, by configuration; when the
 * parties do is not known.
 */
@Component
class AnsweringHours {

    private final StaffedHours department;
    private final LocalTime officersOpen;
    private final LocalTime officersClose;
    private final Labels labels;
    private final Clock clock;

    AnsweringHours(
            StaffedHours department,
            @Value("${varna.local-officers.opens}") LocalTime officersOpen,
            @Value("${varna.local-officers.closes}") LocalTime officersClose,
            Labels labels,
            Clock clock) {
        this.department = department;
        this.officersOpen = officersOpen;
        this.officersClose = officersClose;
        this.labels = labels;
        this.clock = clock;
    }

    /**
     * In words.
     *
     * @param when the hours
     * @param now whether somebody answers now, or who does
     */
    record Said(String when, String now) {}

    /**
     * @param councilMember whether the support line is theirs
     * @return null when nothing is known of it
     */
    Said of(Owner owner, boolean councilMember) {
        return switch (owner.function()) {
            case SECURITY_AND_PREPAREDNESS -> councilMember ? line() : office(department.opens(), department.closes());
            case LOCAL_SECURITY_OFFICER -> office(officersOpen, officersClose);
            case PARTY -> null;
        };
    }

    private Said line() {
        String now = department.isStaffedNow() ? "line.now.city" : "line.now.company";
        return new Said(
                labels.text("whom.hours.line"),
                labels.text(now, labels.moment(department.nextChange(clock.instant()))));
    }

    private Said office(LocalTime opens, LocalTime closes) {
        ZonedDateTime now = clock.instant().atZone(Sweden.TIME);
        boolean open = department.isWeekday(now.toLocalDate())
                && !now.toLocalTime().isBefore(opens)
                && now.toLocalTime().isBefore(closes);
        DateTimeFormatter hour = DateTimeFormatter.ofPattern(labels.text("format.hour"));
        return new Said(
                labels.text("whom.hours.office", hour.format(opens), hour.format(closes)),
                labels.text(open ? "whom.hours.open" : "whom.hours.shut"));
    }
}
