package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import se.varna.VarnaTest;

/** Where the case is: what is done and what goes on, on the picture and in words. */
class CoursePageTest extends VarnaTest {

    @Test
    void what_is_done_and_what_goes_on_is_marked_and_said() {
        String number = caseInAssessment("ledamot-ks", "GRUNDSKOLENAMNDEN", "lsa-grundskola");

        Document page = course(number);
        assertThat(marked(page, "now")).containsExactly("userTask_assessIncident");
        assertThat(marked(page, "done"))
                .contains("startEvent_incidentReported", "callActivity_firstContact")
                .doesNotContain("callActivity_followUp", "userTask_assessIncident");
        assertThat(page.select("main").text())
                .contains("Nu pågår: Bedöm händelsen", "Steg som är gjorda")
                .doesNotContain("Inget pågår");
        assertThat(page.select("[style]")).isEmpty();
    }

    @Test
    void of_a_closed_case_nothing_goes_on() {
        String number = caseInFollowUp("ledamot-ks", "GRUNDSKOLENAMNDEN", "lsa-grundskola", "LOW");
        declinePoliceReport("lsa-grundskola", number);
        close("lsa-grundskola", number);

        Document page = course(number);
        assertThat(marked(page, "now")).isEmpty();
        assertThat(marked(page, "done"))
                .contains("userTask_assessIncident", "callActivity_followUp", "endEvent_caseClosed");
        assertThat(page.select("main").text()).contains("Inget pågår");
    }

    @Test
    void the_page_says_what_is_left_before_the_case_can_be_closed() {
        String number = caseInAssessment("ledamot-ks", "GRUNDSKOLENAMNDEN", "lsa-grundskola");
        assertThat(page(number, "").select("#i-korthet ~ dl").text())
                .contains("Kvar före avslut", "Bedöm händelsen", "Följ upp, och berätta", "polisanmälan")
                .doesNotContain("Ta den första kontakten");

        String closed = caseInFollowUp("ledamot-ks", "GRUNDSKOLENAMNDEN", "lsa-grundskola", "LOW");
        declinePoliceReport("lsa-grundskola", closed);
        close("lsa-grundskola", closed);
        assertThat(page(closed, "").select("#i-korthet ~ dl").text()).doesNotContain("Kvar före avslut");
    }

    @Test
    void one_can_look_at_what_has_happened_about_one_thing_alone() {
        String number = caseInAssessment("ledamot-ks", "GRUNDSKOLENAMNDEN", "lsa-grundskola");
        int all = page(number, "").select("#handelser ~ ol > li").size();
        Document some = page(number, "?visa=OWNERSHIP");
        assertThat(some.select("#handelser ~ ol > li"))
                .isNotEmpty()
                .hasSizeLessThan(all)
                .allMatch(event -> event.text().contains("ansvar")
                        || event.text().contains("Ansvar")
                        || event.text().contains("veta"));
        assertThat(some.select(".filter a[aria-current]").text()).isEqualTo("Ansvar och samråd");
    }

    private Document page(String number, String how) {
        return Jsoup.parse(Visitor.signedIn(port, "lsa-grundskola")
                .get("/arenden/" + number + how)
                .body());
    }

    private Document course(String number) {
        return Jsoup.parse(Visitor.signedIn(port, "lsa-grundskola")
                .get("/arenden/" + number + "/karta")
                .body());
    }

    private static List<String> marked(Document page, String how) {
        return page.select("g." + how).eachAttr("data-element-id");
    }
}
