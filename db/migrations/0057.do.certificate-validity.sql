-- An instrument that is verified once and taken out of use when it is no longer right (首次检定、失准报废) has a certificate without a last day.
ALTER TABLE certificate DROP CONSTRAINT certificate_notice_has_no_validity;
ALTER TABLE certificate ADD CONSTRAINT certificate_notice_has_no_validity CHECK (kind <> 'notice' OR valid_until IS NULL);
COMMENT ON COLUMN certificate.valid_until IS 'last day that counts; a notice has none, nor has an instrument that is verified only once';
