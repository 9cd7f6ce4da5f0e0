-- What is counted in the statistics: a line for each case, and nothing that tells whose it is. No name, no person's id, no
-- number, no text; and no party, which would tell somebody's political opinion.
CREATE VIEW statistics_case AS
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
       GROUP BY case_number) m ON m.case_number = f.number;

-- Asked for each case above; takes the place of the index on the person alone.
CREATE INDEX case_file_exposed_received ON case_file (exposed, received_at);
DROP INDEX case_file_exposed;

-- The statistics are put together once a month, of months that have ended, and kept as they were published: in groups
-- that hide small counts. No exact count is kept.
CREATE TABLE statistics_compilation (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamptz NOT NULL,
    -- The first day that is not counted.
    until     date NOT NULL
);
CREATE TABLE statistics_figure (
    compilation bigint NOT NULL REFERENCES statistics_compilation,
    -- '' is all units together, '-' no unit at all; year 0 is all years, month 0 the whole year.
    unit        varchar(80) NOT NULL,
    year        integer NOT NULL,
    month       integer NOT NULL,
    breakdown   varchar(30) NOT NULL,
    value       varchar(80) NOT NULL,
    -- The least that the count can be. What is in the first group has no line; -1, with the value '*', says that all of
    -- the breakdown is withheld (with month 1: all months of the year).
    figure      integer NOT NULL CHECK (figure <> 0),
    PRIMARY KEY (compilation, unit, year, breakdown, month, value)
);
CREATE INDEX statistics_figure_units ON statistics_figure (compilation, year) WHERE breakdown = 'ALL' AND month = 0;

GRANT SELECT ON statistics_case TO ${applicationRole};
GRANT SELECT, INSERT ON statistics_compilation, statistics_figure TO ${applicationRole};
