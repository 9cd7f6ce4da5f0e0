package se.varna.reporting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which requests have become a case, so that what is sent twice is one case. */
@Component
public class AcceptedRequests {

    private final JdbcClient jdbc;
    private final Clock clock;

    AcceptedRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Runs the work for a key that has not been used, and answers with its case; for one that has, with the case of
     * that time. Two at once wait for each other: the second finds the first one's answer.
     *
     * @return the case number; empty when the key was used for a request with other content
     */
    public Optional<String> once(String person, String key, String content, Supplier<String> work) {
        String fingerprint = fingerprint(content);
        int fresh = jdbc.sql(
                        """
                        INSERT INTO varna.accepted_request (person, key, fingerprint, at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .params(person, key, fingerprint, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (fresh == 1) {
            String number = work.get();
            jdbc.sql("UPDATE varna.accepted_request SET case_number = ? WHERE person = ? AND key = ?")
                    .params(number, person, key)
                    .update();
            return Optional.of(number);
        }
        return jdbc.sql(
                        "SELECT case_number FROM varna.accepted_request WHERE person = ? AND key = ? AND fingerprint = ?")
                .params(person, key, fingerprint)
                .query(String.class)
                .optional();
    }

    /** The case that the request under this key has become. */
    Optional<String> caseOf(String person, String key) {
        return jdbc.sql("SELECT case_number FROM varna.accepted_request WHERE person = ? AND key = ?")
                .params(person, key)
                .query(String.class)
                .optional();
    }

    private static String fingerprint(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
