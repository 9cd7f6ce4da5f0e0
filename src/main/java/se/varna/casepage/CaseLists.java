package se.varna.casepage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.CaseFilter;
import se.varna.access.Concern;
import se.varna.access.Extent;
import se.varna.access.NeedToKnow;
import se.varna.access.ReadLog;
import se.varna.access.Relation;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Level;
import se.varna.casefile.Phase;
import se.varna.dialogue.Dialogues;
import se.varna.directory.Directory;
import se.varna.directory.Unit;
import se.varna.responsibility.FunctionNames;

/**
 * Lists of cases: for those who hold them or have been told of them who, which unit, which level and whose, each line logged;
 * for the exposed person how their own go.
 */
@Service
@Transactional
class CaseLists {

    private final NeedToKnow needToKnow;
    private final CaseFiles cases;
    private final ReadLog readLog;
    private final Directory directory;
    private final FunctionNames names;
    private final ProgressReader progress;
    private final Dialogues dialogues;
    private final Clock clock;

    CaseLists(
            NeedToKnow needToKnow,
            CaseFiles cases,
            ReadLog readLog,
            Directory directory,
            FunctionNames names,
            ProgressReader progress,
            Dialogues dialogues,
            Clock clock) {
        this.needToKnow = needToKnow;
        this.cases = cases;
        this.readLog = readLog;
        this.directory = directory;
        this.names = names;
        this.progress = progress;
        this.dialogues = dialogues;
        this.clock = clock;
    }

    /**
     * @param concern what it is about
     * @param phase null where the reader's function does not hold the case, as the two after it
     * @param dueAt by when somebody is to be in touch, or null
     */
    record Line(
            String number,
            String exposed,
            String unit,
            Level level,
            Concern concern,
            String owner,
            Phase phase,
            Instant receivedAt,
            Instant dueAt) {}

    /** The cases that the person's functions hold, the newest first. */
    Slice<Line> held(String person, CaseFilter filter, Pageable page) {
        Slice<String> numbers = needToKnow.held(person, filter, page);
        readLog.listed(numbers, person, Extent.FULL);
        return lines(numbers, true);
    }

    /** The cases that the person's functions have been told of, the newest first. */
    Slice<Line> told(String person, CaseFilter filter, Pageable page) {
        Slice<String> numbers = needToKnow.told(person, filter, page);
        readLog.listed(numbers, person, Extent.LIMITED);
        return lines(numbers, false);
    }

    /**
     * One of the exposed person's own cases.
     *
     * @param nextAt by when the owner is in touch next, or null when no time is set or it has passed
     * @param news whether there is a message that has not been read
     */
    record OwnLine(
            String number, Instant receivedAt, Progress.Stage stage, String owner, Instant nextAt, boolean news) {}

    /** The person's own cases, the newest first. */
    Slice<OwnLine> own(String person, Pageable page) {
        Slice<CaseFile> files = cases.all(needToKnow.cases(person, Relation.EXPOSED, page));
        Map<String, Progress.Stage> stages = progress.stages(files);
        Set<String> news = dialogues.withNews(stages.keySet(), person);
        // Read at once, so that the owners' names are at hand line by line.
        directory.units();
        return files.map(file -> {
            Instant next = CaseReader.nextTouch(file);
            return new OwnLine(
                    file.number(),
                    file.receivedAt(),
                    stages.get(file.number()),
                    names.name(file.owner()),
                    next == null || next.isBefore(clock.instant()) ? null : next,
                    news.contains(file.number()));
        });
    }

    private Slice<Line> lines(Slice<String> numbers, boolean held) {
        Map<String, String> unitOf = cases.units(numbers.getContent());
        Slice<CaseFile> files = cases.all(numbers);
        // Read at once, so that they are at hand line by line.
        List<Unit> units = directory.units();
        directory.persons(
                files.stream().flatMap(file -> file.exposed().stream()).toList());
        return files.map(file -> new Line(
                file.number(),
                cases.nameOfExposed(file).orElse(null),
                units.stream()
                        .filter(unit -> unit.code().equals(unitOf.get(file.number())))
                        .map(Unit::name)
                        .findFirst()
                        .orElse(null),
                file.shownLevel(),
                file.concern(),
                names.name(file.owner()),
                held ? file.phase() : null,
                held ? file.receivedAt() : null,
                held ? CaseReader.nextTouch(file) : null));
    }
}
