package se.varna.access;

import java.util.Set;

/**
 * What one person may see of and do with one case.
 *
 * @param relations how they stand to the case; empty when it does not exist for them
 */
public record Sight(Extent extent, Set<Action> actions, Set<Relation> relations) {

    static final Sight NONE = new Sight(Extent.NOTHING, Set.of(), Set.of());

    public boolean may(Action action) {
        return actions.contains(action);
    }

    /** Whether the person may know that there is such a case. */
    public boolean knowsOfIt() {
        return !relations.isEmpty();
    }
}
