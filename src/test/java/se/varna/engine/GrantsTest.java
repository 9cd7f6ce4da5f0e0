package se.varna.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.Kind;
import se.varna.recusal.Recusals;

/** Everything that anyone may do in the engine. */
class GrantsTest extends VarnaTest {

    /** Beside tasks: what is written here is all there is. */
    private static final String ALL =
            """
            admin APPLICATION admin ACCESS
            admin APPLICATION cockpit ACCESS
            admin DECISION_DEFINITION * READ
            admin DEPLOYMENT * CREATE, READ
            admin PROCESS_DEFINITION * READ
            lsa APPLICATION tasklist ACCESS
            lsa FILTER shipped READ
            lsa PROCESS_DEFINITION incidentHandling CREATE_INSTANCE, READ
            lsa PROCESS_DEFINITION plannedEvent CREATE_INSTANCE, READ
            lsa PROCESS_DEFINITION securityAdvice CREATE_INSTANCE, READ
            lsa PROCESS_INSTANCE * CREATE
            official APPLICATION tasklist ACCESS
            official PROCESS_DEFINITION incidentHandling CREATE_INSTANCE, READ
            official PROCESS_DEFINITION plannedEvent CREATE_INSTANCE, READ
            official PROCESS_DEFINITION securityAdvice CREATE_INSTANCE, READ
            official PROCESS_INSTANCE * CREATE
            on-call APPLICATION tasklist ACCESS
            on-call FILTER shipped READ
            on-call PROCESS_DEFINITION incidentHandling CREATE_INSTANCE, READ
            on-call PROCESS_DEFINITION plannedEvent CREATE_INSTANCE, READ
            on-call PROCESS_DEFINITION securityAdvice CREATE_INSTANCE, READ
            on-call PROCESS_INSTANCE * CREATE
            party APPLICATION tasklist ACCESS
            party FILTER shipped READ
            party PROCESS_DEFINITION incidentHandling CREATE_INSTANCE, READ
            party PROCESS_DEFINITION plannedEvent CREATE_INSTANCE, READ
            party PROCESS_DEFINITION securityAdvice CREATE_INSTANCE, READ
            party PROCESS_INSTANCE * CREATE
            process-owner APPLICATION cockpit ACCESS
            process-owner DECISION_DEFINITION * READ, READ_HISTORY
            process-owner DEPLOYMENT * READ
            process-owner PROCESS_DEFINITION * READ, READ_HISTORY, READ_INSTANCE, RETRY_JOB
            sob APPLICATION tasklist ACCESS
            sob FILTER shipped READ
            sob PROCESS_DEFINITION incidentHandling CREATE_INSTANCE, READ
            sob PROCESS_DEFINITION plannedEvent CREATE_INSTANCE, READ
            sob PROCESS_DEFINITION securityAdvice CREATE_INSTANCE, READ
            sob PROCESS_INSTANCE * CREATE
            """;

    @Autowired
    private Recusals recusals;

    @Test
    void nobody_has_more_than_this() {
        List<String> grants = engine.getAuthorizationService().createAuthorizationQuery().list().stream()
                .filter(grant -> grant.getResourceType() != Resources.TASK.resourceType())
                .map(GrantsTest::said)
                // The five lists of tasks are told as one.
                .distinct()
                .sorted()
                .toList();
        assertThat(grants).containsExactlyElementsOf(ALL.lines().toList());
    }

    @Test
    void a_task_is_its_groups_alone_to_work_and_to_take_back() {
        String number = report("ledamot-ks", AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT))
                .caseNumber();
        String task = task(number, "userTask_contactExposed").getId();
        as("lsa-grundskola", () -> engine.getTaskService().claim(task, "lsa-grundskola"));
        List<Authorization> grants = engine.getAuthorizationService()
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task)
                .list();
        assertThat(grants)
                .extracting(GrantsTest::said)
                .containsExactly("lsa-GRUNDSKOLENAMNDEN TASK " + task + " READ, TASK_ASSIGN, TASK_WORK");
    }

    @Test
    void where_somebody_of_the_group_may_not_act_the_task_is_the_others_as_persons() {
        String number = report(
                        "ledamot-namnd", AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT))
                .caseNumber();
        String task = task(number, "userTask_contactExposed").getId();
        as("lsa-grundskola", () -> engine.getTaskService().claim(task, "lsa-grundskola"));

        recusals.recuse(number, "lsa-grundskola", "Vi är grannar.");

        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .resourceId(task)
                        .list())
                .extracting(GrantsTest::said)
                .containsExactly("user lsa-grundskola-ersattare TASK " + task + " READ, TASK_ASSIGN, TASK_WORK");
    }

    @Test
    void the_engine_asks_for_permissions_and_gives_none_on_history() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(configuration.isAuthorizationEnabled()).isTrue();
        assertThat(configuration.isEnableHistoricInstancePermissions()).isFalse();
        assertThat(configuration.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(configuration.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(configuration.getAdminUsers()).isEmpty();
        assertThat(directory.allGroups()).doesNotContainAnyElementsOf(configuration.getAdminGroups());
    }

    private static String said(Authorization grant) {
        Resources resource = Arrays.stream(Resources.values())
                .filter(type -> type.resourceType() == grant.getResourceType())
                .findFirst()
                .orElseThrow();
        String who = grant.getGroupId() != null ? grant.getGroupId() : "user " + grant.getUserId();
        String id = resource == Resources.FILTER ? "shipped" : grant.getResourceId();
        List<String> permissions = Arrays.stream(
                        grant.getPermissions(ResourceTypeUtil.getPermissionsByResourceType(grant.getResourceType())))
                .map(Permission::getName)
                .filter(name -> !name.equals("NONE"))
                .sorted()
                .toList();
        return who + " " + resource + " " + id + " " + String.join(", ", permissions);
    }
}
