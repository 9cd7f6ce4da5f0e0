package se.varna.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;

/** A city's own colours and logo are taken when they can be read, and refused in words when they cannot. */
class DesignTest {

    private static final Resource LOGO = new ClassPathResource("static/img/logotyp.svg");

    @Test
    void our_own_colours_can_be_read() {
        Design design = new Design(new DesignSettings(LOGO, null, null));

        assertThat(design.isOwn()).isFalse();
        assertThat(design.logoType()).hasToString("image/svg+xml");
    }

    @Test
    void the_citys_colours_come_after_ours_and_on_screens_alone() {
        Design design = new Design(new DesignSettings(
                LOGO, Map.of("action", "#0B5C4A", "action-hover", "#063d31"), Map.of("action", "#8fd6c0")));

        assertThat(design.isOwn()).isTrue();
        assertThat(design.css())
                .isEqualTo("@media screen { :root { --action: #0b5c4a; --action-hover: #063d31; } }\n"
                        + "@media screen and (prefers-color-scheme: dark) { :root { --action: #8fd6c0; } }\n");
    }

    @Test
    void what_would_be_hard_to_read_is_refused_and_says_by_how_much() {
        // The yellow of many a coat of arms, with white words on it.
        Map<String, String> yellow = Map.of("action", "#ffd400");

        assertThat(explained(new DesignSettings(LOGO, yellow, null)))
                .contains("on-action syns för dåligt mot action: kontrasten är 1.43 och måste vara minst 4.5");
        assertThat(explained(new DesignSettings(LOGO, null, Map.of("text", "#555555"))))
                .contains("text syns för dåligt mot page");
    }

    @Test
    void what_is_no_colour_of_ours_is_refused() {
        assertThat(explained(new DesignSettings(LOGO, Map.of("action", "red"), null)))
                .contains("action: red är ingen färg. Skriv den som #14506f.");
        assertThat(explained(new DesignSettings(LOGO, Map.of("action", "#fff; } body { color: red"), null)))
                .contains("är ingen färg");
        assertThat(explained(new DesignSettings(LOGO, Map.of("accent", "#14506f"), null)))
                .contains("accent: en sådan färg finns inte. De som finns är page, surface, text,");
    }

    @Test
    void a_logo_is_a_picture_that_is_there() {
        Resource png = new ByteArrayResource(new byte[] {1}) {
            @Override
            public String getFilename() {
                return "vapen.PNG";
            }
        };
        assertThat(new Design(new DesignSettings(png, null, null)).logoType()).isEqualTo(MediaType.IMAGE_PNG);
        assertThat(explained(new DesignSettings(new FileSystemResource("/finns/inte.svg"), null, null)))
                .contains("logo: file [/finns/inte.svg] går inte att läsa");
        assertThat(explained(new DesignSettings(new ClassPathResource("static/js/varna.js"), null, null)))
                .contains("varken SVG eller PNG");
    }

    private static String explained(DesignSettings settings) {
        String[] said = new String[1];
        assertThatThrownBy(() -> new Design(settings))
                .isInstanceOfSatisfying(
                        Design.UnfitDesign.class,
                        unfit -> said[0] =
                                new Design.Explanation().analyze(unfit, unfit).getAction());
        return said[0];
    }
}
