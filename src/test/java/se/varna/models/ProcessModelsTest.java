package se.varna.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every process model keeps to, whoever draws it. */
class ProcessModelsTest {

    /** How ids of elements begin, by the element's type; a type that is missing here has not been thought of yet. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("startEvent", "startEvent"),
            Map.entry("endEvent", "endEvent"),
            Map.entry("boundaryEvent", "boundaryEvent"),
            Map.entry("intermediateCatchEvent", "intermediateEvent"),
            Map.entry("userTask", "userTask"),
            Map.entry("serviceTask", "serviceTask"),
            Map.entry("businessRuleTask", "businessRuleTask"),
            Map.entry("callActivity", "callActivity"),
            Map.entry("subProcess", "subProcess"),
            Map.entry("exclusiveGateway", "gateway"),
            Map.entry("parallelGateway", "parallelGateway"),
            Map.entry("sequenceFlow", "flow"),
            Map.entry("message", "message"),
            Map.entry("timerEventDefinition", "timerEventDefinition"),
            Map.entry("messageEventDefinition", "messageEventDefinition"),
            Map.entry("terminateEventDefinition", "terminateEventDefinition"),
            Map.entry("definitions", "definitions"),
            Map.entry("BPMNDiagram", "diagram"),
            Map.entry("BPMNPlane", "plane"));

    /** Words that begin with a capital letter wherever they stand. */
    private static final Set<String> PROPER_NAMES = Set.of("Säkerhet", "Beredskap");

    static List<Models.Process> processes() {
        return Models.processes();
    }

    @Test
    void there_are_models_to_check() {
        assertThat(Models.processes()).hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void the_file_is_named_after_the_process(Models.Process process) {
        assertThat(process.all(org.camunda.bpm.model.bpmn.instance.Process.class))
                .extracting(each -> each.getId())
                .containsExactly(Models.camel(process.name()));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void the_process_is_executable_named_explained_and_says_how_long_its_history_is_kept(Models.Process process) {
        assertThat(process.all(org.camunda.bpm.model.bpmn.instance.Process.class))
                .allSatisfy(each -> {
                    assertThat(each.isExecutable()).isTrue();
                    assertSentenceCase(each.getName());
                    assertThat(each.getDocumentations()).isNotEmpty();
                    assertThat(each.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
                });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_id_says_its_type_and_meaning_in_english(Models.Process process) {
        assertThat(process.everything())
                .filteredOn(element -> element.getAttributeValue("id") != null)
                .filteredOn(element -> !element.getElementType().getTypeName().equals("process"))
                .filteredOn(element -> !Set.of("BPMNShape", "BPMNEdge")
                        .contains(element.getElementType().getTypeName()))
                .isNotEmpty()
                .allSatisfy(element -> {
                    String type = element.getElementType().getTypeName();
                    assertThat(PREFIXES).as("known types").containsKey(type);
                    assertThat(element.getAttributeValue("id"))
                            .matches(PREFIXES.get(type) + "_[a-z][a-z]+([A-Z][a-z]*)*");
                });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_event_task_and_question_has_a_swedish_name(Models.Process process) {
        assertThat(process.nodes())
                .filteredOn(node -> !(node instanceof ParallelGateway))
                .isNotEmpty()
                .allSatisfy(node -> assertSentenceCase(node.getName()));
        assertThat(process.all(ParallelGateway.class))
                .as("a fork asks nothing")
                .allSatisfy(fork -> assertThat(fork.getName()).isNull());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void each_split_asks_a_question_that_its_flows_answer(Models.Process process) {
        assertThat(process.all(ExclusiveGateway.class)).allSatisfy(gateway -> {
            assertThat(gateway.getName()).endsWith("?");
            assertThat(gateway.getOutgoing()).as("answers").hasSizeGreaterThan(1);
            assertThat(gateway.getDefault()).as("default answer").isNotNull();
            assertThat(gateway.getOutgoing()).contains(gateway.getDefault());
            assertThat(gateway.getOutgoing()).allSatisfy(flow -> {
                assertSentenceCase(flow.getName());
                if (flow.equals(gateway.getDefault())) {
                    assertThat(flow.getConditionExpression())
                            .as(flow.getId() + " is the default")
                            .isNull();
                } else {
                    assertThat(flow.getConditionExpression().getTextContent())
                            .as(flow.getId())
                            .matches("\\$\\{\\w+( [!=]= '[A-Z_]+')?}");
                }
            });
            assertThat(gateway.getOutgoing())
                    .extracting(SequenceFlow::getName)
                    .as("different answers")
                    .doesNotHaveDuplicates();
        });
        assertThat(process.all(SequenceFlow.class))
                .filteredOn(flow -> !(flow.getSource() instanceof ExclusiveGateway))
                .as("conditions away from questions")
                .allSatisfy(flow -> {
                    assertThat(flow.getConditionExpression()).isNull();
                    assertThat(flow.getName()).isNull();
                });
        assertThat(process.nodes())
                .filteredOn(node -> !(node instanceof Gateway))
                .as("a split without a gateway")
                .allSatisfy(node -> assertThat(node.getOutgoing()).hasSizeLessThanOrEqualTo(1));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_user_task_has_a_form_of_its_own_deployment_and_both_listeners(Models.Process process) {
        assertThat(process.all(UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaFormRef()).isNotBlank();
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            assertThat(task.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaTaskListener.class)
                            .list())
                    .extracting(CamundaTaskListener::getCamundaEvent, CamundaTaskListener::getCamundaDelegateExpression)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("create", "${caseTask}"),
                            org.assertj.core.groups.Tuple.tuple("complete", "${completeTask}"));
            assertThat(task.getCamundaCandidateGroups())
                    .as("groups come from the case file")
                    .isNull();
            assertThat(task.getCamundaDueDate())
                    .as("due dates come from the case file")
                    .isNull();
        });
        assertThat(process.all(StartEvent.class))
                .filteredOn(start -> start.getCamundaFormRef() != null)
                .allSatisfy(
                        start -> assertThat(start.getCamundaFormRefBinding()).isEqualTo("deployment"));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_automatic_step_is_one_bean(Models.Process process) {
        assertThat(process.all(ServiceTask.class)).allSatisfy(step -> assertThat(step.getCamundaDelegateExpression())
                .matches("\\$\\{\\w+}"));
        assertThat(process.all(BusinessRuleTask.class))
                .allSatisfy(
                        step -> assertThat(step.getCamundaDelegateExpression()).matches("\\$\\{\\w+}"));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void what_is_called_is_deployed_together_and_gets_the_case_number(Models.Process process) {
        Set<String> known = Models.processes().stream()
                .map(each -> Models.camel(each.name()))
                .collect(Collectors.toSet());
        assertThat(process.all(CallActivity.class)).allSatisfy(call -> {
            assertThat(known).contains(call.getCalledElement());
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            assertThat(call.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaIn.class)
                            .list())
                    .extracting(CamundaIn::getCamundaBusinessKey)
                    .containsExactly("#{execution.processBusinessKey}");
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_node_is_reached_and_leads_on_to_an_end(Models.Process process) {
        assertThat(process.nodes()).allSatisfy(node -> {
            if (node instanceof EndEvent) {
                assertThat(node.getOutgoing()).isEmpty();
            } else if (isEventSubProcess(node)) {
                assertThat(node.getIncoming()).isEmpty();
                assertThat(node.getOutgoing()).isEmpty();
            } else {
                assertThat(node.getOutgoing())
                        .as("ways on from " + node.getId())
                        .isNotEmpty();
            }
        });
        assertThat(ids(reachable(process))).as("reached").containsExactlyInAnyOrderElementsOf(ids(process.nodes()));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void an_event_subprocess_waits_for_one_message_and_a_termination_ends_only_its_subprocess(Models.Process process) {
        assertThat(process.all(SubProcess.class))
                .filteredOn(SubProcess::triggeredByEvent)
                .allSatisfy(inside -> assertThat(inside.getChildElementsByType(StartEvent.class))
                        .singleElement()
                        .satisfies(start -> assertThat(start.getEventDefinitions())
                                .singleElement()
                                .isInstanceOf(MessageEventDefinition.class)));
        assertThat(process.all(TerminateEventDefinition.class))
                .allSatisfy(end ->
                        assertThat(end.getParentElement().getParentElement()).isInstanceOf(SubProcess.class));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void a_boundary_event_has_one_way_on_and_one_reason(Models.Process process) {
        assertThat(process.all(BoundaryEvent.class)).allSatisfy(event -> {
            assertThat(event.getOutgoing()).hasSize(1);
            assertThat(event.getIncoming()).isEmpty();
            assertThat(event.getEventDefinitions()).hasSize(1);
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void a_message_is_named_like_its_id(Models.Process process) {
        assertThat(process.all(Message.class)).allSatisfy(message -> assertThat(message.getId())
                .isEqualTo("message_"
                        + Character.toLowerCase(message.getName().charAt(0))
                        + message.getName().substring(1)));
    }

    private static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess inside && inside.triggeredByEvent();
    }

    /** Everything that a token can come to from a start event, boundary events and the insides of subprocesses with it. */
    private static Set<FlowNode> reachable(Models.Process process) {
        Deque<FlowNode> todo = new ArrayDeque<>(process.nodes().stream()
                .filter(node -> isEventSubProcess(node)
                        || node instanceof StartEvent && !(node.getParentElement() instanceof SubProcess))
                .toList());
        Set<FlowNode> reached = new LinkedHashSet<>();
        while (!todo.isEmpty()) {
            FlowNode node = todo.pop();
            if (!reached.add(node)) {
                continue;
            }
            node.getOutgoing().forEach(flow -> todo.add(flow.getTarget()));
            if (node instanceof Activity) {
                process.all(BoundaryEvent.class).stream()
                        .filter(event -> event.getAttachedTo().equals(node))
                        .forEach(todo::add);
            }
            if (node instanceof SubProcess inside) {
                inside.getChildElementsByType(StartEvent.class).forEach(todo::add);
            }
        }
        return reached;
    }

    private static List<String> ids(Collection<FlowNode> nodes) {
        return nodes.stream().map(FlowNode::getId).toList();
    }

    private static void assertSentenceCase(String name) {
        assertThat(name).isNotBlank().matches("[A-ZÅÄÖ].*").doesNotEndWith(".").doesNotContain("  ");
        assertThat(Stream.of(name.split("\\s+")).skip(1))
                .as("sentence case: " + name)
                .allMatch(word -> Character.isLowerCase(word.charAt(0)) || PROPER_NAMES.contains(word));
    }
}
