package se.varna.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.type.ModelElementType;

/** The models and forms as they lie in the repository. */
final class Models {

    private Models() {}

    /** A process model and the name of its file, without the ending. */
    record Process(String name, BpmnModelInstance model) {

        <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return model.getModelElementsByType(type);
        }

        Collection<FlowNode> nodes() {
            return all(FlowNode.class);
        }

        /** Every element that the model's own schema defines, of whatever kind. */
        List<ModelElementInstance> everything() {
            return model.getModel().getTypes().stream()
                    .filter(type -> !type.isAbstract())
                    .map((ModelElementType type) -> model.getModelElementsByType(type))
                    .flatMap(Collection::stream)
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A file of decision tables and its name, without the ending. */
    record Decisions(String name, DmnModelInstance model) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** A form and the name of its file, without the ending. */
    record Form(String name, JsonNode json) {

        String id() {
            return json.path("id").asText();
        }

        List<JsonNode> components() {
            return list(json.path("components"));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Process> processes() {
        return files("processes", ".bpmn")
                .map(file -> new Process(name(file), Bpmn.readModelFromFile(file.toFile())))
                .toList();
    }

    static List<Decisions> decisions() {
        return files("processes", ".dmn")
                .map(file -> new Decisions(name(file), Dmn.readModelFromFile(file.toFile())))
                .toList();
    }

    static List<Form> forms() {
        ObjectMapper mapper = new ObjectMapper();
        return files("forms", ".form")
                .map(file -> {
                    try {
                        return new Form(name(file), mapper.readTree(file.toFile()));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /** {@code incident-handling} as {@code incidentHandling}. */
    static String camel(String kebab) {
        String[] words = kebab.split("-");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }

    static List<JsonNode> list(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(array::get)
                .toList();
    }

    static Stream<Path> files(String directory, String ending) {
        try (Stream<Path> found = Files.walk(Path.of(directory))) {
            return found.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    }
}
