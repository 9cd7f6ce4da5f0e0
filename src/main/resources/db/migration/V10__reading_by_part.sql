-- What a case shows to whom depends on when it came about, so each thing that is written later has its own moment. Of what
-- is there already, nothing is known but when it began.
ALTER TABLE measure ADD COLUMN reason_at timestamptz;
UPDATE measure SET reason_at = proposed_at WHERE reason IS NOT NULL;

ALTER TABLE police_referral
    ADD COLUMN declined_at timestamptz,
    ADD COLUMN report_recorded_at timestamptz,
    ADD COLUMN outcome_recorded_at timestamptz,
    ADD COLUMN protection_recorded_at timestamptz;
UPDATE police_referral SET
    declined_at = CASE WHEN decline_reason IS NOT NULL THEN advised_at END,
    report_recorded_at = CASE WHEN report_number IS NOT NULL THEN advised_at END,
    outcome_recorded_at = CASE WHEN outcome IS NOT NULL THEN advised_at END,
    protection_recorded_at = CASE WHEN protection IS NOT NULL THEN advised_at END;
