package se.varna.access;

import java.time.Instant;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.JpaRepository;

interface ReadEntries extends JpaRepository<ReadEntry, Long> {

    boolean existsByCaseNumberAndPersonAndAtGreaterThanEqual(String caseNumber, String person, Instant since);

    Slice<ReadEntry> findByCaseNumberAndPersonNotOrderByIdDesc(String caseNumber, String person, Pageable page);
}
