package se.varna.casepage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import se.varna.access.Concern;
import se.varna.access.Extent;
import se.varna.access.Part;
import se.varna.assessment.Likeness;
import se.varna.casefile.CloseOutcome;
import se.varna.casefile.Level;
import se.varna.casefile.Phase;
import se.varna.casefile.SecrecyGround;
import se.varna.common.web.SwedishTime;
import se.varna.responsibility.GuidanceRule;
import se.varna.responsibility.NamedFunction;

/**
 * A case for those who hold it: how it stands and why it is theirs, and of its parts everything of their own time and what
 * has been handed over of others'. What is kept back is null. People stand by their names, never by their ids.
 *
 * @param linked numbers of cases that it has come out of or that have come out of it, as far as the reader knows of them
 */
record FullCase(
        String caseNumber,
        Concern concern,
        Extent extent,
        String exposed,
        String unit,
        Level level,
        boolean levelAssessed,
        NamedFunction owner,
        @SwedishTime Instant ownerSince,
        NamedFunction responsible,
        Phase phase,
        @SwedishTime Instant receivedAt,
        boolean acuteDanger,
        boolean movedToCouncil,
        boolean partyConsent,
        CloseOutcome closeOutcome,
        List<Task> openTasks,
        List<String> beforeClosing,
        List<Responsibility> responsibility,
        List<ContactAttempt> contactAttempts,
        List<LevelDecision> levelDecisions,
        List<Repeated> repeated,
        List<CaseMeasure> measures,
        List<CaseFollowUp> followUps,
        List<ConsultationRound> consultations,
        List<Held> holders,
        List<Handed> disclosures,
        List<String> linked,
        @JsonUnwrapped CaseParts parts) {

    /** The latest decision about whose case it is. */
    public Responsibility whyOwner() {
        return responsibility.get(responsibility.size() - 1);
    }

    /** Whether it is being talked over who is to have it. */
    public boolean inConsultation() {
        return consultations.stream().anyMatch(ConsultationRound::isOpen);
    }

    /** The next deadline, or null when nothing waits. */
    public Task nextTask() {
        return openTasks.stream()
                .filter(task -> task.dueAt() != null)
                .findFirst()
                .orElse(null);
    }

    record Task(String name, @SwedishTime Instant dueAt) {}

    /**
     * The table's answer, and beside it what a person has chosen and why.
     *
     * @param how by whose decision, or after which consultation, it became so; null when by the table alone
     */
    record Responsibility(
            @SwedishTime Instant at,
            String how,
            int row,
            NamedFunction responsible,
            List<NamedFunction> inform,
            List<String> rules,
            String reason,
            String decisionVersion,
            NamedFunction chosen,
            String chosenReason,
            List<GuidanceRule> chosenRules,
            String chosenBy) {}

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

    /**
     * That the case is one of several that are like each other.
     *
     * @param said which one it is, and in how many days, in Swedish
     * @param earlier the others, the first one first
     */
    record Repeated(Likeness likeness, int ordinal, int days, String said, List<Earlier> earlier) {}

    record Earlier(String caseNumber, @SwedishTime Instant receivedAt) {}

    /**
     * Who has held the case, from when to when.
     *
     * @param lasted how long, in Swedish
     * @param why what gave it to them, in Swedish sentences
     */
    record Held(
            NamedFunction holder,
            @SwedishTime Instant since,
            @SwedishTime Instant until,
            String lasted,
            List<String> why) {}

    /**
     * That one function has let another know parts of the case.
     *
     * @param by the person who decided it, or null when it follows from a rule
     * @param said all of it in one Swedish sentence
     */
    record Handed(
            @SwedishTime Instant at,
            NamedFunction from,
            NamedFunction to,
            List<Part> parts,
            SecrecyGround ground,
            String by,
            String said) {}
}
