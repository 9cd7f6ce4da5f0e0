package se.varna.statistics.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.casefile.Level;
import se.varna.common.Choice;
import se.varna.common.Labels;
import se.varna.directory.Directory;
import se.varna.directory.Unit;
import se.varna.statistics.Breakdown;
import se.varna.statistics.Figures;
import se.varna.statistics.NationalShare;
import se.varna.statistics.Range;
import se.varna.statistics.Share;
import se.varna.statistics.Statistics;

/** The statistics of a year and a unit, to look at and to take along. */
@Controller
@ForArea(Area.STATISTICS)
class StatisticsPage {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Statistics statistics;
    private final Charts charts;
    private final StatisticsFile file;
    private final Directory directory;
    private final Labels labels;
    private final List<NationalShare> national = NationalShare.all();

    StatisticsPage(Statistics statistics, Charts charts, StatisticsFile file, Directory directory, Labels labels) {
        this.statistics = statistics;
        this.charts = charts;
        this.file = file;
        this.directory = directory;
        this.labels = labels;
    }

    /** How long the exposed waited at a level, as a line in a table. */
    record Wait(String level, String kept, String broken, String median) {}

    /** Our share beside the country's. */
    record Compared(String ours, String theirs) {}

    @GetMapping("/statistik")
    ModelAndView page(
            @RequestParam(name = "ar", required = false) String year,
            @RequestParam(name = "enhet", required = false) String unit) {
        Figures figures = figures(year, unit);
        ModelAndView page = new ModelAndView("statistics/page");
        page.addObject("figures", figures);
        page.addObject("total", charts.words(figures.total()));
        page.addObject("charts", charts.of(figures));
        page.addObject("words", charts);
        page.addObject("width", Range.WIDTH);
        page.addObject("years", Choice.of(figures.allYears(), String::valueOf, charts::yearName));
        page.addObject("units", units());
        page.addObject("period", period(figures));
        page.addObject("unitName", unitName(figures.unit()));
        page.addObject(
                "waits",
                Stream.of(Level.values()).map(level -> wait(figures, level)).toList());
        page.addObject("medianOfAll", charts.duration(figures.median("")));
        page.addObject(
                "compared",
                national.stream()
                        .collect(Collectors.toMap(
                                share -> share.breakdown().name(), share -> compared(figures, share))));
        return page;
    }

    @GetMapping("/statistik/fil")
    ResponseEntity<byte[]> file(
            @RequestParam(name = "ar", required = false) String year,
            @RequestParam(name = "enhet", required = false) String unit) {
        Figures figures = figures(year, unit);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("statistik.csv")
                                .build()
                                .toString())
                .body(file.write(figures, period(figures), unitName(figures.unit())));
    }

    /** A year or a unit that there is none of is none that has been chosen. */
    private Figures figures(String year, String unit) {
        int wantedYear = year != null && year.matches("\\d{4}") ? Integer.parseInt(year) : 0;
        String wantedUnit = Charts.NO_UNIT.equals(unit) || directory.unit(unit).isPresent() ? unit : "";
        Figures figures = statistics.figures(wantedYear, wantedUnit);
        return wantedYear == 0 || figures.allYears().contains(wantedYear) ? figures : statistics.figures(0, wantedUnit);
    }

    private List<Choice> units() {
        return Stream.concat(
                        Choice.of(directory.units(), Unit::code, Unit::name).stream(),
                        Stream.of(new Choice(Charts.NO_UNIT, labels.text("statistics.noUnit"))))
                .toList();
    }

    private String period(Figures figures) {
        return figures.year() == 0 ? labels.text("statistics.allYears") : charts.yearName(figures.year());
    }

    private String unitName(String unit) {
        return switch (unit) {
            case "" -> labels.text("statistics.allUnits");
            case Charts.NO_UNIT -> labels.text("statistics.noUnit");
            default -> directory.unit(unit).map(Unit::name).orElse(unit);
        };
    }

    private Wait wait(Figures figures, Level level) {
        return new Wait(
                labels.of(level),
                charts.words(figures.count(Breakdown.CONTACT_BY_LEVEL, level + ".KEPT")),
                charts.words(figures.count(Breakdown.CONTACT_BY_LEVEL, level + ".BROKEN")),
                charts.duration(figures.median(level.name())));
    }

    private Compared compared(Figures figures, NationalShare theirs) {
        Share ours = Share.of(figures.count(theirs.breakdown(), theirs.value()), figures.total());
        return new Compared(
                ours == null
                        ? labels.text("statistics.share.few")
                        : labels.text("statistics.share", ours.from(), ours.to()),
                labels.text(
                        "statistics.national." + theirs.breakdown(),
                        theirs.percent(),
                        String.valueOf(theirs.year()),
                        theirs.source()));
    }
}
