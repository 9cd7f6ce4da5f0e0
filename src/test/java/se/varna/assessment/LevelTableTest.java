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

    @Test
    void the_order_in_which_things_are_said_changes_nothing() {
        Set<String> all = Stream.of(Factor.values()).map(Enum::name).collect(Collectors.toSet());
        assertThat(table.recommend(false, List.of(Kind.THREAT, Kind.HATE), all))
                .isEqualTo(table.recommend(false, List.of(Kind.HATE, Kind.THREAT), all));
    }
}
