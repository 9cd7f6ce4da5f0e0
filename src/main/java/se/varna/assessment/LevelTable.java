package se.varna.assessment;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.varna.casefile.Kind;
import se.varna.casefile.Level;
import se.varna.engine.Decisions;

/** Asks {@code threat-level.dmn}. */
@Component
public class LevelTable {

    private static final String DECISION = "threatLevel";

    private final Decisions decisions;

    LevelTable(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * What the table recommends.
     *
     * @param level the highest that any rule gave
     * @param reasons Swedish phrases: why it is that level
     * @param version the table's version
     */
    public record Recommendation(Level level, List<String> reasons, String version) {}

    /** @param factors names of the report's indicators and the assessor's factors together */
    public Recommendation recommend(boolean acuteDanger, Collection<Kind> kinds, Set<String> factors) {
        Decisions.Answer answer = ask(acuteDanger, kinds, factors, null);
        Level highest =
                Level.highest(answer.rows().stream().map(LevelTable::level).toList());
        return new Recommendation(highest, reasons(answer, highest).toList(), answer.version());
    }

    /**
     * The same, and then asked once more with what speaks for repetition, which moves the level on from what it would be
     * without. It never lowers it. The reasons for the level without come first.
     *
     * @param repetition names of what speaks for the case being one of several
     */
    Recommendation recommend(boolean acuteDanger, Collection<Kind> kinds, Set<String> factors, Set<String> repetition) {
        Recommendation before = recommend(acuteDanger, kinds, factors);
        if (repetition.isEmpty()) {
            return before;
        }
        Set<String> all = new HashSet<>(factors);
        all.addAll(repetition);
        Decisions.Answer answer = ask(acuteDanger, kinds, all, before.level());
        Level highest = Level.highest(
                Stream.concat(Stream.of(before.level()), answer.rows().stream().map(LevelTable::level))
                        .toList());
        List<String> reasons = Stream.concat(before.reasons().stream(), reasons(answer, highest))
                .distinct()
                .toList();
        return new Recommendation(highest, reasons, answer.version());
    }

    private Decisions.Answer ask(boolean acuteDanger, Collection<Kind> kinds, Set<String> factors, Level before) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("acuteDanger", acuteDanger);
        inputs.put("kinds", kinds.stream().map(Enum::name).toList());
        inputs.put("factors", List.copyOf(new TreeSet<>(factors)));
        inputs.put("levelBefore", before == null ? null : before.name());
        return decisions.ask(DECISION, inputs);
    }

    private static Stream<String> reasons(Decisions.Answer answer, Level level) {
        return answer.rows().stream().filter(row -> level(row) == level).map(row -> (String) row.get("reason"));
    }

    private static Level level(Map<String, Object> row) {
        return Level.valueOf((String) row.get("level"));
    }
}
