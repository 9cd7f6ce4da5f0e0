package se.varna.casepage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import se.varna.access.Action;
import se.varna.access.Sight;
import se.varna.common.Labels;
import se.varna.evidence.EvidenceSettings;

/** The section about evidence on the pages of a case and on the receipt, as the one who reads the page may see it. */
@Component("evidenceSection")
class EvidenceSection {

    private final EvidenceReader reader;
    private final EvidenceSettings settings;
    private final Labels labels;
    private final HttpServletRequest request;

    EvidenceSection(EvidenceReader reader, EvidenceSettings settings, Labels labels, HttpServletRequest request) {
        this.reader = reader;
        this.settings = settings;
        this.labels = labels;
        this.request = request;
    }

    /**
     * @param shown whether there is anything to show or to do
     * @param mayAdd whether the reader may hand in files
     * @param mayRead whether they may take files along
     * @param largest the largest file, in MB
     */
    record Section(boolean shown, boolean mayAdd, boolean mayRead, long largest, List<CaseEvidence> files) {}

    /** The files for a page that shows nothing else of the case. */
    public List<CaseEvidence> files(String caseNumber, Sight sight) {
        return reader.read(caseNumber, request.getRemoteUser(), sight);
    }

    public Section of(List<CaseEvidence> files, Sight sight) {
        boolean mayAdd = sight.may(Action.ADD_EVIDENCE);
        return new Section(
                mayAdd || !files.isEmpty(),
                mayAdd,
                sight.may(Action.READ_EVIDENCE),
                settings.file().toMegabytes(),
                files);
    }

    /** What it is, in words. */
    public String kind(CaseEvidence file) {
        String type = file.mediaType();
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
    public String size(CaseEvidence file) {
        long bytes = file.size();
        return bytes >= 1_000_000
                ? labels.text("evidence.size.MB", bytes / 1_000_000.0)
                : labels.text("evidence.size.kB", Math.max(1, bytes / 1000));
    }
}
