package se.varna.portal;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/**
 * The city's own look ({@code varna.design}).
 *
 * @param logo an SVG or PNG file
 * @param light colours as {@code #rrggbb}, by the names that they have in {@code css/varna.css}; null for none
 * @param dark the same for those whose computers are set to dark; null for none
 */
@ConfigurationProperties("varna.design")
record DesignSettings(Resource logo, Map<String, String> light, Map<String, String> dark) {

    DesignSettings {
        light = light == null ? Map.of() : Map.copyOf(light);
        dark = dark == null ? Map.of() : Map.copyOf(dark);
    }
}
