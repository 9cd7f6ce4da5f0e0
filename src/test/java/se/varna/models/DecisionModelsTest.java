package se.varna.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every decision table keeps to, so that the city can read and change it. */
class DecisionModelsTest {

    /** How Java names the tables that it asks. */
    private static final Pattern ASKED = Pattern.compile("private static final String \\w*DECISION = \"(\\w+)\"");

    static List<Models.Decisions> decisions() {
        return Models.decisions();
    }

    @Test
    void there_are_tables_to_check() {
        assertThat(Models.decisions()).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void the_file_is_named_after_its_first_decision(Models.Decisions file) {
        assertThat(file.model().getDefinitions().getId()).isEqualTo(Models.camel(file.name()) + "Definitions");
        assertThat(file.model().getModelElementsByType(Decision.class))
                .first()
                .extracting(Decision::getId)
                .isEqualTo(Models.camel(file.name()));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void every_decision_is_named_and_says_how_long_its_history_is_kept(Models.Decisions file) {
        assertThat(file.model().getModelElementsByType(Decision.class)).allSatisfy(decision -> {
            assertThat(decision.getName()).matches("[A-ZÅÄÖ][a-zåäö ]+");
            assertThat(decision.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
        });
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void no_id_is_generated(Models.Decisions file) {
        assertThat(file.model().getModelElementsByType(DmnElement.class))
                .filteredOn(element -> element.getId() != null)
                .isNotEmpty()
                .allSatisfy(element -> assertThat(element.getId())
                        .matches("[a-zA-Z]+(_[a-zA-Z0-9]+)*")
                        .doesNotMatch("(?i).*_(?=[a-z]*\\d)[a-z0-9]{7}$"));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void every_column_has_a_heading_and_every_row_says_where_it_comes_from(Models.Decisions file) {
        assertThat(file.model().getModelElementsByType(Input.class))
                .allSatisfy(input -> assertThat(input.getLabel()).isNotBlank());
        assertThat(file.model().getModelElementsByType(Output.class))
                .allSatisfy(output -> assertThat(output.getLabel()).isNotBlank());
        assertThat(file.model().getModelElementsByType(Rule.class)).isNotEmpty().allSatisfy(rule -> assertThat(
                        rule.getDescription().getTextContent())
                .containsPattern("R\\d|[Ff]örslag"));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void every_row_fills_every_column(Models.Decisions file) {
        assertThat(file.model().getModelElementsByType(DecisionTable.class))
                .allSatisfy(table -> assertThat(table.getRules()).allSatisfy(rule -> {
                    assertThat(rule.getInputEntries()).hasSameSizeAs(table.getInputs());
                    assertThat(rule.getOutputEntries()).hasSameSizeAs(table.getOutputs());
                }));
    }

    @Test
    void every_table_that_java_asks_exists() {
        var known = Models.decisions().stream()
                .flatMap(file -> file.model().getModelElementsByType(Decision.class).stream())
                .map(Decision::getId)
                .collect(Collectors.toSet());
        var asked = Models.files("src/main/java", ".java")
                .flatMap(file -> ASKED.matcher(Models.read(file)).results().map(match -> match.group(1)))
                .collect(Collectors.toSet());
        assertThat(known).containsAll(asked);
        assertThat(asked).containsExactlyInAnyOrderElementsOf(known);
    }
}
