package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.access.Extent;
import se.varna.casefile.EventKind;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.consultation.InformationCopies;
import se.varna.directory.Owner;
import se.varna.disclosure.PartyConsent;
import se.varna.measures.Measures;
import se.varna.pages.Visitor;
import se.varna.web.SignedIn;

/** A case that a party holds: its officer's own, smaller forms, and advice from the city with the exposed person's consent. */
class PartyAdviceTest extends VarnaTest {

    private static final String OFFICER = "parti-a";
    private static final String TAKE_IN = "userTask_takeInInformation";

    @Autowired
    InformationCopies copies;

    @Autowired
    PartyConsent consents;

    @Autowired
    Measures measures;

    private String exposed;
    private String number;

    @BeforeEach
    void aPartysCase() {
        exposed = newMember("KF");
        number = report(
                        exposed,
                        AReport.about(Matter.PARTY).partyMayBeContacted().kind(Kind.THREAT))
                .caseNumber();
        assertThat(file(number).owner()).isEqualTo(Owner.party("A"));
    }

    // --- the forms

    private String form(String person, String taskKey) {
        return SignedIn.as(person, port)
                .engineGet("/task/" + task(number, taskKey).getId() + "/deployed-form")
                .body();
    }

    private void contacted() {
        complete(OFFICER, number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Samtal.");
    }

    private void assessed(Object... more) {
        List<Object> typed =
                new java.util.ArrayList<>(List.of("level", "LOW", "reason", "Sammanvägd bedömning efter samtalet."));
        typed.addAll(List.of(more));
        complete(OFFICER, number, "userTask_assessIncident", typed.toArray());
    }

    @Test
    void the_citys_own_is_not_in_a_partys_forms_and_is_refused_past_them() {
        contacted();
        assertThat(form(OFFICER, "userTask_assessIncident"))
                .contains("\"level\"", "\"measures\"")
                .doesNotContain("proposeConsultation", "informParty");
        assertThatThrownBy(() -> assessed("proposeConsultation", true))
                .hasMessageContaining("proposeConsultation: party.citysOwn");
        assertThatThrownBy(() -> assessed("informParty", true)).hasMessageContaining("informParty: party.citysOwn");
        String measure = measures.catalogue().get(0).code();
        assessed("measures", List.of(measure));

        assertThat(form(OFFICER, "userTask_decideMeasure"))
                .contains("OWN_ORGANISATION")
                .doesNotContain("SECURITY_COMPANY");
        assertThatThrownBy(() -> complete(
                        OFFICER,
                        number,
                        "userTask_decideMeasure",
                        "measureDecision",
                        "APPROVED",
                        "provider",
                        "SECURITY_COMPANY",
                        "reviewAt",
                        "2026-12-10",
                        "reason",
                        "Behövs."))
                .hasMessageContaining("provider: party.citysOwn");

        assertThat(form(OFFICER, "userTask_advisePoliceReport"))
                .contains("\"EXPOSED\"")
                .doesNotContain("\"CITY\"");
        assertThatThrownBy(() -> complete(
                        OFFICER,
                        number,
                        "userTask_advisePoliceReport",
                        "policeDecision",
                        "REPORT",
                        "reportedBy",
                        "CITY"))
                .hasMessageContaining("reportedBy: party.citysOwn");

        assertThat(form(OFFICER, "userTask_followUp"))
                .contains("NO_FURTHER_ACTION")
                .doesNotContain("REFERRED_TO_PARTY");
        assertThatThrownBy(() -> close(OFFICER, number, "closeOutcome", "REFERRED_TO_PARTY"))
                .hasMessageContaining("closeOutcome: party.citysOwn");
    }

    @Test
    void the_citys_officers_have_the_whole_form() {
        String boards = caseInAssessment(newMember("GRUNDSKOLENAMNDEN"), "GRUNDSKOLENAMNDEN", "lsa-grundskola");
        assertThat(SignedIn.as("lsa-grundskola", port)
                        .engineGet("/task/"
                                + task(boards, "userTask_assessIncident").getId() + "/deployed-form")
                        .body())
                .contains("proposeConsultation", "informParty");
    }

    // --- advice

    @Test
    void the_department_learns_of_a_partys_case_when_asked_with_consent_and_answers_in_writing() {
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);
        assertThatThrownBy(() -> copies.askAdvice(number, "Räcker det vi gör?", null, OFFICER))
                .hasMessageContaining("consent: advice.consentRequired");
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);

        copies.askAdvice(number, "Räcker det vi gör?", "I telefon i dag.", OFFICER);

        assertThat(timeline(number)).contains(EventKind.ADVICE_ASKED);
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.LIMITED);
        assertThat(file(number).owner()).isEqualTo(Owner.party("A"));
        assertThat(groupsOf(number, TAKE_IN)).containsExactly("sob");
        assertThatThrownBy(() -> copies.askAdvice(number, "Och det här?", "Nyss.", OFFICER))
                .hasMessageContaining("advice.waits");
        assertThatThrownBy(() ->
                        complete("sob-1", number, TAKE_IN, "informationAnswer", "PROPOSE", "reason", "Vi tar över."))
                .as("it is no way to take the case over")
                .hasMessageContaining("consultation.party");

        Visitor department = Visitor.signedIn(port, "sob-1");
        assertThat(department.get("/arenden/" + number).body())
                .contains("Räcker det vi gör?", "ni har fått en fråga om råd", "Svara på frågan")
                .doesNotContain(cases.answers(number).description());
        complete("sob-1", number, TAKE_IN, "informationAnswer", "ADVISE", "advice", "Byt lås och ring oss i morgon.");
        assertThat(Visitor.signedIn(port, OFFICER).get("/arenden/" + number).body())
                .contains("Byt lås och ring oss i morgon.");
    }

    @Test
    void the_exposed_person_asks_themselves_and_reads_the_answer() {
        Visitor person = Visitor.signedIn(port, exposed);
        assertThat(person.get("/arenden/" + number).body()).contains("/be-om-rad");
        assertThat(person.post("/arenden/" + number + "/be-om-rad").status()).isEqualTo(400);
        assertThat(person.post("/arenden/" + number + "/be-om-rad", "question", "Vågar jag gå på mötet?")
                        .body())
                .contains("Frågan är skickad", "Vågar jag gå på mötet?", "Du får svar senast");
        assertThat(timeline(number)).contains(EventKind.ADVICE_ASKED_BY_EXPOSED);

        complete("sob-1", number, TAKE_IN, "informationAnswer", "ADVISE", "advice", "Ja, om någon går med dig.");
        assertThat(person.get("/arenden/" + number).body()).contains("Ja, om någon går med dig.");
    }

    @Test
    void the_exposed_person_takes_the_yes_back_and_at_once_the_department_knows_nothing() {
        Visitor person = Visitor.signedIn(port, exposed);
        String address = "/arenden/" + number;
        assertThat(person.get(address).body()).doesNotContain("/radssamtycke");
        person.post(address + "/be-om-rad", "question", "Vågar jag gå på mötet?");
        Visitor department = Visitor.signedIn(port, "sob-1");
        assertThat(department.get(address).status()).isEqualTo(200);
        assertThat(person.get(address).body()).contains("Du har sagt <strong>ja</strong> till att Säkerhet och");
        assertThat(person.post(address + "/radssamtycke").status()).isEqualTo(400);
        assertThat(Visitor.signedIn(port, OFFICER)
                        .post(address + "/radssamtycke", "answer", "no")
                        .status())
                .as("theirs alone to take back")
                .isEqualTo(403);
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.LIMITED);

        assertThat(person.post(address + "/radssamtycke", "answer", "no").body())
                .contains("Ditt svar är sparat", "Vågar jag gå på mötet?")
                .doesNotContain("/radssamtycke", "Du får svar senast");
        person.post(address + "/radssamtycke", "answer", "no");

        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);
        assertThat(department.get(address).status()).isEqualTo(404);
        assertThat(openTasks(number)).doesNotContain(TAKE_IN);
        assertThat(file(number).owner()).isEqualTo(Owner.party("A"));
        assertThat(timeline(number)).containsOnlyOnce(EventKind.ADVICE_CONSENT_WITHDRAWN);
        assertThat(Visitor.signedIn(port, OFFICER).get(address).body())
                .contains("Den utsatta sa nej till att Säkerhet och Beredskap får veta", "Behöver inte svara längre.");

        person.post(address + "/be-om-rad", "question", "Jag har ändrat mig.");
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.LIMITED);
        assertThat(groupsOf(number, TAKE_IN)).containsExactly("sob");
    }

    @Test
    void a_yes_that_the_officer_wrote_down_is_taken_back_in_the_same_way_after_the_answer_too() {
        copies.askAdvice(number, "Räcker det vi gör?", "I telefon i dag.", OFFICER);
        complete("sob-1", number, TAKE_IN, "informationAnswer", "ADVISE", "advice", "Byt lås.");
        Visitor person = Visitor.signedIn(port, exposed);
        assertThat(person.get("/arenden/" + number).body())
                .contains("/radssamtycke")
                .doesNotContain("Räcker det vi gör?");
        Visitor department = Visitor.signedIn(port, "sob-1");
        department.get("/arenden/" + number);

        person.post("/arenden/" + number + "/radssamtycke", "answer", "no");

        assertThat(department
                        .post("/arenden/" + number + "/rad", "advice", "Ett till.")
                        .status())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(port, OFFICER).get("/arenden/" + number).body())
                .as("what has been answered stays with the party")
                .contains("Byt lås.");
    }

    @Test
    void who_advises_a_party_is_not_asked_whether_to_take_the_case_over() {
        copies.askAdvice(number, "Räcker det vi gör?", "I telefon i dag.", OFFICER);
        assertThat(form("sob-1", TAKE_IN))
                .contains("Räcker det vi gör", "Frågan till er", "\"ADVISE\"", "\"ACKNOWLEDGE\"")
                .doesNotContain("PROPOSE", "movedToCouncil", "Varför ni får veta", "keptFromParty");
    }

    @Test
    void what_the_officer_asks_is_not_shown_to_the_exposed_person() {
        copies.askAdvice(number, "Räcker det vi gör?", "I telefon i dag.", OFFICER);
        assertThat(Visitor.signedIn(port, exposed).get("/arenden/" + number).body())
                .doesNotContain("Räcker det vi gör?");
    }

    @Test
    void a_case_that_no_party_holds_needs_no_such_question() {
        String boards = report(newMember("GRUNDSKOLENAMNDEN"), AReport.about("GRUNDSKOLENAMNDEN"))
                .caseNumber();
        String owner = file(boards).exposed().orElseThrow();
        assertThatThrownBy(() -> copies.askAdvice(boards, "Vad gör jag?", null, owner))
                .hasMessageContaining("advice.notPartys");
        assertThat(Visitor.signedIn(port, owner).get("/arenden/" + boards).body())
                .doesNotContain("/be-om-rad");
    }

    @Test
    void when_the_consent_goes_the_department_holds_the_case_and_has_nothing_left_to_answer() {
        copies.askAdvice(number, "Räcker det vi gör?", "I telefon i dag.", OFFICER);
        consents.says(number, false, exposed);
        assertThat(file(number).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(openTasks(number)).doesNotContain(TAKE_IN);
        assertThat(extent(number, OFFICER)).isNotEqualTo(Extent.FULL);
    }
}
