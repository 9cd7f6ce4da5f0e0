package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.dialogue.Dialogues;

/** What the exposed person sees after a report, in a real browser: by everyone, at any width, with the keyboard alone. */
class OwnCaseTest extends BrowserTest {

    private static final String OFFICER = "lsa-grundskola";

    @Autowired
    private Dialogues dialogues;

    private String caseOf(String official) {
        return report(official, AReport.about("GRUNDSKOLENAMNDEN")).caseNumber();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void every_page_can_be_used_by_everyone_with_what_has_to_be_mended_too(int width) {
        String official = newMember("GRUNDSKOLENAMNDEN");
        String number = caseOf(official);
        dialogues.ask(number, "Vågar jag gå hem i kväll?", official);
        dialogues.write(caseOf(official), "Jag ringer klockan tolv.", OFFICER);
        try (Visit visit = chromium.visit(port, width)) {
            Page page = visit.signIn(official, "/kvittens/" + number);
            for (String path : List.of(
                    "/kvittens/" + number,
                    "/mina-arenden",
                    "/arenden/" + number,
                    "/arenden/" + number + "/lasningar")) {
                page.navigate(path);
                Usable.check(page);
                visit.picture("egen-" + path.substring(1).replaceAll("[^a-z]", "") + "-" + width);
            }
            page.navigate("/arenden/" + number);
            for (String button : List.of("Skicka meddelandet", "Skicka", "Svara", "Skicka filerna")) {
                button(page, button).click();
                assertThat(page.locator(".summary")).isFocused();
                Usable.check(page);
            }
            page.navigate("/arenden/" + number + "?sprak=en");
            Usable.check(page);
            page.getByText("What is hidden?").click();
            Usable.check(page);
        }
        try (Visit visit = chromium.visit(port, width)) {
            Page page = visit.signIn(OFFICER, "/arenden/" + number);
            Usable.check(page);
            button(page, "Skicka meddelandet").click();
            assertThat(page.locator(".summary")).isFocused();
            Usable.check(page);
        }
    }

    private static Locator button(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void a_message_is_written_and_sent_with_the_keyboard_alone() {
        String official = newMember("GRUNDSKOLENAMNDEN");
        String number = caseOf(official);
        try (Visit visit = chromium.visit(port, 390)) {
            Page page = visit.signIn(official, "/arenden/" + number);
            Locator way = page.getByRole(
                    AriaRole.LINK, new Page.GetByRoleOptions().setName("Skriv till den som hjälper dig"));
            way.focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.getByLabel("Skriv ett meddelande")).isFocused();
            page.keyboard().type("Kan ni ringa efter klockan tre?");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("[role=status]")).isFocused();
            assertThat(page.locator(".messages")).containsText("Kan ni ringa efter klockan tre?");
        }
    }

    @Test
    void shift_three_times_leaves_at_once_and_the_page_is_not_in_the_history() {
        String official = newMember("GRUNDSKOLENAMNDEN");
        String number = caseOf(official);
        try (Visit visit = chromium.visit(port, 1280)) {
            Page page = visit.signIn(official, "/mina-arenden");
            page.context()
                    .route(
                            "https://www.svt.se/**",
                            route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                                    .setBody("<title>Väder</title>")
                                    .setContentType("text/html")));
            page.navigate("/arenden/" + number);
            int before = ((Number) page.evaluate("history.length")).intValue();

            // Whoever writes in capitals stays.
            page.getByLabel("Skriv ett meddelande").focus();
            for (String letter : List.of("A", "B", "C", "D")) {
                page.keyboard().down("Shift");
                page.keyboard().press(letter);
                page.keyboard().up("Shift");
            }
            assertThat(page).hasURL(Pattern.compile(".*/arenden/" + number));

            for (int i = 0; i < 3; i++) {
                page.keyboard().press("Shift");
            }
            page.waitForURL("https://www.svt.se/vader");
            assertThat(((Number) page.evaluate("history.length")).intValue()).isEqualTo(before);
            page.goBack();
            assertThat(page).hasURL(Pattern.compile(".*/mina-arenden"));
        }
    }
}
