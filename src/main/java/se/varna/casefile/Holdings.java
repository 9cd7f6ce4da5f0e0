package se.varna.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Holdings extends JpaRepository<Holding, Long> {

    List<Holding> findByCaseNumberOrderById(String caseNumber);

    Optional<Holding> findByCaseNumberAndUntilIsNull(String caseNumber);
}
