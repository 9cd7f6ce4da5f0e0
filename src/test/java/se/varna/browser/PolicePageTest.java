package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.casefile.Place;
import se.varna.police.PoliceReferral.ReportedBy;
import se.varna.police.PoliceReferrals;

/** The police question in a real browser: on the officer's page and task, and on the exposed person's own page. */
class PolicePageTest extends BrowserTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @Autowired
    private PoliceReferrals referrals;

    private String letterTo(String official) {
        String number = report(official, AReport.about("GRUNDSKOLENAMNDEN").at(Place.MAIL))
                .caseNumber();
        referrals.start(number);
        return number;
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1400})
    void the_section_can_be_used_by_everyone_at_any_width(int width) {
        String official = newMember("GRUNDSKOLENAMNDEN");
        String number = letterTo(official);
        referrals.answer(number, ReportedBy.OFFICER, official);
        for (String person : new String[] {"lsa-grundskola", official}) {
            try (Visit visit = chromium.visit(port, width)) {
                Page page = visit.signIn(person, "/arenden/" + number);
                assertThat(page.locator("main")).containsText("Underlag till polisen");
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as(person)
                        .isEmpty();
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("no sideways scrolling for " + person)
                        .isTrue();
                page.locator("#polis").scrollIntoViewIfNeeded();
                page.locator("section:has(#polis)")
                        .screenshot(new Locator.ScreenshotOptions()
                                .setPath(Path.of(
                                        "target",
                                        "pictures",
                                        "polis-" + (person.equals(official) ? "egen-" : "") + width + ".png")));
            }
        }
    }

    @Test
    void the_exposed_person_answers_and_the_officer_takes_the_bundle_along_from_the_task() {
        String official = newMember("GRUNDSKOLENAMNDEN");
        String number = letterTo(official);
        try (Visit visit = chromium.visit(port, 390)) {
            Page page = visit.signIn(official, "/arenden/" + number);
            page.getByLabel("Den som ansvarar för mitt ärende anmäler åt mig").check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Svara"))
                    .click();
            assertThat(page.locator("[role=status]").first()).containsText("Den som ansvarar har fått ditt svar");
        }
        try (Visit visit = chromium.visit(port, 1400)) {
            Page page = visit.signIn("lsa-grundskola", TASKLIST);
            page.navigate("about:blank");
            page.navigate(TASKLIST + "#/?searchQuery=%5B%7B%22type%22:%22processInstanceBusinessKey%22,"
                    + "%22operator%22:%22eq%22,%22value%22:%22" + number + "%22,%22name%22:%22%22%7D%5D");
            page.locator(".tasks-list li.task")
                    .getByText("Ge råd om polisanmälan")
                    .click();
            Locator form = page.locator(".fjs-container");
            assertThat(form).containsText("Den utsatta har själv svarat på sin sida.");
            assertThat(form).containsText("Skälen kommer från SKR och Brå.");
            visit.picture("polis-uppgift");
            Locator link = form.getByRole(
                    AriaRole.LINK, new Locator.GetByRoleOptions().setName("PDF").setExact(true));
            // Links lead to the address that the city has given, here to this application whatever port it has.
            assertThat(link).hasAttribute("href", Pattern.compile(".*/arenden/" + number + "/polisunderlag\\.pdf"));
            page.navigate("/arenden/" + number);
            Download download = page.waitForDownload(
                    () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hämta som PDF"))
                            .click());
            assertThat(download.suggestedFilename()).isEqualTo("polisunderlag-" + number + ".pdf");
        }
    }
}
