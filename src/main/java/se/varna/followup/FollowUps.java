package se.varna.followup;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface FollowUps extends JpaRepository<FollowUp, Long> {

    List<FollowUp> findByCaseNumberOrderById(String caseNumber);

    Optional<FollowUp> findFirstByCaseNumberOrderByIdDesc(String caseNumber);
}
