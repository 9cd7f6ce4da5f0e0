package se.varna.assessment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface LevelDecisions extends JpaRepository<LevelDecision, Long> {

    List<LevelDecision> findByCaseNumberOrderById(String caseNumber);

    Optional<LevelDecision> findFirstByCaseNumberOrderByIdDesc(String caseNumber);
}
