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
