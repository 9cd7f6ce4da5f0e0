-- What people have written, as it is compared between cases: without capitals, blanks and punctuation, and no longer than an
-- index takes. Letters are told by ICU, which knows å, ä and ö whatever the server's own locale is.
CREATE FUNCTION plain(written text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN left(
        nullif(regexp_replace(lower(normalize(written, NFKC) COLLATE "und-x-icu"), '[^[:alnum:]]', '', 'g'), ''), 200);
CREATE INDEX report_question ON report (plain(political_question));
CREATE INDEX report_perpetrator ON report (plain(perpetrator));

-- What a level rests on beside the case itself: SAME_PERSON:V-2026-482137 for an earlier case of the same holder's.
ALTER TABLE level_decision ADD COLUMN repetition varchar(40)[] NOT NULL DEFAULT '{}';

-- That somebody has read a case because the person is exposed in others' cases too tells that they are.
ALTER TABLE read_log ADD COLUMN for_repetition boolean NOT NULL DEFAULT false;
