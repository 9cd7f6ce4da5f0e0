package se.varna.engine;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the flow goes: steps and times out of the engine's history, which knows no people. Counted in SQL, in the
 * database. Gateways are left out: nothing stays in them.
 */
@Component
public class FlowFigures {

    /** More steps than any case has; whoever has more is shown the latest. */
    private static final int MOST_STEPS = 1000;

    static final String STEPS =
            """
            SELECT act_id_,
                   count(*) FILTER (WHERE end_time_ IS NOT NULL AND act_inst_state_ <> 2) AS passed,
                   count(*) FILTER (WHERE end_time_ IS NOT NULL AND act_inst_state_ = 2) AS interrupted,
                   count(*) FILTER (WHERE end_time_ IS NULL) AS under_way,
                   percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY duration_)
                       FILTER (WHERE end_time_ IS NOT NULL AND act_inst_state_ <> 2) AS lasted
              FROM engine.act_hi_actinst
             WHERE proc_def_id_ = :definition AND (end_time_ >= :since OR end_time_ IS NULL)
             GROUP BY act_id_""";

    static final String ENDED =
            """
            SELECT act_id_, coalesce(act_name_, act_id_) AS name, start_time_, end_time_, act_inst_state_
              FROM engine.act_hi_actinst
             WHERE proc_inst_id_ = :instance AND end_time_ IS NOT NULL
               AND act_type_ NOT LIKE '%Gateway' AND act_type_ <> 'multiInstanceBody'
             ORDER BY start_time_ DESC, sequence_counter_ DESC LIMIT :most""";

    static final String DEADLINES =
            """
            SELECT task_def_key_,
                   count(*) FILTER (WHERE end_time_ <= due_date_ AND delete_reason_ = 'completed') AS kept,
                   count(*) FILTER (WHERE coalesce(end_time_, :now) > due_date_) AS broken
              FROM engine.act_hi_taskinst
             WHERE task_def_key_ IN (:keys) AND (end_time_ >= :since OR end_time_ IS NULL)
             GROUP BY task_def_key_""";

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    FlowFigures(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /**
     * A step of a process model, and what has gone through it.
     *
     * @param id of the step in the model
     * @param passed how many times it has been done to its end
     * @param interrupted how many times something else ended it
     * @param underWay how many times it has begun and not ended
     * @param median how long it lasted at most in half of the times it was passed; null when it never was
     * @param ninetieth how long it lasted at most in nine times of ten; null when it never was passed
     */
    public record Step(
            String id,
            String name,
            long passed,
            long interrupted,
            long underWay,
            Duration median,
            Duration ninetieth) {}

    /**
     * A step that has ended in one process instance.
     *
     * @param interrupted whether something else ended it
     */
    public record EndedStep(String id, String name, Instant begunAt, Instant endedAt, boolean interrupted) {}

    /** How many tasks of a kind were done in time, and how many were not: done or taken away late, or open and late. */
    public record Deadlines(long kept, long broken) {}

    /**
     * The steps of a process definition in the model's order, with what has ended since then and what is under way.
     * Empty when there is no such definition.
     */
    public Optional<List<Step>> steps(String definitionId, Instant since) {
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(definitionId)
                .singleResult();
        if (definition == null) {
            return Optional.empty();
        }
        Map<String, Step> counted = counted(definitionId, since);
        Process process = repository.getBpmnModelInstance(definitionId).getModelElementById(definition.getKey());
        return Optional.of(nodes(process.getFlowElements())
                .filter(node -> !(node instanceof Gateway))
                .map(node -> named(node, counted.get(node.getId())))
                .toList());
    }

    private Map<String, Step> counted(String definitionId, Instant since) {
        Map<String, Step> counted = new HashMap<>();
        jdbc.sql(STEPS)
                .param("definition", definitionId)
                .param("since", stored(since))
                .query((row, index) -> step(row))
                .list()
                .forEach(step -> counted.put(step.id(), step));
        return counted;
    }

    private static Step step(ResultSet row) throws SQLException {
        Array array = row.getArray("lasted");
        Double[] lasted = array == null ? new Double[2] : (Double[]) array.getArray();
        return new Step(
                row.getString("act_id_"),
                null,
                row.getLong("passed"),
                row.getLong("interrupted"),
                row.getLong("under_way"),
                duration(lasted[0]),
                duration(lasted[1]));
    }

    private static Step named(FlowNode node, Step counted) {
        return counted == null
                ? new Step(node.getId(), node.getName(), 0, 0, 0, null, null)
                : new Step(
                        node.getId(),
                        node.getName(),
                        counted.passed(),
                        counted.interrupted(),
                        counted.underWay(),
                        counted.median(),
                        counted.ninetieth());
    }

    private static Stream<FlowNode> nodes(Collection<FlowElement> elements) {
        return elements.stream()
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast)
                .flatMap(node -> node instanceof SubProcess inner
                        ? Stream.concat(Stream.of(node), nodes(inner.getFlowElements()))
                        : Stream.of(node));
    }

    /** The ended steps of an instance in the order in which they began. Empty when there is no such instance. */
    public Optional<List<EndedStep>> ended(String instanceId) {
        List<EndedStep> latestFirst = jdbc.sql(ENDED)
                .param("instance", instanceId)
                .param("most", MOST_STEPS)
                .query((row, index) -> new EndedStep(
                        row.getString("act_id_"),
                        row.getString("name"),
                        moment(row, "start_time_"),
                        moment(row, "end_time_"),
                        row.getInt("act_inst_state_") == 2))
                .list();
        // Each instance has passed its start.
        Collections.reverse(latestFirst);
        return latestFirst.isEmpty() ? Optional.empty() : Optional.of(latestFirst);
    }

    /** By the key of the task: those that have ended since then, and those that are open and late now. */
    public Map<String, Deadlines> deadlines(Collection<String> taskKeys, Instant since, Instant now) {
        Map<String, Deadlines> deadlines = new HashMap<>();
        taskKeys.forEach(key -> deadlines.put(key, new Deadlines(0, 0)));
        jdbc.sql(DEADLINES)
                .param("keys", taskKeys)
                .param("since", stored(since))
                .param("now", stored(now))
                .query(row -> {
                    deadlines.put(
                            row.getString("task_def_key_"), new Deadlines(row.getLong("kept"), row.getLong("broken")));
                });
        return deadlines;
    }

    /** The engine's times have no zone: they are in UTC, as everything here. */
    private static LocalDateTime stored(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static Duration duration(Double millis) {
        return millis == null ? null : Duration.ofMillis(Math.round(millis));
    }
}
