package se.varna.consultation;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import se.varna.directory.Owner;

interface InformationCopyRepository extends JpaRepository<InformationCopy, UUID> {

    List<InformationCopy> findByCaseNumberOrderByAt(String caseNumber);

    List<InformationCopy> findByToldFunctionAndAcknowledgedAtIsNullAndEndedAtIsNull(Owner.Function function);
}
