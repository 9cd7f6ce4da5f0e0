package se.varna.staffing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;
import se.varna.common.Labels;
import se.varna.common.Problem;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.directory.Appointment.Office;

/**
 * The directory as a file: one line for each appointment, under Swedish headings. What a spreadsheet would take for a
 * formula is written with an apostrophe before it, which is taken away again when it is read.
 */
@Component
public class DirectoryFile {

    /** In bytes; about ten thousand lines. */
    public static final int LONGEST = 1_000_000;

    public static final int MOST_LINES = 5_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String FORMULA = "=+-@\t\r";

    private final Labels labels;

    DirectoryFile(Labels labels) {
        this.labels = labels;
    }

    /** What a line tells, in the order in which it is written. */
    enum Column {
        ID,
        NAME,
        EMAIL,
        PHONE,
        PARTY,
        OFFICE,
        ORGANISATION,
        FROM,
        TO
    }

    /** A problem in a line; 0 is the file itself. */
    public record LineProblem(long line, Problem problem) {}

    /** A line as it was written: an empty text where nothing stands, null where the file has no such column. */
    record Line(long number, Map<Column, String> cells) {

        boolean has(Column column) {
            return cells.containsKey(column);
        }

        /** Null when nothing is written. */
        String text(Column column) {
            String text = cells.getOrDefault(column, "");
            return text.isEmpty() ? null : text;
        }
    }

    /** The text of a file: UTF-8 with or without a byte order mark, or Windows-1252, as spreadsheets write. */
    public static String decode(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(file, Charset.forName("windows-1252"));
        }
    }

    /** @throws Refused when the file is too long or cannot be read as lines under the headings */
    List<Line> read(String file) {
        if (file.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw Refused.at("file", "csv.tooLong", LONGEST / 1_000_000);
        }
        String text = file.isEmpty() || file.charAt(0) != BYTE_ORDER_MARK ? file : file.substring(1);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .get();
        List<Line> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<Column> columns = columns(records);
            while (records.hasNext()) {
                CSVRecord cells = records.next();
                if (isBlank(cells)) {
                    continue;
                }
                if (lines.size() == MOST_LINES) {
                    throw Refused.at("file", "csv.tooManyLines", MOST_LINES);
                }
                lines.add(line(parser.getCurrentLineNumber(), columns, cells));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw Refused.at("file", "csv.unreadable");
        }
        return lines;
    }

    /** The one that stands most often in the headings. */
    private static char delimiter(String text) {
        String headings = text.lines().findFirst().orElse("");
        return Stream.of(';', ',', '\t')
                .max((one, other) -> Long.compare(count(headings, one), count(headings, other)))
                .orElseThrow();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }

    private List<Column> columns(Iterator<CSVRecord> records) {
        List<Column> columns = new ArrayList<>();
        if (records.hasNext()) {
            for (String heading : records.next()) {
                columns.add(Arrays.stream(Column.values())
                        .filter(column -> heading(column).equals(heading.strip().toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> Refused.at("file", "csv.headings", headings())));
            }
        }
        boolean twice = columns.stream().distinct().count() < columns.size();
        if (twice
                || !columns.containsAll(
                        List.of(Column.ID, Column.NAME, Column.OFFICE, Column.ORGANISATION, Column.FROM))) {
            throw Refused.at("file", "csv.headings", headings());
        }
        return columns;
    }

    private static Line line(long number, List<Column> columns, CSVRecord cells) {
        if (cells.size() > columns.size()) {
            throw Refused.at("file", "csv.tooManyCells", number);
        }
        Map<Column, String> texts = new EnumMap<>(Column.class);
        for (int i = 0; i < columns.size(); i++) {
            texts.put(columns.get(i), i < cells.size() ? plain(cells.get(i)) : "");
        }
        return new Line(number, texts);
    }

    private static boolean isBlank(CSVRecord cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    private static String plain(String cell) {
        String text = cell.strip();
        return text.length() > 1 && text.charAt(0) == '\'' && FORMULA.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    // --- cells

    /** The word for the office, by which it is found again. */
    String word(Office office) {
        return labels.of(office);
    }

    /** The office that is written, or null when it is none. */
    Office office(String text) {
        return Arrays.stream(Office.values())
                .filter(Office::isKeptHere)
                .filter(office -> labels.of(office).equalsIgnoreCase(text))
                .findFirst()
                .orElse(null);
    }

    static LocalDate day(String field, String text, Problems problems) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            problems.add(field, "notADate");
            return null;
        }
    }

    // --- writing

    /** The headings, for a file and for whoever has to be told them. */
    String headings() {
        return String.join(
                ";", Arrays.stream(Column.values()).map(this::heading).toList());
    }

    private String heading(Column column) {
        return labels.text("csv.column." + column);
    }

    /** A file that shows how to write one. */
    public String example() {
        return BYTE_ORDER_MARK + headings() + "\r\n"
                + labels.text("csv.example").strip().replace("\n", "\r\n") + "\r\n";
    }

    /** @param rows cells in the order of {@link Column} */
    String write(List<List<String>> rows) {
        StringBuilder file =
                new StringBuilder().append(BYTE_ORDER_MARK).append(headings()).append("\r\n");
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').get();
        for (List<String> row : rows) {
            Object[] cells = row.stream().map(DirectoryFile::harmless).toArray();
            file.append(format.format(cells)).append("\r\n");
        }
        return file.toString();
    }

    private static String harmless(String cell) {
        if (cell == null) {
            return "";
        }
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
