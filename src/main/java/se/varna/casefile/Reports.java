package se.varna.casefile;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Reports extends JpaRepository<Report, String> {

    /** A case and the code of the unit whose question it was. */
    interface UnitOfCase {
        String getCaseNumber();

        String getUnit();
    }

    @Query(
            "SELECT r.caseNumber AS caseNumber, r.unit AS unit FROM Report r WHERE r.caseNumber IN :numbers AND r.unit IS NOT NULL")
    List<UnitOfCase> units(Collection<String> numbers);
}
