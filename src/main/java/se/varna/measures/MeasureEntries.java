package se.varna.measures;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface MeasureEntries extends JpaRepository<MeasureEntry, Long> {

    List<MeasureEntry> findByMeasureOrderById(UUID measure);
}
