package se.varna.responsibility;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.varna.casefile.Level;
import se.varna.duty.Terms;
import se.varna.engine.Decisions;

/**
 * How long one function has to answer another about a case, by {@code answer-deadline.dmn}: in a consultation, in a
 * dispute, to take in an information copy; and how long those who hold a case have to answer the exposed person. Who is silent is reminded after one such time, their deputy is told after two,
 * and Säkerhet och Beredskap's head after three; no time moves a case.
 */
@Component
public class AnswerDeadline {

    private static final String DECISION = "answerDeadline";

    private final Decisions decisions;
    private final Terms terms;

    AnswerDeadline(Decisions decisions, Terms terms) {
        this.decisions = decisions;
        this.terms = terms;
    }

    /** @param times how many such times after the moment from which the function has been asked: 1, 2 or 3 */
    public Instant after(int times, Instant asked, Level level) {
        Map<String, Object> row =
                decisions.ask(DECISION, Map.of("level", level.name())).only();
        Instant moment = asked;
        for (int i = 0; i < times; i++) {
            moment = terms.due(moment, row);
        }
        return moment;
    }
}
