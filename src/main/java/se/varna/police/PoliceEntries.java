package se.varna.police;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PoliceEntries extends JpaRepository<PoliceEntry, Long> {

    List<PoliceEntry> findByReferralInOrderById(Collection<UUID> referrals);
}
