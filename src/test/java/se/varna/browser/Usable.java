package se.varna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/** Whether everyone can use a page, as far as a machine can tell. */
final class Usable {

    private Usable() {}

    /** No violation that axe finds, and no sideways scrolling. */
    static void check(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(page.url())
                .isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling at " + page.url())
                .isTrue();
    }
}
