-- 溯源：每份证书所用的标准器及其当时的溯源证书，随证书同一事务写入；标准器的溯源证书若由本平台出具，与那份证书相连。
CREATE TABLE certificate_standard (
  certificate_id uuid NOT NULL REFERENCES certificate (id),
  role text NOT NULL,
  standard_id uuid REFERENCES standard (id),
  calibration_id uuid REFERENCES standard_certificate (id),
  institute_id uuid NOT NULL REFERENCES organization (id),
  tested_on date NOT NULL,
  CONSTRAINT certificate_standard_once UNIQUE (certificate_id, role)
);
CREATE INDEX certificate_standard_calibration ON certificate_standard (calibration_id, tested_on, certificate_id);
CREATE INDEX certificate_standard_standard ON certificate_standard (standard_id, tested_on, certificate_id);
COMMENT ON TABLE certificate_standard IS '证书所依据的标准器：每份证书、每种所需标准器一行，连到检定或校准当日有效的那次溯源；由证书记录得出，不可另改。';
COMMENT ON COLUMN certificate_standard.role IS 'required standard of the regulation, such as jjg-0539:weights';
COMMENT ON COLUMN certificate_standard.standard_id IS 'null: the record states a standard that is not in the register';
COMMENT ON COLUMN certificate_standard.calibration_id IS 'the calibration of that standard which the record names; null: the record names none';
COMMENT ON COLUMN certificate_standard.institute_id IS 'who issued the certificate';
COMMENT ON COLUMN certificate_standard.tested_on IS 'day of the test, on which the calibration was relied upon';
GRANT SELECT, INSERT ON certificate_standard TO tongheng_app;

INSERT INTO certificate_standard (certificate_id, role, standard_id, calibration_id, institute_id, tested_on)
SELECT DISTINCT ON (certificate.id, used ->> 'role')
  certificate.id, used ->> 'role', standard.id, calibration.id, certificate.institute_id, certificate.tested_on
FROM certificate
CROSS JOIN LATERAL jsonb_array_elements(
  CASE WHEN certificate.format = 3 THEN certificate.record::jsonb -> 'verification' -> 'standards' ELSE '[]'::jsonb END) used
LEFT JOIN standard ON standard.id::text = used ->> 'standard'
LEFT JOIN standard_certificate calibration ON calibration.standard_id = standard.id AND calibration.number = used -> 'certificate' ->> 'number'
ORDER BY certificate.id, used ->> 'role', calibration.recorded_at DESC NULLS LAST;

CREATE TABLE traceability_origin (
  calibration_id uuid PRIMARY KEY REFERENCES standard_certificate (id),
  certificate_id uuid NOT NULL REFERENCES certificate (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX traceability_origin_certificate ON traceability_origin (certificate_id);
COMMENT ON TABLE traceability_origin IS '标准器的溯源证书由本平台出具者：编号相同且被检器具的出厂编号即该标准器的出厂编号；由触发器得出。';
COMMENT ON COLUMN traceability_origin.recorded_at IS 'when both were known';
GRANT SELECT ON traceability_origin TO tongheng_app;

CREATE FUNCTION traceability_join_calibration() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO traceability_origin (calibration_id, certificate_id, recorded_at)
  SELECT calibration.id, certificate.id, greatest(calibration.recorded_at, certificate.issued_at)
  FROM recorded calibration
  JOIN standard ON standard.id = calibration.standard_id
  JOIN certificate ON certificate.number = calibration.number AND certificate.serial = standard.serial
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER traceability_calibration_joined AFTER INSERT ON standard_certificate
  REFERENCING NEW TABLE AS recorded FOR EACH STATEMENT EXECUTE FUNCTION traceability_join_calibration();
COMMENT ON FUNCTION traceability_join_calibration IS '登记标准器的溯源证书时，与本平台出具的那份证书相连。';

INSERT INTO traceability_origin (calibration_id, certificate_id, recorded_at)
SELECT calibration.id, certificate.id, greatest(calibration.recorded_at, certificate.issued_at)
FROM standard_certificate calibration
JOIN standard ON standard.id = calibration.standard_id
JOIN certificate ON certificate.number = calibration.number AND certificate.serial = standard.serial;

CREATE TABLE traceability_reference (
  id uuid PRIMARY KEY,
  institute_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL CONSTRAINT traceability_reference_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  level text NOT NULL CONSTRAINT traceability_reference_level_is_known
    CHECK (level IN ('si', 'primary', 'public-standard', 'highest-standard', 'laboratory')),
  quantity text NOT NULL,
  item text NOT NULL,
  number text NOT NULL,
  issuer text NOT NULL,
  calibrated_on date NOT NULL,
  valid_until date,
  value text,
  unit text,
  coverage_factor text,
  demonstration boolean NOT NULL DEFAULT false,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  search text GENERATED ALWAYS AS (number || ' ' || item || ' ' || issuer) STORED,
  CONSTRAINT traceability_reference_once UNIQUE (institute_id, issuer, number),
  CONSTRAINT traceability_reference_ends_after_it_begins CHECK (valid_until IS NULL OR valid_until >= calibrated_on),
  CONSTRAINT traceability_reference_uncertainty_is_whole CHECK ((value IS NULL) = (unit IS NULL))
);
CREATE INDEX traceability_reference_latest ON traceability_reference (recorded_at DESC, id DESC);
COMMENT ON TABLE traceability_reference IS '平台之外的上一级：他机构证书所载的计量标准、计量基准或 SI 单位复现，由引用它的机构登记，只登记其证书所载。';
COMMENT ON COLUMN traceability_reference.level IS 'si SI 单位复现 · primary 计量基准 · public-standard 社会公用计量标准 · highest-standard 最高计量标准 · laboratory 校准实验室';
COMMENT ON COLUMN traceability_reference.quantity IS 'mass 质量 and others of the hierarchy schemes; other words where no scheme is known';
COMMENT ON COLUMN traceability_reference.item IS 'what it is, as its certificate names it';
COMMENT ON COLUMN traceability_reference.valid_until IS 'last day that counts; null: no last day is named';
COMMENT ON COLUMN traceability_reference.value IS 'expanded uncertainty as decimal text; null: not stated';
COMMENT ON COLUMN traceability_reference.search IS 'what a person types any part of';
GRANT SELECT, INSERT ON traceability_reference TO tongheng_app;

CREATE TABLE traceability_link (
  id uuid PRIMARY KEY,
  lower_kind text NOT NULL CONSTRAINT traceability_link_lower_is_known CHECK (lower_kind IN ('calibration', 'reference')),
  lower_id uuid NOT NULL,
  reference_id uuid NOT NULL REFERENCES traceability_reference (id),
  institute_id uuid NOT NULL REFERENCES organization (id),
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by uuid REFERENCES person (id),
  ending_reason text,
  CONSTRAINT traceability_link_ending_is_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ending_reason IS NULL)),
  CONSTRAINT traceability_link_not_to_itself CHECK (lower_kind <> 'reference' OR lower_id <> reference_id)
);
CREATE UNIQUE INDEX traceability_link_once ON traceability_link (lower_kind, lower_id, reference_id) WHERE ended_at IS NULL;
CREATE INDEX traceability_link_lower ON traceability_link (lower_kind, lower_id);
CREATE INDEX traceability_link_reference ON traceability_link (reference_id);
COMMENT ON TABLE traceability_link IS '量值自何处传来：一次溯源（或平台之外的一级）依据平台之外的上一级；撤销须说明理由，不删除。';
COMMENT ON COLUMN traceability_link.lower_kind IS 'calibration: a row of standard_certificate · reference: a level outside';
COMMENT ON COLUMN traceability_link.lower_id IS 'what rests on the reference';
COMMENT ON COLUMN traceability_link.ended_at IS 'when it was withdrawn as wrongly recorded; null: it stands';
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by, ending_reason) ON traceability_link TO tongheng_app;
COMMENT ON COLUMN traceability_link.ending_reason IS 'why it was withdrawn';
COMMENT ON COLUMN traceability_reference.number IS 'number of its certificate';
COMMENT ON COLUMN traceability_reference.issuer IS 'who issued that certificate';
COMMENT ON COLUMN traceability_reference.unit IS 'unit of value';
COMMENT ON COLUMN traceability_reference.coverage_factor IS 'k of the expanded uncertainty, decimal text';
