package se.varna.casepage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.CaseFilter;
import se.varna.access.Extent;
import se.varna.access.NeedToKnow;
import se.varna.access.ReadLog;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Level;
import se.varna.casefile.Phase;
import se.varna.directory.Directory;
import se.varna.directory.Unit;
import se.varna.responsibility.FunctionNames;

/** Lists of cases for those who hold them or have been told of them: who, which unit, which level, and whose. Each line is logged. */
@Service
@Transactional
class CaseLists {

    private final NeedToKnow needToKnow;
    private final CaseFiles cases;
    private final ReadLog readLog;
    private final Directory directory;
    private final FunctionNames names;

    CaseLists(NeedToKnow needToKnow, CaseFiles cases, ReadLog readLog, Directory directory, FunctionNames names) {
        this.needToKnow = needToKnow;
        this.cases = cases;
        this.readLog = readLog;
        this.directory = directory;
        this.names = names;
    }

    /**
     * @param phase null where the reader's function does not hold the case, as the two after it
     * @param dueAt by when somebody is to be in touch, or null
     */
    record Line(
            String number,
            String exposed,
            String unit,
            Level level,
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

    private Slice<Line> lines(Slice<String> numbers, boolean held) {
        Map<String, String> unitOf = cases.units(numbers.getContent());
        Slice<CaseFile> files = cases.all(numbers);
        // Read at once, so that they are at hand line by line.
        List<Unit> units = directory.units();
        directory.persons(files.stream()
                .flatMap(file -> file.exposed().stream())
                .filter(Objects::nonNull)
                .toList());
        return files.map(file -> new Line(
                file.number(),
                cases.nameOfExposed(file).orElse(null),
                units.stream()
                        .filter(unit -> unit.code().equals(unitOf.get(file.number())))
                        .map(Unit::name)
                        .findFirst()
                        .orElse(null),
                file.level(),
                names.name(file.owner()),
                held ? file.phase() : null,
                held ? file.receivedAt() : null,
                held ? CaseReader.nextTouch(file) : null));
    }
}
