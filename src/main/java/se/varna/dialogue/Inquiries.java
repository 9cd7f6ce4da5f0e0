package se.varna.dialogue;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface Inquiries extends JpaRepository<Inquiry, UUID> {

    Optional<Inquiry> findByCaseNumberAndEndedAtIsNull(String caseNumber);

    /** What waits in the case; whoever else asks or answers waits until this is done. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT i FROM Inquiry i WHERE i.caseNumber = :caseNumber AND i.endedAt IS NULL")
    Optional<Inquiry> lockOpen(@Param("caseNumber") String caseNumber);

    /**
     * Opens an inquiry, or locks the one that is open already. One that is just being answered is waited for: what was
     * written then is in time for that answer, or is an inquiry of its own, and never falls between.
     */
    @Modifying
    @Query(
            nativeQuery = true,
            value =
                    """
                    INSERT INTO varna.inquiry (id, case_number, asked_at) VALUES (:id, :caseNumber, :at)
                        ON CONFLICT (case_number) WHERE ended_at IS NULL DO UPDATE SET asked_at = inquiry.asked_at""")
    void openOrLock(@Param("id") UUID id, @Param("caseNumber") String caseNumber, @Param("at") Instant at);
}
