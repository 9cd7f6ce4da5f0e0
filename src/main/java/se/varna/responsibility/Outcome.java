package se.varna.responsibility;

import java.util.List;
import se.varna.directory.Owner;

/**
 * The table's answer.
 *
 * @param row the row of the responsibility table that fitted, 1–10
 * @param responsible the function; a party's code is null here, since the table knows no person
 * @param inform functions that must be told
 * @param rules the guidance's rules, as {@code R25}
 * @param reason one Swedish sentence that says why
 * @param decisionVersion the table's version that answered
 */
public record Outcome(
        int row, Owner responsible, List<Owner> inform, List<String> rules, String reason, String decisionVersion) {

    /** Whether the answer is for now, until someone has settled it (rows 8 and 9). */
    public boolean isUnsettled() {
        return row == 8 || row == 9;
    }
}
