-- What the exposed person and those who hold the case write to each other. Only ever added.
CREATE TABLE message (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number  varchar(20) NOT NULL REFERENCES case_file,
    at           timestamptz NOT NULL,
    author       varchar(80) NOT NULL,
    from_exposed boolean NOT NULL,
    text         text NOT NULL
);
CREATE INDEX message_case ON message (case_number, id);

-- When each reader had a message before their eyes the first time.
CREATE TABLE message_reading (
    message bigint NOT NULL REFERENCES message,
    person  varchar(80) NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (message, person)
);

-- That something the exposed person has written waits for an answer: one at a time in a case, however much they write.
CREATE TABLE inquiry (
    id               uuid PRIMARY KEY,
    case_number      varchar(20) NOT NULL REFERENCES case_file,
    asked_at         timestamptz NOT NULL,
    process_instance varchar(64),
    lifted_at        timestamptz,
    ended_at         timestamptz,
    ended_by         varchar(80)
);
CREATE UNIQUE INDEX inquiry_one_open ON inquiry (case_number) WHERE ended_at IS NULL;

GRANT SELECT, INSERT ON message, message_reading TO ${applicationRole};
GRANT SELECT, INSERT, UPDATE ON inquiry TO ${applicationRole};
