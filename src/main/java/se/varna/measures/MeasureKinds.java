package se.varna.measures;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface MeasureKinds extends JpaRepository<MeasureKind, String> {

    List<MeasureKind> findAllByOrderByName();
}
