-- Who has held the case, from when to when, by which event and which decision.
CREATE TABLE holding (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number varchar(20) NOT NULL REFERENCES case_file,
    function    varchar(40) NOT NULL,
    code        varchar(80),
    group_id    varchar(100) NOT NULL,
    since       timestamptz NOT NULL,
    until       timestamptz,
    event       varchar(40) NOT NULL,
    actor       varchar(80),
    decision    bigint REFERENCES responsibility_decision
);
CREATE INDEX holding_case ON holding (case_number, id);
CREATE UNIQUE INDEX holding_one_at_a_time ON holding (case_number) WHERE until IS NULL;
INSERT INTO holding (case_number, function, code, group_id, since, event)
    SELECT number, owner, owner_code, owner_group, received_at, 'RESPONSIBILITY_DECIDED'
      FROM case_file WHERE owner IS NOT NULL;

-- What one function has let another know of a case: which parts, on which ground, by whom. It covers what there is until
-- the one who let them know no longer holds the case; null while they still do.
CREATE TABLE disclosure (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number  varchar(20) NOT NULL REFERENCES case_file,
    at           timestamptz NOT NULL,
    person       varchar(80),
    from_group   varchar(100) NOT NULL,
    to_group     varchar(100) NOT NULL,
    occasion     varchar(40) NOT NULL,
    ground       varchar(30),
    parts        varchar(20)[] NOT NULL,
    covers_until timestamptz
);
CREATE INDEX disclosure_case ON disclosure (case_number, to_group);

-- A person who may not act in a case (jäv), and why. Others of the same function act instead.
CREATE TABLE recusal (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number varchar(20) NOT NULL REFERENCES case_file,
    person      varchar(80) NOT NULL,
    at          timestamptz NOT NULL,
    reason      text NOT NULL,
    UNIQUE (case_number, person)
);

CREATE INDEX recusal_person ON recusal (person);

-- Nobody of the owner's own function may act in the case: Säkerhet och Beredskap acts.
ALTER TABLE case_file ADD COLUMN without_actors boolean NOT NULL DEFAULT false;
CREATE INDEX case_file_without_actors ON case_file (number) WHERE without_actors;

ALTER TABLE responsibility_decision ADD COLUMN chosen_rules varchar(10)[] NOT NULL DEFAULT '{}';

GRANT SELECT, INSERT ON recusal TO ${applicationRole};
GRANT SELECT, INSERT ON holding, disclosure TO ${applicationRole};
GRANT UPDATE (until) ON holding TO ${applicationRole};
GRANT UPDATE (covers_until) ON disclosure TO ${applicationRole};
