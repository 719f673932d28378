CREATE TABLE standard (
  id uuid PRIMARY KEY,
  institute_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL CONSTRAINT standard_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  number text NOT NULL,
  name text NOT NULL,
  model text NOT NULL,
  serial text NOT NULL,
  range text NOT NULL,
  roles text[] NOT NULL CONSTRAINT standard_serves_something CHECK (cardinality(roles) > 0),
  version integer NOT NULL DEFAULT 1,
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL,
  search text GENERATED ALWAYS AS (number || ' ' || name || ' ' || model || ' ' || serial) STORED,
  CONSTRAINT standard_number_once UNIQUE (institute_id, number)
);
CREATE INDEX standard_latest ON standard (recorded_at DESC, id DESC);
CREATE INDEX standard_region ON standard (region, recorded_at DESC, id DESC);
CREATE INDEX standard_search ON standard USING gin (search gin_trgm_ops);
CREATE INDEX standard_roles ON standard USING gin (roles);
COMMENT ON TABLE standard IS '标准器：检定机构在检定台上使用的计量标准器具，编号在本机构内不重复。';
COMMENT ON COLUMN standard.number IS 'the institute''s own number of it';
COMMENT ON COLUMN standard.name IS 'what it is called, in Chinese';
COMMENT ON COLUMN standard.model IS 'model as on the nameplate';
COMMENT ON COLUMN standard.serial IS 'serial number as on the nameplate';
COMMENT ON COLUMN standard.range IS 'measuring range as its certificate prints it';
COMMENT ON COLUMN standard.roles IS 'which required standards of which regulations it may be, such as jjg-0539:weights';
COMMENT ON COLUMN standard.version IS 'counts every change, so that two people do not overwrite each other';
COMMENT ON COLUMN standard.search IS 'what a person types any part of';
GRANT SELECT, INSERT, UPDATE ON standard TO tongheng_app;

CREATE TABLE standard_certificate (
  id uuid PRIMARY KEY,
  standard_id uuid NOT NULL REFERENCES standard (id),
  kind text NOT NULL CONSTRAINT standard_certificate_kind_is_known CHECK (kind IN ('calibration', 'verification')),
  number text NOT NULL,
  issuer text NOT NULL,
  calibrated_on date NOT NULL,
  valid_until date NOT NULL,
  quality text NOT NULL CONSTRAINT standard_certificate_quality_is_known CHECK (quality IN ('mpe', 'uncertainty', 'class')),
  value text,
  unit text,
  coverage_factor text,
  accuracy_class text,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  CONSTRAINT standard_certificate_once UNIQUE (standard_id, number),
  CONSTRAINT standard_certificate_ends_after_it_begins CHECK (valid_until >= calibrated_on),
  CONSTRAINT standard_certificate_says_how_good CHECK (
    CASE quality WHEN 'class' THEN accuracy_class IS NOT NULL ELSE value IS NOT NULL AND unit IS NOT NULL END)
);
CREATE INDEX standard_certificate_standard ON standard_certificate (standard_id, calibrated_on DESC, recorded_at DESC);
COMMENT ON TABLE standard_certificate IS '标准器的检定或校准证书：每次溯源一行，不覆盖；某日是否有效由当日以前最近一次溯源决定。';
COMMENT ON COLUMN standard_certificate.kind IS 'calibration 校准证书 · verification 检定证书';
COMMENT ON COLUMN standard_certificate.number IS 'number of the certificate';
COMMENT ON COLUMN standard_certificate.issuer IS 'who calibrated or verified it';
COMMENT ON COLUMN standard_certificate.valid_until IS 'last day that counts';
COMMENT ON COLUMN standard_certificate.quality IS 'mpe 最大允许误差 · uncertainty 扩展不确定度 · class 准确度等级: which of them the certificate states';
COMMENT ON COLUMN standard_certificate.value IS 'maximum permissible error or expanded uncertainty, decimal text without sign';
COMMENT ON COLUMN standard_certificate.unit IS 'unit of value';
COMMENT ON COLUMN standard_certificate.coverage_factor IS 'k of the expanded uncertainty, decimal text';
COMMENT ON COLUMN standard_certificate.accuracy_class IS 'accuracy class as printed';
GRANT SELECT, INSERT ON standard_certificate TO tongheng_app;

CREATE TABLE standard_state (
  id uuid PRIMARY KEY,
  standard_id uuid NOT NULL REFERENCES standard (id),
  state text NOT NULL CONSTRAINT standard_state_is_known CHECK (state IN ('in-service', 'suspended', 'retired')),
  since date NOT NULL,
  reason text,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL
);
CREATE INDEX standard_state_standard ON standard_state (standard_id, since DESC, at DESC);
COMMENT ON TABLE standard_state IS '标准器的在用、暂停与停用：自何日起、何人、因何；某日的状态由当日以前最后一行决定。';
COMMENT ON COLUMN standard_state.state IS 'in-service 在用 · suspended 暂停 · retired 停用';
COMMENT ON COLUMN standard_state.since IS 'first day of this state';
GRANT SELECT, INSERT ON standard_state TO tongheng_app;
