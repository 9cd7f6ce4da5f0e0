package se.varna.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import se.varna.VarnaTest;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.directory.Appointment;
import se.varna.directory.Appointment.Office;
import se.varna.directory.DirectoryChange;
import se.varna.directory.DirectoryContents;
import se.varna.directory.DirectoryKeeping.Details;
import se.varna.directory.Tenure;
import se.varna.staffing.ImportPlan.AddPerson;
import se.varna.staffing.ImportPlan.ChangePerson;
import se.varna.staffing.ImportPlan.End;
import se.varna.staffing.ImportPlan.Give;
import se.varna.staffing.ImportPlan.MoveEnd;

/** A file is read as spreadsheets write it, compared with the directory, and carried out as it was shown or not at all. */
class ImportTest extends VarnaTest {

    private static final String HEADINGS = "id;namn;e-post;telefon;parti;uppdrag;enhet eller parti;från;till";
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    private Importing importing;

    @Autowired
    private DirectoryContents contents;

    @Autowired
    private ProblemTexts texts;

    @Autowired
    private Hall hall;

    // --- what is compared

    @Test
    void the_preview_tells_what_is_new_what_changes_and_what_stays_and_changes_nothing() {
        String unit = hall.unit();
        String stays = hall.with(Office.MEMBER, unit);
        String ends = hall.with(Office.SUBSTITUTE, unit);

        ImportPlan plan = preview(
                line(stays, "Ledamot", unit, "2026-01-01", ""),
                line(ends, "Ersättare", unit, "2026-01-01", "2026-12-31"),
                line("ny-" + unit, "Ledamot", unit, "2027-01-01", "2030-12-31"),
                line("ny-" + unit, "Lokalt säkerhetsansvarig", unit, "2027-01-01", ""),
                stays + ";Nytt Namn;;;;;;;");

        assertThat(plan.problems())
                .extracting(this::said)
                .containsExactly("Rad 6: Användarnamn: Raden säger något annat om"
                        + " personen än rad 2. Skriv lika på alla personens rader.");
        assertThat(plan.unchanged()).isEqualTo(2);
        assertThat(plan.steps())
                .containsExactly(
                        new MoveEnd(
                                3,
                                ends,
                                name(ends),
                                hall.held(ends).id(),
                                new Tenure(Office.SUBSTITUTE, unit, NEW_YEAR, null),
                                LocalDate.of(2026, 12, 31)),
                        new AddPerson(4, "ny-" + unit, new Details(name("ny-" + unit), null, null, null)),
                        new Give(
                                4,
                                "ny-" + unit,
                                name("ny-" + unit),
                                new Tenure(Office.MEMBER, unit, LocalDate.of(2027, 1, 1), LocalDate.of(2030, 12, 31))),
                        new Give(
                                5,
                                "ny-" + unit,
                                name("ny-" + unit),
                                new Tenure(Office.LOCAL_SECURITY_OFFICER, unit, LocalDate.of(2027, 1, 1), null)));
        assertThat(directory.person("ny-" + unit)).isEmpty();
        assertThat(hall.held(ends).validTo()).isNull();
    }

    @Test
    void a_column_that_is_not_there_changes_nothing_and_an_empty_cell_empties() {
        String person = hall.person("A");
        String short_ = "id;namn;e-post;uppdrag;enhet eller parti;från\n" + person + ";Nytt Namn;;;;";

        ImportPlan plan = importing.preview(short_, false, "sob-1");

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.steps())
                .containsExactly(new ChangePerson(
                        2,
                        person,
                        new Details("Testperson " + person, person + "@example.org", null, "A"),
                        new Details("Nytt Namn", null, null, "A")));
    }

    @Test
    void units_and_parties_go_by_code_or_by_name() {
        String unit = hall.unit();
        String party = hall.party();
        String person = hall.person();

        ImportPlan plan = preview(
                line(person, "ledamot", "enheten " + unit.toLowerCase(), "2026-01-01", ""),
                line(person, "Partiets säkerhetsansvarig", "Partiet " + party, "2026-01-01", ""));

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.steps())
                .extracting(step -> ((Give) step).tenure().organisation())
                .containsExactly(unit, party);
    }

    // --- carrying it out

    @Test
    void what_was_shown_is_carried_out_logged_and_followed() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        String file = lines(
                line(officer, "Lokalt säkerhetsansvarig", unit, "2026-01-01", "2026-12-01"),
                line("ny-" + unit, "Ledamot", unit, "2026-01-01", ""));
        ImportPlan plan = importing.preview(file, false, "sob-1");

        Importing.Result result = importing.confirm(file, false, plan.fingerprint(), "sob-1");

        assertThat(result.done()).isTrue();
        assertThat(directory.mandates("ny-" + unit)).containsExactly(unit);
        assertThat(hall.held(officer).validTo()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(openTasks(unit)).containsExactly("userTask_fillVacantPost");
        assertThat(contents.changes(PageRequest.of(0, 3)))
                .extracting(DirectoryChange::kind)
                .containsExactly(
                        DirectoryChange.Kind.APPOINTMENT_GIVEN,
                        DirectoryChange.Kind.PERSON_ADDED,
                        DirectoryChange.Kind.APPOINTMENT_END_MOVED);
        assertThat(importing.preview(file, false, "sob-1").steps()).isEmpty();
    }

    @Test
    void a_complete_file_ends_the_mandates_that_it_does_not_hold_in_its_units_and_nothing_else() {
        String unit = hall.unit();
        String other = hall.unit();
        String stays = hall.with(Office.MEMBER, unit);
        String goes = hall.with(Office.MEMBER, unit);
        String comes = hall.give(hall.person(), Office.SUBSTITUTE, unit, LocalDate.of(2027, 1, 1), null);
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        String elsewhere = hall.with(Office.MEMBER, other);
        String file = lines(line(stays, "Ledamot", unit, "2026-01-01", ""));

        assertThat(importing.preview(file, false, "sob-1").steps()).isEmpty();
        ImportPlan plan = importing.preview(file, true, "sob-1");
        assertThat(plan.steps()).hasSize(2).allSatisfy(step -> assertThat(step).isInstanceOf(End.class));
        importing.confirm(file, true, plan.fingerprint(), "sob-1");

        assertThat(hall.held(goes).validTo()).isEqualTo(YESTERDAY);
        assertThat(contents.heldBy(comes)).isEmpty();
        assertThat(List.of(hall.held(stays), hall.held(officer), hall.held(elsewhere)))
                .extracting(Appointment::validTo)
                .containsOnlyNulls();
    }

    @Test
    void when_the_directory_has_changed_since_nothing_is_carried_out_and_a_new_preview_comes() {
        String unit = hall.unit();
        String member = hall.with(Office.MEMBER, unit);
        String file = lines(line("ny-" + unit, "Ledamot", unit, "2026-01-01", ""));
        ImportPlan shown = importing.preview(file, true, "sob-1");
        String another = hall.with(Office.MEMBER, unit);

        Importing.Result result = importing.confirm(file, true, shown.fingerprint(), "sob-1");

        assertThat(result.done()).isFalse();
        assertThat(result.plan().steps()).hasSize(shown.steps().size() + 1);
        assertThat(hall.held(member).validTo()).isNull();
        assertThat(hall.held(another).validTo()).isNull();
        assertThat(directory.person("ny-" + unit)).isEmpty();
    }

    @Test
    void a_file_with_an_error_is_not_carried_out() {
        String unit = hall.unit();
        String file = lines(
                line("ny-" + unit, "Ledamot", unit, "2026-01-01", ""),
                line("ny2-" + unit, "Kung", unit, "2026-01-01", ""));
        ImportPlan plan = importing.preview(file, false, "sob-1");

        assertThat(importing.confirm(file, false, plan.fingerprint(), "sob-1").done())
                .isFalse();
        assertThat(directory.person("ny-" + unit)).isEmpty();
    }

    // --- what is wrong in a file

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x y;N;;;;;;;|Användarnamn: Skriv användarnamnet så som det är",
                ";N;;;;;;;|Användarnamn: Fyll i det här.",
                "p;;;;;;;;|Namn: Fyll i det här.",
                "p;N;inte en adress;;;;;;|E-post: Skriv e-postadressen",
                "p;N;;ring mig;;;;;|Telefon: Skriv telefonnumret",
                "p;N;;;Q;;;;|Parti: Välj ett parti som finns",
                "p;N;;;;;LISEBERG;2026-01-01;|Uppdrag: Fyll i det här.",
                "p;N;;;;Kung;LISEBERG;2026-01-01;|Uppdrag: Uppdraget känns inte igen.",
                "p;N;;;;Administratör;;2026-01-01;|Uppdrag: Uppdraget känns inte igen.",
                "p;N;;;;Ledamot;INGENSTANS;2026-01-01;|Enhet eller parti: Välj en enhet som finns",
                "p;N;;;;Ledamot;STADSLEDNINGSKONTORET;2026-01-01;|Enheten är en avdelning och har inga ledamöter.",
                "p;N;;;;Lokalt säkerhetsansvarig;KS;2026-01-01;|Enheten har ingen egen säkerhetsansvarig.",
                "p;N;;;;Ledamot;LISEBERG;;|Från: Fyll i det här.",
                "p;N;;;;Ledamot;LISEBERG;2026-02-30;|Från: Skriv datumet som",
                "p;N;;;;Ledamot;LISEBERG;1026-01-01;|Från: Kontrollera årtalet.",
                "p;N;;;;Ledamot;LISEBERG;2026-02-01;2026-01-31|Till: Sista dagen är före den första.",
                "p;N;;;;Säkerhet och Beredskap;;2026-01-01;|Bara en administratör kan ändra",
                "sob-1;Säkerhet och Beredskap 1;sob-1@example.org;070-1740609;;Ledamot;LISEBERG;2026-01-01;"
                        + "|Du kan inte ändra dina egna uppdrag.",
                "lsa-liseberg;Lokalt säkerhetsansvarig Liseberg;lsa-liseberg@example.org;070-1740613;;"
                        + "Lokalt säkerhetsansvarig;LISEBERG;2026-03-01;|Från: Personen har redan samma uppdrag",
                "lsa-liseberg;Lokalt säkerhetsansvarig Liseberg;lsa-liseberg@example.org;070-1740613;;"
                        + "Lokalt säkerhetsansvarig;LISEBERG;2026-01-01;2026-10-01|Till: Sista dagen kan tidigast vara i går."
            })
    void a_line_that_a_rule_forbids_is_told_with_its_number(String line, String said) {
        ImportPlan plan = preview(line("ok-1", "Ledamot", "LISEBERG", "2026-01-01", ""), line);

        assertThat(plan.problems())
                .extracting(this::said)
                .singleElement()
                .asString()
                .startsWith("Rad 3: ")
                .contains(said);
    }

    @Test
    void the_same_line_twice_overlaps_itself() {
        ImportPlan plan = preview(
                line("ok-2", "Ledamot", "LISEBERG", "2026-01-01", ""),
                line("ok-2", "Ledamot", "LISEBERG", "2026-01-01", ""));

        assertThat(plan.problems())
                .extracting(problem -> problem.problem().code())
                .containsExactly("directory.overlaps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "namn;uppdrag",
                "id;namn;uppdrag;enhet eller parti;från;id",
                "id;namn;uppdrag;enhet eller parti;från;skonummer",
                "ledamot-ks;Ledamot KS"
            })
    void other_headings_are_refused_with_the_right_ones(String headings) {
        assertThatThrownBy(() -> importing.preview(headings + "\nx;y", false, "sob-1"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                                texts.text(refused.problems().get(0)))
                        .contains(HEADINGS));
    }

    @Test
    void quotes_that_do_not_close_and_cells_without_a_heading_are_refused() {
        assertRefused(HEADINGS + "\np;\"N;;;;;;;", "csv.unreadable");
        assertRefused(HEADINGS + "\np;\"N\"x;;;;;;;", "csv.unreadable");
        assertRefused(HEADINGS + "\np;N;;;;;;;;;extra", "csv.tooManyCells");
    }

    // --- how spreadsheets write

    @ParameterizedTest
    @CsvSource({"UTF-8,false", "UTF-8,true", "windows-1252,false"})
    void the_file_is_read_in_the_alphabets_that_spreadsheets_use(String alphabet, boolean mark) {
        String text = lines("p-1;Åsa Öhrn;;;;Ersättare;Förskolenämnden;2026-01-01;");
        byte[] bytes = ((mark ? "\uFEFF" : "") + text).getBytes(Charset.forName(alphabet));

        ImportPlan plan = importing.preview(DirectoryFile.decode(bytes), false, "sob-1");

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.steps()).extracting(ImportPlan.Step::name).containsOnly("Åsa Öhrn");
    }

    @Test
    void commas_tabs_quotes_and_line_ends_of_any_kind_are_read() {
        for (String delimiter : List.of(";", ",", "\t")) {
            for (String end : List.of("\n", "\r\n", "\r")) {
                String text = (HEADINGS
                                + "\n\np-1;\"Efternamn; \"\"Kalle\"\", Förnamn\";;;;Ledamot;LISEBERG;2026-01-01;\n;;\n")
                        .replace("\n", end);
                text = text.replace("n; \"", "n# \"").replace(";", delimiter).replace("n# \"", "n; \"");

                ImportPlan plan = importing.preview(text, false, "sob-1");

                assertThat(plan.problems()).as(delimiter + end).isEmpty();
                assertThat(plan.steps()).hasSize(2).allSatisfy(step -> {
                    assertThat(step.name()).isEqualTo("Efternamn; \"Kalle\", Förnamn");
                    assertThat(step.line()).isEqualTo(3);
                });
            }
        }
    }

    @Test
    void five_thousand_lines_are_read_and_more_are_refused() {
        String unit = hall.unit();

        assertThat(importing.preview(many(unit, 5_000), false, "sob-1").steps()).hasSize(10_000);
        assertRefused(many(unit, 5_001), "csv.tooManyLines");
    }

    @Test
    void hundreds_of_lines_are_carried_out_at_once() {
        String unit = hall.unit();
        String file = many(unit, 300);
        ImportPlan plan = importing.preview(file, false, "sob-1");

        assertThat(importing.confirm(file, false, plan.fingerprint(), "sob-1").done())
                .isTrue();

        assertThat(contents.members(unit, PageRequest.of(14, 20)).getContent()).hasSize(20);
    }

    @Test
    void a_file_that_is_too_long_is_refused() {
        assertRefused(HEADINGS + "\n" + "x".repeat(DirectoryFile.LONGEST), "csv.tooLong");
    }

    // --- the way out

    @Test
    void what_is_exported_is_what_is_there_and_is_harmless_in_a_spreadsheet() {
        String unit = hall.unit();
        importing.confirm(
                lines("-formel-" + unit + ";=1+1;;+46 31 390 06 00;;Ledamot;" + unit + ";2026-01-01;"),
                false,
                preview("-formel-" + unit + ";=1+1;;+46 31 390 06 00;;Ledamot;" + unit + ";2026-01-01;")
                        .fingerprint(),
                "sob-1");

        String exported = importing.export("sob-1");

        assertThat(exported).startsWith("\uFEFF" + HEADINGS + "\r\n");
        assertThat(exported)
                .contains("\r\n'-formel-" + unit + ";'=1+1;;'+46 31 390 06 00;;Ledamot;" + unit + ";2026-01-01;\r\n");
        assertThat(exported)
                .contains("\r\njour;Jourföretaget;jour@example.org;070-1740614;;Jourföretaget;;2026-01-01;\r\n");
        assertThat(exported).contains("\r\nadmin;Administratör;admin@example.org;070-1740618;;;;;\r\n");
        assertThat(exported.lines().skip(1)).noneMatch(line -> line.matches(".*(^|;)[=+@-].*"));
        ImportPlan again = importing.preview(firstLines(exported, 4_900), false, "sob-1");
        assertThat(again.problems()).isEmpty();
        assertThat(again.steps()).isEmpty();
        assertThat(contents.changes(PageRequest.of(0, 1)))
                .extracting(DirectoryChange::kind, DirectoryChange::actor)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(DirectoryChange.Kind.EXPORTED, "sob-1"));
    }

    // --- small things

    private static String firstLines(String file, int count) {
        return file.lines().limit(count).collect(Collectors.joining("\r\n"));
    }

    private static String many(String unit, int count) {
        return HEADINGS + "\r\n"
                + IntStream.range(0, count)
                        .mapToObj(i -> "m-" + unit + "-" + i + ";Ledamot nr " + i + ";m" + i
                                + "@example.org;070-1740690;A;Ledamot;" + unit + ";2026-01-01;2026-12-31")
                        .collect(Collectors.joining("\r\n"));
    }

    private ImportPlan preview(String... lines) {
        return importing.preview(lines(lines), false, "sob-1");
    }

    private static String lines(String... lines) {
        return HEADINGS + "\r\n" + String.join("\r\n", lines) + "\r\n";
    }

    private String line(String person, String office, String organisation, String from, String to) {
        String email = directory.person(person).map(each -> each.email()).orElse("");
        return String.join(
                ";", person, name(person), email == null ? "" : email, "", "", office, organisation, from, to);
    }

    private String name(String person) {
        return directory.person(person).map(each -> each.displayName()).orElse("Ny " + person);
    }

    private String said(DirectoryFile.LineProblem problem) {
        return "Rad " + problem.line() + ": " + texts.text(List.of(problem.problem()));
    }

    private void assertRefused(String file, String code) {
        assertThatThrownBy(() -> importing.preview(file, false, "sob-1"))
                .isInstanceOf(Refused.class)
                .hasMessage("file: " + code);
        assertThat(file.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    }
}
