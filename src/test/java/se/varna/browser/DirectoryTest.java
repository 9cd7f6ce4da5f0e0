package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.directory.Appointment;
import se.varna.directory.Appointment.Office;
import se.varna.staffing.Hall;
import se.varna.staffing.Staffing;

/** The directory's pages in a real browser, on a phone and on a desk, and its task in Tasklist. */
class DirectoryTest extends BrowserTest {

    private static final String HEADINGS = "id;namn;e-post;telefon;parti;uppdrag;enhet eller parti;från;till";

    @Autowired
    private Hall hall;

    @Autowired
    private Staffing staffing;

    @ParameterizedTest
    @ValueSource(ints = {390, 1400})
    void every_page_can_be_used_by_everyone_at_any_width(int width) {
        String unit = hall.unit();
        String officer = hall.give(
                hall.person(),
                Office.LOCAL_SECURITY_OFFICER,
                unit,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 4));
        String person = "/katalog/personer/" + hall.number(officer);
        try (Visit visit = chromium.visit(port, width)) {
            Page page = visit.signIn("sob-1", "/katalog");
            Usable.check(page);
            page.getByLabel("Namn eller användarnamn").fill(officer);
            press(page, "Sök");
            assertThat(page.locator("main")).containsText("Testperson " + officer);
            Usable.check(page);
            for (String address : new String[] {
                "/katalog/enheter/" + unit,
                "/katalog/enheter/ny",
                person,
                person + "/lamnar",
                "/katalog/personer/ny",
                "/katalog/partier",
                "/katalog/andringar",
                "/katalog/import"
            }) {
                page.navigate(address);
                page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
                Usable.check(page);
            }
            page.navigate("/katalog/enheter/" + unit);
            press(page, "Lägg till uppdraget");
            assertThat(page.locator(".summary")).isFocused();
            Usable.check(page);

            page.navigate("/katalog/import");
            page.getByLabel("Eller klistra in rader")
                    .fill(HEADINGS + "\nb-" + unit + "-" + width + ";Nytt Namn;;;;Ledamot;" + unit + ";2026-01-01;");
            press(page, "Visa vad som ändras");
            assertThat(page.locator("main")).containsText("Ny person: Nytt Namn.");
            Usable.check(page);
            press(page, "Inför ändringarna");
            assertThat(page.locator(".done")).isFocused();
            Usable.check(page);
        }
        assertThat(directory.mandates("b-" + unit + "-" + width)).containsExactly(unit);
    }

    @Test
    void the_task_to_fill_a_post_shows_the_unit_and_leads_to_its_page_and_has_no_case() {
        String unit = hall.unit();
        String officer = hall.with(Office.LOCAL_SECURITY_OFFICER, unit);
        Appointment held = hall.held(officer);
        staffing.moveEnd(held, held.version(), LocalDate.of(2026, 12, 4), "sob-1");
        String task = task(unit, "userTask_fillVacantPost").getId();
        try (Visit visit = chromium.visit(port, 1400)) {
            Page page = visit.signIn("sob-1", Tasklist.ADDRESS);
            page.navigate("about:blank");
            page.navigate(Tasklist.ADDRESS + "#/?task=" + task);
            page.locator(".fjs-container").waitFor();
            assertThat(page.locator(".fjs-container")).containsText("Enheten " + unit);
            assertThat(page.locator(".fjs-container")).containsText("sista dag: 4 december 2026");
            assertThat(page.locator(".fjs-form-field-text a"))
                    .hasAttribute("href", Pattern.compile(".*/katalog/enheter/" + unit));
            page.locator(".task-details .nav-tabs").getByText("Ärende").click();
            assertThat(page.locator(".task-details")).containsText("Uppgiften hör inte till något ärende.");
            assertThat(page.locator("iframe.varna-arende")).hasCount(0);

            page.locator(".task-details .nav-tabs").getByText("Formulär").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ta uppgiften"))
                    .click();
            assertThat(page.locator(".task-details .disabled-form")).hasCount(0);
            page.getByLabel("Varför tillsätts ingen nu?").fill("Bolaget säljs vid årsskiftet.");
            page.keyboard().press("Tab");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Slutför"))
                    .click();
            assertThat(page.getByText("Välj en uppgift i listan.")).isVisible();
        }
        assertThat(openTasks(unit)).isEmpty();
    }

    private static void press(Page page, String button) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
