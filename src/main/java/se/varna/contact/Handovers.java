package se.varna.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Handovers extends JpaRepository<Handover, UUID> {

    boolean existsByCaseNumber(String caseNumber);

    boolean existsByCaseNumberAndEndedAtIsNull(String caseNumber);

    boolean existsByCaseNumberAndEndedAtIsNullAndStaffedAtGreaterThan(String caseNumber, Instant moment);

    List<Handover> findByEndedAtIsNullAndStaffedAtGreaterThanOrderByStaffedAt(Instant moment);
}
