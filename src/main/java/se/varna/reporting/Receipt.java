package se.varna.reporting;

import java.time.Instant;
import java.util.List;
import se.varna.directory.Owner;

/**
 * What the reporter gets back: that it is received, whose it is and why, and by when someone calls.
 *
 * @param row the row of the responsibility table
 * @param rules the guidance's rules that it rests on
 * @param reason one Swedish sentence
 */
public record Receipt(
        String caseNumber,
        Owner responsible,
        List<Owner> inform,
        int row,
        List<String> rules,
        String reason,
        Instant firstContactBy) {}
