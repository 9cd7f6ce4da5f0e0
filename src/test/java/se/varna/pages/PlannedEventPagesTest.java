package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import se.varna.VarnaTest;

/** The page on which a meeting is told of: what is wrong is said at its field, and nothing that was typed is lost. */
class PlannedEventPagesTest extends VarnaTest {

    private static final String UNIT = "GRUNDSKOLENAMNDEN";

    private Visitor.Answer tell(Visitor visitor, String key, String day) {
        return visitor.post(
                "/mote",
                "nyckel",
                key,
                "kind",
                "MEETING",
                "title",
                "Öppet möte",
                "startsAt",
                day,
                "starts",
                "18:00",
                "feared",
                "Att någon stör.",
                "matter",
                "CITY",
                "unit",
                UNIT);
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_what_was_typed_is_kept() {
        Visitor visitor = Visitor.signedIn(port, newMember(UNIT));
        Visitor.Answer answer =
                visitor.post("/mote", "title", "Öppet möte", "startsAt", "2026-11-01", "starts", "18:00");
        Document page = Jsoup.parse(answer.body());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(page.select("#mote-startsAt-error").text()).contains("Tiden har redan varit");
        assertThat(page.select("#mote-feared-error").text()).isNotBlank();
        assertThat(page.select("#mote-kind-error").text()).isNotBlank();
        // As they come on the page.
        assertThat(page.select(".summary a").eachAttr("href"))
                .containsExactly("#mote-kind", "#mote-startsAt", "#mote-feared");
        assertThat(page.select("[name=title]").val()).isEqualTo("Öppet möte");
        assertThat(Jsoup.parse(visitor.post("/mote", "startsAt", "2026-12-17").body())
                        .select("#mote-starts-error")
                        .text())
                .isNotBlank();
    }

    @Test
    void what_is_sent_twice_leads_to_the_same_case_and_another_meeting_is_another() {
        Visitor visitor = Visitor.signedIn(port, newMember(UNIT));
        String key = Reporter.value(visitor.get("/mote"), "nyckel");
        String first = tell(visitor, key, "2026-12-17").path();
        assertThat(first).contains("/arenden/V-2026-");
        assertThat(tell(visitor, key, "2026-12-17").path()).isEqualTo(first);

        Visitor.Answer another = tell(visitor, key, "2026-12-18");
        assertThat(another.status()).isEqualTo(400);
        assertThat(another.body()).contains("redan berättat", "2026-12-18").doesNotContain("ny information");
        Visitor.Answer told = tell(visitor, Reporter.value(another, "nyckel"), "2026-12-18");
        assertThat(told.path()).contains("/arenden/V-2026-").isNotEqualTo(first);
        assertThat(told.body()).contains("Tack, det du berättade är framme.");
    }

    @Test
    void the_pages_are_in_english_for_the_one_who_has_chosen_it() {
        Visitor visitor = Visitor.signedIn(port, newMember(UNIT));
        String number = tell(visitor, "engelska", "2026-12-17").path().replaceFirst(".*/", "");
        visitor.get("/?sprak=en");
        EnglishTest.isEnglish(visitor, "/mote");
        EnglishTest.isEnglish(visitor, "/planer/" + number);
        EnglishTest.isEnglish(visitor, "/arenden/" + number);
    }

    @Test
    void the_officer_takes_it_along_as_a_document() {
        String number = tell(Visitor.signedIn(port, newMember(UNIT)), "akt", "2026-12-17")
                .path()
                .replaceFirst(".*/", "");
        Visitor officer = Visitor.signedIn(port, "lsa-grundskola");
        assertThat(officer.get("/arenden/" + number).body())
                .contains("Det som befaras", "Att någon stör.", "inte bedömd än")
                .doesNotContain("Polisanmält", "Bevis sparade", "preliminär");
        assertThat(Jsoup.parse(officer.get("/arenden?number=" + number).body())
                        .select(".entries .tag")
                        .eachText())
                .as("no level that nobody has judged")
                .containsExactly("Planerat möte eller fråga", "Bedöms och planeras");
        assertThat(officer.save("/arenden/" + number + "/akt.pdf").statusCode()).isEqualTo(200);
    }

    @Test
    void the_months_are_leafed_through_and_nonsense_is_this_month() {
        Visitor officer = Visitor.signedIn(port, "lsa-grundskola");
        assertThat(officer.get("/moten").body()).contains("november 2026");
        assertThat(officer.get("/moten?manad=2027-01").body()).contains("januari 2027");
        assertThat(officer.get("/moten?manad=nu&enhet=FINNS_INTE").body()).contains("november 2026");
        assertThat(Visitor.signedIn(port, newMember(UNIT)).get("/moten").status())
                .isEqualTo(404);
    }
}
