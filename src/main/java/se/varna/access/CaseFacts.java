package se.varna.access;

import java.util.List;
import se.varna.directory.Owner;

/**
 * What the rule of need-to-know has to know about a case.
 *
 * @param number the case number
 * @param exposed id of the exposed person, or null when the directory does not know them
 * @param owner the function that holds the case
 * @param shares what others have been let in on, with those that have run out left away
 */
public record CaseFacts(String number, String exposed, Owner owner, List<Share> shares) {

    /** A group that has been let in on part of the case. */
    public record Share(String group, Extent extent) {}
}
