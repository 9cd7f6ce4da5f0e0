package se.varna.casefile;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import se.varna.directory.Owner;

interface CaseFileRepository extends JpaRepository<CaseFile, String> {

    List<CaseFile> findByPhaseOrderByNumber(Phase phase);

    List<CaseFile> findByResponsibleAndPhaseNotOrderByNumber(Owner.Function responsible, Phase phase);

    long countByOwnerAndOwnerCodeAndPhaseNot(Owner.Function owner, String ownerCode, Phase phase);
}
