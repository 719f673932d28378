-- Newer years of the division codes are imported with what they change, and places come from lists.
-- A development zone has six digits of its own in the statistical codes that are no county of GB/T 2260: its townships name the county they lie in.
ALTER TABLE division
  DROP CONSTRAINT division_lies_in_its_region,
  ADD CONSTRAINT division_lies_in_the_city_of_its_region CHECK (left(code, 4) = left(region, 4));
COMMENT ON COLUMN division.region IS 'the county it lies in, GB/T 2260; the first six digits of the code, unless these are a zone of the statistics only';
CREATE INDEX division_township ON division (left(code, 9), code);

CREATE TABLE division_import (
  id uuid PRIMARY KEY,
  file_id uuid NOT NULL REFERENCES file (id),
  source text NOT NULL,
  valid_from date NOT NULL,
  added integer NOT NULL,
  renamed integer NOT NULL,
  ended integer NOT NULL,
  resumed integer NOT NULL,
  unchanged integer NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE division_import IS '乡镇与村的更新：导入某一年的统计用区划代码，列出新增、更名、停用，原有的不删除。';
COMMENT ON COLUMN division_import.file_id IS 'the list that was imported';
COMMENT ON COLUMN division_import.source IS 'which edition of the codes, by whom';
COMMENT ON COLUMN division_import.valid_from IS 'the first day on which the changes hold';
COMMENT ON COLUMN division_import.added IS 'how many were new';
COMMENT ON COLUMN division_import.renamed IS 'how many bear another name or lie in another county';
COMMENT ON COLUMN division_import.ended IS 'how many are no longer listed';
COMMENT ON COLUMN division_import.resumed IS 'how many had ended and are listed again';
COMMENT ON COLUMN division_import.unchanged IS 'how many stayed as they were';
GRANT SELECT, INSERT ON division_import TO tongheng_app;

CREATE TABLE division_change (
  import_id uuid NOT NULL REFERENCES division_import (id),
  code text NOT NULL REFERENCES division (code),
  change text NOT NULL CONSTRAINT division_change_is_known CHECK (change IN ('added', 'renamed', 'ended', 'resumed')),
  name_before text,
  name_after text,
  region_before text,
  region_after text,
  PRIMARY KEY (import_id, code)
);
CREATE INDEX division_change_code ON division_change (code);
COMMENT ON TABLE division_change IS '一次更新对一个乡镇或村的改动，更名前的名称由此保留。';
COMMENT ON COLUMN division_change.code IS 'statistical code of the township or village';
COMMENT ON COLUMN division_change.change IS 'added 新增 · renamed 更名或改隶 · ended 停用 · resumed 恢复';
COMMENT ON COLUMN division_change.name_before IS 'name until then; null: it was not recorded';
COMMENT ON COLUMN division_change.name_after IS 'name from then on; null: it has ended';
COMMENT ON COLUMN division_change.region_before IS 'county until then, GB/T 2260';
COMMENT ON COLUMN division_change.region_after IS 'county from then on, GB/T 2260';
GRANT SELECT, INSERT ON division_change TO tongheng_app;

CREATE TABLE place_import (
  id uuid PRIMARY KEY,
  file_id uuid NOT NULL REFERENCES file (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  taken integer NOT NULL,
  known integer NOT NULL,
  refused jsonb NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX place_import_organization ON place_import (organization_id, recorded_at DESC);
COMMENT ON TABLE place_import IS '使用场所名单的导入：未导入的行连同原因保留，可下载更正后再次导入。';
COMMENT ON COLUMN place_import.file_id IS 'the workbook or CSV that was imported';
COMMENT ON COLUMN place_import.organization_id IS 'for which organization it was imported';
COMMENT ON COLUMN place_import.region IS 'region of that organization, GB/T 2260';
COMMENT ON COLUMN place_import.taken IS 'how many places it recorded';
COMMENT ON COLUMN place_import.known IS 'how many rows were recorded already';
COMMENT ON COLUMN place_import.refused IS 'rows not taken: number, cells, reasons in both languages';
GRANT SELECT, INSERT ON place_import TO tongheng_app;
