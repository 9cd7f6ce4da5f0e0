package se.varna.police;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PoliceReferralRepository extends JpaRepository<PoliceReferral, UUID> {

    List<PoliceReferral> findByCaseNumberOrderByAdvisedAt(String caseNumber);

    boolean existsByCaseNumber(String caseNumber);
}
