package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.varna.VarnaTest;

/** Cockpit and Admin, as the process owner and the administrator see them in a real browser. */
class CockpitTest extends VarnaTest {

    private static final int WIDE = 1400;
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String ADMIN = "/camunda/app/admin/default/";
    private static final String ERROR_BOX = ".alert-danger";

    private static Chromium chromium;

    @LocalServerPort
    int port;

    /** Of what is technical, Cockpit shows the names as they are. */
    private final Swedish swedish = new Swedish(
            "cockpit",
            "true",
            "unit",
            "dmn",
            "bpmn",
            "integer",
            "followup",
            "boolean",
            "string",
            "level",
            "decisions",
            "processes",
            "timer",
            "execution",
            "follow",
            "up",
            "date",
            "default");

    /** What the pages asked for and did not get. */
    private final List<String> refused = new ArrayList<>();

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void the_process_owner_follows_the_flow_and_sees_no_names() {
        String number = caseInAssessment("ledamot-ks", "GRUNDSKOLENAMNDEN", "lsa-grundskola");
        ProcessInstance instance = instance(number, "incidentHandling");
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = signIn(visit, "processagare", COCKPIT);
            isWhole(page, COCKPIT, "Pågående förlopp");
            isWhole(page, COCKPIT + "#/processes", "Hantera händelse");
            isWhole(
                    page,
                    COCKPIT + "#/process-definition/" + instance.getProcessDefinitionId() + "/runtime",
                    "Bedöm händelsen");
            eachTabIsWhole(page, 4);
            isWhole(page, COCKPIT + "#/process-instance/" + instance.getId() + "/runtime", number);
            assertThat(page.locator(".djs-container").first()).containsText("Bedöm händelsen");
            eachTabIsWhole(page, 6);
            assertThat(page.locator("body")).not().containsText("Ledamot");
            isWhole(page, COCKPIT + "#/decisions", "Fastställ ansvar");
            isWhole(page, COCKPIT + "#/repository", "varna-processes");
            assertThat(refused).isEmpty();
            assertThat(page.locator(".ce-eol-banner")).not().isVisible();
        }
    }

    @Test
    void the_administrator_sees_what_is_deployed_and_does_not_count_cases() {
        String table = engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("responsibility")
                .latestVersion()
                .singleResult()
                .getId();
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = signIn(visit, "admin", ADMIN);
            isWhole(page, ADMIN, "System");
            isWhole(page, COCKPIT, "Beslutstabeller");
            isWhole(page, COCKPIT + "#/decisions", "Fastställ ansvar");
            isWhole(page, COCKPIT + "#/decision-definition/" + table, "Vad gäller händelsen?");
            isWhole(page, COCKPIT + "#/repository", "varna-decisions");
            assertThat(page.locator(".ce-eol-banner")).containsText("sista versionen av Camunda 7");
            // What the engine refuses cannot be reached: counting cases is the process owner's, people are the
            // directory's.
            for (String closed : List.of(COCKPIT + "#/processes", COCKPIT + "#/tasks", ADMIN + "#/users")) {
                isWhole(page, closed, "Administratör");
                assertThat(page).hasURL(java.util.regex.Pattern.compile(".*#/?(dashboard)?$"));
            }
        }
    }

    private Page signIn(Visit visit, String person, String address) {
        Page page = visit.signIn(person, address);
        page.onResponse(answer -> {
            if (answer.url().contains("/camunda/api/") && answer.status() >= 400) {
                refused.add(answer.status() + " " + answer.request().method() + " " + answer.url());
            }
        });
        return page;
    }

    /** Goes there with a new page, waits until it shows that text, and finds neither an error nor English on it. */
    private void isWhole(Page page, String address, String text) {
        page.navigate("about:blank");
        page.navigate(address);
        assertThat(page.locator("body")).containsText(text);
        hasNoError(page);
    }

    private void eachTabIsWhole(Page page, int expected) {
        Locator tabs = page.locator(".ctn-tabbed .nav-tabs li a, .ctn-row .nav-tabs li a");
        assertThat(tabs.count()).isGreaterThanOrEqualTo(expected);
        for (int i = 0; i < tabs.count(); i++) {
            tabs.nth(i).click();
            hasNoError(page);
        }
    }

    private void hasNoError(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(ERROR_BOX)).hasCount(0);
        swedish.check(page, page.url());
    }
}
