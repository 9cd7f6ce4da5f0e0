package se.varna.access;

import java.time.Instant;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface ReadEntries extends JpaRepository<ReadEntry, Long> {

    boolean existsByCaseNumberAndPersonAndAtGreaterThanEqual(String caseNumber, String person, Instant since);

    @Query(
            nativeQuery = true,
            value =
                    """
                    SELECT person AS "person", part AS "part", extent AS "extent", max(at) AS "last", count(*) AS "times"
                      FROM varna.read_log WHERE case_number = :number AND person <> :asking
                       AND (:all OR NOT for_repetition)
                     GROUP BY person, part, extent, CAST(at AT TIME ZONE 'Europe/Stockholm' AS date)
                     ORDER BY max(at) DESC, person, part""")
    Slice<Reading> readings(
            @Param("number") String number, @Param("asking") String asking, @Param("all") boolean all, Pageable page);
}
