package se.varna.casefile;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface TimelineEvents extends JpaRepository<TimelineEvent, Long> {
    List<TimelineEvent> findByCaseNumberOrderByAtAscIdAsc(String caseNumber);

    List<TimelineEvent> findByKindAndCaseNumberInOrderByAtAscIdAsc(EventKind kind, Collection<String> caseNumbers);
}
