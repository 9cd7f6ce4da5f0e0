package se.varna.evidence;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.common.Refused;

/**
 * The files of reports that are not sent yet. Whoever calls sees to it that the draft is the person's own; a draft that is
 * thrown away takes its files with it.
 */
@Service
@Transactional
public class DraftFiles {

    private final JdbcClient jdbc;
    private final Intake intake;
    private final Clock clock;

    DraftFiles(JdbcClient jdbc, Intake intake, Clock clock) {
        this.jdbc = jdbc;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Takes one file in, under the same limits as {@link Evidences#receive}.
     *
     * @throws Refused also when the draft has been sent or thrown away before the file had come
     * @throws UncheckedIOException when it did not arrive whole
     */
    public void receive(UUID draft, String givenName, InputStream content) {
        UUID id = UUID.randomUUID();
        Intake.Arrived file = intake.read(givenName, content, amount(draft), (number, piece) -> jdbc.sql(
                        "INSERT INTO varna.draft_chunk (file, number, content) VALUES (?, ?, ?)")
                .params(id, number, piece)
                .update());
        jdbc.sql("SELECT id FROM varna.report_draft WHERE id = ? FOR UPDATE")
                .param(draft)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refused.because("evidence.noDraft"));
        intake.refuseIfNoRoom(amount(draft), file.size());
        jdbc.sql("INSERT INTO varna.draft_file (id, draft, name, media_type, size, sha256, came_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        draft,
                        file.name(),
                        file.mediaType(),
                        file.size(),
                        file.sha256(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The first one first. */
    @Transactional(readOnly = true)
    public List<DraftFile> of(UUID draft) {
        return jdbc.sql("SELECT id, name, media_type, size, sha256, came_at FROM varna.draft_file WHERE draft = ?"
                        + " ORDER BY came_at, id")
                .param(draft)
                .query(DraftFile.class)
                .list();
    }

    /** Takes a file away again; one that is not there is gone already. */
    public void remove(UUID draft, UUID file) {
        jdbc.sql("DELETE FROM varna.draft_file WHERE draft = ? AND id = ?")
                .params(draft, file)
                .update();
    }

    private Intake.Amount amount(UUID draft) {
        return jdbc.sql(
                        "SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM varna.draft_file WHERE draft = ?")
                .param(draft)
                .query(Intake.Amount.class)
                .single();
    }
}
