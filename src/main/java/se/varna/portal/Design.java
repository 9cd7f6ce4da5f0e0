package se.varna.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * The city's colours and logo, over our own. Read once; the application does not start with what is no colour, what would
 * be hard to read, or a logo that no browser shows.
 */
@Component("design")
@EnableConfigurationProperties(DesignSettings.class)
class Design {

    /** Our own colours: the style sheet's first block is for light, its second for dark. */
    private static final Pattern BLOCK = Pattern.compile(":root \\{([^}]*)}");

    private static final Map<String, MediaType> TYPES =
            Map.of("svg", MediaType.valueOf("image/svg+xml"), "png", MediaType.IMAGE_PNG);

    private final String css;
    private final byte[] logo;
    private final MediaType logoType;

    Design(DesignSettings settings) {
        Matcher blocks = BLOCK.matcher(text(new ClassPathResource("static/css/varna.css")));
        List<Palette.Fault> faults = new ArrayList<>();
        String light = css(next(blocks), settings.light(), faults);
        String dark = css(next(blocks), settings.dark(), faults);
        this.logoType = TYPES.get(ending(settings.logo()));
        if (logoType == null || !settings.logo().isReadable()) {
            faults.add(new Palette.Fault("logo", List.of(settings.logo().getDescription())));
        }
        if (!faults.isEmpty()) {
            throw new UnfitDesign(faults);
        }
        this.logo = bytes(settings.logo());
        // For screens alone: what is printed is black on white.
        this.css = (light.isEmpty() ? "" : "@media screen { :root { " + light + "} }\n")
                + (dark.isEmpty() ? "" : "@media screen and (prefers-color-scheme: dark) { :root { " + dark + "} }\n");
    }

    private static Palette next(Matcher blocks) {
        if (!blocks.find()) {
            throw new IllegalStateException("the style sheet has no block of colours");
        }
        return Palette.of(blocks.group(1));
    }

    private static String css(Palette ours, Map<String, String> own, List<Palette.Fault> faults) {
        List<Palette.Fault> wrong = ours.faultsOf(own);
        faults.addAll(wrong);
        if (wrong.isEmpty()) {
            faults.addAll(ours.with(own).faint());
        }
        return new TreeMap<>(own)
                .entrySet().stream()
                        .map(colour -> "--" + colour.getKey() + ": "
                                + colour.getValue().toLowerCase(Locale.ROOT) + "; ")
                        .collect(Collectors.joining());
    }

    private static String ending(Resource file) {
        String name = String.valueOf(file.getFilename());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether the city has colours of its own. */
    public boolean isOwn() {
        return !css.isEmpty();
    }

    /** The city's colours as a style sheet that comes after ours; empty for none. */
    String css() {
        return css;
    }

    public String cssVersion() {
        return DigestUtils.md5DigestAsHex(css.getBytes(StandardCharsets.UTF_8));
    }

    byte[] logo() {
        return logo.clone();
    }

    MediaType logoType() {
        return logoType;
    }

    public String logoVersion() {
        return DigestUtils.md5DigestAsHex(logo);
    }

    private static String text(Resource file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class UnfitDesign extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Palette.Fault> faults;

        UnfitDesign(List<Palette.Fault> faults) {
            super("varna.design: " + faults);
            this.faults = List.copyOf(faults);
        }
    }

    /** Tells whoever starts the application what to change. */
    static class Explanation extends AbstractFailureAnalyzer<UnfitDesign> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, UnfitDesign cause) {
            ResourceBundle texts = ResourceBundle.getBundle("messages.texts");
            String toChange = cause.faults.stream()
                    .map(fault -> "\n    "
                            + MessageFormat.format(
                                    texts.getString("startup.design." + fault.key()),
                                    fault.args().toArray()))
                    .collect(Collectors.joining());
            return new FailureAnalysis(
                    texts.getString("startup.design"), texts.getString("startup.setDesign") + toChange, cause);
        }
    }
}
