package se.varna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every way through every model has been taken by some test of this run: both answers of each question, each boundary
 * event, each step. Draws what was taken in {@code target/process-test-coverage/index.html}.
 */
@Order(Integer.MAX_VALUE)
class EveryPathTakenTest {

    private static final Path REPORT = Path.of("target/process-test-coverage/index.html");

    @Test
    void every_answer_was_given_and_every_boundary_event_happened() throws IOException {
        assumeThat(PathsTaken.tests().stream().map(Class::getName))
                .as("only after all stories have been told")
                .containsAll(stories());

        List<String> there = new ArrayList<>();
        for (Path file : files(Path.of("processes"), ".bpmn")) {
            there.addAll(paths(Bpmn.readModelFromFile(file.toFile())));
        }
        assertThat(there).hasSizeGreaterThan(80);
        assertThat(PathsTaken.taken()).containsAll(there);
    }

    @AfterAll
    static void draw() throws IOException {
        StringBuilder page = new StringBuilder(
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
                        + "<title>Paths that tests have taken</title><style>body{font-family:sans-serif;margin:2em}svg{max-width:100%;height:auto}");
        StringBuilder pictures = new StringBuilder();
        for (Path file : files(Path.of("processes"), ".bpmn")) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            Set<String> paths = paths(model);
            Set<String> missing = new TreeSet<>(paths);
            missing.removeAll(PathsTaken.taken());
            passed(model).forEach(id -> page.append("[data-element-id=\"")
                    .append(id)
                    .append("\"] .djs-visual>:is(path,rect,circle,polygon){stroke:#0a7d33!important}"));
            String name = file.getFileName().toString().replace(".bpmn", "");
            pictures.append("<h2>%s: %d of %d</h2>".formatted(name, paths.size() - missing.size(), paths.size()));
            missing.forEach(
                    id -> pictures.append("<p>Not taken: <code>").append(id).append("</code></p>"));
            Path picture = Path.of("docs/processes", name + ".svg");
            if (Files.exists(picture)) {
                pictures.append(Files.readString(picture).replaceFirst("<\\?xml[^>]*>", ""));
            }
        }
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, page + "</style><h1>Paths that tests have taken</h1>" + pictures + "</html>");
    }

    private static Set<String> paths(BpmnModelInstance model) {
        return Stream.concat(
                        model.getModelElementsByType(BoundaryEvent.class).stream(),
                        model.getModelElementsByType(SequenceFlow.class).stream())
                .map(element -> element.getId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What was taken, and the nodes that it led to or came from. */
    private static Set<String> passed(BpmnModelInstance model) {
        Set<String> passed = paths(model);
        passed.retainAll(PathsTaken.taken());
        model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> Stream.concat(node.getIncoming().stream(), node.getOutgoing().stream())
                        .anyMatch(flow -> PathsTaken.taken().contains(flow.getId())))
                .forEach(node -> passed.add(node.getId()));
        return passed;
    }

    private static List<String> stories() throws IOException {
        return files(Path.of("src/test/java/se/varna/stories"), "Test.java").stream()
                .map(file -> "se.varna.stories." + file.getFileName().toString().replace(".java", ""))
                .toList();
    }

    private static List<Path> files(Path directory, String ending) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
