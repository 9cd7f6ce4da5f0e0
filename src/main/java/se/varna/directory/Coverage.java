package se.varna.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Whether a post that several people can fill is filled day by day. */
public final class Coverage {

    private Coverage() {}

    /** The first day, from that one on, on which none of the appointments holds; empty when there will be none. */
    public static Optional<LocalDate> firstDayWithout(Collection<Appointment> appointments, LocalDate from) {
        LocalDate day = from;
        while (true) {
            LocalDate current = day;
            Optional<Appointment> longest = appointments.stream()
                    .filter(appointment -> appointment.isValidOn(current))
                    .max(Comparator.comparing(Appointment::validTo, Comparator.nullsLast(Comparator.naturalOrder())));
            if (longest.isEmpty()) {
                return Optional.of(day);
            }
            if (longest.get().validTo() == null) {
                return Optional.empty();
            }
            day = longest.get().validTo().plusDays(1);
        }
    }
}
