package se.varna.staffing;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Phase;
import se.varna.consultation.InformationCopies;
import se.varna.directory.Directory;
import se.varna.directory.DirectoryKeeping;
import se.varna.directory.Groups;
import se.varna.engine.OpenWork;
import se.varna.engine.Processes;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;
import se.varna.parties.PartyChecks;
import se.varna.responsibility.Responsibilities;

/**
 * Brings everything open in line with who holds what today: after each change of the directory, in its transaction, and
 * once a day, since appointments also begin and end by themselves. No case is without somebody to work it, and nobody
 * keeps what they no longer have a right to. Doing it twice is doing it once.
 */
@Service
@Transactional
public class DirectoryFollower {

    private final DirectoryKeeping keeping;
    private final Directory directory;
    private final CaseFiles cases;
    private final Responsibilities responsibilities;
    private final Processes processes;
    private final OpenWork openWork;
    private final InformationCopies copies;
    private final VacantPosts vacantPosts;
    private final PartyChecks partyChecks;
    private final Mail mail;
    private final Clock clock;

    DirectoryFollower(
            DirectoryKeeping keeping,
            Directory directory,
            CaseFiles cases,
            Responsibilities responsibilities,
            Processes processes,
            OpenWork openWork,
            InformationCopies copies,
            VacantPosts vacantPosts,
            PartyChecks partyChecks,
            Mail mail,
            Clock clock) {
        this.keeping = keeping;
        this.directory = directory;
        this.cases = cases;
        this.responsibilities = responsibilities;
        this.processes = processes;
        this.openWork = openWork;
        this.copies = copies;
        this.vacantPosts = vacantPosts;
        this.partyChecks = partyChecks;
        this.mail = mail;
        this.clock = clock;
    }

    /** Cases and posts, after a change. */
    void follow() {
        casesFollow();
        postsFollow();
    }

    /**
     * A case goes to those who act for its owner today and have no part in it themselves (jäv), and what somebody has
     * claimed who has left is laid back. A party's case goes to its officer or back to Säkerhet och Beredskap.
     */
    public void casesFollow() {
        keeping.oneAtATime();
        cases.openForParties().forEach(file -> responsibilities.followPartyOfficers(file.number()));
        Set<String> empty = directory.groupsWithoutMembers();
        Set<String> ofEmpty = openWork.keysOf(empty).stream()
                .filter(number -> cases.find(number).isPresent())
                .collect(Collectors.toSet());
        Set<String> left = ofEmpty.stream()
                .filter(number -> empty.contains(cases.get(number).owner().group()))
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> numbers = new HashSet<>(openWork.keysOfferedToPersons());
        numbers.addAll(ofEmpty);
        for (CaseFile file : cases.barringOfficers()) {
            boolean changed = cases.settleWhoActs(file);
            if (file.phase() != Phase.CLOSED) {
                numbers.add(file.number());
                if (changed) {
                    left.add(file.number());
                }
            }
        }
        numbers.addAll(left);
        openWork.keysOf(Set.of(Groups.SECURITY_AND_PREPAREDNESS)).stream()
                .filter(number -> cases.find(number)
                        .map(CaseFile::owner)
                        .filter(owner -> !owner.group().equals(Groups.SECURITY_AND_PREPAREDNESS))
                        .filter(owner -> !empty.contains(owner.group()))
                        .isPresent())
                .forEach(numbers::add);
        numbers.addAll(copies.waitingForLocalOfficers());
        numbers.stream().sorted().forEach(processes::refresh);
        // Nobody looks for a case that was another's yesterday.
        left.forEach(number ->
                mail.write(number, MailKind.NEW_CASE, cases.workers(cases.get(number)), "acts-" + clock.instant()));
        openWork.layBackStray(directory::groups);
    }

    /**
     * A post that is or will soon be vacant becomes a task; one that has been filled is none any longer. What a party is
     * asked goes to those who act for it.
     */
    public void postsFollow() {
        keeping.oneAtATime();
        vacantPosts.follow();
        partyChecks.followDirectory();
    }
}
