CREATE TABLE organization_setting (
  one_row boolean PRIMARY KEY DEFAULT true CONSTRAINT organization_setting_is_one_row CHECK (one_row),
  demonstration boolean NOT NULL,
  city_code text NOT NULL,
  city_name text NOT NULL,
  city_name_en text NOT NULL,
  begun_at timestamptz NOT NULL
);
COMMENT ON TABLE organization_setting IS '本系统是正式城市还是演示；首次启动时写入，此后不变。';
COMMENT ON COLUMN organization_setting.one_row IS 'always true: there is one row';
COMMENT ON COLUMN organization_setting.demonstration IS 'every record is fictional; the server listens on loopback only';
COMMENT ON COLUMN organization_setting.city_code IS 'GB/T 2260 code of the city, from its plan document';
COMMENT ON COLUMN organization_setting.city_name IS 'name of the city';
COMMENT ON COLUMN organization_setting.city_name_en IS 'English name of the city';
COMMENT ON COLUMN organization_setting.begun_at IS 'when the data folder was first used';
GRANT SELECT, INSERT ON organization_setting TO tongheng_app;
