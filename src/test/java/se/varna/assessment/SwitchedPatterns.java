package se.varna.assessment;

import java.time.Duration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.varna.access.NeedToKnow;
import se.varna.casefile.CaseFiles;

/** Patterns are looked for in the tests that want it, and not in the others, which report as the same few people. */
@Primary
public class SwitchedPatterns extends Patterns {

    private volatile boolean on;

    SwitchedPatterns(PatternSettings settings, CaseFiles cases, NeedToKnow needToKnow, JdbcClient jdbc) {
        super(settings, cases, needToKnow, jdbc);
    }

    /** As configured from now on, or not at all. */
    public void on(boolean wanted) {
        on = wanted;
    }

    @Override
    protected Duration within() {
        return on ? super.within() : Duration.ZERO;
    }
}
