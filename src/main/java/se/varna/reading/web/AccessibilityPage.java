package se.varna.reading.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.common.Language;
import se.varna.common.web.Bilingual;
import se.varna.reading.Readings;

/**
 * The accessibility statement that the law asks for (2018:1937 and 2018:1938): whose it is, how far it follows the law,
 * what is amiss and why, how and when that was found, whom to tell, and who supervises. What is amiss is a page that the
 * city writes.
 */
@Controller
@ForArea(Area.OPEN)
@Bilingual
@EnableConfigurationProperties(AccessibilitySettings.class)
class AccessibilityPage {

    /** The page about what is amiss. */
    private static final String AMISS = "tillganglighet";

    private final AccessibilitySettings settings;
    private final Readings readings;

    AccessibilityPage(AccessibilitySettings settings, Readings readings) {
        this.settings = settings;
        this.readings = readings;
    }

    @GetMapping("/tillganglighet")
    String statement(Model model) {
        model.addAttribute("settings", settings);
        model.addAttribute("amiss", readings.page(AMISS, Language.current()).orElse(null));
        return "reading/accessibility";
    }
}
