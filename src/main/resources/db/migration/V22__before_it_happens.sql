-- A case can be about what has not happened: a planned meeting or question, or a question about security (R2, R3).
ALTER TABLE case_file ADD COLUMN concern varchar(20) NOT NULL DEFAULT 'INCIDENT'
    CHECK (concern IN ('INCIDENT', 'PLANNED_EVENT', 'QUESTION'));

-- What has been told in one case is taken along to another without being typed again.
CREATE TABLE case_link (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_number varchar(20) NOT NULL REFERENCES case_file,
    came_from   varchar(20) NOT NULL REFERENCES case_file,
    at          timestamptz NOT NULL,
    person      varchar(80),
    UNIQUE (case_number, came_from)
);
CREATE INDEX case_link_came_from ON case_link (came_from);
GRANT SELECT, INSERT ON case_link TO ${applicationRole};

-- The statistics count what has happened, and nothing else.
CREATE OR REPLACE VIEW statistics_case AS
SELECT CAST(date_trunc('month', f.received_at AT TIME ZONE 'Europe/Stockholm') AS date) AS month,
       coalesce(r.unit, CASE f.owner WHEN 'LOCAL_SECURITY_OFFICER' THEN f.owner_code END) AS unit,
       r.kinds,
       r.place AS channel,
       f.level,
       f.owner AS owner_function,
       f.contact_due_at,
       CAST(extract(epoch FROM f.contacted_at - f.received_at) / 60 AS integer) AS contact_minutes,
       f.contacted_at <= f.contact_due_at AS contact_kept,
       CASE WHEN r.police_reported OR p.reported THEN true WHEN p.declined THEN false END AS police_reported,
       CASE WHEN r.police_reported OR p.reported THEN NULL ELSE p.reason END AS not_reported_because,
       coalesce(m.kinds, '{}') AS measures,
       -- As Brå asks: whether it has happened more than once. By the reporter's word, or by what has been reported here.
       r.happened_before OR 'REPEATED' = ANY (r.indicators) OR EXISTS (
           SELECT 1 FROM case_file earlier
            WHERE earlier.exposed = f.exposed
              AND earlier.concern = 'INCIDENT'
              AND earlier.received_at < f.received_at
              AND earlier.received_at > f.received_at - interval '365 days') AS repeated
  FROM case_file f
  JOIN report r ON r.case_number = f.number
  LEFT JOIN (
      SELECT case_number,
             bool_or(report_number IS NOT NULL) AS reported,
             bool_and(state = 'DECLINED') AS declined,
             (array_agg(decline_reason ORDER BY advised_at DESC) FILTER (WHERE decline_reason IS NOT NULL))[1] AS reason
        FROM police_referral GROUP BY case_number) p ON p.case_number = f.number
  LEFT JOIN (
      SELECT case_number, array_agg(DISTINCT kind) AS kinds
        FROM measure WHERE state IN ('APPROVED', 'ORDERED', 'IN_FORCE', 'ENDED')
       GROUP BY case_number) m ON m.case_number = f.number
 WHERE f.concern = 'INCIDENT';
