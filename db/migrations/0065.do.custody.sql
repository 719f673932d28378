-- Custody of what is brought to an institute: the slip, the instruments on it, where they are, and who fetched them.
CREATE TABLE custody_series (
  institute_id uuid NOT NULL REFERENCES organization (id),
  year integer NOT NULL,
  last integer NOT NULL,
  CONSTRAINT custody_series_once PRIMARY KEY (institute_id, year),
  CONSTRAINT custody_series_has_six_digits CHECK (last BETWEEN 1 AND 999999)
);
COMMENT ON TABLE custody_series IS '收样单号流水：每机构每年一列，取号与收样单在同一事务中，不重号、不漏号。';
COMMENT ON COLUMN custody_series.year IS 'calendar year of the numbers';
COMMENT ON COLUMN custody_series.last IS 'the last number given';
GRANT SELECT, INSERT ON custody_series TO tongheng_app;
GRANT UPDATE (last) ON custody_series TO tongheng_app;

CREATE TABLE custody_slip (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  institute_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL CONSTRAINT custody_slip_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  holder_id uuid NOT NULL REFERENCES organization (id),
  year integer NOT NULL,
  sequence integer NOT NULL,
  brought_by text NOT NULL,
  brought_phone text,
  note text,
  pick_up_code text NOT NULL,
  item_count integer NOT NULL DEFAULT 0,
  received_by uuid NOT NULL REFERENCES person (id),
  received_at timestamptz NOT NULL,
  received_on date NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT custody_slip_number_once UNIQUE (institute_id, number),
  CONSTRAINT custody_slip_sequence_once UNIQUE (institute_id, year, sequence)
);
CREATE INDEX custody_slip_institute ON custody_slip (institute_id, received_at DESC, id DESC);
CREATE INDEX custody_slip_holder ON custody_slip (holder_id, received_at DESC, id DESC);
CREATE INDEX custody_slip_region ON custody_slip (region, received_at DESC, id DESC);
COMMENT ON TABLE custody_slip IS '收样单：使用单位送来的一批器具，由谁送来、何日收下，凭取件码领取。';
COMMENT ON COLUMN custody_slip.number IS 'SY, year, six digits of the institute''s series and a check character';
COMMENT ON COLUMN custody_slip.year IS 'calendar year of the number';
COMMENT ON COLUMN custody_slip.sequence IS 'running number within institute and year';
COMMENT ON COLUMN custody_slip.brought_by IS 'name of the person who brought the instruments';
COMMENT ON COLUMN custody_slip.brought_phone IS 'telephone of that person; shown masked';
COMMENT ON COLUMN custody_slip.note IS 'what both parties agreed';
COMMENT ON COLUMN custody_slip.pick_up_code IS 'printed on the slip and shown to the holder; whoever names it may fetch';
COMMENT ON COLUMN custody_slip.item_count IS 'instruments on the slip; gives each its label number';
GRANT SELECT, INSERT ON custody_slip TO tongheng_app;
GRANT UPDATE (item_count) ON custody_slip TO tongheng_app;

CREATE TABLE custody_item (
  id uuid PRIMARY KEY,
  slip_id uuid NOT NULL REFERENCES custody_slip (id),
  sequence integer NOT NULL,
  item_id uuid NOT NULL REFERENCES request_item (id),
  instrument_id uuid NOT NULL REFERENCES instrument (id),
  institute_id uuid NOT NULL REFERENCES organization (id),
  status text NOT NULL CONSTRAINT custody_item_status_is_known CHECK (status IN ('held', 'fetched', 'returned')),
  condition text NOT NULL CONSTRAINT custody_item_condition_is_known CHECK (condition IN ('sound', 'worn', 'damaged', 'incomplete')),
  condition_note text,
  accessories text NOT NULL DEFAULT '',
  pieces integer NOT NULL CONSTRAINT custody_item_has_pieces CHECK (pieces BETWEEN 1 AND 9999),
  location text NOT NULL CONSTRAINT custody_item_location_is_known CHECK (location IN ('counter', 'shelf', 'bench', 'person', 'outside', 'left')),
  location_name text NOT NULL DEFAULT '',
  move_count integer NOT NULL DEFAULT 0,
  received_by uuid NOT NULL REFERENCES person (id),
  received_at timestamptz NOT NULL,
  left_at timestamptz,
  CONSTRAINT custody_item_label_once UNIQUE (slip_id, sequence),
  CONSTRAINT custody_item_left_when_not_held CHECK ((status = 'held') = (left_at IS NULL)),
  CONSTRAINT custody_item_is_nowhere_when_it_left CHECK ((status = 'held') = (location <> 'left')),
  CONSTRAINT custody_item_damage_is_described CHECK (condition = 'sound' OR condition_note IS NOT NULL)
);
CREATE UNIQUE INDEX custody_item_received_once ON custody_item (item_id) WHERE status <> 'returned';
CREATE UNIQUE INDEX custody_item_instrument_is_held_once ON custody_item (instrument_id) WHERE status = 'held';
CREATE INDEX custody_item_item ON custody_item (item_id);
CREATE INDEX custody_item_instrument ON custody_item (instrument_id);
CREATE INDEX custody_item_held ON custody_item (institute_id, received_at, id) WHERE status = 'held';
CREATE INDEX custody_item_institute ON custody_item (institute_id, received_at DESC, id DESC);
COMMENT ON TABLE custody_item IS '收样单上的一台器具：收下时的状况、附件、件数，现在何处，是否已领取。';
COMMENT ON COLUMN custody_item.sequence IS 'number of the label on its slip';
COMMENT ON COLUMN custody_item.institute_id IS 'the institute that holds it, as on the slip';
COMMENT ON COLUMN custody_item.status IS 'held 在所 · fetched 已领取 · returned 未检退回';
COMMENT ON COLUMN custody_item.condition IS 'sound 完好 · worn 外观有瑕疵 · damaged 有损坏 · incomplete 缺件';
COMMENT ON COLUMN custody_item.condition_note IS 'what was seen; demanded unless it is sound';
COMMENT ON COLUMN custody_item.accessories IS 'what came with it, such as adapter, cable, weights; empty: nothing';
COMMENT ON COLUMN custody_item.pieces IS 'how many pieces were handed over';
COMMENT ON COLUMN custody_item.location IS 'counter 收样台 · shelf 样品架 · bench 检定台位 · person 人员手中 · outside 外送 · left 已离所';
COMMENT ON COLUMN custody_item.location_name IS 'which shelf, bench or person';
COMMENT ON COLUMN custody_item.move_count IS 'how many moves are recorded';
GRANT SELECT, INSERT ON custody_item TO tongheng_app;
GRANT UPDATE (status, location, location_name, move_count, left_at) ON custody_item TO tongheng_app;

CREATE TABLE custody_move (
  custody_item_id uuid NOT NULL REFERENCES custody_item (id),
  sequence integer NOT NULL,
  location text NOT NULL CONSTRAINT custody_move_location_is_known CHECK (location IN ('counter', 'shelf', 'bench', 'person', 'outside', 'left')),
  location_name text NOT NULL DEFAULT '',
  note text,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT custody_move_once PRIMARY KEY (custody_item_id, sequence)
);
COMMENT ON TABLE custody_move IS '样品流转：每次移动一行，只增不改。';
COMMENT ON COLUMN custody_move.sequence IS 'in the order of the moves, from 1: the counter';
COMMENT ON COLUMN custody_move.location IS 'as in custody_item';
COMMENT ON COLUMN custody_move.location_name IS 'which shelf, bench or person';
COMMENT ON COLUMN custody_move.note IS 'what was remarked';
GRANT SELECT, INSERT ON custody_move TO tongheng_app;

CREATE TABLE custody_ending (
  custody_item_id uuid PRIMARY KEY REFERENCES custody_item (id),
  kind text NOT NULL CONSTRAINT custody_ending_kind_is_known CHECK (kind IN ('fetched', 'returned')),
  fetched_by text NOT NULL,
  fetched_phone text,
  proof text NOT NULL CONSTRAINT custody_ending_proof_is_known CHECK (proof IN ('code', 'signature')),
  proof_note text,
  certificate_number text,
  reason text,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT custody_ending_signature_is_described CHECK (proof = 'code' OR proof_note IS NOT NULL),
  CONSTRAINT custody_ending_return_has_a_reason CHECK (kind = 'fetched' OR reason IS NOT NULL)
);
COMMENT ON TABLE custody_ending IS '样品离所：检定后领取，或未检退回；由谁领走、凭何领取、随附证书编号。';
COMMENT ON COLUMN custody_ending.kind IS 'fetched 已领取 · returned 未检退回';
COMMENT ON COLUMN custody_ending.fetched_by IS 'name of the person who took it';
COMMENT ON COLUMN custody_ending.fetched_phone IS 'telephone of that person; shown masked';
COMMENT ON COLUMN custody_ending.proof IS 'code 取件码 · signature 签字';
COMMENT ON COLUMN custody_ending.proof_note IS 'where the signature is, such as the slip or a letter of authority';
COMMENT ON COLUMN custody_ending.certificate_number IS 'number of the certificate or notice that was handed over with it';
GRANT SELECT, INSERT ON custody_ending TO tongheng_app;
