package se.varna;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the engine keeps of {@link ManyCases}: two steps and two tasks of each case in its history, and 20,000 open tasks,
 * offered to the cases' units; each 250th to Säkerhet och Beredskap, each 400th to {@link #UNIT}.
 */
final class ManyTasks {

    /** A unit of the tests' own directory, which has some of the tasks. */
    static final String UNIT = "GRUNDSKOLENAMNDEN";

    /** The version of the process that they are of. */
    static final String DEFINITION = "incidentHandling:1:many";

    private ManyTasks() {}

    static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path TO engine, varna");
            statement.execute("INSERT INTO act_re_procdef (id_, rev_, key_, version_, suspension_state_, startable_)"
                    + " VALUES ('" + DEFINITION + "', 1, 'incidentHandling', 1, 1, true)");
            statement.execute(
                    """
                    UPDATE case_file SET process_instance = number,
                        phase = CASE WHEN right(number, 1) < '3' AND phase <> 'CLOSED' THEN 'ASSESSMENT' ELSE phase END""");
            statement.execute(
                    """
                    INSERT INTO act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_,
                        act_name_, act_type_, start_time_, end_time_, duration_, act_inst_state_, sequence_counter_)
                    SELECT number || step, 'incidentHandling', '"""
                            + DEFINITION
                            + """
                    ', number, number, (ARRAY['userTask_assessIncident', 'callActivity_followUp'])[step], 'Steg', 'userTask',
                           received_at + step * interval '1 hour',
                           CASE WHEN step < 2 OR phase = 'CLOSED' THEN received_at + step * interval '2 hours' END,
                           step * 3600000, 4, step
                      FROM case_file, generate_series(1, 2) step""");
            statement.execute(
                    """
                    INSERT INTO act_hi_taskinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_,
                        task_def_key_, start_time_, end_time_, due_date_, delete_reason_)
                    SELECT number || step, 'incidentHandling', '"""
                            + DEFINITION
                            + """
                    ', number, number, (ARRAY['userTask_assessIncident', 'userTask_followUp'])[step], received_at,
                           CASE WHEN step = 1 OR phase = 'CLOSED' THEN received_at + interval '1 day' END,
                           received_at + interval '2 days', 'completed'
                      FROM case_file, generate_series(1, 2) step""");
            statement.execute(
                    """
                    CREATE TEMP TABLE open ON COMMIT DROP AS
                    SELECT 'open' || i AS id, i, CASE WHEN i % 400 = 0 THEN 'lsa-"""
                            + UNIT
                            + """
                    ' WHEN i % 250 = 1 THEN 'sob' ELSE 'lsa-U' || (1 + i % 40) END AS offered
                      FROM generate_series(1, 20000) i""");
            statement.execute(
                    """
                    INSERT INTO act_ru_execution (id_, rev_, proc_inst_id_, business_key_, proc_def_id_, act_id_, is_active_,
                        is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)
                    SELECT id, 1, id, 'M-' || i, '"""
                            + DEFINITION
                            + "', 'userTask_followUp', true, false, true, false, 1, 2, 1 FROM open");
            statement.execute(
                    """
                    INSERT INTO act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_,
                        assignee_, priority_, create_time_, due_date_, suspension_state_, task_state_)
                    SELECT id, 1, id, id, '"""
                            + DEFINITION
                            + """
                    ', 'Följ upp', 'userTask_followUp', CASE WHEN i % 3 = 0 THEN 'p' || i % 300 END,
                           CASE WHEN i % 10 = 0 THEN 100 ELSE 50 END, now(), now() + (i % 60 - 10) * interval '1 day', 1,
                           'Created'
                      FROM open""");
            statement.execute("INSERT INTO act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)"
                    + " SELECT id, 1, offered, 'candidate', id FROM open");
            statement.execute("INSERT INTO act_ru_authorization (id_, rev_, type_, group_id_, resource_type_,"
                    + " resource_id_, perms_) SELECT id, 1, 1, offered, 7, id, 49154 FROM open");
        }
        connection.commit();
    }
}
