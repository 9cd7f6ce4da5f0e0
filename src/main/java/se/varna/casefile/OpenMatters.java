package se.varna.casefile;

import java.util.List;
import se.varna.access.Sight;

/** What a capability still has open in a case; asked before it is closed. */
public interface OpenMatters {

    /**
     * @param code key of the Swedish sentence in the message bundle, under {@code open.}
     * @param detail what the sentence names, or null
     * @param blocksClosing whether it must be decided before the case can be closed
     */
    record OpenMatter(String code, String detail, boolean blocksClosing) {}

    List<OpenMatter> openIn(String caseNumber);

    /** The same for one reader: with what only some of those who hold the case may know of. */
    default List<OpenMatter> openFor(String caseNumber, Sight sight) {
        return openIn(caseNumber);
    }
}
