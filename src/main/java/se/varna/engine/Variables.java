package se.varna.engine;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every process variable there is. Variables are for routing alone: an id that is not a person's, an enum's name, a
 * boolean. Whatever else comes in through a form goes to the case file and is removed in the same transaction.
 */
public final class Variables {

    /** Whether the report said that the danger is acute (boolean). */
    public static final String ACUTE_DANGER = "acuteDanger";

    /** Level of the case: LOW, ELEVATED, HIGH or ACUTE. */
    public static final String LEVEL = "level";

    /** Whether the exposed person was reached: REACHED or NOT_REACHED. */
    public static final String CONTACT_OUTCOME = "contactOutcome";

    /** What follows a follow-up: CONTINUE, REASSESS, PREPARE_CLOSE or CLOSE. */
    public static final String FOLLOW_UP_OUTCOME = "followUpOutcome";

    /** Id of what an independent instance is about: the referral, measure, consultation or message. */
    public static final String SUBJECT_ID = "subjectId";

    /** Whether the case was closed when new information came (boolean). */
    public static final String CASE_CLOSED = "caseClosed";

    /** The exposed person's decision about the police: REPORT, REPORTED, LATER or DECLINED. */
    public static final String POLICE_DECISION = "policeDecision";

    /** Whether the question about the police is to be put again (boolean). */
    public static final String ASK_AGAIN = "askAgain";

    /** Whether the report to the police that was to be made has been made (boolean). */
    public static final String REPORT_MADE = "reportMade";

    /** Whether nothing more is to be waited for from the police or a court (boolean). */
    public static final String POLICE_DECIDED = "policeDecided";

    /** Whether a measure is taken: APPROVED or REJECTED. */
    public static final String MEASURE_DECISION = "measureDecision";

    /** What became of a measure that was decided: ORDERED, IN_FORCE or ABANDONED. */
    public static final String MEASURE_PROGRESS = "measureProgress";

    /** Whether a measure goes on: EXTEND, CHANGE or END. */
    public static final String MEASURE_REVIEW = "measureReview";

    /** The answer in a consultation: ACCEPT, DECLINE or ASK_MORE. */
    public static final String CONSULTATION_ANSWER = "consultationAnswer";

    /** Whether the one who holds a case finds it theirs: KEEP or PASS_ON. */
    public static final String SETTLEMENT_ANSWER = "settlementAnswer";

    /** Whether another function is to answer before Säkerhet och Beredskap decides whose a case is (boolean). */
    public static final String ANSWER_NEEDED = "answerNeeded";

    /** Whether a consultation was concluded without the statement that was waited for (boolean). */
    public static final String CONCLUDED_ALONE = "concludedAlone";

    /** Whether Säkerhet och Beredskap may conclude a consultation alone once a silent party has been tried (boolean). */
    public static final String MAY_CONCLUDE = "mayConclude";

    /** Whether new information says that the political question has moved to the council (boolean). */
    public static final String QUESTION_MOVED = "questionMoved";

    /** Whether a takeover waits for a consultation, row 6 of the responsibility table (boolean). */
    public static final String TAKEOVER_PENDING = "takeoverPending";

    /** Whether what the on-call company has done is to be taken over by those who work the case (boolean). */
    public static final String HANDOVER_NEEDED = "handoverNeeded";

    /** Whether a plan is to be made for a planned event (boolean). */
    public static final String PLAN_NEEDED = "planNeeded";

    /** Whether something happened at a planned event (boolean). */
    public static final String SOMETHING_HAPPENED = "somethingHappened";

    /** What has become of a question about security: ANSWER, ALREADY_ANSWERED, INCIDENT or PLANNED_EVENT. */
    public static final String ADVICE_OUTCOME = "adviceOutcome";

    /** What a person's answer to a task was: needed by the next gateway alone. */
    static final Set<String> ANSWERS = Set.of(
            CONTACT_OUTCOME,
            FOLLOW_UP_OUTCOME,
            POLICE_DECISION,
            ASK_AGAIN,
            REPORT_MADE,
            POLICE_DECIDED,
            MEASURE_DECISION,
            MEASURE_PROGRESS,
            MEASURE_REVIEW,
            CONSULTATION_ANSWER,
            SETTLEMENT_ANSWER,
            CONCLUDED_ALONE,
            PLAN_NEEDED,
            SOMETHING_HAPPENED,
            ADVICE_OUTCOME);

    /** The allow-list: a variable that is not here is never kept. */
    public static final Set<String> ALLOWED = Stream.concat(
                    Stream.of(
                            ACUTE_DANGER,
                            LEVEL,
                            SUBJECT_ID,
                            CASE_CLOSED,
                            ANSWER_NEEDED,
                            MAY_CONCLUDE,
                            QUESTION_MOVED,
                            TAKEOVER_PENDING,
                            HANDOVER_NEEDED),
                    ANSWERS.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** An enum's name or an id: what a routing variable's text can look like, and nothing that a person would write. */
    private static final Pattern CODE = Pattern.compile("[A-Z_]{1,40}|[0-9a-f-]{36}");

    private Variables() {}

    /** @param text the variable's text, or null for one that is no text */
    static boolean mayBeKept(String name, String text) {
        return ALLOWED.contains(name) && (text == null || CODE.matcher(text).matches());
    }
}
