package se.varna.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CaseShares extends JpaRepository<CaseShare, Long> {
    List<CaseShare> findByCaseNumber(String caseNumber);

    Optional<CaseShare> findByCaseNumberAndGroupAndGround(String caseNumber, String group, ShareGround ground);
}
