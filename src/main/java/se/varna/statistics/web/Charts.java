package se.varna.statistics.web;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.varna.casefile.Kind;
import se.varna.casefile.Level;
import se.varna.casefile.Place;
import se.varna.common.Labels;
import se.varna.common.Language;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.directory.Unit;
import se.varna.election.Elections;
import se.varna.measures.MeasureKind;
import se.varna.measures.Measures;
import se.varna.police.PoliceReferral;
import se.varna.statistics.Breakdown;
import se.varna.statistics.Figures;
import se.varna.statistics.Range;

/** The published figures in words: the same for the page and for the file. */
@Component
class Charts {

    static final String NO_UNIT = "-";
    private static final String NO_ANSWER = "-";

    /** Brå's two kinds, each before ours that belong to it. */
    private static final List<String> KINDS = List.of(
            "THREATS",
            Kind.THREAT.name(),
            Kind.HATE.name(),
            Kind.HARASSMENT.name(),
            "VIOLENCE_AND_DAMAGE",
            Kind.VIOLENCE.name(),
            Kind.VANDALISM.name(),
            Kind.THEFT.name(),
            Kind.OTHER.name(),
            NO_ANSWER);

    private final Labels labels;
    private final Directory directory;
    private final Measures measures;
    private final Elections elections;

    Charts(Labels labels, Directory directory, Measures measures, Elections elections) {
        this.labels = labels;
        this.directory = directory;
        this.measures = measures;
        this.elections = elections;
    }

    /** All of them, by their id, in the order in which they stand. */
    Map<String, Chart> of(Figures figures) {
        List<Chart> charts = new ArrayList<>();
        charts.add(times(figures));
        if (figures.unit().isEmpty()) {
            charts.add(units(figures));
        }
        charts.add(chart(figures, Breakdown.KIND, KINDS.stream(), this::kind));
        charts.add(chart(figures, Breakdown.CHANNEL, answers(Place.class), label("label.Place.")));
        charts.add(chart(figures, Breakdown.LEVEL, names(Level.class), label("label.Level.")));
        charts.add(chart(figures, Breakdown.OWNER, names(Owner.Function.class), label("label.Function.")));
        charts.add(chart(
                figures, Breakdown.CONTACT, Stream.of("KEPT", "BROKEN", "WAITING"), label("statistics.CONTACT.")));
        charts.add(chart(
                figures,
                Breakdown.CONTACT_BY_LEVEL,
                names(Level.class).flatMap(level -> Stream.of(level + ".KEPT", level + ".BROKEN")),
                this::contactByLevel));
        charts.add(chart(
                figures,
                Breakdown.POLICE,
                Stream.of("REPORTED", "DECLINED", "UNDECIDED"),
                label("statistics.POLICE.")));
        charts.add(chart(
                figures,
                Breakdown.REASON,
                names(PoliceReferral.DeclineReason.class),
                reason -> capital(labels.text("label.DeclineReason." + reason))));
        charts.add(chart(figures, Breakdown.PROTECTED, Stream.of("YES", "NO"), label("statistics.PROTECTED.")));
        charts.add(measures(figures));
        charts.add(chart(figures, Breakdown.REPEATED, Stream.of("YES", "NO"), label("statistics.REPEATED.")));
        charts.add(chart(figures, Breakdown.BEFORE, Stream.of("QUESTION", "PLANNED_EVENT"), label("label.Concern.")));
        return charts.stream()
                .collect(Collectors.toMap(
                        Chart::id, Function.identity(), (one, other) -> one, java.util.LinkedHashMap::new));
    }

    private Chart times(Figures figures) {
        if (figures.year() == 0) {
            List<Chart.Bar> years = figures.allYears().stream()
                    .map(year -> new Chart.Bar(yearName(year), figures.year(year)))
                    .toList();
            return chart("YEARS", years, false);
        }
        int last = figures.until().getYear() > figures.year()
                ? 12
                : figures.until().getMonthValue() - 1;
        List<Chart.Bar> months = Stream.iterate(1, month -> month + 1)
                .limit(last)
                .map(month -> new Chart.Bar(
                        capital(Month.of(month).getDisplayName(TextStyle.FULL_STANDALONE, Language.SWEDISH)),
                        figures.month(month)))
                .toList();
        return chart("MONTHS", months, false);
    }

    /** The year, marked when there is an election in it. */
    String yearName(int year) {
        Elections.Kind election = elections.in(year);
        return election == null
                ? String.valueOf(year)
                : labels.text("statistics.electionYear." + election, String.valueOf(year));
    }

    private Chart units(Figures figures) {
        Map<String, String> names = directory.units().stream().collect(Collectors.toMap(Unit::code, Unit::name));
        Comparator<Chart.Bar> most = Comparator.comparing(bar -> -bar.count().from());
        return chart(
                "UNITS",
                figures.units().entrySet().stream()
                        .map(unit -> new Chart.Bar(
                                names.getOrDefault(unit.getKey(), labels.text("statistics.noUnit")), unit.getValue()))
                        .sorted(most.thenComparing(Chart.Bar::label))
                        .toList(),
                true);
    }

    private Chart measures(Figures figures) {
        Map<String, String> names =
                measures.catalogue().stream().collect(Collectors.toMap(MeasureKind::code, MeasureKind::name));
        List<Chart.Bar> bars = names.entrySet().stream()
                .map(kind -> new Chart.Bar(kind.getValue(), figures.count(Breakdown.MEASURE, kind.getKey())))
                .filter(Predicate.not(bar -> bar.count().isFew()))
                .sorted(Comparator.comparing(Chart.Bar::label))
                .toList();
        return chart(Breakdown.MEASURE.name(), bars, true);
    }

    private Chart chart(Figures figures, Breakdown breakdown, Stream<String> values, Function<String, String> words) {
        return chart(
                breakdown.name(),
                values.map(value -> new Chart.Bar(words.apply(value), figures.count(breakdown, value)))
                        .toList(),
                false);
    }

    private Chart chart(String id, List<Chart.Bar> bars, boolean omitted) {
        return new Chart(
                id, labels.text("statistics." + id), labels.text("statistics." + id + ".first"), bars, omitted);
    }

    // --- words

    /** A count as people read it. */
    public String words(Range range) {
        if (range.isWithheld()) {
            return labels.text("statistics.withheld");
        }
        return range.isFew()
                ? labels.text("statistics.few", Range.WIDTH)
                : labels.text("statistics.range", range.from(), range.to());
    }

    /** About how long a median is. */
    String duration(Integer minutes) {
        if (minutes == null) {
            return labels.text("statistics.median.few");
        }
        int hours = minutes / 60;
        return minutes < 120
                ? labels.text("statistics.median.minutes", minutes)
                : hours < 48
                        ? labels.text("statistics.median.hours", hours)
                        : labels.text("statistics.median.days", hours / 24);
    }

    private Function<String, String> label(String prefix) {
        return value -> value.equals(NO_ANSWER) ? labels.text("statistics.noAnswer") : labels.text(prefix + value);
    }

    private String kind(String value) {
        return switch (value) {
            case "THREATS", "VIOLENCE_AND_DAMAGE" -> labels.text("statistics.KIND." + value);
            default -> label("label.Kind.").apply(value);
        };
    }

    private String contactByLevel(String value) {
        String[] parts = value.split("\\.");
        return labels.text("statistics.CONTACT_BY_LEVEL." + parts[1], labels.text("label.Level." + parts[0]));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Language.SWEDISH) + text.substring(1);
    }

    private static Stream<String> names(Class<? extends Enum<?>> type) {
        return Stream.of(type.getEnumConstants()).map(Enum::name);
    }

    private static Stream<String> answers(Class<? extends Enum<?>> type) {
        return Stream.concat(names(type), Stream.of(NO_ANSWER));
    }
}
