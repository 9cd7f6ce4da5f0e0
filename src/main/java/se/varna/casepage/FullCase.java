package se.varna.casepage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import se.varna.access.Extent;
import se.varna.casefile.CloseOutcome;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Level;
import se.varna.casefile.Matter;
import se.varna.casefile.Phase;
import se.varna.casefile.Place;
import se.varna.casefile.SecrecyGround;
import se.varna.common.web.SwedishTime;
import se.varna.consultation.Consultation;
import se.varna.police.PoliceReferral;
import se.varna.responsibility.NamedFunction;

/** Everything that is known of a case, for those who own it. People stand by their names, never by their ids. */
record FullCase(
        String caseNumber,
        Extent extent,
        String exposed,
        String phone,
        String unit,
        Level level,
        boolean levelAssessed,
        NamedFunction owner,
        @SwedishTime Instant ownerSince,
        NamedFunction responsible,
        Phase phase,
        @SwedishTime Instant receivedAt,
        String reportedBy,
        boolean acuteDanger,
        boolean movedToCouncil,
        boolean partyConsent,
        CloseOutcome closeOutcome,
        List<Task> openTasks,
        List<Responsibility> responsibility,
        Answers report,
        List<Information> information,
        List<ContactAttempt> contactAttempts,
        List<LevelDecision> levelDecisions,
        List<Referral> police,
        List<CaseMeasure> measures,
        List<CaseFollowUp> followUps,
        List<ConsultationRound> consultations,
        List<Note> notes,
        List<Event> timeline) {

    /** The latest decision about whose case it is. */
    public Responsibility whyOwner() {
        return responsibility.get(responsibility.size() - 1);
    }

    /** The next deadline, or null when nothing waits. */
    public Task nextTask() {
        return openTasks.stream()
                .filter(task -> task.dueAt() != null)
                .findFirst()
                .orElse(null);
    }

    record Task(String name, @SwedishTime Instant dueAt) {}

    /** The table's answer, and beside it what a person chose instead and why. */
    record Responsibility(
            @SwedishTime Instant at,
            int row,
            NamedFunction responsible,
            List<NamedFunction> inform,
            List<String> rules,
            String reason,
            String decisionVersion,
            NamedFunction chosen,
            String chosenReason,
            String chosenBy) {}

    record Answers(
            String description,
            @SwedishTime Instant occurredAt,
            Place place,
            Matter matter,
            String unit,
            String politicalQuestion,
            Set<Kind> kinds,
            Set<Indicator> indicators,
            String reachAt,
            boolean voicemailAllowed,
            boolean happenedBefore,
            String perpetrator,
            String impact,
            boolean evidenceSaved,
            boolean policeReported,
            String upcomingMeetings) {}

    record Information(@SwedishTime Instant at, String by, String text, Set<Indicator> indicators) {}

    record ContactAttempt(@SwedishTime Instant at, String by, boolean reached, String note) {}

    /** What the table recommended and why, and what a person decided and why; {@code by} is null for a provisional level. */
    record LevelDecision(
            @SwedishTime Instant at,
            String by,
            Level recommended,
            List<String> recommendedWhy,
            String decisionVersion,
            Level level,
            String reason) {}

    record Referral(
            PoliceReferral.State state,
            @SwedishTime Instant advisedAt,
            String reportNumber,
            LocalDate reportedAt,
            PoliceReferral.ReportedBy reportedBy,
            PoliceReferral.DeclineReason declineReason,
            @SwedishTime Instant askAgainAt,
            PoliceReferral.Protection protection,
            PoliceReferral.Outcome outcome,
            LocalDate outcomeAt,
            @SwedishTime Instant nextCheckAt) {}

    record ConsultationRound(
            Consultation.State state,
            @SwedishTime Instant proposedAt,
            String reason,
            String statement,
            String statementBy,
            SecrecyGround secrecyGround,
            String answerReason,
            String answerBy) {}

    record Note(@SwedishTime Instant at, String by, String text) {}

    /** Something that happened, as a Swedish sentence; {@code by} is null when the application did it. */
    record Event(@SwedishTime Instant at, String kind, String sentence, String by, String text) {}
}
