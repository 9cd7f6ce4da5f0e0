package se.varna.police;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface PoliceWishesRepository extends JpaRepository<PoliceWishes, Long> {

    List<PoliceWishes> findByCaseNumberOrderByIdDesc(String caseNumber);
}
