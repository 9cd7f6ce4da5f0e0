package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.consultation.Consultation;
import se.varna.consultation.Consultations;
import se.varna.directory.Owner;

/** Consultations on the case's page: proposed and taken back there, and read by the two sides and nobody else. */
class ConsultationPageTest extends VarnaTest {

    private static final String UNIT = "GRUNDSKOLENAMNDEN";
    private static final String OFFICER = "lsa-grundskola";
    private static final String REASON = "Frågan avgörs av kommunstyrelsen i maj.";
    private static final String STATEMENT = "Hen har fått råd om sin bostad.";

    @Autowired
    Consultations consultations;

    private String number;

    @BeforeEach
    void a_council_members_case_in_a_boards_work() {
        number = caseInFollowUp(newMember("KF"), UNIT, OFFICER, "LOW");
    }

    private Visitor as(String person) {
        Visitor visitor = Visitor.signedIn(port, person);
        visitor.get("/arenden/" + number);
        return visitor;
    }

    private String page(Visitor visitor) {
        return visitor.get("/arenden/" + number).body();
    }

    private void stateAndAccept(String holder, String taker) {
        complete(
                holder,
                number,
                "userTask_stateConsultation",
                "statement",
                STATEMENT,
                "parts",
                List.of("CONTACT", "DESCRIPTION"),
                "secrecyGround",
                "GENERAL_CLAUSE",
                "signed",
                true);
        complete(
                taker,
                number,
                "userTask_decideConsultation",
                "consultationAnswer",
                "ACCEPT",
                "reason",
                "Vi ringer i dag.",
                "signed",
                true);
    }

    @Test
    void the_department_proposes_from_its_information_copy_and_takes_it_back() {
        Visitor department = as("sob-1");
        Visitor officer = as(OFFICER);
        assertThat(page(department)).contains("Föreslå samråd", "flyttats till kommunfullmäktige");

        Visitor.Answer empty = department.post("/arenden/" + number + "/samrad", "questionMoved", "true");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.body())
                .contains("id=\"consultation-reason-error\"")
                .containsPattern("questionMoved\"[^>]*checked");

        Visitor.Answer proposed =
                department.post("/arenden/" + number + "/samrad", "reason", REASON, "questionMoved", "true");
        assertThat(proposed.body())
                .contains("Samrådet är föreslaget.", REASON, "väntar på yttrande", "Ta tillbaka förslaget")
                .doesNotContain("<button>Föreslå samråd</button>");
        assertThat(page(officer))
                .contains(REASON, "Skälet är att den politiska frågan har flyttats", "Säkerhet och Beredskap 1")
                .doesNotContain("Ta tillbaka förslaget", "<button>Föreslå samråd</button>");
        assertThat(officer.post("/arenden/" + number + "/samrad/aterta", "reason", "Nej.")
                        .body())
                .contains("Den andra parten har lämnat förslaget.", "Nej.");

        assertThat(department
                        .post("/arenden/" + number + "/samrad/aterta", "reason", "Frågan är kvar i nämnden.")
                        .body())
                .contains("Förslaget är återtaget", "Föreslå samråd")
                .doesNotContain(REASON);
        assertThat(page(officer)).contains("återtaget", "Frågan är kvar i nämnden.", REASON);
    }

    @Test
    void what_was_said_stands_with_who_signed_what_and_only_for_the_two_sides() {
        as(OFFICER).post("/arenden/" + number + "/samrad", "reason", REASON);
        Visitor department = as("sob-2");
        assertThat(page(department)).contains(REASON);
        stateAndAccept(OFFICER, "sob-1");

        assertThat(page(department))
                .contains(REASON, STATEMENT, "Vi ringer i dag.", "båda har skrivit under", "Svar", "tar över")
                .contains("hur den utsatta nås, det som har hänt", "generalklausulen (OSL 10:27)")
                .containsPattern("Underskrivet, på yttrandet från tisdag 24 november 2026")
                .contains("Lokalt säkerhetsansvarig, Grundskolenämnden yttrade sig och skrev under.")
                .contains("Samråd föreslogs om att Säkerhet och Beredskap ska ta över.");
        assertThat(page(as(OFFICER))).doesNotContain(STATEMENT, REASON).contains("Föreslå samråd");
        assertThat(Visitor.api(port, "GET", "/api/cases/" + number, "sob-1", null)
                        .body())
                .contains(STATEMENT)
                .doesNotContain("??");
    }

    @Test
    void the_department_hands_back_to_a_unit_that_it_names() {
        as(OFFICER).post("/arenden/" + number + "/samrad", "reason", REASON);
        stateAndAccept(OFFICER, "sob-1");
        Visitor department = as("sob-1");
        assertThat(page(department)).contains("Vilken enhet ska ta över?", "flyttats tillbaka till enheten");
        Visitor.Answer none = department.post("/arenden/" + number + "/samrad", "reason", "Frågan är er.");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body()).contains("Välj vilken enhet som ska ta över ärendet.", "Frågan är er.");

        department.post("/arenden/" + number + "/samrad", "reason", "Frågan är er.", "unit", UNIT);
        assertThat(page(as(OFFICER))).contains("Frågan är er.").doesNotContain("Ta tillbaka förslaget", REASON);
        stateAndAccept("sob-1", OFFICER);
        assertThat(file(number).owner()).isEqualTo(Owner.localOfficer(UNIT));
        assertThat(page(as(OFFICER))).contains(REASON, "Frågan är er.");
    }

    @Test
    void a_unit_that_wants_its_case_back_says_so_from_what_it_still_sees() {
        as(OFFICER).post("/arenden/" + number + "/samrad", "reason", REASON);
        stateAndAccept(OFFICER, "sob-1");
        assertThat(as(OFFICER)
                        .post("/arenden/" + number + "/samrad", "reason", "Vi tar tillbaka det gärna.")
                        .body())
                .contains("Samrådet är föreslaget.", "Vi tar tillbaka det gärna.", "Ta tillbaka förslaget");
        assertThat(consultations.open(number).orElseThrow().taker()).isEqualTo(Owner.localOfficer(UNIT));
    }

    @Test
    void a_case_taken_without_a_statement_says_so() {
        as("sob-1").post("/arenden/" + number + "/samrad", "reason", REASON);
        for (String times : List.of("", "Twice", "Thrice")) {
            timeComesFor(number, "boundaryEvent_statementOverdue" + times);
        }
        complete(
                "sob-1",
                number,
                "userTask_concludeConsultation",
                "reason",
                "Vi kan inte vänta.",
                "attempts",
                "Ringde tre gånger.",
                "signed",
                true);
        assertThat(consultations.of(number).get(0).stage()).isEqualTo(Consultation.Stage.CONCLUDED_ALONE);
        assertThat(page(as("sob-1")))
                .contains("avgjort utan yttrande", "Vi kan inte vänta.", "Ringde tre gånger.")
                .contains("Samrådet avgjordes utan yttrande.")
                .contains("till Säkerhet och Beredskap, utan yttrande.");
    }
}
