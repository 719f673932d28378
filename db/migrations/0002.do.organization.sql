CREATE TABLE organization (
  id uuid PRIMARY KEY,
  kind text NOT NULL CONSTRAINT organization_kind_is_known CHECK (kind IN
    ('government', 'bureau', 'institute', 'authorised-company', 'enterprise', 'body')),
  name text NOT NULL,
  name_en text,
  short_name text,
  credit_code text,
  region text NOT NULL CONSTRAINT organization_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  body text,
  address text,
  valid_from date,
  valid_to date,
  successor_id uuid REFERENCES organization (id),
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT organization_ends_after_it_begins CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from)
);
CREATE UNIQUE INDEX organization_credit_code_once ON organization (credit_code) WHERE credit_code IS NOT NULL;
CREATE UNIQUE INDEX organization_body_once ON organization (body) WHERE body IS NOT NULL;
CREATE INDEX organization_region ON organization (region, kind);
CREATE INDEX organization_search ON organization USING gin ((name || ' ' || coalesce(short_name, '') || ' ' || coalesce(name_en, '') || ' ' || coalesce(credit_code, '')) gin_trgm_ops);
COMMENT ON TABLE organization IS '机构：政府、主管部门、责任单位、检定机构、授权企业、使用单位。';
COMMENT ON COLUMN organization.kind IS 'government 政府 · bureau 主管部门 · body 责任单位 · institute 检定机构 · authorised-company 授权企业 · enterprise 使用单位';
COMMENT ON COLUMN organization.name IS 'official name';
COMMENT ON COLUMN organization.name_en IS 'English name, where there is one';
COMMENT ON COLUMN organization.short_name IS 'the name people use';
COMMENT ON COLUMN organization.credit_code IS 'unified social credit code, GB 32100-2015';
COMMENT ON COLUMN organization.region IS 'GB/T 2260 code';
COMMENT ON COLUMN organization.body IS 'id of the responsible body in the plan document';
COMMENT ON COLUMN organization.address IS 'seat';
COMMENT ON COLUMN organization.valid_from IS 'since when it exists; null: not recorded';
COMMENT ON COLUMN organization.valid_to IS 'last day of its existence';
COMMENT ON COLUMN organization.successor_id IS 'who took over';
COMMENT ON COLUMN organization.demonstration IS 'fictional record of the demonstration story';
COMMENT ON COLUMN organization.recorded_at IS 'when it was recorded here';
GRANT SELECT, INSERT, UPDATE ON organization TO tongheng_app;

CREATE TABLE organization_name (
  organization_id uuid NOT NULL REFERENCES organization (id),
  name text NOT NULL,
  valid_to date,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT organization_former_name_once PRIMARY KEY (organization_id, name)
);
CREATE INDEX organization_name_search ON organization_name USING gin (name gin_trgm_ops);
COMMENT ON TABLE organization_name IS '曾用名';
COMMENT ON COLUMN organization_name.name IS 'a former name';
COMMENT ON COLUMN organization_name.valid_to IS 'last day of this name';
GRANT SELECT, INSERT ON organization_name TO tongheng_app;
