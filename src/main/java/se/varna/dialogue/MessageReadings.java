package se.varna.dialogue;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has had which message before their eyes. */
@Component
class MessageReadings {

    private final JdbcClient jdbc;
    private final Clock clock;

    MessageReadings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void record(Collection<Message> messages, String person) {
        messages.forEach(message -> jdbc.sql("INSERT INTO varna.message_reading (message, person, at) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(message.id(), person, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update());
    }

    /** Those of the cases in which something has been written to the exposed person that they have not read. */
    Set<String> withNews(Collection<String> caseNumbers, String exposed) {
        return caseNumbers.isEmpty()
                ? Set.of()
                : jdbc.sql(
                                "SELECT DISTINCT m.case_number FROM varna.message m"
                                        + " WHERE m.case_number IN (:cases) AND NOT m.from_exposed AND NOT EXISTS ("
                                        + "SELECT 1 FROM varna.message_reading r WHERE r.message = m.id AND r.person = :exposed)")
                        .param("cases", caseNumbers)
                        .param("exposed", exposed)
                        .query(String.class)
                        .set();
    }

    /** Ids of those who have read each of the case's messages, by the message's id. */
    Map<Long, Set<String>> of(String caseNumber) {
        Map<Long, Set<String>> readers = new HashMap<>();
        jdbc.sql("SELECT r.message, r.person FROM varna.message_reading r"
                        + " JOIN varna.message m ON m.id = r.message WHERE m.case_number = ?")
                .param(caseNumber)
                .query((row, index) -> readers.computeIfAbsent(row.getLong("message"), id -> new HashSet<>())
                        .add(row.getString("person")))
                .list();
        return readers;
    }
}
