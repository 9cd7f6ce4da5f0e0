-- What a party has said about its security work (R14–R20): how its officer is reached, when all of it was confirmed, and
-- the check that is open. Never who belongs to the party.
CREATE TABLE party_entry (
    party            varchar(20) PRIMARY KEY REFERENCES party,
    version          bigint NOT NULL,
    reach            text,
    confirmed_at     timestamptz,
    confirmed_by     varchar(80),
    asked_at         timestamptz,
    process_instance varchar(64),
    contacted_at     timestamptz,
    contacted_by     varchar(80),
    contact_note     text
);

CREATE TABLE party_answer (
    party   varchar(20) NOT NULL REFERENCES party_entry,
    point   varchar(30) NOT NULL,
    answer  varchar(10) NOT NULL CHECK (answer IN ('YES', 'NO')),
    note    text,
    said_at timestamptz NOT NULL,
    said_by varchar(80) NOT NULL,
    PRIMARY KEY (party, point)
);

-- Mail that is about no case.
ALTER TABLE outgoing_mail ALTER COLUMN case_number DROP NOT NULL;
CREATE UNIQUE INDEX outgoing_mail_no_case ON outgoing_mail (kind, recipient, occasion) WHERE case_number IS NULL;

GRANT SELECT, INSERT, UPDATE ON party_entry TO ${applicationRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON party_answer TO ${applicationRole};
