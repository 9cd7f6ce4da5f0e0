package se.varna.assessment;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface LevelDecisions extends JpaRepository<LevelDecision, Long> {

    List<LevelDecision> findByCaseNumberOrderById(String caseNumber);

    /** Those that a person made, the latest first. */
    List<LevelDecision> findByCaseNumberAndDecidedByIsNotNullOrderByIdDesc(String caseNumber);
}
