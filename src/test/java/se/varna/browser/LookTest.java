package se.varna.browser;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.casefile.Kind;

class LookTest extends VarnaTest {
    @LocalServerPort
    int port;

    @Test
    void look() throws Exception {
        String number = report(
                        "ledamot-ks",
                        AReport.about("GRUNDSKOLENAMNDEN")
                                .kind(Kind.THREAT)
                                .saying(
                                        "Brev med `kod` & <b>taggar</b> {{1+1}} = * _x_ # rubrik\n\nNy rad: [länk](http://x)"))
                .caseNumber();
        String other = caseInAssessment("ledamot-ks", "GRUNDSKOLENAMNDEN", "lsa-grundskola");
        String third = caseInFollowUp("ledamot-ks", "GRUNDSKOLENAMNDEN", "lsa-grundskola", "HIGH");
        try (Chromium chromium = Chromium.start()) {
            for (int width : new int[] {1400, 390}) {
                try (Visit visit = chromium.visit(port, width)) {
                    Page page = visit.signIn("ledamot-ks", "/camunda/app/tasklist/default/");
                    page.onConsoleMessage(m -> System.out.println("CONSOLE " + m.type() + " " + m.text()));
                    page.waitForTimeout(3000);
                    visit.picture("official-" + width);
                    if (width < 500) page.locator("button.navbar-toggle").click();
                    page.getByText("Starta process").first().click();
                    page.waitForTimeout(1500);
                    visit.picture("official-start-" + width);
                    page.getByText("Hantera händelse").first().click();
                    page.waitForTimeout(2500);
                    visit.picture("official-form-" + width);
                    System.out.println(
                            "HTML " + page.locator(".modal-body").innerHTML().replaceAll("\\s+", " "));
                }
                try (Visit visit = chromium.visit(port, width)) {
                    Page page = visit.signIn("lsa-grundskola", "/camunda/app/tasklist/default/");
                    page.onConsoleMessage(m -> System.out.println("CONSOLE " + m.type() + " " + m.text()));
                    page.waitForTimeout(3000);
                    visit.picture("officer-" + width);
                    System.out.println("TITLE " + page.title() + " " + page.url());
                    page.locator(".tasks-list .task, .tasks .task").first().click();
                    page.waitForTimeout(2500);
                    visit.picture("officer-task-" + width);
                    System.out.println(
                            "HTML " + page.locator(".task-details").innerHTML().replaceAll("\\s+", " "));
                    page.getByText("Ärende", new Page.GetByTextOptions().setExact(true))
                            .first()
                            .click();
                    page.waitForTimeout(2500);
                    visit.picture("officer-case-" + width);
                }
            }
        }
    }
}
