package se.varna.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All open tasks at once, by who has them. Asked in SQL: the engine's own queries would ask once for each task. */
@Component
public class OpenWork {

    private final JdbcClient jdbc;
    private final TaskService tasks;

    OpenWork(JdbcClient jdbc, TaskService tasks) {
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    /** Business keys of the processes in which any of these groups has an open task. */
    public Set<String> keysOf(Collection<String> groups) {
        return groups.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(
                                """
                                SELECT DISTINCT p.business_key_ FROM engine.act_ru_identitylink l
                                  JOIN engine.act_ru_task t ON t.id_ = l.task_id_
                                  JOIN engine.act_ru_execution p ON p.id_ = t.proc_inst_id_
                                 WHERE l.type_ = 'candidate' AND l.group_id_ IN (:groups)
                                   AND p.business_key_ IS NOT NULL""")
                        .param("groups", groups)
                        .query(String.class)
                        .list());
    }

    /** Business keys of the processes in which a task is offered to people one by one. */
    public Set<String> keysOfferedToPersons() {
        return new HashSet<>(jdbc.sql(
                        """
                        SELECT DISTINCT p.business_key_ FROM engine.act_ru_identitylink l
                          JOIN engine.act_ru_task t ON t.id_ = l.task_id_
                          JOIN engine.act_ru_execution p ON p.id_ = t.proc_inst_id_
                         WHERE l.type_ = 'candidate' AND l.user_id_ IS NOT NULL AND p.business_key_ IS NOT NULL""")
                .query(String.class)
                .list());
    }

    /** How many open tasks the person has claimed. */
    public long claimedBy(String person) {
        return tasks.createTaskQuery().taskAssignee(person).count();
    }

    /**
     * Lays back each task that somebody has claimed to whom it is no longer offered.
     *
     * @param groupsOf the groups that a person belongs to
     */
    public void layBackStray(Function<String, Set<String>> groupsOf) {
        Map<String, Set<String>> groupsOfPerson = new HashMap<>();
        List<Claimed> claimed = jdbc.sql(
                        """
                        SELECT t.id_, t.assignee_, coalesce(string_agg(l.group_id_, ' '), '') AS groups,
                               coalesce(bool_or(l.user_id_ = t.assignee_), false) AS offered
                          FROM engine.act_ru_task t
                          LEFT JOIN engine.act_ru_identitylink l ON l.task_id_ = t.id_ AND l.type_ = 'candidate'
                         WHERE t.assignee_ IS NOT NULL GROUP BY t.id_, t.assignee_""")
                .query((row, index) -> new Claimed(
                        row.getString("id_"),
                        row.getString("assignee_"),
                        List.of(row.getString("groups").split(" ")),
                        row.getBoolean("offered")))
                .list();
        for (Claimed task : claimed) {
            Set<String> groups = groupsOfPerson.computeIfAbsent(task.person(), groupsOf);
            if (!task.offered() && task.groups().stream().noneMatch(groups::contains)) {
                tasks.setAssignee(task.id(), null);
            }
        }
    }

    private record Claimed(String id, String person, List<String> groups, boolean offered) {}
}
