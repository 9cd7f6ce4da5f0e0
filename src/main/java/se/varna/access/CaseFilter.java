package se.varna.access;

import java.time.Instant;

/**
 * What a list of cases is narrowed to; null where it is not. There is nothing here by which people could be picked out by
 * what they think, believe or suffer (GDPR art. 9).
 *
 * @param number the beginning of a case number
 * @param unit code of the unit whose question it was
 * @param level name of the level
 * @param concern name of what it is about
 * @param phase name of the phase
 * @param from the first moment of receipt
 * @param before the moment before which it was received
 */
public record CaseFilter(
        String number, String unit, String level, String concern, String phase, Instant from, Instant before) {}
