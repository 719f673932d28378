CREATE TABLE measurement_standard (
  id uuid PRIMARY KEY,
  institute_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL CONSTRAINT measurement_standard_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  kind text NOT NULL CONSTRAINT measurement_standard_kind_is_known CHECK (kind IN ('public', 'highest-enterprise', 'highest-department')),
  level text CONSTRAINT measurement_standard_level_is_known CHECK (level IN ('county', 'city', 'province', 'national')),
  top boolean,
  name text NOT NULL,
  code text,
  quantity text NOT NULL,
  place text,
  entry_id uuid REFERENCES entry (id),
  version integer NOT NULL DEFAULT 1,
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT measurement_standard_takes_an_entry_once UNIQUE (entry_id)
);
CREATE INDEX measurement_standard_latest ON measurement_standard (recorded_at DESC, id DESC);
CREATE INDEX measurement_standard_institute ON measurement_standard (institute_id, recorded_at DESC, id DESC);
CREATE INDEX measurement_standard_region ON measurement_standard (region, recorded_at DESC, id DESC);
COMMENT ON TABLE measurement_standard IS '计量标准：按 JJF 1033 考核的成套计量标准，一套一行；主标准器、配套设备、人员、规程、环境、文件集各见其表。';
COMMENT ON COLUMN measurement_standard.institute_id IS 'which organization keeps it';
COMMENT ON COLUMN measurement_standard.kind IS 'public 社会公用计量标准 · highest-enterprise 企业、事业单位最高计量标准 · highest-department 部门最高计量标准';
COMMENT ON COLUMN measurement_standard.level IS 'level of the authority under which it stands; null: not recorded';
COMMENT ON COLUMN measurement_standard.top IS 'whether it is the highest public measurement standard of its quantity in its region, which the next higher authority examines; null: not recorded';
COMMENT ON COLUMN measurement_standard.name IS 'name as the examination certificate prints it; earlier names are kept apart';
COMMENT ON COLUMN measurement_standard.code IS 'code after JJF 1022 as the institute gives it, checked against no list here; null: not recorded';
COMMENT ON COLUMN measurement_standard.quantity IS 'the quantity or field of measurement, such as 质量';
COMMENT ON COLUMN measurement_standard.place IS 'where it stands; null: not recorded';
COMMENT ON COLUMN measurement_standard.entry_id IS 'the entry of the register that was taken over; null: none';
COMMENT ON COLUMN measurement_standard.version IS 'counts every change, so that two people do not overwrite each other';
GRANT SELECT, INSERT, UPDATE (level, top, name, code, quantity, place, version) ON measurement_standard TO tongheng_app;

CREATE TABLE measurement_standard_name (
  id uuid PRIMARY KEY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  name text NOT NULL,
  last_day date NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL
);
CREATE INDEX measurement_standard_name_of ON measurement_standard_name (measurement_standard_id, at DESC);
COMMENT ON TABLE measurement_standard_name IS '计量标准的曾用名称：改名后仍可按旧名查到。';
COMMENT ON COLUMN measurement_standard_name.name IS 'what it was called';
COMMENT ON COLUMN measurement_standard_name.last_day IS 'last day on which it was called so';
GRANT SELECT, INSERT ON measurement_standard_name TO tongheng_app;

CREATE TABLE measurement_standard_range (
  id uuid PRIMARY KEY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  parameter text NOT NULL,
  low text,
  high text,
  unit text NOT NULL,
  quality text NOT NULL CONSTRAINT measurement_standard_range_quality_is_known CHECK (quality IN ('mpe', 'uncertainty', 'class')),
  value text,
  value_unit text,
  coverage_factor text,
  accuracy_class text,
  since date NOT NULL,
  until date,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  ended_by uuid REFERENCES person (id),
  ended_at timestamptz,
  reason text,
  CONSTRAINT measurement_standard_range_has_an_end CHECK (low IS NOT NULL OR high IS NOT NULL),
  CONSTRAINT measurement_standard_range_says_how_good CHECK (
    CASE quality WHEN 'class' THEN accuracy_class IS NOT NULL ELSE value IS NOT NULL AND value_unit IS NOT NULL END),
  CONSTRAINT measurement_standard_range_ends_after_it_begins CHECK (until IS NULL OR until >= since - 1)
);
CREATE INDEX measurement_standard_range_of ON measurement_standard_range (measurement_standard_id, since);
COMMENT ON TABLE measurement_standard_range IS '计量标准的测量范围与不确定度、准确度等级或最大允许误差：一个参数一行，变更时结束旧行、另立新行。';
COMMENT ON COLUMN measurement_standard_range.parameter IS 'what is measured over this range';
COMMENT ON COLUMN measurement_standard_range.low IS 'lower end, decimal text in unit; null: open';
COMMENT ON COLUMN measurement_standard_range.high IS 'upper end, decimal text in unit; null: open';
COMMENT ON COLUMN measurement_standard_range.unit IS 'unit of the range';
COMMENT ON COLUMN measurement_standard_range.quality IS 'mpe 最大允许误差 · uncertainty 扩展不确定度 · class 准确度等级';
COMMENT ON COLUMN measurement_standard_range.value IS 'maximum permissible error or expanded uncertainty, decimal text without sign';
COMMENT ON COLUMN measurement_standard_range.value_unit IS 'unit of value';
COMMENT ON COLUMN measurement_standard_range.coverage_factor IS 'k of the expanded uncertainty, decimal text';
COMMENT ON COLUMN measurement_standard_range.accuracy_class IS 'accuracy class as printed';
COMMENT ON COLUMN measurement_standard_range.since IS 'first day';
COMMENT ON COLUMN measurement_standard_range.until IS 'last day; null: open';
GRANT SELECT, INSERT, UPDATE (until, ended_by, ended_at, reason) ON measurement_standard_range TO tongheng_app;

CREATE TABLE measurement_standard_equipment (
  id uuid PRIMARY KEY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  standard_id uuid NOT NULL REFERENCES standard (id),
  role text NOT NULL CONSTRAINT measurement_standard_equipment_role_is_known CHECK (role IN ('main', 'auxiliary')),
  since date NOT NULL,
  until date,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  ended_by uuid REFERENCES person (id),
  ended_at timestamptz,
  reason text,
  CONSTRAINT measurement_standard_equipment_ends_after_it_begins CHECK (until IS NULL OR until >= since - 1)
);
CREATE UNIQUE INDEX measurement_standard_equipment_once ON measurement_standard_equipment (measurement_standard_id, standard_id) WHERE until IS NULL;
CREATE INDEX measurement_standard_equipment_standard ON measurement_standard_equipment (standard_id);
COMMENT ON TABLE measurement_standard_equipment IS '计量标准的计量标准器与配套设备：用哪台标准器、作何用、自何日至何日。';
COMMENT ON COLUMN measurement_standard_equipment.role IS 'main 计量标准器（主标准器） · auxiliary 主要配套设备';
COMMENT ON COLUMN measurement_standard_equipment.since IS 'first day';
COMMENT ON COLUMN measurement_standard_equipment.until IS 'last day; null: open';
GRANT SELECT, INSERT, UPDATE (until, ended_by, ended_at, reason) ON measurement_standard_equipment TO tongheng_app;

CREATE TABLE measurement_standard_person (
  id uuid PRIMARY KEY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  member_id uuid NOT NULL REFERENCES person (id),
  role text NOT NULL CONSTRAINT measurement_standard_person_role_is_known CHECK (role IN ('responsible', 'member')),
  since date NOT NULL,
  until date,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  ended_by uuid REFERENCES person (id),
  ended_at timestamptz,
  reason text,
  CONSTRAINT measurement_standard_person_ends_after_it_begins CHECK (until IS NULL OR until >= since - 1)
);
CREATE UNIQUE INDEX measurement_standard_person_once ON measurement_standard_person (measurement_standard_id, member_id) WHERE until IS NULL;
CREATE UNIQUE INDEX measurement_standard_person_one_responsible ON measurement_standard_person (measurement_standard_id)
  WHERE until IS NULL AND role = 'responsible';
CREATE INDEX measurement_standard_person_member ON measurement_standard_person (member_id);
COMMENT ON TABLE measurement_standard_person IS '计量标准负责人与检定或校准人员：本机构人员，资格以检定项目资格所载、当日有效为准。';
COMMENT ON COLUMN measurement_standard_person.member_id IS 'who works with it';
COMMENT ON COLUMN measurement_standard_person.role IS 'responsible 计量标准负责人 · member 检定或校准人员';
COMMENT ON COLUMN measurement_standard_person.since IS 'first day';
COMMENT ON COLUMN measurement_standard_person.until IS 'last day; null: open';
GRANT SELECT, INSERT, UPDATE (until, ended_by, ended_at, reason) ON measurement_standard_person TO tongheng_app;

CREATE TABLE measurement_standard_procedure (
  id uuid PRIMARY KEY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  regulation text NOT NULL CONSTRAINT measurement_standard_procedure_regulation_has_no_year CHECK (regulation ~ '^[a-z]{3}-[0-9]{4}$'),
  edition text NOT NULL,
  since date NOT NULL,
  until date,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  ended_by uuid REFERENCES person (id),
  ended_at timestamptz,
  reason text,
  CONSTRAINT measurement_standard_procedure_is_of_its_regulation CHECK (edition LIKE regulation || '-%'),
  CONSTRAINT measurement_standard_procedure_ends_after_it_begins CHECK (until IS NULL OR until >= since - 1)
);
CREATE UNIQUE INDEX measurement_standard_procedure_once ON measurement_standard_procedure (measurement_standard_id, edition) WHERE until IS NULL;
CREATE INDEX measurement_standard_procedure_regulation ON measurement_standard_procedure (regulation);
COMMENT ON TABLE measurement_standard_procedure IS '计量标准开展检定或校准所依据的规程规范：一个版本一行；版本须已由本机构采用。';
COMMENT ON COLUMN measurement_standard_procedure.regulation IS 'regulation without its year, such as jjg-0539';
COMMENT ON COLUMN measurement_standard_procedure.edition IS 'edition that is used, such as jjg-0539-2016';
COMMENT ON COLUMN measurement_standard_procedure.since IS 'first day';
COMMENT ON COLUMN measurement_standard_procedure.until IS 'last day; null: open';
GRANT SELECT, INSERT, UPDATE (until, ended_by, ended_at, reason) ON measurement_standard_procedure TO tongheng_app;

CREATE TABLE measurement_standard_environment (
  id uuid PRIMARY KEY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  quantity text NOT NULL,
  low text,
  high text,
  unit text NOT NULL,
  source text,
  since date NOT NULL,
  until date,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  ended_by uuid REFERENCES person (id),
  ended_at timestamptz,
  reason text,
  CONSTRAINT measurement_standard_environment_has_a_limit CHECK (low IS NOT NULL OR high IS NOT NULL),
  CONSTRAINT measurement_standard_environment_ends_after_it_begins CHECK (until IS NULL OR until >= since - 1)
);
CREATE UNIQUE INDEX measurement_standard_environment_once ON measurement_standard_environment (measurement_standard_id, quantity) WHERE until IS NULL;
COMMENT ON TABLE measurement_standard_environment IS '计量标准的环境条件要求：每个量的下限、上限与单位，以及出自何处。';
COMMENT ON COLUMN measurement_standard_environment.quantity IS 'temperature 温度 · humidity 相对湿度 · pressure 大气压 · or another quantity in words';
COMMENT ON COLUMN measurement_standard_environment.low IS 'lower limit, decimal text in unit; null: none';
COMMENT ON COLUMN measurement_standard_environment.high IS 'upper limit, decimal text in unit; null: none';
COMMENT ON COLUMN measurement_standard_environment.unit IS 'unit of the limits';
COMMENT ON COLUMN measurement_standard_environment.source IS 'the clause that asks for it; null: not recorded';
COMMENT ON COLUMN measurement_standard_environment.since IS 'first day';
COMMENT ON COLUMN measurement_standard_environment.until IS 'last day; null: open';
GRANT SELECT, INSERT, UPDATE (until, ended_by, ended_at, reason) ON measurement_standard_environment TO tongheng_app;

CREATE TABLE measurement_standard_environment_record (
  id uuid PRIMARY KEY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  requirement_id uuid NOT NULL REFERENCES measurement_standard_environment (id),
  day date NOT NULL,
  lowest text NOT NULL,
  highest text NOT NULL,
  within boolean NOT NULL,
  note text,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX measurement_standard_environment_record_of ON measurement_standard_environment_record (measurement_standard_id, day DESC);
COMMENT ON TABLE measurement_standard_environment_record IS '环境条件记录：某日所见的最低与最高值，是否在要求之内。';
COMMENT ON COLUMN measurement_standard_environment_record.day IS 'the day of the readings';
COMMENT ON COLUMN measurement_standard_environment_record.lowest IS 'lowest value found, decimal text in the unit of the requirement';
COMMENT ON COLUMN measurement_standard_environment_record.highest IS 'highest value found, decimal text in the unit of the requirement';
COMMENT ON COLUMN measurement_standard_environment_record.within IS 'whether both lie within the limits';
COMMENT ON COLUMN measurement_standard_environment_record.note IS 'what was done, where they did not';
GRANT SELECT, INSERT ON measurement_standard_environment_record TO tongheng_app;

CREATE TABLE measurement_standard_document (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  document text NOT NULL,
  files uuid[] NOT NULL,
  document_number text,
  omitted boolean NOT NULL DEFAULT false,
  note text,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  CONSTRAINT measurement_standard_document_has_a_file CHECK (omitted OR cardinality(files) > 0),
  CONSTRAINT measurement_standard_document_says_why_not CHECK (NOT omitted OR note IS NOT NULL)
);
CREATE INDEX measurement_standard_document_of ON measurement_standard_document (measurement_standard_id, document, sequence DESC);
COMMENT ON TABLE measurement_standard_document IS '文件集：十八类文件各自的文件；只增不改，每类最近一行有效。';
COMMENT ON COLUMN measurement_standard_document.sequence IS 'order of recording, also within one instant';
COMMENT ON COLUMN measurement_standard_document.document IS 'which of the 18 kinds: rules/document-set.ts';
COMMENT ON COLUMN measurement_standard_document.omitted IS 'this measurement standard needs none of the kind, as the note says';
COMMENT ON COLUMN measurement_standard_document.note IS 'what it is, or why there is none';
GRANT SELECT, INSERT ON measurement_standard_document TO tongheng_app;

CREATE TABLE measurement_standard_state (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  state text NOT NULL CONSTRAINT measurement_standard_state_is_known CHECK (state IN ('building', 'in-force', 'suspended', 'withdrawn')),
  since date NOT NULL,
  document_number text,
  reason text,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL
);
CREATE INDEX measurement_standard_state_of ON measurement_standard_state (measurement_standard_id, since DESC, sequence DESC);
COMMENT ON TABLE measurement_standard_state IS '计量标准的筹建、已考核、封存与撤销：自何日起；某日的状态由当日以前最后一行决定，失效由证书的最后一日推算，不在此列。';
COMMENT ON COLUMN measurement_standard_state.sequence IS 'order of recording, also within one instant';
COMMENT ON COLUMN measurement_standard_state.state IS 'building 筹建 · in-force 已考核 · suspended 封存 · withdrawn 撤销';
COMMENT ON COLUMN measurement_standard_state.since IS 'first day of this state';
GRANT SELECT, INSERT ON measurement_standard_state TO tongheng_app;

CREATE TABLE measurement_standard_application (
  id uuid PRIMARY KEY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  kind text NOT NULL CONSTRAINT measurement_standard_application_kind_is_known CHECK (kind IN ('first', 're-examination', 'change')),
  state text NOT NULL CONSTRAINT measurement_standard_application_state_is_known CHECK (
    state IN ('applied', 'examining', 'returned', 'refused', 'granted', 'cancelled')),
  addressee text NOT NULL,
  applied_on date NOT NULL,
  statement jsonb NOT NULL,
  files uuid[] NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  recorded_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX measurement_standard_application_one_open ON measurement_standard_application (measurement_standard_id)
  WHERE state IN ('applied', 'examining', 'returned');
CREATE INDEX measurement_standard_application_of ON measurement_standard_application (measurement_standard_id, recorded_at DESC);
CREATE INDEX measurement_standard_application_latest ON measurement_standard_application (recorded_at DESC, id DESC);
COMMENT ON TABLE measurement_standard_application IS '计量标准考核（复查）申请：申请之日的计量标准内容一并存下，考核的每一步见其步骤表。';
COMMENT ON COLUMN measurement_standard_application.kind IS 'first 新建考核 · re-examination 复查 · change 更换后的考核';
COMMENT ON COLUMN measurement_standard_application.state IS 'applied 已申请 · examining 考核中 · returned 退回补正 · refused 不予通过 · granted 已通过 · cancelled 已撤回';
COMMENT ON COLUMN measurement_standard_application.addressee IS 'the authority that presides over the examination, in words';
COMMENT ON COLUMN measurement_standard_application.statement IS 'the measurement standard as it was when it was applied for';
GRANT SELECT, INSERT, UPDATE (state, statement, files) ON measurement_standard_application TO tongheng_app;

CREATE TABLE measurement_standard_application_step (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  application_id uuid NOT NULL REFERENCES measurement_standard_application (id),
  state text NOT NULL CONSTRAINT measurement_standard_application_step_state_is_known CHECK (
    state IN ('applied', 'examining', 'returned', 'refused', 'granted', 'cancelled')),
  day date NOT NULL,
  examiners text,
  document_number text,
  reason text,
  files uuid[] NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  at timestamptz NOT NULL
);
CREATE INDEX measurement_standard_application_step_of ON measurement_standard_application_step (application_id, sequence);
COMMENT ON TABLE measurement_standard_application_step IS '考核的经过：申请、受理考核、退回补正、再次申请、通过或不予通过，每一步一行。';
COMMENT ON COLUMN measurement_standard_application_step.sequence IS 'order of the steps';
COMMENT ON COLUMN measurement_standard_application_step.state IS 'what the application became by this step';
COMMENT ON COLUMN measurement_standard_application_step.day IS 'the day on which it was done';
COMMENT ON COLUMN measurement_standard_application_step.examiners IS '考评员 who examined, in words; null: not named';
GRANT SELECT, INSERT ON measurement_standard_application_step TO tongheng_app;

CREATE TABLE measurement_standard_certificate (
  id uuid PRIMARY KEY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  kind text NOT NULL CONSTRAINT measurement_standard_certificate_kind_is_known CHECK (kind IN ('examination', 'public')),
  number text NOT NULL,
  number_key text NOT NULL,
  issuer text NOT NULL,
  issued_on date NOT NULL,
  valid_from date NOT NULL,
  valid_until date NOT NULL,
  application_id uuid REFERENCES measurement_standard_application (id),
  basis text NOT NULL CONSTRAINT measurement_standard_certificate_basis_is_known CHECK (basis IN ('examination', 'register', 'entry')),
  opening boolean NOT NULL DEFAULT false,
  files uuid[] NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  superseded_at timestamptz,
  superseded_by uuid REFERENCES person (id),
  reason text,
  CONSTRAINT measurement_standard_certificate_ends_after_it_begins CHECK (valid_until >= valid_from),
  CONSTRAINT measurement_standard_certificate_is_superseded_later CHECK (superseded_at IS NULL OR superseded_at >= recorded_at)
);
CREATE UNIQUE INDEX measurement_standard_certificate_one_begins ON measurement_standard_certificate (measurement_standard_id, kind, valid_from)
  WHERE superseded_at IS NULL;
CREATE INDEX measurement_standard_certificate_number ON measurement_standard_certificate (kind, number_key);
COMMENT ON TABLE measurement_standard_certificate IS '计量标准考核证书与社会公用计量标准证书：每次发证一行；更正时旧行记明何时被取代，不改动。';
COMMENT ON COLUMN measurement_standard_certificate.kind IS 'examination 计量标准考核证书 · public 社会公用计量标准证书';
COMMENT ON COLUMN measurement_standard_certificate.number IS 'number as printed';
COMMENT ON COLUMN measurement_standard_certificate.number_key IS 'the number to compare: half-width, without spaces, in capitals, as the register of entries keys it';
COMMENT ON COLUMN measurement_standard_certificate.issuer IS 'who issued it';
COMMENT ON COLUMN measurement_standard_certificate.valid_from IS 'first day; the certificate before it ends on the day before';
COMMENT ON COLUMN measurement_standard_certificate.valid_until IS 'last day that counts';
COMMENT ON COLUMN measurement_standard_certificate.application_id IS 'the examination it came from; null: taken over from a register';
COMMENT ON COLUMN measurement_standard_certificate.basis IS 'examination 本平台考核 · register 台账导入 · entry 由登记转入';
COMMENT ON COLUMN measurement_standard_certificate.opening IS 'came with an opening stock list of the register';
COMMENT ON COLUMN measurement_standard_certificate.superseded_at IS 'when a correction took its place; null: it holds';
COMMENT ON COLUMN measurement_standard_certificate.reason IS 'why it was corrected';
GRANT SELECT, INSERT, UPDATE (superseded_at, superseded_by, reason) ON measurement_standard_certificate TO tongheng_app;

CREATE TABLE measurement_standard_change (
  id uuid PRIMARY KEY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  topic text NOT NULL,
  effect text NOT NULL,
  treatment text NOT NULL CONSTRAINT measurement_standard_change_treatment_is_known CHECK (
    treatment IN ('record', 'report', 'approval', 're-examination', 'first-examination')),
  state text NOT NULL CONSTRAINT measurement_standard_change_state_is_known CHECK (
    state IN ('recorded', 'reported', 'approved', 'refused', 'awaiting-examination', 'examined')),
  day date NOT NULL,
  description text NOT NULL,
  detail jsonb NOT NULL,
  files uuid[] NOT NULL,
  application_id uuid REFERENCES measurement_standard_application (id),
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  decided_by uuid REFERENCES person (id),
  decided_at timestamptz,
  document_number text,
  reason text
);
CREATE INDEX measurement_standard_change_of ON measurement_standard_change (measurement_standard_id, day DESC);
CREATE INDEX measurement_standard_change_open ON measurement_standard_change (state) WHERE state IN ('reported', 'awaiting-examination');
COMMENT ON TABLE measurement_standard_change IS '计量标准的更换：更换了什么、影响什么、按规则应如何办理，以及主管部门的处理。';
COMMENT ON COLUMN measurement_standard_change.topic IS 'what was changed: rules/change.ts';
COMMENT ON COLUMN measurement_standard_change.effect IS 'what it means for the measurement standard: rules/change.ts';
COMMENT ON COLUMN measurement_standard_change.treatment IS 'record 记入履历书 · report 报告 · approval 申报审核批准 · re-examination 申请复查 · first-examination 按新建申请考核';
COMMENT ON COLUMN measurement_standard_change.state IS 'recorded 已记载 · reported 已申报 · approved 已批准 · refused 未批准 · awaiting-examination 待考核 · examined 已考核';
COMMENT ON COLUMN measurement_standard_change.day IS 'the day of the change';
COMMENT ON COLUMN measurement_standard_change.description IS 'what was changed, in words';
COMMENT ON COLUMN measurement_standard_change.detail IS 'which rows were ended and begun';
COMMENT ON COLUMN measurement_standard_change.application_id IS 'the examination in which it was decided';
GRANT SELECT, INSERT, UPDATE (state, application_id, decided_by, decided_at, document_number, reason) ON measurement_standard_change TO tongheng_app;

CREATE TABLE measurement_standard_successor (
  measurement_standard_id uuid PRIMARY KEY REFERENCES measurement_standard (id),
  successor_id uuid NOT NULL REFERENCES measurement_standard (id),
  since date NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT measurement_standard_successor_is_another CHECK (successor_id <> measurement_standard_id)
);
CREATE INDEX measurement_standard_successor_of ON measurement_standard_successor (successor_id);
COMMENT ON TABLE measurement_standard_successor IS '计量标准的合并或后继：撤销后由哪一项计量标准接续。';
COMMENT ON COLUMN measurement_standard_successor.successor_id IS 'what took its place';
COMMENT ON COLUMN measurement_standard_successor.since IS 'first day of the successor in its place';
GRANT SELECT, INSERT ON measurement_standard_successor TO tongheng_app;

CREATE TABLE measurement_standard_rule (
  id uuid PRIMARY KEY,
  topic text NOT NULL CONSTRAINT measurement_standard_rule_topic_is_known CHECK (topic IN ('validity', 're-examination')),
  months integer NOT NULL CONSTRAINT measurement_standard_rule_is_a_time CHECK (months BETWEEN 1 AND 240),
  holds_from date,
  holds_to date,
  source text NOT NULL,
  confidence text NOT NULL CONSTRAINT measurement_standard_rule_confidence_is_known CHECK (confidence IN ('H', 'M', 'L', 'confirmed')),
  note text,
  person_id uuid REFERENCES person (id),
  recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE measurement_standard_rule IS '考核证书有效期与复查申请提前量的规定：自何日起、出自何处、把握程度；只增不改，同一主题以最近记录者为准。';
COMMENT ON COLUMN measurement_standard_rule.topic IS 'validity 有效期 · re-examination 复查申请提前量';
COMMENT ON COLUMN measurement_standard_rule.months IS 'how many months';
COMMENT ON COLUMN measurement_standard_rule.holds_from IS 'for certificates issued from this day; null: as far back as anything is known';
COMMENT ON COLUMN measurement_standard_rule.holds_to IS 'for certificates issued up to this day; null: open';
COMMENT ON COLUMN measurement_standard_rule.source IS 'the document it is taken from';
COMMENT ON COLUMN measurement_standard_rule.confidence IS 'confirmed 已对照正式文本 · H, M, L 未经核对，把握高、中、低';
COMMENT ON COLUMN measurement_standard_rule.note IS 'what is not certain about it';
COMMENT ON COLUMN measurement_standard_rule.person_id IS 'who recorded it; null: came with the program';
GRANT SELECT, INSERT ON measurement_standard_rule TO tongheng_app;
INSERT INTO measurement_standard_rule (id, topic, months, holds_from, holds_to, source, confidence, note, recorded_at) VALUES
  ('0f6b6f5e-0082-4000-8000-000000000001', 'validity', 48, NULL, '2020-10-22', '计量标准考核办法（修改以前）', 'M', '旧规定为4年；起止日期未对照正式文本', '2020-01-01T00:00:00Z'),
  ('0f6b6f5e-0082-4000-8000-000000000002', 'validity', 60, '2020-10-23', NULL, '计量标准考核办法（国家市场监督管理总局令第31号修改）', 'M', '有效期5年把握高；何日起适用未对照正式文本', '2020-01-01T00:00:00Z'),
  ('0f6b6f5e-0082-4000-8000-000000000003', 're-examination', 6, NULL, NULL, '计量标准考核办法；JJF 1033', 'H', '届满前6个月申请复查；未对照正式文本', '2020-01-01T00:00:00Z');

CREATE FUNCTION measurement_standard_span(known_at timestamptz)
RETURNS TABLE (measurement_standard_id uuid, certificate_id uuid, certificate text, number_key text, held datemultirange)
LANGUAGE sql STABLE AS $$
  WITH standing AS (
    SELECT step.measurement_standard_id AS id, range_agg(daterange(step.since, step.next_since)) AS held
    FROM (
      SELECT state.measurement_standard_id, state.state, state.since,
        lead(state.since) OVER (PARTITION BY state.measurement_standard_id ORDER BY state.since, state.sequence) AS next_since
      FROM measurement_standard_state state WHERE state.at <= measurement_standard_span.known_at
    ) step
    WHERE step.state = 'in-force' AND (step.next_since IS NULL OR step.next_since > step.since)
    GROUP BY step.measurement_standard_id
  ), term AS (
    SELECT known.measurement_standard_id AS id, known.id AS certificate_id, known.kind, known.number_key,
      daterange(known.valid_from, LEAST(known.valid_until + 1,
        lead(known.valid_from) OVER (PARTITION BY known.measurement_standard_id, known.kind ORDER BY known.valid_from))) AS held
    FROM measurement_standard_certificate known
    WHERE known.recorded_at <= measurement_standard_span.known_at
      AND (known.superseded_at IS NULL OR known.superseded_at > measurement_standard_span.known_at)
  ), examined AS (
    SELECT term.id, range_agg(term.held) AS held FROM term WHERE term.kind = 'examination' GROUP BY term.id
  )
  SELECT term.id, term.certificate_id, term.kind, term.number_key,
    standing.held * datemultirange(term.held) * coalesce(examined.held, '{(,)}'::datemultirange)
  FROM term JOIN standing ON standing.id = term.id LEFT JOIN examined ON examined.id = term.id
$$;
COMMENT ON FUNCTION measurement_standard_span(timestamptz) IS
  '每份证书实际有效的时段，按 known_at 时所知：证书期限（后一份自其首日起取代前一份）∩ 已考核而未封存、未撤销的时段 ∩ 考核证书的期限（没有登记考核证书的，不以此为限，另行提示）。';
GRANT EXECUTE ON FUNCTION measurement_standard_span(timestamptz) TO tongheng_app;

CREATE VIEW v_measurement_standard_span AS
SELECT own.id AS measurement_standard_id, own.institute_id, own.kind, used.regulation, unnest(held.held * used.held) AS valid
FROM measurement_standard own
JOIN (
  SELECT span.measurement_standard_id AS id, span.certificate, range_agg(span.held) AS held
  FROM (SELECT found.measurement_standard_id, found.certificate, unnest(found.held) AS held FROM measurement_standard_span('infinity') found) span
  GROUP BY span.measurement_standard_id, span.certificate
) held ON held.id = own.id AND held.certificate = CASE own.kind WHEN 'public' THEN 'public' ELSE 'examination' END
JOIN (
  SELECT procedure.measurement_standard_id AS id, procedure.regulation, range_agg(daterange(procedure.since, procedure.until + 1)) AS held
  FROM measurement_standard_procedure procedure
  WHERE procedure.until IS NULL OR procedure.until >= procedure.since
  GROUP BY procedure.measurement_standard_id, procedure.regulation
) used ON used.id = own.id;
COMMENT ON VIEW v_measurement_standard_span IS
  '每项计量标准可按每个规程开展工作的时段，按现在所知：已考核、未封存、未撤销、未失效（社会公用计量标准以社会公用计量标准证书为准），且在使用该规程的时段内。';
COMMENT ON COLUMN v_measurement_standard_span.institute_id IS 'which organization keeps it';
COMMENT ON COLUMN v_measurement_standard_span.kind IS 'public 社会公用计量标准 · highest-enterprise 企业、事业单位最高计量标准 · highest-department 部门最高计量标准';
COMMENT ON COLUMN v_measurement_standard_span.regulation IS 'regulation without its year, such as jjg-0539';
COMMENT ON COLUMN v_measurement_standard_span.valid IS 'from its first day to the day after its last';
COMMENT ON COLUMN v_measurement_standard_span.measurement_standard_id IS 'which measurement standard';
GRANT SELECT ON v_measurement_standard_span TO tongheng_app;

CREATE FUNCTION measurement_standard_record(known_at timestamptz)
RETURNS TABLE (source text, record_id uuid, version integer, subject_key text, number text, title text, issuer text, level text, region text,
  organization_id uuid, since date, until date, opening boolean, held daterange)
LANGUAGE sql STABLE AS $$
  SELECT 'dossier', own.id, 0, span.number_key, certificate.number, own.name, certificate.issuer, own.level, own.region, own.institute_id,
    certificate.valid_from, certificate.valid_until, certificate.opening, part.held
  FROM measurement_standard_span(measurement_standard_record.known_at) span
  JOIN measurement_standard own ON own.id = span.measurement_standard_id AND own.kind = 'public'
  JOIN measurement_standard_certificate certificate ON certificate.id = span.certificate_id
  CROSS JOIN LATERAL unnest(span.held) AS part (held)
  WHERE span.certificate = 'public'
  UNION ALL
  SELECT 'entry', v.entry_id, v.version, v.subject_key, v.document_number, v.title, v.issuer, v.level, v.region, v.organization_id,
    v.since, v.until, v.opening, daterange(v.counts_from, v.counts_to)
  FROM entry_version v
  WHERE v.kind = 'standard' AND v.counts_from IS NOT NULL AND (v.counts_to IS NULL OR v.counts_to > v.counts_from)
    AND v.recorded_at <= measurement_standard_record.known_at
    AND (v.superseded_at IS NULL OR v.superseded_at > measurement_standard_record.known_at)
    AND NOT EXISTS (
      SELECT FROM measurement_standard_certificate certificate
      WHERE certificate.kind = 'public' AND certificate.number_key = v.subject_key
        AND certificate.recorded_at <= measurement_standard_record.known_at
        AND (certificate.superseded_at IS NULL OR certificate.superseded_at > measurement_standard_record.known_at))
$$;
COMMENT ON FUNCTION measurement_standard_record(timestamptz) IS
  '社会公用计量标准计入的时段，按 known_at 时所知：各计量标准的社会公用计量标准证书，以及登记中已采信、其证书号没有任何计量标准载明的；两处都有同一证书号的，以计量标准为准（它知道封存与撤销）。';
GRANT EXECUTE ON FUNCTION measurement_standard_record(timestamptz) TO tongheng_app;

CREATE FUNCTION measurement_standard_counted(as_of date, known_at timestamptz)
RETURNS TABLE (source text, record_id uuid, version integer, subject_key text, level text, region text, organization_id uuid,
  counts_from date, counts_to date, opening boolean)
LANGUAGE sql STABLE AS $$
  SELECT found.source, found.record_id, found.version, found.subject_key, found.level, found.region, found.organization_id,
    lower(found.held), upper(found.held), found.opening
  FROM measurement_standard_record(measurement_standard_counted.known_at) found
  WHERE found.held @> measurement_standard_counted.as_of
$$;
COMMENT ON FUNCTION measurement_standard_counted(date, timestamptz) IS
  'G3-1 社会公用计量标准（规划二（三））＝ as_of 日有效、known_at 时已知的社会公用计量标准证书；按证书号计一次（count(DISTINCT subject_key)）。';
GRANT EXECUTE ON FUNCTION measurement_standard_counted(date, timestamptz) TO tongheng_app;

CREATE FUNCTION measurement_standard_course(known_at timestamptz, chosen_region text, chosen_institute uuid, chosen_source text)
RETURNS TABLE (day date, value bigint)
LANGUAGE sql STABLE AS $$
  WITH span AS (
    SELECT unnest(range_agg(found.held)) AS held
    FROM measurement_standard_record(measurement_standard_course.known_at) found
    WHERE (chosen_region IS NULL OR found.region = chosen_region) AND (chosen_institute IS NULL OR found.organization_id = chosen_institute)
      AND (chosen_source IS NULL OR found.source = chosen_source)
    GROUP BY found.subject_key
  ), step AS (
    SELECT lower(held) AS day, 1 AS n FROM span
    UNION ALL SELECT upper(held), -1 FROM span WHERE upper(held) IS NOT NULL
  )
  SELECT step.day, sum(sum(step.n)) OVER (ORDER BY step.day)::bigint FROM step GROUP BY step.day
$$;
COMMENT ON FUNCTION measurement_standard_course(timestamptz, text, uuid, text) IS
  '社会公用计量标准逐日的有效数，按 known_at 时所知；将来的日子按证书的最后一日推算（没有复查即失效）；只列数有变化的日子；可按地区、机构、来源筛选。';
GRANT EXECUTE ON FUNCTION measurement_standard_course(timestamptz, text, uuid, text) TO tongheng_app;
