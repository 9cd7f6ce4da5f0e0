package se.varna.directory;

import java.time.LocalDate;
import java.util.Objects;
import se.varna.directory.Appointment.Office;

/**
 * An office somewhere from one day to another.
 *
 * @param organisation code of the unit or party; null for the city-wide functions
 * @param to the last day, or null for until further notice
 */
public record Tenure(Office office, String organisation, LocalDate from, LocalDate to) {

    /** Whether it is the same office in the same place, on some day at the same time. */
    public boolean overlaps(Tenure other) {
        return office == other.office
                && Objects.equals(organisation, other.organisation)
                && (other.to == null || !from.isAfter(other.to))
                && (to == null || !other.from.isAfter(to));
    }

    /** Whether it is the same office in the same place, from the same day. */
    public boolean beginsAs(Tenure other) {
        return office == other.office
                && Objects.equals(organisation, other.organisation)
                && Objects.equals(from, other.from);
    }

    public Tenure until(LocalDate day) {
        return new Tenure(office, organisation, from, day);
    }
}
