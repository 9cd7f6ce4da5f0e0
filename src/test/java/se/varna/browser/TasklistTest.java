package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import se.varna.casefile.Level;
import se.varna.casefile.Phase;

/** Tasklist as people see it, in a real browser. */
class TasklistTest extends BrowserTest {

    private static final int WIDE = 1400;
    private static final String OFFICER = "lsa-grundskola";

    @Test
    void from_a_report_in_tasklist_to_a_closed_case() {
        String number = reportInTasklist("Någon väntade utanför sammanträdet & ropade <mitt namn>.");

        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = visit.signIn(OFFICER, Tasklist.ADDRESS);
            Tasklist.open(page, number, "Kontakta den utsatta");
            assertThat(page.locator(".fjs-container")).containsText("& ropade <mitt namn>.");
            claim(page);
            Tasklist.tab(page, "Ärende");
            assertThat(page.frameLocator("iframe.varna-arende").locator("main"))
                    .containsText("Någon väntade utanför sammanträdet & ropade <mitt namn>.");
            Tasklist.tab(page, "Formulär");
            page.getByLabel("Ja, vi har pratat").check();
            page.getByLabel("Vad kom fram?").fill("Samtal i lugn ton.");
            Tasklist.complete(page);

            Tasklist.open(page, number, "Bedöm händelsen");
            claim(page);
            assertThat(page.getByLabel("Förhöjd")).not().isChecked();
            page.getByLabel("Förhöjd").check();
            page.getByLabel("Varför?").fill("Sammanvägd bedömning efter samtalet.");
            Tasklist.complete(page);

            Tasklist.open(page, number, "Ge råd om polisanmälan");
            claim(page);
            page.getByLabel("Avstå från att anmäla").check();
            Tasklist.answer(page, "Vad är skälet?", "Det var en småsak");
            Tasklist.complete(page);

            Tasklist.open(page, number, "Följ upp med den utsatta");
            claim(page);
            page.getByLabel("Hur mår den utsatta?").fill("Det är lugnt nu.");
            Tasklist.answer(page, "Har mer hänt?", "Nej");
            Tasklist.answer(page, "Fungerar åtgärderna?", "Inga åtgärder gäller");
            Tasklist.answer(page, "Påverkar det hur hen sköter sitt uppdrag?", "Nej");
            page.getByLabel("Avsluta", new Page.GetByLabelOptions().setExact(true))
                    .check();
            Tasklist.choose(page, "Hur slutade det?", "Det har löst sig");
            page.getByLabel("Varför avslutas ärendet?").fill("Personen som ropade har bett om ursäkt.");
            page.getByLabel("Den utsatta vet att ärendet avslutas").check();
            page.getByLabel("Hur fick den utsatta veta?").fill("I telefon.");
            Tasklist.complete(page);

            assertThat(page.title()).isEqualTo("Värna Uppgifter");
            assertThat(drafts(page)).isEmpty();
        }
        assertThat(file(number).phase()).isEqualTo(Phase.CLOSED);
        assertThat(file(number).level()).isEqualTo(Level.ELEVATED);
        assertThat(readLog.hasReadSince(number, OFFICER, clock.instant())).isTrue();
    }

    @Test
    void what_is_not_right_is_said_in_swedish_and_nothing_is_lost() {
        String number = caseInFollowUp("ledamot-ks", "GRUNDSKOLENAMNDEN", OFFICER, "HIGH");
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = visit.signIn(OFFICER, Tasklist.ADDRESS);
            Tasklist.open(page, number, "Ge råd om polisanmälan");
            claim(page);
            page.getByLabel("Händelsen är redan anmäld").check();
            page.getByLabel("K-nummer").fill("12345");
            page.getByLabel("Vilken dag gjordes anmälan?").fill("2026-11-24");
            page.keyboard().press("Enter");
            Tasklist.answer(page, "Vem anmäler?", "Den utsatta själv");
            page.getByRole(AriaRole.BUTTON, Tasklist.named("Slutför")).click();

            Locator notice = page.locator(".page-notifications");
            assertThat(notice).containsText("Uppgiften är inte slutförd");
            assertThat(notice).containsText("Skriv K-numret så som polisen anger det");
            assertThat(notice).not().containsText("ENGINE-");
            assertThat(notice).not().containsText("Exception");
            assertThat(page.getByLabel("K-nummer")).hasValue("12345");
            assertThat(openTasks(number)).contains("userTask_advisePoliceReport");
        }
    }

    @Test
    void what_is_half_written_is_still_there_after_a_look_at_the_case() {
        String number = caseInAssessment("ledamot-ks", "GRUNDSKOLENAMNDEN", OFFICER);
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = visit.signIn(OFFICER, Tasklist.ADDRESS);
            Tasklist.open(page, number, "Bedöm händelsen");
            claim(page);
            page.getByLabel("Varför?").fill("Halvskriven tanke.");
            page.keyboard().press("Tab");
            page.getByText("Ärende", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("iframe")).isVisible();
            page.getByText("Formulär", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByLabel("Varför?")).hasValue("Halvskriven tanke.");
            assertThat(drafts(page)).isEmpty();
        }
    }

    @Test
    void what_is_half_written_does_not_stay_in_the_browser() {
        String number = caseInAssessment("ledamot-ks", "GRUNDSKOLENAMNDEN", OFFICER);
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = visit.signIn(OFFICER, Tasklist.ADDRESS);
            Tasklist.open(page, number, "Bedöm händelsen");
            claim(page);
            page.getByLabel("Varför?").fill("Hemligt.");
            page.evaluate("localStorage.setItem('camunda-form:x', 'hemligt')");
            assertThat(drafts(page)).isEmpty();
            assertThat(page.getByRole(AriaRole.BUTTON, Tasklist.named("Spara")))
                    .not()
                    .isVisible();

            // The session ends while the form is open: Tasklist would save it, and ask for a password it does not know.
            visit.context().clearCookies();
            page.waitForURL(url -> url.contains("/logga-in"));
            page.navigate("/vem-kontaktar-jag");
            assertThat(drafts(page)).isEmpty();

            visit.signIn(OFFICER, Tasklist.ADDRESS);
            assertThat(page.locator(".tasks-list").first()).isVisible();
        }
    }

    @Test
    void the_deputy_takes_over_what_the_officer_has_claimed() {
        String number = caseInAssessment("ledamot-ks", "GRUNDSKOLENAMNDEN", OFFICER);
        engine.getTaskService()
                .setAssignee(task(number, "userTask_assessIncident").getId(), OFFICER);
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = visit.signIn("lsa-grundskola-ersattare", Tasklist.ADDRESS);
            Tasklist.open(page, number, "Bedöm händelsen");
            page.locator(".reset-assignee").click();
            page.getByRole(AriaRole.BUTTON, Tasklist.named("Ta uppgiften")).click();
            assertThat(page.locator(".task-details .assignee")).containsText("Ersättare för lokalt säkerhetsansvarig");
            assertThat(page.locator(".task-details .disabled-form")).hasCount(0);
        }
        assertThat(task(number, "userTask_assessIncident").getAssignee()).isEqualTo("lsa-grundskola-ersattare");
    }

    @Test
    void an_officer_who_may_not_act_says_so_on_the_task_and_no_longer_has_it() {
        String number = caseInAssessment("ledamot-ks", "GRUNDSKOLENAMNDEN", OFFICER);
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = visit.signIn(OFFICER, Tasklist.ADDRESS);
            Tasklist.open(page, number, "Bedöm händelsen");
            Tasklist.tab(page, "Ärende");
            FrameLocator theCase = page.frameLocator("iframe.varna-arende");
            theCase.getByText("Är du jävig?").first().click();
            theCase.getByLabel("Varför är du jävig?").fill("Vi är gamla vänner.");
            theCase.getByText("Anmäl jäv", new FrameLocator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(theCase.locator("main")).containsText("Din anmälan om jäv är sparad");
            Tasklist.anew(page, Tasklist.tasksOf(number));
            assertThat(page.getByText("Det finns inga uppgifter här nu.")).isVisible();

            visit.context().clearCookies();
            page.navigate("about:blank");
            page = visit.signIn("lsa-grundskola-ersattare", Tasklist.ADDRESS);
            Tasklist.open(page, number, "Bedöm händelsen");
            page.getByRole(AriaRole.BUTTON, Tasklist.named("Ta uppgiften")).click();
            assertThat(page.locator(".task-details .assignee")).containsText("Ersättare för lokalt säkerhetsansvarig");
        }
    }

    @Test
    void each_tab_of_a_task_is_whole() {
        String number = caseInAssessment("ledamot-ks", "GRUNDSKOLENAMNDEN", OFFICER);
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = visit.signIn(OFFICER, Tasklist.ADDRESS);
            Tasklist.open(page, number, "Bedöm händelsen");
            assertThat(page.locator(".task-details .nav-tabs").getByText("Historik"))
                    .not()
                    .isVisible();
            Tasklist.tab(page, "Diagram");
            assertThat(page.locator(".task-details .djs-container")).containsText("Bedöm händelsen");
            Tasklist.tab(page, "Beskrivning");
            assertThat(page.locator(".page-notifications .alert-danger")).hasCount(0);
        }
    }

    @Test
    void signing_out_in_tasklist_ends_the_session_everywhere() {
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = visit.signIn(OFFICER, Tasklist.ADDRESS);
            page.locator(".account .dropdown-toggle").click();
            page.locator(".account .logout a").click();
            page.waitForURL(url -> url.contains("/logga-in"));
            page.navigate("/mina-arenden");
            assertThat(page.url()).contains("/logga-in");
        }
    }

    @Test
    void another_units_officer_has_nothing_to_see() {
        String number = caseInAssessment("ledamot-ks", "GRUNDSKOLENAMNDEN", OFFICER);
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = visit.signIn("lsa-liseberg", Tasklist.ADDRESS);
            Tasklist.anew(page, Tasklist.tasksOf(number));
            assertThat(page.getByText("Det finns inga uppgifter här nu.")).isVisible();
            Tasklist.anew(
                    page,
                    Tasklist.ADDRESS + "#/?task="
                            + task(number, "userTask_assessIncident").getId());
            assertThat(page.getByText("Välj en uppgift i listan.")).isVisible();
            assertThat(page.locator("body")).not().containsText(number);
        }
    }

    /** Starts the process with its form, as the exposed official, and answers with the new case's number. */
    private String reportInTasklist(String description) {
        Set<String> before = caseNumbers();
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = visit.signIn("ledamot-ks", Tasklist.ADDRESS);
            page.getByText("Starta process").first().click();
            page.getByText("Hantera händelse").click();
            Tasklist.choose(page, "Vem har blivit utsatt?", "Jag själv");
            page.getByLabel("Vad hände?").fill(description);
            page.getByLabel("Ett uppdrag för staden").check();
            Tasklist.choose(page, "Vilken del av staden gäller det?", "Grundskolenämnden");
            page.getByLabel("Hot", new Page.GetByLabelOptions().setExact(true)).check();
            page.getByRole(AriaRole.BUTTON, Tasklist.named("Starta")).click();
            assertThat(page.locator(".page-notifications")).containsText("Det är startat.");
            assertThat(drafts(page)).isEmpty();
        }
        Set<String> now = caseNumbers();
        now.removeAll(before);
        assertThat(now).hasSize(1);
        return now.iterator().next();
    }

    private Set<String> caseNumbers() {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("incidentHandling")
                .list()
                .stream()
                .map(ProcessInstance::getBusinessKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void claim(Page page) {
        Tasklist.claim(page, "Lokalt säkerhetsansvarig Grundskola");
    }

    private static String drafts(Page page) {
        return (String)
                page.evaluate("Object.keys(localStorage).filter(key => /^cam(Form|unda-form):/.test(key)).join()");
    }
}
