package se.varna.reading.web;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the accessibility statement says ({@code varna.accessibility}).
 *
 * @param conformance how far the pages follow the law
 * @param assessed when that was assessed
 * @param updated when the statement was last changed
 * @param email where one tells the city of something amiss
 * @param phone the same by telephone; may be empty
 */
@ConfigurationProperties("varna.accessibility")
record AccessibilitySettings(
        Conformance conformance, LocalDate assessed, LocalDate updated, String email, String phone) {

    /** In the law's own steps. */
    enum Conformance {
        FULLY,
        PARTIALLY,
        NOT
    }
}
