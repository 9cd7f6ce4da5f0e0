package se.varna.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.casefile.CaseFiles;
import se.varna.common.Problems;
import se.varna.common.Refused;
import se.varna.evidence.Evidences;

/**
 * Reports that are not sent yet. Each is its author's own space (TF 2:13): for everybody else, staff above all, it does not
 * exist, and every question here is asked by the author.
 */
@Service
@Transactional
@EnableConfigurationProperties(DraftSettings.class)
public class Drafts {

    /** Longer than a report may be: what is too long is kept too, until it has been shortened. */
    private static final int LONGEST_KEPT = 10 * CaseFiles.LONGEST_TEXT;

    private static final String DRAFT = "SELECT id, created_at, changed_at, at, answers FROM varna.report_draft ";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<Integer, Draft.Answer>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final AcceptedRequests accepted;
    private final Reporting reporting;
    private final Evidences evidences;
    private final CaseFiles cases;
    private final DraftSettings settings;
    private final Clock clock;

    Drafts(
            JdbcClient jdbc,
            AcceptedRequests accepted,
            Reporting reporting,
            Evidences evidences,
            CaseFiles cases,
            DraftSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.accepted = accepted;
        this.reporting = reporting;
        this.evidences = evidences;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
    }

    /** The person's drafts, the one they wrote in last first. */
    @Transactional(readOnly = true)
    public List<Draft> of(String person) {
        return jdbc.sql(DRAFT + "WHERE author = ? ORDER BY changed_at DESC, id")
                .param(person)
                .query((row, number) -> draft(row))
                .list();
    }

    /** The person's own draft; empty alike for another's and for none at all. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(UUID id, String person) {
        return jdbc.sql(DRAFT + "WHERE id = ? AND author = ?")
                .params(id, person)
                .query((row, number) -> draft(row))
                .optional();
    }

    /** Whether there is such a draft: for what came without anybody signed in, from a page that knew its id. */
    @Transactional(readOnly = true)
    public boolean exists(UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM varna.report_draft WHERE id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** The case that the person's draft has become. */
    @Transactional(readOnly = true)
    public Optional<String> sentAs(UUID id, String person) {
        return accepted.caseOf(person, key(id));
    }

    /** When the draft goes away by itself, unless its author writes in it again. */
    public Instant goesAt(Draft draft) {
        return draft.changedAt().plus(settings.keep());
    }

    /**
     * Begins a draft; one that has begun already goes on.
     *
     * @param id chosen by the page, so that the same page makes one draft however often it is sent
     * @throws Refused when the person has as many as one may have
     */
    public void begin(UUID id, String person) {
        begin(id, person, null);
    }

    private void begin(UUID id, String person, String cameFrom) {
        if (find(id, person).isPresent()) {
            return;
        }
        if (of(person).size() >= settings.most()) {
            throw Refused.because("draft.tooMany", settings.most());
        }
        OffsetDateTime now = now();
        jdbc.sql(
                        "INSERT INTO varna.report_draft (id, author, created_at, changed_at, at, came_from) VALUES (?, ?, ?, ?, 1, ?)"
                                + " ON CONFLICT DO NOTHING")
                .params(id, person, now, now, cameFrom)
                .update();
    }

    /**
     * Begins a draft with what a case says, so that it need not be typed again; one that has begun already goes on as it is.
     * The case that it becomes is linked to that one.
     *
     * @throws Refused when the person has as many as one may have
     */
    public void beginFrom(String caseNumber, UUID id, String person, Map<Integer, Draft.Answer> answers) {
        if (find(id, person).isPresent()) {
            return;
        }
        begin(id, person, caseNumber);
        answers.forEach((question, answer) -> save(id, person, question, answer, ""));
    }

    /**
     * Saves the answer to one question and touches no other. An answer that another page has changed meanwhile is not
     * overwritten.
     *
     * @param seen the {@link Draft.Answer#by} of the answer from which the page was made
     * @return the answer that stands in the way; empty when it is saved
     * @throws Refused when it holds what cannot be kept
     * @throws java.util.NoSuchElementException when the person has no such draft
     */
    public Optional<Draft.Answer> save(UUID id, String person, int question, Draft.Answer typed, String seen) {
        refuseWhatCannotBeKept(typed);
        Draft draft = lock(id, person).orElseThrow();
        Draft.Answer stored = draft.answer(question);
        boolean same = stored.fields().equals(typed.fields());
        boolean known = stored.by().equals(seen) || stored.by().equals(typed.by());
        if (!same && !known) {
            return Optional.of(stored);
        }
        jdbc.sql("UPDATE varna.report_draft SET changed_at = ?, at = ?,"
                        + " answers = answers || jsonb_build_object(CAST(? AS text), CAST(? AS jsonb)) WHERE id = ?")
                .params(now(), question, String.valueOf(question), write(same ? stored : typed), id)
                .update();
        return Optional.empty();
    }

    private static void refuseWhatCannotBeKept(Draft.Answer typed) {
        Problems problems = new Problems();
        typed.fields()
                .forEach((field, values) -> values.forEach(value -> problems.checkText(field, value, LONGEST_KEPT)));
        problems.refuseIfAny();
    }

    /** Throws the draft away, with its files. */
    public void delete(UUID id, String person) {
        jdbc.sql("DELETE FROM varna.report_draft WHERE id = ? AND author = ?")
                .params(id, person)
                .update();
    }

    /**
     * Sends the report and throws the draft away; its files become the case's evidence. All of it is one transaction, and
     * sending again answers with the same case.
     *
     * @param reader makes a report of the answers, or refuses
     * @return the case number; empty when the person has no such draft
     * @throws Refused with every field that has to be mended; {@link se.varna.common.TooOften} when the person must wait
     */
    public Optional<String> send(UUID id, String person, Function<Draft, IncidentReport> reader) {
        return lock(id, person)
                .map(draft -> {
                    String number = reporting
                            .report(reader.apply(draft), person, key(id))
                            .caseNumber();
                    evidences.takeOver(id, number, person);
                    cameFrom(id).ifPresent(from -> cases.link(number, from, person));
                    delete(id, person);
                    return number;
                })
                .or(() -> sentAs(id, person));
    }

    /** Throws away what has waited too long for its author. */
    public void clear() {
        jdbc.sql("DELETE FROM varna.report_draft WHERE changed_at <= ?")
                .param(clock.instant().minus(settings.keep()).atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Draft> lock(UUID id, String person) {
        return jdbc.sql(DRAFT + "WHERE id = ? AND author = ? FOR UPDATE")
                .params(id, person)
                .query((row, number) -> draft(row))
                .optional();
    }

    private Optional<String> cameFrom(UUID id) {
        return jdbc.sql("SELECT came_from FROM varna.report_draft WHERE id = ? AND came_from IS NOT NULL")
                .param(id)
                .query(String.class)
                .optional();
    }

    private static String key(UUID id) {
        return "draft " + id;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Draft draft(ResultSet row) throws SQLException {
        try {
            return new Draft(
                    row.getObject("id", UUID.class),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                    row.getInt("at"),
                    JSON.readValue(row.getString("answers"), ANSWERS));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Draft.Answer answer) {
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
