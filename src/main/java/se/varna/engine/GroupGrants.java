package se.varna.engine;

import java.util.Arrays;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;

/**
 * A task is seen and worked as its candidate, by group or, where somebody of the group may not, by person; never as the
 * one who has claimed it: whoever leaves the group has nothing left of it. A candidate may take a task back from a colleague who is away; that nobody hands it to
 * somebody else is seen to by the gate in {@code engine.web}.
 */
class GroupGrants extends DefaultAuthorizationProvider {

    @Override
    protected Permission[] getRuntimePermissions(boolean specificVariablePermission) {
        Permission[] usual = super.getRuntimePermissions(specificVariablePermission);
        Permission[] all = Arrays.copyOf(usual, usual.length + 1);
        all[usual.length] = TaskPermissions.TASK_ASSIGN;
        return all;
    }

    /** What the administrators' group may do with a deployment, its grants say. */
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return new AuthorizationEntity[0];
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return new AuthorizationEntity[0];
    }
}
