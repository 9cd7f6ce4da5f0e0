package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.varna.AReport;

/** An officer's day in Tasklist, from opening it to signing out: all of it in Swedish, and what burns is seen at once. */
class OfficersDayTest extends BrowserTest {

    private static final int WIDE = 1400;
    private static final int PHONE = 390;
    private static final String OFFICER = "lsa-grundskola";

    private final Swedish swedish = new Swedish("tasklist");

    @Test
    void no_english_word_is_met_all_day() {
        String number = caseInFollowUp("ledamot-ks", "GRUNDSKOLENAMNDEN", OFFICER, "HIGH");
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = visit.signIn(OFFICER, Tasklist.ADDRESS);
            Locator lists = page.locator(".task-filter h4 a");
            assertThat(lists).hasCount(5);
            for (int i = 0; i < 5; i++) {
                lists.nth(i).click();
                page.waitForTimeout(500);
                swedish.check(page, "list " + i);
            }
            page.locator(".tasklist-search .form-control, [cam-widget-search] input")
                    .first()
                    .click();
            swedish.check(page, "search");
            page.keyboard().press("Escape");
            page.locator(".sorting-choice .dropdown-toggle, [cam-sorting-choices] a")
                    .first()
                    .click();
            swedish.check(page, "order");

            Tasklist.open(page, number, "Ge råd om polisanmälan");
            swedish.check(page, "task");
            Tasklist.claim(page, "Lokalt säkerhetsansvarig Grundskola");
            swedish.check(page, "claimed");
            page.getByRole(AriaRole.BUTTON, Tasklist.named("Slutför")).click();
            assertThat(page.locator(".fjs-form-field-error").first()).isVisible();
            swedish.check(page, "left empty");
            page.getByLabel("Händelsen är redan anmäld").check();
            page.getByLabel("K-nummer").fill("12345");
            page.getByLabel("Vilken dag gjordes anmälan?").click();
            assertThat(page.locator(".flatpickr-calendar.open")).isVisible();
            swedish.check(page, "calendar");
            page.keyboard().press("Escape");
            page.getByLabel("Vilken dag gjordes anmälan?").fill("2026-11-24");
            page.keyboard().press("Enter");
            Tasklist.answer(page, "Vem anmäler?", "Den utsatta själv");
            page.getByRole(AriaRole.BUTTON, Tasklist.named("Slutför")).click();
            assertThat(page.locator(".page-notifications")).containsText("Skriv K-numret");
            swedish.check(page, "refused");
            for (String tab : List.of("Ärende", "Diagram", "Beskrivning")) {
                Tasklist.tab(page, tab);
                page.waitForTimeout(1000);
                swedish.check(page, tab);
            }
            Tasklist.tab(page, "Formulär");
            page.getByLabel("K-nummer").fill("5000-K123456-26");
            Tasklist.complete(page);
            swedish.check(page, "completed");

            page.getByText("Starta process").first().click();
            swedish.check(page, "what to start");
            page.getByText("Hantera händelse").click();
            assertThat(page.getByLabel("Vad hände?")).isVisible();
            page.locator(".fjs-form-field-select .fjs-input-group").first().click();
            swedish.check(page, "start form");
            page.locator(".modal-footer button")
                    .filter(new Locator.FilterOptions().setHasText("Stäng"))
                    .click();
            page.getByText("Kortkommandon").first().click();
            swedish.check(page, "shortcuts");
            page.keyboard().press("Escape");
            page.locator(".account .dropdown-toggle").click();
            swedish.check(page, "account");
            page.locator(".account .logout a").click();
            page.waitForURL(url -> url.contains("/logga-in"));
            swedish.check(page, "signed out");
        }
    }

    @Test
    void what_burns_stands_first_and_says_so_in_words() {
        String late = report("ledamot-ks", AReport.about("LISEBERG").acute()).caseNumber();
        clock.set("2026-11-24T12:20");
        String soon = report("ledamot-ks", AReport.about("LISEBERG").acute()).caseNumber();
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = visit.signIn("lsa-liseberg", Tasklist.ADDRESS);
            Locator cards = page.locator(".tasks-list li.task");
            Locator lateCard = cards.filter(new Locator.FilterOptions().setHasText(late));
            Locator soonCard = cards.filter(new Locator.FilterOptions().setHasText(soon));
            assertThat(lateCard.locator(".varna-overdue")).hasText("försenad 2 tim");
            assertThat(lateCard.locator(".varna-acute")).hasText("Akut");
            assertThat(soonCard.locator(".varna-due")).hasText("om 15 min, kl. 12.35");
            assertThat(soonCard.locator(".varna-overdue")).hasCount(0);
            List<String> all = cards.allInnerTexts();
            assertThat(all.indexOf(lateCard.innerText())).isLessThan(all.indexOf(soonCard.innerText()));
            assertThat(page.locator(".ce-eol-banner")).not().isVisible();

            Locator acute = page.locator(".task-filter", new Page.LocatorOptions().setHasText("Akuta"));
            assertThat(acute.locator(".varna-count")).hasText(java.util.regex.Pattern.compile("[1-9]\\d*"));
            assertThat(page.locator(".task-filter .varna-count:visible")).hasCount(4);
            assertThat(acute.locator(".varna-burns")).isVisible();
            String counted = acute.locator(".varna-count").innerText();
            acute.locator("h4 a").click();
            assertThat(acute.locator(".counter")).hasText(counted);
            assertThat(acute.locator(".varna-count")).not().isVisible();
            page.locator(".task-filter h4 a").first().click();
            assertThat(acute.locator(".varna-count")).hasText(counted);
            assertThat(new AxeBuilder(page)
                            .include(".varna-card")
                            .include(".task-filters h4")
                            .analyze()
                            .getViolations())
                    .isEmpty();
            visit.picture("tasklist");
        }
    }

    @Test
    void on_a_phone_there_is_one_thing_at_a_time() {
        String number = caseInAssessment("ledamot-ks", "GRUNDSKOLENAMNDEN", OFFICER);
        try (Visit visit = chromium.visit(port, PHONE)) {
            Page page = visit.signIn(OFFICER, Tasklist.ADDRESS);
            assertThat(page.locator(".task-filter").first()).isVisible();
            Tasklist.open(page, number, "Bedöm händelsen");
            assertThat(page.locator(".tasks-list li.task").first()).not().isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
            visit.picture("tasklist-phone");
            page.getByText("Till listan").click();
            assertThat(page.locator(".tasks-list li.task").first()).isVisible();
            assertThat(page.locator(".task-details h2")).hasCount(0);
        }
    }
}
