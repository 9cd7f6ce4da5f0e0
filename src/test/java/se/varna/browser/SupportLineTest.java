package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.supportline.RosterGaps;

/** Whoever answers the support line writes a call down by keyboard alone, and the roster is kept on a telephone. */
class SupportLineTest extends BrowserTest {

    private static final int PHONE = 390;
    private static final int WIDE = 1400;

    @Autowired
    private RosterGaps gaps;

    @AfterEach
    void nobodyHasAnyHours() {
        jdbc.sql("DELETE FROM varna.watch").update();
        gaps.follow();
    }

    @Test
    void a_call_is_written_down_by_keyboard_alone() {
        try (Visit visit = chromium.visit(port, PHONE)) {
            Page page = visit.signIn("jour", "/stodtelefon/samtal");
            Usable.check(page);
            // The link that leads past everything, and then the fields in the order in which one asks.
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertFocused(page, "112");
            press(page, "Tab", 2);
            // What is missing is said, and one stands in the first field that lacks it.
            page.getByLabel("Vem ringer, om det är någon annan?").focus();
            page.keyboard().type("Grannen");
            page.keyboard().press("Enter");
            page.waitForLoadState();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Välj vem som har blivit utsatt.");
            assertThat(page.getByLabel("Den utsatta", exact())).isFocused();
            Usable.check(page);
            visit.picture("call-mend-" + PHONE);

            press(page, "Tab", 1);
            page.keyboard().type("Min son");
            press(page, "Tab", 1);
            assertThat(page.getByLabel("Vem ringer, om det är någon annan?")).isFocused();
            assertThat(page.getByLabel("Vem ringer, om det är någon annan?")).hasValue("Grannen");
            press(page, "Tab", 1);
            page.keyboard().type("070-1740611");
            press(page, "Tab", 1);
            page.keyboard().type("Någon slog på dörren.");
            press(page, "Tab", 1);
            page.keyboard().press("Space");
            press(page, "Tab", 1);
            assertThat(page.getByLabel("Vad gällde det?")).isFocused();
            press(page, "Tab", 2);
            assertThat(page.getByRole(AriaRole.BUTTON, named("Spara samtalet"))).isFocused();
            page.keyboard().press("Enter");
            page.waitForURL("**/kvittens/*");
            String number = page.url().replaceFirst(".*/", "");
            assertThat(file(number).acuteDanger()).isTrue();
            assertThat(file(number).exposedOther()).isEqualTo("Min son");
            assertThat(file(number).reporter()).isEqualTo("jour");
            assertThat(cases.answers(number).description()).contains("Grannen").endsWith("Någon slog på dörren.");
            assertThat(cases.answers(number).reachAt()).isEqualTo("070-1740611");
        }
    }

    @Test
    void it_works_without_scripts_and_keeps_what_was_typed() {
        try (Visit visit = chromium.visitWithoutScripts(port, PHONE)) {
            Page page = visit.signIn("sob-1", "/stodtelefon/samtal");
            page.getByLabel("Var når vi den utsatta?").fill("070-1");
            page.getByRole(AriaRole.BUTTON, named("Spara samtalet")).click();
            assertThat(page.getByLabel("Var når vi den utsatta?")).hasValue("070-1");
            page.getByLabel("Namn, om hen inte finns i listan").fill("Min make");
            page.getByLabel("Vad har hänt?", exact()).fill("Ett brev.");
            page.getByRole(AriaRole.BUTTON, named("Spara samtalet")).click();
            page.waitForURL("**/kvittens/*");
        }
    }

    @Test
    void the_roster_is_kept_with_and_without_scripts_on_any_screen() {
        for (int width : List.of(PHONE, WIDE)) {
            try (Visit visit =
                    width == PHONE ? chromium.visitWithoutScripts(port, width) : chromium.visit(port, width)) {
                Page page = visit.signIn("sob-1", "/stodtelefon/vakter?dag=2026-11-30");
                page.getByRole(AriaRole.BUTTON, named("Lägg till")).click();
                assertThat(page.getByRole(AriaRole.ALERT)).containsText("Något behöver rättas");
                page.getByLabel("Vem?")
                        .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Jouren"));
                page.getByLabel("Dag", exact()).fill("2026-12-01");
                page.getByLabel("Från klockan").fill("16:30");
                page.getByLabel("Till klockan").fill("08:00");
                page.getByRole(AriaRole.BUTTON, named("Lägg till")).click();
                page.waitForURL("**/vakter?dag=2026-12-01");
                assertThat(page.locator(".roster")).containsText("16.30–24.00 Jouren");
                assertThat(page.locator(".roster")).containsText("00.00–08.00 Jouren");
                assertThat(page.locator(".roster .gap").first()).containsText("Ingen");
                if (width == WIDE) {
                    Usable.check(page);
                }
                visit.picture("roster-" + width);
                page.getByRole(AriaRole.BUTTON, named("Ta bort Jouren tisdag 1 december 16.30–24.00"))
                        .click();
                assertThat(page.locator(".roster")).not().containsText("Jouren 1");
                assertThat(page.locator(".roster .gap")).hasCount(0);
                page.navigate("/stodtelefon");
                assertThat(page.locator("main")).containsText("Svarar nu: Säkerhet och Beredskap");
                visit.picture("support-line-" + width);
            }
        }
    }

    private static void press(Page page, String key, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press(key);
        }
    }

    private static void assertFocused(Page page, String text) {
        assertThat((String) page.evaluate("document.activeElement.textContent")).contains(text);
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
