package se.varna;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Remembers which flows and boundary events any test of this run has taken, for {@link EveryPathTakenTest}. */
final class PathsTaken extends AbstractProcessEnginePlugin {

    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();
    private static final Set<Class<?>> TESTS = ConcurrentHashMap.newKeySet();

    static Set<String> taken() {
        return TAKEN;
    }

    static Set<Class<?>> tests() {
        return TESTS;
    }

    static void testRuns(Class<?> test) {
        TESTS.add(test);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = configuration.getCustomPreBPMNParseListeners();
        if (listeners == null) {
            listeners = new java.util.ArrayList<>();
            configuration.setCustomPreBPMNParseListeners(listeners);
        }
        listeners.add(new Listener());
    }

    private static final class Listener extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            flow.addListener(
                    ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> TAKEN.add(flow.getId()));
        }

        @Override
        public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl event) {
            event.addListener(
                    ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> TAKEN.add(event.getId()));
        }
    }
}
