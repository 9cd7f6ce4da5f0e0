package se.varna.directory;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface Units extends JpaRepository<Unit, String> {
    List<Unit> findAllByOrderByName();
}
