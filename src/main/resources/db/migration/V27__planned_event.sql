-- A planned meeting or political question that is feared to stir opinion (R3, R11, R22, R43), and the plan for it.
CREATE TABLE planned_event (
    case_number  varchar(20) PRIMARY KEY REFERENCES case_file,
    kind         varchar(20) NOT NULL CHECK (kind IN ('MEETING', 'QUESTION')),
    title        text NOT NULL,
    unit         varchar(80) REFERENCES unit,
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    place        text,
    is_public    boolean NOT NULL,
    participants text,
    -- Told with less than the city's shortest notice left.
    late         boolean NOT NULL,
    -- Those who work it, as its case's owner; null until they have planned.
    planned_at   timestamptz,
    planned_by   varchar(80),
    before_it    text,
    during_it    text,
    after_it     text,
    present      text,
    -- The one part of the plan that all who take part may read.
    shared       text,
    asked_at     timestamptz,
    asked_by     varchar(80),
    happened     text,
    went         text,
    cancelled    boolean NOT NULL DEFAULT false
);
CREATE INDEX planned_event_starts ON planned_event (starts_at, case_number);

CREATE TABLE risk_assessment (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number      varchar(20) NOT NULL REFERENCES case_file,
    at               timestamptz NOT NULL,
    person           varchar(80) NOT NULL,
    conflict         varchar(10) NOT NULL,
    signs            varchar(30)[] NOT NULL,
    recommended      varchar(20) NOT NULL,
    recommended_why  text NOT NULL,
    decision_version varchar(80) NOT NULL,
    -- What each of two found, where there were two; the level is the higher.
    first_level      varchar(20) NOT NULL,
    second_level     varchar(20),
    level            varchar(20) NOT NULL,
    reason           text NOT NULL
);
CREATE INDEX risk_assessment_case ON risk_assessment (case_number, id);

-- Those who take part, and may read what is shared of the plan.
CREATE TABLE planned_participant (
    case_number varchar(20) NOT NULL REFERENCES case_file,
    person      varchar(80) NOT NULL,
    PRIMARY KEY (case_number, person)
);
CREATE INDEX planned_participant_person ON planned_participant (person);

-- Few beside the incidents; the statistics count them by themselves.
CREATE INDEX case_file_before_it_happens ON case_file (received_at) WHERE concern <> 'INCIDENT';

GRANT SELECT, INSERT, UPDATE ON planned_event TO ${applicationRole};
GRANT SELECT, INSERT ON risk_assessment TO ${applicationRole};
GRANT SELECT, INSERT, DELETE ON planned_participant TO ${applicationRole};
