CREATE TABLE measurement_standard_check_plan (
  id uuid PRIMARY KEY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  standard_id uuid NOT NULL REFERENCES standard (id),
  object_name text NOT NULL,
  object_number text NOT NULL,
  quantity text NOT NULL,
  point text NOT NULL,
  unit text NOT NULL,
  criterion text NOT NULL CONSTRAINT measurement_standard_check_plan_criterion_is_known CHECK (criterion IN ('limit', 'en', 'chart')),
  reference text,
  reference_u text,
  own_u text,
  limit_text text,
  source text NOT NULL,
  readings_least integer NOT NULL CONSTRAINT measurement_standard_check_plan_takes_a_reading CHECK (readings_least BETWEEN 1 AND 200),
  months integer NOT NULL CONSTRAINT measurement_standard_check_plan_is_a_time CHECK (months BETWEEN 1 AND 60),
  since date NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  CONSTRAINT measurement_standard_check_plan_has_its_criterion CHECK (
    CASE criterion
      WHEN 'limit' THEN reference IS NOT NULL AND limit_text IS NOT NULL
      WHEN 'en' THEN reference IS NOT NULL AND reference_u IS NOT NULL AND own_u IS NOT NULL
      ELSE true END)
);
CREATE INDEX measurement_standard_check_plan_of ON measurement_standard_check_plan (measurement_standard_id, since);
COMMENT ON TABLE measurement_standard_check_plan IS '期间核查计划：用哪件核查标准核查哪台主标准器、在哪一点、按何判据、多久一次；改计划即结束旧行、另立新行。';
COMMENT ON COLUMN measurement_standard_check_plan.standard_id IS 'the main equipment that is checked';
COMMENT ON COLUMN measurement_standard_check_plan.object_name IS 'the check standard';
COMMENT ON COLUMN measurement_standard_check_plan.object_number IS 'its number';
COMMENT ON COLUMN measurement_standard_check_plan.quantity IS 'what is measured';
COMMENT ON COLUMN measurement_standard_check_plan.point IS 'at which point, in words';
COMMENT ON COLUMN measurement_standard_check_plan.unit IS 'unit of the readings, the reference and the limit; empty for the unit one';
COMMENT ON COLUMN measurement_standard_check_plan.criterion IS 'limit 偏差不超过限值 · en 归一化偏差 · chart 控制图';
COMMENT ON COLUMN measurement_standard_check_plan.reference IS 'reference value of the check standard, decimal text';
COMMENT ON COLUMN measurement_standard_check_plan.reference_u IS 'expanded uncertainty of the reference, decimal text';
COMMENT ON COLUMN measurement_standard_check_plan.own_u IS 'expanded uncertainty of the check itself, decimal text, of the same coverage';
COMMENT ON COLUMN measurement_standard_check_plan.limit_text IS 'largest deviation, decimal text';
COMMENT ON COLUMN measurement_standard_check_plan.source IS 'where reference and limit come from: certificate, first measurement, clause';
COMMENT ON COLUMN measurement_standard_check_plan.readings_least IS 'readings that a check takes at least';
COMMENT ON COLUMN measurement_standard_check_plan.months IS 'months from one check to the next';
COMMENT ON COLUMN measurement_standard_check_plan.since IS 'first day';
GRANT SELECT, INSERT ON measurement_standard_check_plan TO tongheng_app;

CREATE TABLE measurement_standard_check_plan_end (
  plan_id uuid PRIMARY KEY REFERENCES measurement_standard_check_plan (id),
  reason text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL
);
COMMENT ON TABLE measurement_standard_check_plan_end IS '期间核查计划的终止：何人、何时、因何；被新计划代替的也在此。';
GRANT SELECT, INSERT ON measurement_standard_check_plan_end TO tongheng_app;

CREATE TABLE measurement_standard_performance (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  kind text NOT NULL CONSTRAINT measurement_standard_performance_kind_is_known
    CHECK (kind IN ('repeatability', 'stability', 'verification', 'intermediate-check')),
  tested_on date NOT NULL,
  quantity text NOT NULL,
  point text NOT NULL,
  unit text NOT NULL,
  object_name text NOT NULL,
  object_model text,
  object_number text,
  standard_id uuid REFERENCES standard (id),
  plan_id uuid REFERENCES measurement_standard_check_plan (id),
  conditions jsonb NOT NULL,
  series text NOT NULL,
  input jsonb NOT NULL,
  answer jsonb NOT NULL,
  verdict text NOT NULL CONSTRAINT measurement_standard_performance_verdict_is_known CHECK (verdict IN ('pass', 'fail', 'unjudged')),
  remark text,
  tester text,
  corrects_id uuid REFERENCES measurement_standard_performance (id),
  reason text,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  CONSTRAINT measurement_standard_performance_is_corrected_once UNIQUE (corrects_id),
  CONSTRAINT measurement_standard_performance_corrects_another CHECK (corrects_id <> id),
  CONSTRAINT measurement_standard_performance_says_why CHECK (corrects_id IS NULL OR reason IS NOT NULL),
  CONSTRAINT measurement_standard_performance_check_has_a_plan CHECK ((kind = 'intermediate-check') = (plan_id IS NOT NULL))
);
CREATE INDEX measurement_standard_performance_of ON measurement_standard_performance (measurement_standard_id, tested_on DESC, sequence DESC);
CREATE INDEX measurement_standard_performance_series ON measurement_standard_performance (measurement_standard_id, series, tested_on);
CREATE INDEX measurement_standard_performance_not_met ON measurement_standard_performance (measurement_standard_id) WHERE verdict = 'fail';
COMMENT ON TABLE measurement_standard_performance IS '计量标准的性能考核记录：重复性试验、稳定性考核、结果验证、期间核查；只增不改，更正即新立一行并写明理由，旧行保留。';
COMMENT ON COLUMN measurement_standard_performance.sequence IS 'order of recording, also within one instant';
COMMENT ON COLUMN measurement_standard_performance.kind IS 'repeatability 重复性试验 · stability 稳定性考核 · verification 检定或校准结果的验证 · intermediate-check 期间核查';
COMMENT ON COLUMN measurement_standard_performance.quantity IS 'what is measured';
COMMENT ON COLUMN measurement_standard_performance.point IS 'at which point, in words';
COMMENT ON COLUMN measurement_standard_performance.unit IS 'unit of every value of the record; empty for the unit one';
COMMENT ON COLUMN measurement_standard_performance.object_name IS 'usual instrument or check standard that was measured';
COMMENT ON COLUMN measurement_standard_performance.object_model IS 'its model; null: not recorded';
COMMENT ON COLUMN measurement_standard_performance.object_number IS 'its number; null: not recorded';
COMMENT ON COLUMN measurement_standard_performance.standard_id IS 'the main equipment that was used; null: the measurement standard as a whole';
COMMENT ON COLUMN measurement_standard_performance.conditions IS 'environment as it was read: quantity, value, unit, decimal text';
COMMENT ON COLUMN measurement_standard_performance.series IS 'what may be compared with each other: rules/performance-series.ts';
COMMENT ON COLUMN measurement_standard_performance.input IS 'the test as typed, readings as decimal text';
COMMENT ON COLUMN measurement_standard_performance.answer IS 'what was computed from it, with clause and confidence';
COMMENT ON COLUMN measurement_standard_performance.verdict IS 'pass 符合 · fail 不符合 · unjudged 未判定';
COMMENT ON COLUMN measurement_standard_performance.remark IS 'what else was seen';
COMMENT ON COLUMN measurement_standard_performance.tester IS 'who tested, where another person writes the record in; null: the person of the record';
COMMENT ON COLUMN measurement_standard_performance.corrects_id IS 'the record that this one takes the place of';
GRANT SELECT, INSERT ON measurement_standard_performance TO tongheng_app;

CREATE TABLE measurement_standard_performance_confirmation (
  performance_id uuid PRIMARY KEY REFERENCES measurement_standard_performance (id),
  note text,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL
);
COMMENT ON TABLE measurement_standard_performance_confirmation IS '性能考核记录的复核：另一人核对读数与结论。';
COMMENT ON COLUMN measurement_standard_performance_confirmation.note IS 'what was looked at';
GRANT SELECT, INSERT ON measurement_standard_performance_confirmation TO tongheng_app;

CREATE TABLE measurement_standard_performance_settlement (
  performance_id uuid PRIMARY KEY REFERENCES measurement_standard_performance (id),
  outcome text NOT NULL CONSTRAINT measurement_standard_performance_settlement_outcome_is_known
    CHECK (outcome IN ('re-evaluated', 'retested', 'repaired', 'suspended')),
  citation text,
  reason text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT measurement_standard_performance_settlement_cites CHECK (outcome <> 're-evaluated' OR citation IS NOT NULL)
);
COMMENT ON TABLE measurement_standard_performance_settlement IS '不符合项的处置：性能考核不符合时，机构如何处理、由何人、依据什么；没有处置的即为待办。';
COMMENT ON COLUMN measurement_standard_performance_settlement.outcome IS 're-evaluated 已重新评定不确定度 · retested 重新试验符合 · repaired 已修理并重新溯源 · suspended 已暂停使用';
COMMENT ON COLUMN measurement_standard_performance_settlement.citation IS 'citation of the new evaluation, number of the certificate or of the document';
GRANT SELECT, INSERT ON measurement_standard_performance_settlement TO tongheng_app;

CREATE TABLE measurement_standard_calibration_value (
  id uuid PRIMARY KEY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  standard_certificate_id uuid NOT NULL REFERENCES standard_certificate (id),
  quantity text NOT NULL,
  point text NOT NULL,
  unit text NOT NULL,
  found_value text NOT NULL,
  left_value text,
  uncertainty text,
  coverage_factor text,
  corrects_id uuid REFERENCES measurement_standard_calibration_value (id),
  reason text,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  CONSTRAINT measurement_standard_calibration_value_is_corrected_once UNIQUE (corrects_id),
  CONSTRAINT measurement_standard_calibration_value_says_why CHECK (corrects_id IS NULL OR reason IS NOT NULL)
);
CREATE INDEX measurement_standard_calibration_value_of ON measurement_standard_calibration_value (measurement_standard_id);
CREATE UNIQUE INDEX measurement_standard_calibration_value_once
  ON measurement_standard_calibration_value (measurement_standard_id, standard_certificate_id, quantity, point, unit) WHERE corrects_id IS NULL;
COMMENT ON TABLE measurement_standard_calibration_value IS '主标准器检定或校准证书上的量值（纸质证书录入）：到校时与调整后的值，用于漂移曲线与校准间隔建议；数字校准证书的值不在此，直接取自原文件。';
COMMENT ON COLUMN measurement_standard_calibration_value.quantity IS 'what was measured';
COMMENT ON COLUMN measurement_standard_calibration_value.point IS 'at which point, in words';
COMMENT ON COLUMN measurement_standard_calibration_value.unit IS 'unit of all values; empty for the unit one';
COMMENT ON COLUMN measurement_standard_calibration_value.found_value IS 'as found, decimal text';
COMMENT ON COLUMN measurement_standard_calibration_value.left_value IS 'as left after an adjustment; null: it was not adjusted, or that is not known';
COMMENT ON COLUMN measurement_standard_calibration_value.uncertainty IS 'expanded uncertainty; null: the certificate states none';
COMMENT ON COLUMN measurement_standard_calibration_value.coverage_factor IS 'its k';
COMMENT ON COLUMN measurement_standard_calibration_value.corrects_id IS 'the row that this one takes the place of';
GRANT SELECT, INSERT ON measurement_standard_calibration_value TO tongheng_app;

CREATE TABLE measurement_standard_report_section (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  section text NOT NULL,
  text text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX measurement_standard_report_section_of ON measurement_standard_report_section (measurement_standard_id, section, sequence DESC);
COMMENT ON TABLE measurement_standard_report_section IS '申请书与技术报告中由人撰写的部分（目的、原理、结论等）：只增不改，每部分最近一行有效；数字不写在这里。';
COMMENT ON COLUMN measurement_standard_report_section.sequence IS 'order of recording, also within one instant';
COMMENT ON COLUMN measurement_standard_report_section.section IS 'which part: rules/document.ts';
GRANT SELECT, INSERT ON measurement_standard_report_section TO tongheng_app;

CREATE TABLE measurement_standard_evaluation (
  id uuid PRIMARY KEY,
  measurement_standard_id uuid NOT NULL REFERENCES measurement_standard (id),
  evaluation_id uuid NOT NULL REFERENCES uncertainty_evaluation (id),
  subject text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  ended_by uuid REFERENCES person (id),
  ended_at timestamptz,
  reason text
);
CREATE UNIQUE INDEX measurement_standard_evaluation_once
  ON measurement_standard_evaluation (measurement_standard_id, evaluation_id) WHERE ended_at IS NULL;
COMMENT ON TABLE measurement_standard_evaluation IS '计量标准所用的不确定度评定：技术报告第九部分取其已发布的现行版本。';
COMMENT ON COLUMN measurement_standard_evaluation.evaluation_id IS 'the evaluation; its version in force counts';
COMMENT ON COLUMN measurement_standard_evaluation.subject IS 'which verification or calibration it is about';
GRANT SELECT, INSERT, UPDATE (ended_by, ended_at, reason) ON measurement_standard_evaluation TO tongheng_app;
