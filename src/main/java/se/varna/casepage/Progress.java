package se.varna.casepage;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.varna.access.Concern;

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
        /** A planned meeting or question: what is to be done is planned, and then waits for its day. */
        PLANNING,
        PLANNED,
        /** A question about security. */
        ANSWERING,
        CLOSED
    }

    static Set<Stage> of(Concern concern) {
        return switch (concern) {
            case INCIDENT ->
                EnumSet.of(Stage.RECEIVED, Stage.ASSESSMENT, Stage.MEASURES, Stage.FOLLOW_UP, Stage.CLOSED);
            case PLANNED_EVENT -> EnumSet.of(Stage.PLANNING, Stage.PLANNED, Stage.CLOSED);
            case QUESTION -> EnumSet.of(Stage.ANSWERING, Stage.CLOSED);
        };
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
