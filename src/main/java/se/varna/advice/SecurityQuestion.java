package se.varna.advice;

import se.varna.casefile.Matter;
import se.varna.common.Input;

/**
 * A question about security as it comes in (R2). Only the text is required; what is missing is null.
 *
 * @param unit code of the unit whose work it is about
 * @param reachAt how to reach the one who asks
 */
public record SecurityQuestion(String text, Matter matter, String unit, String reachAt) {

    /** What was sent, unchecked but for what cannot be read. */
    public static SecurityQuestion of(Input input) {
        SecurityQuestion question = new SecurityQuestion(
                input.text("question"),
                input.choice("matter", Matter.class),
                input.text("unit"),
                input.text("reachAt"));
        input.problems().refuseIfAny();
        return question;
    }
}
