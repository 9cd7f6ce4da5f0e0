package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import se.varna.CitysLogin;

/** Signing in and out, and the warning before one is signed out, in a real browser. */
class SignInTest extends BrowserTest {

    private static final int WIDE = 1400;
    private static final int NARROW = 390;
    private static final String WORDS = "Någon ropade utanför mötet.";

    @Autowired
    FlywayConnectionDetails server;

    @Test
    void in_and_out_by_the_citys_login_from_tasklist_and_from_the_portal() {
        CitysLogin city = CitysLogin.start(server);
        try (Visit visit = chromium.visit(city.port(), WIDE)) {
            Page page = visit.page();
            page.navigate("/camunda/app/tasklist/default/");
            visit.picture("sign-in-city");
            passProvider(page, city, "lsa-grundskola");
            assertThat(page.locator(".tasks-list").first()).isVisible();
            assertThat(page.url()).contains("/camunda/app/tasklist/default/");

            page.locator(".account .dropdown-toggle").click();
            page.locator(".account .logout a").click();
            page.waitForURL(url -> url.endsWith("/logga-in?utloggad"));

            passProvider(page, city, "lsa-grundskola");
            page.navigate("/");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga ut"))
                    .click();
            page.waitForURL(url -> url.endsWith("/logga-in?utloggad"));
            assertThat(page.locator("main")).containsText("Du är utloggad.");
            page.navigate("/camunda/app/tasklist/default/");
            assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/logga-in$"));
        }
    }

    @Test
    void every_webapp_leads_to_our_own_sign_in() {
        Map.of("tasklist", "lsa-grundskola", "cockpit", "processagare", "admin", "admin", "welcome", "processagare")
                .forEach((app, person) -> {
                    try (Visit visit = chromium.visit(port, WIDE)) {
                        Page page = visit.signIn(person, "/camunda/app/" + app + "/default/");
                        visit.picture("webapp-" + app);
                        page.locator(".account .dropdown-toggle").waitFor();
                        // Whatever is asked for after this finds nobody signed in, and would leave the page by itself.
                        page.waitForLoadState(LoadState.NETWORKIDLE);
                        visit.context().clearCookies();
                        page.evaluate("location.hash = '#/login'");
                        page.waitForURL(url -> url.contains("/logga-in"));
                    }
                });
    }

    @Test
    void whoever_types_in_tasklist_says_so_once_a_minute_and_nobody_else_does() {
        try (Visit visit = chromium.visit(port, WIDE)) {
            List<String> said = Collections.synchronizedList(new ArrayList<>());
            visit.page().clock().install();
            visit.page().onRequest(request -> said.add(request.url()));
            Page page = visit.signIn("lsa-grundskola", "/camunda/app/tasklist/default/");
            page.locator(".tasks-list").first().waitFor();
            page.keyboard().press("Shift");
            page.clock().runFor(70 * 1000);
            page.waitForTimeout(300);
            assertThat(said).noneMatch(url -> url.endsWith("/session"));

            page.waitForRequest("**/session", () -> page.keyboard().press("Shift"));
            page.keyboard().press("Shift");
            page.waitForTimeout(300);
            assertThat(said)
                    .filteredOn(url -> url.endsWith("/session"))
                    .containsExactly("http://localhost:" + port + "/session");
        }
    }

    @Test
    void before_one_is_signed_out_one_is_asked_and_goes_on_with_what_was_typed() {
        for (int width : new int[] {WIDE, NARROW}) {
            try (Visit visit = chromium.visit(port, width)) {
                Page page = writing(visit);
                page.clock().runFor(24 * 60 * 1000);
                assertThat(dialog(page)).isHidden();
                page.clock().runFor(2 * 60 * 1000);
                assertThat(dialog(page)).isVisible();
                assertThat(dialog(page)).hasAttribute("role", "alertdialog");
                assertThat(dialog(page)).containsText("Du loggas snart ut");
                assertThat(page.getByRole(AriaRole.BUTTON, named("Fortsätt"))).isFocused();
                visit.picture("signed-out-soon-" + width);

                page.keyboard().press("Escape");
                assertThat(dialog(page)).isHidden();
                assertThat(description(page)).isFocused();

                page.clock().runFor(5 * 60 * 1000);
                assertThat(dialog(page)).containsText("Du är utloggad");
                visit.picture("signed-out-" + width);
                page.getByRole(AriaRole.BUTTON, named("Fortsätt")).click();
                assertThat(dialog(page)).isHidden();
                send(page);
            }
        }
    }

    @Test
    void who_has_been_signed_out_signs_in_in_another_tab_and_sends_what_was_typed() {
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = writing(visit);
            visit.context().clearCookies();
            page.clock().runFor(26 * 60 * 1000);
            page.getByRole(AriaRole.BUTTON, named("Fortsätt")).click();
            assertThat(dialog(page)).containsText("Det du har skrivit finns kvar på sidan.");

            Page tab = visit.context()
                    .waitForPage(() -> page.getByText("Logga in i en ny flik").click());
            signIn(tab, "ledamot-kf");
            page.getByRole(AriaRole.BUTTON, named("Fortsätt")).click();
            assertThat(dialog(page)).isHidden();
            send(page);
        }
    }

    @Test
    void what_one_person_has_typed_is_not_sent_as_another() {
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = writing(visit);
            visit.context().clearCookies();
            Page tab = visit.context().newPage();
            tab.navigate("/logga-in");
            signIn(tab, "ersattare-bolag");
            page.clock().runFor(26 * 60 * 1000);
            String token = page.locator("input[name=_csrf]").first().inputValue();
            page.getByRole(AriaRole.BUTTON, named("Fortsätt")).click();
            assertThat(dialog(page)).containsText("Någon annan har loggat in");
            assertThat(page.getByRole(AriaRole.BUTTON, named("Fortsätt"))).isHidden();
            assertThat(page.locator("input[name=_csrf]").first()).hasValue(token);
            page.getByRole(AriaRole.BUTTON, named("Stäng")).click();
            assertThat(description(page)).hasValue(WORDS);
        }
    }

    @Test
    void what_is_done_in_one_tab_keeps_the_other_quiet() {
        try (Visit visit = chromium.visit(port, WIDE)) {
            Page page = writing(visit);
            page.clock().runFor(20 * 60 * 1000);
            Page tab = visit.context().newPage();
            tab.navigate("/mina-arenden");
            page.waitForTimeout(300);
            page.clock().runFor(20 * 60 * 1000);
            assertThat(dialog(page)).isHidden();
            page.clock().runFor(6 * 60 * 1000);
            assertThat(dialog(page)).isVisible();
        }
    }

    /** Someone who has begun to report, on a page whose clock we move. */
    private static Page writing(Visit visit) {
        visit.page().clock().install();
        Page page = visit.signIn("ledamot-kf", "/rapportera");
        page.getByLabel("Jag själv").check();
        page.getByRole(AriaRole.BUTTON, named("Nästa")).click();
        page.waitForURL(url -> url.endsWith("/2"));
        page.navigate(page.url().replaceFirst("/2$", "/4"));
        description(page).fill(WORDS);
        return page;
    }

    private static void send(Page page) {
        assertThat(description(page)).hasValue(WORDS);
        page.getByRole(AriaRole.BUTTON, named("Skicka nu")).click();
        page.waitForURL(url -> url.contains("/kvittens/"));
    }

    private static Locator description(Page page) {
        return page.getByLabel("Vad hände?");
    }

    private static Locator dialog(Page page) {
        return page.locator("#utloggning");
    }

    private static void signIn(Page page, String person) {
        page.getByLabel("Användarnamn").fill(person);
        page.getByLabel("Lösenord").fill("demo");
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Logga in"))
                .click();
        page.waitForURL(url -> !url.contains("/logga-in"));
    }

    private static void passProvider(Page page, CitysLogin city, String person) {
        page.locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName("Logga in").setExact(true))
                .click();
        // Its page shows fonts from elsewhere, which need not come.
        page.waitForURL(
                url -> url.startsWith(city.issuer()), new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator("input[name=username]").fill("subject-of-" + person);
        page.locator("textarea[name=claims]").fill("{\"preferred_username\": \"" + person + "\"}");
        page.locator("input[type=submit]").click();
        page.waitForURL(url -> url.startsWith("http://localhost:" + city.port() + "/"));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
