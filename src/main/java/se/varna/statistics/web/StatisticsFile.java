package se.varna.statistics.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.springframework.stereotype.Component;
import se.varna.casefile.Level;
import se.varna.common.Labels;
import se.varna.statistics.Figures;
import se.varna.statistics.Range;

/** The page's figures as a file that a Swedish spreadsheet opens as it is: the very same groups, and nothing more. */
@Component
class StatisticsFile {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** What a spreadsheet would take for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private final Charts charts;
    private final Labels labels;

    StatisticsFile(Charts charts, Labels labels) {
        this.charts = charts;
        this.labels = labels;
    }

    byte[] write(Figures figures, String period, String unit) {
        List<List<Object>> lines = new ArrayList<>();
        lines.add(Stream.of("period", "unit", "breakdown", "value", "from", "to")
                .<Object>map(column -> labels.text("statistics.column." + column))
                .toList());
        Range total = figures.total();
        String all = labels.text("statistics.ALL");
        lines.add(List.of(period, unit, all, all, from(total), to(total)));
        for (Chart chart : charts.of(figures).values()) {
            for (Chart.Bar bar : chart.bars()) {
                Range count = bar.count();
                lines.add(List.of(period, unit, chart.title(), bar.label(), from(count), to(count)));
            }
        }
        for (Level level : Level.values()) {
            Integer minutes = figures.median(level.name());
            if (minutes != null) {
                lines.add(List.of(period, unit, labels.text("statistics.WAIT"), labels.of(level), minutes, minutes));
            }
        }
        CSVFormat format = CSVFormat.EXCEL.builder().setDelimiter(';').get();
        return lines.stream()
                .map(line -> format.format(
                                line.stream().map(StatisticsFile::harmless).toArray()) + "\r\n")
                .collect(Collectors.joining("", BYTE_ORDER_MARK, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Object from(Range count) {
        return count.isWithheld() ? "" : count.from();
    }

    private static Object to(Range count) {
        return count.isWithheld() ? "" : count.to();
    }

    private static Object harmless(Object cell) {
        return cell instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell;
    }
}
