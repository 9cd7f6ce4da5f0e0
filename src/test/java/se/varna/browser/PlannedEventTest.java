package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A meeting in a real browser: told of on a telephone, judged in Tasklist, moved and cancelled by the official. */
class PlannedEventTest extends BrowserTest {

    private static final String OFFICER = "lsa-grundskola";

    @ParameterizedTest
    @ValueSource(ints = {390, 1400})
    void a_meeting_is_told_of_judged_moved_and_cancelled(int width) {
        String official = newMember("GRUNDSKOLENAMNDEN");
        try (Visit visit = chromium.visit(port, width)) {
            Page page = visit.signIn(official, "/mote");
            Usable.check(page);
            press(page, "Skicka");
            assertThat(page.locator(".summary")).isFocused();
            Usable.check(page);

            page.getByLabel("Ett möte eller ett framträdande").check();
            page.getByLabel("Vad planeras?").fill("Öppet möte om skolan");
            page.getByLabel("Vilken dag?").fill("2026-12-17");
            page.getByLabel("När börjar det?").fill("18:00");
            page.getByLabel("Vad befarar du?").fill("Att de som störde förut kommer igen.");
            page.getByLabel("Ett uppdrag för staden").check();
            page.getByLabel("Vilken nämnd, styrelse eller vilket bolag?").selectOption("GRUNDSKOLENAMNDEN");
            press(page, "Skicka");
            assertThat(page.locator("#planerat")).isVisible();
            Usable.check(page);
            String number = page.url().replaceFirst(".*/", "");

            judge(number);

            page.navigate("/planer/" + number);
            Usable.check(page);
            page.navigate("/arenden/" + number);
            page.getByText("Ändra tid eller plats").click();
            page.getByLabel("Vilken dag?").fill("2026-12-18");
            page.getByLabel("När börjar det?").fill("19:00");
            press(page, "Spara ändringen");
            assertThat(page.locator("[role=status]")).isFocused();
            assertThat(page.locator("main")).containsText("18 december");
            Usable.check(page);

            page.getByText("Ställ in").first().click();
            page.getByLabel("Det är inställt").check();
            press(page, "Ställ in");
            assertThat(page.locator("main")).containsText("Inställt.");
            page.navigate("/arenden/" + number + "?sprak=en");
            assertThat(page.locator("main")).containsText("Cancelled.");
            Usable.check(page);
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private void judge(String number) {
        try (Visit visit = chromium.visit(port, 1280)) {
            Page page = visit.signIn(OFFICER, Tasklist.tasksOf(number));
            Tasklist.open(page, number, "Bedöm risken");
            Tasklist.claim(page, "Lokalt säkerhetsansvarig Grundskola");
            Tasklist.answer(page, "Står människor mot varandra i frågan?", "Ja");
            Tasklist.answer(page, "Vilken nivå bedömer du?", "Förhöjd");
            page.getByLabel("Varför?").fill("De har stört två möten i år.");
            Tasklist.complete(page);

            page.navigate("/arenden/" + number);
            assertThat(page.locator("main")).containsText("De har stört två möten i år.");
            Usable.check(page);
            page.navigate("/moten?manad=2026-12");
            assertThat(page.locator("main")).containsText(number);
            Usable.check(page);
        }
    }
}
