package se.varna.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.varna.statistics.Counting.Place;

/** No count under five can be worked out, whatever is added up and taken away. */
class SmallCountsTest {

    private static final List<String> UNITS = List.of("A", "B", "C", "D", "E", "F");
    private static final int YEARS = 4;
    private static final Map<Breakdown, List<String>> QUESTIONS = Map.of(
            Breakdown.REPEATED, List.of("YES", "NO"),
            Breakdown.POLICE, List.of("REPORTED", "DECLINED", "UNDECIDED"),
            Breakdown.LEVEL, List.of("LOW", "ELEVATED", "HIGH", "ACUTE"),
            Breakdown.CHANNEL, List.of("ONLINE", "MAIL", "PHONE", "HOME", "OTHER"));

    /** What is counted beside the incidents, and in no sum with them. */
    private static final List<String> BEFORE = List.of("QUESTION", "PLANNED_EVENT");

    /** A case as it is counted: where it belongs, and its answer to each question. */
    private record Counted(String unit, int year, int month, Map<Breakdown, String> answers) {}

    @ParameterizedTest
    @ValueSource(ints = {20, 60, 150, 400, 1200})
    void nobody_can_work_out_a_count_under_five(int cases) {
        for (int seed = 0; seed < 60; seed++) {
            Map<Place, Integer> counts = counts(draw(cases, new Random(seed * 31 + cases)));
            Set<Attack.Group> withheld = new Attack(counts).toWithhold();
            assertThat(withheld).hasSizeLessThan(5);
            Attacker<Place> attacker = attacker(counts);
            counts.forEach((place, count) -> {
                if (!withheld.contains(Attack.Group.of(place))) {
                    attacker.reads(
                            place, Range.of(count).from(), Range.of(count).to());
                }
            });

            Map<Place, Attacker.Bounds> found = attacker.worksOut();
            counts.forEach((place, count) -> {
                Attacker.Bounds bounds = found.get(place);
                assertThat(count).isBetween(bounds.least(), bounds.most());
                if (count < 5) {
                    assertThat(bounds.most() - bounds.least())
                            .as("%s holds %s, and the attacker knows: %s", place, count, bounds)
                            .isGreaterThanOrEqualTo(2);
                }
            });
        }
    }

    @Test
    void the_same_attacker_works_out_what_is_merely_left_out() {
        Map<Place, Integer> counts = counts(draw(400, new Random(1)));
        Attacker<Place> attacker = attacker(counts);
        counts.forEach((place, count) -> attacker.reads(place, count < 5 ? 0 : count, count < 5 ? 4 : count));

        assertThat(attacker.worksOut().entrySet())
                .filteredOn(found -> counts.get(found.getKey()) < 5
                        && found.getValue().least() == found.getValue().most())
                .hasSizeGreaterThan(50);
    }

    @Test
    void what_would_give_a_small_count_away_is_withheld() {
        // One year of four and four of five: all the years together, 24 at least, leave each of them four or five.
        Map<Place, Integer> counts = new HashMap<>();
        counts.put(all("", 0, 0), 24);
        IntStream.rangeClosed(1, 5).forEach(year -> counts.put(all("", year, 0), year == 1 ? 4 : 5));
        assertThat(new Attack(counts).toWithhold()).isNotEmpty();

        counts.put(all("", 0, 0), 20);
        IntStream.rangeClosed(1, 5).forEach(year -> counts.put(all("", year, 0), 4));
        assertThat(new Attack(counts).toWithhold()).isEmpty();
    }

    @Test
    void every_count_falls_in_one_group() {
        IntStream.range(0, 500).forEach(count -> {
            Range range = Range.of(count);
            assertThat(count).isBetween(range.from(), range.to());
            assertThat(range.isFew()).isEqualTo(count < 6);
        });
    }

    // --- what there is to be found

    private static Place all(String unit, int year, int month) {
        return new Place(unit, year, month, Breakdown.ALL, "");
    }

    /** Some units and answers far more common than others, as in life. */
    private static List<Counted> draw(int cases, Random dice) {
        return Stream.generate(() -> {
                    Map<Breakdown, String> answers = new HashMap<>();
                    if (dice.nextInt(4) == 0) {
                        answers.put(Breakdown.BEFORE, skewed(BEFORE, dice));
                    } else {
                        QUESTIONS.forEach((question, possible) -> answers.put(question, skewed(possible, dice)));
                    }
                    return new Counted(skewed(UNITS, dice), 1 + dice.nextInt(YEARS), 1 + dice.nextInt(12), answers);
                })
                .limit(cases)
                .toList();
    }

    private static String skewed(List<String> of, Random dice) {
        return of.get((int) (of.size() * dice.nextDouble() * dice.nextDouble()));
    }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (String unit : Stream.concat(Stream.of(""), UNITS.stream()).toList()) {
            for (int year = 0; year <= YEARS; year++) {
                for (int month = 0; month <= (year == 0 ? 0 : 12); month++) {
                    places.add(all(unit, year, month));
                }
                Place whole = all(unit, year, 0);
                QUESTIONS.forEach(
                        (question, possible) -> possible.forEach(answer -> places.add(whole.answer(question, answer))));
                BEFORE.forEach(concern -> places.add(whole.answer(Breakdown.BEFORE, concern)));
            }
        }
        return places;
    }

    private static Map<Place, Integer> counts(List<Counted> cases) {
        Map<Place, Integer> counts = new HashMap<>();
        places().forEach(place -> counts.put(place, 0));
        for (Counted each : cases) {
            for (String unit : List.of("", each.unit())) {
                int incident = each.answers().containsKey(Breakdown.BEFORE) ? 0 : 1;
                counts.merge(all(unit, each.year(), each.month()), incident, Integer::sum);
                for (int year : new int[] {0, each.year()}) {
                    Place whole = all(unit, year, 0);
                    counts.merge(whole, incident, Integer::sum);
                    each.answers()
                            .forEach((question, answer) ->
                                    counts.merge(whole.answer(question, answer), 1, Integer::sum));
                }
            }
        }
        return counts;
    }

    /** Who knows every sum that there is. */
    private static Attacker<Place> attacker(Map<Place, Integer> counts) {
        Attacker<Place> attacker = new Attacker<>();
        for (Place whole : counts.keySet()) {
            if (whole.unit().isEmpty()) {
                attacker.knows(
                        whole,
                        UNITS.stream()
                                .map(unit -> whole.in(unit, whole.year(), whole.month()))
                                .toList());
            }
            if (whole.year() == 0) {
                attacker.knows(
                        whole,
                        IntStream.rangeClosed(1, YEARS)
                                .mapToObj(year -> whole.in(whole.unit(), year, 0))
                                .toList());
            }
            if (whole.month() == 0 && whole.breakdown() == Breakdown.ALL) {
                if (whole.year() > 0) {
                    attacker.knows(
                            whole,
                            IntStream.rangeClosed(1, 12)
                                    .mapToObj(month -> whole.in(whole.unit(), whole.year(), month))
                                    .toList());
                }
                QUESTIONS.forEach((question, possible) -> attacker.knows(
                        whole,
                        possible.stream()
                                .map(answer -> whole.answer(question, answer))
                                .toList()));
            }
        }
        return attacker;
    }
}
