package se.varna.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContext;
import org.camunda.bpm.engine.task.IdentityLink;
import se.varna.directory.Directory;

/** History that says what was done but never which elected official did it: that would tell who is threatened. */
class NamelessHistory extends CacheAwareHistoryEventProducer {

    private final Directory directory;

    NamelessHistory(Directory directory) {
        this.directory = directory;
    }

    @Override
    public HistoryEvent createProcessInstanceStartEvt(DelegateExecution execution) {
        HistoryEvent event = super.createProcessInstanceStartEvt(execution);
        if (event instanceof HistoricProcessInstanceEventEntity started) {
            started.setStartUserId(null);
        }
        return event;
    }

    /** Who has a task is no part of the flow that process owners see. */
    @Override
    public HistoryEvent createActivityInstanceUpdateEvt(DelegateExecution execution, DelegateTask task) {
        HistoryEvent event = super.createActivityInstanceUpdateEvt(execution, task);
        if (event instanceof HistoricActivityInstanceEventEntity step) {
            step.setTaskAssignee(null);
        }
        return event;
    }

    @Override
    public List<HistoryEvent> createUserOperationLogEvents(UserOperationLogContext context) {
        List<HistoryEvent> events = super.createUserOperationLogEvents(context);
        for (HistoryEvent event : events) {
            if (event instanceof UserOperationLogEntryEventEntity entry && !mayBeNamed(entry.getUserId())) {
                entry.setUserId(null);
            }
        }
        return events;
    }

    @Override
    protected HistoryEvent createHistoricIdentityLinkEvt(IdentityLink link, HistoryEventTypes eventType) {
        HistoryEvent event = super.createHistoricIdentityLinkEvt(link, eventType);
        if (event instanceof HistoricIdentityLinkLogEventEntity logged && !mayBeNamed(logged.getAssignerId())) {
            logged.setAssignerId(null);
        }
        return event;
    }

    /** Officers are named for what they do in office; everyone else is not. */
    private boolean mayBeNamed(String person) {
        return person != null
                && directory.isOfficer(person)
                && directory.mandates(person).isEmpty();
    }
}
