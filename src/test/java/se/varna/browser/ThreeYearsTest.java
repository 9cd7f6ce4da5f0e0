package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.varna.RunningApplication;
import se.varna.pages.Pdf;

/**
 * The workbench on the demo's 300 cases over three years, made by its one command and in an application of its own: what an
 * officer, the department and a process owner see of them, against what the database holds.
 */
class ThreeYearsTest {

    private static final int CASES = 300;
    private static final int WIDE = 1400;
    private static final int PHONE = 390;

    private static final String OFFICER = "lsa-grundskola";
    private static final String OFFICERS_GROUP = "lsa-GRUNDSKOLENAMNDEN";
    private static final String DEPARTMENT = "sob-1";
    private static final String DEPARTMENTS_GROUP = "sob";
    private static final String PROCESS_OWNER = "processagare";

    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final int ON_A_PAGE = 20;

    @TempDir
    private static Path directory;

    private static Chromium chromium;
    private static RunningApplication demo;
    private static int port;
    private static JdbcClient stored;

    @BeforeAll
    static void three_years_go_by() throws IOException {
        chromium = Chromium.start();
        Path database = directory.resolve("database");
        demo = RunningApplication.startDemo(directory.resolve("output"), database, "--varna.demo.cases=" + CASES);
        // It says its address when the past has been lived.
        demo.waitFor("http://localhost:");
        port = demo.port();
        stored = JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://localhost:"
                        + Files.readAllLines(database.resolve("postmaster.pid")).get(3) + "/varna",
                "varna_app",
                "varna_app"));
        assertThat(number("SELECT count(*) FROM varna.case_file")).isEqualTo(CASES);
    }

    @AfterAll
    static void the_end() {
        if (demo != null) {
            demo.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void an_officer_opens_tasklist_and_sees_all_that_is_theirs_and_nothing_else() {
        Set<String> theirs = caseNumbers("SELECT e.business_key_ FROM engine.act_ru_identitylink l"
                + " JOIN engine.act_ru_task t ON t.id_ = l.task_id_"
                + " JOIN engine.act_ru_execution e ON e.id_ = t.proc_inst_id_ WHERE l.group_id_ = '" + OFFICERS_GROUP
                + "'");
        assertThat(theirs).isNotEmpty();
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = visit.signIn(OFFICER, Tasklist.ADDRESS);
            Locator cards = page.locator(".tasks-list li.task .varna-card");
            assertThat(cards.first()).containsText("V-20");
            page.waitForTimeout(1000);
            Set<String> seen = new TreeSet<>();
            cards.locator(".varna-number").allInnerTexts().forEach(seen::add);
            assertThat(seen).isEqualTo(theirs);
            Swedish swedish = new Swedish("tasklist");
            swedish.check(page, "all tasks");
            visit.picture("three-years-tasklist");

            cards.first().click();
            assertThat(page.locator(".task-details h2")).isVisible();
            Tasklist.tab(page, "Ärende");
            assertThat(page.frameLocator("iframe.varna-arende").locator("h1"))
                    .containsText(cards.first().locator(".varna-number").innerText());
            swedish.check(page, "a task with its case");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, WIDE})
    void an_officer_leafs_through_their_own_cases_opens_one_and_prints_it(int width) throws IOException {
        Set<String> theirs = held(OFFICERS_GROUP, "");
        assertThat(theirs).hasSizeGreaterThan(ON_A_PAGE);
        try (Visit visit = chromium.visit(port, width)) {
            Page page = visit.signIn(OFFICER, "/arenden");
            isRight(page);
            visit.picture("three-years-cases-" + width);
            assertThat(leafed(page)).isEqualTo(theirs);

            String open = caseNumbers("SELECT number FROM varna.case_file WHERE phase = 'FOLLOW_UP' AND owner_group = '"
                            + OFFICERS_GROUP + "'")
                    .iterator()
                    .next();
            page.navigate("/arenden/" + open);
            isRight(page);
            visit.picture("three-years-case-" + width);
            page.getByText("Var är ärendet?").click();
            assertThat(page.locator(".map svg")).isVisible();
            isRight(page);
            page.navigate("/arenden/" + open);
            page.getByText("Vem har läst ärendet?").click();
            assertThat(page.locator("h1")).containsText(open);
            isRight(page);
            APIResponse printed = page.request().get("/arenden/" + open + "/akt.pdf");
            assertThat(Pdf.text(printed.body())).contains(open, "I korthet", "Det som har hänt i ärendet");

            String others = caseNumbers(
                            "SELECT number FROM varna.case_file f WHERE owner_group = 'lsa-LISEBERG' AND NOT EXISTS"
                                    + " (SELECT 1 FROM varna.case_share s WHERE s.case_number = f.number AND group_id = '"
                                    + OFFICERS_GROUP + "')")
                    .iterator()
                    .next();
            assertThat(page.navigate("/arenden/" + others).status()).isEqualTo(404);
            assertThat(page.locator("main")).not().containsText(others);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, WIDE})
    void the_department_lists_and_narrows_its_cases_and_sees_the_statistics(int width) {
        try (Visit visit = chromium.visit(port, width)) {
            Page page = visit.signIn(DEPARTMENT, "/arenden");
            isRight(page);
            assertThat(leafed(page)).isEqualTo(held(DEPARTMENTS_GROUP, ""));

            narrowed(page, "Nivå", "Hög");
            assertThat(leafed(page)).isEqualTo(held(DEPARTMENTS_GROUP, "AND level = 'HIGH'"));
            narrowed(page, "Läge", "Avslutat");
            isRight(page);
            assertThat(leafed(page))
                    .isNotEmpty()
                    .isEqualTo(held(DEPARTMENTS_GROUP, "AND level = 'HIGH' AND phase = 'CLOSED'"));

            page.navigate("/arenden?which=TOLD");
            assertThat(page.locator("ul.entries li").first()).isVisible();
            isRight(page);
            seesStatistics(visit, page);
        }
    }

    @Test
    void a_process_owner_sees_every_cases_flow_in_cockpit_and_no_case() {
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = visit.signIn(PROCESS_OWNER, COCKPIT);
            Swedish swedish = new Swedish("cockpit", "default", "date");
            Locator states =
                    page.locator("table.varna-figures", new Page.LocatorOptions().setHasText("Ärenden efter läge"));
            assertThat(states.locator("tbody tr")).hasCount(4);
            List<Integer> shown = new ArrayList<>();
            for (Locator row : states.locator("tbody tr").all()) {
                shown.add(Integer.parseInt(row.locator("td").first().innerText()));
            }
            assertThat(shown)
                    .containsExactly(
                            number("SELECT count(*) FROM varna.case_file WHERE phase = 'FIRST_CONTACT'"),
                            number("SELECT count(*) FROM varna.case_file WHERE phase = 'ASSESSMENT'"),
                            number("SELECT count(*) FROM varna.case_file WHERE phase = 'FOLLOW_UP'"),
                            number("SELECT count(*) FROM varna.case_file WHERE phase = 'CLOSED'"
                                    + " AND closed_at >= now() - interval '1 year'"));
            assertThat(page.locator("table.varna-figures", new Page.LocatorOptions().setHasText("Frister")))
                    .containsText("%");
            swedish.check(page, "dashboard");
            isUsable(page);
            visit.picture("three-years-cockpit");

            String definition = stored.sql(
                            "SELECT id_ FROM engine.act_re_procdef WHERE key_ = 'incidentHandling' ORDER BY version_ DESC LIMIT 1")
                    .query(String.class)
                    .single();
            Tasklist.anew(page, COCKPIT + "#/process-definition/" + definition + "/runtime");
            Locator assessed = page.locator("[data-container-id='userTask_assessIncident'] .varna-label");
            assertThat(assessed).containsText(Pattern.compile("\\d+.* / .*(min|tim|dygn)", Pattern.DOTALL));
            assertThat(assessed)
                    .containsText(String.valueOf(number("SELECT count(*) FROM engine.act_hi_actinst"
                            + " WHERE act_id_ = 'userTask_assessIncident' AND act_inst_state_ <> 2"
                            + " AND end_time_ >= now() - interval '1 year'")));
            assertThat(page.locator(".btn-suspend-action")).not().isVisible();
            swedish.check(page, "process");
            visit.picture("three-years-process");
            assertThat(page.content()).doesNotContain("Ledamot");

            assertThat(page.navigate("/arenden").status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, WIDE})
    void a_process_owner_sees_the_statistics(int width) {
        try (Visit visit = chromium.visit(port, width)) {
            seesStatistics(visit, visit.signIn(PROCESS_OWNER, "/statistik"));
        }
    }

    private static void seesStatistics(Visit visit, Page page) {
        page.navigate("/statistik");
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Händelser per år")))
                .isVisible();
        Locator years = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Händelser per år"))
                .locator("tbody tr");
        assertThat(years.first()).isVisible();
        assertThat(years.count()).isGreaterThanOrEqualTo(3);
        isRight(page);
        visit.picture("three-years-statistics-" + page.viewportSize().width);
    }

    /** A page of ours: usable, and with no words of English on it. */
    private static void isRight(Page page) {
        Usable.check(page);
        new Swedish("tasklist").check(page, page.url());
    }

    /** Our own parts of Cockpit; the rest is Camunda's. */
    private static void isUsable(Page page) {
        assertThat(new AxeBuilder(page).include(".varna-part").analyze().getViolations())
                .isEmpty();
    }

    private static void narrowed(Page page, String field, String to) {
        page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)).selectOption(to);
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sök"))
                .click();
    }

    /** All numbers from this page of the list on; comes back to it. */
    private static Set<String> leafed(Page page) {
        String first = page.url();
        Set<String> numbers = new TreeSet<>();
        Locator older = page.getByText("Äldre", new Page.GetByTextOptions().setExact(true));
        while (true) {
            List<String> here = page.locator("ul.entries a").allInnerTexts();
            assertThat(numbers).doesNotContainAnyElementsOf(here);
            numbers.addAll(here);
            if (older.count() == 0) {
                page.navigate(first);
                return numbers;
            }
            assertThat(here).hasSize(ON_A_PAGE);
            older.click();
            page.waitForLoadState();
        }
    }

    /** The department acts where a unit has nobody who does. */
    private static Set<String> held(String group, String narrowed) {
        String unstaffed = " OR owner = 'LOCAL_SECURITY_OFFICER' AND NOT EXISTS (SELECT 1 FROM varna.appointment a"
                + " WHERE a.organisation = owner_code AND a.office LIKE '%SECURITY_OFFICER%')";
        return caseNumbers("SELECT number FROM varna.case_file WHERE (owner_group = '" + group + "'"
                + (group.equals(DEPARTMENTS_GROUP) ? unstaffed : "") + ") " + narrowed);
    }

    private static Set<String> caseNumbers(String query) {
        return new TreeSet<>(stored.sql(query).query(String.class).list());
    }

    private static int number(String count) {
        return stored.sql(count).query(Integer.class).single();
    }
}
