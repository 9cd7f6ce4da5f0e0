package se.varna.followup;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface FollowUps extends JpaRepository<FollowUp, Long> {

    Optional<FollowUp> findFirstByCaseNumberOrderByIdDesc(String caseNumber);
}
