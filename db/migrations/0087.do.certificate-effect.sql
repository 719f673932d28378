ALTER TABLE certificate_standard ADD COLUMN effects text;
COMMENT ON COLUMN certificate_standard.effects IS 'how an error of this standard moves each check of the record, as packages/procedures prints it; null: not calculated, filled in later';
GRANT UPDATE (effects) ON certificate_standard TO tongheng_app;
CREATE INDEX certificate_standard_without_effects ON certificate_standard (certificate_id) WHERE effects IS NULL;
