package se.varna.common;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence in the bundles is read by somebody, and every sentence that is asked for by its whole key is there. */
class SentencesTest {

    private static final Path MAIN = Path.of("src/main");
    private static final String CODE = Stream.of(MAIN, Path.of("forms"), Path.of("processes"))
            .flatMap(folder -> files(folder, "java|html|js|form|bpmn"))
            .map(SentencesTest::read)
            .collect(Collectors.joining("\n"));

    private static final String TEMPLATES =
            files(MAIN, "html").map(SentencesTest::read).collect(Collectors.joining());

    /** What is asked for by its whole key, or where the rest of the key is an enum's or another code. */
    private static final Set<String> WHOLE = found("(?<![\\w.])([A-Za-z]\\w*(?:\\.\\w+)+)(?![\\w.])", CODE);

    private static final Set<String> BEGINNINGS = found("[\"'|{]([A-Za-z][\\w.]*\\.)(?:[\"']|\\$\\{)", CODE).stream()
            .filter(beginning -> !beginning.equals("problem."))
            .collect(toSet());
    private static final Set<String> WORDS = found("(\\w+)", CODE);

    private static final Map<String, Set<String>> ENUMS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("se.varna").stream()
                    .filter(JavaClass::isEnum)
                    .collect(Collectors.toMap(
                            JavaClass::getSimpleName,
                            type -> Stream.of(type.reflect().getEnumConstants())
                                    .map(value -> ((Enum<?>) value).name())
                                    .collect(toSet()),
                            (one, other) ->
                                    Stream.of(one, other).flatMap(Set::stream).collect(toSet())));

    @Test
    void no_sentence_is_left_that_nobody_reads() {
        assertThat(keys()).hasSizeGreaterThan(1000);
        assertThat(keys().filter(key -> !isRead(key))).isEmpty();
    }

    @Test
    void every_sentence_that_is_asked_for_is_there() {
        Set<String> there = keys().collect(toSet());
        Set<String> asked = found("#\\{([\\w.]+)[}(]", TEMPLATES);
        asked.addAll(found("labels\\s*\\.text\\(\\s*\"([\\w.]+)\"\\s*[,)]", CODE));
        found("(?:Problem\\.of|Refused\\.because)\\(\\s*\"([\\w.]+)\"\\s*[,)]", CODE)
                .forEach(code -> asked.add("problem." + code));
        assertThat(asked).hasSizeGreaterThan(500).isSubsetOf(there);
    }

    private static boolean isRead(String key) {
        String code = key.replaceFirst("^problem\\.", "");
        String[] parts = key.split("\\.");
        return WHOLE.contains(key)
                || WHOLE.contains(code)
                || !code.contains(".") && CODE.contains('"' + code + '"')
                || BEGINNINGS.stream()
                        .anyMatch(beginning -> (key.startsWith(beginning) || code.startsWith(beginning))
                                && (parts.length < 3
                                        || ENUMS.getOrDefault(parts[1], Set.of(parts[2]))
                                                .contains(parts[2]))
                                && Stream.of(parts).skip(1).allMatch(part -> WORDS.contains(part)));
    }

    private static Stream<String> keys() {
        return files(MAIN.resolve("resources/messages"), "properties").flatMap(bundle -> {
            Properties sentences = new Properties();
            try (Reader reader = Files.newBufferedReader(bundle)) {
                sentences.load(reader);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return sentences.stringPropertyNames().stream();
        });
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> files(Path folder, String endings) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(" + endings + ")")).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
