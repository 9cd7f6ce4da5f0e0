package se.varna.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text that a webapp of Camunda's has in English is there in Swedish, and none that it has not. */
class LocalesTest {

    private static final String WEBAPPS = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    /** Words that are the same in both languages. */
    private static final Set<String> THE_SAME = Set.of(
            "Admin",
            "Cockpit",
            "CSV",
            "Diagram",
            "Filter",
            "Information",
            "JSON",
            "OK",
            "Ok",
            "Optimize",
            "System",
            "Version",
            "Version:",
            "process",
            "<version>");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void every_text_is_there_in_swedish_with_the_same_places(String webapp) throws IOException {
        Map<String, String> english = texts(webapp, "en");
        Map<String, String> swedish = texts(webapp, "sv");
        assertThat(english).hasSizeGreaterThan(100);
        assertThat(swedish.keySet()).isEqualTo(english.keySet());
        assertThat(places(swedish)).isEqualTo(places(english));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void no_text_was_left_in_english(String webapp) throws IOException {
        Map<String, String> english = texts(webapp, "en");
        Map<String, String> swedish = texts(webapp, "sv");
        assertThat(swedish.keySet().stream()
                        .filter(key -> key.startsWith("/labels/"))
                        .filter(key -> swedish.get(key).equals(english.get(key)))
                        .filter(key -> swedish.get(key).matches("(?s).*\\p{L}{2}.*"))
                        .filter(key -> !THE_SAME.contains(swedish.get(key).strip())))
                .isEmpty();
    }

    /** Each text by the way to it. */
    private static Map<String, String> texts(String webapp, String language) throws IOException {
        String file = WEBAPPS + webapp + "/locales/" + language + ".json";
        try (InputStream in = LocalesTest.class.getClassLoader().getResourceAsStream(file)) {
            // Camunda's own files begin with a byte order mark.
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
            Map<String, String> texts = new TreeMap<>();
            collect(new ObjectMapper().readTree(json), "", texts);
            return texts;
        }
    }

    private static void collect(JsonNode node, String way, Map<String, String> texts) {
        node.properties().forEach(entry -> collect(entry.getValue(), way + "/" + entry.getKey(), texts));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), way + "/" + i, texts);
        }
        if (node.isValueNode()) {
            texts.put(way, node.asText());
        }
    }

    private static Map<String, Set<String>> places(Map<String, String> texts) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, text -> PLACE.matcher(text.getValue())
                        .results()
                        .map((MatchResult place) -> place.group(1))
                        .collect(Collectors.toSet())));
    }
}
