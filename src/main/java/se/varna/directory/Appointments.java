package se.varna.directory;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface Appointments extends JpaRepository<Appointment, Long> {
    List<Appointment> findByPerson(String person);

    List<Appointment> findByOfficeIn(Collection<Appointment.Office> offices);

    List<Appointment> findByOfficeInAndOrganisation(Collection<Appointment.Office> offices, String organisation);
}
