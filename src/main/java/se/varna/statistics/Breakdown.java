package se.varna.statistics;

/** What cases are counted by, and how the value is read from the view {@code statistics_case}; - is no answer. */
public enum Breakdown {
    /** All cases together. */
    ALL("''"),
    /** What happened; a case can count under several. Brå's two kinds are values of their own beside ours. */
    KIND(
            """
            unnest(array_cat(CASE WHEN kinds = '{}' THEN ARRAY['-'] ELSE CAST(kinds AS text[]) END, array_remove(ARRAY[
                CASE WHEN kinds && CAST('{THREAT,HATE,HARASSMENT}' AS varchar[]) THEN 'THREATS' END,
                CASE WHEN kinds && CAST('{VIOLENCE,VANDALISM,THEFT}' AS varchar[]) THEN 'VIOLENCE_AND_DAMAGE' END], NULL)))
            """),
    /** Where, or through what. */
    CHANNEL("channel"),
    LEVEL("level"),
    /** The kind of function that has the case. */
    OWNER("owner_function"),
    /** First contact against its deadline: {@code KEPT}, {@code BROKEN} or {@code WAITING}. */
    CONTACT(Breakdown.KEPT_OR_BROKEN),
    /** The same for each level: {@code HIGH.KEPT}. */
    CONTACT_BY_LEVEL("level || '.' || " + Breakdown.KEPT_OR_BROKEN),
    /** {@code REPORTED}, {@code DECLINED}, or {@code UNDECIDED} while the question stands. */
    POLICE("CASE WHEN police_reported THEN 'REPORTED' WHEN NOT police_reported THEN 'DECLINED' ELSE 'UNDECIDED' END"),
    /** Why it has not been reported to the police, where that has been said. */
    REASON("not_reported_because"),
    /** Whether any protective measure has been decided: {@code YES} or {@code NO}. */
    PROTECTED("CASE WHEN measures = '{}' THEN 'NO' ELSE 'YES' END"),
    /** Which measures; a case can count under several. */
    MEASURE("unnest(CAST(measures AS text[]))"),
    /** Whether it had happened before: {@code YES} or {@code NO}. */
    REPEATED("CASE WHEN repeated THEN 'YES' ELSE 'NO' END"),
    /** Beside the incidents, and never among them: questions and planned meetings, as numbers and nothing else. */
    BEFORE("concern");

    private static final String KEPT_OR_BROKEN =
            "CASE WHEN contact_kept THEN 'KEPT' WHEN contact_minutes IS NOT NULL OR contact_due_at < :now THEN 'BROKEN'"
                    + " ELSE 'WAITING' END";

    private final String sql;

    Breakdown(String sql) {
        this.sql = sql;
    }

    /** Where what is counted is read from. */
    String source() {
        return this == BEFORE ? "counted_before" : "counted";
    }

    String sql() {
        return sql;
    }
}
