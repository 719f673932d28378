CREATE TABLE standard_foreign_certificate (
  id uuid PRIMARY KEY,
  standard_id uuid NOT NULL REFERENCES standard (id),
  file_name text NOT NULL,
  file_digest text NOT NULL CONSTRAINT standard_foreign_certificate_digest_is_sha_256 CHECK (file_digest ~ '^[0-9a-f]{64}$'),
  size_bytes integer NOT NULL,
  schema_version text NOT NULL,
  identifier text NOT NULL,
  laboratory text NOT NULL,
  signature text NOT NULL CONSTRAINT standard_foreign_certificate_signature_is_known CHECK (signature IN ('valid', 'broken', 'none', 'unchecked')),
  signature_code text NOT NULL,
  signature_reason text[] NOT NULL CONSTRAINT standard_foreign_certificate_reason_is_in_both_languages CHECK (cardinality(signature_reason) = 2),
  signer text,
  signer_issuer text,
  claimed_time text,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX standard_foreign_certificate_standard ON standard_foreign_certificate (standard_id, recorded_at DESC);
COMMENT ON TABLE standard_foreign_certificate IS '提交的数字校准证书（DCC）文件：原样保存，签名在提交时核验；是否采信见采信记录。';
COMMENT ON COLUMN standard_foreign_certificate.file_name IS 'name of the file as it was uploaded';
COMMENT ON COLUMN standard_foreign_certificate.file_digest IS 'SHA-256 of its bytes, under which they are kept';
COMMENT ON COLUMN standard_foreign_certificate.size_bytes IS 'length of the file';
COMMENT ON COLUMN standard_foreign_certificate.schema_version IS 'version of the DCC that it names';
COMMENT ON COLUMN standard_foreign_certificate.identifier IS 'number of the certificate in it';
COMMENT ON COLUMN standard_foreign_certificate.laboratory IS 'laboratory that it names';
COMMENT ON COLUMN standard_foreign_certificate.signature IS 'valid 相符 · broken 不符 · none 无签名 · unchecked 无法核验, as found when it was uploaded; valid says nothing about who may sign';
COMMENT ON COLUMN standard_foreign_certificate.signature_code IS 'why, of the closed list of the verifier';
COMMENT ON COLUMN standard_foreign_certificate.signature_reason IS 'the same in words, Chinese and English';
COMMENT ON COLUMN standard_foreign_certificate.signer IS 'name in the certificate of the key that signed';
COMMENT ON COLUMN standard_foreign_certificate.signer_issuer IS 'who issued that certificate by its own words';
COMMENT ON COLUMN standard_foreign_certificate.claimed_time IS 'time of signing that the signer claims';
GRANT SELECT, INSERT ON standard_foreign_certificate TO tongheng_app;

CREATE TABLE standard_foreign_acceptance (
  foreign_certificate_id uuid PRIMARY KEY REFERENCES standard_foreign_certificate (id),
  standard_certificate_id uuid NOT NULL REFERENCES standard_certificate (id),
  reason text,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  CONSTRAINT standard_foreign_acceptance_certificate_once UNIQUE (standard_certificate_id)
);
COMMENT ON TABLE standard_foreign_acceptance IS '数字校准证书的采信：何人据此登记了标准器的哪份证书；签名无法证明来源时附书面理由。';
COMMENT ON COLUMN standard_foreign_acceptance.reason IS 'why it is believed, where its signature or its contents leave a doubt';
GRANT SELECT, INSERT ON standard_foreign_acceptance TO tongheng_app;
