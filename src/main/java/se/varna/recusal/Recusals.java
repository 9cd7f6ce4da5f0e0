package se.varna.recusal;

import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Phase;
import se.varna.common.Refused;
import se.varna.directory.Directory;
import se.varna.directory.DirectoryKeeping;
import se.varna.directory.Groups;
import se.varna.engine.Processes;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;

/**
 * An officer says that they may not act in a case (jäv, proposal): the others of their function do, the deputy among
 * them, and where there are none, Säkerhet och Beredskap. Nobody takes it back themselves.
 */
@Service
@Transactional
public class Recusals {

    private final DirectoryKeeping keeping;
    private final Directory directory;
    private final CaseFiles cases;
    private final Processes processes;
    private final Mail mail;
    private final Clock clock;

    Recusals(
            DirectoryKeeping keeping,
            Directory directory,
            CaseFiles cases,
            Processes processes,
            Mail mail,
            Clock clock) {
        this.keeping = keeping;
        this.directory = directory;
        this.cases = cases;
        this.processes = processes;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * From now on the case does not exist for the person. Saying so again changes nothing.
     *
     * @throws Refused without a reason, or when nobody would be left at Säkerhet och Beredskap, behind whom there is nobody
     */
    public void recuse(String caseNumber, String person, String reason) {
        // The last two of a function may neither recuse themselves nor leave at once, each counting on the other.
        keeping.oneAtATime();
        boolean worksIt = cases.workers(cases.get(caseNumber)).contains(person);
        if (!cases.recuse(caseNumber, person, reason)) {
            return;
        }
        CaseFile file = cases.get(caseNumber);
        Set<String> department = directory.members(Groups.SECURITY_AND_PREPAREDNESS);
        boolean concernsDepartment =
                department.contains(person) || cases.actingGroup(file).equals(Groups.SECURITY_AND_PREPAREDNESS);
        if (concernsDepartment && cases.mayAct(department, file).isEmpty()) {
            throw Refused.because("recusal.lastOfDepartment");
        }
        processes.refresh(caseNumber);
        if (worksIt && file.phase() != Phase.CLOSED) {
            mail.write(caseNumber, MailKind.NEW_CASE, cases.workers(file), "recused-" + clock.instant());
        }
    }
}
