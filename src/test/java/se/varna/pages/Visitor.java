package se.varna.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Someone with a browser without scripts, or another system with the API: real requests, cookies and tokens. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String base;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String csrf = "";

    private Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    /** What came back, after any redirects. */
    public record Answer(int status, String path, String body, HttpResponse<String> response) {

        public String contentType() {
            return response.headers().firstValue("Content-Type").orElse("");
        }
    }

    public static Visitor anonymous(int port) {
        return new Visitor(port);
    }

    public static Visitor signedIn(int port, String user) {
        Visitor visitor = new Visitor(port);
        visitor.get("/logga-in");
        visitor.post("/logga-in", "username", user, "password", "demo");
        return visitor;
    }

    /** The same person on a page of somebody else's, who does not know the token. */
    public Visitor withoutToken() {
        csrf = "";
        return this;
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET().build());
    }

    /** Asks what may be asked of the address. */
    public Answer options(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .method("OPTIONS", BodyPublishers.noBody())
                .build());
    }

    /** @param fields names and values in turn; the token of the page last seen goes along */
    public Answer post(String path, String... fields) {
        List<String> pairs = new ArrayList<>();
        pairs.add("_csrf=" + encode(csrf));
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs)))
                .build());
    }

    /**
     * Sends a form with a file in it.
     *
     * @param file what the file holds; its name tells nothing
     * @param fields names and values in turn; the token of the page last seen goes along
     */
    Answer upload(String path, byte[] file, String... fields) {
        String border = "border-of-the-parts";
        List<byte[]> parts = new ArrayList<>();
        parts.add(part(border, "_csrf", csrf));
        for (int i = 0; i < fields.length; i += 2) {
            parts.add(part(border, fields[i], fields[i + 1]));
        }
        parts.add(("--" + border + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        parts.add(file);
        parts.add(("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(BodyPublishers.ofByteArrays(parts))
                .build());
    }

    /** A file that somebody chooses in a form. */
    public record Chosen(String name, BodyPublisher content) {

        public Chosen(String name, byte[] content) {
            this(name, BodyPublishers.ofByteArray(content));
        }
    }

    /** Hands in files as a browser does: the token of the page last seen first, then the fields, then the files. */
    public Answer handIn(String path, List<Chosen> files, String... fields) {
        String border = "border-of-the-parts";
        List<BodyPublisher> parts = new ArrayList<>();
        parts.add(BodyPublishers.ofByteArray(part(border, "_csrf", csrf)));
        for (int i = 0; i < fields.length; i += 2) {
            parts.add(BodyPublishers.ofByteArray(part(border, fields[i], fields[i + 1])));
        }
        for (Chosen file : files) {
            parts.add(BodyPublishers.ofString("--" + border
                    + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                    + file.name().replace("\"", "%22").replace("\n", "%0A")
                    + "\"\r\nContent-Type: image/jpeg\r\n\r\n"));
            parts.add(file.content());
            parts.add(BodyPublishers.ofString("\r\n"));
        }
        parts.add(BodyPublishers.ofString("--" + border + "--\r\n"));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)))
                .build());
    }

    /** Saves what is at the address. */
    public HttpResponse<byte[]> save(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET().build(), BodyHandlers.ofByteArray());
    }

    private static byte[] part(String border, String name, String value) {
        return ("--" + border + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n"
                        + "Content-Type: text/plain; charset=UTF-8\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Another system's call. */
    public static Answer api(int port, String method, String path, String user, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (user != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8)));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Visitor(port).send(request.build());
    }

    private Answer send(HttpRequest request) {
        HttpResponse<String> response = send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        Matcher token = CSRF.matcher(response.body());
        if (token.find()) {
            csrf = token.group(1);
        }
        return new Answer(response.statusCode(), response.uri().getPath(), response.body(), response);
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> as) {
        try {
            return client.send(request, as);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
