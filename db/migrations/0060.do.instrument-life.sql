-- The life of an instrument: sealed, repaired, lost, scrapped as rows of one table; hand-overs with an acceptance; its results, with those that a
-- holder reports of a body outside; and the thread by which everything that happened to it is found.
ALTER TABLE instrument DROP CONSTRAINT instrument_status_is_known;
ALTER TABLE instrument
  ADD CONSTRAINT instrument_status_is_known CHECK (status IN ('in-use', 'sealed', 'in-repair', 'lost', 'scrapped')),
  ADD COLUMN photo_id uuid REFERENCES file (id),
  ADD COLUMN result_origin text CONSTRAINT instrument_result_origin_is_known CHECK (result_origin IN ('platform', 'reported'));
UPDATE instrument SET result_origin = 'platform' WHERE verdict IS NOT NULL;
COMMENT ON COLUMN instrument.status IS 'in-use 在用 · sealed 封存 · in-repair 维修中 · lost 遗失 · scrapped 已报废';
COMMENT ON COLUMN instrument.photo_id IS 'photo of the nameplate';
COMMENT ON COLUMN instrument.result_origin IS 'whose word the last result is: platform, a document of this city · reported 单位自报, of a body outside, entered by the holder; null: none';
COMMENT ON COLUMN instrument.verdict IS 'of the last result that counts: pass 合格 · fail 不合格; null: none, or none since the last repair (verified_on then says when the earlier one was)';

CREATE TABLE instrument_status_change (
  id uuid PRIMARY KEY,
  instrument_id uuid NOT NULL REFERENCES instrument (id),
  change text NOT NULL CONSTRAINT instrument_status_change_is_known CHECK (change IN ('seal', 'unseal', 'send', 'return', 'lose', 'find', 'scrap')),
  from_status text NOT NULL,
  to_status text NOT NULL,
  on_day date NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX instrument_status_change_instrument ON instrument_status_change (instrument_id, at);
CREATE UNIQUE INDEX instrument_status_change_scrapped_once ON instrument_status_change (instrument_id) WHERE change = 'scrap';
COMMENT ON TABLE instrument_status_change IS '器具状态的每次变更：封存、启封、送修、修复、遗失、寻回、报废；报废即为终结，原记录保留。';
COMMENT ON COLUMN instrument_status_change.change IS 'seal 封存 · unseal 启封 · send 送修 · return 修复 · lose 遗失 · find 寻回 · scrap 报废';
COMMENT ON COLUMN instrument_status_change.from_status IS 'state before';
COMMENT ON COLUMN instrument_status_change.to_status IS 'state afterwards';
COMMENT ON COLUMN instrument_status_change.on_day IS 'since when; of a scrapping the last day of use';
GRANT SELECT, INSERT ON instrument_status_change TO tongheng_app;
INSERT INTO instrument_status_change (id, instrument_id, change, from_status, to_status, on_day, reason, person_id, at)
  SELECT gen_random_uuid(), instrument_id, 'scrap', 'in-use', 'scrapped', on_day, reason, person_id, at FROM instrument_scrapping;
DROP TABLE instrument_scrapping;

ALTER TABLE instrument_move
  ADD COLUMN from_township text REFERENCES division (code),
  ADD COLUMN from_village text REFERENCES division (code),
  ADD COLUMN from_place_id uuid REFERENCES place (id),
  ADD COLUMN to_township text REFERENCES division (code),
  ADD COLUMN to_village text REFERENCES division (code),
  ADD COLUMN to_place_id uuid REFERENCES place (id);

CREATE TABLE instrument_handover (
  id uuid PRIMARY KEY,
  instrument_id uuid NOT NULL REFERENCES instrument (id),
  from_holder_id uuid NOT NULL REFERENCES organization (id),
  to_holder_id uuid NOT NULL REFERENCES organization (id),
  on_day date NOT NULL,
  reason text NOT NULL,
  status text NOT NULL CONSTRAINT instrument_handover_status_is_known CHECK (status IN ('offered', 'accepted', 'declined', 'withdrawn')),
  offered_by uuid NOT NULL REFERENCES person (id),
  offered_at timestamptz NOT NULL,
  decided_by uuid REFERENCES person (id),
  decided_at timestamptz,
  decision_reason text,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT instrument_handover_is_to_another CHECK (from_holder_id <> to_holder_id),
  CONSTRAINT instrument_handover_is_decided_by_somebody CHECK ((status = 'offered') = (decided_at IS NULL AND decided_by IS NULL))
);
CREATE UNIQUE INDEX instrument_handover_one_offer ON instrument_handover (instrument_id) WHERE status = 'offered';
CREATE INDEX instrument_handover_instrument ON instrument_handover (instrument_id, offered_at);
CREATE INDEX instrument_handover_giver ON instrument_handover (from_holder_id, offered_at DESC, id DESC);
CREATE INDEX instrument_handover_receiver ON instrument_handover (to_holder_id, offered_at DESC, id DESC);
COMMENT ON TABLE instrument_handover IS '移交：使用单位把器具移交给另一使用单位，接收方接受后才生效；器具编码不变，原单位保留其持有期间的记录。';
COMMENT ON COLUMN instrument_handover.from_holder_id IS 'who gives it';
COMMENT ON COLUMN instrument_handover.to_holder_id IS 'who is to receive it';
COMMENT ON COLUMN instrument_handover.on_day IS 'since when the other uses it';
COMMENT ON COLUMN instrument_handover.status IS 'offered 待接收 · accepted 已接收 · declined 已拒收 · withdrawn 已撤回';
COMMENT ON COLUMN instrument_handover.decision_reason IS 'why it was declined or withdrawn';
GRANT SELECT, INSERT, UPDATE ON instrument_handover TO tongheng_app;

CREATE TABLE instrument_result (
  id uuid PRIMARY KEY,
  instrument_id uuid NOT NULL REFERENCES instrument (id),
  origin text NOT NULL CONSTRAINT instrument_result_origin_is_of_two CHECK (origin IN ('platform', 'reported')),
  number text NOT NULL,
  verdict text NOT NULL CONSTRAINT instrument_result_verdict_is_known CHECK (verdict IN ('pass', 'fail')),
  verified_on date NOT NULL,
  valid_until date,
  validity text CONSTRAINT instrument_result_validity_is_known CHECK (validity IN ('periodic', 'limited-use', 'first-only')),
  institute text NOT NULL,
  file_id uuid REFERENCES file (id),
  organization_id uuid REFERENCES organization (id),
  person_id uuid REFERENCES person (id),
  at timestamptz NOT NULL,
  withdrawn_by uuid REFERENCES person (id),
  withdrawn_at timestamptz,
  withdrawal_reason text,
  CONSTRAINT instrument_result_ends_after_a_pass CHECK (valid_until IS NULL OR (verdict = 'pass' AND valid_until >= verified_on))
);
CREATE UNIQUE INDEX instrument_result_once ON instrument_result (instrument_id, origin, number) WHERE withdrawn_at IS NULL;
COMMENT ON TABLE instrument_result IS '器具的历次结果：本平台的证书与通知书，以及使用单位自报的平台以外机构的证书；自报的只作参考并处处标明，不作为平台证据。';
COMMENT ON COLUMN instrument_result.origin IS 'platform 本平台出具 · reported 使用单位自报';
COMMENT ON COLUMN instrument_result.number IS 'number of the document as printed';
COMMENT ON COLUMN instrument_result.verdict IS 'pass 合格 · fail 不合格';
COMMENT ON COLUMN instrument_result.verified_on IS 'day of the verification as printed';
COMMENT ON COLUMN instrument_result.valid_until IS 'last day as printed; null: it names none';
COMMENT ON COLUMN instrument_result.validity IS 'how it is verified, where known: periodic · limited-use · first-only';
COMMENT ON COLUMN instrument_result.institute IS 'who issued it, as printed';
COMMENT ON COLUMN instrument_result.file_id IS 'scan of a reported certificate; null where it came with an imported ledger';
COMMENT ON COLUMN instrument_result.withdrawal_reason IS 'why it no longer counts: a revocation, or a mistake of who reported it';
GRANT SELECT, INSERT, UPDATE ON instrument_result TO tongheng_app;
INSERT INTO instrument_result (id, instrument_id, origin, number, verdict, verified_on, valid_until, institute, organization_id, at)
  SELECT gen_random_uuid(), certificate.instrument_id, 'platform', certificate.number, CASE certificate.kind WHEN 'certificate' THEN 'pass' ELSE 'fail' END,
         certificate.tested_on, certificate.valid_until, organization.name, certificate.institute_id, certificate.issued_at
  FROM certificate JOIN organization ON organization.id = certificate.institute_id WHERE certificate.status = 'valid';

CREATE TABLE instrument_thread (
  instrument_id uuid NOT NULL REFERENCES instrument (id),
  subject text NOT NULL,
  CONSTRAINT instrument_thread_once PRIMARY KEY (instrument_id, subject)
);
COMMENT ON TABLE instrument_thread IS '器具的经过：除器具本身外，其申请、检定、证书等事件的主体，由触发器与后续业务写入。';
COMMENT ON COLUMN instrument_thread.subject IS 'subject of the events that belong to the history of the instrument';
GRANT SELECT, INSERT ON instrument_thread TO tongheng_app;

CREATE FUNCTION instrument_thread_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  subject constant text := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
  IF NEW.instrument_id IS NOT NULL AND subject IS NOT NULL THEN
    INSERT INTO instrument_thread (instrument_id, subject) VALUES (NEW.instrument_id, subject) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION instrument_thread_row() IS '维护 instrument_thread：参数为事件主体所在的列';
CREATE TRIGGER instrument_thread_request AFTER INSERT ON request_item FOR EACH ROW EXECUTE FUNCTION instrument_thread_row('request_id');
CREATE TRIGGER instrument_thread_verification AFTER INSERT ON verification FOR EACH ROW EXECUTE FUNCTION instrument_thread_row('id');
CREATE TRIGGER instrument_thread_certificate AFTER INSERT ON certificate FOR EACH ROW EXECUTE FUNCTION instrument_thread_row('number');
INSERT INTO instrument_thread (instrument_id, subject)
  SELECT instrument_id, request_id::text FROM request_item
  UNION SELECT instrument_id, id::text FROM verification WHERE instrument_id IS NOT NULL
  UNION SELECT instrument_id, number FROM certificate;
