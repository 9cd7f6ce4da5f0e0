package se.varna.assessment;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When cases count as like each other ({@code varna.patterns}).
 *
 * @param within how long before a report an earlier one may have come; 0 when nothing is to be compared
 * @param nonAnswers what people write about the question or the sender when they do not know, which is like nothing
 */
@ConfigurationProperties("varna.patterns")
public record PatternSettings(Duration within, List<String> nonAnswers) {}
