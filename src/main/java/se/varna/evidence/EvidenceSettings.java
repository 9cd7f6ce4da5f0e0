package se.varna.evidence;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What may be handed in ({@code varna.evidence}).
 *
 * @param file the largest file
 * @param caseTotal how much there may be in one case, all files together
 * @param files how many files there may be in one case
 * @param request the longest form with files that is read
 * @param atOnce how many forms with files one node takes at once: each keeps a connection to the database
 * @param types what files may be by their content, as {@code image/*}; XML of any kind only when it is named in full
 * @param clamd what searches them for harmful code
 */
@ConfigurationProperties("varna.evidence")
public record EvidenceSettings(
        DataSize file,
        DataSize caseTotal,
        int files,
        DataSize request,
        int atOnce,
        List<String> types,
        ClamdSettings clamd) {

    /**
     * @param host where clamd answers, or nothing when there is none
     * @param timeout how long it may take to answer: shorter than a job is locked, so that no file is searched twice
     */
    public record ClamdSettings(String host, int port, Duration timeout) {}
}
