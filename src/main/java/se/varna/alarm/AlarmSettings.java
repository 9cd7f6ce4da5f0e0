package se.varna.alarm;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the city's own alarm system is ({@code varna.alarm}).
 *
 * @param url where alarms are sent; without it none are
 * @param secret what both know, and sign by
 * @param timeout how long it may take to answer: shorter than a job is locked, so that nothing is sent twice at once
 */
@ConfigurationProperties("varna.alarm")
public record AlarmSettings(URI url, String secret, Duration timeout) {

    boolean isOn() {
        return url != null && !url.toString().isBlank();
    }
}
