-- Whose question has turned out to be about something that has happened reports it without typing it again (R2).
ALTER TABLE report_draft ADD COLUMN came_from varchar(20) REFERENCES case_file;

-- Questions and planned meetings are counted beside the incidents: when, of which unit, and nothing else.
CREATE VIEW statistics_before AS
SELECT CAST(date_trunc('month', f.received_at AT TIME ZONE 'Europe/Stockholm') AS date) AS month,
       coalesce(r.unit, CASE f.owner WHEN 'LOCAL_SECURITY_OFFICER' THEN f.owner_code END) AS unit,
       f.concern
  FROM case_file f
  JOIN report r ON r.case_number = f.number
 WHERE f.concern <> 'INCIDENT';
GRANT SELECT ON statistics_before TO ${applicationRole};
