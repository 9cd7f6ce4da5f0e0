package se.varna.alarm;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface AlarmRepository extends JpaRepository<Alarm, UUID> {

    boolean existsByCaseNumber(String caseNumber);
}
