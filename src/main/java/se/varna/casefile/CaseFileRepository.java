package se.varna.casefile;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import se.varna.directory.Owner;

interface CaseFileRepository extends JpaRepository<CaseFile, String> {

    @Lock(LockModeType.OPTIMISTIC_FORCE_INCREMENT)
    Optional<CaseFile> findByNumber(String number);

    List<CaseFile> findByPhaseOrderByNumber(Phase phase);

    List<CaseFile> findByResponsibleAndPhaseNotOrderByNumber(Owner.Function responsible, Phase phase);

    long countByOwnerAndOwnerCodeAndPhaseNot(Owner.Function owner, String ownerCode, Phase phase);
}
