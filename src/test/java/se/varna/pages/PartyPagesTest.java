package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.Matter;
import se.varna.directory.Appointment.Office;
import se.varna.parties.CheckPoint;
import se.varna.parties.Checks;
import se.varna.parties.PartyChecks;
import se.varna.parties.PartyRegister;
import se.varna.staffing.Hall;

/** The register's pages for the party's own officer and for the city, and what others are told about parties and elections. */
class PartyPagesTest extends VarnaTest {

    @Autowired
    PartyRegister register;

    @Autowired
    PartyChecks checks;

    @Autowired
    Hall hall;

    private String party;
    private String officer;

    @BeforeEach
    void aPartyWithAnOfficer() {
        party = hall.party();
        officer = hall.with(Office.PARTY_SECURITY_OFFICER, party);
    }

    @AfterEach
    void endChecks() {
        Checks.end(engine, jdbc);
    }

    private static String[] all(String version, String answer, String... more) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "version",
                                version,
                                "officer",
                                answer,
                                "routines",
                                answer,
                                "cooperation",
                                answer,
                                "police",
                                answer,
                                "responsibilities",
                                answer,
                                "city",
                                answer),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    void the_officer_sees_their_own_party_alone_and_answers_what_is_asked() {
        checks.askThoseDue();
        Visitor visitor = Visitor.signedIn(port, officer);
        String page = visitor.get("/mitt-parti").body();
        assertThat(page)
                .contains("Partiet " + party, "Testperson " + officer, "Stämmer detta fortfarande?", "Aldrig")
                .doesNotContain("Parti B", "Säkerhetsansvarig Parti A");

        Visitor.Answer saved = visitor.post("/mitt-parti", all("-1", "YES", "party", party, "policeNote", "Regionen."));
        assertThat(saved.body())
                .contains("Sparat.", "Regionen.", "av Testperson " + officer)
                .doesNotContain("Stämmer detta fortfarande?");
        assertThat(openTasks(party)).isEmpty();
        assertThat(register.of(party).missing()).isEmpty();
    }

    @Test
    void what_has_to_be_mended_is_said_and_what_was_typed_is_kept() {
        Visitor visitor = Visitor.signedIn(port, officer);
        visitor.get("/mitt-parti");
        assertThat(visitor.post("/mitt-parti").status()).isEqualTo(400);
        Visitor.Answer refused = visitor.post("/mitt-parti", "version", "-1", "policeNote", "Bara ord.");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Bara ord.");
        visitor.post("/mitt-parti", all("-1", "YES"));
        Visitor.Answer stale = visitor.post("/mitt-parti", all("-1", "NO"));
        assertThat(stale.status()).isEqualTo(400);
        assertThat(stale.body()).contains("Någon annan har ändrat uppgifterna");
        assertThat(register.of(party).missing()).isEmpty();
    }

    @Test
    void how_the_officer_is_reached_is_saved_by_itself_and_leaves_the_checklist_as_it_is() {
        checks.askThoseDue();
        Visitor visitor = Visitor.signedIn(port, officer);
        visitor.get("/mitt-parti");
        assertThat(visitor.post("/mitt-parti/kontakt", "party", party, "reach", "070-1740690, även kvällar")
                        .body())
                .contains("Sparat.", "070-1740690, även kvällar", "Stämmer detta fortfarande?");
        assertThat(register.of(party).reach()).isEqualTo("070-1740690, även kvällar");
        assertThat(register.of(party).answers()).isEmpty();

        visitor.post("/mitt-parti", all("-1", "YES"));
        assertThat(register.of(party).reach()).isEqualTo("070-1740690, även kvällar");
        var confirmed = register.of(party).confirmedAt();
        later(Duration.ofMinutes(5));
        visitor.post("/mitt-parti/kontakt", "reach", "", "was", "070-1740690, även kvällar");
        assertThat(register.of(party).reach()).isNull();
        assertThat(register.of(party).confirmedAt()).isEqualTo(confirmed);
    }

    @Test
    void a_way_to_reach_the_officer_that_cannot_be_saved_is_kept_on_the_page() {
        Visitor visitor = Visitor.signedIn(port, officer);
        visitor.get("/mitt-parti");
        String endless = "070-1740690 ".repeat(100);
        Visitor.Answer refused = visitor.post("/mitt-parti/kontakt", "reach", endless);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(endless, "id=\"kontakt-" + party + "-reach-error\"");
        assertThat(register.of(party).reach()).isNull();

        visitor.post("/mitt-parti/kontakt", "reach", "Kvällar");
        Visitor.Answer stale = visitor.post("/mitt-parti/kontakt", "reach", "Helger", "was", "");
        assertThat(stale.status()).isEqualTo(400);
        assertThat(stale.body()).contains("Någon annan har ändrat uppgifterna", "Helger");
        assertThat(register.of(party).reach()).isEqualTo("Kvällar");
        assertThat(visitor.post("/mitt-parti/kontakt", "reach", "Helger", "party", "A")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void no_officer_writes_about_another_party_and_none_reads_the_citys_pages() {
        Visitor visitor = Visitor.signedIn(port, officer);
        visitor.get("/mitt-parti");
        assertThat(visitor.post("/mitt-parti", all("-1", "YES", "party", "A")).status())
                .isEqualTo(404);
        assertThat(visitor.get("/partier").status()).isEqualTo(404);
        assertThat(visitor.get("/partier/" + party).status()).isEqualTo(404);
        assertThat(Visitor.signedIn(port, "lsa-grundskola").get("/mitt-parti").status())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(port, "admin").get("/partier").status()).isEqualTo(404);
    }

    @Test
    void the_city_sees_all_parties_those_without_an_officer_first_and_what_each_misses() {
        String alone = hall.party();
        Visitor visitor = Visitor.signedIn(port, "sob-1");
        String list = Jsoup.parse(visitor.get("/partier").body()).select("main").text();
        assertThat(list).contains("Ingen säkerhetsansvarig", "Ingen ersättare", "Aldrig bekräftat.");
        assertThat(list.indexOf("Partiet " + alone)).isPositive().isLessThan(list.indexOf("Parti A"));

        assertThat(visitor.get("/partier/" + alone).body()).contains("Ingen är utsedd");
        assertThat(visitor.post("/partier/" + alone, all("-1", "NO")).body()).contains("Sparat.");
        assertThat(register.of(alone).answers().get(CheckPoint.CITY).by()).isEqualTo("sob-1");
        assertThat(visitor.post("/partier/" + alone + "/kontakt", "reach", "070-1740691")
                        .body())
                .contains("Sparat.", "070-1740691");
        assertThat(register.of(alone).reach()).isEqualTo("070-1740691");
        assertThat(visitor.get("/partier/FINNS_INTE").status()).isEqualTo(404);
        assertThat(visitor.post("/partier/FINNS_INTE/kontakt", "reach", "x").status())
                .isEqualTo(404);
        assertThat(visitor.post("/partier/" + alone).status()).isEqualTo(400);
    }

    @Test
    void an_official_whose_party_has_no_officer_learns_whom_to_ask_meanwhile_in_both_languages() {
        String alone = hall.party();
        String official = hall.give(hall.person(alone), Office.MEMBER, "KULTURNAMNDEN", LocalDate.of(2026, 1, 1), null);
        String number = report(official, AReport.about("KULTURNAMNDEN")).caseNumber();
        Visitor visitor = Visitor.signedIn(port, official);
        for (String path : new String[] {"/vem-kontaktar-jag", "/arenden/" + number, "/kvittens/" + number}) {
            assertThat(visitor.get(path).body()).as(path).contains("Ditt parti har ingen säkerhetsansvarig just nu.");
        }
        visitor.get("/?sprak=en");
        for (String path : new String[] {"/vem-kontaktar-jag", "/arenden/" + number, "/kvittens/" + number}) {
            assertThat(visitor.get(path).body()).as(path).contains("Your party has no security officer at the moment.");
            EnglishTest.isEnglish(visitor, path);
        }
        visitor.get("/?sprak=sv");
        String partys = report(official, AReport.about(Matter.PARTY).partyMayBeContacted())
                .caseNumber();
        assertThat(visitor.get("/arenden/" + partys).body())
                .contains("eftersom ingen säkerhetsansvarig i ditt parti kan ta det just nu")
                .doesNotContain("Partiet får inget veta utan ditt ja");
        Visitor other = Visitor.signedIn(port, newMember("KF"));
        assertThat(other.get("/vem-kontaktar-jag").body()).doesNotContain("Ditt parti har ingen");
        assertThat(Visitor.anonymous(port)
                        .get("/vem-kontaktar-jag?matter=PARTY&mandates=KF")
                        .body())
                .contains("Har ditt parti ingen säkerhetsansvarig");
    }

    @Test
    void in_election_time_the_report_offers_election_work_first() {
        clock.set("2030-05-07T12:00");
        Visitor visitor = Visitor.signedIn(port, newMember("KF"));
        String draft = Reporter.begin(visitor);
        assertThat(matters(visitor, draft)).startsWith("CITY");
        clock.set("2030-05-08T12:00");
        Visitor later = Visitor.signedIn(port, newMember("KF"));
        String second = Reporter.begin(later);
        assertThat(matters(later, second)).startsWith("ELECTION_WORK").contains("CITY", "PARTY", "UNKNOWN");
        assertThat(later.get(second + "/7").body()).contains("valstuga");
        later.get("/?sprak=en");
        EnglishTest.isEnglish(later, second + "/7");
    }

    private static java.util.List<String> matters(Visitor visitor, String draft) {
        return Jsoup.parse(visitor.get(draft + "/7").body())
                .select("input[name=matter]")
                .eachAttr("value");
    }

    @Test
    void election_time_is_told_of_calmly_until_the_election_is_over() {
        Visitor visitor = Visitor.anonymous(port);
        assertThat(visitor.get("/").body()).doesNotContain("id=\"valtid\"");
        clock.set("2030-05-07T23:59");
        assertThat(visitor.get("/").body()).doesNotContain("id=\"valtid\"");
        clock.set("2030-05-08T00:00");
        assertThat(visitor.get("/").body()).contains("Det är val den 8 september 2030");
        assertThat(visitor.get("/?sprak=en").body()).contains("There is an election on 8 September 2030");
        EnglishTest.isEnglish(visitor, "/");
        clock.set("2030-09-08T23:59");
        assertThat(visitor.get("/?sprak=sv").body()).contains("id=\"valtid\"");
        clock.set("2030-09-09T00:00");
        assertThat(visitor.get("/").body()).doesNotContain("id=\"valtid\"");
    }
}
