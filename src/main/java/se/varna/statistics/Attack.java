package se.varna.statistics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.varna.statistics.Counting.Place;

/**
 * What anyone could work out of the figures by adding up and taking away, tried before they are published: each sum is held
 * against its parts, in both directions, until nothing more follows. There are sums over units, over years, over months and
 * over the answers to a question.
 */
final class Attack {

    /** Questions to which each case has one answer. */
    private static final Set<Breakdown> ANSWERED_ONCE = EnumSet.of(
            Breakdown.CHANNEL,
            Breakdown.LEVEL,
            Breakdown.OWNER,
            Breakdown.CONTACT,
            Breakdown.POLICE,
            Breakdown.PROTECTED,
            Breakdown.REPEATED);

    /** Counts under this are secret (GDPR, and the city's promise to those who report). */
    private static final int SECRET = 5;

    /** A count that can be one or two things only has been as good as told. */
    private static final int FEWEST_POSSIBLE = 3;

    /** Nothing is known of a count that is withheld. */
    private static final int NO_END = 1_000_000_000;

    private record Sum(Place whole, String over) {}

    private record Parts(int whole, int[] parts) {}

    /** What is published together: the answers to one question, of one unit in one year; or the months of a year. */
    record Group(String unit, int year, boolean months, Breakdown breakdown) {

        static Group of(Place place) {
            return new Group(place.unit(), place.year(), place.month() > 0, place.breakdown());
        }
    }

    private final List<Place> places;
    private final int[] counts;
    private final List<Parts> sums = new ArrayList<>();

    Attack(Map<Place, Integer> exact) {
        places = List.copyOf(exact.keySet());
        counts = places.stream().mapToInt(exact::get).toArray();
        Map<Place, Integer> index = new HashMap<>();
        places.forEach(place -> index.put(place, index.size()));
        Map<Sum, List<Integer>> parts = new HashMap<>();
        places.forEach(place -> sumsWith(place).forEach(sum -> parts.computeIfAbsent(sum, key -> new ArrayList<>())
                .add(index.get(place))));
        parts.forEach((sum, of) -> sums.add(new Parts(
                index.get(sum.whole()), of.stream().mapToInt(Integer::intValue).toArray())));
    }

    /** Every sum that the count is a part of. */
    private static List<Sum> sumsWith(Place part) {
        List<Sum> sums = new ArrayList<>();
        if (!part.unit().equals(Counting.ALL_UNITS)) {
            sums.add(new Sum(part.in(Counting.ALL_UNITS, part.year(), part.month()), "units"));
        }
        if (part.month() > 0) {
            sums.add(new Sum(part.in(part.unit(), part.year(), 0), "months"));
        } else if (part.year() > 0) {
            sums.add(new Sum(part.in(part.unit(), 0, 0), "years"));
        }
        if (ANSWERED_ONCE.contains(part.breakdown())) {
            sums.add(new Sum(part.answer(Breakdown.ALL, ""), part.breakdown().name()));
        } else if (part.breakdown() == Breakdown.CONTACT_BY_LEVEL) {
            String[] values = part.value().split("\\.");
            sums.add(new Sum(part.answer(Breakdown.LEVEL, values[0]), "contact"));
            sums.add(new Sum(part.answer(Breakdown.CONTACT, values[1]), "levels"));
        }
        return sums;
    }

    /** What must not be published for the secret counts to stay secret: little, and mostly nothing. */
    Set<Group> toWithhold() {
        Set<Group> withheld = new HashSet<>();
        for (Place told = told(withheld); told != null; told = told(withheld)) {
            withheld.add(next(told, withheld));
        }
        return withheld;
    }

    /** What to withhold for that count: its own group, or those that it is summed up in. */
    private static Group next(Place told, Set<Group> withheld) {
        return Stream.concat(Stream.of(told), sumsWith(told).stream().map(Sum::whole))
                .map(Group::of)
                .filter(group -> !withheld.contains(group))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is left to withhold"));
    }

    /** A secret count that can be worked out, or nearly, from everything but what is withheld; null when there is none. */
    private Place told(Set<Group> withheld) {
        int[] least = new int[counts.length];
        int[] most = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            boolean isPublished = !withheld.contains(Group.of(places.get(i)));
            Range range = Range.of(counts[i]);
            least[i] = isPublished ? range.from() : 0;
            most[i] = isPublished ? range.to() : NO_END;
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Parts sum : sums) {
                more |= narrow(sum, least, most);
            }
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < SECRET && most[i] - least[i] + 1 < FEWEST_POSSIBLE) {
                return places.get(i);
            }
        }
        return null;
    }

    private static boolean narrow(Parts sum, int[] least, int[] most) {
        long partsLeast = 0;
        long partsMost = 0;
        for (int part : sum.parts()) {
            partsLeast += least[part];
            partsMost += most[part];
        }
        boolean narrower = set(sum.whole(), partsLeast, partsMost, least, most);
        for (int part : sum.parts()) {
            long othersLeast = partsLeast - least[part];
            long othersMost = partsMost - most[part];
            narrower |= set(part, least[sum.whole()] - othersMost, most[sum.whole()] - othersLeast, least, most);
            partsLeast = othersLeast + least[part];
            partsMost = othersMost + most[part];
        }
        return narrower;
    }

    private static boolean set(int count, long atLeast, long atMost, int[] least, int[] most) {
        boolean narrower = atLeast > least[count] || atMost < most[count];
        least[count] = (int) Math.max(least[count], atLeast);
        most[count] = (int) Math.min(most[count], atMost);
        return narrower;
    }
}
