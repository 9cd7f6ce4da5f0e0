package se.varna.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often the same one may do the same thing ({@code varna.limits}).
 *
 * @param signIn failed tries to sign in, for each address
 * @param report reports, for each person
 * @param question the open question of who is responsible, for each address
 */
@ConfigurationProperties("varna.limits")
record LimitSettings(Limit signIn, Limit report, Limit question) {

    /** So many times within so long. */
    record Limit(int times, Duration within) {}
}
