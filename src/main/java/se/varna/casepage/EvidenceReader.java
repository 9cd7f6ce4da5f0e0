package se.varna.casepage;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.common.Labels;
import se.varna.directory.Directory;
import se.varna.evidence.EvidenceEvent;
import se.varna.evidence.EvidenceItem;
import se.varna.evidence.Evidences;

/** Reads the evidence that one person may see, each file with its chain of custody. */
@Component
class EvidenceReader {

    private final Evidences evidences;
    private final Directory directory;
    private final Labels labels;

    EvidenceReader(Evidences evidences, Directory directory, Labels labels) {
        this.evidences = evidences;
        this.directory = directory;
        this.labels = labels;
    }

    List<CaseEvidence> read(String caseNumber, String person, Sight sight) {
        List<EvidenceItem> items = evidences.visible(caseNumber, person, sight);
        Map<UUID, List<EvidenceEvent>> chain =
                evidences.chain(caseNumber, items).stream().collect(Collectors.groupingBy(EvidenceEvent::evidence));
        return items.stream()
                .map(item -> new CaseEvidence(
                        item.id(),
                        item.name(),
                        item.mediaType(),
                        item.size(),
                        item.sha256(),
                        item.state(),
                        chain.getOrDefault(item.id(), List.of()).stream()
                                .map(event -> link(event, person, sight))
                                .toList()))
                .toList();
    }

    /** Who handed the file in may be another person of the case, who is kept back from some of those who see the file. */
    private CaseEvidence.Link link(EvidenceEvent event, String reader, Sight sight) {
        boolean keptBack = event.kind() == EvidenceEvent.Kind.RECEIVED
                && !event.person().equals(reader)
                && !sight.shows(Part.PERSONS, event.at());
        return new CaseEvidence.Link(
                event.at(),
                event.person() == null || keptBack ? null : directory.nameOf(event.person()),
                labels.text("evidence." + event.kind(), event.detail()));
    }
}
