package se.varna.consultation;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ConsultationRepository extends JpaRepository<Consultation, UUID> {

    List<Consultation> findByCaseNumberOrderByProposedAt(String caseNumber);
}
