package se.varna.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import se.varna.VarnaTest;

/** The application in a real browser, which the tests of a class share. */
abstract class BrowserTest extends VarnaTest {

    static Chromium chromium;

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
}
