package se.varna.casepage;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.varna.access.Extent;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventParts;
import se.varna.casefile.Holding;
import se.varna.casefile.Report;
import se.varna.casefile.TimelineEvent;
import se.varna.common.Labels;
import se.varna.directory.Directory;
import se.varna.directory.Person;
import se.varna.directory.Unit;
import se.varna.police.PoliceEntry;
import se.varna.police.PoliceTexts;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.NamedFunction;

/**
 * Reads what a case holds in the parts that can be handed over or kept back, and shows each thing only as the reader's
 * {@link Sight} opens its part for the time when it came about. The report counts as of when it came in.
 */
@Component
class PartsReader {

    /** What is told in the report, and not written any more after that. */
    private static final Set<Part> OF_THE_REPORT = EnumSet.of(Part.CONTACT, Part.PERSONS);

    private final CaseFiles cases;
    private final EvidenceReader evidence;
    private final PoliceTexts policeTexts;
    private final MessageSection messages;
    private final Directory directory;
    private final FunctionNames functions;
    private final TimelineTexts timelineTexts;
    private final Labels labels;

    PartsReader(
            CaseFiles cases,
            EvidenceReader evidence,
            PoliceTexts policeTexts,
            MessageSection messages,
            Directory directory,
            FunctionNames functions,
            TimelineTexts timelineTexts,
            Labels labels) {
        this.cases = cases;
        this.evidence = evidence;
        this.policeTexts = policeTexts;
        this.messages = messages;
        this.directory = directory;
        this.functions = functions;
        this.timelineTexts = timelineTexts;
        this.labels = labels;
    }

    CaseParts read(CaseFile file, String person, Sight sight) {
        Report.Answers answers = cases.answers(file.number());
        boolean ownReport = file.reporter().equals(file.exposed().orElse(null));
        return new CaseParts(
                sight.shows(Part.CONTACT, file.receivedAt()) ? phone(file) : null,
                ownReport || sight.shows(Part.PERSONS, file.receivedAt()) ? directory.nameOf(file.reporter()) : null,
                report(answers, file.receivedAt(), sight),
                cases.information(file.number()).stream()
                        .filter(told -> sight.shows(Part.DESCRIPTION, told.at()))
                        .map(told -> new CaseParts.Information(
                                told.at(), directory.nameOf(told.author()), told.text(), told.indicators()))
                        .toList(),
                evidence.read(file.number(), person, sight),
                messages.read(file.number(), sight),
                policeTexts.visible(file.number(), sight).stream()
                        .map(this::police)
                        .toList(),
                cases.notes(file.number()).stream()
                        .filter(note -> sight.shows(Part.NOTES, note.at()))
                        .map(note -> new CaseParts.Note(note.at(), directory.nameOf(note.author()), note.text()))
                        .toList(),
                cases.timeline(file.number()).stream()
                        .filter(event -> isTold(event, sight))
                        .map(event -> event(event, sight))
                        .toList(),
                withheld(file, sight));
    }

    private String phone(CaseFile file) {
        return file.exposed().flatMap(directory::person).map(Person::phone).orElse(null);
    }

    private CaseParts.Answers report(Report.Answers answers, Instant at, Sight sight) {
        boolean contact = sight.shows(Part.CONTACT, at);
        boolean description = sight.shows(Part.DESCRIPTION, at);
        return new CaseParts.Answers(
                description ? answers.description() : null,
                description ? answers.occurredAt() : null,
                description ? answers.place() : null,
                description ? answers.matter() : null,
                directory.unit(answers.unit()).map(Unit::name).orElse(null),
                description ? answers.politicalQuestion() : null,
                description ? answers.kinds() : null,
                description ? answers.indicators() : null,
                contact ? answers.reachAt() : null,
                contact ? answers.voicemailAllowed() : null,
                description ? answers.happenedBefore() : null,
                sight.shows(Part.PERSONS, at) ? answers.perpetrator() : null,
                description ? answers.impact() : null,
                sight.shows(Part.EVIDENCE, at) ? answers.evidenceSaved() : null,
                sight.shows(Part.POLICE, at) ? answers.policeReported() : null,
                description ? answers.upcomingMeetings() : null,
                Stream.of(Part.values())
                        .filter(part -> part != Part.NOTES && !sight.shows(part, at))
                        .toList());
    }

    private CaseParts.PoliceStep police(PoliceEntry entry) {
        return new CaseParts.PoliceStep(
                entry.at(),
                directory.nameOf(entry.person()),
                policeTexts.sentence(entry),
                entry.note(),
                entry.nextCheckAt());
    }

    /** Those who hold the case are told everything that happened but for kept back parts; others what is open to them. */
    private static boolean isTold(TimelineEvent event, Sight sight) {
        return sight.extent() == Extent.FULL
                ? shows(EventParts.ofEvent(event.kind()), event, sight)
                : EventParts.ofText(event.kind())
                        .filter(part -> part == Part.POLICE || event.text() != null)
                        .filter(part -> sight.shows(part, event.at()))
                        .isPresent();
    }

    private CaseParts.Event event(TimelineEvent event, Sight sight) {
        return new CaseParts.Event(
                event.at(),
                event.kind().name(),
                timelineTexts.sentence(event),
                shows(EventParts.ofActor(event.kind()), event, sight) ? directory.nameOf(event.actor()) : null,
                shows(EventParts.ofText(event.kind()), event, sight) ? event.text() : null);
    }

    private static boolean shows(Optional<Part> part, TimelineEvent event, Sight sight) {
        return part.map(of -> sight.shows(of, event.at())).orElse(true);
    }

    // --- what is kept back

    private List<CaseParts.Withheld> withheld(CaseFile file, Sight sight) {
        List<Holding> holdings = cases.holdings(file.number());
        return Stream.of(Part.values())
                .map(part -> withheld(part, holdings, sight))
                .filter(each -> !each.by().isEmpty())
                .toList();
    }

    private CaseParts.Withheld withheld(Part part, List<Holding> holdings, Sight sight) {
        List<NamedFunction> by = holdings.stream()
                .limit(OF_THE_REPORT.contains(part) ? 1 : holdings.size())
                .filter(holding -> !sight.shows(part, holding.since()))
                .map(Holding::holder)
                .distinct()
                .map(functions::named)
                .toList();
        return new CaseParts.Withheld(
                part,
                by,
                by.stream()
                        .map(NamedFunction::name)
                        .reduce((first, second) -> labels.text("withheld.and", first, second))
                        .map(who -> labels.text("withheld", who))
                        .orElse(null));
    }
}
