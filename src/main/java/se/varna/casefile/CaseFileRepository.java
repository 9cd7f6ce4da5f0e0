package se.varna.casefile;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;
import se.varna.directory.Owner;

interface CaseFileRepository extends JpaRepository<CaseFile, String> {

    List<CaseFile> findByPhaseOrderByNumber(Phase phase);

    List<CaseFile> findByResponsibleAndPhaseNotOrderByNumber(Owner.Function responsible, Phase phase);

    long countByOwnerAndOwnerCodeAndPhaseNot(Owner.Function owner, String ownerCode, Phase phase);

    /** The case, which nobody else can change meanwhile. */
    @Lock(LockModeType.OPTIMISTIC_FORCE_INCREMENT)
    Optional<CaseFile> findByNumber(String number);

    /** Cases in which one of these may not act, or somebody has said that they may not. */
    @Query(
            nativeQuery = true,
            value =
                    """
                    SELECT * FROM varna.case_file
                     WHERE without_actors OR exposed IN (:officers) OR number IN (SELECT case_number FROM varna.recusal)
                     ORDER BY number""")
    List<CaseFile> findBarring(@Param("officers") Collection<String> officers);
}
