package se.varna.responsibility.web;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.varna.common.Labels;
import se.varna.common.Sweden;
import se.varna.directory.Directory;
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
    private final Directory directory;
    private final Labels labels;
    private final Clock clock;

    AnsweringHours(
            StaffedHours department,
            @Value("${varna.local-officers.opens}") LocalTime officersOpen,
            @Value("${varna.local-officers.closes}") LocalTime officersClose,
            Directory directory,
            Labels labels,
            Clock clock) {
        this.department = department;
        this.officersOpen = officersOpen;
        this.officersClose = officersClose;
        this.directory = directory;
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
            case LOCAL_SECURITY_OFFICER -> ofLocalOfficers();
            case PARTY -> null;
        };
    }

    /** The local security officers' hours; asked by {@code case/parts.html}. */
    public Said ofLocalOfficers() {
        return office(officersOpen, officersClose);
    }

    /** Whether the support line is that person's; false for somebody who is not signed in. */
    public boolean lineIsFor(String person) {
        return person != null && directory.isCouncilMember(person);
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
