package se.varna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether a page is in Swedish: what can be seen on it, and what is read aloud. English are the words of the webapp's
 * English texts that are in none of its Swedish ones, and the commonest words of the language.
 */
final class Swedish {

    /** Models and forms are shown by the names of their files. */
    private static final Pattern FILE = Pattern.compile("[\\w-]+\\.(bpmn|dmn|form)");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private static final Set<String> COMMON = Set.of(
            "the",
            "of",
            "and",
            "to",
            "is",
            "are",
            "with",
            "without",
            "from",
            "you",
            "your",
            "this",
            "that",
            "not",
            "no",
            "yes",
            "field",
            "required",
            "must",
            "search",
            "select",
            "close",
            "month",
            "year",
            "monday",
            "january",
            "november",
            "december",
            "sun",
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "ago",
            "hours",
            "days",
            "minutes",
            "zoom",
            "in",
            "out",
            "reset",
            "results",
            "value");

    /** The name of a product, and Swedish words that are English ones too. */
    private static final Set<String> ALLOWED =
            Set.of("camunda", "platform", "in", "min", "november", "december", "sun", "mon");

    private static final TypeReference<Map<String, String>> TEXTS_BY_KEY = new TypeReference<>() {};

    private static final String TEXTS =
            """
            () => {
              const texts = [document.title];
              const seen = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
              const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (all.nextNode()) {
                const element = all.currentNode.parentElement;
                if (!element.matches('script, style, noscript') && seen(element)) {
                  texts.push(all.currentNode.data);
                }
              }
              const said = ['title', 'placeholder', 'aria-label', 'alt', 'uib-tooltip'];
              document.querySelectorAll(said.map(name => `[${name}]`).join()).forEach(element => {
                if (seen(element)) {
                  said.forEach(name => texts.push(element.getAttribute(name) ?? ''));
                }
              });
              return texts.map(text => text.trim()).filter(text => text);
            }""";

    /** The engine's ids, and those of the tests' own people: their letters can look like words. */
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|ny-[0-9a-f]{8}";

    private final Set<String> english = new TreeSet<>();

    /** What a webapp shows when it has no text. */
    private final Set<String> keys = new HashSet<>();

    /** @param technical words that may be seen as they are: names that the models give to things */
    Swedish(String webapp, String... technical) {
        Map<String, String> inEnglish = texts(webapp, "en");
        inEnglish.keySet().stream().filter(key -> key.contains("_")).forEach(keys::add);
        english.addAll(words(inEnglish.values()));
        english.removeAll(words(texts(webapp, "sv").values()));
        english.addAll(COMMON);
        english.removeAll(ALLOWED);
        english.removeAll(Set.of(technical));
        assertThat(english).hasSizeGreaterThan(100);
    }

    void check(Page page, String where) {
        List<String> found = new ArrayList<>();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("sv");
        for (Frame frame : page.frames()) {
            for (Object text : (List<?>) frame.evaluate(TEXTS)) {
                Set<String> words = words(List.of(text.toString().replaceAll(ID, "")));
                words.retainAll(english);
                if (!words.isEmpty() || keys.contains(text.toString())) {
                    found.add(text + " " + words);
                }
            }
        }
        assertThat(found).as(where).isEmpty();
    }

    private static Set<String> words(Collection<String> texts) {
        Set<String> words = new TreeSet<>();
        texts.forEach(text -> WORD.matcher(FILE.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                // Codes are in capitals, wherever they are seen.
                .filter(word -> !word.equals(word.toUpperCase(Locale.ROOT)))
                .forEach(word -> words.add(word.toLowerCase(Locale.ROOT))));
        return words;
    }

    private static Map<String, String> texts(String webapp, String language) {
        String file = "META-INF/resources/webjars/camunda/app/" + webapp + "/locales/" + language + ".json";
        try (InputStream in = Swedish.class.getClassLoader().getResourceAsStream(file)) {
            // Camunda's own files begin with a byte order mark.
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
            return new ObjectMapper()
                    .convertValue(new ObjectMapper().readTree(json).path("labels"), TEXTS_BY_KEY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
