package se.varna.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.varna.bundle.LeftOut;
import se.varna.casefile.EventKind;
import se.varna.casefile.Level;
import se.varna.casefile.Phase;
import se.varna.consultation.Consultation;
import se.varna.consultation.ConsultationEntry;
import se.varna.directory.Owner;
import se.varna.evidence.EvidenceEvent;
import se.varna.measures.Measure;
import se.varna.measures.MeasureEntry;
import se.varna.notification.MailKind;
import se.varna.police.PoliceReferral;

/** Every code that can come before a person has its Swedish words, in one bundle only. */
class WordsTest {

    private static final List<String> BUNDLES =
            List.of("texts", "problems", "timeline", "pages", "portal", "directory");

    /** Calls that name a problem, and which of their arguments is its code. */
    private static final Map<String, Integer> NAMING =
            Map.of("Refused.because", 0, "Refused.at", 1, "Problem.of", 0, "Problem.at", 1, ".add", 1, ".addIf", 2);

    private static final Pattern CALL =
            Pattern.compile("(Refused\\.because|Refused\\.at|Problem\\.of|Problem\\.at|\\.addIf|\\.add)\\(");

    @Test
    void no_bundle_has_two_texts_under_one_name() {
        for (String bundle : BUNDLES) {
            assertThat(lines(bundle).stream()
                            .filter(line -> line.contains("=") && !line.startsWith("#"))
                            .map(line -> line.substring(0, line.indexOf('=')).strip()))
                    .as(bundle)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void every_choice_of_a_form_and_every_state_that_is_shown_has_a_word() {
        List<Class<?>> shown = new ArrayList<>(FormsTest.ENUMS.keySet().stream()
                .<Class<?>>map(FormsTest::enumFor)
                // What only the form's own task knows is asked there and shown nowhere else.
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                // The decision about the police is shown as the referral's state.
                .filter(type -> type != PoliceReferral.Decision.class)
                .toList());
        shown.addAll(List.of(
                Level.class,
                Phase.class,
                Owner.Function.class,
                PoliceReferral.State.class,
                LeftOut.class,
                Measure.State.class,
                Measure.Called.class,
                MeasureEntry.Step.class,
                Consultation.Stage.class,
                ConsultationEntry.EntryKind.class));
        assertThat(texts("texts").stringPropertyNames())
                .containsAll(shown.stream()
                        .flatMap(type -> Stream.of(type.getEnumConstants())
                                .map(constant -> "label." + type.getSimpleName() + "." + ((Enum<?>) constant).name()))
                        .toList());
    }

    @Test
    void every_event_of_a_case_has_a_sentence() {
        assertThat(texts("timeline").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Stream.of(EventKind.values())
                        .map(kind -> "timeline." + kind)
                        .toList());
    }

    @Test
    void everything_that_happens_to_evidence_has_a_sentence() {
        assertThat(texts("pages").stringPropertyNames())
                .containsAll(Stream.of(EvidenceEvent.Kind.values())
                        .map(kind -> "evidence." + kind)
                        .toList());
    }

    @Test
    void every_mail_has_a_text_that_tells_nothing_but_the_number_and_a_link() {
        Properties texts = texts("texts");
        for (MailKind kind : MailKind.values()) {
            assertThat(texts.getProperty("mail." + kind)).as(kind.name()).isNotBlank();
            assertThat(texts.getProperty("mail." + kind)).doesNotContainPattern("\\{[^01]}");
        }
    }

    @Test
    void every_problem_that_java_names_has_a_sentence() {
        Set<String> sentences = new TreeSet<>();
        BUNDLES.forEach(bundle -> texts(bundle).stringPropertyNames().stream()
                .filter(key -> key.startsWith("problem."))
                .map(key -> key.substring("problem.".length()))
                .forEach(sentences::add));
        Set<String> named = new TreeSet<>();
        Models.files("src/main/java", ".java").forEach(file -> named.addAll(problemsIn(Models.read(file))));

        assertThat(named).contains("required", "case.wrongPhase", "report.descriptionRequired", "task.notYours");
        assertThat(sentences).containsAll(named);
    }

    @Test
    void every_word_of_the_portal_has_its_english_with_the_same_places_to_fill_in() {
        Properties swedish = texts("portal");
        Properties english = texts("portal_en");
        assertThat(english.stringPropertyNames()).containsAll(swedish.stringPropertyNames());
        assertThat(swedish.stringPropertyNames()).allSatisfy(key -> assertThat(places(english.getProperty(key)))
                .as(key)
                .isEqualTo(places(swedish.getProperty(key))));
    }

    private static Set<String> places(String sentence) {
        return Pattern.compile("\\{(\\d)")
                .matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void every_sentence_is_filled_in_and_stands_in_one_bundle_only() {
        List<String> keys = new ArrayList<>();
        BUNDLES.forEach(bundle -> {
            Properties texts = texts(bundle);
            assertThat(texts).isNotEmpty();
            assertThat(texts.stringPropertyNames())
                    .allSatisfy(key -> assertThat(texts.getProperty(key)).isNotBlank());
            keys.addAll(texts.stringPropertyNames());
        });
        assertThat(keys).doesNotHaveDuplicates();
    }

    private static Set<String> problemsIn(String source) {
        Set<String> codes = new TreeSet<>();
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            List<String> arguments = arguments(source, call.end());
            int position = NAMING.get(call.group(1));
            if (arguments.size() > position) {
                Matcher literal = Pattern.compile("\"([\\w.]+[^.\"])\"").matcher(arguments.get(position));
                if (literal.matches()) {
                    codes.add(literal.group(1));
                }
            }
        }
        return codes;
    }

    /** The arguments of a call, each as it is written. */
    private static List<String> arguments(String source, int start) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        for (int i = start; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"' && source.charAt(i - 1) != '\\') {
                quoted = !quoted;
            }
            if (!quoted && (c == '(' || c == '{')) {
                depth++;
            }
            if (!quoted && (c == ')' || c == '}') && depth-- == 0) {
                break;
            }
            if (!quoted && c == ',' && depth == 0) {
                arguments.add(argument.toString().strip());
                argument.setLength(0);
            } else {
                argument.append(c);
            }
        }
        arguments.add(argument.toString().strip());
        return arguments;
    }

    private static List<String> lines(String bundle) {
        try {
            return Files.readAllLines(file(bundle));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String bundle) {
        return Path.of("src/main/resources/messages", bundle + ".properties");
    }

    private static Properties texts(String bundle) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(bundle))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
