package se.varna.measures;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface MeasureRepository extends JpaRepository<Measure, UUID> {

    List<Measure> findByCaseNumberOrderByProposedAt(String caseNumber);
}
