package se.varna.supportline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface Watches extends JpaRepository<Watch, UUID> {

    List<Watch> findByEndsAtGreaterThanAndStartsAtLessThanOrderByStartsAtAscIdAsc(
            Instant from, Instant until, Limit limit);

    boolean existsByPersonIsNull();

    boolean existsByPersonIsNotNull();
}
