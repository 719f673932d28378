CREATE TABLE verification (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL CONSTRAINT verification_item_once UNIQUE REFERENCES request_item (id),
  instrument_id uuid NOT NULL REFERENCES instrument (id),
  institute_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL,
  edition text NOT NULL,
  kind text NOT NULL CONSTRAINT verification_kind_is_known CHECK (kind IN ('initial', 'subsequent')),
  status text NOT NULL CONSTRAINT verification_status_is_known CHECK (status IN ('drafted', 'submitted', 'returned', 'checked', 'approved')),
  technician_id uuid NOT NULL REFERENCES person (id),
  assigned_by uuid NOT NULL REFERENCES person (id),
  begun_at timestamptz NOT NULL,
  tested_on date,
  environment jsonb NOT NULL DEFAULT '{}',
  readings jsonb NOT NULL DEFAULT '{}',
  standard text,
  version integer NOT NULL DEFAULT 1,
  nameplate jsonb,
  result jsonb,
  result_digest text,
  conclusion text CONSTRAINT verification_conclusion_is_known CHECK (conclusion IN ('pass', 'fail')),
  submitted_at timestamptz,
  checker_id uuid REFERENCES person (id),
  checked_at timestamptz,
  approver_id uuid REFERENCES person (id),
  approved_at timestamptz,
  return_reason text,
  certificate_number text,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT verification_checker_is_another_person CHECK (checker_id IS NULL OR checker_id <> technician_id),
  CONSTRAINT verification_approver_is_not_the_tester CHECK (approver_id IS NULL OR approver_id <> technician_id),
  CONSTRAINT verification_is_complete_when_submitted CHECK (status IN ('drafted', 'returned') OR
    (tested_on IS NOT NULL AND nameplate IS NOT NULL AND result IS NOT NULL AND result_digest IS NOT NULL AND conclusion IS NOT NULL)),
  CONSTRAINT verification_is_checked_before_approval CHECK (status <> 'approved' OR (checker_id IS NOT NULL AND approver_id IS NOT NULL))
);
CREATE INDEX verification_institute ON verification (institute_id, status, begun_at DESC, id DESC);
CREATE INDEX verification_region ON verification (region, begun_at DESC, id DESC);
CREATE INDEX verification_instrument ON verification (instrument_id, begun_at DESC);
COMMENT ON TABLE verification IS '检定：原始记录以读数原文保存，结论由规程计算得出，不由人填写；检定员、核验员为不同的人，批准人不得是检定员。';
COMMENT ON COLUMN verification.kind IS 'initial 首次检定 · subsequent 后续检定';
COMMENT ON COLUMN verification.conclusion IS 'pass 合格 · fail 不合格, as the procedure computed it';
COMMENT ON COLUMN verification.return_reason IS 'why the checker or the approver gave it back';
COMMENT ON COLUMN verification.item_id IS 'the requested instrument that it serves';
COMMENT ON COLUMN verification.edition IS 'edition of the procedure';
COMMENT ON COLUMN verification.status IS 'drafted 录入中 · submitted 待核验 · returned 已退回 · checked 待批准 · approved 已批准';
COMMENT ON COLUMN verification.environment IS 'texts as typed';
COMMENT ON COLUMN verification.readings IS 'texts as typed, trailing zeros kept';
COMMENT ON COLUMN verification.standard IS 'the weights used, as the technician names them';
COMMENT ON COLUMN verification.version IS 'counts every save';
COMMENT ON COLUMN verification.nameplate IS 'the instrument as it was when submitted';
COMMENT ON COLUMN verification.result IS 'what the procedure computed, whole';
COMMENT ON COLUMN verification.result_digest IS 'SHA-256 of its canonical form; approval computes again and compares';
COMMENT ON COLUMN verification.certificate_number IS 'number of the document issued';
GRANT SELECT, INSERT, UPDATE ON verification TO tongheng_app;

CREATE TABLE verification_gate (
  verification_id uuid NOT NULL REFERENCES verification (id),
  gate text NOT NULL,
  found jsonb NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT verification_gate_once PRIMARY KEY (verification_id, gate)
);
COMMENT ON TABLE verification_gate IS '批准时逐项核查所见：每一道关口通过时看到了什么。';
COMMENT ON COLUMN verification_gate.gate IS 'which gate, see verification/rules';
COMMENT ON COLUMN verification_gate.found IS 'what it found';
GRANT SELECT, INSERT ON verification_gate TO tongheng_app;

CREATE TABLE verification_rule (
  id uuid PRIMARY KEY,
  institute_id uuid NOT NULL REFERENCES organization (id),
  approver_may_check boolean NOT NULL,
  document_number text NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX verification_rule_institute ON verification_rule (institute_id, at DESC);
COMMENT ON TABLE verification_rule IS '检定机构的签字规则：批准人可否兼核验员，最近一条有效，未定则不可。';
COMMENT ON COLUMN verification_rule.approver_may_check IS 'true: the approver may be the checker too';
COMMENT ON COLUMN verification_rule.document_number IS 'the institute''s document that says so';
GRANT SELECT, INSERT ON verification_rule TO tongheng_app;
