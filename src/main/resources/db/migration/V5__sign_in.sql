-- Who the person is at the identity provider: the first one who signed in as them. A name can be given to somebody else.
ALTER TABLE person ADD COLUMN sign_in_subject varchar(400);
CREATE UNIQUE INDEX person_sign_in_subject ON person (sign_in_subject);
