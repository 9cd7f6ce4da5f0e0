package se.varna.casefile;

import java.util.EnumSet;
import java.util.Set;
import se.varna.access.Concern;

/** Where a case is in its life. */
public enum Phase {
    /** Received; the exposed person is to be contacted. */
    FIRST_CONTACT,
    /** Contact made or new information come: an officer assesses the level. */
    ASSESSMENT,
    /** Assessed; followed up until it can be closed. */
    FOLLOW_UP,
    /** Of a planned meeting or question: the risk is assessed, and who does what is planned. */
    PLANNING,
    /** Of a planned meeting or question: the plan is made, and the day is waited for. */
    PLANNED,
    /** Of a question about security: it waits for its answer. */
    ANSWERING,
    CLOSED;

    /** The phases of an incident, in the order in which they come. */
    public static final Set<Phase> OF_INCIDENT = EnumSet.of(FIRST_CONTACT, ASSESSMENT, FOLLOW_UP, CLOSED);

    static Phase first(Concern concern) {
        return switch (concern) {
            case INCIDENT -> FIRST_CONTACT;
            case PLANNED_EVENT -> PLANNING;
            case QUESTION -> ANSWERING;
        };
    }
}
