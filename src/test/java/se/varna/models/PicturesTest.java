package se.varna.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The pictures in the README are of these models; {@code docs/pictures.mjs} draws them anew. */
class PicturesTest {

    static List<Models.Process> processes() {
        return Models.processes();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void the_picture_shows_the_models_elements_with_their_names(Models.Process process) throws Exception {
        Document picture = picture(process);
        Map<String, String> drawn = new TreeMap<>();
        NodeList groups = picture.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            String id = group.getAttribute("data-element-id");
            if (!id.isEmpty()) {
                drawn.merge(id.replaceFirst("_label$", ""), words(group), String::concat);
            }
        }
        assertThat(drawn).containsExactlyInAnyOrderEntriesOf(named(process));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void the_picture_has_the_processs_name_and_meaning_for_those_who_cannot_see_it(Models.Process process)
            throws Exception {
        Process model = process.all(Process.class).iterator().next();
        Document picture = picture(process);
        assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(model.getName());
        assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo(model.getDocumentations().iterator().next().getTextContent());
    }

    @Test
    void no_picture_is_of_a_model_that_is_gone() {
        assertThat(Models.files("docs/processes", ".svg")
                        .map(file -> file.getFileName().toString().replace(".svg", "")))
                .containsExactlyInAnyOrderElementsOf(
                        Models.processes().stream().map(Models.Process::name).toList());
    }

    /** What is drawn: every node and flow, and its name as far as it has one. */
    private static Map<String, String> named(Models.Process process) {
        return Stream.<FlowElement>concat(
                        process.all(FlowNode.class).stream(), process.all(SequenceFlow.class).stream())
                .collect(Collectors.toMap(
                        FlowElement::getId, element -> element.getName() == null ? "" : squeezed(element.getName())));
    }

    /** The words written in the element itself, not those of elements inside it. */
    private static String words(Element group) {
        StringBuilder words = new StringBuilder();
        NodeList spans = group.getElementsByTagName("tspan");
        for (int i = 0; i < spans.getLength(); i++) {
            words.append(spans.item(i).getTextContent());
        }
        return squeezed(words.toString());
    }

    /** A drawn name is broken into lines wherever it has to be. */
    private static String squeezed(String name) {
        return name.replaceAll("[\\s\\u00ad-]+", "");
    }

    private static Document picture(Models.Process process) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(Path.of("docs/processes", process.name() + ".svg").toFile());
    }
}
