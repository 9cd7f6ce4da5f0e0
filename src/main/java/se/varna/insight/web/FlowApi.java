package se.varna.insight.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.casefile.Phase;
import se.varna.common.Labels;
import se.varna.common.Sweden;
import se.varna.engine.FlowFigures;
import se.varna.insight.CaseStates;

/** The figures that Cockpit's pages show beside their own, of the last year. */
@RestController
@ForArea(Area.FLOW)
class FlowApi {

    private final FlowFigures flow;
    private final CaseStates states;
    private final Labels labels;
    private final Clock clock;

    FlowApi(FlowFigures flow, CaseStates states, Labels labels, Clock clock) {
        this.flow = flow;
        this.states = states;
        this.labels = labels;
        this.clock = clock;
    }

    /** @param medianSeconds as {@link FlowFigures.Step#median}; so for the ninetieth percentile */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            String id,
            String name,
            long passed,
            long interrupted,
            long underWay,
            Long medianSeconds,
            Long ninetiethSeconds) {

        private static Step of(FlowFigures.Step step) {
            return new Step(
                    step.id(),
                    step.name(),
                    step.passed(),
                    step.interrupted(),
                    step.underWay(),
                    seconds(step.median()),
                    seconds(step.ninetieth()));
        }

        private static Long seconds(Duration lasted) {
            return lasted == null ? null : lasted.toSeconds();
        }
    }

    record State(String name, boolean open, long cases, long late) {}

    record Kept(String name, long kept, long broken) {}

    record Cases(List<State> states, List<Kept> deadlines) {}

    /** The steps of a version of a process. */
    @GetMapping("/flode/processer/{definition}")
    List<Step> steps(@PathVariable String definition) {
        return flow
                .steps(definition, aYearAgo())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .stream()
                .map(Step::of)
                .toList();
    }

    /** What one process instance has gone through. */
    @GetMapping("/flode/instanser/{instance}")
    List<FlowFigures.EndedStep> ended(@PathVariable String instance) {
        return flow.ended(instance).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** All cases by state, and their deadlines. */
    @GetMapping("/flode/arenden")
    Cases cases() {
        Instant now = clock.instant();
        return new Cases(
                states.states(aYearAgo(), now).stream()
                        .map(state -> new State(
                                labels.of(state.phase()), state.phase() != Phase.CLOSED, state.cases(), state.late()))
                        .toList(),
                states.deadlines(aYearAgo(), now).stream()
                        .map(kept -> new Kept(labels.of(kept.phase()), kept.kept(), kept.broken()))
                        .toList());
    }

    private Instant aYearAgo() {
        return clock.instant().atZone(Sweden.TIME).minusYears(1).toInstant();
    }
}
