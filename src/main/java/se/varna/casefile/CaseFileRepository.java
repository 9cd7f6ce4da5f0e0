package se.varna.casefile;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface CaseFileRepository extends JpaRepository<CaseFile, String> {

    List<CaseFile> findByPhaseOrderByNumber(Phase phase);
}
