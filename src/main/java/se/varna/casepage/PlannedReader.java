package se.varna.casepage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Concern;
import se.varna.access.Extent;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Phase;
import se.varna.directory.Directory;
import se.varna.planning.PlannedEvent;
import se.varna.planning.PlannedEvents;
import se.varna.planning.RiskAssessment;

/**
 * Reads the planned event of a case. The official sees what they told and what all may know of the plan; those who hold the
 * case see it by its parts: what was told as the description, who takes part as persons, judgements and plans as notes.
 */
@Service
@Transactional(readOnly = true)
class PlannedReader {

    private final PlannedEvents events;
    private final CaseFiles cases;
    private final Directory directory;
    private final Clock clock;

    PlannedReader(PlannedEvents events, CaseFiles cases, Directory directory, Clock clock) {
        this.events = events;
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
    }

    /** Null for a case about something else, and for readers who see a case in outline. */
    PlannedPart read(String number, Sight sight) {
        CaseFile file = cases.get(number);
        boolean own = sight.extent() == Extent.OWN;
        if (file.concern() != Concern.PLANNED_EVENT || !own && sight.extent() != Extent.FULL) {
            return null;
        }
        PlannedEvent event = events.get(number);
        boolean told = own || sight.shows(Part.DESCRIPTION, file.receivedAt());
        boolean shownPlan = event.plannedAt() != null && !own && sight.shows(Part.NOTES, event.plannedAt());
        boolean shownEnd = event.askedAt() != null && !own && sight.shows(Part.NOTES, event.askedAt());
        return new PlannedPart(
                event.kind(),
                told,
                told ? event.title() : null,
                event.startsAt(),
                event.endsAt(),
                told ? event.place() : null,
                event.isPublic(),
                event.isLate(),
                event.isCancelled(),
                own || sight.shows(Part.PERSONS, file.receivedAt()) ? event.participants() : null,
                own
                        ? List.of()
                        : events.assessments(number).stream()
                                .map(risk -> judged(risk, sight))
                                .toList(),
                shownPlan ? event.plan() : null,
                event.plannedAt(),
                directory.nameOf(event.plannedBy()),
                own
                        ? List.of()
                        : events.participants(number).stream()
                                .map(directory::nameOf)
                                .toList(),
                event.askedAt(),
                shownEnd ? event.went() : null,
                shownEnd ? event.happened() : null,
                file.phase() != Phase.CLOSED && isToCome(event));
    }

    private boolean isToCome(PlannedEvent event) {
        Instant now = clock.instant();
        return event.endsAt().isAfter(now);
    }

    private PlannedPart.Judged judged(RiskAssessment risk, Sight sight) {
        boolean open = sight.shows(Part.NOTES, risk.at());
        return new PlannedPart.Judged(
                risk.at(),
                directory.nameOf(risk.person()),
                risk.conflict(),
                open ? risk.signs() : null,
                risk.recommended(),
                open ? risk.recommendedWhy() : null,
                risk.decisionVersion(),
                risk.isDisagreed(),
                risk.level(),
                open ? risk.reason() : null);
    }
}
