-- What was told as a question about advice, which the exposed person can take back; and not since others had to know.
ALTER TABLE information_copy ADD COLUMN asks_advice boolean NOT NULL DEFAULT false;
UPDATE information_copy c SET asks_advice = true
 WHERE EXISTS (SELECT 1 FROM timeline_event e
                WHERE e.case_number = c.case_number AND e.at = c.at AND e.kind LIKE 'ADVICE_ASKED%');
