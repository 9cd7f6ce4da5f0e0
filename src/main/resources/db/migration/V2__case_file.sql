-- The case file and the directory. Everything personal stands here, in the schema varna, and nowhere in the engine's.
-- Tables that only grow (the timeline, decisions, the read log …) are granted no UPDATE or DELETE: not even a faulty
-- application can rewrite what was said.

CREATE TABLE unit (
    code           varchar(80) PRIMARY KEY,
    name           varchar(200) NOT NULL,
    kind           varchar(20)  NOT NULL CHECK (kind IN ('COUNCIL', 'OFFICE', 'BOARD', 'COMPANY')),
    security_phone varchar(40)
);

CREATE TABLE party (
    code varchar(20) PRIMARY KEY,
    name varchar(200) NOT NULL
);

CREATE TABLE person (
    id           varchar(80) PRIMARY KEY,
    display_name varchar(200) NOT NULL,
    email        varchar(200),
    phone        varchar(40),
    party        varchar(20) REFERENCES party
);

CREATE TABLE appointment (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person     varchar(80) NOT NULL REFERENCES person,
    office     varchar(40) NOT NULL,
    organisation    varchar(80),
    valid_from date NOT NULL,
    valid_to   date
);
CREATE INDEX appointment_person ON appointment (person);
CREATE INDEX appointment_office ON appointment (office, organisation);

CREATE TABLE calendar_day (
    day     date PRIMARY KEY,
    staffed boolean NOT NULL,
    reason  varchar(200) NOT NULL
);

CREATE TABLE case_counter (
    year integer PRIMARY KEY,
    last integer NOT NULL
);

CREATE TABLE case_file (
    number             varchar(20) PRIMARY KEY,
    version            bigint NOT NULL,
    received_at        timestamptz NOT NULL,
    reporter           varchar(80) NOT NULL,
    exposed            varchar(80),
    exposed_other      varchar(200),
    party_consent      boolean NOT NULL,
    moved_to_council   boolean NOT NULL,
    acute_danger       boolean NOT NULL,
    phase              varchar(20) NOT NULL,
    level              varchar(20),
    level_assessed     boolean NOT NULL,
    process_instance   varchar(64),
    responsible        varchar(40),
    responsible_code   varchar(80),
    owner              varchar(40),
    owner_code         varchar(80),
    owner_since        timestamptz,
    contact_due_at     timestamptz,
    contact_counted_from timestamptz,
    contacted_at       timestamptz,
    on_call_until      timestamptz,
    escalated_to_sob   boolean NOT NULL,
    phase_since        timestamptz NOT NULL,
    follow_ups         integer NOT NULL,
    follow_up_due_at   timestamptz,
    assessed_at        timestamptz,
    information_at     timestamptz,
    closed_at          timestamptz,
    close_outcome      varchar(40)
);
CREATE INDEX case_file_owner ON case_file (owner, owner_code, phase);
CREATE INDEX case_file_exposed ON case_file (exposed);
CREATE INDEX case_file_open ON case_file (phase) WHERE phase <> 'CLOSED';

CREATE TABLE report (
    case_number       varchar(20) PRIMARY KEY REFERENCES case_file,
    description       text NOT NULL,
    occurred_at       timestamptz,
    place             varchar(40),
    matter            varchar(20) NOT NULL,
    unit              varchar(80) REFERENCES unit,
    political_question text,
    kinds             varchar(20)[] NOT NULL,
    indicators        varchar(20)[] NOT NULL,
    reach_at          text,
    voicemail_allowed boolean NOT NULL,
    happened_before   boolean NOT NULL,
    perpetrator       text,
    impact            text,
    evidence_saved    boolean NOT NULL,
    police_reported   boolean NOT NULL,
    upcoming_meetings text
);

CREATE TABLE information (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number varchar(20) NOT NULL REFERENCES case_file,
    at          timestamptz NOT NULL,
    author      varchar(80) NOT NULL,
    text        text NOT NULL,
    indicators  varchar(20)[] NOT NULL
);
CREATE INDEX information_case ON information (case_number, at);

CREATE TABLE note (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number varchar(20) NOT NULL REFERENCES case_file,
    at          timestamptz NOT NULL,
    author      varchar(80) NOT NULL,
    text        text NOT NULL
);
CREATE INDEX note_case ON note (case_number, at);

CREATE TABLE timeline_event (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number varchar(20) NOT NULL REFERENCES case_file,
    at          timestamptz NOT NULL,
    actor       varchar(80),
    kind        varchar(40) NOT NULL,
    details     varchar(200)[] NOT NULL,
    text        text
);
CREATE INDEX timeline_event_case ON timeline_event (case_number, at, id);

CREATE TABLE responsibility_decision (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number      varchar(20) NOT NULL REFERENCES case_file,
    at               timestamptz NOT NULL,
    row_number       integer NOT NULL,
    responsible      varchar(40) NOT NULL,
    responsible_code varchar(80),
    inform           varchar(120)[] NOT NULL,
    rules            varchar(10)[] NOT NULL,
    reason           text NOT NULL,
    decision_version varchar(80) NOT NULL,
    decided_by       varchar(80),
    chosen           varchar(40),
    chosen_code      varchar(80),
    chosen_reason    text
);
CREATE INDEX responsibility_decision_case ON responsibility_decision (case_number, id);

CREATE TABLE case_share (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number varchar(20) NOT NULL REFERENCES case_file,
    group_id    varchar(100) NOT NULL,
    extent      varchar(20) NOT NULL,
    ground      varchar(40) NOT NULL,
    at          timestamptz NOT NULL,
    until       timestamptz
);
CREATE UNIQUE INDEX case_share_once ON case_share (case_number, group_id, ground);

CREATE TABLE level_decision (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number      varchar(20) NOT NULL REFERENCES case_file,
    at               timestamptz NOT NULL,
    decided_by       varchar(80),
    recommended      varchar(20) NOT NULL,
    recommended_why  varchar(200)[] NOT NULL,
    decision_version varchar(80) NOT NULL,
    level            varchar(20) NOT NULL,
    factors          varchar(30)[] NOT NULL,
    reason           text,
    police_referral  boolean NOT NULL,
    measures         varchar(40)[] NOT NULL,
    consultation     boolean NOT NULL,
    inform_party     boolean NOT NULL
);
CREATE INDEX level_decision_case ON level_decision (case_number, id);

CREATE TABLE contact_attempt (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number varchar(20) NOT NULL REFERENCES case_file,
    at          timestamptz NOT NULL,
    by_person   varchar(80) NOT NULL,
    reached     boolean NOT NULL,
    note        text NOT NULL
);
CREATE INDEX contact_attempt_case ON contact_attempt (case_number, id);

CREATE TABLE follow_up (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number varchar(20) NOT NULL REFERENCES case_file,
    at          timestamptz NOT NULL,
    by_person   varchar(80) NOT NULL,
    outcome     varchar(20) NOT NULL,
    note        text NOT NULL,
    close_outcome varchar(40),
    close_reason text
);
CREATE INDEX follow_up_case ON follow_up (case_number, id);

CREATE TABLE police_referral (
    id             uuid PRIMARY KEY,
    version        bigint NOT NULL,
    case_number    varchar(20) NOT NULL REFERENCES case_file,
    state          varchar(20) NOT NULL,
    advised_at     timestamptz NOT NULL,
    report_number  varchar(40),
    reported_at    date,
    reported_by    varchar(20),
    decline_reason varchar(30),
    times_asked    integer NOT NULL,
    ask_again_at   timestamptz,
    protection     varchar(20),
    outcome        varchar(20),
    outcome_at     date,
    next_check_at  timestamptz,
    note           text
);
CREATE INDEX police_referral_case ON police_referral (case_number);

CREATE TABLE measure_kind (
    code varchar(40) PRIMARY KEY,
    name varchar(200) NOT NULL
);

CREATE TABLE measure (
    id          uuid PRIMARY KEY,
    version     bigint NOT NULL,
    case_number varchar(20) NOT NULL REFERENCES case_file,
    kind        varchar(40) NOT NULL REFERENCES measure_kind,
    state       varchar(20) NOT NULL,
    proposed_at timestamptz NOT NULL,
    proposed_by varchar(80) NOT NULL,
    provider    varchar(30),
    in_force_from date,
    review_at   date,
    reason      text
);
CREATE INDEX measure_case ON measure (case_number);

CREATE TABLE consultation (
    id              uuid PRIMARY KEY,
    version         bigint NOT NULL,
    case_number     varchar(20) NOT NULL REFERENCES case_file,
    state           varchar(20) NOT NULL,
    proposed_at     timestamptz NOT NULL,
    proposed_by     varchar(80) NOT NULL,
    reason          text NOT NULL,
    statement       text,
    statement_by    varchar(80),
    statement_at    timestamptz,
    secrecy_ground  varchar(30),
    answer          varchar(20),
    answer_reason   text,
    answer_by       varchar(80),
    answer_at       timestamptz
);
CREATE INDEX consultation_case ON consultation (case_number);
CREATE UNIQUE INDEX consultation_one_at_a_time ON consultation (case_number) WHERE state IN ('PROPOSED', 'STATED');

CREATE TABLE outgoing_mail (
    id          uuid PRIMARY KEY,
    case_number varchar(20) NOT NULL REFERENCES case_file,
    kind        varchar(40) NOT NULL,
    recipient   varchar(80) NOT NULL,
    occasion    varchar(80) NOT NULL,
    written_at  timestamptz NOT NULL,
    sent_at     timestamptz,
    UNIQUE (case_number, kind, recipient, occasion)
);

CREATE TABLE accepted_request (
    person      varchar(80) NOT NULL,
    key         varchar(200) NOT NULL,
    fingerprint varchar(64) NOT NULL,
    case_number varchar(20) REFERENCES case_file,
    at          timestamptz NOT NULL,
    PRIMARY KEY (person, key)
);

CREATE TABLE read_log (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number varchar(20) NOT NULL REFERENCES case_file,
    at          timestamptz NOT NULL,
    person      varchar(80) NOT NULL,
    part        varchar(40) NOT NULL,
    extent      varchar(20) NOT NULL
);
CREATE INDEX read_log_case ON read_log (case_number, at);
CREATE INDEX read_log_person ON read_log (case_number, person, at);

GRANT SELECT, INSERT ON
    report, information, note, timeline_event, responsibility_decision, level_decision, contact_attempt, follow_up,
    read_log
    TO ${applicationRole};
GRANT SELECT, INSERT, UPDATE ON
    case_counter, case_file, case_share, police_referral, measure, consultation, outgoing_mail, accepted_request
    TO ${applicationRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON
    unit, party, person, appointment, calendar_day, measure_kind
    TO ${applicationRole};
