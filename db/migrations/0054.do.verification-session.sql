CREATE TABLE verification_session (
  id uuid PRIMARY KEY,
  institute_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL,
  technician_id uuid NOT NULL REFERENCES person (id),
  day date NOT NULL,
  place text NOT NULL,
  environment jsonb NOT NULL DEFAULT '{}',
  standards jsonb NOT NULL DEFAULT '[]',
  version integer NOT NULL DEFAULT 1,
  begun_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false
);
CREATE INDEX verification_session_institute ON verification_session (institute_id, begun_at DESC, id DESC);
CREATE INDEX verification_session_region ON verification_session (region, begun_at DESC, id DESC);
CREATE INDEX verification_session_technician ON verification_session (technician_id, begun_at DESC, id DESC);
COMMENT ON TABLE verification_session IS '检定场次：检定员某日在某地的环境条件与所用标准器只填一次，由场次中的各份记录取用，记录中另填的以记录为准。';
COMMENT ON COLUMN verification_session.day IS 'the day of the tests';
COMMENT ON COLUMN verification_session.place IS 'where the tests are done';
COMMENT ON COLUMN verification_session.environment IS 'texts as typed, by field of the editions'' forms';
COMMENT ON COLUMN verification_session.standards IS 'which standard serves in which role, with the statement of a person where it cannot be compared';
COMMENT ON COLUMN verification_session.version IS 'counts every save';
GRANT SELECT, INSERT, UPDATE ON verification_session TO tongheng_app;

CREATE TABLE verification_series (
  institute_id uuid NOT NULL REFERENCES organization (id),
  year integer NOT NULL,
  last integer NOT NULL,
  CONSTRAINT verification_series_once PRIMARY KEY (institute_id, year)
);
COMMENT ON TABLE verification_series IS '原始记录编号流水：每机构每年一列，取号与其用途在同一事务中。';
COMMENT ON COLUMN verification_series.year IS 'calendar year of the numbers';
COMMENT ON COLUMN verification_series.last IS 'the last number given';
GRANT SELECT, INSERT ON verification_series TO tongheng_app;
GRANT UPDATE (last) ON verification_series TO tongheng_app;

ALTER TABLE verification
  ALTER COLUMN item_id DROP NOT NULL,
  DROP CONSTRAINT verification_kind_is_known,
  ADD CONSTRAINT verification_kind_is_known CHECK (kind IN ('initial', 'subsequent', 'in-use')),
  ADD CONSTRAINT verification_serves_a_request_or_inspects CHECK (item_id IS NOT NULL OR kind = 'in-use'),
  ADD CONSTRAINT verification_inspection_has_no_certificate CHECK (kind <> 'in-use' OR certificate_number IS NULL),
  ADD COLUMN record_number text,
  ADD COLUMN session_id uuid REFERENCES verification_session (id),
  ADD COLUMN standards jsonb,
  ADD COLUMN standards_used jsonb,
  ADD COLUMN adopted_limits jsonb,
  ADD COLUMN remarks text,
  ADD COLUMN seals jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN photos jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN second_person_id uuid REFERENCES person (id),
  ADD COLUMN network_check text NOT NULL DEFAULT 'not-needed'
    CONSTRAINT verification_network_check_is_known CHECK (network_check IN ('not-needed', 'awaiting', 'done')),
  ADD CONSTRAINT verification_second_person_is_another CHECK (second_person_id IS NULL OR second_person_id <> technician_id),
  ADD CONSTRAINT verification_record_number_once UNIQUE (institute_id, record_number);
CREATE INDEX verification_record_number_search ON verification USING gin (record_number gin_trgm_ops);
CREATE INDEX verification_seals ON verification USING gin (seals jsonb_path_ops) WHERE seals <> '[]';
CREATE INDEX verification_of_session ON verification (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX verification_technician ON verification (technician_id, begun_at DESC, id DESC);
COMMENT ON COLUMN verification.kind IS 'initial 首次检定 · subsequent 后续检定 · in-use 使用中检查';
COMMENT ON COLUMN verification.item_id IS 'the requested instrument that it serves; null: an in-use inspection, which nobody requests';
COMMENT ON COLUMN verification.standard IS 'the standards in the technician''s words, in records that were begun before standards were registered';
COMMENT ON COLUMN verification.environment IS 'texts as typed; what stands here goes before the session''s';
COMMENT ON COLUMN verification.record_number IS 'number of the raw record, given at its beginning; null: begun before there were numbers';
COMMENT ON COLUMN verification.session_id IS 'the session whose conditions it takes over';
COMMENT ON COLUMN verification.standards IS 'which standard serves in which role; null: as in the session';
COMMENT ON COLUMN verification.standards_used IS 'number, certificate, validity and accuracy of each standard, as they were at submission';
COMMENT ON COLUMN verification.adopted_limits IS 'values that the institute entered for limits which the edition does not know, as they were at submission';
COMMENT ON COLUMN verification.remarks IS 'what the technician adds';
COMMENT ON COLUMN verification.seals IS 'stickers and seals applied or removed, with their numbers';
COMMENT ON COLUMN verification.photos IS 'pictures of displays: path of the cell, file, SHA-256';
COMMENT ON COLUMN verification.second_person_id IS 'who was on site beside the tester';
COMMENT ON COLUMN verification.network_check IS 'not-needed 无需 · awaiting 待联网核查 · done 已联网核查';

CREATE TABLE verification_number (
  institute_id uuid NOT NULL REFERENCES organization (id),
  year integer NOT NULL,
  sequence integer NOT NULL CONSTRAINT verification_number_counts_from_one CHECK (sequence >= 1),
  number text NOT NULL,
  fate text NOT NULL CONSTRAINT verification_number_fate_is_known CHECK (fate IN ('reserved', 'used', 'void')),
  device text,
  verification_id uuid REFERENCES verification (id) DEFERRABLE INITIALLY DEFERRED,
  reason text,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT verification_number_once PRIMARY KEY (institute_id, year, sequence),
  CONSTRAINT verification_number_printed_once UNIQUE (institute_id, number),
  CONSTRAINT verification_number_of_one_record UNIQUE (verification_id),
  CONSTRAINT verification_number_is_accounted_for CHECK (CASE fate
    WHEN 'used' THEN verification_id IS NOT NULL
    WHEN 'reserved' THEN verification_id IS NULL AND device IS NOT NULL
    ELSE verification_id IS NULL AND reason IS NOT NULL END)
);
CREATE INDEX verification_number_reserved ON verification_number (institute_id, device) WHERE fate = 'reserved';
COMMENT ON TABLE verification_number IS '原始记录编号的去向：每个编号一行，已用、已预留给离线设备或已作废并说明，不重号、不留空号。';
COMMENT ON COLUMN verification_number.year IS 'calendar year of the number';
COMMENT ON COLUMN verification_number.sequence IS 'counted from 1 within the institute and year';
COMMENT ON COLUMN verification_number.number IS 'as printed';
COMMENT ON COLUMN verification_number.fate IS 'reserved 已预留 · used 已用 · void 作废';
COMMENT ON COLUMN verification_number.device IS 'for which device it was reserved; null: taken at once';
COMMENT ON COLUMN verification_number.reason IS 'why it will not be used';
COMMENT ON COLUMN verification_number.person_id IS 'who took, reserved or voided it last';
GRANT SELECT, INSERT, UPDATE ON verification_number TO tongheng_app;

CREATE TABLE verification_submission (
  verification_id uuid NOT NULL REFERENCES verification (id),
  sequence integer NOT NULL CONSTRAINT verification_submission_counts_from_one CHECK (sequence >= 1),
  record text NOT NULL,
  digest text NOT NULL CONSTRAINT verification_submission_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'),
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT verification_submission_once PRIMARY KEY (verification_id, sequence)
);
COMMENT ON TABLE verification_submission IS '提交的原始记录：每次提交的全部内容与摘要，只增不改，任何人可据以重新计算。';
COMMENT ON COLUMN verification_submission.sequence IS 'counted from 1 within the record';
COMMENT ON COLUMN verification_submission.record IS 'the raw record in canonical JSON (RFC 8785)';
COMMENT ON COLUMN verification_submission.digest IS 'SHA-256 of record';
GRANT SELECT, INSERT ON verification_submission TO tongheng_app;

CREATE TABLE verification_network_check (
  verification_id uuid PRIMARY KEY REFERENCES verification (id),
  number text NOT NULL,
  checked_on date NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL
);
COMMENT ON TABLE verification_network_check IS '联网核查结果：全国平台给出的编号，由人录入。';
COMMENT ON COLUMN verification_network_check.number IS 'number of the result on the national platform';
GRANT SELECT, INSERT ON verification_network_check TO tongheng_app;
