package se.varna.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of this computer, named by the environment variable CHROMIUM or found where systems keep it. Without one
 * the browser tests are skipped, except on a build server (CI=true), where they fail.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    public static Chromium start() {
        Optional<Path> found = find();
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("no Chromium found: name it with the environment variable CHROMIUM");
        }
        Assumptions.assumeTrue(found.isPresent(), "no Chromium found: name it with the environment variable CHROMIUM");
        // As long as a page has, see Visit: build servers are slow at times.
        PlaywrightAssertions.setDefaultAssertionTimeout(Visit.PATIENCE);
        return new Chromium(found.get());
    }

    private static Optional<Path> find() {
        Stream<Path> onThePath = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "")
                                .split(java.io.File.pathSeparator))
                        .map(directory -> Path.of(directory, name)));
        return Stream.concat(
                        Stream.of(
                                        System.getenv("CHROMIUM"),
                                        "/usr/bin/chromium",
                                        "/usr/bin/chromium-browser",
                                        "/usr/bin/google-chrome")
                                .filter(path -> path != null && !path.isBlank())
                                .map(Path::of),
                        onThePath)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A window of its own, with nobody signed in, in Swedish. */
    public Visit visit(int port, int width) {
        return new Visit(browser.newContext(window(port, width)));
    }

    /** The same, in a browser that runs no scripts. */
    public Visit visitWithoutScripts(int port, int width) {
        return new Visit(browser.newContext(window(port, width).setJavaScriptEnabled(false)));
    }

    /** A narrow one is a phone's. */
    private static Browser.NewContextOptions window(int port, int width) {
        return new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setLocale("sv-SE")
                .setTimezoneId("Europe/Stockholm")
                .setHasTouch(width < 600)
                .setViewportSize(width, 900);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
