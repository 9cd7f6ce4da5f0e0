package se.varna.consultation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Relation;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.casefile.OpenMatters;
import se.varna.casefile.SecrecyGround;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.directory.Groups;
import se.varna.directory.Owner;
import se.varna.duty.StaffedHours;
import se.varna.engine.Processes;
import se.varna.engine.TaskTerms;
import se.varna.notification.Mail;
import se.varna.notification.MailKind;
import se.varna.responsibility.Responsibilities;

/** Consultations about a takeover. Until both have signed, the local security officer keeps the case and its duty. */
@Service
@Transactional
public class Consultations implements OpenMatters {

    private static final String PROCESS = "consultation";
    private static final String STATE_TASK = "userTask_stateConsultation";

    private final ConsultationRepository consultations;
    private final CaseFiles cases;
    private final Responsibilities responsibilities;
    private final Processes processes;
    private final StaffedHours hours;
    private final Mail mail;
    private final Clock clock;

    Consultations(
            ConsultationRepository consultations,
            CaseFiles cases,
            Responsibilities responsibilities,
            Processes processes,
            StaffedHours hours,
            Mail mail,
            Clock clock) {
        this.consultations = consultations;
        this.cases = cases;
        this.responsibilities = responsibilities;
        this.processes = processes;
        this.hours = hours;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Proposes that Säkerhet och Beredskap takes the case over.
     *
     * @throws Refused when one is going on already, when no local security officer owns the case, or without a reason
     */
    public void propose(String caseNumber, String reason, String person) {
        if (reason == null || reason.isBlank()) {
            throw Refused.at("reason", "required");
        }
        CaseFile file = cases.get(caseNumber);
        if (file.owner().function() != Owner.Function.LOCAL_SECURITY_OFFICER) {
            throw Refused.because("consultation.notWithLocalOfficer");
        }
        if (of(caseNumber).stream().anyMatch(Consultation::isOpen)) {
            throw Refused.because("consultation.alreadyOpen");
        }
        Consultation consultation =
                consultations.saveAndFlush(new Consultation(caseNumber, clock.instant(), person, reason));
        cases.recordText(caseNumber, EventKind.CONSULTATION_PROPOSED, person, reason);
        processes.start(PROCESS, caseNumber, consultation.id());
    }

    @Transactional(readOnly = true)
    public List<Consultation> of(String caseNumber) {
        return consultations.findByCaseNumberOrderByProposedAt(caseNumber);
    }

    /** @throws java.util.NoSuchElementException when there is no such consultation */
    @Transactional(readOnly = true)
    public Consultation get(UUID id) {
        return consultations.findById(id).orElseThrow();
    }

    /** The statement is the owner's to give, the answer Säkerhet och Beredskap's; each has one weekday. */
    @Transactional(readOnly = true)
    public TaskTerms terms(UUID id, String taskKey) {
        Consultation consultation = get(id);
        String group = taskKey.equals(STATE_TASK)
                ? cases.actingGroup(cases.get(consultation.caseNumber()))
                : Groups.SECURITY_AND_PREPAREDNESS;
        return new TaskTerms(Set.of(group), dueAt(id));
    }

    @Transactional(readOnly = true)
    public Instant dueAt(UUID id) {
        return hours.plusWeekdays(get(id).waitingSince(), 1);
    }

    /** The local security officer's statement, signed, with the ground for what goes along. */
    public void state(UUID id, String statement, SecrecyGround ground, boolean signed, String person) {
        new Problems().addIf(!signed, "signed", "consultation.sign").refuseIfAny();
        Consultation consultation = get(id);
        consultation.state(statement, ground, person, clock.instant());
        cases.share(consultation.caseNumber(), Groups.SECURITY_AND_PREPAREDNESS, Relation.CONSULTATION, null);
        cases.recordText(consultation.caseNumber(), EventKind.CONSULTATION_STATED, person, statement, ground.name());
    }

    /** Säkerhet och Beredskap's answer; a takeover needs its signature. */
    public void answer(UUID id, Consultation.Answer answer, String reason, boolean signed, String person) {
        new Problems()
                .addIf(answer == Consultation.Answer.ACCEPT && !signed, "signed", "consultation.sign")
                .refuseIfAny();
        Consultation consultation = get(id);
        consultation.answer(answer, reason, person, clock.instant());
        EventKind event =
                switch (answer) {
                    case ACCEPT -> EventKind.CONSULTATION_ACCEPTED;
                    case DECLINE -> EventKind.CONSULTATION_DECLINED;
                    case ASK_MORE -> EventKind.CONSULTATION_ASKED_MORE;
                };
        if (!consultation.isOpen()) {
            cases.endShare(consultation.caseNumber(), Groups.SECURITY_AND_PREPAREDNESS, Relation.CONSULTATION);
        }
        cases.recordText(consultation.caseNumber(), event, person, reason);
    }

    /** Both have signed: the case changes owner, and its tasks with it. */
    public void transfer(UUID id) {
        Consultation consultation = get(id);
        responsibilities.takeOver(
                consultation.caseNumber(),
                Owner.SECURITY_AND_PREPAREDNESS,
                consultation.answerReason(),
                EventKind.CASE_TRANSFERRED,
                consultation.answerBy());
    }

    public void remindStatement(UUID id) {
        Consultation consultation = get(id);
        CaseFile file = cases.get(consultation.caseNumber());
        mail.write(file.number(), MailKind.CONSULTATION_REMINDER, cases.workers(file), "consultation-" + id);
        cases.record(file.number(), EventKind.CONSULTATION_REMINDED, null);
    }

    /** A consultation must end before the case is closed. */
    @Override
    @Transactional(readOnly = true)
    public List<OpenMatter> openIn(String caseNumber) {
        return of(caseNumber).stream()
                .filter(Consultation::isOpen)
                .map(consultation -> new OpenMatter("consultation", null, true))
                .toList();
    }
}
