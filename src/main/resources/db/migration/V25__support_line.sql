-- What the on-call company has done at night goes over, case by case, when the support line is staffed again.
CREATE TABLE handover (
    id              uuid PRIMARY KEY,
    case_number     varchar(20) NOT NULL REFERENCES case_file,
    began_at        timestamptz NOT NULL,
    taken_call      boolean NOT NULL,
    staffed_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    acknowledged_by varchar(80)
);
CREATE INDEX handover_case ON handover (case_number);
CREATE INDEX handover_open ON handover (staffed_at) WHERE ended_at IS NULL;

-- Who answers the support line, and when. Without a person it is the on-call company.
CREATE TABLE watch (
    id         uuid PRIMARY KEY,
    person     varchar(80) REFERENCES person,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    added_at   timestamptz NOT NULL,
    added_by   varchar(80) NOT NULL,
    CHECK (starts_at < ends_at)
);
CREATE INDEX watch_time ON watch (ends_at, starts_at);
CREATE INDEX watch_person ON watch (person, ends_at);

-- Hours of the support line that nobody has: those between two changes of who answers are one.
CREATE TABLE roster_gap (
    id               uuid PRIMARY KEY,
    starts_at        timestamptz NOT NULL,
    ends_at          timestamptz NOT NULL,
    raised_at        timestamptz NOT NULL,
    process_instance varchar(64),
    left_at          timestamptz,
    left_by          varchar(80),
    left_because     text
);
CREATE UNIQUE INDEX roster_gap_once ON roster_gap (starts_at);

-- A mail about the roster is about no case.
ALTER TABLE outgoing_mail ALTER COLUMN case_number DROP NOT NULL;

-- What the city's own alarm system is told: once for a case, and nothing of what has happened.
CREATE TABLE alarm (
    id           uuid PRIMARY KEY,
    case_number  varchar(20) NOT NULL UNIQUE REFERENCES case_file,
    level        varchar(20) NOT NULL,
    raised_at    timestamptz NOT NULL,
    delivered_at timestamptz
);

GRANT SELECT, INSERT, UPDATE ON handover, alarm TO ${applicationRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON watch, roster_gap TO ${applicationRole};
