-- Townships and villages below the county (统计用区划代码), and the places where instruments are used.
CREATE TABLE division (
  code text PRIMARY KEY CONSTRAINT division_code_is_of_its_level CHECK (code ~ '^[0-9]{9}([0-9]{3})?$'),
  region text NOT NULL CONSTRAINT division_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  level text NOT NULL CONSTRAINT division_level_is_known CHECK (level IN ('township', 'village')),
  name text NOT NULL,
  name_en text,
  source text NOT NULL,
  valid_from date,
  valid_to date,
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT division_lies_in_its_region CHECK (code LIKE region || '%'),
  CONSTRAINT division_level_fits_the_code CHECK ((level = 'township') = (length(code) = 9))
);
CREATE INDEX division_region ON division (region, code);
COMMENT ON TABLE division IS '县级以下区划：乡镇（街道）九位，村（社区）十二位，统计用区划代码。';
COMMENT ON COLUMN division.code IS 'nine digits: township 乡镇、街道; twelve: village 村、社区';
COMMENT ON COLUMN division.region IS 'the county it lies in, GB/T 2260';
COMMENT ON COLUMN division.level IS 'township 乡镇、街道 · village 村、社区';
COMMENT ON COLUMN division.name IS 'as the list of codes prints it';
COMMENT ON COLUMN division.name_en IS 'where an official English name is known';
COMMENT ON COLUMN division.source IS 'where the code and the name come from';
COMMENT ON COLUMN division.valid_from IS 'first day, where known';
COMMENT ON COLUMN division.valid_to IS 'last day, where it was merged or renamed';
GRANT SELECT, INSERT, UPDATE ON division TO tongheng_app;

CREATE TABLE place (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  name text NOT NULL,
  organization_id uuid REFERENCES organization (id),
  region text NOT NULL CONSTRAINT place_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  township text REFERENCES division (code),
  village text REFERENCES division (code),
  address text NOT NULL DEFAULT '',
  longitude numeric(9, 6) CONSTRAINT place_longitude_is_on_earth CHECK (longitude BETWEEN -180 AND 180),
  latitude numeric(8, 6) CONSTRAINT place_latitude_is_on_earth CHECK (latitude BETWEEN -90 AND 90),
  registrar_id uuid NOT NULL REFERENCES organization (id),
  version integer NOT NULL DEFAULT 1,
  valid_from date,
  valid_to date,
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT place_once UNIQUE (region, kind, name),
  CONSTRAINT place_has_both_coordinates CHECK ((longitude IS NULL) = (latitude IS NULL))
);
CREATE INDEX place_region ON place (region, kind, name);
CREATE INDEX place_township ON place (township, kind);
CREATE INDEX place_organization ON place (organization_id);
COMMENT ON TABLE place IS '使用场所：集贸市场、村卫生室、加油站、粮库等，器具在其中使用；没有器具记录的场所也在列，供主管部门查漏。';
COMMENT ON COLUMN place.kind IS 'key of place/rules, such as market 集贸市场';
COMMENT ON COLUMN place.name IS 'what it is called where it stands';
COMMENT ON COLUMN place.address IS 'below township and village; empty where it is not known';
COMMENT ON COLUMN place.organization_id IS 'who runs it, where known; stall holders may hold the instruments';
COMMENT ON COLUMN place.region IS 'GB/T 2260';
COMMENT ON COLUMN place.township IS 'township 乡镇、街道, where known';
COMMENT ON COLUMN place.village IS 'village 村、社区, where known';
COMMENT ON COLUMN place.longitude IS 'degrees, CGCS2000 (differs from WGS 84 by less than a metre)';
COMMENT ON COLUMN place.latitude IS 'degrees, CGCS2000';
COMMENT ON COLUMN place.registrar_id IS 'who recorded it';
COMMENT ON COLUMN place.version IS 'counts every change, so that two people do not overwrite each other';
COMMENT ON COLUMN place.valid_from IS 'first day, where known';
COMMENT ON COLUMN place.valid_to IS 'last day, where it has closed';
GRANT SELECT, INSERT, UPDATE ON place TO tongheng_app;
