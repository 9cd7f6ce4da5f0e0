package se.varna.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.engine.FlowFigures;
import se.varna.engine.FlowFigures.EndedStep;
import se.varna.engine.FlowFigures.Step;

/** How many have passed each step and how long they stayed, with times that are set by hand. */
class FlowFiguresTest extends VarnaTest {

    private static final BpmnModelInstance MODEL = Bpmn.createExecutableProcess("figuresProbe")
            .camundaHistoryTimeToLive(30)
            .startEvent("begin")
            .name("Början")
            .receiveTask("wait")
            .name("Vänta")
            .exclusiveGateway("gateway")
            .endEvent("end")
            .name("Slut")
            .done();

    @Autowired
    FlowFigures figures;

    private String deployment;
    private String definition;

    @BeforeEach
    void deploy() {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("figures-probe.bpmn", MODEL)
                .deploy()
                .getId();
        definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getId();
    }

    @AfterEach
    void remove() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void half_and_nine_of_ten_are_counted_over_those_who_passed_in_the_period() {
        Instant since = clock.instant();
        // Ended before the period.
        clock.set(since.minus(Duration.ofDays(30)));
        passes(Duration.ofDays(20));
        clock.set(since);
        for (int hours = 1; hours <= 10; hours++) {
            passes(Duration.ofHours(hours));
        }
        String interrupted = start();
        later(Duration.ofDays(9));
        engine.getRuntimeService().deleteProcessInstance(interrupted, null);
        start();

        List<Step> steps = figures.steps(definition, since).orElseThrow();

        assertThat(steps).extracting(Step::id).containsExactly("begin", "wait", "end");
        assertThat(steps)
                .contains(new Step("wait", "Vänta", 10, 1, 1, Duration.ofMinutes(330), Duration.ofMinutes(546)));
        assertThat(steps.get(2).passed()).isEqualTo(10);
        assertThat(steps.get(2).ninetieth()).isZero();
    }

    @Test
    void a_step_that_nobody_has_passed_is_there_without_times() {
        assertThat(figures.steps(definition, clock.instant()).orElseThrow())
                .contains(new Step("wait", "Vänta", 0, 0, 0, null, null));
    }

    @Test
    void there_is_nothing_to_tell_of_what_does_not_exist() {
        assertThat(figures.steps("figuresProbe:1:finns-inte", clock.instant())).isEmpty();
        assertThat(figures.ended("finns-inte")).isEmpty();
    }

    @Test
    void an_instances_ended_steps_come_in_the_order_in_which_they_began() {
        String number = caseInFollowUp(newMember("GRUNDSKOLENAMNDEN"), "GRUNDSKOLENAMNDEN", "lsa-grundskola", "LOW");
        String instance = instance(number, "incidentHandling").getId();
        Instant assessed = clock.instant();
        later(Duration.ofHours(3));
        followUp("lsa-grundskola", number, "REASSESS", "note", "Nytt läge.");

        List<EndedStep> ended = figures.ended(instance).orElseThrow();

        List<String> ids = new ArrayList<>(ended.stream().map(EndedStep::id).toList());
        ids.retainAll(List.of(
                "startEvent_incidentReported",
                "businessRuleTask_decideResponsibility",
                "callActivity_firstContact",
                "userTask_assessIncident",
                "serviceTask_startDecided",
                "callActivity_followUp"));
        assertThat(ids)
                .containsExactly(
                        "startEvent_incidentReported",
                        "businessRuleTask_decideResponsibility",
                        "callActivity_firstContact",
                        "userTask_assessIncident",
                        "serviceTask_startDecided",
                        "callActivity_followUp");
        assertThat(ended)
                .contains(new EndedStep(
                        "callActivity_followUp", "Uppföljning", assessed, assessed.plus(Duration.ofHours(3)), false));
        assertThat(ended).extracting(EndedStep::id).noneMatch(id -> id.contains("ateway"));
    }

    private void passes(Duration lasting) {
        String instance = start();
        later(lasting);
        Execution waiting = engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(instance)
                .activityId("wait")
                .singleResult();
        engine.getRuntimeService().signal(waiting.getId());
    }

    private String start() {
        return engine.getRuntimeService().startProcessInstanceById(definition).getId();
    }
}
