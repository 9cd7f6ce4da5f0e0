package se.varna.disclosure;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Relation;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.common.Problems;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.directory.Person;
import se.varna.responsibility.Responsibilities;

/**
 * The exposed person's consent to their party being told: given and withdrawn as often as they like, and each time on
 * the case's timeline. Without it a party learns nothing, also where it is responsible (R32).
 */
@Service
@Transactional
public class PartyConsent {

    private final CaseFiles cases;
    private final Responsibilities responsibilities;
    private final Directory directory;

    PartyConsent(CaseFiles cases, Responsibilities responsibilities, Directory directory) {
        this.cases = cases;
        this.responsibilities = responsibilities;
        this.directory = directory;
    }

    /** The exposed person says so themselves. */
    public void says(String caseNumber, boolean yes, String person) {
        cases.record(caseNumber, yes ? EventKind.CONSENT_GIVEN : EventKind.CONSENT_WITHDRAWN, person);
        follow(caseNumber, yes, person);
    }

    /**
     * The one who has the case writes down what the exposed person has said.
     *
     * @param how when and how they said it
     * @throws se.varna.common.Refused when that is missing or too long
     */
    public void saidTo(String caseNumber, boolean yes, String how, String person) {
        new Problems().checkWritten("how", how, CaseFiles.LONGEST_TEXT).refuseIfAny();
        cases.recordText(
                caseNumber, yes ? EventKind.CONSENT_GIVEN_ORALLY : EventKind.CONSENT_WITHDRAWN_ORALLY, person, how);
        follow(caseNumber, yes, person);
    }

    private void follow(String caseNumber, boolean yes, String person) {
        CaseFile file = cases.get(caseNumber);
        file.partyConsent(yes);
        if (!yes) {
            file.exposed()
                    .flatMap(directory::person)
                    .map(Person::party)
                    .ifPresent(party ->
                            cases.endShare(caseNumber, Owner.party(party).group(), Relation.CONSENT));
        }
        responsibilities.followConsent(caseNumber, person);
    }
}
