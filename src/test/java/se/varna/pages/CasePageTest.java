package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.access.Extent;
import se.varna.casefile.EventKind;
import se.varna.casefile.Indicator;
import se.varna.casefile.Phase;
import se.varna.directory.Owner;
import se.varna.followup.Following;
import se.varna.police.PoliceReferrals;
import se.varna.responsibility.Responsibilities;

/** The case's page, as each who may see it sees it. */
class CasePageTest extends VarnaTest {

    private static final String WORDS = "Hon skrev ordagrant: vänta du bara.";
    private static final String NOTE = "Jag tror att hen överdriver.";

    @LocalServerPort
    private int port;

    @Autowired
    private Responsibilities responsibilities;

    @Autowired
    private PoliceReferrals referrals;

    @Autowired
    private Following following;

    private String number;

    @BeforeEach
    void aCaseOfTheSchoolBoard() {
        number = report(
                        "ledamot-ks",
                        AReport.about("GRUNDSKOLENAMNDEN").saying(WORDS).reachAt("070-1740605"))
                .caseNumber();
        runJobs(number);
    }

    @Test
    void thoseWhoOwnTheCaseSeeEverythingAndWhyItIsTheirs() {
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
    void anInformationCopySaysWhoWhereHowSeriousAndWhoseAndNothingMore() {
        Visitor.Answer page = as("sob-1").get("/arenden/" + number);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Ledamot KS", "Grundskolenämnden", "Förhöjd", "Lokalt säkerhetsansvarig")
                .doesNotContain(WORDS, "070-1740605", "Rapporten", "R25");
    }

    @Test
    void thoseWhoAreToCallSeeHowAndWhatHappened() {
        cases.share(number, "on-call", Extent.CONTACT, se.varna.casefile.ShareGround.ON_CALL, null);
        cases.addNote(number, "lsa-grundskola", NOTE);

        Visitor.Answer page = as("jour").get("/arenden/" + number);

        assertThat(page.body())
                .contains(WORDS, "070-1740605", "Lämna inte röstmeddelande")
                .doesNotContain(NOTE, "R25");
    }

    @Test
    void theExposedPersonSeesHowItGoesInPlainWordsAndNeverTheOfficersTexts() {
        cases.addNote(number, "lsa-grundskola", NOTE);
        cases.addInformation(number, "lsa-grundskola", "Kollegan ringde mig.", java.util.Set.of());

        Visitor.Answer page = as("ledamot-ks").get("/arenden/" + number);

        assertThat(page.body())
                .contains(WORDS, "Mottaget", "Lokalt säkerhetsansvarig, Grundskolenämnden", "031-3900605")
                .contains("tisdag 24 november 2026 kl. 16.30", "Berätta mer")
                .doesNotContain(NOTE, "Kollegan ringde mig.", "Förhöjd", "preliminär", "R25");
    }

    @Test
    void forOthersTheCaseDoesNotExist() {
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
    void whoMaySeeNothingMayDoNothing() {
        Visitor visitor = as("lsa-liseberg");
        visitor.get("/rapportera");

        assertThat(visitor.post("/arenden/" + number + "/anteckning", "text", "x")
                        .status())
                .isEqualTo(404);
        assertThat(cases.notes(number)).isEmpty();
    }

    @Test
    void anInformationCopyIsNotForWorking() {
        Visitor visitor = as("sob-1");
        visitor.get("/rapportera");

        assertThat(visitor.post("/arenden/" + number + "/anteckning", "text", "x")
                        .status())
                .isEqualTo(403);
        assertThat(cases.notes(number)).isEmpty();
    }

    @Test
    void theExposedPersonTellsMoreAndTheLevelIsCountedAgain() {
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
    void whatIsRefusedIsSaidAtItsFieldAndTheTextIsKept() {
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
    void anOfficerRaisesThePoliceQuestionAndProposesConsultation() {
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
    void noMeasureIsProposedBeforeTheAssessment() {
        Visitor visitor = as("lsa-grundskola");
        visitor.get("/arenden/" + number);

        Visitor.Answer page = visitor.post("/arenden/" + number + "/atgard", "kind", "PERSONLARM");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("Händelsen är inte bedömd än");
    }

    @Test
    void sakerhetOchBeredskapMovesItsCaseWithAReason() {
        String theirs = report("ledamot-kf", AReport.about("KF").saying(WORDS)).caseNumber();
        Visitor visitor = as("sob-1");
        visitor.get("/arenden/" + theirs);

        Visitor.Answer tooShort =
                visitor.post("/arenden/" + theirs + "/ansvar", "owner", "GRUNDSKOLENAMNDEN", "reason", "För att.");
        assertThat(tooShort.status()).isEqualTo(400);
        assertThat(tooShort.body())
                .contains("id=\"owner-reason-error\"", "För att.")
                .containsPattern("value=\"GRUNDSKOLENAMNDEN\"[^>]*selected");

        Visitor.Answer moved = visitor.post(
                "/arenden/" + theirs + "/ansvar",
                "owner",
                "GRUNDSKOLENAMNDEN",
                "reason",
                "Frågan behandlas i grundskolenämnden i december.");
        assertThat(moved.path()).isEqualTo("/");
        assertThat(file(theirs).owner()).isEqualTo(Owner.localOfficer("GRUNDSKOLENAMNDEN"));
        assertThat(responsibilities.latest(theirs).chosenReason()).startsWith("Frågan behandlas");
        assertThat(visitor.get("/arenden/" + theirs).status()).isEqualTo(404);

        assertThat(as("lsa-grundskola").get("/arenden/" + theirs).body())
                .contains("Beslut av Säkerhet och Beredskap 1", "Frågan behandlas", "Tabellens svar");
        assertThat(as("ledamot-kf").get("/arenden/" + theirs).body())
                .contains("har beslutat")
                .doesNotContain("Frågan behandlas");
    }

    @Test
    void aCaseThatIsOpenIsNotOpenedAgain() {
        Visitor visitor = as("lsa-grundskola");
        visitor.get("/arenden/" + number);

        Visitor.Answer page = visitor.post("/arenden/" + number + "/ateroppna");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("Ärendet har hunnit gå vidare");
        assertThat(file(number).phase()).isEqualTo(Phase.FIRST_CONTACT);
    }

    @Test
    void inTasklistsFrameThereIsNothingAround() {
        Visitor visitor = as("lsa-grundskola");
        Visitor.Answer page = visitor.get("/arenden/" + number + "?inbaddad");

        assertThat(page.body()).contains(WORDS).doesNotContain("Logga ut", "Lämna sidan snabbt");

        Visitor.Answer after = visitor.post("/arenden/" + number + "/anteckning", "text", NOTE, "inbaddad", "");
        assertThat(after.body()).contains(NOTE).doesNotContain("Logga ut");
    }

    @Test
    void aPartysCaseIsHeldByAnotherAndThePersonIsToldSo() {
        String party = report("ledamot-kf", AReport.about(se.varna.casefile.Matter.PARTY))
                .caseNumber();

        assertThat(as("ledamot-kf").get("/arenden/" + party).body())
                .contains("partiet huvudansvaret", "Partiet", "får inget veta utan ditt ja")
                .doesNotContain("Parti B");
    }

    @Test
    void myCasesAreMyOwnTheNewestFirst() {
        String newer = report("ledamot-ks", AReport.about("KS")).caseNumber();
        String others = report("ledamot-kf", AReport.about("KF")).caseNumber();

        String list = as("ledamot-ks").get("/mina-arenden").body();

        assertThat(list).contains(number, newer, "Mottaget").doesNotContain(others);
        assertThat(list.indexOf(newer)).isLessThan(list.indexOf(number));
    }

    private Visitor as(String user) {
        return Visitor.signedIn(port, user);
    }
}
