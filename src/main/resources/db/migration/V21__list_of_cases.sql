-- The list of cases that a function holds, the newest first, and what it is narrowed by.
CREATE INDEX case_file_held ON case_file (owner_group, received_at DESC, number DESC);
DROP INDEX case_file_owner_group;
CREATE INDEX case_file_number ON case_file (number varchar_pattern_ops);
CREATE INDEX report_unit ON report (unit, case_number);
