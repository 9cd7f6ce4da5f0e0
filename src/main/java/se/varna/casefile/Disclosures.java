package se.varna.casefile;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface Disclosures extends JpaRepository<Disclosure, Long> {

    List<Disclosure> findByCaseNumberOrderById(String caseNumber);

    List<Disclosure> findByCaseNumberAndFromAndCoversUntilIsNull(String caseNumber, String from);
}
