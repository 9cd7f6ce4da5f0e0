-- Who usually provides a kind of measure: suggested when it is decided upon.
ALTER TABLE measure_kind ADD COLUMN provider varchar(30) NOT NULL DEFAULT 'OWN_ORGANISATION';
ALTER TABLE measure_kind ALTER COLUMN provider DROP DEFAULT;

-- Every step of a measure's life, only ever added.
CREATE TABLE measure_entry (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    measure   uuid NOT NULL REFERENCES measure,
    at        timestamptz NOT NULL,
    person    varchar(80),
    step      varchar(30) NOT NULL,
    provider  varchar(30),
    day       date,
    review_at date,
    detail    text,
    reason    text
);
CREATE INDEX measure_entry_measure ON measure_entry (measure, id);
INSERT INTO measure_entry (measure, at, person, step) SELECT id, proposed_at, proposed_by, 'PROPOSED' FROM measure;
-- Of what came later only the latest reason is known, and not whose it was.
INSERT INTO measure_entry (measure, at, step, provider, day, review_at, reason)
    SELECT id, coalesce(reason_at, proposed_at), state, provider, in_force_from, review_at, reason
      FROM measure WHERE state <> 'PROPOSED';

ALTER TABLE measure
    ADD COLUMN acute       boolean NOT NULL DEFAULT false,
    ADD COLUMN assessed_at timestamptz,
    ADD COLUMN state_since timestamptz,
    ADD COLUMN ended_on    date,
    ADD COLUMN called_at   timestamptz,
    ADD COLUMN called_for  varchar(30);
UPDATE measure SET state_since = coalesce(reason_at, proposed_at),
    assessed_at = coalesce((SELECT f.assessed_at FROM case_file f WHERE f.number = measure.case_number), proposed_at);
ALTER TABLE measure
    DROP COLUMN reason,
    DROP COLUMN reason_at,
    ALTER COLUMN state_since SET NOT NULL,
    -- None runs without a day when it is reviewed, and none but an acute step comes before an assessment (R39-R40).
    ADD CONSTRAINT measure_never_without_review CHECK (
        state NOT IN ('APPROVED', 'ORDERED', 'IN_FORCE') OR (review_at IS NOT NULL AND provider IS NOT NULL)),
    ADD CONSTRAINT measure_after_assessment CHECK (acute OR assessed_at IS NOT NULL),
    ADD CONSTRAINT measure_called_for_something CHECK ((called_at IS NULL) = (called_for IS NULL));

-- What the exposed person answers when they are asked how it goes, and how they were told that the case is closed.
ALTER TABLE follow_up
    ALTER COLUMN note DROP NOT NULL,
    ADD COLUMN wellbeing     text,
    ADD COLUMN more_happened boolean,
    ADD COLUMN what_happened text,
    ADD COLUMN measures_work varchar(20),
    ADD COLUMN affects_duty  varchar(20),
    ADD COLUMN next_day      date,
    ADD COLUMN told_how      text;

GRANT SELECT, INSERT ON measure_entry TO ${applicationRole};
