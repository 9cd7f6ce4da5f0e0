package se.varna.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/asvs.md} says of the requirements of OWASP ASVS names only what there is. */
class AsvsTest {

    /** A class, after its package where two have the same name, and a test in it. */
    private static final Pattern NAME = Pattern.compile("`((?:[a-z]+\\.)*[A-Z]\\w*)(?:\\.([a-z]\\w*))?`");

    private static final Pattern ROW = Pattern.compile("\\| \\d+\\.\\d+\\.\\d+ \\|.*");

    /** How many requirements of level 1 and 2 there are in V6, V7, V8 and the two roles in V10. */
    private static final int REQUIREMENTS = 35 + 18 + 7 + 13;

    private static final Set<String> ANSWERS = Set.of("holds", "provider", "in part", "not yet", "not here");

    private record Row(String number, String answer, String shownBy) {}

    @Test
    void every_class_and_test_that_is_named_exists() throws IOException {
        List<MatchResult> names = NAME.matcher(text()).results().toList();
        assertThat(names).hasSizeGreaterThan(100);
        assertThat(names.stream()
                        .filter(name -> !exists(name.group(1), name.group(2)))
                        .map(MatchResult::group)
                        .distinct())
                .isEmpty();
    }

    @Test
    void each_requirement_has_one_row_with_an_answer_that_the_page_explains() throws IOException {
        List<Row> rows = rows();
        assertThat(rows.stream().map(Row::number)).hasSize(REQUIREMENTS).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> assertThat(
                        ANSWERS.stream().anyMatch(answer -> row.answer().startsWith("**" + answer + "**")))
                .as(row.number())
                .isTrue());
    }

    @Test
    void what_holds_is_shown_by_a_test_or_says_why_by_none() throws IOException {
        List<Row> untested = rows().stream()
                .filter(row -> row.answer().startsWith("**holds**"))
                .filter(row -> !NAME.matcher(row.shownBy()).find())
                .toList();
        assertThat(untested)
                .allSatisfy(row ->
                        assertThat(row.answer()).as(row.number()).containsAnyOf("no test", "above", "there are none"));
    }

    private static List<Row> rows() throws IOException {
        return text().lines()
                .filter(line -> ROW.matcher(line).matches())
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .map(cells -> new Row(cells.get(1), cells.get(4), cells.get(6)))
                .toList();
    }

    private static boolean exists(String type, String test) {
        Path file = Path.of(type.replace('.', '/') + ".java");
        return sources()
                .filter(source -> source.endsWith(file))
                .anyMatch(source -> test == null || read(source).contains("void " + test + "("));
    }

    private static Stream<Path> sources() {
        return Stream.of("src/main/java", "src/test/java").flatMap(root -> {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                return files.toList().stream();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String text() throws IOException {
        return Files.readString(Path.of("docs/asvs.md"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
