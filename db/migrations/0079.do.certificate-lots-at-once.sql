-- A lot of certificates is one statement: what follows from its rows is done once for all of them, and no record of 16 kB is taken apart for it.
DROP TRIGGER instrument_thread_certificate ON certificate;
CREATE FUNCTION instrument_thread_certificates() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO instrument_thread (instrument_id, subject) SELECT instrument_id, number FROM added ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION instrument_thread_certificates() IS '签发的证书归入所属器具的经过';
CREATE TRIGGER instrument_thread_certificate AFTER INSERT ON certificate REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION instrument_thread_certificates();

DROP TRIGGER fee_document_is_counted ON certificate;
CREATE FUNCTION fee_count_documents() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO fee_nameplate (kind, parameters)
  SELECT DISTINCT instrument.kind, instrument.parameters FROM added
  JOIN instrument ON instrument.id = added.instrument_id
  WHERE added.status <> 'revoked' AND added.replaces IS NULL
    AND NOT EXISTS (SELECT FROM fee_nameplate known WHERE known.kind = instrument.kind AND md5(known.parameters::text) = md5(instrument.parameters::text))
  ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  INSERT INTO fee_item (certificate_id, institute_id, region, nameplate_id, issued_on)
  SELECT added.id, added.institute_id, added.region, nameplate.id, added.issued_on FROM added
  JOIN instrument ON instrument.id = added.instrument_id
  JOIN fee_nameplate nameplate ON nameplate.kind = instrument.kind AND md5(nameplate.parameters::text) = md5(instrument.parameters::text)
  JOIN verification ON verification.id = added.verification_id AND verification.item_id IS NOT NULL
  WHERE added.status <> 'revoked' AND added.replaces IS NULL
  ORDER BY 1 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION fee_count_documents() IS '签发的证书计入免收检定费';
CREATE TRIGGER fee_document_is_counted AFTER INSERT ON certificate REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION fee_count_documents();

CREATE OR REPLACE FUNCTION fee_count_document() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM fee_item WHERE certificate_id = NEW.id;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION fee_count_document() IS '作废的证书不再计入免收检定费';
