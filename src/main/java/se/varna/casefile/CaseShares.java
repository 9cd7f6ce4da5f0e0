package se.varna.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import se.varna.access.Relation;

interface CaseShares extends JpaRepository<CaseShare, Long> {
    List<CaseShare> findByCaseNumber(String caseNumber);

    List<CaseShare> findByCaseNumberAndGroup(String caseNumber, String group);

    Optional<CaseShare> findByCaseNumberAndGroupAndGround(String caseNumber, String group, Relation ground);
}
