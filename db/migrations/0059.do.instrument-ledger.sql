-- The ledger for life: a code, where exactly, what happened to it, and when it falls due. The search column of the first form gives way to
-- the small set of types and an index of numbers (next migration): one index over all text of ten million rows answers neither fast nor small.
CREATE TABLE instrument_type (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  name text NOT NULL,
  model text NOT NULL,
  maker text NOT NULL,
  CONSTRAINT instrument_type_once UNIQUE (kind, name, model, maker)
);
COMMENT ON TABLE instrument_type IS '台账中出现过的（种类、名称、型号、制造单位），由触发器随台账增加：查找先在这一小表中进行。';
COMMENT ON COLUMN instrument_type.kind IS 'key of instrument/rules';
COMMENT ON COLUMN instrument_type.name IS 'as instrument.name';
COMMENT ON COLUMN instrument_type.model IS 'as instrument.model';
COMMENT ON COLUMN instrument_type.maker IS 'as instrument.maker';
GRANT SELECT ON instrument_type TO tongheng_app;

CREATE SEQUENCE instrument_number;
COMMENT ON SEQUENCE instrument_number IS '器具编码的流水号，各区划共用，不重复使用';
GRANT USAGE ON SEQUENCE instrument_number TO tongheng_app;

DROP INDEX instrument_search;
ALTER TABLE instrument DROP COLUMN search;
ALTER TABLE instrument
  ADD COLUMN code text,
  ADD COLUMN identification_code text,
  ADD COLUMN old_number text,
  ADD COLUMN ecqs_number text,
  ADD COLUMN type_id bigint REFERENCES instrument_type (id),
  ADD COLUMN type_approval text,
  ADD COLUMN measuring_range text,
  ADD COLUMN accuracy_class text,
  ADD COLUMN manufactured_on date,
  ADD COLUMN in_use_since date,
  ADD COLUMN township text REFERENCES division (code),
  ADD COLUMN village text REFERENCES division (code),
  ADD COLUMN longitude numeric(9, 6) CONSTRAINT instrument_longitude_is_on_earth CHECK (longitude BETWEEN -180 AND 180),
  ADD COLUMN latitude numeric(8, 6) CONSTRAINT instrument_latitude_is_on_earth CHECK (latitude BETWEEN -90 AND 90),
  ADD COLUMN place_id uuid REFERENCES place (id),
  ADD COLUMN parent_id uuid REFERENCES instrument (id),
  ADD COLUMN validity text,
  ADD COLUMN verdict text CONSTRAINT instrument_verdict_is_known CHECK (verdict IN ('pass', 'fail')),
  ADD COLUMN verified_on date,
  ADD COLUMN certificate_number text,
  ADD COLUMN verified_by text,
  ADD COLUMN due_on date,
  ADD CONSTRAINT instrument_validity_is_known CHECK (validity IN ('periodic', 'limited-use', 'first-only')),
  ADD CONSTRAINT instrument_has_both_coordinates CHECK ((longitude IS NULL) = (latitude IS NULL)),
  ADD CONSTRAINT instrument_is_not_its_own_part CHECK (parent_id <> id),
  ADD CONSTRAINT instrument_due_after_a_pass CHECK (due_on IS NULL OR verdict = 'pass');

-- The code of what was recorded before: the region, nine digits, the check character of ISO/IEC 7064 MOD 37,36, as instrument/rules computes it.
CREATE FUNCTION instrument_code_of(region text, number bigint) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  alphabet constant text := '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  body constant text := region || lpad(number::text, 9, '0');
  product integer := 36;
  letter text;
BEGIN
  FOREACH letter IN ARRAY string_to_array(body, NULL) LOOP
    product := (product + position(letter IN alphabet) - 1) % 36;
    IF product = 0 THEN product := 36; END IF;
    product := (product * 2) % 37;
  END LOOP;
  RETURN body || substr(alphabet, (37 - product) % 36 + 1, 1);
END $$;
COMMENT ON FUNCTION instrument_code_of(text, bigint) IS '器具编码：登记时的区划六位、流水号九位、校验字符一位（ISO/IEC 7064 MOD 37,36），终身不变';

UPDATE instrument SET code = instrument_code_of(region, nextval('instrument_number'));
ALTER TABLE instrument ALTER COLUMN code SET NOT NULL, ADD CONSTRAINT instrument_code_once UNIQUE (code);
CREATE UNIQUE INDEX instrument_ecqs_number_once ON instrument (ecqs_number) WHERE ecqs_number IS NOT NULL;

INSERT INTO instrument_type (kind, name, model, maker) SELECT DISTINCT kind, name, model, maker FROM instrument ORDER BY 1, 2, 3, 4;
UPDATE instrument SET type_id = type.id FROM instrument_type type
WHERE (type.kind, type.name, type.model, type.maker) = (instrument.kind, instrument.name, instrument.model, instrument.maker);
ALTER TABLE instrument ALTER COLUMN type_id SET NOT NULL;

CREATE FUNCTION instrument_set_type() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT id INTO NEW.type_id FROM instrument_type WHERE (kind, name, model, maker) = (NEW.kind, NEW.name, NEW.model, NEW.maker);
  IF NOT FOUND THEN
    -- New types are rare. Two that add several at once, each in its own order, would wait for each other for ever.
    PERFORM pg_advisory_xact_lock('instrument_type'::regclass::oid::bigint);
    INSERT INTO instrument_type (kind, name, model, maker) VALUES (NEW.kind, NEW.name, NEW.model, NEW.maker)
    ON CONFLICT ON CONSTRAINT instrument_type_once DO UPDATE SET kind = excluded.kind RETURNING id INTO NEW.type_id;
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION instrument_set_type() IS '维护 instrument_type 与 instrument.type_id';
CREATE TRIGGER instrument_type_is_set BEFORE INSERT ON instrument FOR EACH ROW WHEN (NEW.type_id IS NULL) EXECUTE FUNCTION instrument_set_type();
CREATE TRIGGER instrument_type_follows BEFORE UPDATE OF kind, name, model, maker ON instrument FOR EACH ROW
  WHEN ((OLD.kind, OLD.name, OLD.model, OLD.maker) IS DISTINCT FROM (NEW.kind, NEW.name, NEW.model, NEW.maker)) EXECUTE FUNCTION instrument_set_type();

-- What the certificates of this city say of each instrument already.
UPDATE instrument SET
  verdict = CASE last.kind WHEN 'certificate' THEN 'pass' ELSE 'fail' END,
  verified_on = last.tested_on, certificate_number = last.number, verified_by = last.institute, due_on = last.valid_until
FROM (
  SELECT DISTINCT ON (certificate.instrument_id) certificate.instrument_id, certificate.kind, certificate.tested_on, certificate.number, certificate.valid_until, organization.name AS institute
  FROM certificate JOIN organization ON organization.id = certificate.institute_id WHERE certificate.status = 'valid'
  ORDER BY certificate.instrument_id, certificate.tested_on DESC, certificate.issued_at DESC
) last WHERE last.instrument_id = instrument.id;

CREATE INDEX instrument_holder ON instrument (holder_id, recorded_at DESC, id DESC);
CREATE INDEX instrument_place ON instrument (place_id) WHERE place_id IS NOT NULL;
CREATE INDEX instrument_parent ON instrument (parent_id) WHERE parent_id IS NOT NULL;

COMMENT ON COLUMN instrument.code IS 'the code for life 器具编码, given once and kept through every hand-over';
COMMENT ON COLUMN instrument.identification_code IS 'an identification code by GB/T 36377-2018 that the instrument already bears, as printed';
COMMENT ON COLUMN instrument.old_number IS 'a number of an earlier ledger 原编号';
COMMENT ON COLUMN instrument.ecqs_number IS 'its number in the national e-CQS, kept as key';
COMMENT ON COLUMN instrument.type_id IS 'kind, name, model and maker, kept by a trigger';
COMMENT ON COLUMN instrument.type_approval IS 'number of the type approval 型式批准证书编号, as on the nameplate';
COMMENT ON COLUMN instrument.measuring_range IS 'as on the nameplate, with its unit';
COMMENT ON COLUMN instrument.accuracy_class IS 'as on the nameplate';
COMMENT ON COLUMN instrument.manufactured_on IS 'date of manufacture; a month or year is its first day';
COMMENT ON COLUMN instrument.in_use_since IS 'since when it is used by anybody';
COMMENT ON COLUMN instrument.township IS 'township 乡镇、街道 of the place of use, where known';
COMMENT ON COLUMN instrument.village IS 'village 村、社区 of the place of use, where known';
COMMENT ON COLUMN instrument.longitude IS 'degrees, CGCS2000';
COMMENT ON COLUMN instrument.latitude IS 'degrees, CGCS2000';
COMMENT ON COLUMN instrument.place_id IS 'the market, clinic or station it stands in, where recorded';
COMMENT ON COLUMN instrument.parent_id IS 'the installation it is part of, such as the dispenser of a nozzle';
COMMENT ON COLUMN instrument.validity IS 'how it is verified: periodic 周期检定 · limited-use 限期使用、到期轮换 · first-only 首次检定、失准报废; null: not known';
COMMENT ON COLUMN instrument.verdict IS 'of the last document: pass 合格 · fail 不合格; null: none is recorded';
COMMENT ON COLUMN instrument.verified_on IS 'day of the last verification that is recorded';
COMMENT ON COLUMN instrument.certificate_number IS 'number of the last document, of this city or another';
COMMENT ON COLUMN instrument.verified_by IS 'who issued the last document, as printed';
COMMENT ON COLUMN instrument.due_on IS 'last day that the last verification counts: the next is due, or a limited use ends; null: never verified, failed, or without an end';
