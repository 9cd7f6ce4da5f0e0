package se.varna.casepage;

import java.util.List;

/**
 * How far a case has come, for the one whom it concerns.
 *
 * @param stage where it is now
 * @param again it has been assessed before, and is assessed anew
 * @param reopened it was closed, and is open again
 */
record Progress(Stage stage, boolean again, boolean reopened, List<Step> steps) {

    /** In the order in which a case usually goes. */
    enum Stage {
        RECEIVED,
        ASSESSMENT,
        /** What is to protect has been decided upon, and is not in place yet. */
        MEASURES,
        FOLLOW_UP,
        CLOSED
    }

    /** How a stage stands; {@code NONE} when it was passed without anything to do. */
    enum State {
        DONE,
        NOW,
        TO_COME,
        NONE
    }

    record Step(Stage stage, State state) {}
}
