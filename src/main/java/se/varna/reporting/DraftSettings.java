package se.varna.reporting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Reports that are not sent ({@code varna.drafts}).
 *
 * @param keep how long one waits for its author after the last change
 * @param most how many a person may have at once
 */
@ConfigurationProperties("varna.drafts")
public record DraftSettings(Duration keep, int most) {}
