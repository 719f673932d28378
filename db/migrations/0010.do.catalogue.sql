CREATE TABLE catalogue_adoption (
  id uuid PRIMARY KEY,
  institute_id uuid NOT NULL REFERENCES organization (id),
  edition text NOT NULL,
  digest text NOT NULL CONSTRAINT catalogue_adoption_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'),
  status text NOT NULL CONSTRAINT catalogue_adoption_status_is_known CHECK (status IN ('proposed', 'adopted', 'refused', 'withdrawn', 'replaced')),
  source text NOT NULL,
  proposed_by uuid NOT NULL REFERENCES person (id),
  proposed_at timestamptz NOT NULL,
  decided_by uuid REFERENCES person (id),
  decided_at timestamptz,
  ended_by uuid REFERENCES person (id),
  ended_at timestamptz,
  reason text,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT catalogue_adoption_needs_two_persons CHECK (decided_by IS NULL OR decided_by <> proposed_by),
  CONSTRAINT catalogue_adoption_is_decided_by_somebody CHECK (status IN ('proposed', 'withdrawn') OR (decided_by IS NOT NULL AND decided_at IS NOT NULL))
);
CREATE UNIQUE INDEX catalogue_adoption_proposed_once ON catalogue_adoption (institute_id, edition) WHERE status = 'proposed';
CREATE UNIQUE INDEX catalogue_adoption_adopted_once ON catalogue_adoption (institute_id, edition) WHERE status = 'adopted';
COMMENT ON TABLE catalogue_adoption IS '规程版本的采用（方法确认）：检定机构的技术负责人对照正式文本逐项核对后提出，第二人确认；确认前只能录入，不可出证。';
COMMENT ON COLUMN catalogue_adoption.edition IS 'id of the edition in packages/procedures, such as jjg-0539-2016';
COMMENT ON COLUMN catalogue_adoption.digest IS 'SHA-256 of the edition''s data: another data is another adoption';
COMMENT ON COLUMN catalogue_adoption.status IS 'proposed 待确认 · adopted 已采用 · refused 未通过 · withdrawn 已停用 · replaced 已由新数据代替';
COMMENT ON COLUMN catalogue_adoption.source IS 'the copy of the official text that was at hand';
COMMENT ON COLUMN catalogue_adoption.proposed_by IS 'the technical manager who compared the numbers';
COMMENT ON COLUMN catalogue_adoption.decided_by IS 'the second person';
COMMENT ON COLUMN catalogue_adoption.reason IS 'why it was refused, withdrawn or replaced';
COMMENT ON COLUMN catalogue_adoption.demonstration IS 'fictional: nobody compared anything with an official text';
GRANT SELECT, INSERT, UPDATE ON catalogue_adoption TO tongheng_app;

CREATE TABLE catalogue_confirmation (
  adoption_id uuid NOT NULL REFERENCES catalogue_adoption (id),
  path text NOT NULL,
  value text NOT NULL,
  clause text NOT NULL CONSTRAINT catalogue_confirmation_names_a_clause CHECK (clause <> ''),
  CONSTRAINT catalogue_confirmation_once PRIMARY KEY (adoption_id, path)
);
COMMENT ON TABLE catalogue_confirmation IS '逐项核对：规程版本的每一个数值与正式文本一致，并写明条款。';
COMMENT ON COLUMN catalogue_confirmation.path IS 'where the number stands in the edition, such as limits.mpe.III.0.factor';
COMMENT ON COLUMN catalogue_confirmation.value IS 'the value that was confirmed, as JSON';
COMMENT ON COLUMN catalogue_confirmation.clause IS 'clause or table of the official text';
GRANT SELECT, INSERT ON catalogue_confirmation TO tongheng_app;
