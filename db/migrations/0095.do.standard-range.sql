-- 标准器的测量范围：照证书写成可比较的数据，与文字并存；每次登记一行，不改动，以截至某日最后一次登记为准。
CREATE TABLE standard_range (
  id uuid PRIMARY KEY,
  standard_id uuid NOT NULL REFERENCES standard (id),
  since date NOT NULL,
  ranges jsonb NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  CONSTRAINT standard_range_is_a_list CHECK (jsonb_typeof(ranges) = 'array')
);
CREATE INDEX standard_range_of ON standard_range (standard_id, since DESC, recorded_at DESC);
COMMENT ON TABLE standard_range IS '标准器测量范围的登记：自何日起、哪些范围、依据；没有登记的，取测量范围文字中无疑义者。';
COMMENT ON COLUMN standard_range.since IS 'first day for which this statement holds';
COMMENT ON COLUMN standard_range.ranges IS 'from and to as decimal text with their units, and the nominal values of a set; an empty list: it is stated that they are not known';
COMMENT ON COLUMN standard_range.reason IS 'on what the statement rests, such as the number of the certificate';
GRANT SELECT, INSERT ON standard_range TO tongheng_app;

-- 上一级标准的准确度等级：照其证书，用于与检定系统表的级别次序核对。
ALTER TABLE traceability_reference ADD COLUMN accuracy_class text;
COMMENT ON COLUMN traceability_reference.accuracy_class IS 'accuracy class or order (等) as its certificate prints it; null: not stated';
