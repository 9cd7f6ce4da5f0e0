package se.varna.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;
import se.varna.directory.Directory;

/**
 * Whom a task is offered to: the groups that its terms name and, in the place of a group of which somebody may not act in
 * the case, its other members one by one. So whoever is barred does not even see that there is a task.
 */
@Component
class Candidates {

    private final Barred barred;
    private final Directory directory;

    Candidates(Barred barred, Directory directory) {
        this.barred = barred;
        this.directory = directory;
    }

    /** Those whom a task is offered to. */
    record Offer(Set<String> groups, Set<String> persons) {

        /** As a task's links say. */
        static Offer of(Collection<? extends IdentityLink> links) {
            Offer offer = new Offer(new TreeSet<>(), new TreeSet<>());
            for (IdentityLink link : links) {
                if (IdentityLinkType.CANDIDATE.equals(link.getType())) {
                    if (link.getGroupId() != null) {
                        offer.groups.add(link.getGroupId());
                    } else {
                        offer.persons.add(link.getUserId());
                    }
                }
            }
            return offer;
        }
    }

    Offer of(TaskTerms terms, String caseNumber) {
        Set<String> barredPersons = barred.barredFrom(caseNumber);
        Offer offer = new Offer(new TreeSet<>(terms.groups()), new TreeSet<>());
        if (!barredPersons.isEmpty()) {
            for (String group : terms.groups()) {
                Set<String> members = directory.members(group);
                if (!Collections.disjoint(members, barredPersons)) {
                    offer.groups.remove(group);
                    offer.persons.addAll(members);
                }
            }
            offer.persons.removeAll(barredPersons);
        }
        return offer;
    }

    /** Whether the person is one of them today. */
    boolean include(Offer offer, String person) {
        return offer.persons.contains(person) || !Collections.disjoint(offer.groups, directory.groups(person));
    }
}
