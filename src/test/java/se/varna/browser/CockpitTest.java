package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import se.varna.AReport;
import se.varna.casefile.Kind;

/** Cockpit and Admin, as the process owner and the administrator see them in a real browser. */
class CockpitTest extends BrowserTest {

    private static final int WIDE = 1400;
    private static final int PHONE = 390;
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String ADMIN = "/camunda/app/admin/default/";
    private static final String ERROR_BOX = ".alert-danger";

    private static final String OFFICER = "lsa-grundskola";
    private static final String CANARY = "gransångare";

    /** Of what is technical, Cockpit shows the names as they are. */
    private final Swedish swedish = new Swedish(
            "cockpit",
            "true",
            "unit",
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

    @Autowired
    JavaMailSenderImpl sender;

    /** What the pages asked for and did not get. */
    private final List<String> refused = new ArrayList<>();

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
    void the_process_owner_sees_how_many_how_long_and_what_is_late() {
        String number = caseWithCanary();
        assessmentsTakeTime();
        String instance = instance(number, "incidentHandling").getId();
        String definition = instance(number, "incidentHandling").getProcessDefinitionId();
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = signIn(visit, "processagare", COCKPIT);
            List<String> told = new ArrayList<>();
            page.onResponse(answer -> {
                if (answer.url().contains("/flode/")) {
                    told.add(answer.text());
                }
            });

            isWhole(page, COCKPIT, "Ärenden efter läge");
            assertThat(row(page, "Frister det senaste året", "Första kontakt")).containsText("%");
            assertThat(row(page, "Ärenden efter läge", "Uppföljning").locator("td"))
                    .hasCount(3);
            isUsable(page);
            visit.picture("cockpit-dashboard");

            isWhole(page, COCKPIT + "#/process-definition/" + definition + "/runtime", "Steg och tider");
            Locator drawn = page.locator("[data-container-id='userTask_assessIncident'] .varna-label");
            assertThat(drawn).containsText(Pattern.compile("\\d+.* / .*(min|tim|dygn)", Pattern.DOTALL));
            page.getByText("Steg och tider").click();
            assertThat(row(page, "Det senaste året", "Bedöm händelsen").locator("td"))
                    .hasCount(5);
            isUsable(page);
            visit.picture("cockpit-process");

            isWhole(page, COCKPIT + "#/process-instance/" + instance + "/runtime", "Avslutade steg");
            assertThat(page.locator("[data-element-id='userTask_assessIncident'].varna-done"))
                    .isVisible();
            assertThat(page.locator("[data-element-id='callActivity_followUp'].varna-done"))
                    .hasCount(0);
            page.getByText("Avslutade steg").click();
            assertThat(row(page, "Stegen i den ordning de började", "Bedöm händelsen"))
                    .containsText("24 nov. 2026 kl. 10.0024 nov. 2026 kl. 12.002 timSlutfördes");
            isUsable(page);
            visit.picture("cockpit-instance");

            assertThat(refused).isEmpty();
            assertThat(told).hasSizeGreaterThan(4).noneMatch(text -> text.contains(CANARY) || text.contains("Ledamot"));
        }
    }

    @Test
    void on_a_telephone_the_picture_and_the_figures_have_the_whole_width() {
        String definition = instance(caseWithCanary(), "incidentHandling").getProcessDefinitionId();
        try (Visit visit = chromium.visit(port, PHONE)) {
            Page page = signIn(visit, "processagare", COCKPIT);
            isWhole(page, COCKPIT + "#/process-definition/" + definition + "/runtime", "Steg och tider");
            page.getByText("Steg och tider").click();
            assertThat(page.locator(".varna-part").first()).isVisible();
            for (String part : List.of(".djs-container", ".varna-part")) {
                assertThat(page.locator(part).first().boundingBox().width)
                        .as(part)
                        .isGreaterThan(0.7 * PHONE);
            }
        }
    }

    @Test
    void the_process_owner_reads_in_swedish_what_a_stopped_step_means_and_tries_it_again() {
        String number = caseWithCanary();
        Job mail = failedMail(number);
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = signIn(visit, "processagare", COCKPIT);
            isWhole(
                    page,
                    COCKPIT + "#/process-instance/" + mail.getProcessInstanceId() + "/runtime?tab=incidents-tab",
                    "Ett e-postmeddelande kunde inte skickas. Mottagaren har inte fått det");
            hasNoCanary(page);
            visit.picture("cockpit-incident");

            page.locator("a[ng-click='openJobRetryDialog(incident)']").click();
            page.locator("button[ng-click='incrementRetry()']").click();
            assertThat(page.locator(".modal-footer button.btn-primary[ng-click='close(status)']"))
                    .isVisible();
            hasNoError(page);
            assertThat(refused).isEmpty();
        }
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(mail.getProcessInstanceId())
                        .count())
                .isZero();
        runJobs(number);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(mail.getProcessInstanceId())
                        .count())
                .isZero();
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
            assertThat(page.locator(".varna-part")).hasText("Det här visas för processägare.");
            isWhole(page, COCKPIT + "#/decisions", "Fastställ ansvar");
            isWhole(page, COCKPIT + "#/decision-definition/" + table, "Vad gäller det?");
            isWhole(page, COCKPIT + "#/repository", "varna-decisions");
            assertThat(page.locator(".ce-eol-banner")).containsText("sista versionen av Camunda 7");
            // What the engine refuses cannot be reached: counting cases is the process owner's, people are the
            // directory's.
            for (String closed : List.of(COCKPIT + "#/processes", COCKPIT + "#/tasks", ADMIN + "#/users")) {
                isWhole(page, closed, "Administratör");
                assertThat(page).hasURL(Pattern.compile(".*#/?(dashboard)?$"));
            }
        }
    }

    /** In follow-up, with the canary in all that was written of it; the assessment took two hours. */
    private String caseWithCanary() {
        String number = report(
                        newMember("GRUNDSKOLENAMNDEN"),
                        AReport.about("GRUNDSKOLENAMNDEN").kind(Kind.THREAT).saying(CANARY))
                .caseNumber();
        complete(OFFICER, number, "userTask_contactExposed", "contactOutcome", "REACHED", "note", CANARY);
        later(Duration.ofHours(2));
        complete(
                OFFICER,
                number,
                "userTask_assessIncident",
                "level",
                "HIGH",
                "reason",
                CANARY + " efter ett långt samtal.");
        return number;
    }

    /** Over one in ten of all tests' assessments, most of which take no time at all. */
    private void assessmentsTakeTime() {
        long assessed = engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .activityId("userTask_assessIncident")
                .finished()
                .count();
        for (long i = 0; i < assessed / 7; i++) {
            caseWithCanary();
        }
    }

    /** A mail of the case's that has been given up, since the server did not answer. */
    private Job failedMail(String number) {
        Job mail = engine.getManagementService().createJobQuery().activityId("serviceTask_sendMail").list().stream()
                .filter(job -> instances(number).stream()
                        .anyMatch(instance -> instance.getId().equals(job.getProcessInstanceId())))
                .findFirst()
                .orElseThrow();
        int answering = sender.getPort();
        sender.setPort(1);
        try {
            for (int tries = 0; tries < 2; tries++) {
                assertThatThrownBy(() -> engine.getManagementService().executeJob(mail.getId()))
                        .isInstanceOf(RuntimeException.class);
                engine.getManagementService().setJobRetries(mail.getId(), 1);
            }
            assertThatThrownBy(() -> engine.getManagementService().executeJob(mail.getId()))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            sender.setPort(answering);
        }
        return mail;
    }

    private static Locator row(Page page, String table, String name) {
        return page.locator("table.varna-figures", new Page.LocatorOptions().setHasText(table))
                .locator("tbody tr", new Locator.LocatorOptions().setHasText(name));
    }

    /** Our own parts of the page; the rest is Camunda's. */
    private void isUsable(Page page) {
        assertThat(new AxeBuilder(page).include(".varna-part").analyze().getViolations())
                .isEmpty();
        hasNoCanary(page);
    }

    private void hasNoCanary(Page page) {
        hasNoError(page);
        assertThat(page.content()).doesNotContain(CANARY, "Ledamot");
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
