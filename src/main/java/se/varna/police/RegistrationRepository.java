package se.varna.police;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface RegistrationRepository extends JpaRepository<Registration, Long> {

    List<Registration> findByCaseNumberOrderById(String caseNumber);
}
