CREATE TABLE traceability_finding (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  year integer NOT NULL,
  sequence integer NOT NULL,
  institute_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL,
  standard_id uuid NOT NULL REFERENCES standard (id),
  state text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  ended_by uuid REFERENCES person (id),
  ended_at timestamptz,
  ended_reason text,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT traceability_finding_number_once UNIQUE (institute_id, year, sequence),
  CONSTRAINT traceability_finding_state_is_known CHECK (state IN ('recorded', 'evaluated', 'closed', 'withdrawn')),
  CONSTRAINT traceability_finding_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  CONSTRAINT traceability_finding_end_has_a_reason CHECK ((state IN ('closed', 'withdrawn')) = (ended_by IS NOT NULL AND ended_at IS NOT NULL AND ended_reason IS NOT NULL))
);
COMMENT ON TABLE traceability_finding IS '超差发现：一件标准器被发现超出允许误差，自此追溯其影响。';
COMMENT ON COLUMN traceability_finding.number IS 'number of the case within its institute, such as 超差〔2026〕3号';
COMMENT ON COLUMN traceability_finding.year IS 'year of the number';
COMMENT ON COLUMN traceability_finding.sequence IS 'number within the institute and year';
COMMENT ON COLUMN traceability_finding.state IS 'recorded 已报告 · evaluated 已评估 · closed 已结案 · withdrawn 已撤回';
COMMENT ON COLUMN traceability_finding.version IS 'the version of the finding that holds; earlier ones are kept';
COMMENT ON COLUMN traceability_finding.ended_reason IS 'why it was closed or withdrawn';
CREATE INDEX traceability_finding_of_institute ON traceability_finding (institute_id, recorded_at DESC);
CREATE INDEX traceability_finding_of_standard ON traceability_finding (standard_id);
GRANT SELECT, INSERT ON traceability_finding TO tongheng_app;
GRANT UPDATE (state, version, ended_by, ended_at, ended_reason) ON traceability_finding TO tongheng_app;

CREATE TABLE traceability_finding_version (
  finding_id uuid NOT NULL REFERENCES traceability_finding (id),
  version integer NOT NULL,
  evidence text NOT NULL,
  evidence_number text,
  found_on date NOT NULL,
  since date NOT NULL,
  last_good date,
  since_reason text,
  unit text NOT NULL,
  error_unit text NOT NULL,
  span text NOT NULL,
  growth text NOT NULL,
  transfer text NOT NULL,
  points jsonb NOT NULL,
  words text NOT NULL,
  files uuid[] NOT NULL,
  correction text,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (finding_id, version),
  CONSTRAINT traceability_finding_version_evidence_is_known CHECK (evidence IN ('calibration', 'intermediate-check')),
  CONSTRAINT traceability_finding_version_span_is_known CHECK (span IN ('interpolated', 'whole')),
  CONSTRAINT traceability_finding_version_growth_is_known CHECK (growth IN ('constant', 'linear')),
  CONSTRAINT traceability_finding_version_transfer_is_known CHECK (transfer IN ('unknown', 'one-to-one')),
  CONSTRAINT traceability_finding_version_begins_before_it_was_found CHECK (since <= found_on),
  CONSTRAINT traceability_finding_version_narrower_with_a_reason CHECK (last_good IS NULL OR since <= last_good OR since_reason IS NOT NULL),
  CONSTRAINT traceability_finding_version_correction_has_a_reason CHECK ((version = 1) = (correction IS NULL))
);
COMMENT ON TABLE traceability_finding_version IS '超差发现的各版内容：更正即新的一版，旧版保留并可对照。';
COMMENT ON COLUMN traceability_finding_version.version IS 'counts the corrections from 1';
COMMENT ON COLUMN traceability_finding_version.evidence IS 'calibration 校准或检定证书 · intermediate-check 期间核查';
COMMENT ON COLUMN traceability_finding_version.evidence_number IS 'number of the certificate or record by which it was found';
COMMENT ON COLUMN traceability_finding_version.found_on IS 'day on which it was found: the last of the doubtful interval';
COMMENT ON COLUMN traceability_finding_version.since IS 'first day of the doubtful interval';
COMMENT ON COLUMN traceability_finding_version.last_good IS 'day of the last calibration that found the standard good; null: none is recorded';
COMMENT ON COLUMN traceability_finding_version.since_reason IS 'why the interval begins later than the last good calibration';
COMMENT ON COLUMN traceability_finding_version.unit IS 'unit of the places on the range of the standard';
COMMENT ON COLUMN traceability_finding_version.error_unit IS 'unit of the errors; % is of the value at the place';
COMMENT ON COLUMN traceability_finding_version.span IS 'interpolated: between the points, unknown beyond · whole: the same over the range';
COMMENT ON COLUMN traceability_finding_version.growth IS 'constant · linear: grown evenly since the first day';
COMMENT ON COLUMN traceability_finding_version.transfer IS 'what calibrations without a record here pass on: unknown · one-to-one';
COMMENT ON COLUMN traceability_finding_version.points IS '[{ at, error, U, tolerance, condition }], decimal text; an error is what the standard states less what is true';
COMMENT ON COLUMN traceability_finding_version.words IS 'how it was found, in words';
COMMENT ON COLUMN traceability_finding_version.correction IS 'why the version before was corrected';
GRANT SELECT, INSERT ON traceability_finding_version TO tongheng_app;

CREATE TABLE traceability_evaluation (
  id uuid PRIMARY KEY,
  finding_id uuid NOT NULL REFERENCES traceability_finding (id),
  version integer NOT NULL,
  state text NOT NULL,
  engine text NOT NULL,
  inputs_digest text,
  total integer,
  done integer NOT NULL DEFAULT 0,
  after_tested_on date,
  after_id uuid,
  person_id uuid NOT NULL REFERENCES person (id),
  begun_at timestamptz NOT NULL,
  ended_at timestamptz,
  FOREIGN KEY (finding_id, version) REFERENCES traceability_finding_version (finding_id, version),
  CONSTRAINT traceability_evaluation_state_is_known CHECK (state IN ('running', 'done')),
  CONSTRAINT traceability_evaluation_done_has_an_end CHECK ((state = 'done') = (ended_at IS NOT NULL))
);
COMMENT ON TABLE traceability_evaluation IS '影响评估：对一版发现逐证计算；中断后从断点继续，结果按行保存。';
COMMENT ON COLUMN traceability_evaluation.state IS 'running 计算中 · done 已完成';
COMMENT ON COLUMN traceability_evaluation.engine IS 'version of the engine';
COMMENT ON COLUMN traceability_evaluation.inputs_digest IS 'SHA-256 over the finding and the certificates with their digests, in the order in which they were evaluated';
COMMENT ON COLUMN traceability_evaluation.total IS 'how many certificates rest on the standard in the interval; null: not counted yet';
COMMENT ON COLUMN traceability_evaluation.done IS 'how many were evaluated';
COMMENT ON COLUMN traceability_evaluation.after_tested_on IS 'the certificate after which it goes on, by day and id';
COMMENT ON COLUMN traceability_evaluation.after_id IS 'see after_tested_on';
CREATE UNIQUE INDEX traceability_evaluation_one_runs ON traceability_evaluation (finding_id) WHERE state = 'running';
CREATE INDEX traceability_evaluation_of_finding ON traceability_evaluation (finding_id, begun_at DESC);
GRANT SELECT, INSERT ON traceability_evaluation TO tongheng_app;
GRANT UPDATE (state, inputs_digest, total, done, after_tested_on, after_id, ended_at) ON traceability_evaluation TO tongheng_app;

CREATE TABLE traceability_impact (
  evaluation_id uuid NOT NULL REFERENCES traceability_evaluation (id),
  certificate_id uuid NOT NULL REFERENCES certificate (id),
  institute_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  kind text NOT NULL,
  region text NOT NULL,
  tested_on date NOT NULL,
  triage text NOT NULL,
  depth smallint NOT NULL,
  share_before real,
  share_after real,
  worst_check text,
  worst_value text,
  worst_after text,
  worst_guard text,
  worst_limit text,
  worst_unit text,
  wrongly_failed boolean NOT NULL,
  checks integer NOT NULL,
  reasons text[] NOT NULL,
  PRIMARY KEY (evaluation_id, certificate_id),
  CONSTRAINT traceability_impact_triage_is_known CHECK (triage IN ('harmless', 'doubtful', 'unknown', 'reverify'))
);
COMMENT ON TABLE traceability_impact IS '一次评估对一份证书的结论：无影响、存疑、无法计算或需复检，附最不利的一项。';
COMMENT ON COLUMN traceability_impact.institute_id IS 'who issued the certificate';
COMMENT ON COLUMN traceability_impact.holder_id IS 'whose instrument it is';
COMMENT ON COLUMN traceability_impact.instrument_id IS 'which instrument';
COMMENT ON COLUMN traceability_impact.kind IS 'kind of the instrument';
COMMENT ON COLUMN traceability_impact.triage IS 'harmless 无影响 · doubtful 存疑 · unknown 无法计算 · reverify 需复检';
COMMENT ON COLUMN traceability_impact.depth IS 'certificates that the error went through before this one';
COMMENT ON COLUMN traceability_impact.share_before IS 'value of the worst check as a part of its limit, as recorded';
COMMENT ON COLUMN traceability_impact.share_after IS 'the same with the value put right';
COMMENT ON COLUMN traceability_impact.worst_check IS 'the check that stands worst; null: none could be calculated or is moved';
COMMENT ON COLUMN traceability_impact.worst_value IS 'its value as recorded, decimal text';
COMMENT ON COLUMN traceability_impact.worst_after IS 'its value put right';
COMMENT ON COLUMN traceability_impact.worst_guard IS 'half the width of its guard band';
COMMENT ON COLUMN traceability_impact.worst_limit IS 'its limit, with the lower one before it where it has two';
COMMENT ON COLUMN traceability_impact.worst_unit IS 'unit of the values';
COMMENT ON COLUMN traceability_impact.wrongly_failed IS 'a conclusion of fail that would not have been one';
COMMENT ON COLUMN traceability_impact.checks IS 'how many checks move with the standard where it is wrong';
COMMENT ON COLUMN traceability_impact.reasons IS 'why something could not be calculated, by code';
CREATE INDEX traceability_impact_by_triage ON traceability_impact (evaluation_id, triage, share_after DESC, certificate_id);
CREATE INDEX traceability_impact_of_certificate ON traceability_impact (certificate_id);
GRANT SELECT, INSERT ON traceability_impact TO tongheng_app;

CREATE TABLE traceability_decision (
  id uuid PRIMARY KEY,
  sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  finding_id uuid NOT NULL REFERENCES traceability_finding (id),
  evaluation_id uuid NOT NULL REFERENCES traceability_evaluation (id),
  decision text NOT NULL,
  reason text NOT NULL,
  certificates uuid[] NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT traceability_decision_is_known CHECK (decision IN ('no-action', 'notify', 'reverify', 'revoke')),
  CONSTRAINT traceability_decision_is_about_something CHECK (cardinality(certificates) > 0)
);
COMMENT ON TABLE traceability_decision IS '处置决定：由报告人以外的人对一份或一批证书作出，附理由；后来的决定代替先前的。';
COMMENT ON COLUMN traceability_decision.sequence IS 'order of recording: for a certificate the last decision holds';
COMMENT ON COLUMN traceability_decision.decision IS 'no-action 不需处置 · notify 告知 · reverify 复检 · revoke 建议作废';
COMMENT ON COLUMN traceability_decision.certificates IS 'the certificates that it is about';
CREATE INDEX traceability_decision_of_finding ON traceability_decision (finding_id, sequence);
CREATE INDEX traceability_decision_certificates ON traceability_decision USING gin (certificates);
GRANT SELECT, INSERT ON traceability_decision TO tongheng_app;

CREATE TABLE traceability_notice (
  id uuid PRIMARY KEY,
  finding_id uuid NOT NULL REFERENCES traceability_finding (id),
  evaluation_id uuid NOT NULL REFERENCES traceability_evaluation (id),
  kind text NOT NULL,
  organization_id uuid NOT NULL REFERENCES organization (id),
  number text NOT NULL,
  sequence integer NOT NULL,
  certificates uuid[] NOT NULL,
  state text NOT NULL,
  drafted_by uuid NOT NULL REFERENCES person (id),
  drafted_at timestamptz NOT NULL,
  settled_by uuid REFERENCES person (id),
  settled_at timestamptz,
  document_number text,
  reason text,
  CONSTRAINT traceability_notice_number_once UNIQUE (finding_id, kind, sequence),
  CONSTRAINT traceability_notice_kind_is_known CHECK (kind IN ('disposal', 'reverification')),
  CONSTRAINT traceability_notice_state_is_known CHECK (state IN ('drafted', 'issued', 'dropped')),
  CONSTRAINT traceability_notice_settled_by_somebody CHECK ((state = 'drafted') = (settled_by IS NULL AND settled_at IS NULL)),
  CONSTRAINT traceability_notice_issued_with_a_number CHECK (state <> 'issued' OR document_number IS NOT NULL),
  CONSTRAINT traceability_notice_dropped_with_a_reason CHECK (state <> 'dropped' OR reason IS NOT NULL)
);
COMMENT ON TABLE traceability_notice IS '追溯处置通知与复检通知：由决定拟稿，经机构签发编号后送达；只写上一级标准器，不转发其他机构的证书。';
COMMENT ON COLUMN traceability_notice.kind IS 'disposal 追溯处置通知，to an institute below · reverification 复检通知，to a holder';
COMMENT ON COLUMN traceability_notice.organization_id IS 'to whom';
COMMENT ON COLUMN traceability_notice.number IS 'number of the draft within the case';
COMMENT ON COLUMN traceability_notice.sequence IS 'order within the case and kind';
COMMENT ON COLUMN traceability_notice.certificates IS 'the certificates that it names';
COMMENT ON COLUMN traceability_notice.state IS 'drafted 拟稿 · issued 已签发 · dropped 不发';
COMMENT ON COLUMN traceability_notice.settled_at IS 'when it was issued or dropped';
COMMENT ON COLUMN traceability_notice.document_number IS 'number of the document under which the institute issued it';
COMMENT ON COLUMN traceability_notice.reason IS 'why it is not sent';
CREATE UNIQUE INDEX traceability_notice_one_draft ON traceability_notice (finding_id, kind, organization_id) WHERE state = 'drafted';
GRANT SELECT, INSERT ON traceability_notice TO tongheng_app;
GRANT UPDATE (state, settled_by, settled_at, document_number, reason, certificates, drafted_by, drafted_at, evaluation_id) ON traceability_notice TO tongheng_app;
