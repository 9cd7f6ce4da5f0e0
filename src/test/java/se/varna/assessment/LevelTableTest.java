package se.varna.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Level;

/** Every row of {@code threat-level.dmn}. */
class LevelTableTest extends VarnaTest {

    @Autowired
    private LevelTable table;

    @ParameterizedTest(name = "{0} ger minst {1}")
    @CsvSource({
        "WEAPON, HIGH",
        "VIOLENCE, HIGH",
        "HOME_VISIT, HIGH",
        "TIME_AND_PLACE, HIGH",
        "CHILDREN, HIGH",
        "ESCALATING, HIGH",
        "FAMILY, ELEVATED",
        "REPEATED, ELEVATED",
        "CAPABILITY, ELEVATED",
        "INTENT, ELEVATED",
        "HOME_ADDRESS_KNOWN, ELEVATED",
        "FIXATION, ELEVATED",
        "COMING_MEETING, ELEVATED",
        "FEAR, ELEVATED",
        "AFFECTS_DUTY, ELEVATED"
    })
    void each_factor_has_its_level_and_says_why(String factor, Level level) {
        var alone = table.recommend(false, Set.of(), Set.of(factor));
        assertThat(alone.level()).isEqualTo(level);
        assertThat(alone.reasons()).hasSize(1).allMatch(reason -> reason.matches("[a-zåäö].*[^.]"));
        assertThat(alone.version()).matches("threatLevel:\\d+");

        var withHate = table.recommend(false, Set.of(Kind.HATE), Set.of(factor));
        assertThat(withHate).isEqualTo(alone);
    }

    @Test
    void no_factor_and_no_indicator_is_forgotten() {
        Stream.concat(Stream.of(Factor.values()), Stream.of(Indicator.values()))
                .map(Enum::name)
                .forEach(code -> assertThat(table.recommend(false, Set.of(Kind.HATE), Set.of(code))
                                .level())
                        .as(code)
                        .isGreaterThan(Level.LOW));
    }

    @ParameterizedTest(name = "{0} ger {1}")
    @CsvSource({
        "THREAT, ELEVATED",
        "VIOLENCE, HIGH",
        "HATE, LOW",
        "HARASSMENT, LOW",
        "VANDALISM, LOW",
        "THEFT, LOW",
        "OTHER, LOW"
    })
    void each_kind_has_its_level_and_says_why(Kind kind, Level level) {
        var recommendation = table.recommend(false, Set.of(kind), Set.of());
        assertThat(recommendation.level()).isEqualTo(level);
        assertThat(recommendation.reasons()).hasSize(1).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void acute_danger_is_acute_whatever_else_is_known(Kind kind) {
        assertThat(table.recommend(true, Set.of(kind), Set.of("WEAPON")).level())
                .isEqualTo(Level.ACUTE);
        assertThat(table.recommend(true, Set.of(), Set.of()).level()).isEqualTo(Level.ACUTE);
    }

    @Test
    void acute_danger_alone_is_the_whole_reason() {
        assertThat(table.recommend(true, Set.of(), Set.of()).reasons()).hasSize(1);
    }

    @Test
    void when_nothing_is_known_the_level_is_elevated_because_too_little_is_known() {
        var recommendation = table.recommend(false, Set.of(), Set.of());
        assertThat(recommendation.level()).isEqualTo(Level.ELEVATED);
        assertThat(recommendation.reasons()).containsExactly("vi ännu vet för lite");
    }

    @Test
    void violence_said_twice_is_one_reason_or_two_but_one_level() {
        var recommendation = table.recommend(false, Set.of(Kind.VIOLENCE), Set.of("VIOLENCE"));
        assertThat(recommendation.level()).isEqualTo(Level.HIGH);
        assertThat(recommendation.reasons()).doesNotHaveDuplicates();
    }

    @Test
    void the_highest_level_holds_and_only_its_own_reasons_are_given() {
        var recommendation =
                table.recommend(false, EnumSet.allOf(Kind.class), Set.of("WEAPON", "HOME_VISIT", "FEAR", "FIXATION"));
        assertThat(recommendation.level()).isEqualTo(Level.HIGH);
        List<String> expected = Stream.concat(
                        Stream.of("WEAPON", "HOME_VISIT")
                                .flatMap(code -> table.recommend(false, Set.of(), Set.of(code)).reasons().stream()),
                        table.recommend(false, Set.of(Kind.VIOLENCE), Set.of()).reasons().stream())
                .toList();
        assertThat(recommendation.reasons()).containsExactlyInAnyOrderElementsOf(expected);
    }

    // --- repetition

    @ParameterizedTest(name = "{0} flyttar upp ett steg, och inte över Hög")
    @ValueSource(strings = {"SAME_PERSON", "SAME_QUESTION", "SAME_SENDER", "ELSEWHERE"})
    void repetition_moves_the_level_up_one_step_and_not_past_high(String sign) {
        var low = table.recommend(false, Set.of(Kind.HATE), Set.of());
        var fromLow = table.recommend(false, Set.of(Kind.HATE), Set.of(), Set.of(sign));
        assertThat(fromLow.level()).isEqualTo(Level.ELEVATED);
        assertThat(fromLow.reasons()).hasSize(2).startsWith(low.reasons().get(0));
        assertThat(fromLow.reasons().get(1)).matches("[a-zåäö].*[^.]");

        var fromElevated = table.recommend(false, Set.of(Kind.THREAT), Set.of("FEAR"), Set.of(sign));
        assertThat(fromElevated.level()).isEqualTo(Level.HIGH);
        assertThat(fromElevated.reasons())
                .containsExactly(
                        "den utsatta är rädd",
                        "det gäller hot",
                        fromLow.reasons().get(1));

        var fromHigh = table.recommend(false, Set.of(), Set.of("WEAPON"), Set.of(sign));
        assertThat(fromHigh.level()).isEqualTo(Level.HIGH);
        assertThat(fromHigh.reasons())
                .containsExactly("vapen nämns", fromLow.reasons().get(1));

        assertThat(table.recommend(true, Set.of(), Set.of(), Set.of(sign)))
                .isEqualTo(table.recommend(true, Set.of(), Set.of()));
    }

    @Test
    void each_likeness_has_its_rows() {
        assertThat(Stream.of(Likeness.values())
                        .map(Enum::name)
                        .map(name -> table.recommend(false, Set.of(Kind.HATE), Set.of(), Set.of(name))))
                .allMatch(recommendation -> recommendation.level() == Level.ELEVATED)
                .extracting(LevelTable.Recommendation::reasons)
                .doesNotHaveDuplicates();
    }

    @Test
    void repetition_in_every_way_at_once_is_still_one_step() {
        var all = table.recommend(
                false, Set.of(Kind.HATE), Set.of(), Set.of("SAME_PERSON", "SAME_QUESTION", "SAME_SENDER", "ELSEWHERE"));
        assertThat(all.level()).isEqualTo(Level.ELEVATED);
        assertThat(all.reasons()).hasSize(5);
    }

    @Test
    void repetition_that_gets_worse_is_high_at_once() {
        assertThat(table.recommend(false, Set.of(Kind.HATE), Set.of("ESCALATING"), Set.of("SAME_PERSON"))
                        .level())
                .isEqualTo(Level.HIGH);
    }

    @Test
    void repetition_of_what_too_little_is_known_of_is_high() {
        var recommendation = table.recommend(false, Set.of(), Set.of(), Set.of("SAME_PERSON"));
        assertThat(recommendation.level()).isEqualTo(Level.HIGH);
        assertThat(recommendation.reasons()).startsWith("vi ännu vet för lite").hasSize(2);
    }

    @Test
    void the_order_in_which_things_are_said_changes_nothing() {
        Set<String> all = Stream.of(Factor.values()).map(Enum::name).collect(Collectors.toSet());
        assertThat(table.recommend(false, List.of(Kind.THREAT, Kind.HATE), all))
                .isEqualTo(table.recommend(false, List.of(Kind.HATE, Kind.THREAT), all));
    }
}
