package se.varna.planning;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.varna.casefile.Level;
import se.varna.engine.Decisions;

/** Asks {@code event-risk.dmn}: which level the answers to the first two steps speak for (R22). */
@Component
class EventRisk {

    private static final String DECISION = "eventRisk";

    /** Those that tell of somebody, and not only of the circumstances. */
    private static final Set<RiskSign> GRAVE =
            Set.of(RiskSign.THREATS_BEFORE, RiskSign.CALLS_TO_ACT, RiskSign.KNOWN_DISTURBERS);

    private final Decisions decisions;

    EventRisk(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param reason a Swedish sentence */
    record Recommendation(Level level, String reason, String version) {}

    Recommendation recommend(Conflict conflict, Set<RiskSign> signs) {
        Decisions.Answer answer =
                decisions.ask(DECISION, Map.of("conflict", conflict.name(), "signs", signs.size(), "grave", (int)
                        signs.stream().filter(GRAVE::contains).count()));
        Map<String, Object> row = answer.only();
        return new Recommendation(
                Level.valueOf((String) row.get("level")), (String) row.get("reason"), answer.version());
    }
}
