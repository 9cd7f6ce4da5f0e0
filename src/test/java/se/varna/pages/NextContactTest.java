package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.varna.VarnaTest;

/** The time of the next contact in one's own calendar: it can be seen by others, and tells them nothing. */
class NextContactTest extends VarnaTest {

    private static final String OFFICER = "lsa-grundskola";

    private String official;
    private String number;

    @BeforeEach
    void a_case_that_is_followed_up() {
        official = newMember("GRUNDSKOLENAMNDEN");
        number = caseInFollowUp(official, "GRUNDSKOLENAMNDEN", OFFICER, "ELEVATED");
    }

    private Visitor.Answer file() {
        return Visitor.signedIn(port, official).get("/arenden/" + number + "/tid.ics");
    }

    @Test
    void the_file_holds_the_time_and_a_neutral_word() {
        Visitor.Answer answer = file();
        assertThat(answer.response().headers().firstValue("content-type")).contains("text/calendar;charset=UTF-8");
        assertThat(answer.response().headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"tid.ics\"");
        assertThat(answer.response().headers().firstValue("cache-control").orElseThrow())
                .contains("no-store");

        VEvent event = Biweekly.parse(answer.body()).first().getEvents().get(0);
        assertThat(event.getSummary().getValue()).isEqualTo("Avstämning");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(swedish("2026-12-01T10:00"));
        assertThat(event.getClassification().isPrivate()).isTrue();
    }

    @Test
    void nothing_in_it_tells_what_it_is_about() {
        String file = file().body();
        assertThat(file.lines().map(line -> line.replaceAll("[:;].*", "")))
                .containsExactlyInAnyOrder(
                        "BEGIN",
                        "VERSION",
                        "PRODID",
                        "BEGIN",
                        "UID",
                        "DTSTAMP",
                        "SUMMARY",
                        "DTSTART",
                        "DURATION",
                        "CLASS",
                        "END",
                        "END");
        assertThat(file).doesNotContain(number, number.substring(7), official, "GRUNDSKOLE", "http", "arende", "@");
        assertThat(file.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("värna", "varna", "hot", "säkerhet", "polis", "uppföljning", "ärende", "stad");
        // Drawn by lot each time, so that nobody can find the case from it.
        assertThat(file().body()).isNotEqualTo(file);
    }

    @Test
    void an_umlaut_is_whole_and_every_line_short() {
        assertThat(file().body().lines()).allMatch(line -> line.length() <= 75);
        assertThat(file().body()).contains("SUMMARY:Avstämning");
    }

    @Test
    void where_nothing_is_planned_there_is_none_and_the_page_does_not_offer_it() {
        close(OFFICER, number);
        Visitor visitor = Visitor.signedIn(port, official);
        assertThat(visitor.get("/arenden/" + number).body()).doesNotContain("tid.ics");
        assertThat(visitor.get("/arenden/" + number + "/tid.ics").path()).isEqualTo("/arenden/" + number);
    }
}
