package se.varna.contact;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ContactAttempts extends JpaRepository<ContactAttempt, Long> {

    List<ContactAttempt> findByCaseNumberOrderById(String caseNumber);
}
