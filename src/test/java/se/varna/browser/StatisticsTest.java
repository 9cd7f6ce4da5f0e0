package se.varna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.statistics.Past;
import se.varna.statistics.Statistics;

/** The statistics in a real browser: as the department and as a process owner, by day and by night. */
class StatisticsTest extends BrowserTest {

    @Autowired
    private Past past;

    @Autowired
    private Statistics statistics;

    @BeforeEach
    void past() throws Exception {
        past.fill();
        clock.set(Past.AFTER);
        statistics.compile();
    }

    @ParameterizedTest
    @CsvSource({"390, LIGHT, sob-1", "1400, LIGHT, processagare", "390, DARK, processagare", "1400, DARK, sob-1"})
    void everyone_can_read_the_figures(int width, ColorScheme scheme, String person) {
        try (Visit visit = chromium.visit(port, width)) {
            Page page = visit.signIn(person, "/statistik");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Händelser per år")))
                    .isVisible();
            Usable.check(page);

            page.getByLabel("År", new Page.GetByLabelOptions().setExact(true)).selectOption("2018 (valår)");
            page.getByLabel("Enhet", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("Grundskolenämnden");
            page.locator("main")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Visa"))
                    .click();
            assertThat(page.getByRole(
                            AriaRole.HEADING, new Page.GetByRoleOptions().setName("2018 (valår), Grundskolenämnden")))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Händelser per månad")))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Händelser per månad"))
                            .getByRole(AriaRole.ROW))
                    .hasCount(13);
            Usable.check(page);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Vad som hände")))
                    .isVisible();
        }
    }
}
