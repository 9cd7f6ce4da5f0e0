-- Who is to report, decided before the report is made.
ALTER TABLE police_referral ADD COLUMN reporter varchar(20);
ALTER TABLE police_referral ADD COLUMN protection_at date;

-- Every step of a referral, with its day and when it is looked at next. Only ever added; police_referral holds where it
-- stands now.
CREATE TABLE police_entry (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    referral      uuid NOT NULL REFERENCES police_referral,
    at            timestamptz NOT NULL,
    person        varchar(80),
    step          varchar(30) NOT NULL,
    code          varchar(30),
    report_number varchar(40),
    day           date,
    next_check_at timestamptz,
    note          text
);
CREATE INDEX police_entry_referral ON police_entry (referral, id);

INSERT INTO police_entry (referral, at, step) SELECT id, advised_at, 'ADVISED' FROM police_referral;
INSERT INTO police_entry (referral, at, step, code, next_check_at)
    SELECT id, declined_at, CASE state WHEN 'DECLINED' THEN 'DECLINED' ELSE 'POSTPONED' END, decline_reason, ask_again_at
      FROM police_referral WHERE decline_reason IS NOT NULL;
INSERT INTO police_entry (referral, at, step, code, report_number, day, next_check_at)
    SELECT id, report_recorded_at, 'REPORTED', reported_by, report_number, reported_at, next_check_at
      FROM police_referral WHERE report_number IS NOT NULL;
INSERT INTO police_entry (referral, at, step, code, next_check_at)
    SELECT id, protection_recorded_at, 'PROTECTION', protection, next_check_at
      FROM police_referral WHERE protection IS NOT NULL;
INSERT INTO police_entry (referral, at, step, code, day, next_check_at, note)
    SELECT id, outcome_recorded_at, 'OUTCOME', outcome, outcome_at, next_check_at, note
      FROM police_referral WHERE outcome IS NOT NULL;
ALTER TABLE police_referral
    DROP COLUMN note,
    DROP COLUMN declined_at,
    DROP COLUMN report_recorded_at,
    DROP COLUMN outcome_recorded_at,
    DROP COLUMN protection_recorded_at;

-- What the exposed person wants the police to be told beside the report. The latest holds.
CREATE TABLE police_wishes (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number     varchar(20) NOT NULL REFERENCES case_file,
    at              timestamptz NOT NULL,
    person          varchar(80) NOT NULL,
    earlier         text,
    work_mobile     varchar(60),
    ask_protection  boolean NOT NULL
);
CREATE INDEX police_wishes_case ON police_wishes (case_number, id);

-- That a letter or a message has been entered in the city's register (diarieförd), and under which number.
CREATE TABLE registration (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number   varchar(20) NOT NULL REFERENCES case_file,
    at            timestamptz NOT NULL,
    person        varchar(80) NOT NULL,
    diary_number  varchar(40) NOT NULL
);
CREATE INDEX registration_case ON registration (case_number, id);

GRANT SELECT, INSERT ON police_entry, police_wishes, registration TO ${applicationRole};
