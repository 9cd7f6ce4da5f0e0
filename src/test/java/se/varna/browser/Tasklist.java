package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a person does in Tasklist. */
final class Tasklist {

    static final String ADDRESS = "/camunda/app/tasklist/default/";

    private Tasklist() {}

    /** The list of that case's tasks alone, since all tests share the officers. */
    static String tasksOf(String number) {
        String search = "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"" + number
                + "\",\"name\":\"\"}]";
        return ADDRESS + "#/?searchQuery=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
    }

    /** Goes there with a new page, where the browser else would only change the address. */
    static void anew(Page page, String address) {
        page.navigate("about:blank");
        page.navigate(address);
    }

    static void open(Page page, String number, String task) {
        anew(page, tasksOf(number));
        Locator card = page.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText(task));
        assertThat(card).containsText(number);
        card.getByText(task).click();
        assertThat(page.locator(".task-details h2")).containsText(task);
        assertThat(page.locator(".fjs-container")).isVisible();
    }

    static void claim(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named("Ta uppgiften")).click();
        assertThat(page.locator(".task-details .assignee")).containsText(name);
        assertThat(page.locator(".task-details .disabled-form")).hasCount(0);
    }

    static void tab(Page page, String name) {
        page.locator(".task-details .nav-tabs").getByText(name).click();
    }

    static void choose(Page page, String label, String option) {
        Locator field = page.locator(".fjs-form-field-select").filter(new Locator.FilterOptions().setHasText(label));
        field.locator(".fjs-input-group").click();
        field.locator(".fjs-dropdownlist-item")
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** Several questions have the same answers. */
    static void answer(Page page, String question, String answer) {
        page.locator(".fjs-form-field-radio", new Page.LocatorOptions().setHasText(question))
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    static void complete(Page page) {
        // Leaving the field first: the form takes in what was typed only after a moment.
        page.keyboard().press("Tab");
        page.getByRole(AriaRole.BUTTON, named("Slutför")).click();
        assertThat(page.getByText("Välj en uppgift i listan.")).isVisible();
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
