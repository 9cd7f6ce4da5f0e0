package se.varna.casefile;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface Notes extends JpaRepository<Note, Long> {
    List<Note> findByCaseNumberOrderById(String caseNumber);
}
