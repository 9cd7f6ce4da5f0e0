package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.access.Relation;
import se.varna.casefile.EventKind;
import se.varna.casefile.Indicator;
import se.varna.casefile.Phase;
import se.varna.directory.Owner;
import se.varna.police.PoliceReferrals;
import se.varna.responsibility.Responsibilities;

/** The case's page, as each who may see it sees it. */
class CasePageTest extends VarnaTest {

    private static final String WORDS = "Hon skrev ordagrant: vänta du bara.";
    private static final String NOTE = "Jag tror att hen överdriver.";

    @Autowired
    private Responsibilities responsibilities;

    @Autowired
    private PoliceReferrals referrals;

    private String number;

    @BeforeEach
    void a_case_of_the_school_board() {
        number = report(
                        "ledamot-ks",
                        AReport.about("GRUNDSKOLENAMNDEN").saying(WORDS).reachAt("070-1740605"))
                .caseNumber();
        runJobs(number);
    }

    @Test
    void those_who_own_the_case_see_everything_and_why_it_is_theirs() {
        cases.addNote(number, "lsa-grundskola", NOTE);

        Visitor.Answer page = as("lsa-grundskola").get("/arenden/" + number);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(WORDS, NOTE, "Ledamot KS", "070-1740605", "preliminär")
                .contains("R25, R26, R28", "även för den som har uppdrag i kommunfullmäktige")
                .contains("Ansvaret fastställdes: Lokalt säkerhetsansvarig, Grundskolenämnden.")
                .contains("<title>Värna</title>");
        assertThat(readLog.hasReadSince(number, "lsa-grundskola", clock.instant()))
                .isTrue();
    }

    @Test
    void an_information_copy_says_who_where_how_serious_and_whose_and_nothing_more() {
        Visitor.Answer page = as("sob-1").get("/arenden/" + number);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Ledamot KS", "Grundskolenämnden", "Förhöjd", "Lokalt säkerhetsansvarig")
                .doesNotContain(WORDS, "070-1740605", "Rapporten", "R25");
    }

    @Test
    void those_who_are_to_call_see_how_and_what_happened() {
        cases.share(number, "on-call", Relation.ON_CALL, null);
        cases.addNote(number, "lsa-grundskola", NOTE);

        Visitor.Answer page = as("jour").get("/arenden/" + number);

        assertThat(page.body())
                .contains(WORDS, "070-1740605", "Lämna inte röstmeddelande")
                .doesNotContain(NOTE, "R25");
    }

    @Test
    void the_exposed_person_sees_how_it_goes_in_plain_words_and_never_the_officers_texts() {
        cases.addNote(number, "lsa-grundskola", NOTE);
        cases.addInformation(number, "lsa-grundskola", "Kollegan ringde mig.", java.util.Set.of());

        Visitor.Answer page = as("ledamot-ks").get("/arenden/" + number);

        assertThat(page.body())
                .contains(WORDS, "Mottaget", "Lokalt säkerhetsansvarig, Grundskolenämnden", "031-3900605")
                .contains("tisdag 24 november 2026 kl. 16.30", "Berätta mer")
                .doesNotContain(NOTE, "Kollegan ringde mig.", "Förhöjd", "preliminär", "R25");
    }

    @Test
    void for_others_the_case_does_not_exist() {
        for (String other : new String[] {"lsa-liseberg", "ledamot-kf", "admin", "processagare", "parti-a", "jour"}) {
            Visitor visitor = as(other);
            Visitor.Answer hidden = visitor.get("/arenden/" + number);
            Visitor.Answer none = visitor.get("/arenden/V-2026-99999");
            Visitor.Answer noPage = visitor.get("/finns-inte");

            assertThat(hidden.status()).as(other).isEqualTo(404);
            assertThat(hidden.body()).as(other).isEqualTo(none.body()).isEqualTo(noPage.body());
            assertThat(hidden.body()).doesNotContain(number);
        }
    }

    @Test
    void who_may_see_nothing_may_do_nothing() {
        Visitor visitor = as("lsa-liseberg");
        visitor.get("/rapportera");

        assertThat(visitor.post("/arenden/" + number + "/anteckning", "text", "x")
                        .status())
                .isEqualTo(404);
        assertThat(cases.notes(number)).isEmpty();
    }

    @Test
    void an_information_copy_is_not_for_working() {
        Visitor visitor = as("sob-1");
        visitor.get("/rapportera");

        assertThat(visitor.post("/arenden/" + number + "/anteckning", "text", "x")
                        .status())
                .isEqualTo(403);
        assertThat(cases.notes(number)).isEmpty();
    }

    @Test
    void the_exposed_person_tells_more_and_the_level_is_counted_again() {
        Visitor visitor = as("ledamot-ks");
        visitor.get("/arenden/" + number);

        Visitor.Answer page = visitor.post(
                "/arenden/" + number + "/information",
                "text",
                "Nu visade han en kniv.",
                "indicators",
                "WEAPON",
                "movedToCouncil",
                "true");
        runJobs(number);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.path()).isEqualTo("/arenden/" + number);
        assertThat(page.body()).contains("Det du skrev är sparat", "Nu visade han en kniv.");
        assertThat(cases.information(number).get(0).indicators()).containsExactly(Indicator.WEAPON);
        assertThat(timeline(number)).contains(EventKind.QUESTION_MOVED, EventKind.LEVEL_RAISED);
        assertThat(file(number).owner()).isEqualTo(Owner.localOfficer("GRUNDSKOLENAMNDEN"));
    }

    @Test
    void what_is_refused_is_said_at_its_field_and_the_text_is_kept() {
        Visitor visitor = as("ledamot-ks");
        visitor.get("/arenden/" + number);

        Visitor.Answer page =
                visitor.post("/arenden/" + number + "/information", "text", " ", "indicators", "CHILDREN");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("id=\"information-text-error\"", "href=\"#information-text\"")
                .containsPattern("value=\"CHILDREN\"[^>]*checked");
    }

    @Test
    void an_officer_raises_the_police_question_and_proposes_consultation() {
        Visitor visitor = as("lsa-grundskola");
        visitor.get("/arenden/" + number);
        visitor.post("/arenden/" + number + "/polisanmalan");
        Visitor.Answer page =
                visitor.post("/arenden/" + number + "/samrad", "reason", "Frågan ligger nu hos kommunstyrelsen.");

        assertThat(page.status()).isEqualTo(200);
        assertThat(referrals.of(number)).hasSize(1);
        assertThat(timeline(number)).contains(EventKind.CONSULTATION_PROPOSED);

        Visitor.Answer again = visitor.post("/arenden/" + number + "/samrad", "reason", "En gång till.");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("Ett samråd pågår redan", "En gång till.");
    }

    @Test
    void no_measure_is_proposed_before_the_assessment() {
        Visitor visitor = as("lsa-grundskola");
        visitor.get("/arenden/" + number);

        Visitor.Answer page = visitor.post("/arenden/" + number + "/atgard", "kind", "PERSONLARM");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("Händelsen är inte bedömd än");
    }

    @Test
    void a_case_that_is_open_is_not_opened_again() {
        Visitor visitor = as("lsa-grundskola");
        visitor.get("/arenden/" + number);

        Visitor.Answer page = visitor.post("/arenden/" + number + "/ateroppna");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("Ärendet har hunnit gå vidare");
        assertThat(file(number).phase()).isEqualTo(Phase.FIRST_CONTACT);
    }

    @Test
    void in_tasklists_frame_there_is_nothing_around() {
        Visitor visitor = as("lsa-grundskola");
        Visitor.Answer page = visitor.get("/arenden/" + number + "?inbaddad");

        assertThat(page.body()).contains(WORDS).doesNotContain("Logga ut", "Lämna sidan snabbt");

        Visitor.Answer after = visitor.post("/arenden/" + number + "/anteckning", "text", NOTE, "inbaddad", "");
        assertThat(after.body()).contains(NOTE).doesNotContain("Logga ut");
    }

    @Test
    void a_partys_case_is_held_by_another_and_the_person_is_told_so() {
        String party = report("ledamot-kf", AReport.about(se.varna.casefile.Matter.PARTY))
                .caseNumber();

        assertThat(as("ledamot-kf").get("/arenden/" + party).body())
                .contains("partiet huvudansvaret", "Partiet", "får inget veta utan ditt ja")
                .doesNotContain("Parti B");
    }

    @Test
    void my_cases_are_my_own_the_newest_first() {
        String official = newMember("KS");
        String older = report(official, AReport.about("KS")).caseNumber();
        later(Duration.ofMinutes(1));
        String newer = report(official, AReport.about("KS")).caseNumber();
        String others = report("ledamot-kf", AReport.about("KF")).caseNumber();

        String list = as(official).get("/mina-arenden").body();

        assertThat(list).contains(older, newer, "Mottaget").doesNotContain(others, number);
        assertThat(list.indexOf(newer)).isLessThan(list.indexOf(older));
    }

    @Test
    void everything_that_has_happened_is_shown_in_swedish_until_the_case_is_closed_and_opened_again() {
        complete(
                "lsa-grundskola",
                number,
                "userTask_contactExposed",
                "contactOutcome",
                "NOT_REACHED",
                "note",
                "Inget svar.");
        complete(
                "lsa-grundskola",
                number,
                "userTask_contactExposed",
                "contactOutcome",
                "REACHED",
                "note",
                "Hen är orolig.");
        complete(
                "lsa-grundskola",
                number,
                "userTask_assessIncident",
                "level",
                "ELEVATED",
                "reason",
                "Samma person har skrivit flera gånger.",
                "measures",
                java.util.List.of("PERSONLARM"),
                "proposeConsultation",
                true);
        complete(
                "lsa-grundskola",
                number,
                "userTask_decideMeasure",
                "measureDecision",
                "APPROVED",
                "provider",
                "SECURITY_COMPANY",
                "reviewAt",
                "2026-12-01",
                "reason",
                "Behövs till mötet.");
        confirmMeasure("lsa-grundskola", number);
        complete(
                "lsa-grundskola",
                number,
                "userTask_advisePoliceReport",
                "policeDecision",
                "REPORTED",
                "reportNumber",
                "5000-K12345-26",
                "reportedAt",
                "2026-11-23",
                "reportedBy",
                "EXPOSED");
        complete(
                "lsa-grundskola",
                number,
                "userTask_stateConsultation",
                "statement",
                "Vi behåller det gärna.",
                "secrecyGround",
                "NECESSARY",
                "parts",
                java.util.List.of("CONTACT"),
                "signed",
                true);
        complete(
                "sob-1",
                number,
                "userTask_decideConsultation",
                "consultationAnswer",
                "DECLINE",
                "reason",
                "Det ligger rätt.");

        assertThat(as("lsa-grundskola").get("/arenden/" + number).body())
                .contains("Inget svar.", "Hen är orolig.", "bedömd av Lokalt säkerhetsansvarig Grundskola")
                .contains("Personlarm", "Upphandlat säkerhetsföretag", "Omprövas senast", "1 december 2026")
                .contains("Beslutades", "Behövs till mötet.", "Beställdes", "Ledningscentralen.", "Bekräftades")
                .contains("5000-K12345-26", "23 november 2026", "den utsatta")
                .contains("Vi behåller det gärna.", "OSL 10:2", "Det ligger rätt.")
                .contains(
                        "Händelsen bedömdes till nivån Förhöjd.",
                        "Polisanmälan gjordes av den utsatta, 23 november 2026.")
                .contains("Nästa uppföljning: tisdag 1 december 2026 kl. 10.00.")
                .doesNotContain("??", "lsa-grundskola</");
        assertThat(as("ledamot-ks").get("/arenden/" + number).body())
                .contains("Följs upp", "Personlarm", "Polisanmäld 23 november 2026. Polisens nummer: 5000-K12345-26.")
                .contains("tisdag 1 december 2026 kl. 10.00", "Lägg tiden i din kalender", "Personlarm</strong>.")
                .contains("Gäller från 24 november 2026. Senast 1 december 2026 prövas om det fortfarande behövs.")
                .doesNotContain("Ledningscentralen.")
                .doesNotContain("Hen är orolig.", "Samma person", "Behövs till mötet.", "Vi behåller", "Förhöjd");

        complete(
                "lsa-grundskola", number, "userTask_reviewMeasure", "measureReview", "END", "reason", "Mötet är över.");
        close("lsa-grundskola", number, "closeReason", "Inget mer har hänt.", "toldHow", "I telefon i dag.");
        Visitor officer = as("lsa-grundskola");
        assertThat(officer.get("/arenden/" + number).body())
                .contains("Avslutat: löst", "Öppna ärendet igen")
                .contains("Lugnt.", "Inget mer har hänt.", "I telefon i dag.");
        assertThat(as("ledamot-ks").get("/arenden/" + number).body())
                .contains("Avslutat")
                .contains("Gällde från 24 november 2026 till 24 november 2026.")
                .doesNotContain("Inget mer har hänt.", "I telefon i dag.", "Lugnt.");

        assertThat(officer.post("/arenden/" + number + "/ateroppna").body()).contains("Ärendet är öppnat igen");
        assertThat(file(number).phase()).isEqualTo(Phase.ASSESSMENT);
    }

    private Visitor as(String user) {
        return Visitor.signedIn(port, user);
    }
}
