package se.varna.engine;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import se.varna.directory.Groups;

/**
 * What each group may do in the engine, beside the tasks that it is a candidate for. Nobody is the engine's
 * all-powerful administrator.
 */
@Component
@DependsOn("deployer")
class Grants implements InitializingBean {

    /** What can be started in Tasklist, by those who may report. */
    private static final List<String> STARTED_BY_PEOPLE = List.of("incidentHandling", "plannedEvent", "securityAdvice");

    private static final String ANY = "*";

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    @Override
    public void afterPropertiesSet() {
        for (String group : List.of(
                Groups.OFFICIALS,
                Groups.LOCAL_OFFICERS,
                Groups.SECURITY_AND_PREPAREDNESS,
                Groups.ON_CALL,
                Groups.PARTY_OFFICERS)) {
            grant(group, Resources.APPLICATION, "tasklist", ACCESS);
            STARTED_BY_PEOPLE.forEach(process -> grant(
                    group, Resources.PROCESS_DEFINITION, process, ProcessDefinitionPermissions.READ, CREATE_INSTANCE));
            grant(group, Resources.PROCESS_INSTANCE, ANY, CREATE);
        }
        grant(Groups.PROCESS_OWNERS, Resources.APPLICATION, "cockpit", ACCESS);
        grant(
                Groups.PROCESS_OWNERS,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                READ_INSTANCE,
                READ_HISTORY,
                RETRY_JOB);
        grant(Groups.PROCESS_OWNERS, Resources.DECISION_DEFINITION, ANY, READ, Permissions.READ_HISTORY);
        grant(Groups.PROCESS_OWNERS, Resources.DEPLOYMENT, ANY, READ);
        grant(Groups.ADMINISTRATORS, Resources.APPLICATION, "admin", ACCESS);
        grant(Groups.ADMINISTRATORS, Resources.APPLICATION, "cockpit", ACCESS);
        grant(Groups.ADMINISTRATORS, Resources.DEPLOYMENT, ANY, READ, CREATE);
        grant(Groups.ADMINISTRATORS, Resources.DECISION_DEFINITION, ANY, READ);
        grant(Groups.ADMINISTRATORS, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
        }
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
