package se.varna.directory;

import jakarta.persistence.QueryHint;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.query.Param;

interface Appointments extends JpaRepository<Appointment, Long> {
    List<Appointment> findByPerson(String person);

    /**
     * As {@link #findByPerson}, for an import of thousands of lines: without looking first through everything that the
     * transaction has changed. New appointments are written at once, and changed ones come as they are in memory.
     */
    @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
    List<Appointment> findByPersonOrderById(String person);

    List<Appointment> findByPersonIn(Collection<String> persons);

    List<Appointment> findByOfficeIn(Collection<Appointment.Office> offices);

    List<Appointment> findByOfficeInAndOrganisation(Collection<Appointment.Office> offices, String organisation);

    /** Who sits in a unit on the day or will later, by name. */
    @Query(
            """
            SELECT a FROM Appointment a, Person p WHERE p.id = a.person AND a.organisation = :unit
               AND a.office IN (MEMBER, SUBSTITUTE) AND (a.validTo IS NULL OR a.validTo >= :day)
             ORDER BY p.displayName, a.person, a.validFrom""")
    Slice<Appointment> members(@Param("unit") String unit, @Param("day") LocalDate day, Pageable page);
}
