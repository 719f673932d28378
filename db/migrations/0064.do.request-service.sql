-- The working calendar.
CREATE TABLE calendar_notice (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  year integer NOT NULL CONSTRAINT calendar_notice_year_is_sensible CHECK (year BETWEEN 2020 AND 2099),
  title text NOT NULL,
  document_number text,
  issued_on date NOT NULL,
  source text NOT NULL,
  reason text,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX calendar_notice_year ON calendar_notice (year, sequence DESC);
COMMENT ON TABLE calendar_notice IS '国务院办公厅关于某年部分节假日安排的通知；更正时另录一份并说明理由，最后录入的一份有效，先前的保留。';
COMMENT ON COLUMN calendar_notice.sequence IS 'the latest of a year counts';
COMMENT ON COLUMN calendar_notice.year IS 'the year whose holidays it arranges';
COMMENT ON COLUMN calendar_notice.document_number IS 'number of the notice, where it is known';
COMMENT ON COLUMN calendar_notice.source IS 'where the text was read';
COMMENT ON COLUMN calendar_notice.reason IS 'why an earlier notice of the year is corrected';
GRANT SELECT, INSERT ON calendar_notice TO tongheng_app;

CREATE TABLE calendar_day (
  notice_id uuid NOT NULL REFERENCES calendar_notice (id),
  day date NOT NULL,
  kind text NOT NULL CONSTRAINT calendar_day_kind_is_known CHECK (kind IN ('holiday', 'working')),
  name text NOT NULL,
  CONSTRAINT calendar_day_once PRIMARY KEY (notice_id, day)
);
COMMENT ON TABLE calendar_day IS '通知中与平日不同的一天：放假，或调休上班。';
COMMENT ON COLUMN calendar_day.day IS 'the day';
COMMENT ON COLUMN calendar_day.kind IS 'holiday 放假 · working 调休上班';
COMMENT ON COLUMN calendar_day.name IS 'the holiday it belongs to';
GRANT SELECT, INSERT ON calendar_day TO tongheng_app;

-- A request may be withdrawn, and may be filed by the institute.
ALTER TABLE request DROP CONSTRAINT request_status_is_known;
ALTER TABLE request
  ADD CONSTRAINT request_status_is_known CHECK (status IN ('submitted', 'accepted', 'refused', 'referred', 'withdrawn', 'served')),
  ADD COLUMN origin text NOT NULL DEFAULT 'holder' CONSTRAINT request_origin_is_known CHECK (origin IN ('holder', 'institute-round', 'ecqs')),
  ADD COLUMN withdrawn_count integer NOT NULL DEFAULT 0,
  ADD COLUMN batch_id uuid,
  ADD COLUMN decided_at timestamptz,
  ADD CONSTRAINT request_ends_once CHECK (served_count + withdrawn_count <= instrument_count);
COMMENT ON COLUMN request.status IS 'submitted 待受理 · accepted 已受理 · refused 不予受理 · referred 已转送 · withdrawn 已撤回 · served 已办结';
COMMENT ON COLUMN request.origin IS 'who filed it: holder 使用单位 · institute-round 检定机构为集中检定代录 · ecqs 由 e-CQS 预约单导入';
COMMENT ON COLUMN request.withdrawn_count IS 'instruments that the holder withdrew';
COMMENT ON COLUMN request.batch_id IS 'requests that were submitted together and split by region and kind';
COMMENT ON COLUMN request.decided_at IS 'when it was accepted or refused';
-- A reservation whose request was withdrawn or refused may be brought again.
DROP INDEX request_ecqs_number_once;
CREATE UNIQUE INDEX request_ecqs_number_once ON request (ecqs_number) WHERE ecqs_number IS NOT NULL AND status NOT IN ('withdrawn', 'refused');
CREATE INDEX request_ecqs_number ON request (ecqs_number) WHERE ecqs_number IS NOT NULL;
CREATE INDEX request_kind ON request (institute_id, instrument_kind, submitted_at DESC, id DESC);
CREATE INDEX request_batch ON request (batch_id) WHERE batch_id IS NOT NULL;
UPDATE request SET decided_at = (
  SELECT max(outcome.recorded_at) FROM request_item item JOIN request_outcome outcome ON outcome.item_id = item.id
  WHERE item.request_id = request.id AND outcome.outcome IN ('accepted', 'refused'));

-- What has happened with each requested instrument.
ALTER TABLE request_item DROP CONSTRAINT request_item_outcome_is_known;
ALTER TABLE request_item
  ADD CONSTRAINT request_item_outcome_is_known CHECK (outcome IN ('accepted', 'refused', 'referred', 'withdrawn', 'served')),
  ADD COLUMN step text NOT NULL DEFAULT 'submitted',
  ADD COLUMN step_since timestamptz,
  ADD COLUMN step_count integer NOT NULL DEFAULT 0,
  ADD COLUMN asked_due_on date,
  ADD COLUMN period_from date,
  ADD COLUMN stopped_days integer NOT NULL DEFAULT 0,
  ADD COLUMN stopped_since date,
  ADD COLUMN due_by date,
  ADD COLUMN served_on date,
  ADD COLUMN late_noted_on date,
  ADD CONSTRAINT request_item_step_is_known CHECK (step IN ('submitted', 'referred', 'refused', 'withdrawn', 'accepted', 'scheduled', 'received',
    'visited', 'tested', 'returned', 'checked', 'approved', 'issued', 'fetched')),
  ADD CONSTRAINT request_item_stands_still_only_in_its_period CHECK (stopped_since IS NULL OR period_from IS NOT NULL);
COMMENT ON COLUMN request_item.step IS 'the last of request_step';
COMMENT ON COLUMN request_item.step_since IS 'when it was reached';
COMMENT ON COLUMN request_item.step_count IS 'how many steps were recorded';
COMMENT ON COLUMN request_item.asked_due_on IS 'day on which the instrument was due when it was asked for; null: it had none';
COMMENT ON COLUMN request_item.period_from IS 'day on which the statutory period begins; null: it has not begun';
COMMENT ON COLUMN request_item.stopped_days IS 'working days for which the period stood still, of the stops that have ended';
COMMENT ON COLUMN request_item.stopped_since IS 'since when it stands still; null: it runs';
COMMENT ON COLUMN request_item.due_by IS 'last working day of the period; null: it has not begun';
COMMENT ON COLUMN request_item.served_on IS 'day on which its document was issued';
COMMENT ON COLUMN request_item.late_noted_on IS 'when it was told in the history of the instrument that it was asked for in time and not done in time by the institute';
-- The in-tray: what is overdue, what has waited longest.
CREATE INDEX request_item_due_by ON request_item (due_by, request_id) WHERE outcome = 'accepted' AND due_by IS NOT NULL;
CREATE INDEX request_item_late ON request_item (asked_due_on) WHERE asked_due_on IS NOT NULL AND late_noted_on IS NULL;
CREATE INDEX request_item_open_instrument ON request_item (instrument_id, asked_due_on) WHERE asked_due_on IS NOT NULL;

CREATE TABLE request_step (
  item_id uuid NOT NULL REFERENCES request_item (id),
  sequence integer NOT NULL,
  step text NOT NULL,
  note text,
  at timestamptz NOT NULL,
  day date NOT NULL,
  person_id uuid REFERENCES person (id),
  organization_id uuid REFERENCES organization (id),
  CONSTRAINT request_step_once PRIMARY KEY (item_id, sequence),
  CONSTRAINT request_step_is_known CHECK (step IN ('submitted', 'referred', 'refused', 'withdrawn', 'accepted', 'scheduled', 'received', 'visited',
    'tested', 'returned', 'checked', 'approved', 'issued', 'fetched'))
);
COMMENT ON TABLE request_step IS '申请中每台器具办到哪一步：待受理至已领取，每步何时何人，只增不改。';
COMMENT ON COLUMN request_step.sequence IS 'counted from 1 within the item';
COMMENT ON COLUMN request_step.step IS 'submitted 待受理 · referred 已转送 · refused 不予受理 · withdrawn 已撤回 · accepted 已受理 · scheduled 已排期 · received 已收样 · visited 已到现场 · tested 已检定 · returned 退回修改 · checked 已核验 · approved 已批准 · issued 已出证 · fetched 已领取';
COMMENT ON COLUMN request_step.note IS 'what belongs to the step: a reason, a slip, a day';
COMMENT ON COLUMN request_step.day IS 'the city''s day of the step';
COMMENT ON COLUMN request_step.person_id IS 'who did it; null in what was recorded before steps were kept';
COMMENT ON COLUMN request_step.organization_id IS 'for whom; null in what was recorded before steps were kept';
GRANT SELECT, INSERT ON request_step TO tongheng_app;

CREATE TABLE request_stop (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES request_item (id),
  cause text NOT NULL CONSTRAINT request_stop_cause_is_known CHECK (cause IN ('holder-supplies', 'adjustment', 'site-closed', 'environment', 'other')),
  note text NOT NULL,
  from_day date NOT NULL,
  stopped_by uuid NOT NULL REFERENCES person (id),
  stopped_at timestamptz NOT NULL,
  to_day date,
  resumed_by uuid REFERENCES person (id),
  resumed_at timestamptz,
  CONSTRAINT request_stop_ends_after_it_begins CHECK (to_day IS NULL OR to_day >= from_day)
);
CREATE UNIQUE INDEX request_stop_one_at_a_time ON request_stop (item_id) WHERE to_day IS NULL;
CREATE INDEX request_stop_item ON request_stop (item_id, from_day);
COMMENT ON TABLE request_stop IS '检定期限的中止与恢复：中止期间的工作日不计入期限。';
COMMENT ON COLUMN request_stop.cause IS 'holder-supplies 待使用单位补充 · adjustment 器具调修 · site-closed 现场不具备条件 · environment 环境条件不满足 · other 其他';
COMMENT ON COLUMN request_stop.note IS 'what exactly it waits for';
COMMENT ON COLUMN request_stop.from_day IS 'first day, still counted';
COMMENT ON COLUMN request_stop.to_day IS 'day on which it went on; the days after it count again';
GRANT SELECT, INSERT ON request_stop TO tongheng_app;
GRANT UPDATE (to_day, resumed_by, resumed_at) ON request_stop TO tongheng_app;

-- What is known of earlier requests: the submission, each outcome, and how far the record of the verification went.
INSERT INTO request_step (item_id, sequence, step, at, day, note)
SELECT item_id, row_number() OVER (PARTITION BY item_id ORDER BY rank, at), step, at, (at AT TIME ZONE 'Asia/Shanghai')::date, note
FROM (
  SELECT item.id AS item_id, 'submitted' AS step, request.submitted_at AS at, 0 AS rank, NULL AS note
  FROM request_item item JOIN request ON request.id = item.request_id
  UNION ALL
  SELECT item_id, outcome, recorded_at, sequence, NULL FROM request_outcome WHERE outcome <> 'served'
  UNION ALL
  SELECT item_id, 'tested', submitted_at, 1000, NULL FROM verification WHERE item_id IS NOT NULL AND submitted_at IS NOT NULL
  UNION ALL
  SELECT item_id, 'returned', submitted_at, 1001, return_reason FROM verification WHERE item_id IS NOT NULL AND submitted_at IS NOT NULL AND status = 'returned'
  UNION ALL
  SELECT item_id, 'checked', checked_at, 1002, NULL FROM verification
  WHERE item_id IS NOT NULL AND checked_at IS NOT NULL AND status IN ('checked', 'approved')
  UNION ALL
  SELECT item_id, 'approved', approved_at, 1003, NULL FROM verification WHERE item_id IS NOT NULL AND approved_at IS NOT NULL AND status = 'approved'
  UNION ALL
  SELECT item_id, 'issued', recorded_at, 1004, NULL FROM request_outcome WHERE outcome = 'served'
) known;
UPDATE request_item item SET step = last.step, step_since = last.at, step_count = last.sequence
FROM (SELECT DISTINCT ON (item_id) item_id, step, at, sequence FROM request_step ORDER BY item_id, sequence DESC) last
WHERE last.item_id = item.id;
UPDATE request_item item SET served_on = outcome.day FROM request_outcome outcome WHERE outcome.item_id = item.id AND outcome.outcome = 'served';
-- On site the period begins with the acceptance; its last day is counted by the program, which knows the holidays.
UPDATE request_item item SET period_from = outcome.day FROM request_outcome outcome, request
WHERE outcome.item_id = item.id AND outcome.outcome = 'accepted' AND request.id = item.request_id AND request.where_done = 'on-site';
ALTER TABLE request_item ALTER COLUMN step_since SET NOT NULL, ALTER COLUMN step_since SET DEFAULT now();

-- Demand served (G3-5): what a holder withdrew before anybody accepted it was no demand; what was accepted before stays one.
ALTER TABLE request_outcome DROP CONSTRAINT request_outcome_follows_the_life_cycle;
ALTER TABLE request_outcome ADD CONSTRAINT request_outcome_follows_the_life_cycle CHECK (
  (sequence = 1 AND previous IS NULL AND outcome IN ('accepted', 'refused', 'referred', 'withdrawn'))
  OR (sequence > 1 AND previous = 'referred' AND outcome IN ('accepted', 'refused', 'referred', 'withdrawn'))
  OR (sequence > 1 AND previous = 'accepted' AND outcome IN ('served', 'withdrawn')));
COMMENT ON COLUMN request_outcome.outcome IS 'accepted 已受理 · refused 不予受理 · referred 已转送 · withdrawn 已撤回 · served 已办结';
COMMENT ON COLUMN request_tally.outcome IS 'accepted (served and withdrawn ones stay in it), refused, referred, withdrawn, served; their sum without served and withdrawn is the denominator';

CREATE OR REPLACE FUNCTION indicator_demand_served(as_of date, known_at timestamptz) RETURNS TABLE (numerator bigint, denominator bigint)
LANGUAGE sql STABLE AS $$
  SELECT count(*) FILTER (WHERE outcome = 'served'),
    count(*) FILTER (WHERE previous IS NULL AND outcome <> 'withdrawn') - count(*) FILTER (WHERE previous = 'referred' AND outcome = 'withdrawn')
  FROM request_outcome WHERE day <= as_of AND recorded_at <= known_at
$$;
COMMENT ON FUNCTION indicator_demand_served(date, timestamptz) IS
  'G3-5 满足社会量值传递溯源需求（行动计划二（三））＝ 已出具检定证书或检定结果通知书的器具数 ÷（已受理＋不予受理＋已转送）的器具数；单位：申请中的一台（件）器具，转送后由他机构受理的只计一次；受理前撤回的不计，受理后撤回的仍计入分母。截至 as_of 当日，按 known_at 时已知的记录。';

CREATE OR REPLACE FUNCTION indicator_demand_served_now(as_of date) RETURNS TABLE (numerator bigint, denominator bigint)
LANGUAGE sql STABLE AS $$
  -- Two ranges of the key, so that the whole table is never read.
  SELECT coalesce(sum(n) FILTER (WHERE outcome = 'served'), 0)::bigint,
    coalesce(sum(n) FILTER (WHERE outcome NOT IN ('served', 'withdrawn')), 0)::bigint
  FROM (
    SELECT outcome, n FROM request_tally WHERE grain = 'month' AND day < date_trunc('month', as_of::timestamp)::date
    UNION ALL
    SELECT outcome, n FROM request_tally
    WHERE grain = 'day' AND day >= date_trunc('month', as_of::timestamp)::date AND day <= as_of
  ) counted
$$;

CREATE OR REPLACE FUNCTION indicator_demand_served_records(as_of date, known_at timestamptz, after uuid, how_many integer)
RETURNS TABLE (item_id uuid, request_id uuid, instrument_id uuid, region text, outcome text, day date)
LANGUAGE sql STABLE AS $$
  SELECT item.id, item.request_id, item.instrument_id, item.region, last.outcome, last.day
  FROM request_item item
  CROSS JOIN LATERAL (
    SELECT outcome.outcome, outcome.previous, outcome.day FROM request_outcome outcome
    WHERE outcome.item_id = item.id AND outcome.day <= as_of AND outcome.recorded_at <= known_at
    ORDER BY outcome.sequence DESC LIMIT 1
  ) last
  WHERE (after IS NULL OR item.id > after) AND (last.outcome <> 'withdrawn' OR last.previous IS NOT DISTINCT FROM 'accepted')
  ORDER BY item.id
  LIMIT how_many
$$;

CREATE OR REPLACE FUNCTION indicator_demand_course(until date, known_at timestamptz)
RETURNS TABLE (day date, numerator bigint, denominator bigint)
LANGUAGE sql STABLE AS $$
  SELECT change.day,
    sum(change.served) OVER (ORDER BY change.day)::bigint,
    sum(change.wanted) OVER (ORDER BY change.day)::bigint
  FROM (
    SELECT outcome.day, count(*) FILTER (WHERE outcome.outcome = 'served') AS served,
      count(*) FILTER (WHERE outcome.previous IS NULL AND outcome.outcome <> 'withdrawn')
        - count(*) FILTER (WHERE outcome.previous = 'referred' AND outcome.outcome = 'withdrawn') AS wanted
    FROM request_outcome outcome
    WHERE outcome.day <= until AND outcome.recorded_at <= indicator_demand_course.known_at
    GROUP BY outcome.day
  ) change
$$;

CREATE OR REPLACE FUNCTION indicator_demand_course_now(until date)
RETURNS TABLE (day date, numerator bigint, denominator bigint)
LANGUAGE sql STABLE AS $$
  SELECT change.day, sum(change.served) OVER (ORDER BY change.day)::bigint, sum(change.wanted) OVER (ORDER BY change.day)::bigint
  FROM (
    SELECT tally.day, coalesce(sum(tally.n) FILTER (WHERE tally.outcome = 'served'), 0) AS served,
      coalesce(sum(tally.n) FILTER (WHERE tally.outcome NOT IN ('served', 'withdrawn')), 0) AS wanted
    FROM request_tally tally
    WHERE tally.grain = 'day' AND tally.day <= until
    GROUP BY tally.day
  ) change
$$;

CREATE OR REPLACE FUNCTION indicator_demand_region(as_of date, known_at timestamptz)
RETURNS TABLE (region text, numerator bigint, denominator bigint)
LANGUAGE sql STABLE AS $$
  SELECT outcome.region, count(*) FILTER (WHERE outcome.outcome = 'served'),
    count(*) FILTER (WHERE outcome.previous IS NULL AND outcome.outcome <> 'withdrawn')
      - count(*) FILTER (WHERE outcome.previous = 'referred' AND outcome.outcome = 'withdrawn')
  FROM request_outcome outcome
  WHERE outcome.day <= indicator_demand_region.as_of AND outcome.recorded_at <= indicator_demand_region.known_at
  GROUP BY outcome.region
$$;

CREATE OR REPLACE FUNCTION indicator_demand_region_now(as_of date)
RETURNS TABLE (region text, numerator bigint, denominator bigint)
LANGUAGE sql STABLE AS $$
  SELECT tally.region, coalesce(sum(tally.n) FILTER (WHERE tally.outcome = 'served'), 0)::bigint,
    coalesce(sum(tally.n) FILTER (WHERE tally.outcome NOT IN ('served', 'withdrawn')), 0)::bigint
  FROM request_tally tally
  WHERE (tally.grain = 'month' AND tally.day < date_trunc('month', as_of::timestamp)::date)
     OR (tally.grain = 'day' AND tally.day >= date_trunc('month', as_of::timestamp)::date AND tally.day <= as_of)
  GROUP BY tally.region
$$;
