package se.varna.casefile;

import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.JpaRepository;

interface CaseFileRepository extends JpaRepository<CaseFile, String> {

    List<CaseFile> findByPhaseOrderByNumber(Phase phase);

    Slice<CaseFile> findByExposedOrderByReceivedAtDescNumberDesc(String exposed, Pageable page);
}
