package se.varna.responsibility;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ResponsibilityDecisions extends JpaRepository<ResponsibilityDecision, Long> {

    List<ResponsibilityDecision> findByCaseNumberOrderById(String caseNumber);
}
