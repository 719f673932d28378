CREATE TABLE request_designation (
  id uuid PRIMARY KEY,
  region text NOT NULL CONSTRAINT request_designation_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  instrument_kind text NOT NULL,
  institute_id uuid NOT NULL REFERENCES organization (id),
  document_number text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  authority_id uuid NOT NULL REFERENCES organization (id),
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT request_designation_ends_after_it_begins CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE UNIQUE INDEX request_designation_one_at_a_time ON request_designation (region, instrument_kind) WHERE valid_to IS NULL;
CREATE INDEX request_designation_institute ON request_designation (institute_id);
COMMENT ON TABLE request_designation IS '强制检定指定：主管部门按行政区划与器具种类以文件指定检定机构（计量法实施细则），同一区划同一种类同时只有一个。';
COMMENT ON COLUMN request_designation.instrument_kind IS 'for this kind, key of instrument/rules';
COMMENT ON COLUMN request_designation.valid_from IS 'first day';
COMMENT ON COLUMN request_designation.region IS 'for instruments used here, GB/T 2260';
COMMENT ON COLUMN request_designation.document_number IS 'the document that designates';
COMMENT ON COLUMN request_designation.valid_to IS 'last day, where it has ended';
COMMENT ON COLUMN request_designation.authority_id IS 'who designated';
GRANT SELECT, INSERT, UPDATE ON request_designation TO tongheng_app;

CREATE TABLE request_designation_ending (
  designation_id uuid PRIMARY KEY REFERENCES request_designation (id),
  last_day date NOT NULL,
  document_number text NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL
);
COMMENT ON TABLE request_designation_ending IS '指定的终止';
COMMENT ON COLUMN request_designation_ending.last_day IS 'last day on which it holds';
COMMENT ON COLUMN request_designation_ending.document_number IS 'the document that ends it';
GRANT SELECT, INSERT ON request_designation_ending TO tongheng_app;

CREATE TABLE request (
  id uuid PRIMARY KEY,
  holder_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL,
  instrument_kind text NOT NULL,
  verification_kind text NOT NULL CONSTRAINT request_verification_kind_is_known CHECK (verification_kind IN ('initial', 'subsequent')),
  where_done text NOT NULL CONSTRAINT request_where_done_is_known CHECK (where_done IN ('institute', 'on-site')),
  designation_id uuid NOT NULL REFERENCES request_designation (id),
  institute_id uuid NOT NULL REFERENCES organization (id),
  status text NOT NULL CONSTRAINT request_status_is_known CHECK (status IN ('submitted', 'accepted', 'refused', 'referred', 'served')),
  note text,
  reason text,
  ecqs_number text,
  instrument_count integer NOT NULL CONSTRAINT request_has_instruments CHECK (instrument_count > 0),
  served_count integer NOT NULL DEFAULT 0,
  submitted_by uuid NOT NULL REFERENCES person (id),
  submitted_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX request_ecqs_number_once ON request (ecqs_number) WHERE ecqs_number IS NOT NULL;
CREATE INDEX request_holder ON request (holder_id, submitted_at DESC, id DESC);
CREATE INDEX request_institute ON request (institute_id, status, submitted_at DESC, id DESC);
CREATE INDEX request_region ON request (region, submitted_at DESC, id DESC);
CREATE INDEX request_latest ON request (submitted_at DESC, id DESC);
COMMENT ON TABLE request IS '强制检定申请：使用单位为在用计量器具申请强制检定，不收费（财税〔2017〕20号）。';
COMMENT ON COLUMN request.instrument_kind IS 'key of instrument/rules; one kind for each request';
COMMENT ON COLUMN request.verification_kind IS 'initial 首次检定 · subsequent 后续检定';
COMMENT ON COLUMN request.note IS 'what the holder adds';
COMMENT ON COLUMN request.instrument_count IS 'instruments asked for';
COMMENT ON COLUMN request.served_count IS 'instruments that have their result';
COMMENT ON COLUMN request.region IS 'where the instruments are used';
COMMENT ON COLUMN request.where_done IS 'institute 送检 · on-site 现场检定';
COMMENT ON COLUMN request.designation_id IS 'why it went to this institute';
COMMENT ON COLUMN request.institute_id IS 'the institute that has it; changes with a referral';
COMMENT ON COLUMN request.status IS 'submitted 待受理 · accepted 已受理 · refused 不予受理 · referred 已转送 · served 已办结';
COMMENT ON COLUMN request.reason IS 'why it was refused or referred';
COMMENT ON COLUMN request.ecqs_number IS 'reservation number of the national e-CQS, kept as key';
GRANT SELECT, INSERT, UPDATE ON request TO tongheng_app;

CREATE TABLE request_item (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES request (id),
  instrument_id uuid NOT NULL REFERENCES instrument (id),
  region text NOT NULL,
  outcome text CONSTRAINT request_item_outcome_is_known CHECK (outcome IN ('accepted', 'refused', 'referred', 'served')),
  outcome_count integer NOT NULL DEFAULT 0,
  CONSTRAINT request_item_once UNIQUE (request_id, instrument_id)
);
CREATE UNIQUE INDEX request_item_open_once ON request_item (instrument_id) WHERE outcome IS NULL OR outcome IN ('accepted', 'referred');
CREATE INDEX request_item_instrument ON request_item (instrument_id);
COMMENT ON TABLE request_item IS '申请中的一台（件）计量器具，需求满足率以此为单位；同一器具同时只能在一份未办结的申请中。';
COMMENT ON COLUMN request_item.outcome IS 'the last of request_outcome; null: not decided';
COMMENT ON COLUMN request_item.outcome_count IS 'how many outcomes were recorded';
GRANT SELECT, INSERT, UPDATE ON request_item TO tongheng_app;

CREATE TABLE request_outcome (
  item_id uuid NOT NULL REFERENCES request_item (id),
  sequence integer NOT NULL,
  previous text,
  outcome text NOT NULL,
  region text NOT NULL,
  institute_id uuid NOT NULL,
  day date NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT request_outcome_once PRIMARY KEY (item_id, sequence),
  CONSTRAINT request_outcome_follows_the_life_cycle CHECK (
    (sequence = 1 AND previous IS NULL AND outcome IN ('accepted', 'refused', 'referred'))
    OR (sequence > 1 AND previous = 'referred' AND outcome IN ('accepted', 'refused', 'referred'))
    OR (sequence > 1 AND previous = 'accepted' AND outcome = 'served'))
);
CREATE INDEX request_outcome_day ON request_outcome (day, item_id);
COMMENT ON TABLE request_outcome IS '每台器具申请的处理结果，只增不改：需求满足率由此计算。';
COMMENT ON COLUMN request_outcome.outcome IS 'accepted 已受理 · refused 不予受理 · referred 已转送 · served 已办结';
COMMENT ON COLUMN request_outcome.sequence IS 'counted from 1 within the item';
COMMENT ON COLUMN request_outcome.previous IS 'the outcome before; null for the first';
COMMENT ON COLUMN request_outcome.institute_id IS 'which institute decided or served';
COMMENT ON COLUMN request_outcome.day IS 'the city''s day of the outcome';
COMMENT ON COLUMN request_outcome.recorded_at IS 'when it became known';
GRANT SELECT, INSERT ON request_outcome TO tongheng_app;

CREATE TABLE request_tally (
  grain text NOT NULL CONSTRAINT request_tally_grain_is_known CHECK (grain IN ('day', 'month')),
  day date NOT NULL,
  region text NOT NULL,
  outcome text NOT NULL,
  slot smallint NOT NULL,
  n bigint NOT NULL,
  CONSTRAINT request_tally_once PRIMARY KEY (grain, day, region, outcome, slot)
);
COMMENT ON TABLE request_tally IS '需求满足率的精确计数，与 request_outcome 在同一事务中由触发器维护，任何人不能直接写入；按槽分散，使并发写入互不等待。';
COMMENT ON COLUMN request_tally.day IS 'the day, or the first of the month';
COMMENT ON COLUMN request_tally.grain IS 'day: one day; month: the whole month that begins on this day, so that a sum over years reads few rows';
COMMENT ON COLUMN request_tally.outcome IS 'accepted (served ones stay in it), refused, referred, served; their sum without served is the denominator';
COMMENT ON COLUMN request_tally.slot IS 'of the writing connection, 0 to 7';
COMMENT ON COLUMN request_tally.n IS 'instruments; a correction of an earlier outcome counts down';
GRANT SELECT ON request_tally TO tongheng_app;

-- SECURITY DEFINER: the application may read the tally and never write it.
CREATE FUNCTION request_count_outcomes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO request_tally (grain, day, region, outcome, slot, n)
  SELECT grain, CASE grain WHEN 'day' THEN day ELSE date_trunc('month', day::timestamp)::date END, region, outcome,
         pg_backend_pid() % 8, sum(n)
  FROM (
    SELECT day, region, outcome, 1 AS n FROM added
    -- A referral that another institute decided is no longer an outcome; an accepted request stays accepted when it is served.
    UNION ALL SELECT day, region, previous, -1 FROM added WHERE previous = 'referred'
  ) change CROSS JOIN (VALUES ('day'), ('month')) grains (grain)
  GROUP BY 1, 2, 3, 4, 5
  ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT ON CONSTRAINT request_tally_once DO UPDATE SET n = request_tally.n + excluded.n;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION request_count_outcomes() IS '维护 request_tally';
CREATE TRIGGER request_outcome_is_counted AFTER INSERT ON request_outcome
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION request_count_outcomes();

CREATE FUNCTION indicator_demand_served(as_of date, known_at timestamptz) RETURNS TABLE (numerator bigint, denominator bigint)
LANGUAGE sql STABLE AS $$
  SELECT count(*) FILTER (WHERE outcome = 'served'), count(*) FILTER (WHERE previous IS NULL)
  FROM request_outcome WHERE day <= as_of AND recorded_at <= known_at
$$;
COMMENT ON FUNCTION indicator_demand_served(date, timestamptz) IS
  'G3-5 满足社会量值传递溯源需求（行动计划二（三））＝ 已出具检定证书或检定结果通知书的器具数 ÷（已受理＋不予受理＋已转送）的器具数；单位：申请中的一台（件）器具，转送后由他机构受理的只计一次。截至 as_of 当日，按 known_at 时已知的记录。';

CREATE FUNCTION indicator_demand_served_now(as_of date) RETURNS TABLE (numerator bigint, denominator bigint)
LANGUAGE sql STABLE AS $$
  -- Two ranges of the key, so that the whole table is never read.
  SELECT coalesce(sum(n) FILTER (WHERE outcome = 'served'), 0)::bigint, coalesce(sum(n) FILTER (WHERE outcome <> 'served'), 0)::bigint
  FROM (
    SELECT outcome, n FROM request_tally WHERE grain = 'month' AND day < date_trunc('month', as_of::timestamp)::date
    UNION ALL
    SELECT outcome, n FROM request_tally
    WHERE grain = 'day' AND day >= date_trunc('month', as_of::timestamp)::date AND day <= as_of
  ) counted
$$;
COMMENT ON FUNCTION indicator_demand_served_now(date) IS
  'G3-5 同 indicator_demand_served(as_of, now())，由 request_tally 求和，不随记录数增长；行动计划二（三）。';

CREATE FUNCTION indicator_demand_served_records(as_of date, known_at timestamptz, after uuid, how_many integer)
RETURNS TABLE (item_id uuid, request_id uuid, instrument_id uuid, region text, outcome text, day date)
LANGUAGE sql STABLE AS $$
  SELECT item.id, item.request_id, item.instrument_id, item.region, last.outcome, last.day
  FROM request_item item
  CROSS JOIN LATERAL (
    SELECT outcome.outcome, outcome.day FROM request_outcome outcome
    WHERE outcome.item_id = item.id AND outcome.day <= as_of AND outcome.recorded_at <= known_at
    ORDER BY outcome.sequence DESC LIMIT 1
  ) last
  WHERE after IS NULL OR item.id > after
  ORDER BY item.id
  LIMIT how_many
$$;
COMMENT ON FUNCTION indicator_demand_served_records(date, timestamptz, uuid, integer) IS
  'G3-5 背后的逐台记录，按 item_id 分页：outcome 为 served 的计入分子，全部计入分母。';
