-- For the process owner's count of what was closed in a period.
CREATE INDEX case_file_closed ON case_file (closed_at) WHERE closed_at IS NOT NULL;
