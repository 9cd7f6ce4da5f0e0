-- The directory is kept by people. Versions tell two who edit at once of each other; a person's number may stand in an
-- address, where the id (often an e-mail address) may not. Units, parties and people are never deleted.
ALTER TABLE unit ADD COLUMN version bigint NOT NULL DEFAULT 0;
ALTER TABLE party ADD COLUMN version bigint NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN version bigint NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;
CREATE UNIQUE INDEX person_number ON person (number);
ALTER TABLE appointment ADD COLUMN version bigint NOT NULL DEFAULT 0;
ALTER TABLE appointment ADD CONSTRAINT appointment_ends_after_it_begins CHECK (valid_to >= valid_from);
REVOKE DELETE ON unit, party, person FROM ${applicationRole};

-- Who has changed what, in codes and days: never a name, an address or a party.
CREATE TABLE directory_change (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    actor   varchar(80) NOT NULL,
    kind    varchar(40) NOT NULL,
    subject varchar(80),
    details varchar(200)[] NOT NULL,
    reason  text
);
GRANT SELECT, INSERT ON directory_change TO ${applicationRole};

-- A security officer's post that is or will soon be vacant, and what has been decided about it.
CREATE TABLE vacant_post (
    unit             varchar(80) PRIMARY KEY REFERENCES unit,
    raised_at        timestamptz NOT NULL,
    process_instance varchar(64),
    left_at          timestamptz
);
GRANT SELECT, INSERT, UPDATE, DELETE ON vacant_post TO ${applicationRole};
