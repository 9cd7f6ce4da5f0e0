-- Files that people have handed in. What a file is and what it holds is written once and never changed; only whether it
-- may be opened changes, when it has been searched for harmful code.
CREATE TABLE evidence (
    id          uuid PRIMARY KEY,
    case_number varchar(20) NOT NULL REFERENCES case_file,
    name        varchar(255) NOT NULL,
    media_type  varchar(100) NOT NULL,
    size        bigint NOT NULL CHECK (size > 0),
    sha256      char(64) NOT NULL,
    received_at timestamptz NOT NULL,
    received_by varchar(80) NOT NULL,
    -- Files that came in one form.
    delivery    uuid NOT NULL,
    state       varchar(20) NOT NULL
);
CREATE INDEX evidence_case ON evidence (case_number, received_at);

-- The content in pieces, in the order of their numbers. Pieces and not large objects: those belong to the role that made
-- them, who may change and delete them, while on a table the application's role gets to add and read alone. They are
-- written before the row above, since size and hash are known when the last one has come.
CREATE TABLE evidence_chunk (
    evidence uuid NOT NULL REFERENCES evidence DEFERRABLE INITIALLY DEFERRED,
    number   int NOT NULL,
    content  bytea NOT NULL,
    PRIMARY KEY (evidence, number)
);
-- Images, sound and video are compressed already.
ALTER TABLE evidence_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

-- The chain of custody.
CREATE TABLE evidence_event (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    evidence uuid NOT NULL REFERENCES evidence,
    at       timestamptz NOT NULL,
    person   varchar(80),
    kind     varchar(20) NOT NULL,
    detail   varchar(200)
);
CREATE INDEX evidence_event_evidence ON evidence_event (evidence, id);

GRANT SELECT, INSERT ON evidence, evidence_chunk, evidence_event TO ${applicationRole};
GRANT UPDATE (state) ON evidence TO ${applicationRole};
