package se.varna.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Full history of the flow, and none of what people wrote: variables off the allow-list, form properties and the
 * inputs of decisions (which tell what a report said) leave no trace. The case file keeps them.
 */
class FlowHistoryLevel extends HistoryLevelFull {

    static final String NAME = "flow";

    private static final Set<HistoryEventTypes> NEVER =
            Set.of(HistoryEventTypes.FORM_PROPERTY_UPDATE, HistoryEventTypes.DMN_DECISION_EVALUATE);

    @Override
    public int getId() {
        return 41;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
        if (eventType instanceof HistoryEventTypes known && NEVER.contains(known)) {
            return false;
        }
        if (entity instanceof VariableInstanceEntity variable) {
            return Variables.mayBeKept(variable.getName(), variable.getTextValue());
        }
        return super.isHistoryEventProduced(eventType, entity);
    }
}
