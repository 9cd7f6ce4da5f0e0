package se.varna.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * The one list of tasks in Tasklist: what is offered to one's groups or to oneself, claimed by whomever or by nobody, the
 * most urgent first. Asked by candidate, which costs the same however many cases there are. A filter evaluates expressions, so nobody can make
 * one of their own; this one is put back as it should be at each start.
 */
@Component
@DependsOn("deployer")
class TasklistFilter implements InitializingBean {

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final Labels labels;

    TasklistFilter(FilterService filters, TaskService tasks, AuthorizationService authorizations, Labels labels) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.labels = labels;
    }

    @Override
    public void afterPropertiesSet() {
        String name = labels.text("tasklist.filter");
        Filter filter = filters.createTaskFilterQuery().filterName(name).list().stream()
                .findFirst()
                .orElseGet(() -> filters.newTaskFilter(name));
        TaskQuery query = tasks.createTaskQuery()
                // The person's groups count as the person here.
                .taskCandidateUserExpression("${currentUser()}")
                .includeAssignedTasks()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc();
        Map<String, Object> properties = new HashMap<>();
        properties.put("description", labels.text("tasklist.filter.description"));
        properties.put("priority", 0);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of());
        filter.setQuery(query);
        filter.setProperties(properties);
        filters.saveFilter(filter);
        Groups.OF_OFFICERS.forEach(group -> grant(group, filter.getId()));
    }

    private void grant(String group, String filter) {
        boolean has = authorizations
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GRANT)
                        .groupIdIn(group)
                        .resourceType(Resources.FILTER)
                        .resourceId(filter)
                        .count()
                > 0;
        if (!has) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(Resources.FILTER);
            grant.setResourceId(filter);
            grant.setPermissions(new Permissions[] {Permissions.READ});
            authorizations.saveAuthorization(grant);
        }
    }
}
