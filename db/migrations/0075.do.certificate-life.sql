-- Certificates that prove themselves: leaf of the log, replacement, lots, number blocks, signed views, the form of an institute.
ALTER TABLE certificate
  ADD COLUMN format smallint NOT NULL DEFAULT 2,
  ADD COLUMN leaf_id uuid,
  ADD COLUMN replaces text,
  ADD COLUMN replacement_reason text,
  ADD COLUMN lot_id uuid,
  ADD COLUMN year integer GENERATED ALWAYS AS (substr(number, length(number) - 10, 4)::integer) STORED,
  ADD COLUMN sequence integer GENERATED ALWAYS AS (substr(number, length(number) - 6, 6)::integer) STORED;
COMMENT ON COLUMN certificate.format IS 'format of the record: 1 or 2 before there were signed views, 3 since';
COMMENT ON COLUMN certificate.leaf_id IS 'leaf of the transparency log that holds the digest; null: issued before there was a log';
COMMENT ON COLUMN certificate.replaces IS 'number of the document whose place this one takes';
COMMENT ON COLUMN certificate.replacement_reason IS 'why it was issued in place of another';
COMMENT ON COLUMN certificate.year IS 'year of the number';
COMMENT ON COLUMN certificate.sequence IS 'number within the institute and year';

-- A record of 16 kB is compressed to a third in more time than all else that its row takes: a lot is written twice as fast without it.
ALTER TABLE certificate ALTER COLUMN record SET STORAGE EXTERNAL;

-- One original for a verification; whatever is reissued names what it replaces.
ALTER TABLE certificate DROP CONSTRAINT certificate_verification_once;
CREATE UNIQUE INDEX certificate_verification_once ON certificate (verification_id) WHERE replaces IS NULL;
CREATE INDEX certificate_verification ON certificate (verification_id);
ALTER TABLE certificate ADD CONSTRAINT certificate_replaces_fkey FOREIGN KEY (replaces) REFERENCES certificate (number);
CREATE UNIQUE INDEX certificate_replaced_once ON certificate (replaces) WHERE replaces IS NOT NULL;
ALTER TABLE certificate ADD CONSTRAINT certificate_replacement_has_a_reason CHECK ((replaces IS NULL) = (replacement_reason IS NULL));
CREATE INDEX certificate_institute_year ON certificate (institute_id, year, sequence);

CREATE TABLE certificate_lot (
  id uuid PRIMARY KEY,
  institute_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL,
  number text NOT NULL CONSTRAINT certificate_lot_number_once UNIQUE,
  title text NOT NULL,
  items integer NOT NULL CONSTRAINT certificate_lot_is_bounded CHECK (items BETWEEN 1 AND 20000),
  approver_id uuid NOT NULL REFERENCES person (id),
  approved_at timestamptz NOT NULL,
  finished_at timestamptz
);
COMMENT ON TABLE certificate_lot IS '批量出证：一次批准、逐台结论、逐台编号，分段办理，可续办';
COMMENT ON COLUMN certificate_lot.number IS 'the number that each document of the lot cites';
COMMENT ON COLUMN certificate_lot.title IS 'what the lot is, in words';
COMMENT ON COLUMN certificate_lot.items IS 'how many records were approved together';
COMMENT ON COLUMN certificate_lot.approved_at IS 'when the approver decided';
COMMENT ON COLUMN certificate_lot.finished_at IS 'when the last record of the lot was worked off; null: being worked off';
CREATE INDEX certificate_lot_institute ON certificate_lot (institute_id, approved_at DESC);
GRANT SELECT, INSERT, UPDATE (finished_at) ON certificate_lot TO tongheng_app;

CREATE TABLE certificate_lot_item (
  lot_id uuid NOT NULL REFERENCES certificate_lot (id),
  position integer NOT NULL,
  verification_id uuid NOT NULL REFERENCES verification (id),
  state text NOT NULL CONSTRAINT certificate_lot_item_state_is_known CHECK (state IN ('waiting', 'issued', 'refused')),
  number text REFERENCES certificate (number) DEFERRABLE INITIALLY DEFERRED,
  problem jsonb,
  CONSTRAINT certificate_lot_item_once PRIMARY KEY (lot_id, position),
  CONSTRAINT certificate_lot_item_is_accounted_for CHECK (CASE state WHEN 'issued' THEN number IS NOT NULL WHEN 'refused' THEN problem IS NOT NULL ELSE number IS NULL AND problem IS NULL END)
);
COMMENT ON TABLE certificate_lot_item IS '批中的每台器具：等待、已出证或不予出证及其原因';
COMMENT ON COLUMN certificate_lot_item.position IS 'order within the lot, counted from 1';
COMMENT ON COLUMN certificate_lot_item.state IS 'waiting 等待 · issued 已出证 · refused 未出证';
COMMENT ON COLUMN certificate_lot_item.number IS 'number of the document that was issued';
COMMENT ON COLUMN certificate_lot_item.problem IS 'why nothing was issued: code, title, next, issues';
CREATE UNIQUE INDEX certificate_lot_item_of_one_lot ON certificate_lot_item (verification_id) WHERE state <> 'refused';
CREATE INDEX certificate_lot_item_waiting ON certificate_lot_item (lot_id, position) WHERE state = 'waiting';
GRANT SELECT, INSERT, UPDATE (state, number, problem) ON certificate_lot_item TO tongheng_app;
ALTER TABLE certificate ADD CONSTRAINT certificate_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES certificate_lot (id);
CREATE INDEX certificate_lot_documents ON certificate (lot_id) WHERE lot_id IS NOT NULL;

CREATE TABLE certificate_block (
  id uuid PRIMARY KEY,
  institute_id uuid NOT NULL REFERENCES organization (id),
  year integer NOT NULL,
  first integer NOT NULL,
  last integer NOT NULL,
  purpose text NOT NULL,
  device text,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT certificate_block_is_bounded CHECK (first >= 1 AND last >= first AND last - first < 5000),
  CONSTRAINT certificate_block_begins_once UNIQUE (institute_id, year, first)
);
COMMENT ON TABLE certificate_block IS '预留号段：证书编号预留给谁、何用、何时，离线设备同此';
COMMENT ON COLUMN certificate_block.year IS 'year of the numbers';
COMMENT ON COLUMN certificate_block.first IS 'first number of the block within institute and year';
COMMENT ON COLUMN certificate_block.last IS 'last number of the block';
COMMENT ON COLUMN certificate_block.purpose IS 'what the numbers are for, in words';
COMMENT ON COLUMN certificate_block.device IS 'the device that took them along; null: none';
GRANT SELECT, INSERT ON certificate_block TO tongheng_app;

CREATE TABLE certificate_unused_number (
  institute_id uuid NOT NULL REFERENCES organization (id),
  year integer NOT NULL,
  sequence integer NOT NULL,
  block_id uuid NOT NULL REFERENCES certificate_block (id),
  reason text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT certificate_unused_number_once PRIMARY KEY (institute_id, year, sequence)
);
COMMENT ON TABLE certificate_unused_number IS '预留而未用退回的编号及理由；退回的编号不再使用';
COMMENT ON COLUMN certificate_unused_number.year IS 'year of the number';
COMMENT ON COLUMN certificate_unused_number.sequence IS 'number within institute and year';
GRANT SELECT, INSERT ON certificate_unused_number TO tongheng_app;

CREATE TABLE certificate_form (
  id uuid PRIMARY KEY,
  institute_id uuid NOT NULL REFERENCES organization (id),
  address text,
  phone text,
  offset_x text NOT NULL DEFAULT '0',
  offset_y text NOT NULL DEFAULT '0',
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL
);
COMMENT ON TABLE certificate_form IS '证书格式设置：印在证书上的地址、电话，套打偏移；最近一条有效';
COMMENT ON COLUMN certificate_form.address IS 'address printed on certificates; null: that of the organization';
COMMENT ON COLUMN certificate_form.phone IS 'telephone printed on certificates; null: not recorded';
COMMENT ON COLUMN certificate_form.offset_x IS 'how far to the right everything moves on a pre-printed form, mm';
COMMENT ON COLUMN certificate_form.offset_y IS 'how far down everything moves on a pre-printed form, mm';
CREATE INDEX certificate_form_institute ON certificate_form (institute_id, at DESC);
GRANT SELECT, INSERT ON certificate_form TO tongheng_app;

-- A reissued document is the same work: it counts once, under its original, until the last of the line is revoked.
DROP TRIGGER fee_document_is_counted ON certificate;
CREATE TRIGGER fee_document_is_counted AFTER INSERT ON certificate FOR EACH ROW
  WHEN (NEW.status <> 'revoked' AND NEW.replaces IS NULL) EXECUTE FUNCTION fee_count_document();
CREATE FUNCTION certificate_uncount_original() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM fee_item USING certificate original
  WHERE original.verification_id = NEW.verification_id AND original.replaces IS NULL AND fee_item.certificate_id = original.id;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION certificate_uncount_original() IS '换发的证书作废时，其原证书不再计入工作量';
CREATE TRIGGER certificate_reissued_is_uncounted AFTER UPDATE OF status ON certificate FOR EACH ROW
  WHEN (NEW.status = 'revoked' AND OLD.status <> 'revoked' AND NEW.replaces IS NOT NULL) EXECUTE FUNCTION certificate_uncount_original();
