package se.varna.access;

import java.time.Instant;
import org.springframework.data.jpa.repository.JpaRepository;

interface ReadEntries extends JpaRepository<ReadEntry, Long> {

    boolean existsByCaseNumberAndPersonAndAtGreaterThanEqual(String caseNumber, String person, Instant since);
}
