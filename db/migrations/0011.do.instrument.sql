CREATE TABLE instrument (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  name text NOT NULL,
  model text NOT NULL,
  serial text NOT NULL,
  maker text NOT NULL,
  holder_id uuid NOT NULL REFERENCES organization (id),
  registrar_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL CONSTRAINT instrument_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  place text NOT NULL,
  use text NOT NULL CONSTRAINT instrument_use_is_known CHECK (use IN ('trade', 'safety', 'medical', 'environment', 'other')),
  parameters jsonb NOT NULL,
  status text NOT NULL CONSTRAINT instrument_status_is_known CHECK (status IN ('in-use', 'scrapped')),
  version integer NOT NULL DEFAULT 1,
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL,
  search text GENERATED ALWAYS AS (name || ' ' || model || ' ' || serial || ' ' || maker || ' ' || place) STORED,
  CONSTRAINT instrument_once UNIQUE (holder_id, maker, model, serial)
);
CREATE INDEX instrument_latest ON instrument (recorded_at DESC, id DESC);
CREATE INDEX instrument_region ON instrument (region, recorded_at DESC, id DESC);
CREATE INDEX instrument_search ON instrument USING gin (search gin_trgm_ops);
COMMENT ON TABLE instrument IS '计量器具台账：谁持有、什么器具、在哪里使用。同一持有单位的同一制造单位、型号、出厂编号只登记一次。';
COMMENT ON COLUMN instrument.name IS 'what the holder calls it';
COMMENT ON COLUMN instrument.model IS 'model as on the nameplate';
COMMENT ON COLUMN instrument.maker IS 'maker as on the nameplate';
COMMENT ON COLUMN instrument.status IS 'in-use 在用 · scrapped 已报废';
COMMENT ON COLUMN instrument.kind IS 'key of instrument/rules, such as price-computing-scale 电子计价秤';
COMMENT ON COLUMN instrument.serial IS 'serial number as on the nameplate';
COMMENT ON COLUMN instrument.holder_id IS 'the organization that uses it 使用单位';
COMMENT ON COLUMN instrument.registrar_id IS 'the organization that recorded it';
COMMENT ON COLUMN instrument.region IS 'where it is used, GB/T 2260';
COMMENT ON COLUMN instrument.place IS 'place of use';
COMMENT ON COLUMN instrument.use IS 'trade 贸易结算 · safety 安全防护 · medical 医疗卫生 · environment 环境监测 · other 其他 (计量法第九条)';
COMMENT ON COLUMN instrument.parameters IS 'the nameplate as texts, by the form of the procedure';
COMMENT ON COLUMN instrument.version IS 'counts every change, so that two people do not overwrite each other';
COMMENT ON COLUMN instrument.search IS 'what a person types any part of';
GRANT SELECT, INSERT, UPDATE ON instrument TO tongheng_app;

CREATE TABLE instrument_reader (
  instrument_id uuid NOT NULL REFERENCES instrument (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  since timestamptz NOT NULL,
  CONSTRAINT instrument_reader_once PRIMARY KEY (instrument_id, organization_id)
);
CREATE INDEX instrument_reader_organization ON instrument_reader (organization_id);
COMMENT ON TABLE instrument_reader IS '因业务往来可查看该器具的机构（受理强制检定申请的检定机构）。';
COMMENT ON COLUMN instrument_reader.since IS 'when the right to see it began';
COMMENT ON COLUMN instrument_reader.organization_id IS 'besides the holder and the registrar';
GRANT SELECT, INSERT ON instrument_reader TO tongheng_app;

CREATE TABLE instrument_move (
  id uuid PRIMARY KEY,
  instrument_id uuid NOT NULL REFERENCES instrument (id),
  from_region text NOT NULL,
  from_place text NOT NULL,
  to_region text NOT NULL,
  to_place text NOT NULL,
  on_day date NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX instrument_move_instrument ON instrument_move (instrument_id, at);
COMMENT ON TABLE instrument_move IS '使用地点变更';
COMMENT ON COLUMN instrument_move.from_region IS 'region before, GB/T 2260';
COMMENT ON COLUMN instrument_move.from_place IS 'place of use before';
COMMENT ON COLUMN instrument_move.to_region IS 'region afterwards, GB/T 2260';
COMMENT ON COLUMN instrument_move.to_place IS 'place of use afterwards';
COMMENT ON COLUMN instrument_move.on_day IS 'since when it stands at the other place';
GRANT SELECT, INSERT ON instrument_move TO tongheng_app;

CREATE TABLE instrument_scrapping (
  instrument_id uuid PRIMARY KEY REFERENCES instrument (id),
  on_day date NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL
);
COMMENT ON TABLE instrument_scrapping IS '报废：一经记录即为终结，原记录保留。';
COMMENT ON COLUMN instrument_scrapping.on_day IS 'last day of use';
GRANT SELECT, INSERT ON instrument_scrapping TO tongheng_app;
