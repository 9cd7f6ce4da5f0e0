package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.duty.StaffedHours;

/** The pages that belong to no case. */
class PortalTest extends VarnaTest {

    @Autowired
    private StaffedHours hours;

    @Test
    void the_start_page_says_first_of_all_whom_to_call_and_who_answers_now() {
        String staffed = Visitor.anonymous(port).get("/").body();
        assertThat(staffed.indexOf("Är det akut?")).isLessThan(staffed.indexOf("Rapportera en händelse"));
        assertThat(staffed).contains("Nu svarar Säkerhet och Beredskap, till", "kl. 16.30", "031-3900600");

        clock.set("2026-11-24T16:30");
        assertThat(Visitor.anonymous(port).get("/").body())
                .contains("Nu svarar stadens upphandlade säkerhetsföretag", "onsdag 25 november 2026 kl. 08.00");
    }

    @Test
    void no_page_has_script_or_style_in_it() {
        Visitor visitor = Visitor.signedIn(port, "ledamot-ks");
        assertThat(visitor.get("/").response().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self';"));
        for (String path : new String[] {"/", "/vem-kontaktar-jag", "/rapportera", "/mina-arenden", "/finns-inte"}) {
            assertThat(visitor.get(path).body())
                    .doesNotContainPattern("<script(?![^>]*src=)")
                    .doesNotContain("<style", " style=", " onclick=", "http://", "fonts");
        }
    }

    @Test
    void the_menu_says_where_one_is() {
        Visitor officer = Visitor.signedIn(port, "lsa-liseberg");
        assertThat(current(officer, "/arenden")).containsExactly("Ärenden page");
        String number = report("ledamot-ks", AReport.about("LISEBERG").acute()).caseNumber();
        assertThat(current(officer, "/arenden/" + number)).containsExactly("Ärenden true");
        assertThat(current(officer, "/")).isEmpty();
    }

    private static List<String> current(Visitor visitor, String path) {
        return Jsoup.parse(visitor.get(path).body()).select(".nav a[aria-current]").stream()
                .map(link -> link.text() + " " + link.attr("aria-current"))
                .toList();
    }

    @Test
    void the_sign_in_page_says_what_went_wrong_and_whom_the_demo_knows() {
        Visitor visitor = Visitor.anonymous(port);
        assertThat(visitor.get("/logga-in").body()).contains("ledamot-ks", "lsa-liseberg");
        assertThat(visitor.post("/logga-in", "username", "ledamot-ks", "password", "fel")
                        .body())
                .contains("Det gick inte att logga in");
    }

    @Test
    void each_sees_the_links_that_they_may_use() {
        assertThat(Visitor.signedIn(port, "ledamot-ks").get("/").body())
                .contains("/mina-arenden")
                .doesNotContain("/camunda/app", "/kalender");
        assertThat(Visitor.signedIn(port, "lsa-liseberg").get("/").body())
                .contains("/camunda/app/tasklist/default/")
                .doesNotContain("/camunda/app/cockpit", "/kalender", "/mina-arenden");
        assertThat(Visitor.signedIn(port, "processagare").get("/").body()).contains("/camunda/app/cockpit/default/");
    }

    @Test
    void whom_to_contact_is_answered_with_the_reason_and_the_number() {
        String page = Visitor.anonymous(port)
                .get("/vem-kontaktar-jag?mandates=KF&matter=CITY&unit=GRUNDSKOLENAMNDEN")
                .body();

        assertThat(page)
                .contains("Lokalt säkerhetsansvarig, Grundskolenämnden", "031-3900605", "R25, R26, R28")
                .containsPattern("value=\"KF\"[^>]*checked")
                .containsPattern("value=\"GRUNDSKOLENAMNDEN\"[^>]*selected");
    }

    @Test
    void whom_to_contact_says_at_the_field_what_it_does_not_know() {
        String page = Visitor.anonymous(port)
                .get("/vem-kontaktar-jag?mandates=KS&matter=CITY&unit=OKAND")
                .body();

        assertThat(page).contains("id=\"fraga-unit-error\"").containsPattern("value=\"KS\"[^>]*checked");
    }

    @Test
    void the_city_decides_about_a_day() {
        Visitor visitor = Visitor.signedIn(port, "sob-1");
        visitor.get("/kalender");
        Visitor.Answer wrong = visitor.post("/kalender", "day", "i morgon", "reason", "Klämdag");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("id=\"dag-day-error\"", "id=\"dag-staffed-error\"", "value=\"Klämdag\"");

        LocalDate day = LocalDate.of(2027, 3, 4);
        assertThat(visitor.post("/kalender", "day", day.toString(), "staffed", "no", "reason", "Klämdag")
                        .body())
                .contains("4 mars 2027");
        assertThat(hours.isWeekday(day)).isFalse();

        visitor.post("/kalender/ta-bort", "day", day.toString());
        assertThat(hours.isWeekday(day)).isTrue();
    }

    @Test
    void for_others_there_is_no_calendar() {
        Visitor visitor = Visitor.signedIn(port, "lsa-liseberg");

        assertThat(visitor.get("/kalender").body())
                .isEqualTo(visitor.get("/finns-inte").body());
    }
}
