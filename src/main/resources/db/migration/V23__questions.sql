-- Whose question has turned out to be about something that has happened reports it without typing it again (R2).
ALTER TABLE report_draft ADD COLUMN came_from varchar(20) REFERENCES case_file;
