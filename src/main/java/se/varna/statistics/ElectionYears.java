package se.varna.statistics;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Years with an election, when exposure is higher (R21). Extra elections are added by hand. */
@ConfigurationProperties("varna")
public record ElectionYears(Map<Integer, Kind> elections) {

    /** What is elected. */
    public enum Kind {
        GENERAL,
        EUROPEAN,
        EXTRA
    }

    public ElectionYears {
        elections = elections == null ? Map.of() : Map.copyOf(elections);
    }

    /** The election of that year, or null. */
    public Kind in(int year) {
        return elections.get(year);
    }
}
