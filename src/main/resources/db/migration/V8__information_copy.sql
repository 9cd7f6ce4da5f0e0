-- Who has been told of a case that another holds, why, and what they have answered (R28, R46).
CREATE TABLE information_copy (
    id               uuid PRIMARY KEY,
    version          bigint NOT NULL,
    case_number      varchar(20) NOT NULL REFERENCES case_file,
    told_function    varchar(40) NOT NULL,
    told_code        varchar(80),
    told_group       varchar(100) NOT NULL,
    at               timestamptz NOT NULL,
    told_by          varchar(80),
    reason           text,
    process_instance varchar(64),
    acknowledged_at  timestamptz,
    acknowledged_by  varchar(80),
    answer           varchar(20),
    advice           text,
    ended_at         timestamptz
);
CREATE INDEX information_copy_case ON information_copy (case_number, at);
CREATE UNIQUE INDEX information_copy_one_open ON information_copy (case_number, told_group)
    WHERE acknowledged_at IS NULL AND ended_at IS NULL;
CREATE INDEX information_copy_open ON information_copy (told_function)
    WHERE acknowledged_at IS NULL AND ended_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON information_copy TO ${applicationRole};
