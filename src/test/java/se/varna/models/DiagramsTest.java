package se.varna.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models can be read as pictures. */
class DiagramsTest {

    static List<Models.Process> processes() {
        return Models.processes();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_node_and_flow_is_drawn_once_under_its_own_id(Models.Process process) {
        assertThat(process.all(BpmnShape.class))
                .extracting(shape -> shape.getBpmnElement().getId())
                .containsExactlyInAnyOrderElementsOf(
                        process.nodes().stream().map(FlowNode::getId).toList());
        assertThat(process.all(BpmnEdge.class))
                .extracting(edge -> edge.getBpmnElement().getId())
                .containsExactlyInAnyOrderElementsOf(process.all(SequenceFlow.class).stream()
                        .map(SequenceFlow::getId)
                        .toList());
        assertThat(process.all(BpmnShape.class)).allSatisfy(shape -> assertThat(shape.getId())
                .isEqualTo(shape.getBpmnElement().getId() + "_di"));
        assertThat(process.all(BpmnEdge.class)).allSatisfy(edge -> assertThat(edge.getId())
                .isEqualTo(edge.getBpmnElement().getId() + "_di"));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void no_two_nodes_lie_on_each_other(Models.Process process) {
        List<BpmnShape> shapes = List.copyOf(process.all(BpmnShape.class));
        List<String> overlaps = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            for (int j = i + 1; j < shapes.size(); j++) {
                BpmnShape one = shapes.get(i);
                BpmnShape other = shapes.get(j);
                if (!belongTogether(node(one), node(other)) && overlap(one.getBounds(), other.getBounds())) {
                    overlaps.add(node(one).getId() + " and " + node(other).getId());
                }
            }
        }
        assertThat(overlaps).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void no_flow_runs_through_a_node_that_it_does_not_concern(Models.Process process) {
        List<String> crossings = new ArrayList<>();
        for (BpmnEdge edge : process.all(BpmnEdge.class)) {
            SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
            List<Waypoint> points = List.copyOf(edge.getWaypoints());
            for (BpmnShape shape : process.all(BpmnShape.class)) {
                FlowNode node = node(shape);
                Set<FlowNode> own = Set.of(flow.getSource(), flow.getTarget());
                boolean concerns = own.stream().anyMatch(end -> end.equals(node) || belongTogether(end, node));
                for (int i = 1; i < points.size() && !concerns; i++) {
                    if (crosses(points.get(i - 1), points.get(i), shape.getBounds())) {
                        crossings.add(flow.getId() + " through " + node.getId());
                    }
                }
            }
        }
        assertThat(crossings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_flow_begins_and_ends_at_the_border_of_its_nodes(Models.Process process) {
        var bounds = process.all(BpmnShape.class).stream()
                .collect(Collectors.toMap(shape -> node(shape).getId(), BpmnShape::getBounds));
        assertThat(process.all(BpmnEdge.class)).allSatisfy(edge -> {
            SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
            List<Waypoint> points = List.copyOf(edge.getWaypoints());
            assertThat(onBorder(points.get(0), bounds.get(flow.getSource().getId())))
                    .as(flow.getId() + " begins at its source")
                    .isTrue();
            assertThat(onBorder(
                            points.get(points.size() - 1),
                            bounds.get(flow.getTarget().getId())))
                    .as(flow.getId() + " ends at its target")
                    .isTrue();
        });
    }

    private static FlowNode node(BpmnShape shape) {
        return (FlowNode) shape.getBpmnElement();
    }

    /** A boundary event sits on its activity, and a subprocess holds what is inside it. */
    private static boolean belongTogether(FlowNode one, FlowNode other) {
        return one instanceof BoundaryEvent event && event.getAttachedTo().equals(other)
                || other instanceof BoundaryEvent event2
                        && event2.getAttachedTo().equals(one)
                || one.getParentElement().equals(other)
                || other.getParentElement().equals(one);
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.getX() < other.getX() + other.getWidth()
                && other.getX() < one.getX() + one.getWidth()
                && one.getY() < other.getY() + other.getHeight()
                && other.getY() < one.getY() + one.getHeight();
    }

    private static boolean crosses(Waypoint from, Waypoint to, Bounds bounds) {
        return new java.awt.geom.Rectangle2D.Double(
                        bounds.getX() + 1, bounds.getY() + 1, bounds.getWidth() - 2, bounds.getHeight() - 2)
                .intersectsLine(from.getX(), from.getY(), to.getX(), to.getY());
    }

    private static boolean onBorder(Waypoint point, Bounds bounds) {
        double left = point.getX() - bounds.getX();
        double top = point.getY() - bounds.getY();
        boolean inside = left >= -1 && left <= bounds.getWidth() + 1 && top >= -1 && top <= bounds.getHeight() + 1;
        boolean deep = left > 1 && left < bounds.getWidth() - 1 && top > 1 && top < bounds.getHeight() - 1;
        return inside && !deep;
    }
}
