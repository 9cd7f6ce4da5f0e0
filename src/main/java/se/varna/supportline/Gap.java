package se.varna.supportline;

import java.time.Instant;

/**
 * Hours of one shift that nobody has.
 *
 * @param staffed whether Säkerhet och Beredskap was to answer (R34), or the on-call company (R35)
 */
public record Gap(Instant startsAt, Instant endsAt, boolean staffed) {}
