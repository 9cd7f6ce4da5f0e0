package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.varna.casefile.EventKind;
import se.varna.directory.Owner;

/** Two people signed in at the same time, in a samråd about whose a council member's case in a board's work is. */
class TwoAtOnceTest extends BrowserTest {

    private static final int[] WIDTHS = {390, 1400};
    private static final String OFFICER = "lsa-grundskola";
    private static final String DEPARTMENT = "sob-1";
    private static final String EXPOSED = "ledamot-ks";
    private static final String REPORTED = "Någon ropade efter mig utanför mötet.";
    private static final String CALL = "Samtal i lugn ton.";
    private static final String PROPOSAL = "Frågan avgörs av kommunstyrelsen i maj.";
    private static final String STATEMENT = "Vi har ringt varje dag. Personlarm gäller.";
    private static final String ACCEPTED = "Vi känner till personen sedan tidigare.";
    private static final String HALF_WRITTEN = "Vi pratade en stund i dag.";

    @Test
    void one_takes_the_case_over_while_the_other_is_writing_in_it() {
        String number = caseInFollowUp(EXPOSED, "GRUNDSKOLENAMNDEN", OFFICER, "HIGH");
        later(Duration.ofMinutes(1));
        String address = "/arenden/" + number;
        try (Visit officers = chromium.visit(port, 1400);
                Visit departments = chromium.visit(port, 1400);
                Visit exposeds = chromium.visit(port, 1400)) {
            Page department = departments.signIn(DEPARTMENT, address);
            assertThat(department.locator("main")).not().containsText(REPORTED);
            usable(department);
            propose(department);
            inTheTab(department, number, "Ta del av information", PROPOSAL);

            Page officer = officers.signIn(OFFICER, address);
            assertThat(officer.locator("main")).containsText(PROPOSAL);
            usable(officer);
            state(officer, number);

            Tasklist.open(officer, number, "Följ upp med den utsatta");
            Tasklist.claim(officer, "Lokalt säkerhetsansvarig Grundskola");
            officer.getByLabel("Hur mår den utsatta?").fill(HALF_WRITTEN);
            Tasklist.answer(officer, "Har mer hänt?", "Nej");
            Tasklist.answer(officer, "Fungerar åtgärderna?", "Inga åtgärder gäller");
            Tasklist.answer(officer, "Påverkar det hur hen sköter sitt uppdrag?", "Nej");
            officer.getByLabel("Ny uppföljning").check();

            // Tasklist looks every ten seconds whether the task is there still: here it has not looked again yet.
            String look = "/camunda/api/engine/engine/default/task/"
                    + task(number, "userTask_followUp").getId();
            APIResponse before = officer.request().get(look);
            officer.route("**" + look, route -> route.fulfill(new Route.FulfillOptions().setResponse(before)));
            accept(department, number);

            officer.getByRole(AriaRole.BUTTON, Tasklist.named("Slutför")).click();
            Locator notice = officer.locator(".page-notifications");
            assertThat(notice).containsText("Uppgiften är inte slutförd");
            assertThat(notice).containsText("Uppgiften är inte din enhets längre.");
            assertThat(notice).not().containsText("ENGINE-");
            assertThat(officer.getByLabel("Hur mår den utsatta?")).hasValue(HALF_WRITTEN);
            assertThat(timeline(number)).doesNotContain(EventKind.FOLLOWED_UP);

            officer.unroute("**" + look);
            assertThat(officer.locator(".task-details")).containsText("Uppgiften är inte din längre");
            assertThat(officer.getByLabel("Hur mår den utsatta?")).hasValue(HALF_WRITTEN);

            officer.navigate(address);
            Locator outline = officer.locator("main");
            assertThat(outline).containsText("Säkerhet och Beredskap har ärendet");
            assertThat(outline).containsText("Lämna ut mer");
            assertThat(outline).not().containsText(CALL);
            usable(officer);

            department.navigate(address);
            Locator whole = department.locator("main");
            assertThat(whole).containsText(REPORTED);
            assertThat(whole).not().containsText(CALL);
            assertThat(card(department, "kontakter"))
                    .containsText("Inte utlämnat. Lokalt säkerhetsansvarig, Grundskolenämnden kan lämna ut det.");
            Locator holders = card(department, "vem-har-haft");
            assertThat(holders).containsText("Efter samråd. Båda har skrivit under.");
            assertThat(holders).containsText("Yttrande: Lokalt säkerhetsansvarig Grundskola");
            assertThat(holders).containsText("Övertagande: Säkerhet och Beredskap 1");
            usable(department);

            Page exposed = exposeds.signIn(EXPOSED, address);
            assertThat(card(exposed, "vem")).containsText("Säkerhet och Beredskap");
            assertThat(card(exposed, "vem")).containsText("Svarar dygnet runt.");
            usable(exposed);
        }
        assertThat(file(number).owner()).isEqualTo(Owner.SECURITY_AND_PREPAREDNESS);
        assertThat(task(number, "userTask_followUp").getAssignee()).isNull();
    }

    /** On the case's page, without a mouse. */
    private static void propose(Page page) {
        page.reload();
        page.locator("#foresla-samrad").locator("xpath=..").focus();
        page.keyboard().press("Enter");
        page.getByLabel("Varför?").focus();
        page.keyboard().type(PROPOSAL);
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".done")).isFocused();
        assertThat(page.locator(".done")).containsText("Samrådet är föreslaget.");
    }

    private static void inTheTab(Page page, String number, String task, String said) {
        Tasklist.open(page, number, task);
        Tasklist.tab(page, "Ärende");
        FrameLocator theCase = page.frameLocator("iframe.varna-arende");
        assertThat(theCase.locator("main")).containsText(said);
    }

    private static void state(Page page, String number) {
        Tasklist.open(page, number, "Yttra dig om övertagandet");
        assertThat(page.locator(".fjs-container")).containsText(PROPOSAL);
        Tasklist.claim(page, "Lokalt säkerhetsansvarig Grundskola");
        page.getByLabel("Hur ser ni på övertagandet?").focus();
        page.keyboard().type(STATEMENT);
        tick(page, 1);
        tick(page, 1);
        page.getByLabel("Inga uppgifter följer med").focus();
        Tasklist.choose(page, "Varför får uppgifterna lämnas?", "Nödvändigt för verksamheten (OSL 10:2)");
        page.getByLabel("Jag skriver under yttrandet").focus();
        page.keyboard().press("Space");
        Tasklist.complete(page);
    }

    private static void accept(Page page, String number) {
        Tasklist.open(page, number, "Ta ställning till övertagandet");
        Locator form = page.locator(".fjs-container");
        assertThat(form).containsText(STATEMENT);
        assertThat(form).containsText("Följer med: hur den utsatta nås, det som har hänt.");
        assertThat(form).not().containsText(CALL);
        Tasklist.claim(page, "Säkerhet och Beredskap 1");
        page.getByLabel("Ja, vi tar över").focus();
        page.keyboard().press("Space");
        page.getByLabel("Varför?").focus();
        page.keyboard().type(ACCEPTED);
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        assertThat(page.getByLabel("Jag skriver under övertagandet")).isChecked();
        Tasklist.complete(page);
    }

    private static void tick(Page page, int steps) {
        for (int i = 0; i < steps; i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Space");
    }

    private static Locator card(Page page, String heading) {
        return page.locator("section[aria-labelledby='" + heading + "']");
    }

    /** On a phone and on a desk. */
    private static void usable(Page page) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            Usable.check(page);
        }
    }
}
