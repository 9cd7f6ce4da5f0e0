package se.varna.evidence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varna.evidence.EvidenceItem.State;

/** The rows about files. In plain SQL, since pieces of files must neither be kept in memory nor compared for changes. */
@Component
class EvidenceTable {

    private static final String ITEM =
            "SELECT id, case_number, name, media_type, size, sha256, received_at, received_by,"
                    + " state FROM varna.evidence ";

    private final JdbcClient jdbc;

    EvidenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Intake.Amount amount(String caseNumber) {
        return jdbc.sql(
                        "SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM varna.evidence WHERE case_number = ?")
                .param(caseNumber)
                .query(Intake.Amount.class)
                .single();
    }

    /** Lets others who add to the case, or change it, wait until this transaction is over. */
    void lockCase(String caseNumber) {
        jdbc.sql("SELECT number FROM varna.case_file WHERE number = ? FOR UPDATE")
                .param(caseNumber)
                .query(String.class)
                .single();
    }

    boolean hasDelivery(UUID delivery, String caseNumber) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM varna.evidence WHERE case_number = ? AND delivery = ?)")
                .params(caseNumber, delivery)
                .query(Boolean.class)
                .single();
    }

    void addPiece(UUID id, int number, byte[] content) {
        jdbc.sql("INSERT INTO varna.evidence_chunk (evidence, number, content) VALUES (?, ?, ?)")
                .params(id, number, content)
                .update();
    }

    /** Copies the content of a draft's file, within the database. */
    void addDrafted(UUID id) {
        jdbc.sql("INSERT INTO varna.evidence_chunk (evidence, number, content)"
                        + " SELECT file, number, content FROM varna.draft_chunk WHERE file = ?")
                .param(id)
                .update();
    }

    byte[] piece(UUID id, int number) {
        return jdbc.sql("SELECT content FROM varna.evidence_chunk WHERE evidence = ? AND number = ?")
                .params(id, number)
                .query(byte[].class)
                .single();
    }

    void add(EvidenceItem item, UUID delivery) {
        jdbc.sql(
                        "INSERT INTO varna.evidence (id, case_number, name, media_type, size, sha256, received_at, received_by,"
                                + " state, delivery) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        item.id(),
                        item.caseNumber(),
                        item.name(),
                        item.mediaType(),
                        item.size(),
                        item.sha256(),
                        utc(item.receivedAt()),
                        item.receivedBy(),
                        item.state().name(),
                        delivery)
                .update();
    }

    Optional<EvidenceItem> find(UUID id) {
        return jdbc.sql(ITEM + "WHERE id = ?")
                .param(id)
                .query(EvidenceItem.class)
                .optional();
    }

    List<EvidenceItem> of(String caseNumber) {
        return jdbc.sql(ITEM + "WHERE case_number = ? ORDER BY received_at, id")
                .param(caseNumber)
                .query(EvidenceItem.class)
                .list();
    }

    /** @return whether it was held until now */
    boolean release(UUID id, State to) {
        return jdbc.sql("UPDATE varna.evidence SET state = ? WHERE id = ? AND state = 'HELD'")
                        .params(to.name(), id)
                        .update()
                == 1;
    }

    void addEvent(EvidenceEvent event) {
        jdbc.sql("INSERT INTO varna.evidence_event (evidence, at, person, kind, detail) VALUES (?, ?, ?, ?, ?)")
                .params(
                        event.evidence(),
                        utc(event.at()),
                        event.person(),
                        event.kind().name(),
                        event.detail())
                .update();
    }

    List<EvidenceEvent> events(String caseNumber) {
        return jdbc.sql("SELECT evidence, at, person, kind, detail FROM varna.evidence_event"
                        + " WHERE evidence IN (SELECT id FROM varna.evidence WHERE case_number = ?) ORDER BY id")
                .param(caseNumber)
                .query(EvidenceEvent.class)
                .list();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
