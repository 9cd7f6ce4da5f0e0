package se.varna.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a page or a style sheet is written as the W3C's Nu HTML checker wants it, without errors and without warnings.
 * The checker stands in {@code target/html-checker} (see the POM), in a class loader of its own, since it needs other
 * versions of what we use.
 */
public final class Valid {

    private static final File CHECKER = new File("target/html-checker");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Object VALIDATOR;
    private static final Method VALIDATE;

    static {
        try {
            Class<?> type = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader())
                    .loadClass("nu.validator.client.EmbeddedValidator");
            VALIDATOR = type.getConstructor().newInstance();
            Object json = type.getClassLoader()
                    .loadClass(type.getName() + "$OutputFormat")
                    .getField("JSON")
                    .get(null);
            type.getMethod("setOutputFormat", json.getClass()).invoke(VALIDATOR, json);
            VALIDATE = type.getMethod("validate", InputStream.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Valid() {}

    /** Fails with everything that the checker has to say about the page. */
    public static void html(String page) {
        assertThat(faults(page)).isEmpty();
    }

    /** Fails with everything that the checker has to say about the style sheet. */
    static void css(String sheet) {
        // The one thing that browsers know and the checker does not.
        String known = sheet.replace(":popover-open", ":target");
        html("<!DOCTYPE html><html lang=\"sv\"><head><title>Stil</title><style>" + known
                + "</style></head><body><p>Stil</p></body></html>");
    }

    /** What the checker has to say about the page, each with the words that it is about. */
    static List<String> faults(String page) {
        List<String> faults = new ArrayList<>();
        for (JsonNode message : check(page).path("messages")) {
            // Of what is only worth knowing there is one: how Thymeleaf writes the token of a form.
            if (message.path("type").asText().equals("info")
                    && !message.path("subType").asText().equals("warning")) {
                continue;
            }
            faults.add(message.path("message").asText() + " | "
                    + message.path("extract").asText().strip());
        }
        return faults;
    }

    private static synchronized JsonNode check(String page) {
        Thread thread = Thread.currentThread();
        ClassLoader ours = thread.getContextClassLoader();
        thread.setContextClassLoader(VALIDATOR.getClass().getClassLoader());
        try {
            return JSON.readTree((String)
                    VALIDATE.invoke(VALIDATOR, new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(ours);
        }
    }

    private static URL[] jars() {
        File[] jars = CHECKER.listFiles((directory, name) -> name.endsWith(".jar"));
        assertThat(jars).as("the HTML checker in " + CHECKER).isNotEmpty();
        return Stream.of(jars)
                .map(jar -> {
                    try {
                        return jar.toURI().toURL();
                    } catch (MalformedURLException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray(URL[]::new);
    }
}
