package se.varna.assessment;

import org.springframework.stereotype.Component;
import se.varna.common.Labels;

/** A pattern in Swedish: <i>Det tredje ärendet om samma person på 60 dagar</i>. */
@Component
public class PatternTexts {

    /** Longer ones are written with figures: 13:e. */
    private static final int LAST_WRITTEN_OUT = 12;

    private final Labels labels;

    PatternTexts(Labels labels) {
        this.labels = labels;
    }

    public String sentence(Pattern pattern) {
        return labels.text(
                "pattern." + pattern.likeness(),
                ordinal(pattern.ordinal()),
                labels.text("pattern.days", pattern.days()));
    }

    /** Swedish numbers that are read with an <i>etta</i> or a <i>tvåa</i> at the end are written with an a: 21:a, but 11:e. */
    String ordinal(int number) {
        if (number <= LAST_WRITTEN_OUT) {
            return labels.text("ordinal." + number);
        }
        boolean withA = (number % 10 == 1 || number % 10 == 2) && number % 100 / 10 != 1;
        return labels.text(withA ? "ordinal.a" : "ordinal.e", number);
    }
}
