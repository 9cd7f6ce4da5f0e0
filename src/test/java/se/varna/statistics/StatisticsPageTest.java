package se.varna.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.Kind;
import se.varna.casefile.Place;
import se.varna.pages.Visitor;

/** The statistics page, by real requests and without scripts, and what can be learnt from it. */
class StatisticsPageTest extends VarnaTest {

    private static final Set<String> ANSWERED_ONCE = Set.of(
            "Var eller hur",
            "Nivå",
            "Vem som har ärendet",
            "Första kontakten mot fristen",
            "Polisanmälda händelser",
            "Händelser med åtgärder",
            "Om det har hänt förut");
    private static final int[] WITHHELD = {0, 1_000_000};
    private static final String ALL = "Alla händelser";
    private static final String ALL_YEARS = "Alla år";
    private static final String ALL_UNITS = "alla enheter";

    @Autowired
    private Past past;

    @Autowired
    private Statistics statistics;

    @BeforeEach
    void past() throws Exception {
        past.fill();
        clock.set(Past.AFTER);
        statistics.compile();
    }

    /** A line of the file. */
    private record Line(String period, String unit, String breakdown, String value) {}

    @Test
    void nothing_that_can_be_had_tells_a_count_under_five() {
        Visitor owner = Visitor.signedIn(port, "processagare");
        Map<Line, int[]> lines = new LinkedHashMap<>();
        for (String year : List.of("", "2018", "2019")) {
            for (String unit :
                    Stream.concat(Stream.of("", "-"), Past.UNITS.stream()).toList()) {
                String asked = "?ar=" + year + "&enhet=" + unit;
                Map<Line, int[]> file =
                        lines(owner.get("/statistik/fil" + asked).body());
                assertThat(file).hasSizeGreaterThan(30);
                file.forEach((line, count) -> {
                    int[] before = lines.put(line, count);
                    assertThat(before == null || before[0] == count[0])
                            .as("one answer to " + line)
                            .isTrue();
                });
                assertThatThePageTellsNothingElse(
                        owner.get("/statistik" + asked).body(), file);
            }
        }
        Attacker<Line> attacker = new Attacker<>();
        lines.forEach((line, count) -> attacker.reads(line, count[0], count[1]));
        everySum(lines.keySet(), attacker);

        Map<Line, Attacker.Bounds> found = attacker.worksOut();
        assertThat(lines.values()).anyMatch(count -> count[0] > 20);
        assertThat(found.entrySet().stream().filter(each -> each.getValue().least() < 5))
                .hasSizeGreaterThan(100)
                .allMatch(each -> each.getValue().most() - each.getValue().least() >= 2);
        assertThat(lines.values().stream().filter(count -> count == WITHHELD)).hasSizeLessThan(lines.size() / 10);
    }

    private static Map<Line, int[]> lines(String file) {
        Map<Line, int[]> lines = new LinkedHashMap<>();
        // What is withheld has nothing after its name.
        file.lines()
                .skip(1)
                .map(line -> line.split(";"))
                .filter(cells -> cells.length == 6)
                .forEach(cells -> {
                    Line line =
                            switch (cells[2]) {
                                case "Händelser per år" -> new Line(cells[3], cells[1], ALL, ALL);
                                case "Enhet som det gällde" -> new Line(cells[0], cells[3], ALL, ALL);
                                default -> new Line(cells[0], cells[1], cells[2], cells[3]);
                            };
                    int[] count = {Integer.parseInt(cells[4]), Integer.parseInt(cells[5])};
                    if (!cells[2].startsWith("Mediantid")) {
                        assertThat(count[1] - count[0]).as(line.toString()).isEqualTo(Range.WIDTH - 1);
                        assertThat(count[0] % Range.WIDTH).as(line.toString()).isZero();
                        lines.put(line, count);
                    }
                });
        return lines;
    }

    /** Every count on the page is a group that the file has, and the bars are drawn from nothing else. */
    private static void assertThatThePageTellsNothingElse(String page, Map<Line, int[]> file) {
        Set<String> groups = file.values().stream()
                .filter(count -> count != WITHHELD)
                .map(count -> count[0] == 0 ? "färre än 6" : count[0] + "–" + count[1])
                .collect(Collectors.toSet());
        groups.addAll(Set.of("färre än 6", "visas inte"));
        String duration = "ungefär \\d+ (minuter|timmar|dygn)|för få för att säga";
        List<String> counts = Pattern.compile("<(?:td|text class=\"count\"[^>]*)>([^<]*)<")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(count -> !count.matches(duration))
                .toList();
        assertThat(counts).hasSizeGreaterThan(60).allMatch(groups::contains);
    }

    private static void everySum(Set<Line> lines, Attacker<Line> attacker) {
        List<String> years = lines.stream()
                .map(Line::period)
                .filter(period -> !period.equals(ALL_YEARS))
                .distinct()
                .toList();
        List<String> units = lines.stream()
                .map(Line::unit)
                .filter(unit -> !unit.equals(ALL_UNITS))
                .distinct()
                .toList();
        for (Line line : lines) {
            if (line.period().equals(ALL_YEARS)) {
                attacker.knows(
                        line,
                        years.stream()
                                .map(year -> new Line(year, line.unit(), line.breakdown(), line.value()))
                                .toList());
            }
            if (line.unit().equals(ALL_UNITS)) {
                attacker.knows(
                        line,
                        units.stream()
                                .map(unit -> new Line(line.period(), unit, line.breakdown(), line.value()))
                                .toList());
            }
            if (line.breakdown().equals(ALL)) {
                Map<String, List<Line>> answers = lines.stream()
                        .filter(each -> each.period().equals(line.period())
                                && each.unit().equals(line.unit()))
                        .filter(each -> ANSWERED_ONCE.contains(each.breakdown())
                                || each.breakdown().equals("Händelser per månad"))
                        .collect(Collectors.groupingBy(Line::breakdown));
                answers.values().forEach(parts -> attacker.knows(line, parts));
            }
        }
    }

    @Test
    void the_file_opens_in_a_swedish_spreadsheet_and_runs_nothing_there() {
        jdbc.sql("INSERT INTO varna.unit (code, name, kind) VALUES ('FORMEL', '=1+1', 'BOARD') ON CONFLICT DO NOTHING")
                .update();
        Visitor.Answer file = Visitor.signedIn(port, "sob-1").get("/statistik/fil?enhet=FORMEL");

        assertThat(file.contentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.response().headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"statistik.csv\"");
        assertThat(file.body())
                .startsWith("\ufeffperiod;enhet;uppdelning;värde;från;till\r\n")
                .contains("\r\nAlla år;'=1+1;Nivå;Akut;0;5\r\n");
    }

    @Test
    void an_election_year_is_marked_and_the_countrys_shares_stand_beside_ours() {
        Visitor department = Visitor.signedIn(port, "sob-1");
        assertThat(department.get("/statistik?ar=2018").body())
                .contains("2018 (valår)", "Juli", "December")
                .contains("19 procent av händelserna under 2018 polisanmäldes", "84 procent av de utsatta")
                .containsPattern("<strong>\\d+–\\d+ procent</strong>")
                .contains("en enkät och ett register är inte samma sak");
        assertThat(department.get("/statistik?enhet=-").body())
                .contains("för få händelser för att säga")
                .doesNotContain("Enhet som det gällde");
        assertThat(department.get("/statistik?ar=1066&enhet=INGENSTANS").body())
                .contains("Alla år", "Enhet som det gällde", "Grundskolenämnden");
    }

    @Test
    void a_month_is_counted_when_it_has_ended_and_stays_as_it_was_told() {
        Visitor department = Visitor.signedIn(port, "sob-1");
        String january = department.get("/statistik").body();
        String unit = "ALVSTRANDEN";
        for (int i = 0; i < 7; i++) {
            clock.advance(java.time.Duration.ofMinutes(1));
            report(newMember(unit), AReport.about(unit).kind(Kind.THREAT).at(Place.MAIL));
        }
        assertThat(unframed(department.get("/statistik").body())).isEqualTo(unframed(january));

        clock.set("2026-03-01T08:00");
        assertThat(Visitor.signedIn(port, "sob-1")
                        .get("/statistik?ar=2026&enhet=" + unit)
                        .body())
                .contains("till och med", "28 februari 2026")
                .containsPattern("<strong>6–11</strong>");
    }

    private static String unframed(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"|data-session=\"\\d+\"", "");
    }

    @Test
    void what_is_counted_of_a_case_is_what_has_happened_in_it_and_tells_nobodys_name() {
        // Without numbers a case is known here by its deadline, so it comes when no other test has any.
        clock.set("2027-06-15T10:00");
        String official = newMember("LISEBERG");
        String unit = "LISEBERG";
        String first = caseInFollowUp(official, unit, "lsa-liseberg", "HIGH");
        declinePoliceReport("lsa-liseberg", first);
        later(java.time.Duration.ofHours(30));
        String second = report(
                        official,
                        AReport.about(unit).kind(Kind.HATE).kind(Kind.THREAT).at(Place.ONLINE))
                .caseNumber();
        later(java.time.Duration.ofDays(3));
        complete(
                "lsa-liseberg",
                second,
                "userTask_contactExposed",
                "contactOutcome",
                "REACHED",
                "note",
                "Samtal i lugn ton.");
        complete(
                "lsa-liseberg",
                second,
                "userTask_assessIncident",
                "level",
                "LOW",
                "reason",
                "Sammanvägd bedömning efter samtal.",
                "measures",
                List.of("HEMLARM"));
        complete(
                "lsa-liseberg",
                second,
                "userTask_advisePoliceReport",
                "policeDecision",
                "REPORTED",
                "reportNumber",
                "5000-K123456-26",
                "reportedAt",
                "2027-06-18",
                "reportedBy",
                "EXPOSED");
        measureInForce("lsa-liseberg", second, "2027-07-01");

        List<Map<String, Object>> counted = new ArrayList<>(jdbc.sql(
                        """
                        SELECT s.* FROM varna.statistics_case s
                         WHERE s.contact_due_at IN (SELECT contact_due_at FROM varna.case_file WHERE number IN (?, ?))
                           AND s.unit = 'LISEBERG' AND s.contact_minutes IN (0, 4320) ORDER BY contact_minutes""")
                .params(first, second)
                .query()
                .listOfRows());
        assertThat(counted.get(0))
                .containsEntry("level", "HIGH")
                .containsEntry("contact_kept", true)
                .containsEntry("police_reported", null)
                .containsEntry("not_reported_because", "LEADS_NOWHERE")
                .containsEntry("repeated", false)
                .containsEntry("owner_function", "LOCAL_SECURITY_OFFICER");
        assertThat(counted.get(counted.size() - 1))
                .containsEntry("level", "LOW")
                .containsEntry("channel", "ONLINE")
                .containsEntry("contact_kept", false)
                .containsEntry("police_reported", true)
                .containsEntry("not_reported_because", null)
                .containsEntry("repeated", true);
        assertThat(String.valueOf(counted.get(counted.size() - 1).get("measures")))
                .isEqualTo("{HEMLARM}");
        assertThat(counted.get(0).keySet())
                .containsExactlyInAnyOrder(
                        "month",
                        "unit",
                        "kinds",
                        "channel",
                        "level",
                        "owner_function",
                        "contact_due_at",
                        "contact_minutes",
                        "contact_kept",
                        "police_reported",
                        "not_reported_because",
                        "measures",
                        "repeated");
    }
}
