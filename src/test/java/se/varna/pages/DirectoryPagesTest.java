package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.varna.AReport;
import se.varna.EngineTables;
import se.varna.VarnaTest;
import se.varna.directory.Appointment.Office;
import se.varna.directory.DirectoryContents;
import se.varna.directory.Unit;
import se.varna.staffing.Hall;

/** The pages on which the directory is kept, by real requests and without scripts. */
@ExtendWith(OutputCaptureExtension.class)
class DirectoryPagesTest extends VarnaTest {

    private static final String HEADINGS = "id;namn;e-post;telefon;parti;uppdrag;enhet eller parti;från;till";
    private static final Pattern FINGERPRINT = Pattern.compile("name=\"fingerprint\" value=\"([0-9a-f]+)\"");

    @Autowired
    private Hall hall;

    @Autowired
    private DirectoryContents contents;

    @Autowired
    private JdbcClient jdbc;

    // --- who may come in

    @ParameterizedTest
    @ValueSource(strings = {"ledamot-ks", "lsa-liseberg", "jour", "parti-a", "processagare"})
    void for_everyone_else_there_is_no_directory(String user) {
        Visitor visitor = Visitor.signedIn(port, user);
        String nothing = visitor.get("/finns-inte").body();
        long person = hall.number("ledamot-ks");

        for (String page : new String[] {
            "/katalog",
            "/katalog/enheter/ny",
            "/katalog/enheter/LISEBERG",
            "/katalog/personer/ny",
            "/katalog/personer/" + person,
            "/katalog/personer/" + person + "/lamnar",
            "/katalog/partier",
            "/katalog/andringar",
            "/katalog/import",
            "/katalog/import/exempel"
        }) {
            Visitor.Answer answer = visitor.get(page);
            assertThat(answer.status()).as(page).isEqualTo(404);
            assertThat(answer.body()).as(page).isEqualTo(nothing);
        }
        visitor.get("/rapportera");
        String[] typed = {"version", "0", "text", "ledamot", "fingerprint", "0"};
        String nothingThere = visitor.post("/finns-inte", typed).body();
        for (String action : new String[] {
            "/katalog/sok",
            "/katalog/enheter",
            "/katalog/enheter/LISEBERG",
            "/katalog/enheter/LISEBERG/uppdrag",
            "/katalog/personer",
            "/katalog/personer/" + person,
            "/katalog/personer/" + person + "/uppdrag",
            "/katalog/personer/" + person + "/lamnar",
            "/katalog/partier",
            "/katalog/partier/A",
            "/katalog/import",
            "/katalog/import/bekrafta",
            "/katalog/export"
        }) {
            Visitor.Answer answer = visitor.post(action, typed);
            assertThat(answer.status()).as(action).isEqualTo(404);
            assertThat(answer.body()).as(action).isEqualTo(nothingThere);
        }
        assertThat(visitor.get("/").body()).doesNotContain("/katalog");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sob-1", "admin"})
    void the_department_and_administrators_come_in(String user) {
        Visitor visitor = Visitor.signedIn(port, user);

        assertThat(visitor.get("/").body()).contains("href=\"/katalog\"");
        Visitor.Answer page = visitor.get("/katalog");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Grundskolenämnden", "Säkerhetsansvarig: Lokalt säkerhetsansvarig Grundskola.");
        assertThat(page.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
    }

    // --- looking

    @Test
    void people_are_found_by_name_or_id_and_never_by_party() {
        String party = hall.party();
        String person = hall.person(party);
        Visitor visitor = department();

        assertThat(visitor.post("/katalog/sok", "text", person.toUpperCase()).body())
                .contains("/katalog/personer/" + hall.number(person));
        assertThat(visitor.post("/katalog/sok", "text", "testperson " + person).body())
                .contains("Testperson " + person);
        assertThat(visitor.post("/katalog/sok", "text", party).body()).contains("Ingen i katalogen heter så.");
        assertThat(visitor.post("/katalog/sok", "text", "%%").body()).contains("Ingen i katalogen heter så.");
        Visitor.Answer short_ = visitor.post("/katalog/sok", "text", "x");
        assertThat(short_.status()).isEqualTo(400);
        assertThat(short_.body()).contains("minst två tecken", "value=\"x\"");
        assertThat(visitor.get("/katalog/partier").body()).contains(party).doesNotContain("Testperson " + person);
    }

    @Test
    void a_post_that_is_or_will_be_vacant_is_shown() {
        String soon = hall.unit();
        hall.give(
                hall.person(),
                Office.LOCAL_SECURITY_OFFICER,
                soon,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 4));
        String now = hall.unit();
        hall.give(
                hall.person(),
                Office.LOCAL_SECURITY_OFFICER,
                now,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 11, 23));

        String page = department().get("/katalog").body();

        assertThat(page.substring(page.indexOf("Enheten " + soon))).contains("Vakant från 5 december 2026");
        assertThat(page.substring(page.indexOf("Enheten " + now), page.indexOf("Enheten " + now) + 400))
                .contains(">Vakant<");
        assertThat(department().get("/katalog/enheter/" + soon).body()).contains("5 december 2026");
    }

    @Test
    void a_units_members_are_leafed_through() {
        String unit = hall.unit();
        for (int i = 0; i < 21; i++) {
            hall.with(Office.MEMBER, unit);
        }

        Visitor visitor = department();

        assertThat(visitor.get("/katalog/enheter/" + unit).body())
                .contains("Nästa")
                .doesNotContain("Föregående");
        assertThat(visitor.get("/katalog/enheter/" + unit + "?sida=1").body())
                .contains("Föregående")
                .doesNotContain("Nästa");
    }

    // --- changing

    @Test
    void a_unit_is_added_changed_and_staffed() {
        String code = "NY_" + hall.unit();
        Visitor visitor = department();
        visitor.get("/katalog/enheter/ny");
        Visitor.Answer wrong =
                visitor.post("/katalog/enheter", "name", "Nya <nämnden>", "code", "liten", "kind", "BOARD");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("Skriv koden med stora bokstäver", "value=\"Nya &lt;nämnden&gt;\"", "value=\"liten\"");

        assertThat(visitor.post("/katalog/enheter", "name", "").body())
                .contains(
                        ">Namn: Fyll i det här.</a>", ">Kod: Fyll i det här.</a>", ">Slags enhet: Fyll i det här.</a>");

        Visitor.Answer added = visitor.post("/katalog/enheter", "name", "Nya nämnden", "code", code, "kind", "BOARD");
        assertThat(added.path()).isEqualTo("/katalog/enheter/" + code);
        assertThat(added.body()).contains("Enheten är tillagd.", "Nämnd");
        Visitor.Answer changed = visitor.post(
                "/katalog/enheter/" + code, "version", "0", "name", "Nyare nämnden", "phone", "031-3900699");
        assertThat(changed.body()).contains("Ändringen är sparad.", "Nyare nämnden", "031-3900699");
        Visitor.Answer late = visitor.post("/katalog/enheter/" + code, "version", "0", "name", "För sent", "phone", "");
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.body()).contains("Någon annan har ändrat", "value=\"För sent\"");

        String person = hall.person();
        String give = "/katalog/enheter/" + code + "/uppdrag";
        assertThat(visitor.post(give, "person", "ingen", "office", "MEMBER", "from", "2026-11-24")
                        .body())
                .contains("Personen finns inte i katalogen.", "value=\"2026-11-24\"");
        assertThat(visitor.post(
                                give,
                                "person",
                                person,
                                "office",
                                "LOCAL_SECURITY_OFFICER",
                                "from",
                                "2026-11-24",
                                "to",
                                "")
                        .body())
                .contains("Uppdraget är tillagt.", "Från 24 november 2026, tills vidare.");
        assertThat(directory.unit(code).orElseThrow().kind()).isEqualTo(Unit.Kind.BOARD);
        assertThat(directory.groups(person)).contains("lsa-" + code);
    }

    @Test
    void a_person_is_added_changed_given_something_and_leaves() {
        String unit = hall.unit();
        String id = "ny." + unit.toLowerCase() + "@example.org";
        Visitor visitor = department();
        visitor.get("/katalog/personer/ny");
        Visitor.Answer wrong =
                visitor.post("/katalog/personer", "id", "å", "displayName", "Nya Namnet", "email", "nej", "party", "");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("Skriv användarnamnet", "Skriv e-postadressen", "value=\"Nya Namnet\"", "value=\"nej\"");

        Visitor.Answer added = visitor.post("/katalog/personer", "id", id, "displayName", "Nya Namnet");
        String page = "/katalog/personer/" + hall.number(id);
        assertThat(added.path()).isEqualTo(page);
        assertThat(added.body()).contains("Personen är tillagd.", id);

        Visitor.Answer changed =
                visitor.post(page, "version", "0", "displayName", "Nyare Namnet", "phone", "070-1740690", "party", "A");
        assertThat(changed.body()).contains("Ändringen är sparad.", "Nyare Namnet", "Parti A");

        Visitor.Answer overlapping = visitor.post(
                page + "/uppdrag", "office", "MEMBER", "organisation", "STADSLEDNINGSKONTORET", "from", "2026-13-01");
        assertThat(overlapping.status()).isEqualTo(400);
        assertThat(overlapping.body()).contains("Skriv datumet som år-månad-dag", "value=\"2026-13-01\"");
        visitor.post(page + "/uppdrag", "office", "MEMBER", "organisation", unit, "from", "2026-01-01", "to", "");
        long appointment = hall.held(id).id();
        Visitor.Answer ended =
                visitor.post(page + "/uppdrag/" + appointment + "/slut", "version", "0", "to", "2025-12-31");
        assertThat(ended.status()).isEqualTo(400);
        assertThat(ended.body()).contains("Sista dagen är före den första", "id=\"slut-" + appointment + "-to-error\"");
        visitor.post(page + "/uppdrag/" + appointment + "/slut", "version", "0", "to", "2026-12-31");
        assertThat(hall.held(id).validTo()).isEqualTo(LocalDate.of(2026, 12, 31));
        visitor.post(page + "/uppdrag", "office", "MEMBER", "organisation", unit, "from", "2027-01-01", "to", "");
        long coming = contents.heldBy(id).get(1).id();
        assertThat(visitor.post(page + "/uppdrag/" + coming + "/ta-tillbaka").body())
                .contains("Uppdraget är taget tillbaka.");
        assertThat(visitor.post(page + "/uppdrag/" + appointment + "/ta-tillbaka")
                        .body())
                .contains("Uppdraget har redan börjat.");
        assertThat(visitor.post("/katalog/personer/" + hall.number("ledamot-ks") + "/uppdrag/" + appointment
                                + "/ta-tillbaka")
                        .status())
                .as("somebody else's page")
                .isEqualTo(404);

        String leaving = visitor.get(page + "/lamnar?day=2026-12-01").body();
        assertThat(leaving).contains("Det här händer den 1 december 2026", "Ledamot, Enheten " + unit);
        assertThat(visitor.post(page + "/lamnar", "day", "2026-11-01").body())
                .contains("Välj i dag eller en senare dag.");
        assertThat(visitor.post(page + "/lamnar", "day", "2026-11-24").body()).contains("Avslutet är sparat.");
        assertThat(directory.groups(id)).isEmpty();

        String log = visitor.get("/katalog/andringar").body();
        assertThat(log)
                .contains(
                        "Nyare Namnet lämnar alla uppdrag. Första dag utan: 24 november 2026.",
                        "Ett uppdrag för Nyare Namnet ändrades: Ledamot, Enheten " + unit
                                + ". Sista dag före: 31 december 2026, efter: 23 november 2026.",
                        "Uppgifter om Nyare Namnet ändrades: namn, telefon, parti.",
                        "Säkerhet och Beredskap 1")
                .doesNotContain("Parti A", "070-1740690");
    }

    @Test
    void an_administrator_sees_numbers_of_cases_and_no_case() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        String number =
                report(hall.with(Office.MEMBER, unit), AReport.about(unit)).caseNumber();

        String page = Visitor.signedIn(port, "admin")
                .get("/katalog/personer/" + hall.number(officer) + "/lamnar")
                .body();

        assertThat(page).contains("1 öppet ärende").doesNotContain(number);
    }

    @Test
    void only_an_administrator_lets_go_of_a_persons_account_and_it_is_logged() {
        String person = newMember("GRUNDSKOLENAMNDEN");
        long number = jdbc.sql("SELECT number FROM varna.person WHERE id = ?")
                .param(person)
                .query(Long.class)
                .single();
        String address = "/katalog/personer/" + number;
        Visitor department = Visitor.signedIn(port, "sob-1");
        assertThat(department.get(address).body()).doesNotContain("Släpp kopplingen");
        Visitor.Answer refused = department.post(address + "/konto");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Bara en administratör kan släppa kopplingen");

        Visitor administrator = Visitor.signedIn(port, "admin");
        assertThat(administrator.get(address).body()).contains("Släpp kopplingen");
        assertThat(administrator.post(address + "/konto").body()).contains("Kopplingen är släppt.");
        assertThat(administrator.get("/katalog/andringar").body()).contains("nästa konto som loggar in");
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM varna.directory_change WHERE subject = ? AND kind = 'SIGN_IN_FORGOTTEN'")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ones_own_page_offers_nothing_to_change_about_what_one_holds() {
        Visitor visitor = department();
        String page = "/katalog/personer/" + hall.number("sob-1");

        assertThat(visitor.get(page).body())
                .contains("Det här är dina egna uppdrag.")
                .doesNotContain("Lägg till uppdraget", "Spara sista dag", "Avsluta allt");
        assertThat(visitor.post(page + "/uppdrag", "office", "MEMBER", "organisation", "KS", "from", "2026-01-01")
                        .body())
                .contains("Du kan inte ändra dina egna uppdrag.");
        assertThat(visitor.post(page + "/lamnar", "day", "2026-11-24").body())
                .contains("Du kan inte ändra dina egna uppdrag.");
    }

    @Test
    void a_party_is_added_and_renamed() {
        String code = "P" + hall.number(hall.person());
        Visitor visitor = department();
        visitor.get("/katalog/partier");

        assertThat(visitor.post("/katalog/partier", "code", "a", "name", "Nya partiet")
                        .body())
                .contains("Skriv koden med stora bokstäver", "value=\"Nya partiet\"");
        assertThat(visitor.post("/katalog/partier", "code", code, "name", "Nya partiet")
                        .body())
                .contains("Partiet är tillagt.");
        assertThat(visitor.post("/katalog/partier/" + code, "version", "0", "name", "")
                        .status())
                .isEqualTo(400);
        assertThat(visitor.post("/katalog/partier/" + code, "version", "0", "name", "Nyare partiet")
                        .body())
                .contains("Ändringen är sparad.", "Nyare partiet");
        assertThat(visitor.post("/katalog/partier/" + code, "version", "0", "name", "Sent")
                        .body())
                .contains("Någon annan har ändrat");
        assertThat(visitor.post("/katalog/partier/FINNSINTE", "version", "0", "name", "X")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_does_not_exist_is_not_there_and_odd_addresses_are_no_accident() {
        Visitor visitor = department();
        visitor.get("/katalog/import");

        assertThat(visitor.get("/katalog/enheter/FINNSINTE").status()).isEqualTo(404);
        assertThat(visitor.get("/katalog/personer/999999999").status()).isEqualTo(404);
        assertThat(visitor.get("/katalog/personer/999999999999999999999").status())
                .isEqualTo(404);
        assertThat(visitor.get("/katalog/personer/ledamot-ks").status()).isEqualTo(404);
        assertThat(visitor.get("/katalog/personer/" + hall.number("jour") + "/lamnar?day=nej")
                        .status())
                .isEqualTo(200);
        assertThat(visitor.post("/katalog/enheter/LISEBERG", "version", "x", "name", "N")
                        .status())
                .isEqualTo(400);
        assertThat(visitor.post("/katalog/enheter", "code", "X", "name", "N", "kind", "SLOTT")
                        .body())
                .contains("Välj ett av alternativen.");
    }

    // --- files

    @Test
    void a_file_is_shown_and_then_carried_out() {
        String unit = hall.unit();
        String id = "csv-" + unit;
        byte[] file = (HEADINGS + "\r\n" + id + ";Åke <b>Ärlig</b>;;;;Ledamot;" + unit + ";2026-01-01;\r\n")
                .getBytes(java.nio.charset.Charset.forName("windows-1252"));
        Visitor visitor = department();
        visitor.get("/katalog/import");

        Visitor.Answer preview = visitor.upload("/katalog/import", file, "text", "", "complete", "true");

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body())
                .contains("Ny person: Åke &lt;b&gt;Ärlig&lt;/b&gt;.", "Rad 2", "Från 1 januari 2026, tills vidare.");
        assertThat(directory.person(id)).isEmpty();
        String text = new String(file, java.nio.charset.Charset.forName("windows-1252"));
        Visitor.Answer done = visitor.upload(
                "/katalog/import/bekrafta",
                new byte[0],
                "text",
                text,
                "complete",
                "true",
                "fingerprint",
                fingerprint(preview));
        assertThat(done.path()).isEqualTo("/katalog/import");
        assertThat(done.body()).contains("Filen är införd.");
        assertThat(directory.mandates(id)).containsExactly(unit);

        Visitor.Answer again = visitor.upload(
                "/katalog/import/bekrafta", new byte[0], "text", text, "fingerprint", fingerprint(preview));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body())
                .contains("Katalogen har ändrats sedan du såg förhandsvisningen.", "Inget skulle ändras.");
    }

    @Test
    void what_is_wrong_in_a_file_is_told_line_by_line_and_pasted_lines_stay() {
        Visitor visitor = department();
        visitor.get("/katalog/import");

        assertThat(visitor.upload("/katalog/import", new byte[0], "text", "").body())
                .contains("Välj en fil eller klistra in rader.");
        Visitor.Answer headings = visitor.upload("/katalog/import", new byte[0], "text", "namn;skonummer\nA;44");
        assertThat(headings.status()).isEqualTo(400);
        assertThat(headings.body()).contains("Rubrikraden stämmer inte.", HEADINGS, "namn;skonummer");
        Visitor.Answer wrong =
                visitor.upload("/katalog/import", new byte[0], "text", HEADINGS + "\np;N;;;;Kung;KS;2026-01-01;");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("Rad 2", "Uppdraget känns inte igen.").doesNotContain("Inför ändringarna");
        Visitor.Answer tooLong = visitor.upload(
                "/katalog/import", (HEADINGS + "\n" + "x".repeat(1_200_000)).getBytes(StandardCharsets.UTF_8));
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.body()).contains("Filen är för stor: högst 1 megabyte.");
    }

    @Test
    void the_example_can_be_read_and_the_export_is_a_file_that_is_logged() {
        Visitor visitor = department();
        Visitor.Answer example = visitor.get("/katalog/import/exempel");
        assertThat(example.contentType()).isEqualTo("text/csv;charset=UTF-8");
        visitor.get("/katalog/import");
        assertThat(visitor.upload("/katalog/import", example.body().getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("Ny person: Exempel Ett.", "Exempel Två får uppdraget Lokalt säkerhetsansvarig, Liseberg.");

        Visitor.Answer export = visitor.post("/katalog/export");

        assertThat(export.response().headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"katalog.csv\"");
        assertThat(export.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        assertThat(export.body())
                .contains("\r\nledamot-kf;Ledamot KF;ledamot-kf@example.org;070-1740606;B;Ledamot;KF;");
        assertThat(visitor.get("/katalog/andringar").body()).contains("Hela katalogen hämtades som fil.");
    }

    // --- nothing leaks

    @Test
    void what_is_typed_stands_neither_in_the_engine_nor_in_the_log(CapturedOutput log) {
        String canary = "gransångarnäbb";
        String unit = hall.unit();
        Visitor visitor = department();
        visitor.get("/katalog");
        visitor.post("/katalog/sok", "text", canary);
        visitor.post("/katalog/personer", "id", "c-" + unit, "displayName", canary, "email", "fel " + canary);
        visitor.post("/katalog/personer", "id", "c-" + unit, "displayName", canary);
        String page = "/katalog/personer/" + hall.number("c-" + unit);
        visitor.post(
                page + "/uppdrag",
                "office",
                "LOCAL_SECURITY_OFFICER",
                "organisation",
                unit,
                "from",
                "2026-01-01",
                "to",
                "2026-12-01");
        visitor.upload("/katalog/import", (HEADINGS + "\n" + canary + ";" + canary).getBytes(StandardCharsets.UTF_8));
        complete("sob-1", unit, "userTask_fillVacantPost", "reason", canary + " är skälet, och det är långt nog.");

        assertThat(contents.changes(PageRequest.of(0, 1)).getContent().get(0).reason())
                .contains(canary);
        assertThat(EngineTables.holding(jdbc, canary, "c-" + unit)).isEmpty();
        assertThat(log.getAll()).doesNotContain(canary);
    }

    private Visitor department() {
        return Visitor.signedIn(port, "sob-1");
    }

    private static String fingerprint(Visitor.Answer preview) {
        Matcher found = FINGERPRINT.matcher(preview.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
