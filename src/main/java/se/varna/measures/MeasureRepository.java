package se.varna.measures;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface MeasureRepository extends JpaRepository<Measure, UUID> {

    List<Measure> findByCaseNumberOrderByProposedAt(String caseNumber);

    List<Measure> findByCaseNumberIn(Collection<String> caseNumbers);
}
