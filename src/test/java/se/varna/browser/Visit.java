package se.varna.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** One person's window. */
public final class Visit implements AutoCloseable {

    /** Milliseconds. The first page of Tasklist takes ten seconds where everything is slow. */
    static final int PATIENCE = 45_000;

    private final BrowserContext context;
    private final Page page;

    Visit(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** Signs in on the way to the address. */
    public Page signIn(String person, String address) {
        page.navigate(address);
        page.getByLabel("Användarnamn").fill(person);
        page.getByLabel("Lösenord").fill("demo");
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Logga in"))
                .click();
        page.waitForURL(url -> !url.contains("/logga-in"));
        return page;
    }

    /** Keeps a picture of what is seen, in {@code target/pictures}. */
    public void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
