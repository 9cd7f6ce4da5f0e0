package se.varna.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import se.varna.common.Labels;
import se.varna.directory.Groups;

/**
 * The lists of tasks in Tasklist, each with the most urgent first. Each asks for what is offered to one's groups or
 * oneself, or for what one has claimed, and so costs the same however many cases others have. A filter evaluates
 * expressions, so nobody can make one of their own; at each start ours are put back as they should be, and others go.
 */
@Component
@DependsOn("deployer")
class TasklistFilters implements InitializingBean {

    /** As they stand in Tasklist, which opens with the first. */
    private enum Shipped {
        UNIT(TasklistFilters::offered),
        MINE(query -> query.taskAssigneeExpression("${currentUser()}")),
        ACUTE(query -> offered(query).taskMinPriority(Urgency.ACUTE)),
        OVERDUE(query -> offered(query).dueBeforeExpression("${now()}")),
        TODAY(query -> offered(query)
                .dueAfterExpression("${swedishDay.justBefore()}")
                .dueBeforeExpression("${swedishDay.end()}"));

        private final UnaryOperator<TaskQuery> narrowed;

        Shipped(UnaryOperator<TaskQuery> narrowed) {
            this.narrowed = narrowed;
        }
    }

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final Labels labels;

    TasklistFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations, Labels labels) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.labels = labels;
    }

    @Override
    public void afterPropertiesSet() {
        Map<String, Filter> stored = new HashMap<>();
        filters.createTaskFilterQuery().list().forEach(filter -> stored.put(filter.getName(), filter));
        for (Shipped shipped : Shipped.values()) {
            String name = labels.text("tasklist.filter." + shipped);
            Filter known = stored.remove(name);
            Filter filter = known == null ? filters.newTaskFilter(name) : known;
            filter.setQuery(shipped.narrowed
                    .apply(tasks.createTaskQuery())
                    .orderByDueDate()
                    .asc()
                    .orderByTaskCreateTime()
                    .asc());
            filter.setProperties(properties(shipped));
            filters.saveFilter(filter);
            grantReading(filter.getId());
        }
        stored.values().forEach(filter -> filters.deleteFilter(filter.getId()));
    }

    /** The person's groups count as the person here; what a colleague has claimed is still there for the one who steps in. */
    private static TaskQuery offered(TaskQuery query) {
        return query.taskCandidateUserExpression("${currentUser()}").includeAssignedTasks();
    }

    private Map<String, Object> properties(Shipped shipped) {
        return Map.of(
                "description",
                labels.text("tasklist.filter." + shipped + ".description"),
                "priority",
                shipped.ordinal(),
                "refresh",
                true,
                "burns",
                shipped == Shipped.ACUTE || shipped == Shipped.OVERDUE,
                "showUndefinedVariable",
                false,
                "variables",
                List.of());
    }

    private void grantReading(String filter) {
        Set<String> without = new HashSet<>(Groups.OF_OFFICERS);
        authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.FILTER)
                .resourceId(filter)
                .list()
                .forEach(grant -> without.remove(grant.getGroupId()));
        for (String group : without) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(Resources.FILTER);
            grant.setResourceId(filter);
            grant.setPermissions(new Permissions[] {Permissions.READ});
            authorizations.saveAuthorization(grant);
        }
    }
}
