package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.EventKind;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.dialogue.Dialogues;
import se.varna.directory.Owner;
import se.varna.police.PoliceReferral;
import se.varna.police.PoliceReferrals;
import se.varna.responsibility.Responsibilities;
import se.varna.web.SignedIn;

/** What the exposed person sees after a report: the receipt, their cases, how each goes, the messages and the readers. */
class OwnCaseTest extends VarnaTest {

    private static final String OFFICER = "lsa-grundskola";
    private static final String QUESTION = "Vågar jag gå hem i kväll?";

    @Autowired
    private Dialogues dialogues;

    @Autowired
    private PoliceReferrals referrals;

    @Autowired
    private Responsibilities responsibilities;

    private Visitor as(String person) {
        return Visitor.signedIn(port, person);
    }

    private String caseOf(String person) {
        return report(person, AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT))
                .caseNumber();
    }

    private String member() {
        return newMember("GRUNDSKOLENAMNDEN");
    }

    private Document page(String person, String path) {
        return Jsoup.parse(as(person).get(path).body());
    }

    private String english(Visitor visitor, String path) {
        visitor.get(path + "?sprak=en");
        EnglishTest.isEnglish(visitor, path);
        return visitor.get(path).body();
    }

    // --- how it goes

    /** Each stage with how it stands, as a screen reader reads them; the one where the case is now is marked. */
    private List<String> steps(String person, String number) {
        Document page = page(person, "/arenden/" + number);
        assertThat(page.select(".steps li[aria-current=step]")).hasSize(1).allMatch(now -> now.hasClass("NOW"));
        return page.select(".steps li").eachText();
    }

    @Test
    void how_far_the_case_has_come_is_a_line_of_five_stages() {
        String person = member();
        String number = caseOf(person);
        assertThat(steps(person, number))
                .containsExactly(
                        "Mottaget här är vi nu",
                        "Bedöms kommer",
                        "Åtgärder kommer",
                        "Följs upp kommer",
                        "Avslutat kommer");

        complete(OFFICER, number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", "Samtal.");
        assertThat(steps(person, number)).contains("Mottaget klart", "Bedöms här är vi nu");

        complete(
                OFFICER,
                number,
                "userTask_assessIncident",
                "level",
                "HIGH",
                "reason",
                "Sammanvägd bedömning efter samtalet.",
                "measures",
                List.of("HEMLARM"));
        assertThat(steps(person, number))
                .as("nobody has decided yet")
                .contains("Bedöms klart", "Åtgärder inga just nu", "Följs upp här är vi nu");

        complete(
                OFFICER,
                number,
                "userTask_decideMeasure",
                "measureDecision",
                "APPROVED",
                "provider",
                "POLICE",
                "reviewAt",
                "2026-12-10",
                "reason",
                "Adressen är känd.");
        assertThat(steps(person, number)).contains("Åtgärder här är vi nu", "Följs upp kommer");

        confirmMeasure(OFFICER, number);
        assertThat(steps(person, number)).contains("Åtgärder klart", "Följs upp här är vi nu");

        complete(OFFICER, number, "userTask_reviewMeasure", "measureReview", "END", "reason", "Det är lugnt.");
        close(OFFICER, number);
        assertThat(steps(person, number)).contains("Åtgärder klart", "Följs upp klart", "Avslutat här är vi nu");

        Visitor visitor = as(person);
        visitor.get("/arenden/" + number);
        visitor.post("/arenden/" + number + "/information", "text", "Han ringde igen.");
        runJobs(number);
        assertThat(steps(person, number)).contains("Bedöms här är vi nu", "Avslutat kommer");
        assertThat(page(person, "/arenden/" + number).text())
                .contains("Ärendet var avslutat och har öppnats igen.", "bedömer händelsen igen");
    }

    @Test
    void my_cases_say_how_each_goes_who_has_it_by_when_they_are_in_touch_and_whether_there_is_news() {
        String person = member();
        String number = caseOf(person);
        Document list = page(person, "/mina-arenden");
        assertThat(list.select("main li").text())
                .contains(number, "Mottaget", "Lokalt säkerhetsansvarig, Grundskolenämnden hör av sig senast")
                .doesNotContain("Nytt meddelande");

        dialogues.write(number, "Jag ringer klockan tolv.", OFFICER);
        Element news = page(person, "/mina-arenden").selectFirst("a.news");
        assertThat(news.text()).isEqualTo("Nytt meddelande");
        assertThat(news.attr("href")).isEqualTo("/arenden/" + number + "#meddelanden");

        as(person).get("/arenden/" + number);
        assertThat(page(person, "/mina-arenden").select("a.news")).isEmpty();
    }

    @Test
    void my_cases_are_leafed_through() {
        String person = member();
        for (int i = 0; i < 21; i++) {
            caseOf(person);
            later(Duration.ofMinutes(31));
        }
        Visitor visitor = as(person);
        assertThat(visitor.get("/mina-arenden").body()).contains("?sida=1");
        assertThat(Jsoup.parse(visitor.get("/mina-arenden?sida=1").body()).select("main li"))
                .hasSize(1);
    }

    // --- messages on the pages

    @Test
    void both_write_on_their_pages_and_each_sees_that_the_other_has_read_it() {
        String person = member();
        String number = caseOf(person);
        Visitor own = as(person);
        own.get("/arenden/" + number);
        Visitor.Answer asked = own.post("/arenden/" + number + "/meddelande", "text", QUESTION);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(Jsoup.parse(asked.body()).select("[role=status]").text()).contains("Ditt meddelande är framme.");
        assertThat(Jsoup.parse(asked.body()).select("#meddelanden").text())
                .contains("Du,", QUESTION, "Inte läst än", "Du får svar senast onsdag 25 november 2026 kl. 10.00.");

        Visitor officer = as(OFFICER);
        assertThat(Jsoup.parse(officer.get("/arenden/" + number).body())
                        .select("#meddelanden")
                        .text())
                .contains("Ledamot " + person, QUESTION, "Ett meddelande väntar på svar. Svara senast");
        assertThat(Jsoup.parse(own.get("/arenden/" + number).body())
                        .select("#meddelanden .by")
                        .text())
                .contains("Läst")
                .doesNotContain("Inte läst än");
        Visitor.Answer answered = officer.post("/arenden/" + number + "/meddelande", "text", "Ja. Jag ringer dig.");
        assertThat(answered.body()).contains("Meddelandet är skickat.").doesNotContain("väntar på svar");
        assertThat(openTasks(number)).doesNotContain("userTask_answerMessage");
        assertThat(Jsoup.parse(own.get("/arenden/" + number).body())
                        .select("#meddelanden")
                        .text())
                .contains("Ja. Jag ringer dig.", "Lokalt säkerhetsansvarig Grundskola")
                .doesNotContain("Du får svar senast");
    }

    @Test
    void what_is_missing_is_said_at_its_field_and_what_came_meanwhile_is_shown_with_the_answer_kept() {
        String person = member();
        String number = caseOf(person);
        Visitor own = as(person);
        own.get("/arenden/" + number);
        Visitor.Answer bare = own.post("/arenden/" + number + "/meddelande", "text", " ");
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.body()).contains("id=\"message-text-error\"", "Skriv ditt meddelande. En mening räcker.");

        Visitor officer = as(OFFICER);
        dialogues.ask(number, QUESTION, person);
        officer.get("/arenden/" + number);
        later(Duration.ofMinutes(1));
        dialogues.ask(number, "Nu ringer det på dörren.", person);
        Visitor.Answer late = officer.post("/arenden/" + number + "/meddelande", "text", "Gå hem du.");
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.body())
                .contains("Det har kommit mer sedan du läste.", "Nu ringer det på dörren.", "Gå hem du.");
        assertThat(officer.post("/arenden/" + number + "/meddelande", "text", "Ring 112!")
                        .body())
                .contains("Meddelandet är skickat.");
    }

    @Test
    void outside_office_hours_the_page_says_when_somebody_reads_and_what_to_do_meanwhile() {
        String person = member();
        String number = caseOf(person);
        assertThat(page(person, "/arenden/" + number).text()).doesNotContain("utanför kontorstid");
        clock.set("2026-11-27T19:00");
        assertThat(page(person, "/arenden/" + number).select("#meddelanden").text())
                .contains(
                        "utanför kontorstid",
                        "måndag 30 november 2026 kl. 08.00",
                        "Kan det inte vänta, ring 112 vid fara, annars polisen på 114");
    }

    @Test
    void a_number_says_when_it_is_answered_and_who_has_the_support_line_is_told_to_call_that_at_night() {
        String councillor = newMember("KF");
        String another = member();
        for (String path : List.of("/kvittens/", "/arenden/")) {
            assertThat(page(another, path + caseOf(another)).text())
                    .contains("Vardagar 08.00–16.30. De bör svara nu.")
                    .doesNotContain("ringa stödtelefonen");
        }
        clock.set("2026-11-27T19:00");
        String number = caseOf(councillor);
        for (String path : List.of("/kvittens/", "/arenden/")) {
            assertThat(page(councillor, path + number).text())
                    .contains(
                            "Vardagar 08.00–16.30. Just nu är det stängt.",
                            "Du kan alltid ringa stödtelefonen för råd och stöd, dygnet runt: 031-3900600");
        }
        assertThat(page(councillor, "/arenden/" + number).select("#meddelanden").text())
                .contains("Kan det inte vänta, ring stödtelefonen: 031-3900600");
    }

    @Test
    void where_no_number_is_known_the_receipt_asks_for_one_and_the_owner_gets_the_reporters() {
        String reporter = "ledamot-kf";
        String number = report(
                        reporter,
                        AReport.about("GRUNDSKOLENAMNDEN")
                                .someoneElse("Ett barn")
                                .kind(Kind.THREAT))
                .caseNumber();
        assertThat(page(reporter, "/kvittens/" + number).text())
                .contains("Vi har inget telefonnummer till den utsatta. Ring och berätta hur vi når hen");
        String form = SignedIn.as("sob-1", port)
                .engineGet("/task/" + task(number, "userTask_contactExposed").getId() + "/deployed-form")
                .body();
        assertThat(Jsoup.parse(form).text())
                .contains("inget nummer är känt, men den som rapporterade nås på 070-1740606");

        String known = report(reporter, AReport.about("GRUNDSKOLENAMNDEN").reachAt("070-1740610"))
                .caseNumber();
        assertThat(page(reporter, "/kvittens/" + known).text()).doesNotContain("inget telefonnummer");
    }

    @Test
    void a_next_owner_does_not_see_what_was_written_before_and_the_exposed_person_sees_it_all() {
        String person = member();
        String number = caseOf(person);
        dialogues.ask(number, QUESTION, person);
        later(Duration.ofMinutes(1));
        responsibilities.takeOver(
                number,
                Owner.localOfficer("LISEBERG"),
                "Händelsen gällde bolaget.",
                EventKind.CASE_TRANSFERRED,
                OFFICER);

        assertThat(page("lsa-liseberg", "/arenden/" + number)
                        .select("#meddelanden")
                        .text())
                .contains("Inte utlämnat. Lokalt säkerhetsansvarig, Grundskolenämnden kan lämna ut det.")
                .contains("Ett meddelande väntar på svar.")
                .doesNotContain(QUESTION);
        assertThat(page(person, "/arenden/" + number).select("#meddelanden").text())
                .contains(QUESTION);
        assertThat(Visitor.api(port, "GET", "/api/cases/" + number, "lsa-liseberg", null)
                        .body())
                .doesNotContain(QUESTION);
        assertThat(Visitor.api(port, "GET", "/api/cases/" + number, person, null)
                        .body())
                .contains(QUESTION);
    }

    @Test
    void nobody_can_write_to_somebody_who_cannot_sign_in() {
        String number = report(OFFICER, AReport.about("GRUNDSKOLENAMNDEN").someoneElse("Min granne"))
                .caseNumber();
        Visitor officer = as("sob-1");
        assertThat(officer.get("/arenden/" + number).body()).doesNotContain("/meddelande\"");
        assertThat(officer.post("/arenden/" + number + "/meddelande", "text", "Hej")
                        .body())
                .contains("kan inte logga in. Ring i stället.");
    }

    // --- who has read it

    @Test
    void the_readers_stand_with_what_they_act_as_and_what_they_could_see() {
        String person = member();
        String number = caseOf(person);
        as(OFFICER).get("/arenden/" + number);
        as(OFFICER).get("/arenden/" + number);
        assertThat(page(person, "/arenden/" + number + "/lasningar").text())
                .contains("Lokalt säkerhetsansvarig Grundskola (Lokalt säkerhetsansvarig, Grundskolenämnden)")
                .contains("Läste: ärendets sida. Kunde se: hela ärendet, 2 gånger den dagen.");
    }

    // --- in English

    @Test
    void what_one_sees_after_a_report_is_in_english_for_the_one_who_has_chosen_it() {
        String person = member();
        String number = caseOf(person);
        Visitor visitor = as(person);
        assertThat(english(visitor, "/kvittens/" + number)).contains("Say that you are an elected official.");
        dialogues.write(number, "Jag ringer klockan tolv.", OFFICER);
        assertThat(english(visitor, "/mina-arenden")).contains("New message", "Received");
        dialogues.ask(number, QUESTION, person);
        visitor.handIn(
                "/arenden/" + number + "/bevis",
                List.of(new Visitor.Chosen("hot.txt", "ord".getBytes(StandardCharsets.UTF_8))));
        as(OFFICER).get("/arenden/" + number);
        assertThat(english(visitor, "/arenden/" + number)).contains("we are here now", "You get an answer by");
        english(visitor, "/arenden/" + number + "/lasningar");
    }

    @Test
    void whatever_has_become_of_a_case_is_in_english() {
        String person = member();
        String number = caseInAssessment(person, "GRUNDSKOLENAMNDEN", OFFICER);
        complete(
                OFFICER,
                number,
                "userTask_assessIncident",
                "level",
                "HIGH",
                "reason",
                "Sammanvägd bedömning efter samtalet.",
                "measures",
                List.of("HEMLARM", "ESKORT"));
        referrals.answer(number, PoliceReferral.ReportedBy.OFFICER, person);
        Visitor visitor = as(person);
        english(visitor, "/arenden/" + number);
        List<org.camunda.bpm.engine.task.Task> open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey("userTask_decideMeasure")
                .list();
        open.forEach(task -> as(OFFICER, () -> engine.getFormService()
                .submitTaskForm(
                        task.getId(),
                        values(
                                "measureDecision",
                                "APPROVED",
                                "provider",
                                "OWN_ORGANISATION",
                                "reviewAt",
                                "2026-12-10",
                                "reason",
                                "Adressen är känd."))));
        assertThat(english(visitor, "/arenden/" + number)).contains("Decided, but not in force yet.");
        complete(
                OFFICER,
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
        later(Duration.ofMinutes(1));
        responsibilities.takeOver(
                number, Owner.localOfficer("LISEBERG"), "Det gällde bolaget.", EventKind.CASE_TRANSFERRED, OFFICER);
        assertThat(english(visitor, "/arenden/" + number)).contains("Who has had your case?", "The city has decided");
        String party = report(person, AReport.about(Matter.PARTY)).caseNumber();
        english(visitor, "/arenden/" + party);
        english(visitor, "/kvittens/" + party);
    }

    @Test
    void what_has_to_be_mended_is_said_in_english_and_officers_read_swedish() {
        String person = member();
        String number = caseOf(person);
        Visitor visitor = as(person);
        visitor.get("/arenden/" + number + "?sprak=en");
        for (String form : List.of("meddelande", "information", "vem-anmaler", "partisamtycke")) {
            Visitor.Answer bare = visitor.post("/arenden/" + number + "/" + form);
            assertThat(bare.status()).as(form).isEqualTo(400);
            EnglishTest.isEnglish(form, bare.body());
        }
        assertThat(visitor.post("/arenden/" + number + "/information", "text", "x".repeat(20_001))
                        .body())
                .contains("The text is too long");
        EnglishTest.isEnglish(
                "evidence",
                visitor.handIn("/arenden/" + number + "/bevis", List.of()).body());

        Visitor officer = as(OFFICER);
        officer.get("/mina-arenden?sprak=en");
        assertThat(Jsoup.parse(officer.get("/arenden/" + number).body())
                        .select("html")
                        .attr("lang"))
                .isEqualTo("sv");
        assertThat(officer.get("/arenden/" + number + "/lasningar").body()).contains("Vem har läst ärende");
    }

    // --- nothing that tells

    @Test
    void titles_are_neutral_and_the_receipt_comes_by_mail_without_a_detail() {
        String person = member();
        String number = caseOf(person);
        for (String path : List.of(
                "/kvittens/" + number, "/mina-arenden", "/arenden/" + number, "/arenden/" + number + "/lasningar")) {
            assertThat(page(person, path).title()).isEqualTo("Värna");
        }
        assertThat(page(person, "/kvittens/" + number).select(".leave").text())
                .contains("Lämna sidan snabbt", "Vad döljs?", "tre gånger på Shift", "historik", "stadens nät");
    }

    @Test
    void for_somebody_else_the_receipt_speaks_of_them() {
        String person = member();
        String number = report("ledamot-kf", AReport.about("GRUNDSKOLENAMNDEN").exposed(person))
                .caseNumber();
        assertThat(page("ledamot-kf", "/kvittens/" + number).text())
                .contains("hör av sig till den utsatta senast", "Säg att den utsatta är förtroendevald.")
                .doesNotContain("ringer dig", "Säg att du är");
    }
}
