-- That somebody is to settle whose a case is: it is unclear, or the one who holds it says that it is another's.
CREATE TABLE settlement (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version       bigint NOT NULL,
    case_number   varchar(20) NOT NULL REFERENCES case_file,
    state         varchar(20) NOT NULL,
    began_at      timestamptz NOT NULL,
    raised_at     timestamptz,
    raised_by     varchar(80),
    reason        text,
    meant         varchar(40),
    meant_code    varchar(80),
    attached      varchar(20)[] NOT NULL DEFAULT '{}',
    answer        varchar(20),
    answer_reason text,
    answered_by   varchar(80),
    answered_at   timestamptz,
    decision      bigint REFERENCES responsibility_decision
);
CREATE INDEX settlement_case ON settlement (case_number, id);
CREATE UNIQUE INDEX settlement_one_at_a_time ON settlement (case_number) WHERE state <> 'SETTLED';
GRANT SELECT, INSERT, UPDATE ON settlement TO ${applicationRole};

-- Those that were already going on.
INSERT INTO settlement (version, case_number, state, began_at)
    SELECT 0, number, 'UNCLEAR', received_at FROM case_file WHERE number IN (
        SELECT p.business_key_ FROM engine.act_ru_task t JOIN engine.act_ru_execution p ON p.id_ = t.proc_inst_id_
         WHERE t.task_def_key_ = 'userTask_settleResponsibility');
