package se.varna.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.varna.access.NeedToKnow;
import se.varna.access.Part;
import se.varna.access.Relation;
import se.varna.access.Sight;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.casefile.EventKind;
import se.varna.common.Sweden;

/**
 * Finds the cases that are like each other among those that one function holds or has held. Nothing of another function's
 * cases counts, however alike they are (R26, need-to-know), and of its own cases nothing that the one who asks may not see:
 * a part that was kept back, a case in which they have jäv. It is therefore asked for a person, and the provisional level,
 * on which deadlines hang and which nobody asks for, does not count with it.
 */
@Service
@Transactional(readOnly = true)
@EnableConfigurationProperties(PatternSettings.class)
public class Patterns {

    /** Each way of being alike has its own index. */
    private static final String EARLIER =
            """
            WITH this AS (
                SELECT c.number, c.exposed, c.received_at, c.owner_group,
                       varna.plain(r.political_question) AS question, varna.plain(r.perpetrator) AS sender
                  FROM varna.case_file c JOIN varna.report r ON r.case_number = c.number
                 WHERE c.number = :number),
            non_answer AS (SELECT varna.plain(said) AS plain FROM unnest(:nonAnswers) said),
            alike AS (
                SELECT 'SAME_PERSON' AS likeness, c.number
                  FROM this JOIN varna.case_file c ON c.exposed = this.exposed
                UNION ALL
                SELECT 'SAME_QUESTION', r.case_number
                  FROM this JOIN varna.report r ON varna.plain(r.political_question) = this.question
                 WHERE NOT EXISTS (SELECT 1 FROM non_answer WHERE plain = this.question)
                UNION ALL
                SELECT 'SAME_SENDER', r.case_number
                  FROM this JOIN varna.report r ON varna.plain(r.perpetrator) = this.sender
                 WHERE NOT EXISTS (SELECT 1 FROM non_answer WHERE plain = this.sender))
            SELECT alike.likeness, earlier.number, earlier.received_at
              FROM this CROSS JOIN alike JOIN varna.case_file earlier ON earlier.number = alike.number
             WHERE earlier.concern = 'INCIDENT' AND earlier.received_at < this.received_at AND earlier.received_at >= :since
               AND EXISTS (
                   SELECT 1 FROM varna.holding h
                    WHERE h.case_number = earlier.number AND h.group_id = this.owner_group)
             ORDER BY earlier.received_at, earlier.number
            """;

    private final PatternSettings settings;
    private final CaseFiles cases;
    private final NeedToKnow needToKnow;
    private final JdbcClient jdbc;

    Patterns(PatternSettings settings, CaseFiles cases, NeedToKnow needToKnow, JdbcClient jdbc) {
        this.settings = settings;
        this.cases = cases;
        this.needToKnow = needToKnow;
        this.jdbc = jdbc;
    }

    protected Duration within() {
        return settings.within();
    }

    /** What speaks for the case being one of several; nothing for one who does not act for its holder. */
    public Repeated of(String caseNumber, Sight sight) {
        return sight.relations().contains(Relation.OWNER)
                ? new Repeated(patterns(cases.get(caseNumber), sight), isToldOfOthers(caseNumber, sight))
                : Repeated.NOTHING;
    }

    /** Told to the holder of that time: to the next one it is open as what else has been written (OSL 8:1). */
    private boolean isToldOfOthers(String caseNumber, Sight sight) {
        return cases.timeline(caseNumber).stream()
                .anyMatch(event -> event.kind() == EventKind.REPETITION_TOLD && sight.shows(Part.NOTES, event.at()));
    }

    private List<Pattern> patterns(CaseFile file, Sight sight) {
        Map<Likeness, List<Pattern.Earlier>> found = new EnumMap<>(Likeness.class);
        Map<String, Sight> sights = new HashMap<>();
        for (Alike each : alike(file)) {
            Pattern.Earlier earlier = each.earlier();
            Sight there =
                    sights.computeIfAbsent(earlier.caseNumber(), number -> needToKnow.sight(sight.person(), number));
            if (each.likeness().isOpen(sight, file.receivedAt())
                    && each.likeness().isOpen(there, earlier.receivedAt())) {
                found.computeIfAbsent(each.likeness(), likeness -> new ArrayList<>())
                        .add(earlier);
            }
        }
        return found.entrySet().stream()
                .map(each -> new Pattern(each.getKey(), days(each.getValue(), file), List.copyOf(each.getValue())))
                .toList();
    }

    private static int days(List<Pattern.Earlier> earlier, CaseFile file) {
        return (int) ChronoUnit.DAYS.between(day(earlier.get(0).receivedAt()), day(file.receivedAt()));
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(Sweden.TIME).toLocalDate();
    }

    private record Alike(Likeness likeness, Pattern.Earlier earlier) {}

    private List<Alike> alike(CaseFile file) {
        if (within().isZero()) {
            return List.of();
        }
        return jdbc.sql(EARLIER)
                .param("number", file.number())
                .param("nonAnswers", settings.nonAnswers().toArray(String[]::new))
                .param("since", OffsetDateTime.ofInstant(file.receivedAt().minus(within()), ZoneOffset.UTC))
                .query((row, index) -> new Alike(
                        Likeness.valueOf(row.getString("likeness")),
                        new Pattern.Earlier(
                                row.getString("number"),
                                row.getObject("received_at", OffsetDateTime.class)
                                        .toInstant())))
                .list();
    }

    /**
     * Whether the person may know all that a level rests on beside the case itself, and so why the table recommended it:
     * the next holder of a case is not told of the former one's other cases.
     */
    public boolean mayKnowWhy(LevelDecision decision, Sight sight) {
        return decision.repetition().stream().map(Repeated::read).allMatch(kept -> {
            if (kept.length == 1) {
                return sight.shows(Part.NOTES, decision.at());
            }
            Instant receivedAt = cases.get(kept[1]).receivedAt();
            return Likeness.valueOf(kept[0]).isOpen(needToKnow.sight(sight.person(), kept[1]), receivedAt);
        });
    }
}
