package se.varna.casefile;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface InformationItems extends JpaRepository<Information, Long> {
    List<Information> findByCaseNumberOrderById(String caseNumber);
}
