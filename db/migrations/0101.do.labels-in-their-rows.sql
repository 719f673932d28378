-- The text of a label has some hundred bytes: a file of its own cost two waits for the disk. Those that there are stay among the files.
ALTER TABLE certificate_view
  ADD COLUMN content text,
  ADD CONSTRAINT certificate_view_content_is_of_a_label CHECK (content IS NULL OR kind = 'label');
COMMENT ON COLUMN certificate_view.digest IS 'SHA-256 of the content, and its address where it lies among the files';
COMMENT ON COLUMN certificate_view.content IS 'the text of a label; null: the content lies among the files under its digest';

-- One document of a verification that takes nobody's place, and one for each whose place is taken: the same index finds all of them.
DROP INDEX certificate_verification_once, certificate_verification;
CREATE UNIQUE INDEX certificate_verification_once ON certificate (verification_id, replaces) NULLS NOT DISTINCT;
