package se.varna.responsibility;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.varna.engine.Decisions;

/**
 * Where one turns, by whom it concerns ({@code contact-point.dmn}). For elected officials, and those who are close to
 * them, {@link ResponsibilityTable} goes on; the others are not Värna's, and are told whose they are (R46, R49).
 */
@Component
public class ContactPoints {

    private static final String DECISION = "contactPoint";

    /** Whom it concerns. */
    public enum Asker {
        OFFICIAL,
        /** Close to an elected official. */
        RELATIVE,
        /** Employed by the city. */
        EMPLOYEE,
        /** Elected in the region, the parliament or the European Union. */
        OTHER_MANDATE,
        SOMEONE_ELSE;

        /** Whether the elected official's duties decide the answer. */
        public boolean isAboutOfficial() {
            return this == OFFICIAL || this == RELATIVE;
        }
    }

    /** Where one turns. */
    public enum TurnTo {
        /** The function that {@link ResponsibilityTable} names. */
        RESPONSIBLE,
        LINE_MANAGER,
        OWN_ORGANISATION,
        POLICE
    }

    /**
     * The table's answer.
     *
     * @param rules the guidance's rules that it rests on, beside those of the responsibility
     * @param reason one Swedish sentence, or empty when the responsibility's own says it all
     * @param version the table's version that answered
     */
    public record ContactPoint(TurnTo turnTo, List<String> rules, String reason, String version) {}

    private final Decisions decisions;

    ContactPoints(Decisions decisions) {
        this.decisions = decisions;
    }

    public ContactPoint of(Asker asker) {
        Decisions.Answer answer = decisions.ask(DECISION, Map.of("asker", asker.name()));
        Map<String, Object> row = answer.only();
        String rules = (String) row.get("rules");
        return new ContactPoint(
                TurnTo.valueOf((String) row.get("turnTo")),
                rules.isBlank() ? List.of() : List.of(rules.split("\\s*,\\s*")),
                (String) row.get("reason"),
                answer.version());
    }
}
