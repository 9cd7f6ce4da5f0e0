package se.varna.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person in a browser: signed in through the form, with session cookie and the engine's CSRF token. */
public final class SignedIn {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI base;

    private SignedIn(int port) {
        this.base = URI.create("http://localhost:" + port);
    }

    public static SignedIn as(String person, int port) {
        SignedIn browser = new SignedIn(port);
        Matcher csrf = CSRF.matcher(browser.get("/logga-in").body());
        if (!csrf.find()) {
            throw new AssertionError("no CSRF token on the sign-in page");
        }
        HttpResponse<String> answer = browser.send(
                "POST",
                "/logga-in",
                "username=" + person + "&password=demo&_csrf="
                        + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8),
                "application/x-www-form-urlencoded");
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("fel")) {
            throw new AssertionError(person + " could not sign in");
        }
        // The engine gives its own token with the first answer.
        browser.get("/camunda/api/admin/auth/user/default");
        if (browser.token().isEmpty()) {
            throw new AssertionError("no CSRF token of the engine's");
        }
        return browser;
    }

    /** Someone who has not signed in. */
    static SignedIn nobody(int port) {
        return new SignedIn(port);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, null);
    }

    public HttpResponse<String> engineGet(String path) {
        return get(ENGINE + path);
    }

    public HttpResponse<String> enginePost(String path, String json) {
        return send("POST", ENGINE + path, json, "application/json");
    }

    public static final String ENGINE = "/camunda/api/engine/engine/default";

    public HttpResponse<String> send(String method, String path, String body, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        request.header("Accept", "application/json, text/html;q=0.9, */*;q=0.5");
        token().ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
