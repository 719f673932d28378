-- What certificates still lacked: the electronic seal on the paper, calibrations, the uncertainty that an institute states, numbers taken along.

ALTER TABLE certificate_view ADD COLUMN seal jsonb;
COMMENT ON COLUMN certificate_view.seal IS 'the electronic seal on it: code, name, owner, authority, validFrom, validUntil; null: none was connected when it was made';

-- Calibration: commissioned by the client, concludes nothing.
ALTER TABLE verification
  ADD COLUMN purpose text NOT NULL DEFAULT 'verification'
    CONSTRAINT verification_purpose_is_known CHECK (purpose IN ('verification', 'calibration')),
  ADD COLUMN commission text,
  ADD COLUMN calibrated_at text CONSTRAINT verification_calibrated_at_is_known CHECK (calibrated_at IN ('institute', 'on-site')),
  ADD COLUMN interval_months smallint
    CONSTRAINT verification_interval_is_bounded CHECK (interval_months BETWEEN 1 AND 120),
  ADD COLUMN reserved_certificate_number text;
COMMENT ON COLUMN verification.purpose IS 'verification 检定 · calibration 校准';
COMMENT ON COLUMN verification.commission IS 'the client''s order of a calibration 委托单号; null: a verification';
COMMENT ON COLUMN verification.calibrated_at IS 'where it is calibrated: institute 机构实验室 · on-site 使用现场; null: a verification, whose request says it';
COMMENT ON COLUMN verification.interval_months IS 'the interval that is recommended because the client asked for it; null: none is stated';
COMMENT ON COLUMN verification.reserved_certificate_number IS 'a number of a block taken along, under which its document is issued; null: the next of the series';
ALTER TABLE verification
  DROP CONSTRAINT verification_serves_a_request_or_inspects,
  ADD CONSTRAINT verification_serves_a_request_or_inspects CHECK (item_id IS NOT NULL OR kind = 'in-use' OR purpose = 'calibration'),
  DROP CONSTRAINT verification_is_complete_when_submitted,
  ADD CONSTRAINT verification_is_complete_when_submitted CHECK (
    status IN ('drafted', 'returned')
    OR (tested_on IS NOT NULL AND nameplate IS NOT NULL AND result IS NOT NULL AND result_digest IS NOT NULL
      AND (conclusion IS NOT NULL OR purpose = 'calibration'))),
  ADD CONSTRAINT verification_calibration_concludes_nothing CHECK (purpose <> 'calibration' OR conclusion IS NULL),
  ADD CONSTRAINT verification_calibration_is_commissioned CHECK ((purpose = 'calibration') = (commission IS NOT NULL AND calibrated_at IS NOT NULL)),
  ADD CONSTRAINT verification_only_a_calibration_recommends CHECK (interval_months IS NULL OR purpose = 'calibration');
CREATE UNIQUE INDEX verification_reserved_number_once ON verification (reserved_certificate_number) WHERE reserved_certificate_number IS NOT NULL;

CREATE TABLE verification_uncertainty (
  verification_id uuid NOT NULL REFERENCES verification (id),
  sequence integer NOT NULL,
  result_digest text NOT NULL,
  items jsonb NOT NULL,
  basis text,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT verification_uncertainty_once PRIMARY KEY (verification_id, sequence)
);
COMMENT ON TABLE verification_uncertainty IS '记录中声明的测量不确定度：每次声明整体保存，最后一次有效，且只对声明时的结果有效';
COMMENT ON COLUMN verification_uncertainty.sequence IS 'counted from 1 within the record';
COMMENT ON COLUMN verification_uncertainty.result_digest IS 'the result that it was stated for; another result has none';
COMMENT ON COLUMN verification_uncertainty.items IS 'per checked value: check, U, k, unit, probability as decimal text, origin budget 由规程预算 · institute 本机构评定; empty: none is stated';
COMMENT ON COLUMN verification_uncertainty.basis IS 'the report of the evaluation by the institute; null: all from the budget of the edition';
GRANT SELECT, INSERT ON verification_uncertainty TO tongheng_app;

ALTER TABLE certificate
  DROP CONSTRAINT certificate_kind_is_known,
  ADD CONSTRAINT certificate_kind_is_known CHECK (kind IN ('certificate', 'notice', 'calibration')),
  DROP CONSTRAINT certificate_notice_has_no_validity,
  ADD CONSTRAINT certificate_notice_has_no_validity CHECK (kind = 'certificate' OR valid_until IS NULL);
COMMENT ON COLUMN certificate.kind IS 'certificate 检定证书 · notice 检定结果通知书 · calibration 校准证书';

-- Numbers taken along.
ALTER TABLE certificate_block ADD COLUMN device_id uuid REFERENCES on_site_device (id), ADD COLUMN numbers text[],
  ADD CONSTRAINT certificate_block_of_a_device_is_spelled CHECK (device_id IS NULL OR cardinality(numbers) = last - first + 1);
COMMENT ON COLUMN certificate_block.numbers IS 'of a block for a device: its numbers as printed, in order; null: a block for other use';
ALTER TABLE on_site_taking ADD COLUMN certificate_number text;
COMMENT ON COLUMN on_site_taking.certificate_number IS 'the number under which its document will be issued, told on the site; null: the device has no block';
COMMENT ON COLUMN certificate_block.device IS 'who or what took the numbers along, in words; null: nobody';
CREATE INDEX certificate_block_device ON certificate_block (device_id) WHERE device_id IS NOT NULL;
ALTER TABLE on_site_delivery ADD COLUMN certificate_number text;
COMMENT ON COLUMN on_site_delivery.certificate_number IS 'of the block that was reserved for the device, as written on the site; null: none';
