package se.varna.assessment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What speaks for a case being one of several, as far as one person may know of it.
 *
 * @param patterns the ways in which it is like earlier cases of its holder's
 * @param elsewhere whether Säkerhet och Beredskap has told the holder that the same person has cases elsewhere too
 */
public record Repeated(List<Pattern> patterns, boolean elsewhere) {

    static final Repeated NOTHING = new Repeated(List.of(), false);

    /** The word of the level table for what is told from elsewhere; the likenesses have their own names there. */
    static final String ELSEWHERE = "ELSEWHERE";

    private static final String OF_CASE = ":";

    /** As factors of the level table. */
    Set<String> factors() {
        Set<String> factors = new TreeSet<>();
        patterns.forEach(pattern -> factors.add(pattern.likeness().name()));
        if (elsewhere) {
            factors.add(ELSEWHERE);
        }
        return factors;
    }

    /** As it is kept with a level that rests on it: each earlier case by its likeness, as {@code SAME_PERSON:V-2026-1}. */
    List<String> kept() {
        return Stream.concat(
                        patterns.stream().flatMap(pattern -> pattern.earlier().stream()
                                .map(earlier -> pattern.likeness() + OF_CASE + earlier.caseNumber())),
                        elsewhere ? Stream.of(ELSEWHERE) : Stream.empty())
                .toList();
    }

    /** What was kept: the likeness and the case's number, or what is told from elsewhere alone. */
    static String[] read(String kept) {
        return kept.split(OF_CASE);
    }
}
