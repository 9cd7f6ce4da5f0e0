package se.varna.casepage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.Action;
import se.varna.access.Concern;
import se.varna.access.Extent;
import se.varna.access.NeedToKnow;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.assessment.Assessments;
import se.varna.assessment.LevelDecision;
import se.varna.assessment.Pattern;
import se.varna.assessment.PatternTexts;
import se.varna.assessment.Patterns;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.OpenInCase;
import se.varna.casefile.OpenMatters;
import se.varna.casefile.Phase;
import se.varna.common.Labels;
import se.varna.contact.FirstContact;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.directory.Unit;
import se.varna.engine.Processes;
import se.varna.police.PoliceReferrals;
import se.varna.police.PoliceTexts;
import se.varna.responsibility.FunctionNames;
import se.varna.responsibility.NamedFunction;
import se.varna.responsibility.Responsibilities;
import se.varna.responsibility.ResponsibilityDecision;

/**
 * Puts together what the reader may see of a case, and nothing else. The parts that can be handed over or kept back are
 * read by {@link PartsReader}; levels, measures in outline and why the case is whose it is are always seen by the holder.
 */
@Service
@Transactional(readOnly = true)
class CaseReader {

    private final CaseFiles cases;
    private final Responsibilities responsibilities;
    private final FirstContact contacts;
    private final Assessments assessments;
    private final Patterns patterns;
    private final PatternTexts patternTexts;
    private final PoliceReferrals referrals;
    private final PoliceTexts policeTexts;
    private final AfterAssessmentReader afterAssessment;
    private final ConsultationReader consultations;
    private final Processes processes;
    private final Directory directory;
    private final FunctionNames names;
    private final OpenInCase openInCase;
    private final PartsReader parts;
    private final EvidenceReader evidence;
    private final HoldersReader holders;
    private final ProgressReader progress;
    private final MessageSection messages;
    private final NeedToKnow needToKnow;
    private final Labels labels;
    private final Clock clock;

    CaseReader(
            CaseFiles cases,
            Responsibilities responsibilities,
            FirstContact contacts,
            Assessments assessments,
            Patterns patterns,
            PatternTexts patternTexts,
            PoliceReferrals referrals,
            PoliceTexts policeTexts,
            AfterAssessmentReader afterAssessment,
            ConsultationReader consultations,
            Processes processes,
            Directory directory,
            FunctionNames names,
            OpenInCase openInCase,
            PartsReader parts,
            EvidenceReader evidence,
            HoldersReader holders,
            ProgressReader progress,
            MessageSection messages,
            NeedToKnow needToKnow,
            Labels labels,
            Clock clock) {
        this.cases = cases;
        this.responsibilities = responsibilities;
        this.contacts = contacts;
        this.assessments = assessments;
        this.patterns = patterns;
        this.patternTexts = patternTexts;
        this.referrals = referrals;
        this.policeTexts = policeTexts;
        this.afterAssessment = afterAssessment;
        this.consultations = consultations;
        this.processes = processes;
        this.directory = directory;
        this.names = names;
        this.openInCase = openInCase;
        this.parts = parts;
        this.evidence = evidence;
        this.holders = holders;
        this.progress = progress;
        this.messages = messages;
        this.needToKnow = needToKnow;
        this.labels = labels;
        this.clock = clock;
    }

    /** The case as far as the reader sees it: a {@link FullCase}, {@link LimitedCase} or {@link OwnCase}. */
    Object read(String number, String person, Sight sight) {
        CaseFile file = cases.get(number);
        return switch (sight.extent()) {
            case FULL -> full(file, person, sight);
            case LIMITED, SHARED, CONTACT -> limited(file, person, sight);
            case OWN -> own(file, person, sight);
            case RECEIPT, NOTHING, HANDED_OVER -> throw new IllegalArgumentException("nothing to read");
        };
    }

    private LimitedCase limited(CaseFile file, String person, Sight sight) {
        NamedFunction owner = names.named(file.owner());
        return new LimitedCase(
                file.number(),
                file.concern(),
                sight.extent(),
                cases.nameOfExposed(file).orElse(null),
                unit(file),
                file.shownLevel(),
                owner,
                sight.may(Action.CALL) && file.phase() == Phase.FIRST_CONTACT ? file.contactDueAt() : null,
                sight.relations().stream()
                        .sorted()
                        .map(relation -> labels.text("because." + relation, owner.name()))
                        .toList(),
                afterAssessment.toldMeasures(file.number(), sight),
                afterAssessment.toldFollowUps(file.number(), sight),
                parts.read(file, person, sight));
    }

    private OwnCase own(CaseFile file, String person, Sight sight) {
        String number = file.number();
        Progress now = progress.of(file);
        ResponsibilityDecision decision = responsibilities.latest(number);
        Instant next = nextTouch(file);
        return new OwnCase(
                number,
                file.concern(),
                Extent.OWN,
                file.phase(),
                now,
                labels.text("own.stage." + now.stage()),
                labels.text("own.stage." + now.stage() + meaning(file, now)),
                file.receivedAt(),
                names.named(file.owner()),
                directory.unit(file.owner().code()).map(Unit::securityPhone).orElse(null),
                file.owner().function() == Owner.Function.SECURITY_AND_PREPAREDNESS,
                decision.chosen() == null ? decision.reason() : null,
                !file.owner().equals(file.responsible()),
                cases.holdings(number).stream()
                        .map(held -> new OwnCase.Holder(names.name(held.holder()), held.since()))
                        .toList(),
                file.partyConsent(),
                next,
                file.contactedAt() != null,
                next != null && next.isBefore(clock.instant()),
                file.contactedAt() == null
                        && file.onCallUntil() != null
                        && clock.instant().isBefore(file.onCallUntil()),
                linked(number, person),
                referrals.of(number).stream().map(policeTexts::plainly).toList(),
                afterAssessment.ownMeasures(number),
                !file.reporter().equals(file.exposed().orElse(null)),
                cases.answers(number).description(),
                cases.information(number).stream()
                        .filter(told -> told.author().equals(file.exposed().orElse(null)))
                        .map(told -> new OwnCase.Told(told.at(), told.text()))
                        .toList(),
                evidence.read(number, person, sight),
                messages.read(number, sight));
    }

    private static String meaning(CaseFile file, Progress now) {
        boolean done = file.concern() != Concern.INCIDENT && now.stage() == Progress.Stage.CLOSED;
        return done ? ".done" : now.again() ? ".again" : ".means";
    }

    /** By when the owner will be in touch next: the first contact, the answer, or the next follow-up. */
    static Instant nextTouch(CaseFile file) {
        return switch (file.phase()) {
            case FIRST_CONTACT, PLANNING, ANSWERING -> file.contactDueAt();
            case FOLLOW_UP -> file.followUpDueAt();
            case ASSESSMENT, PLANNED, CLOSED -> null;
        };
    }

    private FullCase full(CaseFile file, String person, Sight sight) {
        String number = file.number();
        return new FullCase(
                number,
                file.concern(),
                Extent.FULL,
                cases.nameOfExposed(file).orElse(null),
                unit(file),
                file.shownLevel(),
                file.levelAssessed(),
                names.named(file.owner()),
                file.ownerSince(),
                names.named(file.responsible()),
                file.phase(),
                file.receivedAt(),
                file.acuteDanger(),
                file.movedToCouncilQuestion(),
                file.partyConsent(),
                file.closeOutcome(),
                processes.openTasks(number).stream()
                        // Others', and shown where it stands who has been told.
                        .filter(task -> !task.key().equals("userTask_takeInInformation"))
                        .map(task -> new FullCase.Task(task.name(), task.dueAt()))
                        .toList(),
                beforeClosing(file, sight),
                responsibilities.decisions(number).stream()
                        .map(each -> decision(number, each))
                        .toList(),
                contacts.attempts(number).stream()
                        .map(attempt -> new FullCase.ContactAttempt(
                                attempt.at(),
                                directory.nameOf(attempt.by()),
                                attempt.reached(),
                                sight.shows(Part.NOTES, attempt.at()) ? attempt.note() : null))
                        .toList(),
                assessments.decisions(number).stream()
                        .map(level -> level(number, level, sight))
                        .toList(),
                patterns.of(number, sight).patterns().stream()
                        .map(this::repeated)
                        .toList(),
                afterAssessment.measures(number, sight),
                afterAssessment.followUps(number, sight),
                consultations.rounds(file),
                holders.holders(number),
                holders.disclosures(number),
                linked(number, person),
                parts.read(file, person, sight));
    }

    private List<String> linked(String number, String person) {
        return cases.linked(number).stream()
                .filter(other -> needToKnow.sight(person, other).knowsOfIt())
                .toList();
    }

    /** What is left to do before the case can be closed, in the order in which it is done; nothing when it is closed. */
    private List<String> beforeClosing(CaseFile file, Sight sight) {
        Stream<String> phases = (file.concern() == Concern.INCIDENT
                        ? Phase.OF_INCIDENT.stream().filter(phase -> phase.compareTo(file.phase()) >= 0)
                        : Stream.of(file.phase()))
                .filter(phase -> phase != Phase.CLOSED)
                .map(phase -> labels.text("before." + phase));
        Stream<String> matters = openInCase.of(file.number(), sight).stream()
                .filter(OpenMatters.OpenMatter::blocksClosing)
                .map(open -> labels.text("open." + open.code(), open.detail()));
        return Stream.concat(phases, matters).toList();
    }

    /** The table's reasons tell what was told of the case, so they are seen by those who see all of that. */
    private FullCase.LevelDecision level(String number, LevelDecision level, Sight sight) {
        boolean told = sight.shows(Part.DESCRIPTION, level.at())
                && cases.showsAllTold(number, level.at(), sight)
                && patterns.mayKnowWhy(level, sight);
        return new FullCase.LevelDecision(
                level.at(),
                directory.nameOf(level.decidedBy()),
                level.recommended(),
                told ? level.recommendedWhy() : null,
                level.decisionVersion(),
                level.level(),
                sight.shows(Part.NOTES, level.at()) ? level.reason() : null);
    }

    private FullCase.Repeated repeated(Pattern pattern) {
        return new FullCase.Repeated(
                pattern.likeness(),
                pattern.ordinal(),
                pattern.days(),
                patternTexts.sentence(pattern),
                pattern.earlier().stream()
                        .map(earlier -> new FullCase.Earlier(earlier.caseNumber(), earlier.receivedAt()))
                        .toList());
    }

    private FullCase.Responsibility decision(String number, ResponsibilityDecision decision) {
        return new FullCase.Responsibility(
                decision.at(),
                holders.how(number, decision),
                decision.row(),
                names.named(decision.responsible()),
                decision.inform().stream().map(names::named).toList(),
                decision.rules(),
                decision.reason(),
                decision.decisionVersion(),
                decision.chosen() == null ? null : names.named(decision.chosen()),
                decision.chosenReason(),
                decision.chosenRules(),
                directory.nameOf(decision.decidedBy()));
    }

    private String unit(CaseFile file) {
        return directory
                .unit(cases.answers(file.number()).unit())
                .map(Unit::name)
                .orElse(null);
    }
}
