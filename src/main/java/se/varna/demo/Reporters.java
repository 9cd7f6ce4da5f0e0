package se.varna.demo;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.casefile.Place;
import se.varna.directory.DirectoryImport.PersonData;
import se.varna.reporting.IncidentReport;

/** What the demo's people report, by lot. */
record Reporters(Past past, Dice dice) {

    private static final List<Map.Entry<Kind, Integer>> KINDS = List.of(
            entry(Kind.THREAT, 32),
            entry(Kind.HATE, 26),
            entry(Kind.HARASSMENT, 24),
            entry(Kind.VANDALISM, 6),
            entry(Kind.VIOLENCE, 4),
            entry(Kind.THEFT, 3),
            entry(Kind.OTHER, 5));

    private static final List<Map.Entry<Place, Integer>> PLACES = List.of(
            entry(Place.ONLINE, 34),
            entry(Place.MAIL, 20),
            entry(Place.PHONE, 12),
            entry(Place.PUBLIC_PLACE, 12),
            entry(Place.HOME, 7),
            entry(Place.RADHUSET, 5),
            entry(Place.BORSEN, 3),
            entry(Place.OTHER_CITY_PREMISES, 4),
            entry(Place.OTHER, 3));

    private static final List<Map.Entry<Matter, Integer>> MATTERS = List.of(
            entry(Matter.CITY, 86), entry(Matter.PARTY, 4), entry(Matter.ELECTION_WORK, 6), entry(Matter.UNKNOWN, 4));

    private static final List<Map.Entry<Indicator, Integer>> INDICATORS = List.of(
            entry(Indicator.REPEATED, 12),
            entry(Indicator.FAMILY, 6),
            entry(Indicator.HOME_VISIT, 4),
            entry(Indicator.WEAPON, 3),
            entry(Indicator.TIME_AND_PLACE, 3),
            entry(Indicator.CHILDREN, 1));

    /** A report and who makes it. */
    record Written(IncidentReport report, String reporter) {}

    Written report(List<PersonData> people) {
        // Some are exposed far more than others.
        PersonData exposed = people.get((int) (people.size() * dice.share() * dice.share()));
        boolean self = dice.percent(85);
        Set<Kind> kinds = EnumSet.of(dice.one(KINDS, 100));
        if (dice.percent(20)) {
            kinds.add(dice.one(KINDS, 100));
        }
        Set<Indicator> indicators = EnumSet.noneOf(Indicator.class);
        INDICATORS.stream()
                .filter(indicator -> dice.percent(indicator.getValue()))
                .forEach(indicator -> indicators.add(indicator.getKey()));
        Matter matter = dice.one(MATTERS, 100);
        String unit =
                matter == Matter.PARTY ? null : dice.one(exposed.offices()).in();
        var report = new IncidentReport(
                self ? IncidentReport.SELF : exposed.id(),
                null,
                dice.one(past.descriptions().get(kinds.iterator().next())),
                null,
                dice.percent(92) ? dice.one(PLACES, 100) : null,
                matter,
                unit,
                null,
                dice.percent(3),
                false,
                kinds,
                indicators,
                null,
                false,
                self && dice.percent(30),
                dice.percent(5),
                dice.percent(25),
                null,
                null,
                dice.percent(60),
                null);
        return new Written(report, self ? exposed.id() : dice.one(List.of("sob-1", "sob-2", "lsa-grundskola")));
    }
}
