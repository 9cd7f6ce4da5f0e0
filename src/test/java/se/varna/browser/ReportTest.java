package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.varna.evidence.Files;

/** A report on a phone: in the fewest steps, by keyboard alone, without scripts, in two tabs, and with no connection. */
class ReportTest extends BrowserTest {

    private static final int PHONE = 390;
    private static final int WIDE = 1280;
    private static final String WORDS = "Någon ropade utanför mötet. 😡 سأجدك";

    @Test
    void the_shortest_report_is_six_taps_and_one_sentence() {
        try (Visit visit = chromium.visit(port, PHONE)) {
            Page page = visit.signIn(newMember("KF"), "/rapportera");
            page.getByLabel("Jag själv").check();
            press(page, "Nästa");
            press(page, "Hoppa över");
            press(page, "Hoppa över");
            page.getByLabel("Vad hände?").fill(WORDS);
            press(page, "Skicka nu");
            page.waitForURL("**/kvittens/*");
            page.goBack();
            page.waitForURL("**/kvittens/*");
        }
    }

    @Test
    void every_page_and_every_error_is_usable_and_the_back_button_works() {
        for (int width : new int[] {PHONE, WIDE}) {
            try (Visit visit = chromium.visit(port, width)) {
                Page page = visit.signIn(newMember("KF"), "/rapportera");
                Usable.check(page);
                press(page, "Nästa");
                assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
                Usable.check(page);
                assertThat(page.getByLabel("Vilken förtroendevald?")).isHidden();
                page.getByLabel("En annan förtroendevald").check();
                assertThat(page.getByLabel("Vilken förtroendevald?")).isVisible();
                visit.picture("report-whom-" + width);
                page.getByLabel("Jag själv").check();
                press(page, "Nästa");
                for (int number = 2; number <= 16; number++) {
                    page.waitForURL("**/" + number);
                    assertThat(page.locator("main")).containsText("Fråga " + number + " av 16");
                    visit.picture("report-" + number + "-" + width);
                    Usable.check(page);
                    if (number == 4) {
                        press(page, "Nästa");
                        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
                        Usable.check(page);
                        page.getByRole(
                                        AriaRole.LINK,
                                        named("Skriv med egna ord vad som har hänt. Det räcker med en mening."))
                                .click();
                        assertThat(page.getByLabel("Vad hände?")).isFocused();
                        page.getByLabel("Vad hände?").fill(WORDS);
                    }
                    if (number == 5) {
                        page.getByLabel("Datum").fill("2027-01-01");
                        press(page, "Nästa");
                        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Tidpunkten har inte varit än.");
                        Usable.check(page);
                        page.getByLabel("Datum").fill("2026-11-23");
                    }
                    press(page, "Nästa");
                }
                page.waitForURL("**/kontroll");
                visit.picture("report-check-" + width);
                Usable.check(page);
                page.goBack();
                page.waitForURL("**/16");
                page.goBack();
                page.waitForURL("**/15");
                page.goForward();
                page.goForward();
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ändra Vad hände?"))
                        .click();
                assertThat(page.getByLabel("Vad hände?")).hasValue(WORDS);
                Usable.check(page);
                press(page, "Spara ändringen");
                page.waitForURL("**/kontroll");
                page.navigate("/rapportera");
                visit.picture("report-begun-" + width);
                Usable.check(page);
            }
        }
    }

    @Test
    void the_keyboard_is_enough() {
        try (Visit visit = chromium.visit(port, PHONE)) {
            Page page = visit.signIn(newMember("KF"), "/rapportera");
            tabTo(page, page.getByLabel("Jag själv"));
            page.keyboard().press("Space");
            tabTo(page, button(page, "Nästa"));
            page.keyboard().press("Enter");
            page.waitForURL("**/2");
            tabTo(page, page.getByLabel("Hur når vi dig säkert?"));
            page.keyboard().type("070-1740605");
            page.keyboard().press("Enter");
            page.waitForURL("**/3");
            tabTo(page, button(page, "Hoppa över"));
            page.keyboard().press("Enter");
            page.waitForURL("**/4");
            tabTo(page, page.getByLabel("Vad hände?"));
            page.keyboard().type("Ett samtal.");
            tabTo(page, button(page, "Skicka nu"));
            page.keyboard().press("Space");
            page.waitForURL("**/kvittens/*");
        }
    }

    @Test
    void it_works_without_scripts() {
        try (Visit visit = chromium.visitWithoutScripts(port, PHONE)) {
            Page page = visit.signIn(newMember("KF"), "/rapportera");
            page.getByLabel("Jag själv").check();
            press(page, "Nästa");
            for (int number = 2; number <= 16; number++) {
                page.waitForURL("**/" + number);
                if (number == 4) {
                    page.getByLabel("Vad hände?").fill(WORDS);
                }
                if (number == 13) {
                    page.getByLabel("Lägg till filer").setInputFiles(picture("a.jpg", 100_000));
                    press(page, "Spara filerna");
                    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("En fil är sparad.");
                    page.getByLabel("Lägg till filer").setInputFiles(picture("b.jpg", 100_000));
                }
                press(page, "Nästa");
            }
            page.waitForURL("**/kontroll");
            assertThat(page.locator("main")).containsText("a.jpg");
            assertThat(page.locator("main")).containsText("b.jpg");
            button(page, "Skicka rapporten").first().click();
            page.waitForURL("**/kvittens/*");
        }
    }

    @Test
    void the_connection_is_cut_in_the_middle_and_nothing_is_lost() {
        try (Visit visit = chromium.visit(port, PHONE)) {
            Page page = visit.signIn(newMember("KF"), "/rapportera");
            toQuestionFour(page);
            page.getByLabel("Vad hände?").pressSequentially("Det började ");
            assertThat(page.locator("#sparat")).hasText(Pattern.compile("Sparat kl\\. \\d\\d\\.\\d\\d"));

            visit.context().setOffline(true);
            page.getByLabel("Vad hände?").fill(WORDS);
            Locator told = page.locator("#inte-sparat");
            assertThat(told).containsText("Inte sparat än, vi försöker igen.");
            press(page, "Nästa");
            page.waitForTimeout(500);
            assertThat(page).hasURL(Pattern.compile(".*/4$"));
            assertThat(page.getByLabel("Vad hände?")).hasValue(WORDS);
            visit.picture("report-offline");
            Usable.check(page);

            visit.context().setOffline(false);
            assertThat(told).containsText("Uppkopplingen är tillbaka.");
            page.reload();
            assertThat(page.getByLabel("Vad hände?")).hasValue(WORDS);
            press(page, "Skicka nu");
            page.waitForURL("**/kvittens/*");
        }
    }

    @Test
    void what_was_typed_just_before_the_phone_dies_is_there_on_the_computer() {
        String member = newMember("KF");
        String address;
        try (Visit visit = chromium.visit(port, PHONE)) {
            Page page = visit.signIn(member, "/rapportera");
            toQuestionFour(page);
            page.waitForResponse(
                    "**/4?spara", () -> page.getByLabel("Vad hände?").fill(WORDS));
            address = page.url();
        }
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = visit.signIn(member, "/rapportera");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Fortsätt"))
                    .click();
            assertThat(page).hasURL(address);
            assertThat(page.getByLabel("Vad hände?")).hasValue(WORDS);
        }
    }

    @Test
    void who_has_been_signed_out_signs_in_again_and_finds_the_words_with_and_without_scripts() {
        for (boolean scripts : List.of(true, false)) {
            String member = newMember("KF");
            try (Visit visit = scripts ? chromium.visit(port, PHONE) : chromium.visitWithoutScripts(port, PHONE)) {
                Page page = visit.signIn(member, "/rapportera");
                toQuestionFour(page);
                visit.context().clearCookies();
                page.getByLabel("Vad hände?").fill(WORDS);
                if (scripts) {
                    assertThat(page.locator("#inte-sparat")).containsText("Inte sparat: du är utloggad.");
                }
                press(page, "Nästa");
                assertThat(page.locator("main")).containsText("Fortsätt där du var");
                if (scripts) {
                    Usable.check(page);
                }
                page.locator("main")
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Fortsätt"))
                        .click();
                page.getByLabel("Användarnamn").fill(member);
                page.getByLabel("Lösenord").fill("demo");
                page.locator("main")
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Logga in"))
                        .click();
                page.waitForURL(url -> url.contains("/4"));
                assertThat(page.getByLabel("Vad hände?")).hasValue(WORDS);
                if (scripts) {
                    Usable.check(page);
                }
                if (scripts) {
                    assertThat(page.locator("#sparat")).containsText("Sparat kl.");
                }
                press(page, "Nästa");
                page.waitForURL("**/5");
            }
        }
    }

    @Test
    void two_tabs_with_the_same_question_show_both_answers() {
        try (Visit visit = chromium.visit(port, PHONE)) {
            Page one = visit.signIn(newMember("KF"), "/rapportera");
            toQuestionFour(one);
            Page other = visit.context().newPage();
            other.navigate(one.url());
            one.getByLabel("Vad hände?").fill("I den ena.");
            assertThat(one.locator("#sparat")).containsText("Sparat kl.");
            other.getByLabel("Vad hände?").fill("I den andra.");
            assertThat(other.locator("#inte-sparat")).containsText("svaret har ändrats i en annan flik");
            press(other, "Nästa");
            assertThat(other.locator("blockquote")).hasText("I den ena.");
            assertThat(other.getByLabel("Vad hände?")).hasValue("I den andra.");
            other.screenshot(new Page.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of("target", "pictures", "report-two-tabs.png")));
            Usable.check(other);
            other.getByRole(AriaRole.LINK, named("Behåll det sparade")).click();
            assertThat(other.getByLabel("Vad hände?")).hasValue("I den ena.");
            other.getByLabel("Vad hände?").fill("I båda.");
            press(other, "Nästa");
            other.waitForURL("**/5");
        }
    }

    @Test
    void files_are_sent_when_they_are_chosen_and_one_sees_how_far_they_have_come() {
        try (Visit visit = chromium.visit(port, PHONE)) {
            Page page = visit.signIn(newMember("KF"), "/rapportera");
            toQuestionFour(page);
            page.navigate(page.url().replaceFirst("/4$", "/13"));
            assertThat(page.getByLabel("Ta en bild med kameran")).hasAttribute("capture", "environment");
            Connection connection = new Connection(visit, page);
            connection.sends(150_000);
            page.getByLabel("Lägg till filer")
                    .setInputFiles(List.of(picture("stor.jpg", 1_500_000), program("x.exe"))
                            .toArray(FilePayload[]::new));
            Locator share = page.locator("#sandning [data-share]");
            assertThat(share).isVisible();
            assertThat(share).hasText(Pattern.compile("[1-9]\\d? %"));
            visit.picture("report-upload");
            Usable.check(page);
            // Whoever does not wait loses no file.
            press(page, "Nästa");
            assertThat(page.locator("#inte-sparat")).containsText("Filerna skickas.");
            page.waitForURL("**/14");
            page.goBack();
            page.waitForURL("**/13");
            assertThat(page.locator("#filer")).containsText("stor.jpg");

            connection.isCut(true);
            page.getByLabel("Lägg till filer").setInputFiles(picture("sen.jpg", 1000));
            assertThat(page.locator("#inte-sparat")).containsText("Filerna kom inte fram.");
            connection.isCut(false);
            press(page, "Nästa");
            page.waitForURL("**/14");
            page.goBack();
            page.waitForURL("**/13");
            assertThat(page.locator("#filer")).containsText("sen.jpg");
            page.getByRole(AriaRole.BUTTON, named("Ta bort sen.jpg")).click();
            assertThat(page.locator("#filer")).not().containsText("sen.jpg");
            page.getByLabel("Lägg till filer").setInputFiles(program("x.exe"));
            assertThat(page.locator("#filer")).containsText("Filtypen går inte att ta emot.");
            Usable.check(page);
        }
    }

    // --- how it is done

    private static void toQuestionFour(Page page) {
        page.getByLabel("Jag själv").check();
        press(page, "Nästa");
        page.waitForURL("**/2");
        page.navigate(page.url().replaceFirst("/2$", "/4"));
    }

    private static void press(Page page, String name) {
        button(page, name).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void tabTo(Page page, Locator field) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) field.evaluate("each => each === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("not reached by the keyboard: " + field);
    }

    /** The page's way to the server. */
    private static final class Connection {

        private final CDPSession session;
        private int bytes = -1;

        private Connection(Visit visit, Page page) {
            session = visit.context().newCDPSession(page);
        }

        /** @param bytes how much goes out in a second */
        private void sends(int bytes) {
            this.bytes = bytes;
            isCut(false);
        }

        private void isCut(boolean cut) {
            JsonObject how = new JsonObject();
            how.addProperty("offline", cut);
            how.addProperty("latency", 0);
            how.addProperty("downloadThroughput", -1);
            how.addProperty("uploadThroughput", bytes);
            session.send("Network.emulateNetworkConditions", how);
        }
    }

    private static FilePayload picture(String name, int size) {
        return new FilePayload(name, "image/jpeg", Files.jpeg(size));
    }

    private static FilePayload program(String name) {
        return new FilePayload(name, "application/octet-stream", Files.program());
    }
}
