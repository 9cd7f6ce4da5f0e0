package se.varna.dialogue;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface MessageRepository extends JpaRepository<Message, Long> {

    List<Message> findByCaseNumberOrderById(String caseNumber);
}
