package se.varna.access;

import java.util.Set;
import org.springframework.stereotype.Component;
import se.varna.directory.Directory;
import se.varna.directory.Groups;

/**
 * The rule of who may see a case, for every page, form, file and API. Only the function that holds the case and those
 * it has been shared with; the exposed person sees their own. Process owners and administrators see none.
 */
@Component
public class NeedToKnow {

    private final Directory directory;

    NeedToKnow(Directory directory) {
        this.directory = directory;
    }

    /** @param person id of the one who asks; whoever the directory does not know sees nothing */
    public Extent extent(String person, CaseFacts facts) {
        Set<String> groups = directory.groups(person);
        if (person.equals(facts.exposed()) && directory.person(person).isPresent()) {
            return Extent.OWN;
        }
        if (facts.owner() != null && groups.contains(actingGroup(facts))) {
            return Extent.FULL;
        }
        return facts.shares().stream()
                .filter(share -> groups.contains(share.group()))
                .map(CaseFacts.Share::extent)
                .max(Enum::compareTo)
                .orElse(Extent.NOTHING);
    }

    /**
     * The group that acts for the owner: the owner's own, or Säkerhet och Beredskap while a unit has neither security
     * officer nor deputy, or a party no security officer. A case is never without someone to work it.
     */
    public String actingGroup(CaseFacts facts) {
        String own = facts.owner().group();
        return directory.members(own).isEmpty() ? Groups.SECURITY_AND_PREPAREDNESS : own;
    }
}
