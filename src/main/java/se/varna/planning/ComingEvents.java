package se.varna.planning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.SliceImpl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Extent;
import se.varna.access.NeedToKnow;
import se.varna.access.ReadLog;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Level;
import se.varna.casefile.Phase;

/** What comes when. What it is about stands in the case alone; each line is logged as a reading. */
@Service
@Transactional
public class ComingEvents {

    private final PlannedEventRepository events;
    private final NeedToKnow needToKnow;
    private final CaseFiles cases;
    private final ReadLog readLog;

    ComingEvents(PlannedEventRepository events, NeedToKnow needToKnow, CaseFiles cases, ReadLog readLog) {
        this.events = events;
        this.needToKnow = needToKnow;
        this.cases = cases;
        this.readLog = readLog;
    }

    /** @param levelAssessed whether somebody has judged the level */
    public record Line(
            String number,
            Instant startsAt,
            Instant endsAt,
            PlannedEvent.Kind kind,
            String unit,
            Level level,
            boolean levelAssessed,
            Phase phase,
            boolean late,
            boolean cancelled) {}

    /**
     * Those that the person's functions hold, the first one first.
     *
     * @param unit code of the unit whose they are, or null for every unit
     */
    public List<Line> between(String person, Instant from, Instant before, String unit) {
        List<PlannedEvent> all =
                events.findByStartsAtGreaterThanEqualAndStartsAtLessThanOrderByStartsAtAscCaseNumberAsc(from, before);
        Set<String> held = needToKnow.heldAmong(
                person, all.stream().map(PlannedEvent::caseNumber).toList());
        List<PlannedEvent> seen = all.stream()
                .filter(event -> held.contains(event.caseNumber()))
                .filter(event -> unit == null || unit.equals(event.unit()))
                .toList();
        List<String> numbers = seen.stream().map(PlannedEvent::caseNumber).toList();
        readLog.listed(numbers, person, Extent.FULL);
        Map<String, CaseFile> files =
                cases.all(new SliceImpl<>(numbers, PageRequest.of(0, Math.max(1, numbers.size())), false)).stream()
                        .collect(Collectors.toMap(CaseFile::number, Function.identity()));
        return seen.stream()
                .map(event -> line(event, files.get(event.caseNumber())))
                .toList();
    }

    private static Line line(PlannedEvent event, CaseFile file) {
        return new Line(
                file.number(),
                event.startsAt(),
                event.endsAt(),
                event.kind(),
                event.unit(),
                file.level(),
                file.levelAssessed(),
                file.phase(),
                event.isLate(),
                event.isCancelled());
    }
}
