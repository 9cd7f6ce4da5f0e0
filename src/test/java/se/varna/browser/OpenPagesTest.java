package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that are open to all: on a telephone and a screen, light and dark, on paper, without scripts, and how heavy. */
class OpenPagesTest extends BrowserTest {

    private static final int PHONE = 390;
    private static final int WIDE = 1280;

    /** What the issue allows the first page, compressed. */
    private static final long BYTES = 60_000L;

    /** Page, style sheet, script, logo and the picture for the tab. */
    private static final int REQUESTS = 5;

    private static final String QUESTION = "/vem-kontaktar-jag?mandates=KF&matter=CITY&unit=GRUNDSKOLENAMNDEN";

    @ParameterizedTest
    @ValueSource(ints = {PHONE, WIDE})
    void everyone_can_use_them_in_light_and_in_dark(int width) {
        try (Visit visit = chromium.visit(port, width)) {
            Page page = visit.page();
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (String address : List.of(
                        "/",
                        "/vem-kontaktar-jag",
                        QUESTION,
                        "/vem-kontaktar-jag?who=EMPLOYEE",
                        "/vem-kontaktar-jag?who=OFFICIAL",
                        "/rad",
                        "/rad/polisanmal",
                        "/tillganglighet")) {
                    page.navigate(address);
                    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
                    Usable.check(page);
                }
            }
        }
    }

    @Test
    void without_scripts_one_finds_whom_to_contact_and_officers_their_links() {
        try (Visit visit = chromium.visitWithoutScripts(port, PHONE)) {
            Page page = visit.page();
            page.navigate("/vem-kontaktar-jag");
            page.getByLabel("Någon som är anställd i staden").check();
            assertThat(page.getByText("Vilka uppdrag finns i staden?")).isHidden();
            page.getByLabel("En anhörig").check();
            page.getByText("Bolag", new Page.GetByTextOptions().setExact(true)).click();
            page.locator("fieldset").getByLabel("Liseberg").check();
            page.getByLabel("Ett uppdrag för staden").check();
            page.locator("select[name=unit]").selectOption("LISEBERG");
            button(page, "Visa vem jag kontaktar").click();
            assertThat(page.locator("#svar")).containsText("Lokalt säkerhetsansvarig, Liseberg");

            visit.signIn("sob-1", "/katalog");
            assertThat(page.locator("header").getByText("Kalender")).isHidden();
            button(page, "Meny").click();
            page.locator("header").getByText("Kalender").click();
            assertThat(page.locator("h1")).hasText("Kalender");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, WIDE})
    void who_has_many_links_has_them_behind_a_button_on_a_telephone_alone(int width) {
        try (Visit visit = chromium.visit(port, width)) {
            Page page = visit.signIn("sob-1", "/katalog");
            Locator link = page.locator("header").getByText("Kalender");
            if (width == WIDE) {
                assertThat(link).isVisible();
                assertThat(page.getByText("Meny")).isHidden();
                return;
            }
            assertThat(link).isHidden();
            button(page, "Meny").click();
            assertThat(link).isVisible();
            Usable.check(page);
            page.keyboard().press("Escape");
            assertThat(link).isHidden();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {QUESTION, "/rad/polisanmal", "/tillganglighet", "/"})
    void on_paper_there_is_what_one_came_for_and_little_else(String address) throws IOException {
        Path paper = Files.createDirectories(Path.of("target", "pictures"))
                .resolve("papper-" + Integer.toHexString(address.hashCode()) + ".pdf");
        try (Visit visit = chromium.visit(port, WIDE)) {
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            visit.page().navigate(address);
            String heading = visit.page().locator("h1").innerText();
            visit.page().pdf(new Page.PdfOptions().setFormat("A4").setPath(paper));
            try (PDDocument printed = Loader.loadPDF(paper.toFile())) {
                String text = new PDFTextStripper().getText(printed);
                assertThat(printed.getNumberOfPages()).isLessThanOrEqualTo(2);
                assertThat(text).contains(heading).doesNotContain("Hoppa till", "Logga in", "Ändra svaren");
                if (address.equals(QUESTION)) {
                    assertThat(printed.getNumberOfPages()).isEqualTo(1);
                    assertThat(text).contains("Lokalt säkerhetsansvarig, Grundskolenämnden", "031-3900605", "R25");
                }
            }
        }
    }

    @Test
    void the_first_page_the_report_and_my_cases_are_light() {
        for (String address : List.of("/", "/rapportera", "/mina-arenden")) {
            try (Visit visit = chromium.visit(port, PHONE)) {
                if (!address.equals("/")) {
                    // Signing in by itself, so that the page is weighed by a browser that has seen nothing of ours
                    // before.
                    visit.signIn("ledamot-ks", "/mina-arenden");
                    visit.context().newCDPSession(visit.page()).send("Network.clearBrowserCache");
                }
                Weight weight = weigh(visit, address);
                assertThat(weight.requests()).as(address).isBetween(3, REQUESTS);
                assertThat(weight.bytes()).as(address).isBetween(1_000L, BYTES);
                assertThat(visit.page().evaluate("performance.getEntriesByType('resource').map(each => each.name)"))
                        .asInstanceOf(LIST)
                        .allSatisfy(name -> assertThat(name.toString()).startsWith("http://localhost:" + port));
            }
        }
    }

    @Test
    void what_stays_the_same_is_fetched_once() {
        try (Visit visit = chromium.visit(port, PHONE)) {
            weigh(visit, "/");
            assertThat(weigh(visit, "/rad").requests()).isEqualTo(1);
        }
    }

    /** What came over the network: nothing that the browser had kept. */
    private record Weight(int requests, long bytes) {}

    private static Weight weigh(Visit visit, String address) {
        List<Long> received = new ArrayList<>();
        CDPSession network = visit.context().newCDPSession(visit.page());
        network.send("Network.enable");
        network.on(
                "Network.loadingFinished",
                finished -> received.add(finished.get("encodedDataLength").getAsLong()));
        visit.page().navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
        network.detach();
        List<Long> fetched = received.stream().filter(bytes -> bytes > 0).toList();
        return new Weight(
                fetched.size(), fetched.stream().mapToLong(Long::longValue).sum());
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
