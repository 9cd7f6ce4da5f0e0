package se.varna.casepage;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.casefile.Phase;
import se.varna.measures.Measure;
import se.varna.measures.Measures;

/** Where a case is, by its phase and, once it has been assessed, by whether measures are being put in place. */
@Service
@Transactional(readOnly = true)
class ProgressReader {

    private static final Set<Measure.State> ON_ITS_WAY = EnumSet.of(Measure.State.APPROVED, Measure.State.ORDERED);
    private static final Set<Measure.State> CAME_ABOUT = EnumSet.of(Measure.State.IN_FORCE, Measure.State.ENDED);

    private final CaseFiles cases;
    private final Measures measures;

    ProgressReader(CaseFiles cases, Measures measures) {
        this.cases = cases;
        this.measures = measures;
    }

    Progress of(CaseFile file) {
        List<Measure.State> states =
                measures.of(file.number()).stream().map(Measure::state).toList();
        Progress.Stage stage = stage(file.phase(), states.stream().anyMatch(ON_ITS_WAY::contains));
        boolean protectedOnce = states.stream().anyMatch(CAME_ABOUT::contains);
        return new Progress(
                stage,
                file.phase() == Phase.ASSESSMENT && file.levelAssessed(),
                file.phase() != Phase.CLOSED
                        && cases.timeline(file.number()).stream().anyMatch(event -> event.kind() == EventKind.REOPENED),
                Progress.of(file.concern()).stream()
                        .map(each -> new Progress.Step(each, state(each, stage, protectedOnce)))
                        .toList());
    }

    /** Where each of the cases is, by its number. */
    Map<String, Progress.Stage> stages(Slice<CaseFile> files) {
        Set<String> onTheirWay = measures.of(files.map(CaseFile::number).toList()).stream()
                .filter(measure -> ON_ITS_WAY.contains(measure.state()))
                .map(Measure::caseNumber)
                .collect(Collectors.toSet());
        return files.stream()
                .collect(Collectors.toMap(
                        CaseFile::number, file -> stage(file.phase(), onTheirWay.contains(file.number()))));
    }

    private static Progress.Stage stage(Phase phase, boolean onTheirWay) {
        return switch (phase) {
            case FIRST_CONTACT -> Progress.Stage.RECEIVED;
            case ASSESSMENT -> Progress.Stage.ASSESSMENT;
            case FOLLOW_UP -> onTheirWay ? Progress.Stage.MEASURES : Progress.Stage.FOLLOW_UP;
            case PLANNING -> Progress.Stage.PLANNING;
            case PLANNED -> Progress.Stage.PLANNED;
            case ANSWERING -> Progress.Stage.ANSWERING;
            case CLOSED -> Progress.Stage.CLOSED;
        };
    }

    private static Progress.State state(Progress.Stage each, Progress.Stage now, boolean protectedOnce) {
        if (each == now) {
            return Progress.State.NOW;
        }
        if (each == Progress.Stage.MEASURES && protectedOnce) {
            return Progress.State.DONE;
        }
        if (each.compareTo(now) > 0) {
            return Progress.State.TO_COME;
        }
        return each == Progress.Stage.MEASURES ? Progress.State.NONE : Progress.State.DONE;
    }
}
