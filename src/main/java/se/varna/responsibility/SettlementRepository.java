package se.varna.responsibility;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface SettlementRepository extends JpaRepository<Settlement, Long> {

    List<Settlement> findByCaseNumberOrderById(String caseNumber);

    Optional<Settlement> findByCaseNumberAndStateNot(String caseNumber, Settlement.State state);
}
