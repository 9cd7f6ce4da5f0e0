package se.varna.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/**
 * How people stand to cases, asked in SQL: one case, a list or a count are all filtered where the rows are, never after
 * they have been loaded.
 */
interface Relations extends Repository<ReadEntry, Long> {

    /**
     * Every relation of the person to every case, with the group it comes by. {@code :actsFor} are the groups for whose
     * cases the person acts: their own, and for Säkerhet och Beredskap those of functions that have nobody. The types are
     * spelt out so that PostgreSQL can leave out the parts that a wanted relation has nothing to do with. Whoever may not
     * act in a case (jäv) stands to it as themselves alone. A call that the on-call company has written down is its own
     * until somebody has taken it over.
     */
    String ALL =
            """
            SELECT number AS case_number, CAST('EXPOSED' AS text) AS relation, CAST(NULL AS text) AS by_group
              FROM varna.case_file WHERE exposed = :person
            UNION ALL
            SELECT number, CAST('REPORTER' AS text), CAST(NULL AS text) FROM varna.case_file
             WHERE reporter = :person
               AND NOT EXISTS (
                   SELECT 1 FROM varna.handover h
                    WHERE h.case_number = number AND h.taken_call AND h.acknowledged_by IS NOT NULL)
            UNION ALL
            SELECT case_number, CAST('PARTICIPANT' AS text), CAST(NULL AS text)
              FROM varna.planned_participant WHERE person = :person
            UNION ALL
            SELECT number, CAST('OWNER' AS text), CAST(owner_group AS text)
              FROM varna.case_file
             WHERE owner_group IN (:actsFor)
               AND number NOT IN (SELECT case_number FROM varna.recusal WHERE person = :person)
            UNION ALL
            SELECT number, CAST('OWNER' AS text), CAST(owner_group AS text)
              FROM varna.case_file
             WHERE without_actors AND 'sob' IN (:groups)
               AND number NOT IN (SELECT case_number FROM varna.recusal WHERE person = :person)
            UNION ALL
            SELECT case_number, CAST(ground AS text), CAST(group_id AS text)
              FROM varna.case_share
             WHERE (group_id IN (:groups) OR ground = 'INFORMATION_COPY' AND group_id IN (:actsFor))
               AND (until IS NULL OR until > :now)
               AND case_number NOT IN (SELECT case_number FROM varna.recusal WHERE person = :person)
            UNION ALL
            SELECT c.number, CAST('REPETITION' AS text), CAST('sob' AS text) FROM varna.case_file c
             WHERE 'sob' IN (:groups) AND c.concern = 'INCIDENT'
               AND c.received_at > :repeatedSince AND c.owner <> 'PARTY'
               AND c.number NOT IN (SELECT case_number FROM varna.recusal WHERE person = :person)
               AND EXISTS (
                   SELECT 1 FROM varna.case_file other
                    WHERE other.exposed = c.exposed AND other.owner_group <> c.owner_group
                      AND other.concern = 'INCIDENT'
                      AND other.received_at > :repeatedSince AND other.owner <> 'PARTY')
            """;

    /** A relation to one case, and what that is about; the group is null where the person has it as themselves. */
    interface Found {
        Concern getConcern();

        String getRelation();

        String getByGroup();
    }

    @Query(
            nativeQuery = true,
            value = "SELECT relation AS \"relation\", by_group AS \"byGroup\", (SELECT concern FROM varna.case_file"
                    + " WHERE number = :number) AS \"concern\" FROM (" + ALL + ") found WHERE case_number = :number")
    List<Found> to(
            @Param("number") String number,
            @Param("person") String person,
            @Param("groups") Collection<String> groups,
            @Param("actsFor") Collection<String> actsFor,
            @Param("now") Instant now,
            @Param("repeatedSince") Instant repeatedSince);

    /** A time in which a group held a case, or what has been disclosed to it: as {@code CONTACT,NOTES}. */
    interface Opened {
        String getToGroup();

        /** Null for a holding. */
        String getFromGroup();

        /** Null for a holding: every part. */
        String getParts();

        Instant getSince();

        Instant getUntil();
    }

    /** Who has held the case and when; after that what has been disclosed of it, in the order in which it was. */
    @Query(
            nativeQuery = true,
            value =
                    """
                    SELECT group_id AS "toGroup", CAST(NULL AS text) AS "fromGroup", CAST(NULL AS text) AS "parts",
                           since AS "since", until AS "until", CAST(0 AS bigint) AS "given"
                      FROM varna.holding WHERE case_number = :number
                    UNION ALL
                    SELECT to_group, from_group, array_to_string(parts, ','), CAST(NULL AS timestamptz), covers_until, id
                      FROM varna.disclosure WHERE case_number = :number
                     ORDER BY 6""")
    List<Opened> opened(@Param("number") String number);

    /** Narrows cases, as {@link CaseFilter} says. */
    String NARROWED =
            """
               AND f.exposed IS DISTINCT FROM :person
               AND NOT EXISTS (SELECT 1 FROM varna.recusal j WHERE j.case_number = f.number AND j.person = :person)
               AND (CAST(:#{#filter.number} AS text) IS NULL OR f.number LIKE CAST(:#{#filter.number} AS text) || '%')
               AND (CAST(:#{#filter.unit} AS text) IS NULL OR f.number IN (
                   SELECT r.case_number FROM varna.report r WHERE r.unit = CAST(:#{#filter.unit} AS text)))
               AND (CAST(:#{#filter.level} AS text) IS NULL OR f.level = CAST(:#{#filter.level} AS text))
               AND (CAST(:#{#filter.concern} AS text) IS NULL OR f.concern = CAST(:#{#filter.concern} AS text))
               AND (CAST(:#{#filter.phase} AS text) IS NULL OR f.phase = CAST(:#{#filter.phase} AS text))
               AND (CAST(:#{#filter.from} AS timestamptz) IS NULL OR f.received_at >= CAST(:#{#filter.from} AS timestamptz))
               AND (CAST(:#{#filter.before} AS timestamptz) IS NULL
                   OR f.received_at < CAST(:#{#filter.before} AS timestamptz))
             ORDER BY f.received_at DESC, f.number DESC""";

    /** Numbers of the cases that one of the groups holds, the newest first. */
    @Query(
            nativeQuery = true,
            value = "SELECT f.number FROM varna.case_file f WHERE (f.owner_group IN (:owners)"
                    + " OR :standsIn AND f.without_actors)" + NARROWED)
    Slice<String> held(
            @Param("owners") Collection<String> owners,
            @Param("standsIn") boolean standsIn,
            @Param("person") String person,
            @Param("filter") CaseFilter filter,
            Pageable page);

    /** Those of the cases that one of the groups holds. */
    @Query(
            nativeQuery = true,
            value =
                    """
                    SELECT f.number FROM varna.case_file f
                     WHERE f.number IN (:numbers)
                       AND (f.owner_group IN (:owners) OR :standsIn AND f.without_actors)
                       AND f.exposed IS DISTINCT FROM :person
                       AND NOT EXISTS (
                           SELECT 1 FROM varna.recusal j WHERE j.case_number = f.number AND j.person = :person)""")
    Set<String> heldAmong(
            @Param("numbers") Collection<String> numbers,
            @Param("owners") Collection<String> owners,
            @Param("standsIn") boolean standsIn,
            @Param("person") String person);

    /**
     * Numbers of the cases that one of the groups has been told of and does not hold, the newest first.
     *
     * @param grounds a ground and the group that it tells, as {@code CONSULTATION sob}
     */
    @Query(
            nativeQuery = true,
            value =
                    """
                    SELECT f.number FROM varna.case_file f
                     WHERE f.number IN (
                           SELECT s.case_number FROM varna.case_share s
                            WHERE s.group_id IN (:groups) AND s.ground || ' ' || s.group_id IN (:grounds)
                              AND (s.until IS NULL OR s.until > :now))
                       AND f.owner_group NOT IN (:owners) AND NOT (:standsIn AND f.without_actors)"""
                            + NARROWED)
    Slice<String> told(
            @Param("groups") Collection<String> groups,
            @Param("grounds") Collection<String> grounds,
            @Param("owners") Collection<String> owners,
            @Param("standsIn") boolean standsIn,
            @Param("now") Instant now,
            @Param("person") String person,
            @Param("filter") CaseFilter filter,
            Pageable page);

    /** Numbers of the cases to which the person has the relation, the newest first. */
    @Query(
            nativeQuery = true,
            value = "SELECT number FROM varna.case_file WHERE number IN (SELECT case_number FROM (" + ALL
                    + ") found WHERE relation = :relation) ORDER BY received_at DESC, number DESC")
    Slice<String> numbers(
            @Param("relation") String relation,
            @Param("person") String person,
            @Param("groups") Collection<String> groups,
            @Param("actsFor") Collection<String> actsFor,
            @Param("now") Instant now,
            @Param("repeatedSince") Instant repeatedSince,
            Pageable page);
}
