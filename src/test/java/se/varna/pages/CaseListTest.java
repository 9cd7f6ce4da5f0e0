package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;

/** The list of cases: those of one's function, those it knows of, and of all others no sign. */
class CaseListTest extends VarnaTest {

    private String older;
    private String newer;
    private String elsewhere;

    @BeforeEach
    void three_cases() {
        older = report(
                        newMember("GRUNDSKOLENAMNDEN"),
                        AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT))
                .caseNumber();
        later(Duration.ofHours(1));
        newer = report("ledamot-ks", AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.HATE))
                .caseNumber();
        elsewhere = report(newMember("LISEBERG"), AReport.about("LISEBERG").kind(Kind.THREAT))
                .caseNumber();
    }

    @Test
    void an_officer_sees_their_functions_cases_the_newest_first_and_no_other() {
        assertThat(everyPage("lsa-grundskola"))
                .containsSubsequence(newer, older)
                .doesNotContain(elsewhere);
        assertThat(everyPage("lsa-liseberg")).contains(elsewhere).doesNotContain(newer, older);
        assertThat(Visitor.signedIn(port, "ledamot-ks").get("/arenden").status())
                .isEqualTo(404);
    }

    @Test
    void who_has_been_told_of_a_case_finds_it_among_those_the_function_knows_of() {
        assertThat(numbers("sob-1", "/arenden")).doesNotContain(newer);
        String told = Visitor.signedIn(port, "sob-1")
                .get("/arenden?which=TOLD&number=" + newer)
                .body();
        assertThat(told).contains(newer, "Lokalt säkerhetsansvarig").doesNotContain("Inkom <", "Kontakt senast");
        assertThat(numbers("sob-1", "/arenden?which=TOLD")).doesNotContain(older, elsewhere);
        assertThat(numbers("lsa-grundskola", "/arenden?which=TOLD")).doesNotContain(newer, older, elsewhere);
        // What the list does not tell, it does not find either.
        assertThat(numbers("sob-1", "/arenden?which=TOLD&number=" + newer + "&phase=CLOSED&until=2001-01-01"))
                .containsExactly(newer);
    }

    @Test
    void the_on_call_company_is_shown_what_it_may_call_about_and_no_list_that_is_always_empty() {
        clock.set("2026-11-27T22:00");
        String urgent = report(
                        newMember("LISEBERG"),
                        AReport.about("LISEBERG").kind(Kind.VIOLENCE).mentioning(Indicator.WEAPON))
                .caseNumber();
        Document list = Jsoup.parse(
                Visitor.signedIn(port, "jour").get("/arenden?number=" + urgent).body());
        assertThat(list.select("main").text()).contains(urgent).doesNotContain("Ni har", "enhet och nivå.");
        assertThat(list.select("#meny a").eachText()).contains("Ärenden").doesNotContain("Möten");
        assertThat(Jsoup.parse(Visitor.signedIn(port, "lsa-liseberg")
                                .get("/arenden")
                                .body())
                        .select("#meny a")
                        .eachText())
                .contains("Ärenden", "Möten");
    }

    @Test
    void nobody_finds_the_case_in_which_they_are_the_exposed_one_or_have_stepped_back() {
        String officer = "lsa-grundskola";
        jdbc.sql("UPDATE varna.case_file SET exposed = ? WHERE number = ?")
                .params(officer, older)
                .update();
        assertThat(numbers(officer, "/arenden?number=" + older)).isEmpty();
        jdbc.sql("INSERT INTO varna.recusal (case_number, person, at, reason) VALUES (?, ?, now(), 'jäv')")
                .params(newer, officer)
                .update();
        assertThat(numbers(officer, "/arenden?number=" + newer)).isEmpty();
    }

    @Test
    void cases_are_found_by_number_unit_level_state_and_time() {
        String officer = "lsa-grundskola";
        assertThat(numbers(officer, "/arenden?number=" + older)).containsExactly(older);
        assertThat(numbers(
                        officer,
                        "/arenden?number="
                                + older.substring(2, 9).replace('-', '+').toLowerCase()))
                .allMatch(number -> number.startsWith(older.substring(0, 9)));
        String both = "&number=" + older;
        assertThat(numbers(officer, "/arenden?unit=GRUNDSKOLENAMNDEN" + both)).containsExactly(older);
        assertThat(numbers(officer, "/arenden?unit=LISEBERG" + both)).isEmpty();
        String level = file(older).level().name();
        assertThat(numbers(officer, "/arenden?level=" + level + both)).containsExactly(older);
        assertThat(numbers(officer, "/arenden?level=" + ("LOW".equals(level) ? "HIGH" : "LOW") + both))
                .isEmpty();
        assertThat(numbers(officer, "/arenden?phase=FIRST_CONTACT" + both)).containsExactly(older);
        assertThat(numbers(officer, "/arenden?phase=CLOSED" + both)).isEmpty();
        assertThat(numbers(officer, "/arenden?from=2026-11-24&until=2026-11-24" + both))
                .containsExactly(older);
        assertThat(numbers(officer, "/arenden?until=2026-11-23" + both)).isEmpty();
        assertThat(numbers(officer, "/arenden?from=2026-11-25" + both)).isEmpty();
    }

    @Test
    void a_case_of_others_answers_as_one_that_is_not_there() {
        Visitor officer = Visitor.signedIn(port, "lsa-grundskola");
        assertThat(said(officer, elsewhere)).isEqualTo(said(officer, "V-2026-000000"));
    }

    @Test
    void what_cannot_be_searched_for_is_said_at_its_field_and_kept() {
        Visitor.Answer answer = Visitor.signedIn(port, "lsa-grundskola")
                .get("/arenden?from=i+g%C3%A5r&until=2026-11-01&level=MILD&unit=NOWHERE&number=" + "9".repeat(30));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("sok-from-error", "sok-unit-error", "sok-number-error", "Skriv datumet som", "9".repeat(30))
                .doesNotContain(newer);
    }

    @Test
    void a_long_list_is_leafed_through_in_the_very_search() {
        String member = newMember("GRUNDSKOLENAMNDEN");
        for (int i = 0; i < 21; i++) {
            report(member, AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.HATE));
        }
        String first = Visitor.signedIn(port, "lsa-grundskola")
                .get("/arenden?phase=FIRST_CONTACT&unit=")
                .body();
        String next = Jsoup.parse(first).select("nav.pages a").attr("href");
        assertThat(next).isEqualTo("/arenden?phase=FIRST_CONTACT&sida=1");
        assertThat(numbers("lsa-grundskola", next)).isNotEmpty().doesNotContainAnyElementsOf(numbersIn(first));
    }

    @Test
    void a_line_in_the_list_is_a_reading() {
        numbers("lsa-grundskola", "/arenden?number=" + older);
        assertThat(readLog.readings(older, needToKnow.sight("lsa-grundskola-ersattare", older), PageRequest.of(0, 5)))
                .anyMatch(reading -> reading.getPart().equals("LIST"));
        assertThat(readLog.readings(newer, needToKnow.sight("lsa-grundskola-ersattare", newer), PageRequest.of(0, 5)))
                .noneMatch(reading -> reading.getPart().equals("LIST"));
    }

    private List<String> everyPage(String person) {
        Visitor visitor = Visitor.signedIn(port, person);
        List<String> numbers = new ArrayList<>();
        for (int page = 0; page * 20 == numbers.size(); page++) {
            numbers.addAll(numbersIn(visitor.get("/arenden?sida=" + page).body()));
        }
        return numbers;
    }

    private static String said(Visitor officer, String number) {
        String body = officer.get("/arenden?number=" + number).body();
        return Jsoup.parse(body).select("main").outerHtml().replace(number, "N");
    }

    private List<String> numbers(String person, String address) {
        return numbersIn(Visitor.signedIn(port, person).get(address).body());
    }

    private static List<String> numbersIn(String page) {
        return Jsoup.parse(page).select("ul.entries a").eachText();
    }
}
