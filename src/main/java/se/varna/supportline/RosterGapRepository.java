package se.varna.supportline;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface RosterGapRepository extends JpaRepository<RosterGap, UUID> {}
