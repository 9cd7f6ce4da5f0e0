package se.varna.insight;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import se.varna.casefile.Phase;
import se.varna.engine.FlowFigures;

/**
 * How many cases there are in each state, and how the deadlines have been kept. Of all of the city's cases together:
 * with no unit, level or person in it, nobody can be singled out, and a process owner can count the same instances in
 * Cockpit. So small counts are shown here, which statistics by unit must not do.
 */
@Service
public class CaseStates {

    private static final String ASSESSMENT = "userTask_assessIncident";
    private static final String FOLLOW_UP = "userTask_followUp";

    static final String STATES =
            """
            SELECT f.phase, count(*) AS cases,
                   count(*) FILTER (WHERE :now > CASE f.phase
                       WHEN 'FIRST_CONTACT' THEN f.contact_due_at
                       WHEN 'ASSESSMENT' THEN (
                           SELECT min(t.due_date_) AT TIME ZONE 'UTC' FROM engine.act_ru_task t
                            WHERE t.proc_inst_id_ = f.process_instance AND t.task_def_key_ = :assessment)
                       WHEN 'FOLLOW_UP' THEN f.follow_up_due_at END) AS late
              FROM varna.case_file f
             WHERE f.phase <> 'CLOSED' AND f.concern = 'INCIDENT' GROUP BY f.phase
             UNION ALL
            SELECT 'CLOSED', count(*), 0 FROM varna.case_file
             WHERE concern = 'INCIDENT' AND phase = 'CLOSED' AND closed_at >= :since""";

    static final String FIRST_CONTACTS =
            """
            SELECT count(*) FILTER (WHERE contacted_at <= contact_due_at) AS kept,
                   count(*) FILTER (WHERE coalesce(contacted_at, :now) > contact_due_at) AS broken
              FROM varna.case_file WHERE received_at >= :since AND concern = 'INCIDENT'""";

    private final FlowFigures flow;
    private final JdbcClient jdbc;

    CaseStates(FlowFigures flow, JdbcClient jdbc) {
        this.flow = flow;
        this.jdbc = jdbc;
    }

    /**
     * @param cases how many cases are there; of closed ones, those that were closed in the period
     * @param late how many of them are past what is to be done by then: the first contact, the assessment, the follow-up
     */
    public record State(Phase phase, long cases, long late) {}

    /**
     * How a deadline has been kept in the period: the first contact's in the cases that came in then, the others' in what
     * was done then or is late now.
     */
    public record Kept(Phase phase, long kept, long broken) {}

    /** Each state of what has happened, the cases' way through them, with what is late now. */
    public List<State> states(Instant since, Instant now) {
        List<State> found = jdbc.sql(STATES)
                .param("now", stored(now))
                .param("since", stored(since))
                .param("assessment", ASSESSMENT)
                .query((row, index) ->
                        new State(Phase.valueOf(row.getString("phase")), row.getLong("cases"), row.getLong("late")))
                .list();
        return Phase.OF_INCIDENT.stream()
                .map(phase -> found.stream()
                        .filter(state -> state.phase() == phase)
                        .findFirst()
                        .orElse(new State(phase, 0, 0)))
                .toList();
    }

    /** The deadlines, in the order in which they come in a case. */
    public List<Kept> deadlines(Instant since, Instant now) {
        Map<String, FlowFigures.Deadlines> tasks = flow.deadlines(List.of(ASSESSMENT, FOLLOW_UP), since, now);
        return Stream.of(
                        firstContact(since, now),
                        kept(Phase.ASSESSMENT, tasks.get(ASSESSMENT)),
                        kept(Phase.FOLLOW_UP, tasks.get(FOLLOW_UP)))
                .toList();
    }

    private Kept firstContact(Instant since, Instant now) {
        return jdbc.sql(FIRST_CONTACTS)
                .param("now", stored(now))
                .param("since", stored(since))
                .query((row, index) -> new Kept(Phase.FIRST_CONTACT, row.getLong("kept"), row.getLong("broken")))
                .single();
    }

    private static Kept kept(Phase phase, FlowFigures.Deadlines tasks) {
        return new Kept(phase, tasks.kept(), tasks.broken());
    }

    private static OffsetDateTime stored(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
