-- What somebody has written of a report that is not sent yet: the author's own (TF 2:13). Nothing reads it for anybody else,
-- and nothing of it is left when the report has been sent, the author has thrown it away or it has waited long enough.
CREATE TABLE report_draft (
    id         uuid PRIMARY KEY,
    author     varchar(80) NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    -- The question at which the author was last.
    at         smallint NOT NULL,
    -- By the question's number: the fields as they were typed, and the page that wrote them last.
    answers    jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX report_draft_author ON report_draft (author, changed_at);
CREATE INDEX report_draft_changed ON report_draft (changed_at);

-- Files that belong to a draft. They are copied to the evidence when the report is sent: what has been handed in is never
-- deleted, and what has not can be.
CREATE TABLE draft_file (
    id         uuid PRIMARY KEY,
    draft      uuid NOT NULL REFERENCES report_draft ON DELETE CASCADE,
    name       varchar(255) NOT NULL,
    media_type varchar(100) NOT NULL,
    size       bigint NOT NULL CHECK (size > 0),
    sha256     char(64) NOT NULL,
    came_at    timestamptz NOT NULL
);
CREATE INDEX draft_file_draft ON draft_file (draft, came_at);

-- Written before the row above, as evidence_chunk is.
CREATE TABLE draft_chunk (
    file    uuid NOT NULL REFERENCES draft_file ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    number  int NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (file, number)
);
ALTER TABLE draft_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

GRANT SELECT, INSERT, DELETE ON report_draft, draft_file, draft_chunk TO ${applicationRole};
GRANT UPDATE (changed_at, at, answers) ON report_draft TO ${applicationRole};
