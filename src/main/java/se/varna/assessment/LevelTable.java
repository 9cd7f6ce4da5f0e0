package se.varna.assessment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("acuteDanger", acuteDanger);
        inputs.put("kinds", kinds.stream().map(Enum::name).toList());
        inputs.put("factors", List.copyOf(new TreeSet<>(factors)));
        Decisions.Answer answer = decisions.ask(DECISION, inputs);
        Level highest =
                Level.highest(answer.rows().stream().map(LevelTable::level).toList());
        List<String> reasons = answer.rows().stream()
                .filter(row -> level(row) == highest)
                .map(row -> (String) row.get("reason"))
                .toList();
        return new Recommendation(highest, reasons, answer.version());
    }

    private static Level level(Map<String, Object> row) {
        return Level.valueOf((String) row.get("level"));
    }
}
