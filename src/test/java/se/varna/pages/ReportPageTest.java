package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.VarnaTest;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.casefile.Place;
import se.varna.casefile.Report;
import se.varna.evidence.EvidenceItem;
import se.varna.evidence.Evidences;
import se.varna.evidence.Files;

/** Reporting one question at a time, with a browser that runs no scripts. */
class ReportPageTest extends VarnaTest {

    private static final List<String> QUESTIONS = List.of(
            "Vem har blivit utsatt?",
            "Hur når vi dig säkert?",
            "Får vi lämna röstmeddelande?",
            "Vad hände?",
            "När?",
            "Var eller hur?",
            "Vilket uppdrag tror du att det gäller?",
            "Vilken politisk fråga?",
            "Har det hänt förut?",
            "Vet du vem det är?",
            "Nämndes våld, vapen, ditt hem eller din familj?",
            "Hur påverkas du?",
            "Har du sparat bevis?",
            "Är händelsen polisanmäld?",
            "Har du möten framöver som oroar dig?",
            "Får vi kontakta ditt parti?");

    @Autowired
    private Evidences evidences;

    // --- the way through

    @Test
    void the_quickest_way_is_whom_what_and_send() {
        Visitor visitor = Visitor.signedIn(port, newMember("KF"));
        String draft = Reporter.begin(visitor);
        assertThat(Reporter.answer(visitor, draft + "/2", "?hoppa-over").path()).isEqualTo(draft + "/3");
        assertThat(Reporter.answer(visitor, draft + "/3", "?hoppa-over").path()).isEqualTo(draft + "/4");

        Visitor.Answer receipt =
                Reporter.answer(visitor, draft + "/4", "?skicka", "description", "Någon väntade utanför Börsen.");

        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.path()).startsWith("/kvittens/V-2026-");
        assertThat(receipt.body())
                .contains("Säkerhet och Beredskap", "tills vidare", "114&nbsp;14", "åtkomstskydd", "Radera inget");
    }

    @Test
    void the_sixteen_questions_come_one_by_one_in_their_order_and_only_two_must_be_answered() {
        Visitor visitor = Visitor.signedIn(port, newMember("KF"));
        String draft = Reporter.begin(visitor);
        for (int number = 1; number <= QUESTIONS.size(); number++) {
            Document page = Jsoup.parse(visitor.get(draft + "/" + number).body());
            assertThat(page.select("h1").eachText()).containsExactly(QUESTIONS.get(number - 1));
            assertThat(page.text()).contains("Fråga " + number + " av 16", "Är det akut? Ring 112.");
            assertThat(page.title()).isEqualTo("Värna");
            List<String> buttons = page.select("form[data-draft] button").eachText();
            assertThat(buttons.contains("Hoppa över")).isEqualTo(number != 1 && number != 4);
            assertThat(buttons.contains("Skicka nu")).isEqualTo(number >= 4);
        }
        assertThat(Reporter.answer(visitor, draft + "/4", "?tillbaka").path()).isEqualTo(draft + "/3");
        assertThat(Reporter.answer(visitor, draft + "/16", "").path()).isEqualTo(draft + "/kontroll");
        assertThat(visitor.get(draft + "/17").status()).isEqualTo(404);
        assertThat(visitor.get(draft + "/0").status()).isEqualTo(404);
    }

    @Test
    void every_answer_comes_along() {
        String member = newMember("KF");
        Visitor visitor = Visitor.signedIn(port, member);
        String number = Reporter.number(Reporter.report(
                visitor,
                "reachAt",
                "070-1740605",
                "voicemailAllowed",
                "true",
                "description",
                "Ett brev.\r\nTvå rader.",
                "kinds",
                "THREAT",
                "kinds",
                "HATE",
                "occurredOn",
                "2026-11-20",
                "occurredTime",
                "19.30",
                "place",
                "MAIL",
                "matter",
                "CITY",
                "unit",
                "GRUNDSKOLENAMNDEN",
                "politicalQuestion",
                "Skolan.",
                "movedToCouncil",
                "true",
                "happenedBefore",
                "false",
                "perpetrator",
                "Ett konto.",
                "indicators",
                "FAMILY",
                "impact",
                "Jag sover sämre.",
                "evidenceSaved",
                "true",
                "policeReported",
                "true",
                "upcomingMeetings",
                "Nämnden på tisdag.",
                "partyMayBeContacted",
                "true"));

        Report.Answers report = cases.answers(number);
        assertThat(report)
                .isEqualTo(new Report.Answers(
                        "Ett brev.\nTvå rader.",
                        swedish("2026-11-20T19:30"),
                        Place.MAIL,
                        Matter.CITY,
                        "GRUNDSKOLENAMNDEN",
                        "Skolan.",
                        java.util.EnumSet.of(Kind.THREAT, Kind.HATE),
                        java.util.EnumSet.of(Indicator.FAMILY),
                        "070-1740605",
                        true,
                        false,
                        "Ett konto.",
                        "Jag sover sämre.",
                        true,
                        true,
                        "Nämnden på tisdag."));
        assertThat(file(number).exposed()).contains(member);
    }

    @Test
    void first_of_all_stands_112_and_then_whom_to_call() {
        Document council = Jsoup.parse(
                Visitor.signedIn(port, "ledamot-ks").get("/rapportera").body());
        assertThat(council.select("main").text())
                .startsWith("Är det akut? Ring 112.")
                .contains("031-3900600", "Nu svarar Säkerhet och Beredskap, till", "Radera inget", "säkerhetsskydd");
        Document other = Jsoup.parse(
                Visitor.signedIn(port, "ledamot-namnd").get("/rapportera").body());
        assertThat(other.select("main").text())
                .startsWith("Är det akut? Ring 112.")
                .contains("114 14", "senast onsdag 25 november 2026 kl.")
                .doesNotContain("031-3900600");
        clock.set("2026-11-24T20:00");
        assertThat(Visitor.signedIn(port, "ledamot-ks").get("/rapportera").body())
                .contains("Nu svarar stadens upphandlade säkerhetsföretag");
    }

    // --- for somebody else (R49)

    @Test
    void one_reports_for_another_official_whom_one_chooses() {
        String exposed = newMember("GRUNDSKOLENAMNDEN");
        Visitor officer = Visitor.signedIn(port, "parti-a");
        assertThat(officer.get("/rapportera").body()).contains(exposed);
        String draft = Reporter.begin(officer, "whom", "listed", "exposedListed", exposed);
        Document asked = Jsoup.parse(officer.get(draft + "/16").body());
        assertThat(asked.select("main").text()).contains("Det kan bara den utsatta svara på.");
        assertThat(asked.select("[name=partyMayBeContacted]")).isEmpty();
        String number = Reporter.number(
                Reporter.answer(officer, draft + "/4", "?skicka", "description", "Hot utanför hemmet."));
        assertThat(file(number).exposed()).contains(exposed);
        assertThat(file(number).reporter()).isEqualTo("parti-a");
    }

    @Test
    void one_reports_for_a_relative_or_an_employee_with_own_words_and_only_the_reporter_sees_the_receipt() {
        Visitor reporter = Visitor.signedIn(port, "lsa-grundskola");
        Visitor.Answer receipt =
                Reporter.report(reporter, "whom", "other", "exposedOther", "min kollega", "description", "Hotbrev.");
        assertThat(file(Reporter.number(receipt)).exposedOther()).isEqualTo("min kollega");

        Visitor other = Visitor.signedIn(port, "lsa-liseberg");
        Visitor.Answer hidden = other.get(receipt.path());
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(other.get("/kvittens/V-2026-99999").body());
    }

    @Test
    void the_first_question_says_what_is_missing_and_begins_no_draft() {
        String member = newMember("KF");
        Visitor visitor = Visitor.signedIn(port, member);
        visitor.get("/rapportera");
        Visitor.Answer nothing = visitor.post("/rapportera");
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.body())
                .contains("href=\"#rapport-whom\"", "id=\"rapport-whom-error\"", "Inget är sparat än");
        assertThat(visitor.post("/rapportera", "whom", "listed").body()).contains("href=\"#rapport-exposedListed\"");
        assertThat(visitor.post("/rapportera", "whom", "listed", "exposedListed", "sob-1")
                        .body())
                .contains("href=\"#rapport-exposedListed\"", "finns inte i listan");
        assertThat(visitor.post("/rapportera", "whom", "other").body()).contains("href=\"#rapport-exposedOther\"");
        assertThat(drafts(member)).isZero();
    }

    // --- what has to be mended

    @ParameterizedTest
    @CsvSource({
        "4, description, '', description, Skriv med egna ord",
        "5, occurredOn, 2026-11-30, occurredOn, Tidpunkten har inte varit än",
        "5, occurredOn, i går, occurredOn, Skriv datumet som",
        "5, occurredTime, 19:30, occurredOn, Fyll i datum också",
        "6, place, HERE, place, Välj ett av alternativen",
        "7, unit, NOWHERE, unit, Den enheten finns inte",
        "11, indicators, NONE, indicators, Välj ett av alternativen"
    })
    void what_has_to_be_mended_is_said_at_the_field_and_what_was_typed_is_saved(
            int number, String field, String typed, String at, String sentence) {
        Visitor visitor = Visitor.signedIn(port, newMember("KF"));
        String draft = Reporter.begin(visitor);
        Visitor.Answer page = Reporter.answer(visitor, draft + "/" + number, "", field, typed);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("href=\"#rapport-" + at + "\"", "id=\"rapport-" + at + "-error\"", sentence)
                .contains("Det du har skrivit är sparat.");
        if (List.of("occurredOn", "occurredTime").contains(field)) {
            assertThat(visitor.get(draft + "/" + number).body()).contains("value=\"" + typed + "\"");
        }
    }

    @Test
    void what_is_too_long_is_kept_until_it_has_been_shortened_and_what_cannot_be_kept_is_on_the_page() {
        Visitor visitor = Visitor.signedIn(port, newMember("KF"));
        String draft = Reporter.begin(visitor);
        String long20001 = "å".repeat(20_001);
        Visitor.Answer tooLong = Reporter.answer(visitor, draft + "/4", "", "description", long20001);
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.body()).contains("högst 20", "Det du har skrivit är sparat.");
        assertThat(visitor.get(draft + "/4").body()).contains(long20001);

        Visitor.Answer unreadable = Reporter.answer(visitor, draft + "/12", "", "impact", "Före\0efter");
        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(unreadable.body()).contains("tecken som inte går att spara", "Inget är sparat än");
        assertThat(visitor.get(draft + "/12").body()).doesNotContain("Före");
    }

    @Test
    void sending_leads_to_the_first_answer_that_has_to_be_mended() {
        Visitor visitor = Visitor.signedIn(port, newMember("KF"));
        String draft = Reporter.begin(visitor);
        Reporter.answer(visitor, draft + "/5", "?hoppa-over", "occurredOn", "2027-01-01");

        visitor.get(draft + "/kontroll");
        Visitor.Answer what = visitor.post(draft + "/kontroll");
        assertThat(what.path()).isEqualTo(draft + "/4");
        assertThat(what.body()).contains("id=\"rapport-description-error\"", "Skriv med egna ord vad som har hänt.");

        Visitor.Answer when = Reporter.answer(visitor, draft + "/4", "?skicka", "description", "Ett samtal.");
        assertThat(when.path()).isEqualTo(draft + "/5");
        assertThat(when.body()).contains("id=\"rapport-occurredOn-error\"", "value=\"2027-01-01\"");
        assertThat(Reporter.answer(visitor, draft + "/5", "?skicka", "occurredOn", "2026-11-23")
                        .path())
                .startsWith("/kvittens/");
    }

    @Test
    void a_day_without_a_time_stays_a_day_for_those_who_read_it_and_is_never_in_the_future() {
        Visitor visitor = Visitor.signedIn(port, newMember("KF"));
        String yesterday = Reporter.number(
                Reporter.report(visitor, "description", "I går.", "occurredOn", "2026-11-23", "place", "PHONE"));
        assertThat(when(yesterday)).isEqualTo("23 november 2026");
        String midnight = Reporter.number(
                Reporter.report(visitor, "description", "I går.", "occurredOn", "2026-11-23", "occurredTime", "00:00"));
        assertThat(when(midnight)).isEqualTo("måndag 23 november 2026 kl. 00.00");
        assertThat(Reporter.report(visitor, "description", "I dag.", "occurredOn", "2026-11-24")
                        .path())
                .startsWith("/kvittens/");
    }

    /** What the report says of the time, as Säkerhet och Beredskap reads it. */
    private String when(String number) {
        return Jsoup.parse(Visitor.signedIn(port, "sob-1")
                        .get("/arenden/" + number)
                        .body())
                .select("dt:containsOwn(När) + dd")
                .text();
    }

    @Test
    void twenty_thousand_characters_with_emoji_and_right_to_left_text_survive_whole() {
        String words = ("😡👩‍👧 مرحبا، سأجدك ‮גם כאן‬ \"<b>&amp;</b>\" åäö\n".repeat(600)).substring(0, 19_999) + "!";
        words = words.replaceAll("[\\ud800-\\udbff](?![\\udc00-\\udfff])", "x");
        Visitor visitor = Visitor.signedIn(port, newMember("KF"));
        String draft = Reporter.begin(visitor);
        Reporter.answer(visitor, draft + "/4", "", "description", words.replace("\n", "\r\n"));
        Document page = Jsoup.parse(visitor.get(draft + "/4").body());
        assertThat(page.selectFirst("textarea").wholeText()).isEqualTo(words);
        assertThat(page.selectFirst("textarea").attr("dir")).isEqualTo("auto");
        assertThat(Jsoup.parse(visitor.get(draft + "/kontroll").body()).select("dd p.words[dir=auto]").stream()
                        .map(each -> each.wholeText()))
                .contains(words);
        String number = Reporter.number(visitor.post(draft + "/kontroll"));
        assertThat(cases.answers(number).description()).isEqualTo(words);
    }

    // --- looked through

    @Test
    void each_answer_can_be_changed_from_the_page_with_all_of_them() {
        Visitor visitor = Visitor.signedIn(port, newMember("KF"));
        String draft = Reporter.begin(visitor);
        Reporter.answer(visitor, draft + "/4", "", "description", "Ett samtal.", "kinds", "THREAT");
        Document check = Jsoup.parse(Reporter.answer(visitor, draft + "/6", "?kontroll", "place", "PHONE")
                .body());
        assertThat(check.select("dt").eachText()).isEqualTo(QUESTIONS);
        assertThat(check.select("dl").text())
                .contains("Jag själv", "Ett samtal.", "Hot", "Telefon eller sms", "Inget svar");
        assertThat(check.select("dl a").eachAttr("href"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 16)
                        .mapToObj(number -> draft + "/" + number + "?andra")
                        .toList());

        Visitor.Answer changed =
                Reporter.answer(visitor, draft + "/4?andra", "", "description", "Två samtal.", "andra", "");
        assertThat(changed.path()).isEqualTo(draft + "/kontroll");
        assertThat(changed.body()).contains("Två samtal.").doesNotContain("Ett samtal.");
        Visitor.Answer wrong = Reporter.answer(visitor, draft + "/4?andra", "", "andra", "");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("name=\"andra\"", "Spara ändringen");
        assertThat(Reporter.answer(visitor, draft + "/4?andra", "?tillbaka", "andra", "")
                        .path())
                .isEqualTo(draft + "/kontroll");
    }

    // --- files

    @Test
    void files_lie_with_the_draft_and_become_the_cases_evidence_when_it_is_sent() {
        int others = jdbc.sql("SELECT count(*) FROM varna.draft_chunk")
                .query(Integer.class)
                .single();
        String member = newMember("GRUNDSKOLENAMNDEN");
        Visitor visitor = Visitor.signedIn(port, member);
        String draft = Reporter.begin(visitor);
        Reporter.answer(visitor, draft + "/4", "", "description", "Ett brev.");
        Reporter.answer(visitor, draft + "/7", "", "matter", "CITY", "unit", "GRUNDSKOLENAMNDEN");
        byte[] picture = Files.jpeg(600_000);
        visitor.get(draft + "/13");
        Visitor.Answer page = visitor.handIn(
                draft + "/13?filer",
                List.of(
                        new Visitor.Chosen("brev.jpg", picture),
                        new Visitor.Chosen("fel.jpg", Files.jpeg(1000)),
                        new Visitor.Chosen("x.exe", Files.program())),
                "evidenceSaved",
                "true");
        assertThat(page.path()).isEqualTo(draft + "/13");
        assertThat(page.body())
                .contains("2 filer är sparade.", "brev.jpg", "x.exe</bdi>", "Filtypen går inte att ta emot.")
                .containsPattern("value=\"true\"[^>]*checked");
        String remove = Jsoup.parse(page.body())
                .select("#filer li:contains(fel.jpg) button")
                .attr("formaction");
        assertThat(visitor.post(remove, "evidenceSaved", "true").body())
                .contains("brev.jpg")
                .doesNotContain("fel.jpg");
        assertThat(visitor.get(draft + "/kontroll").body()).contains("brev.jpg");
        assertThat(jdbc.sql("SELECT count(*) FROM varna.evidence WHERE received_by = ?")
                        .param(member)
                        .query(Integer.class)
                        .single())
                .isZero();

        later(java.time.Duration.ofMinutes(20));
        String number = Reporter.number(visitor.post(draft + "/kontroll"));

        assertThat(evidences.of(number)).extracting(EvidenceItem::name).containsExactly("brev.jpg");
        EvidenceItem item = evidences.of(number).get(0);
        assertThat(item.receivedBy()).isEqualTo(member);
        assertThat(item.receivedAt()).isEqualTo(clock.instant());
        assertThat(evidences.chain(number, List.of(item)))
                .extracting(event -> event.kind() + " " + event.at())
                .containsExactly("DRAFTED " + swedish(TUESDAY_MORNING), "RECEIVED " + swedish("2026-11-24T10:20"));
        Visitor officer = Visitor.signedIn(port, "lsa-grundskola");
        assertThat(officer.get("/arenden/" + number).body()).contains("brev.jpg", "Lades till i utkastet");
        assertThat(officer.save("/arenden/" + number + "/bevis/" + item.id()).body())
                .isEqualTo(picture);
        assertThat(jdbc.sql("SELECT count(*) FROM varna.draft_chunk")
                        .query(Integer.class)
                        .single())
                .isEqualTo(others);
    }

    @Test
    void the_page_can_be_left_with_files_in_it_and_none_is_lost() {
        Visitor visitor = Visitor.signedIn(port, newMember("KF"));
        String draft = Reporter.begin(visitor);
        visitor.get(draft + "/13");
        Visitor.Answer next = visitor.handIn(
                draft + "/13", List.of(new Visitor.Chosen("a.jpg", Files.jpeg(1000))), "evidenceSaved", "true");
        assertThat(next.path()).isEqualTo(draft + "/14");
        Visitor.Answer here = visitor.handIn(draft + "/13", List.of(new Visitor.Chosen("b.exe", Files.program())));
        assertThat(here.path()).isEqualTo(draft + "/13");
        assertThat(here.body()).contains("a.jpg", "b.exe</bdi>");
        assertThat(Reporter.answer(visitor, draft + "/13", "", "evidenceSaved", "true")
                        .path())
                .isEqualTo(draft + "/14");
    }

    // --- English

    @Test
    void every_page_is_in_english_for_the_one_who_has_chosen_it() {
        Visitor visitor = Visitor.signedIn(port, newMember("KF"));
        visitor.get("/?sprak=en");
        EnglishTest.isEnglish(visitor, "/rapportera");
        String draft = Reporter.begin(visitor);
        EnglishTest.isEnglish(visitor, "/rapportera");
        IntStream.rangeClosed(1, 16).forEach(number -> EnglishTest.isEnglish(visitor, draft + "/" + number));
        for (String mend : List.of("/4?ratta", "/kontroll")) {
            EnglishTest.isEnglish(visitor, draft + mend);
        }
        Reporter.answer(visitor, draft + "/5", "?hoppa-over", "occurredOn", "2027-01-01");
        EnglishTest.isEnglish(visitor, draft + "/5?ratta");
    }

    private int drafts(String person) {
        return jdbc.sql("SELECT count(*) FROM varna.report_draft WHERE author = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    @Test
    void an_address_with_no_draft_in_it_is_no_page() {
        Visitor visitor = Visitor.signedIn(port, newMember("KF"));
        String none = visitor.get("/finns-inte").body();
        for (String path : List.of("/rapportera/1/2", "/rapportera/" + UUID.randomUUID() + "/2", "/rapportera/x")) {
            assertThat(visitor.get(path).status()).isEqualTo(404);
            assertThat(visitor.get(path).body()).isEqualTo(none);
        }
    }
}
