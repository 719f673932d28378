-- An edition may leave a limit open that its authors did not know: the institute enters it when it adopts the edition.
ALTER TABLE catalogue_confirmation ADD COLUMN entered boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN catalogue_confirmation.entered IS 'true: the edition left this limit open (待确认), its value was read in the official text and entered in this act';

-- The same canonical text as adoptionText in catalogue/rules; adoptions made before had nothing to enter.
ALTER TABLE catalogue_adoption ADD COLUMN content_digest text;
UPDATE catalogue_adoption
  SET content_digest = encode(sha256(convert_to('{"edition":"' || digest || '","values":{}}', 'UTF8')), 'hex');
ALTER TABLE catalogue_adoption ALTER COLUMN content_digest SET NOT NULL;
ALTER TABLE catalogue_adoption
  ADD CONSTRAINT catalogue_adoption_content_digest_is_sha256 CHECK (content_digest ~ '^[0-9a-f]{64}$');
COMMENT ON COLUMN catalogue_adoption.content_digest IS 'SHA-256 of the digest of the data together with the values that were entered';

CREATE TABLE catalogue_edition (
  id uuid PRIMARY KEY,
  edition text NOT NULL,
  content jsonb NOT NULL,
  digest text NOT NULL CONSTRAINT catalogue_edition_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'),
  file_id uuid NOT NULL REFERENCES file (id),
  in_force_from date NOT NULL,
  status text NOT NULL CONSTRAINT catalogue_edition_status_is_known CHECK (status IN ('proposed', 'recorded', 'refused')),
  proposed_by uuid NOT NULL REFERENCES person (id),
  proposed_at timestamptz NOT NULL,
  decided_by uuid REFERENCES person (id),
  decided_at timestamptz,
  reason text,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT catalogue_edition_needs_two_persons CHECK (decided_by IS NULL OR decided_by <> proposed_by),
  CONSTRAINT catalogue_edition_is_decided_by_somebody CHECK (status = 'proposed' OR (decided_by IS NOT NULL AND decided_at IS NOT NULL))
);
CREATE UNIQUE INDEX catalogue_edition_proposed_one_at_a_time ON catalogue_edition (status) WHERE status = 'proposed';
CREATE UNIQUE INDEX catalogue_edition_once ON catalogue_edition (edition) WHERE status = 'recorded';
COMMENT ON TABLE catalogue_edition IS '实施强制管理的计量器具目录的导入版本：由文件导入，与上一版对照，另一人复核后记载；随程序附带的版本不在此表。';
COMMENT ON COLUMN catalogue_edition.edition IS 'name of the edition in its file, such as 2026 or 2026-1';
COMMENT ON COLUMN catalogue_edition.content IS 'the whole edition as in its file (catalogue/contract/catalogue-document)';
COMMENT ON COLUMN catalogue_edition.digest IS 'SHA-256 of the content in canonical form (RFC 8785)';
COMMENT ON COLUMN catalogue_edition.file_id IS 'the file that was imported';
COMMENT ON COLUMN catalogue_edition.in_force_from IS 'first day in force by its announcement';
COMMENT ON COLUMN catalogue_edition.status IS 'proposed 待复核 · recorded 已记载 · refused 未通过';
COMMENT ON COLUMN catalogue_edition.proposed_by IS 'who imported the file';
COMMENT ON COLUMN catalogue_edition.decided_by IS 'who took the second look';
COMMENT ON COLUMN catalogue_edition.reason IS 'why it was refused';
COMMENT ON COLUMN catalogue_edition.demonstration IS 'fictional';
GRANT SELECT, INSERT, UPDATE ON catalogue_edition TO tongheng_app;
