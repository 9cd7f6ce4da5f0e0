-- For the process owner's figures of a period.
CREATE INDEX case_file_received ON case_file (received_at);
CREATE INDEX case_file_closed ON case_file (closed_at) WHERE closed_at IS NOT NULL;
