package se.varna.disclosure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.NeedToKnow;
import se.varna.access.Part;
import se.varna.access.Relation;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Disclosure;
import se.varna.casefile.EventKind;
import se.varna.casefile.Holding;
import se.varna.casefile.SecrecyGround;
import se.varna.casefile.TimelineEvent;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;

/**
 * Handing over parts of a case that were kept back: by one who has held it to the one who holds it now, and by the one who
 * holds it to those who are asked about it in a consultation or a dispute. Each time is a step of its own, recorded with
 * its ground in the secrecy act (OSL 8:1). It opens only what the giver could see themselves.
 */
@Service
@Transactional
public class MoreParts {

    private static final Set<Relation> ASKED = EnumSet.of(Relation.CONSULTATION, Relation.DISPUTE);

    private final CaseFiles cases;
    private final NeedToKnow needToKnow;
    private final Directory directory;
    private final Mail mail;
    private final Clock clock;

    MoreParts(CaseFiles cases, NeedToKnow needToKnow, Directory directory, Mail mail, Clock clock) {
        this.cases = cases;
        this.needToKnow = needToKnow;
        this.directory = directory;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * From which function to which the person can hand over.
     *
     * @param given the parts that already have been
     */
    public record Way(Owner from, Owner to, Set<Part> given) {}

    /** The ways that are there for the person now; none for one who may not, or where nobody is to get anything. */
    @Transactional(readOnly = true)
    public List<Way> ways(String caseNumber, String person) {
        CaseFile file = cases.get(caseNumber);
        Set<Relation> relations = needToKnow.sight(person, caseNumber).relations();
        List<Way> ways = new ArrayList<>();
        if (relations.contains(Relation.OWNER)) {
            cases.groupsIn(caseNumber, ASKED).stream()
                    .map(Owner::ofGroup)
                    .map(asked -> way(caseNumber, file.owner(), asked))
                    .forEach(ways::add);
        }
        if (relations.contains(Relation.FORMER_OWNER)) {
            Set<String> groups = directory.groups(person);
            cases.holdings(caseNumber).stream()
                    .map(Holding::holder)
                    .distinct()
                    .filter(former -> groups.contains(former.group()) && !former.equals(file.owner()))
                    .map(former -> way(caseNumber, former, file.owner()))
                    .forEach(ways::add);
        }
        // A party is an outsider: what it gets to know follows the exposed person's consent alone (R32).
        ways.removeIf(way -> way.to().function() == Owner.Function.PARTY);
        return List.copyOf(ways);
    }

    private Way way(String caseNumber, Owner from, Owner to) {
        return new Way(
                from,
                to,
                cases.disclosures(caseNumber).stream()
                        .filter(given ->
                                given.from().equals(from.group()) && given.to().equals(to.group()))
                        .flatMap(given -> given.parts().stream())
                        .collect(Collectors.toSet()));
    }

    /**
     * Hands over, and tells those who get it without telling what.
     *
     * @param to the receivers' units, as {@link Owner#publicUnit()}; may be left out where there is only one
     * @throws Refused without a ground, a part or a receiver, or when nobody is to get anything any more
     */
    public void handOver(
            String caseNumber, Collection<String> to, SecrecyGround ground, Set<Part> parts, String person) {
        List<Way> ways = ways(caseNumber, person);
        if (ways.isEmpty()) {
            throw Refused.because("disclosure.nobodyToGet");
        }
        List<Way> chosen = ways.size() == 1
                ? ways
                : ways.stream()
                        .filter(way -> to.contains(way.to().publicUnit()))
                        .toList();
        new Problems()
                .addIf(chosen.isEmpty(), "to", "disclosure.receiver")
                .addIf(parts.isEmpty(), "parts", "disclosure.parts")
                .addIf(ground == null, "ground", "disclosure.ground")
                .refuseIfAny();
        chosen.forEach(way -> handOver(caseNumber, way, ground, parts, person));
    }

    private void handOver(String caseNumber, Way way, SecrecyGround ground, Set<Part> parts, String person) {
        Owner from = way.from();
        Owner to = way.to();
        cases.disclose(caseNumber, from, to.group(), Disclosure.Occasion.LATER, ground, parts, person);
        Stream<String> codes =
                Stream.concat(Stream.of(ground.name()), parts.stream().sorted().map(Part::name));
        cases.record(
                caseNumber,
                EventKind.PARTS_DISCLOSED,
                person,
                TimelineEvent.naming(List.of(from, to), codes.toArray(String[]::new)));
        Set<String> told = directory.members(to);
        mail.write(caseNumber, MailKind.PARTS_DISCLOSED, told, "parts-" + clock.instant());
    }
}
