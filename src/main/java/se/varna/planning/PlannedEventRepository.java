package se.varna.planning;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface PlannedEventRepository extends JpaRepository<PlannedEvent, String> {

    List<PlannedEvent> findByStartsAtGreaterThanEqualAndStartsAtLessThanOrderByStartsAtAscCaseNumberAsc(
            Instant from, Instant before);
}
