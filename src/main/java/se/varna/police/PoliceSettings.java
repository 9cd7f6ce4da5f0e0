package se.varna.police;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the question about the police is put and followed, and whom one turns to ({@code varna.police}).
 *
 * @param askAgainAfterDays days until one who waits or declines is asked again
 * @param askAtMost how many times one is asked at most
 * @param reportWithinWeekdays weekdays from a yes until the report should be made
 * @param checkEveryDays days between two looks at the police's case, where nobody has chosen another day
 * @param checkWithinDays the furthest day that may be chosen
 * @param station the nearest police station
 * @param regionGroup the police region's own department for crime that threatens democracy (R47)
 */
@ConfigurationProperties("varna.police")
public record PoliceSettings(
        int askAgainAfterDays,
        int askAtMost,
        int reportWithinWeekdays,
        int checkEveryDays,
        int checkWithinDays,
        String station,
        RegionGroup regionGroup) {

    /**
     * @param name what the department is called
     * @param contact how it is reached
     */
    public record RegionGroup(String name, String contact) {}
}
