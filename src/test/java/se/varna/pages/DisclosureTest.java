package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.access.Extent;
import se.varna.casefile.EventKind;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.demo.SentMail;
import se.varna.directory.Owner;

/** What is told to others about a case: only with a ground, as a step that is recorded, and no longer than it holds. */
class DisclosureTest extends VarnaTest {

    private static final String WORDS = "Han väntade utanför partilokalen.";

    @Autowired
    SentMail sentMail;

    // --- the party

    @Test
    void a_partys_case_goes_to_the_party_with_a_yes_and_back_with_a_no() {
        String official = newMember("KF");
        String number =
                report(official, AReport.about(Matter.PARTY).saying(WORDS)).caseNumber();
        assertThat(file(number).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(extent(number, "parti-a")).isEqualTo(Extent.NOTHING);
        Visitor own = as(official);
        assertThat(own.get("/arenden/" + number).body()).contains("Du har inte sagt ja. Partiet får inget veta.");

        Visitor.Answer yes = own.post("/arenden/" + number + "/partisamtycke", "answer", "yes");

        assertThat(yes.body()).contains("Ditt svar är sparat", "Du har sagt <strong>ja</strong>");
        assertThat(file(number).owner()).isEqualTo(Owner.party("A"));
        assertThat(file(number).responsible()).isEqualTo(Owner.party("A"));
        assertThat(groupsOf(number, "userTask_contactExposed")).containsExactly("party-A");
        assertThat(extent(number, "sob-1")).isEqualTo(Extent.NOTHING);
        assertThat(as("parti-a").get("/arenden/" + number).body()).contains(WORDS);

        own.post("/arenden/" + number + "/partisamtycke", "answer", "no");

        assertThat(file(number).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(file(number).responsible()).isEqualTo(Owner.party("A"));
        assertThat(groupsOf(number, "userTask_contactExposed")).containsExactly("sob");
        assertThat(as("parti-a").get("/arenden/" + number).status()).isEqualTo(404);
        assertThat(timeline(number)).contains(EventKind.CONSENT_GIVEN, EventKind.CONSENT_WITHDRAWN);
    }

    @Test
    void nobody_consents_for_somebody_else() {
        String exposed = newMember("KF");
        String number = report(
                        "parti-a", AReport.about(Matter.PARTY).exposed(exposed).partyMayBeContacted())
                .caseNumber();

        assertThat(file(number).partyConsent()).isFalse();
        assertThat(file(number).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(extent(number, "parti-a")).isEqualTo(Extent.RECEIPT);
    }

    @Test
    void what_was_said_in_a_talk_is_written_down_and_a_party_that_was_told_loses_it_with_a_no() {
        String official = newMember("GRUNDSKOLENAMNDEN");
        String number = caseInAssessment(official, "GRUNDSKOLENAMNDEN", "lsa-grundskola");
        Visitor officer = as("lsa-grundskola");
        officer.get("/arenden/" + number);

        Visitor.Answer bare = officer.post("/arenden/" + number + "/partisamtycke-i-samtal", "answer", "yes");
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.body()).contains("id=\"oral-how-error\"").containsPattern("value=\"yes\"[^>]*checked");
        assertThat(file(number).partyConsent()).isFalse();

        officer.post("/arenden/" + number + "/partisamtycke-i-samtal", "answer", "yes", "how", "I telefon i dag.");
        complete(
                "lsa-grundskola",
                number,
                "userTask_assessIncident",
                "level",
                "ELEVATED",
                "reason",
                "Sammanvägd bedömning efter samtalet.",
                "informParty",
                true);
        assertThat(extent(number, "parti-a")).isEqualTo(Extent.LIMITED);
        assertThat(as("parti-a").get("/arenden/" + number).body())
                .contains("Grundskolenämnden")
                .doesNotContain("Någon ropade", "Sammanvägd");

        as(official).get("/arenden/" + number);
        officer.post("/arenden/" + number + "/partisamtycke-i-samtal", "answer", "no", "how", "Hen ändrade sig.");
        assertThat(as("parti-a").get("/arenden/" + number).status()).isEqualTo(404);
        assertThat(timeline(number)).contains(EventKind.CONSENT_GIVEN_ORALLY, EventKind.CONSENT_WITHDRAWN_ORALLY);
        assertThat(as(official).get("/arenden/" + number).body()).doesNotContain("Hen ändrade sig.");
    }

    // --- the former owner

    @Test
    void at_the_takeover_the_former_owner_loses_the_case_but_for_its_outline_and_the_taker_gets_it() {
        String number = caseInAssessment(newMember("GRUNDSKOLENAMNDEN"), "GRUNDSKOLENAMNDEN", "lsa-grundskola");
        complete(
                "lsa-grundskola",
                number,
                "userTask_assessIncident",
                "level",
                "ELEVATED",
                "reason",
                "Sammanvägd bedömning efter samtalet.",
                "proposeConsultation",
                true);
        Visitor former = as("lsa-grundskola");
        Visitor taker = as("sob-2");
        assertThat(taker.get("/arenden/" + number).body())
                .as("asked, and nothing handed over yet")
                .contains("Grundskolenämnden", "föreslår att Säkerhet och Beredskap tar över")
                .doesNotContain("Någon ropade");
        complete(
                "lsa-grundskola",
                number,
                "userTask_stateConsultation",
                "statement",
                "Frågan ligger nu hos kommunstyrelsen.",
                "parts",
                List.of("CONTACT", "DESCRIPTION", "NOTES"),
                "secrecyGround",
                "NECESSARY",
                "signed",
                true);
        // Asked, with the signed statement: what goes along can be read, and nothing done but to answer.
        assertThat(taker.get("/arenden/" + number).body()).contains("Grundskolenämnden", "Sammanvägd");
        assertThat(taker.post("/arenden/" + number + "/anteckning", "text", "x").status())
                .isEqualTo(403);
        assertThat(former.get("/arenden/" + number).body()).contains("Sammanvägd", "Lägg till anteckning");

        complete(
                "sob-1",
                number,
                "userTask_decideConsultation",
                "consultationAnswer",
                "ACCEPT",
                "reason",
                "Vi tar över.",
                "signed",
                true);

        assertThat(former.get("/arenden/" + number).body())
                .contains("Grundskolenämnden", "Säkerhet och Beredskap")
                .doesNotContain("Sammanvägd", "Någon ropade", "Lägg till anteckning", "Vi tar över.");
        assertThat(former.post("/arenden/" + number + "/anteckning", "text", "x")
                        .status())
                .isEqualTo(403);
        assertThat(former.get("/arenden/" + number + "/lasningar").status()).isEqualTo(403);
        assertThat(Visitor.api(port, "GET", "/api/cases/" + number, "lsa-grundskola", null)
                        .body())
                .contains("\"extent\":\"LIMITED\"")
                .doesNotContain("Sammanvägd", "Någon ropade");
        assertThat(taker.get("/arenden/" + number).body())
                .contains("Sammanvägd", "Någon ropade", "Lägg till anteckning");
        assertThat(needToKnow.sight("sob-2", number).relations())
                .as("what was needed to answer has ended")
                .containsExactly(se.varna.access.Relation.OWNER);
        assertThat(cases.notes(number)).isEmpty();
    }

    // --- repetition

    @Test
    void several_functions_cases_about_one_person_are_seen_together_by_the_department_alone_which_may_tell() {
        String official = newMember("GRUNDSKOLENAMNDEN");
        String school = report(official, AReport.about("GRUNDSKOLENAMNDEN")).caseNumber();
        Visitor department = as("sob-1");
        assertThat(department.get("/arenden/" + school).status()).isEqualTo(404);
        assertThat(repetition(department)).doesNotContain(school);

        String company =
                report(official, AReport.about("LISEBERG").saying(WORDS)).caseNumber();
        runJobs(company);

        assertThat(repetition(department))
                .contains(school, company, "Ledamot " + official, "Lokalt säkerhetsansvarig, Liseberg")
                .doesNotContain(WORDS);
        assertThat(department.get("/arenden/" + company).body())
                .contains("Samma person har fler ärenden hos andra")
                .doesNotContain(WORDS);
        for (String other : new String[] {"lsa-grundskola", "lsa-liseberg", "admin", "processagare", "jour"}) {
            assertThat(as(other).get("/upprepning").status()).as(other).isEqualTo(404);
        }
        assertThat(as("lsa-liseberg").get("/arenden/" + company).body()).doesNotContain(school);

        Visitor.Answer bare = department.post("/arenden/" + company + "/upprepning", "text", "Det har hänt förut.");
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.body()).contains("id=\"repetition-ground-error\"", "Det har hänt förut.");
        assertThat(timeline(company)).doesNotContain(EventKind.REPETITION_TOLD);

        department.post("/arenden/" + company + "/upprepning", "text", "Det har hänt förut.", "ground", "NECESSARY");
        runJobs(company);

        assertThat(as("lsa-liseberg").get("/arenden/" + company).body())
                .contains("Säkerhet och Beredskap berättade", "OSL 10:2", "Det har hänt förut.");
        assertThat(as(official).get("/arenden/" + company).body()).doesNotContain("Det har hänt förut.");
        assertThat(timeline(school)).doesNotContain(EventKind.REPETITION_TOLD);
        assertThat(mailTo("lsa-liseberg@example.org")).contains("lagt till något i ärende " + company);
    }

    @Test
    void a_partys_case_is_no_part_of_a_repetition() {
        String official = newMember("KF");
        report(official, AReport.about(Matter.PARTY).partyMayBeContacted());
        String board = report(official, AReport.about("LISEBERG")).caseNumber();

        assertThat(needToKnow.sight("sob-1", board).may(se.varna.access.Action.TELL_OWNER))
                .isFalse();
    }

    // --- mail

    @Test
    void a_mail_whose_reader_may_no_longer_know_of_the_case_is_not_sent() {
        String deputy = newMember("KULTURNAMNDEN");
        jdbc.sql("INSERT INTO varna.appointment (person, office, organisation, valid_from)"
                        + " VALUES (?, 'LOCAL_SECURITY_DEPUTY', 'KULTURNAMNDEN', '2026-01-01')")
                .param(deputy)
                .update();
        String number = report(
                        newMember("KULTURNAMNDEN"),
                        AReport.about("KULTURNAMNDEN").kind(Kind.THREAT))
                .caseNumber();
        jdbc.sql("DELETE FROM varna.appointment WHERE person = ? AND office = 'LOCAL_SECURITY_DEPUTY'")
                .param(deputy)
                .update();

        runJobs(number);

        assertThat(mailTo(deputy + "@example.org")).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM varna.outgoing_mail WHERE recipient = ? AND case_number = ?"
                                + " AND withheld_at IS NOT NULL AND sent_at IS NULL")
                        .params(deputy, number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_demos_mailbox_shows_what_was_sent_to_oneself_and_to_nobody_else() {
        String official = newMember("GRUNDSKOLENAMNDEN");
        String number = report(official, AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT))
                .caseNumber();
        runJobs(number);

        assertThat(as(official).get("/demo/brevlada").body()).contains(number);
        assertThat(as("lsa-grundskola").get("/demo/brevlada").body()).contains(number);
        assertThat(as("lsa-liseberg").get("/demo/brevlada").body())
                .contains("Demobrevlådan")
                .doesNotContain(number);
        assertThat(as("admin").get("/demo/brevlada").body())
                .contains("Demobrevlådan")
                .doesNotContain(number);
    }

    // --- who has read

    @Test
    void the_exposed_person_sees_who_has_read_their_case_and_so_does_the_one_who_has_it() {
        String official = newMember("KF");
        String number = report(official, AReport.about("GRUNDSKOLENAMNDEN")).caseNumber();
        Visitor own = as(official);
        assertThat(own.get("/arenden/" + number + "/lasningar").body()).contains("Ingen annan har läst ärendet än.");

        as("lsa-grundskola").get("/arenden/" + number);
        Visitor department = as("sob-1");
        department.get("/arenden/" + number);
        later(Duration.ofMinutes(5));
        department.get("/arenden/" + number);
        as("lsa-liseberg").get("/arenden/" + number);

        assertThat(Jsoup.parse(own.get("/arenden/" + number + "/lasningar").body())
                        .select("main")
                        .text())
                .contains(
                        "Lokalt säkerhetsansvarig Grundskola (Lokalt säkerhetsansvarig, Grundskolenämnden)"
                                + " Läste: ärendets sida. Kunde se: hela ärendet.",
                        "Säkerhet och Beredskap 1 (Säkerhet och Beredskap) Läste: ärendets sida."
                                + " Kunde se: vem, enhet och nivå, 2 gånger den dagen.",
                        "kl. 10.05")
                .doesNotContain("Liseberg", official);
        assertThat(Jsoup.parse(as("lsa-grundskola")
                                .get("/arenden/" + number + "/lasningar")
                                .body())
                        .select("main")
                        .text())
                .contains("Säkerhet och Beredskap 1", "Ledamot " + official)
                .doesNotContain("Grundskola");
        assertThat(as("sob-1").get("/arenden/" + number + "/lasningar").status())
                .isEqualTo(403);
    }

    /** Every page of the list, the one after the other. */
    private static String repetition(Visitor reader) {
        StringBuilder all = new StringBuilder();
        String page;
        int number = 0;
        do {
            page = reader.get("/upprepning?sida=" + number++).body();
            all.append(page);
        } while (page.contains(">Äldre</a>"));
        return all.toString();
    }

    private String mailTo(String address) {
        StringBuilder all = new StringBuilder();
        sentMail.newestTo(address, 1_000)
                .forEach(letter -> all.append(letter.text()).append('\n'));
        return all.toString();
    }

    private Visitor as(String user) {
        return Visitor.signedIn(port, user);
    }
}
