package se.varna.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.varna.access.Action;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.common.Labels;
import se.varna.directory.Directory;
import se.varna.evidence.EvidenceEvent;
import se.varna.evidence.EvidenceItem;
import se.varna.evidence.EvidenceSettings;
import se.varna.evidence.Evidences;

/** The section about evidence on the pages of a case, as the one who reads the page may see it. */
@Component("evidenceSection")
class EvidenceSection {

    private final Evidences evidences;
    private final EvidenceSettings settings;
    private final Directory directory;
    private final Labels labels;
    private final HttpServletRequest request;

    EvidenceSection(
            Evidences evidences,
            EvidenceSettings settings,
            Directory directory,
            Labels labels,
            HttpServletRequest request) {
        this.evidences = evidences;
        this.settings = settings;
        this.directory = directory;
        this.labels = labels;
        this.request = request;
    }

    /**
     * @param shown whether there is anything to show or to do
     * @param mayAdd whether the reader may hand in files
     * @param mayRead whether they may take files along
     * @param largest the largest file, in MB
     */
    record Section(boolean shown, boolean mayAdd, boolean mayRead, long largest, List<File> files) {}

    /** @param size in words */
    record File(
            UUID id,
            String name,
            String kind,
            String size,
            String sha256,
            EvidenceItem.State state,
            List<Link> chain) {}

    /** A link in the chain of custody, as a sentence; {@code by} is null when the application did it, or that is kept back. */
    record Link(Instant at, String by, String sentence) {}

    public Section of(String caseNumber, Sight sight) {
        String person = request.getRemoteUser();
        List<EvidenceItem> items = evidences.visible(caseNumber, person, sight);
        Map<UUID, List<EvidenceEvent>> chain =
                evidences.chain(caseNumber, items).stream().collect(Collectors.groupingBy(EvidenceEvent::evidence));
        boolean mayAdd = sight.may(Action.ADD_EVIDENCE);
        return new Section(
                mayAdd || !items.isEmpty(),
                mayAdd,
                sight.may(Action.READ_EVIDENCE),
                settings.file().toMegabytes(),
                items.stream()
                        .map(item -> new File(
                                item.id(),
                                item.name(),
                                kind(item),
                                size(item.size()),
                                item.sha256(),
                                item.state(),
                                chain.getOrDefault(item.id(), List.of()).stream()
                                        .map(event -> link(event, person, sight))
                                        .toList()))
                        .toList());
    }

    /** Who handed the file in may be another person of the case, who is kept back from some of those who see the file. */
    private Link link(EvidenceEvent event, String reader, Sight sight) {
        boolean keptBack = event.kind() == EvidenceEvent.Kind.RECEIVED
                && !event.person().equals(reader)
                && !sight.shows(Part.PERSONS, event.at());
        return new Link(
                event.at(),
                event.person() == null || keptBack ? null : directory.nameOf(event.person()),
                labels.text("evidence." + event.kind(), event.detail()));
    }

    private String kind(EvidenceItem item) {
        String type = item.mediaType();
        String kind =
                switch (type) {
                    case "application/pdf" -> "pdf";
                    case "application/vnd.ms-outlook" -> "message";
                    case "application/mp4", "application/quicktime" -> "video";
                    default -> type.startsWith("application/") ? "other" : type.substring(0, type.indexOf('/'));
                };
        return labels.text("evidence.kind." + kind);
    }

    /** In MB from the first whole one, otherwise in kB, and never nothing. */
    private String size(long bytes) {
        return bytes >= 1_000_000
                ? labels.text("evidence.size.MB", bytes / 1_000_000.0)
                : labels.text("evidence.size.kB", Math.max(1, bytes / 1000));
    }
}
