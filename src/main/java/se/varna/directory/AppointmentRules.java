package se.varna.directory;

import java.time.LocalDate;
import java.util.Collection;
import se.varna.common.Problems;
import se.varna.directory.Appointment.Office;

/** What an appointment keeps to, whether it comes from a page or from a file. */
public final class AppointmentRules {

    /** Other years are slips of the pen. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2099;

    private AppointmentRules() {}

    /** What the rules need to know of the directory. */
    public interface Known {

        /** The unit's kind, or null when there is no such unit. */
        Unit.Kind kindOf(String unit);

        boolean isParty(String code);
    }

    /** @param held what the person holds, has held and will hold */
    public static void check(Tenure wanted, Collection<Tenure> held, Known known, Problems problems) {
        Office office = wanted.office();
        if (office == null) {
            problems.add("office", "required");
        } else if (!office.isKeptHere()) {
            problems.add("office", "directory.notKeptHere");
        } else {
            checkPlace(office, wanted.organisation(), known, problems);
        }
        problems.addIf(wanted.from() == null, "from", "required");
        problems.addIf(!plausible(wanted.from()), "from", "directory.implausibleDay");
        checkEnd(wanted.from(), wanted.to(), problems);
        problems.addIf(wanted.from() != null && held.stream().anyMatch(wanted::overlaps), "from", "directory.overlaps");
    }

    private static void checkPlace(Office office, String organisation, Known known, Problems problems) {
        if (office.isInUnit()) {
            Unit.Kind kind = organisation == null ? null : known.kindOf(organisation);
            problems.addIf(kind == null, "organisation", "directory.unknownUnit")
                    .addIf(kind == Unit.Kind.OFFICE && office.isMandate(), "organisation", "directory.noMandates")
                    .addIf(
                            kind != null && !kind.hasLocalOfficer() && office.isOfSecurityOfficer(),
                            "organisation",
                            "directory.noLocalOfficer");
        } else if (office.isInParty()) {
            problems.addIf(
                    organisation == null || !known.isParty(organisation), "organisation", "directory.unknownParty");
        } else {
            problems.addIf(organisation != null, "organisation", "directory.wholeCity");
        }
    }

    /** A last day that comes before the first one ends nothing. */
    public static void checkEnd(LocalDate from, LocalDate to, Problems problems) {
        problems.addIf(!plausible(to), "to", "directory.implausibleDay")
                .addIf(from != null && to != null && to.isBefore(from), "to", "directory.endBeforeStart");
    }

    private static boolean plausible(LocalDate day) {
        return day == null || day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }
}
