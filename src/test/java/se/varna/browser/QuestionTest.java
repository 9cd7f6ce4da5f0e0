package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question about security in a real browser: asked on a telephone, answered in Tasklist, and read. */
class QuestionTest extends BrowserTest {

    private static final String OFFICER = "lsa-grundskola";
    private static final String ANSWER = "Du får be dem sluta.";

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void a_question_is_asked_answered_and_read(int width) {
        String official = newMember("GRUNDSKOLENAMNDEN");
        try (Visit visit = chromium.visit(port, width)) {
            Page page = visit.signIn(official, "/fraga");
            Usable.check(page);
            send(page);
            assertThat(page.locator(".summary")).isFocused();
            Usable.check(page);
            page.getByLabel("Vad vill du fråga?").fill("Hur gör jag om någon filmar mig?");
            send(page);
            assertThat(page.locator("[role=status]")).isFocused();
            Usable.check(page);
            String number = page.url().replaceFirst(".*/", "");

            answer(number);

            page.navigate("/arenden/" + number);
            assertThat(page.locator(".messages")).containsText(ANSWER);
            Usable.check(page);
            page.navigate("/arenden/" + number + "?sprak=en");
            Usable.check(page);
        }
    }

    private static void send(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Skicka frågan"))
                .click();
    }

    private void answer(String number) {
        try (Visit visit = chromium.visit(port, 1280)) {
            Page page = visit.signIn(OFFICER, Tasklist.tasksOf(number));
            Tasklist.open(page, number, "Besvara frågan");
            Tasklist.claim(page, "Lokalt säkerhetsansvarig Grundskola");
            Tasklist.answer(page, "Vad gör du?", "Svarar på frågan");
            page.getByLabel("Ditt svar").fill(ANSWER);
            Tasklist.complete(page);
        }
    }
}
