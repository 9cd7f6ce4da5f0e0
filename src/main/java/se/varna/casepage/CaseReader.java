package se.varna.casepage;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Extent;
import se.varna.access.Sight;
import se.varna.assessment.Assessments;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.Report;
import se.varna.common.Labels;
import se.varna.consultation.Consultations;
import se.varna.contact.FirstContact;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.directory.Person;
import se.varna.directory.Unit;
import se.varna.engine.Processes;
import se.varna.police.PoliceReferral;
import se.varna.police.PoliceReferrals;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.Responsibilities;
import se.varna.responsibility.ResponsibilityDecision;

/** Puts together what the reader may see of a case, and nothing else: each extent has a record of its own. */
@Service
@Transactional(readOnly = true)
class CaseReader {

    private final CaseFiles cases;
    private final Responsibilities responsibilities;
    private final FirstContact contacts;
    private final Assessments assessments;
    private final PoliceReferrals referrals;
    private final AfterAssessmentReader afterAssessment;
    private final Consultations consultations;
    private final Processes processes;
    private final Directory directory;
    private final FunctionNames names;
    private final TimelineTexts timelineTexts;
    private final Labels labels;
    private final Clock clock;

    CaseReader(
            CaseFiles cases,
            Responsibilities responsibilities,
            FirstContact contacts,
            Assessments assessments,
            PoliceReferrals referrals,
            AfterAssessmentReader afterAssessment,
            Consultations consultations,
            Processes processes,
            Directory directory,
            FunctionNames names,
            TimelineTexts timelineTexts,
            Labels labels,
            Clock clock) {
        this.cases = cases;
        this.responsibilities = responsibilities;
        this.contacts = contacts;
        this.assessments = assessments;
        this.referrals = referrals;
        this.afterAssessment = afterAssessment;
        this.consultations = consultations;
        this.processes = processes;
        this.directory = directory;
        this.names = names;
        this.timelineTexts = timelineTexts;
        this.labels = labels;
        this.clock = clock;
    }

    /** The case as far as the reader sees it: a {@link FullCase}, {@link ContactCase}, {@link LimitedCase} or {@link OwnCase}. */
    Object read(String number, Sight sight) {
        CaseFile file = cases.get(number);
        return switch (sight.extent()) {
            case FULL -> full(file, sight);
            case CONTACT -> contact(file);
            case LIMITED, SHARED -> limited(file);
            case OWN -> own(file);
            case RECEIPT, NOTHING -> throw new IllegalArgumentException("nothing to read");
        };
    }

    private LimitedCase limited(CaseFile file) {
        return new LimitedCase(
                file.number(), Extent.LIMITED, exposed(file), unit(file), file.level(), names.named(file.owner()));
    }

    private ContactCase contact(CaseFile file) {
        Report.Answers answers = cases.answers(file.number());
        return new ContactCase(
                file.number(),
                Extent.CONTACT,
                exposed(file),
                unit(file),
                file.level(),
                names.named(file.owner()),
                phone(file),
                answers.reachAt(),
                answers.voicemailAllowed(),
                file.contactDueAt(),
                answers.description());
    }

    private OwnCase own(CaseFile file) {
        String number = file.number();
        ResponsibilityDecision decision = responsibilities.latest(number);
        Instant next = nextTouch(file);
        return new OwnCase(
                number,
                Extent.OWN,
                file.phase(),
                labels.text("status." + file.phase()),
                labels.text("status." + file.phase() + ".means"),
                file.receivedAt(),
                names.named(file.owner()),
                directory.unit(file.owner().code()).map(Unit::securityPhone).orElse(null),
                file.owner().function() == Owner.Function.SECURITY_AND_PREPAREDNESS,
                decision.chosen() == null ? decision.reason() : null,
                !file.owner().equals(file.responsible()),
                file.partyConsent(),
                next,
                file.contactedAt() != null,
                next != null && next.isBefore(clock.instant()),
                file.onCallUntil() != null && clock.instant().isBefore(file.onCallUntil()),
                referrals.of(number).stream().map(this::plainly).toList(),
                afterAssessment.ownMeasures(number),
                !file.reporter().equals(file.exposed().orElse(null)),
                cases.answers(number).description(),
                cases.information(number).stream()
                        .filter(told -> told.author().equals(file.exposed().orElse(null)))
                        .map(told -> new OwnCase.Told(told.at(), told.text()))
                        .toList());
    }

    /** By when the owner will be in touch next: the first contact, or the next follow-up. */
    private static Instant nextTouch(CaseFile file) {
        return switch (file.phase()) {
            case FIRST_CONTACT -> file.contactDueAt();
            case FOLLOW_UP -> file.followUpDueAt();
            case ASSESSMENT, CLOSED -> null;
        };
    }

    private String plainly(PoliceReferral referral) {
        return labels.text(
                "status.police." + referral.state(),
                labels.day(referral.reportedAt()),
                referral.reportNumber(),
                labels.of(referral.outcome()));
    }

    private FullCase full(CaseFile file, Sight sight) {
        String number = file.number();
        return new FullCase(
                number,
                Extent.FULL,
                exposed(file),
                phone(file),
                unit(file),
                file.level(),
                file.levelAssessed(),
                names.named(file.owner()),
                file.ownerSince(),
                names.named(file.responsible()),
                file.phase(),
                file.receivedAt(),
                name(file.reporter()),
                file.acuteDanger(),
                file.movedToCouncilQuestion(),
                file.partyConsent(),
                file.closeOutcome(),
                processes.openTasks(number).stream()
                        .map(task -> new FullCase.Task(task.name(), task.dueAt()))
                        .toList(),
                responsibilities.decisions(number).stream().map(this::decision).toList(),
                answers(cases.answers(number)),
                cases.information(number).stream()
                        .map(told -> new FullCase.Information(
                                told.at(), name(told.author()), told.text(), told.indicators()))
                        .toList(),
                contacts.attempts(number).stream()
                        .map(attempt -> new FullCase.ContactAttempt(
                                attempt.at(), name(attempt.by()), attempt.reached(), attempt.note()))
                        .toList(),
                assessments.decisions(number).stream()
                        .map(level -> new FullCase.LevelDecision(
                                level.at(),
                                name(level.decidedBy()),
                                level.recommended(),
                                level.recommendedWhy(),
                                level.decisionVersion(),
                                level.level(),
                                level.reason()))
                        .toList(),
                referrals.of(number).stream()
                        .map(referral -> new FullCase.Referral(
                                referral.state(),
                                referral.advisedAt(),
                                referral.reportNumber(),
                                referral.reportedAt(),
                                referral.reportedBy(),
                                referral.declineReason(),
                                referral.askAgainAt(),
                                referral.protection(),
                                referral.outcome(),
                                referral.outcomeAt(),
                                referral.nextCheckAt()))
                        .toList(),
                afterAssessment.measures(number, sight),
                afterAssessment.followUps(number, sight),
                consultations.of(number).stream()
                        .map(round -> new FullCase.ConsultationRound(
                                round.state(),
                                round.proposedAt(),
                                round.reason(),
                                round.statement(),
                                name(round.statementBy()),
                                round.secrecyGround(),
                                round.answerReason(),
                                name(round.answerBy())))
                        .toList(),
                cases.notes(number).stream()
                        .map(note -> new FullCase.Note(note.at(), name(note.author()), note.text()))
                        .toList(),
                cases.timeline(number).stream()
                        .map(event -> new FullCase.Event(
                                event.at(),
                                event.kind().name(),
                                timelineTexts.sentence(event),
                                name(event.actor()),
                                event.text()))
                        .toList());
    }

    private FullCase.Responsibility decision(ResponsibilityDecision decision) {
        return new FullCase.Responsibility(
                decision.at(),
                decision.row(),
                names.named(decision.responsible()),
                decision.inform().stream().map(names::named).toList(),
                decision.rules(),
                decision.reason(),
                decision.decisionVersion(),
                decision.chosen() == null ? null : names.named(decision.chosen()),
                decision.chosenReason(),
                name(decision.decidedBy()));
    }

    private FullCase.Answers answers(Report.Answers answers) {
        return new FullCase.Answers(
                answers.description(),
                answers.occurredAt(),
                answers.place(),
                answers.matter(),
                directory.unit(answers.unit()).map(Unit::name).orElse(null),
                answers.politicalQuestion(),
                answers.kinds(),
                answers.indicators(),
                answers.reachAt(),
                answers.voicemailAllowed(),
                answers.happenedBefore(),
                answers.perpetrator(),
                answers.impact(),
                answers.evidenceSaved(),
                answers.policeReported(),
                answers.upcomingMeetings());
    }

    private String exposed(CaseFile file) {
        return file.exposed().map(this::name).orElse(file.exposedOther());
    }

    private String phone(CaseFile file) {
        return file.exposed().flatMap(directory::person).map(Person::phone).orElse(null);
    }

    private String unit(CaseFile file) {
        return directory
                .unit(cases.answers(file.number()).unit())
                .map(Unit::name)
                .orElse(null);
    }

    private String name(String person) {
        return person == null
                ? null
                : directory.person(person).map(Person::displayName).orElse(person);
    }
}
