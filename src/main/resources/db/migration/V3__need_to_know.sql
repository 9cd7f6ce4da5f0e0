-- Who stands in which relation to a case is asked here, so the owner's group is a column with an index.
ALTER TABLE case_file ADD COLUMN owner_group varchar(100) GENERATED ALWAYS AS (
    CASE owner
        WHEN 'LOCAL_SECURITY_OFFICER' THEN 'lsa-' || owner_code
        WHEN 'PARTY' THEN 'party-' || owner_code
        WHEN 'SECURITY_AND_PREPAREDNESS' THEN 'sob'
    END) STORED;
CREATE INDEX case_file_owner_group ON case_file (owner_group);
CREATE INDEX case_file_reporter ON case_file (reporter);
CREATE INDEX case_file_received ON case_file (received_at);
DROP INDEX case_file_owner;

-- How much a relation lets one see stands in access.yaml, in one place.
ALTER TABLE case_share DROP COLUMN extent;
CREATE INDEX case_share_group ON case_share (group_id);

-- A mail to somebody who may no longer know of the case is not sent.
ALTER TABLE outgoing_mail ADD COLUMN withheld_at timestamptz;

-- Numbers are drawn by lot: numbers in a row would tell everyone how many cases others have.
CREATE TABLE case_number (number varchar(20) PRIMARY KEY);
INSERT INTO case_number SELECT number FROM case_file;
DROP TABLE case_counter;
GRANT SELECT, INSERT ON case_number TO ${applicationRole};
