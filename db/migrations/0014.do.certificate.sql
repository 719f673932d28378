CREATE TABLE certificate_issuer (
  institute_id uuid PRIMARY KEY REFERENCES organization (id),
  code text NOT NULL CONSTRAINT certificate_issuer_code_once UNIQUE CONSTRAINT certificate_issuer_code_is_ascii CHECK (code ~ '^[0-9A-Z]{3,10}$'),
  recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE certificate_issuer IS '证书编号中的机构代号：行政区划代码加一位字母，首次出证时确定，不再更改。';
COMMENT ON COLUMN certificate_issuer.code IS 'the beginning of every number of this institute';
GRANT SELECT, INSERT ON certificate_issuer TO tongheng_app;

CREATE TABLE certificate_series (
  institute_id uuid NOT NULL REFERENCES organization (id),
  year integer NOT NULL,
  last integer NOT NULL,
  CONSTRAINT certificate_series_once PRIMARY KEY (institute_id, year)
);
COMMENT ON TABLE certificate_series IS '证书流水号：每机构每年一列，发号与出证在同一事务中，故不重号、不跳号。';
COMMENT ON COLUMN certificate_series.year IS 'calendar year of the numbers';
COMMENT ON COLUMN certificate_series.last IS 'the last number given';
GRANT SELECT, INSERT, UPDATE ON certificate_series TO tongheng_app;

CREATE TABLE certificate (
  id uuid PRIMARY KEY,
  number text NOT NULL CONSTRAINT certificate_number_once UNIQUE CONSTRAINT certificate_number_is_url_safe CHECK (number ~ '^[0-9A-Z]{12,30}$'),
  kind text NOT NULL CONSTRAINT certificate_kind_is_known CHECK (kind IN ('certificate', 'notice')),
  verification_id uuid NOT NULL CONSTRAINT certificate_verification_once UNIQUE REFERENCES verification (id),
  instrument_id uuid NOT NULL REFERENCES instrument (id),
  institute_id uuid NOT NULL REFERENCES organization (id),
  holder_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL,
  serial text NOT NULL,
  model text NOT NULL,
  tested_on date NOT NULL,
  issued_on date NOT NULL,
  valid_until date,
  check_code text NOT NULL,
  status text NOT NULL CONSTRAINT certificate_status_is_known CHECK (status IN ('valid', 'revoked', 'superseded')),
  record text NOT NULL,
  digest text NOT NULL CONSTRAINT certificate_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'),
  issued_by uuid NOT NULL REFERENCES person (id),
  issued_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT certificate_notice_has_no_validity CHECK ((kind = 'notice') = (valid_until IS NULL))
);
CREATE INDEX certificate_institute ON certificate (institute_id, issued_at DESC, id DESC);
CREATE INDEX certificate_holder ON certificate (holder_id, issued_at DESC, id DESC);
CREATE INDEX certificate_region ON certificate (region, issued_at DESC, id DESC);
CREATE INDEX certificate_latest ON certificate (issued_at DESC, id DESC);
CREATE INDEX certificate_instrument ON certificate (instrument_id, issued_at DESC);
COMMENT ON TABLE certificate IS '检定证书与检定结果通知书：编号永不重复使用；作废另有记录，原记录保留。';
COMMENT ON COLUMN certificate.serial IS 'serial number as printed';
COMMENT ON COLUMN certificate.model IS 'model as printed';
COMMENT ON COLUMN certificate.number IS 'institute code, year, six digits, check character (ISO/IEC 7064 MOD 37,36)';
COMMENT ON COLUMN certificate.kind IS 'certificate 检定证书 · notice 检定结果通知书';
COMMENT ON COLUMN certificate.valid_until IS 'last day that counts; a notice has none';
COMMENT ON COLUMN certificate.check_code IS 'printed on the document; whoever has it may see what it says';
COMMENT ON COLUMN certificate.status IS 'valid 有效 · revoked 已作废 · superseded 已被代替';
COMMENT ON COLUMN certificate.record IS 'the whole record in canonical JSON (RFC 8785)';
COMMENT ON COLUMN certificate.digest IS 'SHA-256 of record';
GRANT SELECT, INSERT ON certificate TO tongheng_app;
GRANT UPDATE (status) ON certificate TO tongheng_app;

CREATE TABLE certificate_revocation (
  number text PRIMARY KEY REFERENCES certificate (number),
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL
);
COMMENT ON TABLE certificate_revocation IS '证书作废：写明理由，编号不再使用。';
GRANT SELECT, INSERT ON certificate_revocation TO tongheng_app;
