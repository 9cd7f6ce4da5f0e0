package se.varna.supportline;

import java.time.Instant;

/**
 * The hours between two changes of who answers the support line.
 *
 * @param staffed whether Säkerhet och Beredskap answers (R34), or the on-call company (R35)
 */
record Shift(Instant startsAt, Instant endsAt, boolean staffed) {}
