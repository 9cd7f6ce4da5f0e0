package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import se.varna.AReport;
import se.varna.evidence.Files;

/** Handing in files on a phone, with a real browser's form. */
class EvidenceTest extends BrowserTest {

    private static final int PHONE = 390;
    private static final int WIDE = 1400;
    private static final byte[] PICTURE = Files.jpeg(200_000);

    @Test
    void files_are_chosen_sent_told_of_and_taken_along() throws IOException {
        String number = report("ledamot-ks", AReport.about("GRUNDSKOLENAMNDEN")).caseNumber();
        try (Visit visit = chromium.visit(port, PHONE)) {
            Page page = visit.signIn("ledamot-ks", "/kvittens/" + number);
            assertThat(page.getByLabel("Lägg till filer")).hasAttribute("multiple", "");
            assertThat(page.getByLabel("Lägg till filer"))
                    .hasAttribute("accept", "image/*,audio/*,video/*,.eml,.msg,.pdf,.txt,.csv,.log");
            send(
                    page,
                    new FilePayload(
                            "Skärmbild \"hot\" från en mycket lång kväll i september på Götaplatsen.jpg",
                            "image/jpeg",
                            PICTURE),
                    new FilePayload("program.jpg", "image/jpeg", Files.program()));
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("En fil är sparad.");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("program.jpg: Filtypen går inte att ta emot.");
            page.locator("summary")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Beviskedja"))
                    .click();
            assertThat(page.getByText("Togs emot.")).isVisible();
            visit.picture("evidence-receipt-" + PHONE);
            check(page);

            page.navigate("/arenden/" + number);
            visit.picture("evidence-own-" + PHONE);
            check(page);
        }
        for (int width : new int[] {PHONE, WIDE}) {
            try (Visit visit = chromium.visit(port, width)) {
                Page page = visit.signIn("lsa-grundskola", "/arenden/" + number);
                Download saved = page.waitForDownload(
                        () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hämta Skärmbild"))
                                .click());
                assertThat(saved.suggestedFilename()).startsWith("Skärmbild").endsWith("Götaplatsen.jpg");
                assertThat(java.nio.file.Files.readAllBytes(saved.path())).isEqualTo(PICTURE);
                page.locator("#bevis").scrollIntoViewIfNeeded();
                visit.picture("evidence-full-" + width);
                check(page);
            }
        }
    }

    private static void send(Page page, FilePayload... files) {
        page.getByLabel("Lägg till filer").setInputFiles(files);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Skicka filerna"))
                .click();
    }

    private static void check(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(page.url())
                .isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling at " + page.url())
                .isTrue();
    }
}
