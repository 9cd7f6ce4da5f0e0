package se.varna.consultation;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** What was said is added and read, never changed. */
interface ConsultationEntries extends Repository<ConsultationEntry, Long> {

    ConsultationEntry save(ConsultationEntry entry);

    List<ConsultationEntry> findByConsultationOrderById(UUID consultation);
}
