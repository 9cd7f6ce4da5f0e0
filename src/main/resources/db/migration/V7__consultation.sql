-- A consultation goes in either direction: the function that holds the case is heard before another takes it over.
ALTER TABLE consultation
    ADD COLUMN holder           varchar(40),
    ADD COLUMN holder_code      varchar(80),
    ADD COLUMN taker            varchar(40),
    ADD COLUMN taker_code       varchar(80),
    ADD COLUMN proposed_by_side varchar(20),
    ADD COLUMN question_moved   boolean NOT NULL DEFAULT false,
    ADD COLUMN waiting_since    timestamptz,
    ADD COLUMN process_instance varchar(64);

-- Until now it was always Säkerhet och Beredskap that was to take over from a unit.
UPDATE consultation c
   SET holder = 'LOCAL_SECURITY_OFFICER',
       holder_code = coalesce(
           (SELECT h.code FROM holding h
             WHERE h.case_number = c.case_number AND h.function = 'LOCAL_SECURITY_OFFICER' AND h.since <= c.proposed_at
             ORDER BY h.id DESC LIMIT 1),
           (SELECT CASE WHEN d.chosen = 'LOCAL_SECURITY_OFFICER' THEN d.chosen_code ELSE d.responsible_code END
              FROM responsibility_decision d
             WHERE d.case_number = c.case_number AND d.at <= c.proposed_at
               AND coalesce(d.chosen, d.responsible) = 'LOCAL_SECURITY_OFFICER'
             ORDER BY d.id DESC LIMIT 1)),
       taker = 'SECURITY_AND_PREPAREDNESS',
       proposed_by_side = CASE WHEN EXISTS (
           SELECT 1 FROM appointment a
            WHERE a.person = c.proposed_by
              AND a.office IN ('SECURITY_AND_PREPAREDNESS', 'HEAD_OF_SECURITY_AND_PREPAREDNESS'))
           THEN 'TAKER' ELSE 'HOLDER' END,
       waiting_since = greatest(c.proposed_at, c.statement_at, c.answer_at);
ALTER TABLE consultation
    ALTER COLUMN holder SET NOT NULL,
    ALTER COLUMN taker SET NOT NULL,
    ALTER COLUMN proposed_by_side SET NOT NULL,
    ALTER COLUMN waiting_since SET NOT NULL;

-- Every word of a consultation, in the order in which it was said. Only ever added.
CREATE TABLE consultation_entry (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consultation_id uuid NOT NULL REFERENCES consultation,
    at              timestamptz NOT NULL,
    person          varchar(80),
    kind            varchar(20) NOT NULL,
    text            text NOT NULL,
    attempts        text,
    answer          varchar(20),
    ground          varchar(30),
    parts           varchar(20)[] NOT NULL DEFAULT '{}',
    signed          boolean NOT NULL DEFAULT false,
    on_entry        bigint REFERENCES consultation_entry
);
CREATE INDEX consultation_entry_of ON consultation_entry (consultation_id, id);

INSERT INTO consultation_entry (consultation_id, at, person, kind, text, answer, ground, parts, signed)
    SELECT id, at, person, kind, text, answer, ground, parts, signed
      FROM (
        SELECT id, proposed_at AS at, proposed_by AS person, 'PROPOSAL' AS kind, reason AS text,
               NULL::varchar AS answer, NULL::varchar AS ground, '{}'::varchar[] AS parts, false AS signed, 1 AS turn
          FROM consultation
        UNION ALL
        -- What was stated took the whole file along.
        SELECT id, statement_at, statement_by, 'STATEMENT', statement, NULL, secrecy_ground,
               '{CONTACT,DESCRIPTION,PERSONS,EVIDENCE,NOTES,POLICE}'::varchar[], true, 2
          FROM consultation WHERE statement IS NOT NULL
        UNION ALL
        SELECT id, answer_at, answer_by, 'ANSWER', answer_reason, answer, NULL, '{}'::varchar[], answer = 'ACCEPT', 3
          FROM consultation WHERE answer IS NOT NULL
      ) said
     ORDER BY at, turn;
UPDATE consultation_entry answer
   SET on_entry = statement.id
  FROM consultation_entry statement
 WHERE answer.kind = 'ANSWER' AND statement.kind = 'STATEMENT'
   AND statement.consultation_id = answer.consultation_id AND statement.at <= answer.at;

ALTER TABLE consultation
    DROP COLUMN proposed_by,
    DROP COLUMN reason,
    DROP COLUMN statement,
    DROP COLUMN statement_by,
    DROP COLUMN statement_at,
    DROP COLUMN secrecy_ground,
    DROP COLUMN answer,
    DROP COLUMN answer_reason,
    DROP COLUMN answer_by,
    DROP COLUMN answer_at;

-- The sentences of the timeline name the function that did it.
UPDATE timeline_event SET details = '{SECURITY_AND_PREPAREDNESS,SAKERHET_OCH_BEREDSKAP}'
 WHERE kind IN ('CONSULTATION_PROPOSED', 'CONSULTATION_ACCEPTED', 'CONSULTATION_DECLINED', 'CONSULTATION_ASKED_MORE');
UPDATE timeline_event e
   SET details = ARRAY['LOCAL_SECURITY_OFFICER', c.holder_code] || e.details
                 || CASE WHEN e.kind = 'CONSULTATION_STATED'
                         THEN ARRAY['CONTACT,DESCRIPTION,PERSONS,EVIDENCE,NOTES,POLICE'] ELSE '{}' END
  FROM consultation c
 WHERE e.kind IN ('CONSULTATION_STATED', 'CONSULTATION_REMINDED') AND c.case_number = e.case_number
   AND c.proposed_at = (SELECT max(before.proposed_at) FROM consultation before
                         WHERE before.case_number = e.case_number AND before.proposed_at <= e.at);

GRANT SELECT, INSERT ON consultation_entry TO ${applicationRole};
