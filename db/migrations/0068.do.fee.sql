-- What compulsory verification would have cost: price lists by document, and one narrow row for each served instrument.
CREATE TABLE fee_list (
  id uuid PRIMARY KEY,
  document_number text NOT NULL,
  title text NOT NULL,
  issuer text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  file_id uuid REFERENCES file (id),
  note text,
  person_id uuid NOT NULL REFERENCES person (id),
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT fee_list_ends_after_it_begins CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
COMMENT ON TABLE fee_list IS '收费标准：按文件录入，只用于计算免收金额，不用于收费；某日适用其间开始最晚的一份，先前的保留。';
COMMENT ON COLUMN fee_list.issuer IS 'who issued the document';
COMMENT ON COLUMN fee_list.valid_from IS 'first day';
COMMENT ON COLUMN fee_list.valid_to IS 'last day, where the document names one';
COMMENT ON COLUMN fee_list.file_id IS 'the document, where it was uploaded';
COMMENT ON COLUMN fee_list.note IS 'what whoever recorded it wants to be known';
GRANT SELECT, INSERT ON fee_list TO tongheng_app;

CREATE TABLE fee_price (
  list_id uuid NOT NULL REFERENCES fee_list (id),
  position integer NOT NULL,
  kind text NOT NULL,
  words text NOT NULL,
  field text,
  over_value text,
  up_to_value text,
  unit text,
  choice text,
  price_fen bigint NOT NULL CONSTRAINT fee_price_is_not_negative CHECK (price_fen >= 0),
  PRIMARY KEY (list_id, position),
  CONSTRAINT fee_price_range_has_a_field CHECK (field IS NOT NULL OR (over_value IS NULL AND up_to_value IS NULL AND choice IS NULL))
);
COMMENT ON TABLE fee_price IS '收费标准的一行：某种器具（或铭牌参数在某范围内的）每台（件）多少分；同一种类按次序取第一条相符的。';
COMMENT ON COLUMN fee_price.position IS 'order in the document';
COMMENT ON COLUMN fee_price.kind IS 'key of instrument/rules';
COMMENT ON COLUMN fee_price.words IS 'as the document calls it';
COMMENT ON COLUMN fee_price.field IS 'field of the nameplate by which the price differs; null: one price for the kind';
COMMENT ON COLUMN fee_price.over_value IS 'decimal, exclusive lower bound of that field';
COMMENT ON COLUMN fee_price.up_to_value IS 'decimal, inclusive upper bound of that field';
COMMENT ON COLUMN fee_price.unit IS 'unit of the bounds, where the field carries its unit';
COMMENT ON COLUMN fee_price.choice IS 'the value of that field, where it is one of several';
COMMENT ON COLUMN fee_price.price_fen IS 'fen per instrument';
GRANT SELECT, INSERT ON fee_price TO tongheng_app;

CREATE TABLE fee_list_withdrawal (
  list_id uuid PRIMARY KEY REFERENCES fee_list (id),
  reason text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL
);
COMMENT ON TABLE fee_list_withdrawal IS '收费标准录入有误而撤回：此后不再用于计算，原记录保留。';
GRANT SELECT, INSERT ON fee_list_withdrawal TO tongheng_app;

CREATE TABLE fee_nameplate (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  parameters jsonb NOT NULL
);
CREATE UNIQUE INDEX fee_nameplate_once ON fee_nameplate (kind, md5(parameters::text));
COMMENT ON TABLE fee_nameplate IS '已检器具中出现过的（种类、铭牌参数），由触发器增加：价格按它计算，不必逐台计算。';
COMMENT ON COLUMN fee_nameplate.kind IS 'key of instrument/rules';
COMMENT ON COLUMN fee_nameplate.parameters IS 'the nameplate as it was when the document was issued';
GRANT SELECT ON fee_nameplate TO tongheng_app;

CREATE TABLE fee_item (
  certificate_id uuid PRIMARY KEY REFERENCES certificate (id),
  institute_id uuid NOT NULL,
  region text NOT NULL,
  nameplate_id bigint NOT NULL REFERENCES fee_nameplate (id),
  issued_on date NOT NULL
);
CREATE INDEX fee_item_day ON fee_item (issued_on, institute_id, region, nameplate_id);
CREATE INDEX fee_item_institute ON fee_item (institute_id, issued_on, region, nameplate_id);
CREATE INDEX fee_item_region ON fee_item (region text_pattern_ops, issued_on, institute_id, nameplate_id);
COMMENT ON TABLE fee_item IS '免收检定费的一台（件）：为一份强检申请出具的、未作废的证书或通知书；由触发器随证书增减，只供计数。';
COMMENT ON COLUMN fee_item.institute_id IS 'who verified it';
COMMENT ON COLUMN fee_item.issued_on IS 'the day whose price counts';
GRANT SELECT ON fee_item TO tongheng_app;

CREATE TABLE fee_tally (
  issued_in date NOT NULL CONSTRAINT fee_tally_month_is_its_first_day CHECK (extract(day FROM issued_in) = 1),
  institute_id uuid NOT NULL,
  region text NOT NULL,
  nameplate_id bigint NOT NULL REFERENCES fee_nameplate (id),
  n bigint NOT NULL,
  CONSTRAINT fee_tally_once PRIMARY KEY (issued_in, institute_id, region, nameplate_id)
);
COMMENT ON TABLE fee_tally IS '每月的 fee_item 台（件）数，由触发器在同一事务中维护：整月按它计算，零头的日子按 fee_item。';
COMMENT ON COLUMN fee_tally.issued_in IS 'the first day of the month';
COMMENT ON COLUMN fee_tally.institute_id IS 'who verified it';
COMMENT ON COLUMN fee_tally.n IS 'how many';
GRANT SELECT ON fee_tally TO tongheng_app;

-- SECURITY DEFINER, as below: kept from the rows of fee_item, whoever adds or takes them.
CREATE FUNCTION fee_count_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO fee_tally (issued_in, institute_id, region, nameplate_id, n)
  SELECT date_trunc('month', issued_on::timestamp)::date, institute_id, region, nameplate_id, CASE TG_OP WHEN 'DELETE' THEN -count(*) ELSE count(*) END
  FROM changed GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT ON CONSTRAINT fee_tally_once DO UPDATE SET n = fee_tally.n + excluded.n;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION fee_count_item() IS '维护 fee_tally';
CREATE TRIGGER fee_item_added_is_counted AFTER INSERT ON fee_item REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fee_count_item();
CREATE TRIGGER fee_item_taken_is_counted AFTER DELETE ON fee_item REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fee_count_item();

-- SECURITY DEFINER: the application reads what was served and never writes it. A document that is not for a request (an in-use inspection) costs
-- nobody anything; a revoked one no longer counts.
CREATE FUNCTION fee_count_document() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.status = 'revoked' THEN
    DELETE FROM fee_item WHERE certificate_id = NEW.id;
    RETURN NULL;
  END IF;
  INSERT INTO fee_nameplate (kind, parameters)
  SELECT instrument.kind, instrument.parameters FROM instrument
  WHERE instrument.id = NEW.instrument_id
    AND NOT EXISTS (SELECT FROM fee_nameplate known WHERE known.kind = instrument.kind AND md5(known.parameters::text) = md5(instrument.parameters::text))
  ON CONFLICT DO NOTHING;
  INSERT INTO fee_item (certificate_id, institute_id, region, nameplate_id, issued_on)
  SELECT NEW.id, NEW.institute_id, NEW.region, nameplate.id, NEW.issued_on
  FROM instrument
  JOIN fee_nameplate nameplate ON nameplate.kind = instrument.kind AND md5(nameplate.parameters::text) = md5(instrument.parameters::text)
  JOIN verification ON verification.id = NEW.verification_id AND verification.item_id IS NOT NULL
  WHERE instrument.id = NEW.instrument_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION fee_count_document() IS '维护 fee_item 与 fee_nameplate：出证增加，作废减去';
CREATE TRIGGER fee_document_is_counted AFTER INSERT ON certificate FOR EACH ROW WHEN (NEW.status <> 'revoked') EXECUTE FUNCTION fee_count_document();
CREATE TRIGGER fee_revoked_is_not_counted AFTER UPDATE OF status ON certificate FOR EACH ROW
  WHEN (NEW.status = 'revoked' AND OLD.status <> 'revoked') EXECUTE FUNCTION fee_count_document();

-- What was never verified, the longest recorded first.
CREATE INDEX instrument_never_verified ON instrument (region, recorded_at, id) WHERE status = 'in-use' AND verdict IS NULL AND verified_on IS NULL;

-- What was served before.
INSERT INTO fee_nameplate (kind, parameters)
  SELECT DISTINCT instrument.kind, instrument.parameters FROM certificate
  JOIN instrument ON instrument.id = certificate.instrument_id
  JOIN verification ON verification.id = certificate.verification_id AND verification.item_id IS NOT NULL
  WHERE certificate.status <> 'revoked';
INSERT INTO fee_item (certificate_id, institute_id, region, nameplate_id, issued_on)
  SELECT certificate.id, certificate.institute_id, certificate.region, nameplate.id, certificate.issued_on FROM certificate
  JOIN instrument ON instrument.id = certificate.instrument_id
  JOIN fee_nameplate nameplate ON nameplate.kind = instrument.kind AND md5(nameplate.parameters::text) = md5(instrument.parameters::text)
  JOIN verification ON verification.id = certificate.verification_id AND verification.item_id IS NOT NULL
  WHERE certificate.status <> 'revoked';
