-- A denominator that is weighted or told apart by kinds of instrument reads the demand by kind, so the tally keeps it.
TRUNCATE request_tally;
ALTER TABLE request_tally ADD COLUMN instrument_kind text NOT NULL;
ALTER TABLE request_tally DROP CONSTRAINT request_tally_once;
ALTER TABLE request_tally ADD CONSTRAINT request_tally_once PRIMARY KEY (grain, day, region, outcome, slot, instrument_kind);
COMMENT ON COLUMN request_tally.instrument_kind IS 'key of instrument/rules, of the request';

CREATE OR REPLACE FUNCTION request_count_outcomes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO request_tally (grain, day, region, outcome, slot, instrument_kind, n)
  SELECT grain, CASE grain WHEN 'day' THEN day ELSE date_trunc('month', day::timestamp)::date END, region, outcome,
         pg_backend_pid() % 8, instrument_kind, sum(n)
  FROM (
    SELECT change.day, change.region, change.outcome, request.instrument_kind, sum(change.n) AS n
    FROM (
      SELECT item_id, day, region, outcome, 1 AS n FROM added
      -- A referral that another institute decided is no longer an outcome; an accepted request stays accepted when it is served.
      UNION ALL SELECT item_id, day, region, previous, -1 FROM added WHERE previous = 'referred'
    ) change
    JOIN request_item item ON item.id = change.item_id JOIN request ON request.id = item.request_id
    GROUP BY 1, 2, 3, 4
  ) counted CROSS JOIN (VALUES ('day'), ('month')) grains (grain)
  GROUP BY 1, 2, 3, 4, 5, 6
  ORDER BY 1, 2, 3, 4, 5, 6
  ON CONFLICT ON CONSTRAINT request_tally_once DO UPDATE SET n = request_tally.n + excluded.n;
  RETURN NULL;
END $$;

INSERT INTO request_tally (grain, day, region, outcome, slot, instrument_kind, n)
SELECT grain, CASE grain WHEN 'day' THEN day ELSE date_trunc('month', day::timestamp)::date END, region, outcome, 0, instrument_kind, sum(n)
FROM (
  SELECT recorded.day, recorded.region, recorded.outcome, request.instrument_kind, 1 AS n
  FROM request_outcome recorded JOIN request_item item ON item.id = recorded.item_id JOIN request ON request.id = item.request_id
  UNION ALL
  SELECT recorded.day, recorded.region, recorded.previous, request.instrument_kind, -1
  FROM request_outcome recorded JOIN request_item item ON item.id = recorded.item_id JOIN request ON request.id = item.request_id
  WHERE recorded.previous = 'referred'
) change CROSS JOIN (VALUES ('day'), ('month')) grains (grain)
GROUP BY 1, 2, 3, 4, 5, 6;

CREATE TABLE indicator_denominator (
  id uuid PRIMARY KEY,
  plan_id text NOT NULL,
  indicator text NOT NULL,
  version integer NOT NULL CONSTRAINT indicator_denominator_counts_from_one CHECK (version > 0),
  chosen text NOT NULL CONSTRAINT indicator_denominator_set_is_known
    CHECK (chosen IN ('catalogue', 'ledger', 'demanded', 'listed', 'decided', 'submitted')),
  catalogue text,
  edition text,
  edition_en text,
  level text CONSTRAINT indicator_denominator_level_is_known CHECK (level IN ('entry', 'item')),
  items jsonb NOT NULL DEFAULT '[]',
  weight text CONSTRAINT indicator_denominator_weight_is_known CHECK (weight IN ('ledger', 'requests')),
  months integer CONSTRAINT indicator_denominator_months_are_plausible CHECK (months BETWEEN 1 AND 120),
  threshold integer CONSTRAINT indicator_denominator_threshold_is_a_percentage CHECK (threshold BETWEEN 1 AND 100),
  reported text NOT NULL CONSTRAINT indicator_denominator_reported_is_known CHECK (reported IN ('unweighted', 'weighted')),
  holds_from date,
  effect jsonb,
  document_number text NOT NULL,
  files uuid[] NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT indicator_denominator_version_once UNIQUE (plan_id, indicator, version),
  CONSTRAINT indicator_denominator_says_all_of_its_set CHECK (CASE
    WHEN chosen IN ('decided', 'submitted') THEN threshold IS NOT NULL AND weight IS NULL AND edition IS NULL
    ELSE threshold IS NULL AND weight IS NOT NULL AND edition IS NOT NULL AND jsonb_array_length(items) > 0
      AND (level IS NULL) = (chosen = 'listed')
      AND (months IS NOT NULL OR (chosen <> 'demanded' AND weight <> 'requests'))
  END)
);
COMMENT ON TABLE indicator_denominator IS '分母口径：目录覆盖率与需求满足率以什么为分母、报送不加权还是加权的数；每一版由牵头部门以文件决定，自某日起施行，只增不改，以前各日仍按当日施行的一版计算。';
COMMENT ON COLUMN indicator_denominator.plan_id IS 'which plan document';
COMMENT ON COLUMN indicator_denominator.indicator IS 'id of the indicator in the plan document';
COMMENT ON COLUMN indicator_denominator.version IS 'counted from 1 within the indicator';
COMMENT ON COLUMN indicator_denominator.chosen IS 'catalogue 目录全部 · ledger 台账有器具 · demanded 期内有需求 · listed 逐项列明; decided 已处理 · submitted 已提出';
COMMENT ON COLUMN indicator_denominator.catalogue IS 'id of the edition of the catalogue; null: named by a decision before editions were kept';
COMMENT ON COLUMN indicator_denominator.edition IS 'that edition in words';
COMMENT ON COLUMN indicator_denominator.edition_en IS 'the same in English, where it has a title in English';
COMMENT ON COLUMN indicator_denominator.level IS 'entry 一级 · item 二级; null: the numbers are named one by one';
COMMENT ON COLUMN indicator_denominator.items IS 'the numbers of that edition as they stood when it was decided: key, name, kinds of the ledger, numbers of authorised items that cover it, why it is left out';
COMMENT ON COLUMN indicator_denominator.weight IS 'demand by which the weighted figure is weighted: ledger 台账在用器具 · requests 期内申请的器具';
COMMENT ON COLUMN indicator_denominator.months IS 'length of the period that ends on the day of the figure; null: since the beginning';
COMMENT ON COLUMN indicator_denominator.threshold IS 'percent of the instruments of a kind that must be served for the kind to count, unweighted';
COMMENT ON COLUMN indicator_denominator.reported IS 'which of the two figures is held against the target';
COMMENT ON COLUMN indicator_denominator.holds_from IS 'first day; null: every day before the next version (decisions before there were versions)';
COMMENT ON COLUMN indicator_denominator.effect IS 'what was shown when it was decided: figures before and after, on which day';
COMMENT ON COLUMN indicator_denominator.document_number IS 'the document that decides it';
COMMENT ON COLUMN indicator_denominator.files IS 'that document';
COMMENT ON COLUMN indicator_denominator.reason IS 'why this denominator';
COMMENT ON COLUMN indicator_denominator.person_id IS 'who decided';
COMMENT ON COLUMN indicator_denominator.organization_id IS 'for which organization';
COMMENT ON COLUMN indicator_denominator.recorded_at IS 'from then on it is known';
COMMENT ON COLUMN indicator_denominator.demonstration IS 'fictional record of the demonstration story';
GRANT SELECT, INSERT ON indicator_denominator TO tongheng_app;

INSERT INTO indicator_denominator (id, plan_id, indicator, version, chosen, edition, items, weight, reported, document_number, files, reason,
  person_id, organization_id, recorded_at, demonstration)
SELECT decision.id, decision.plan_id, decision.indicator, row_number() OVER (PARTITION BY decision.plan_id, decision.indicator ORDER BY decision.sequence),
  'listed', decision.edition,
  (SELECT jsonb_agg(jsonb_build_object('key', named.number, 'name', NULL, 'entry', NULL, 'kinds', '[]'::jsonb,
     'numbers', jsonb_build_array(named.number), 'prefix', NULL, 'from', NULL, 'left', NULL) ORDER BY named.place)
   FROM (SELECT number, min(place) AS place FROM unnest(decision.entries) WITH ORDINALITY one (number, place) GROUP BY number) named),
  'ledger', 'unweighted', decision.document_number, decision.files, decision.reason, decision.person_id, decision.organization_id,
  decision.recorded_at, decision.demonstration
FROM indicator_decision decision;
DROP TABLE indicator_decision;
DROP FUNCTION indicator_coverage(text[], date, timestamptz);
DROP FUNCTION indicator_coverage_course(text[], date, timestamptz);

CREATE FUNCTION indicator_ledger_kinds(days date[], known_at timestamptz)
RETURNS TABLE (day date, region text, kind text, n bigint)
LANGUAGE sql STABLE AS $$
  WITH touched AS (
    SELECT instrument_id AS id FROM instrument_status_change UNION SELECT instrument_id FROM instrument_move
  ), plain AS (
    SELECT instrument.region, instrument.kind,
      LEAST(instrument.in_use_since, (instrument.recorded_at AT TIME ZONE 'Asia/Shanghai')::date) AS begun, count(*) AS n
    FROM instrument
    WHERE instrument.status = 'in-use' AND instrument.recorded_at <= indicator_ledger_kinds.known_at
      AND NOT EXISTS (SELECT FROM touched WHERE touched.id = instrument.id)
    GROUP BY 1, 2, 3
  )
  SELECT counted.day, counted.region, counted.kind, sum(counted.n)::bigint
  FROM (
    SELECT wanted.day, plain.region, plain.kind, plain.n FROM unnest(days) wanted (day) JOIN plain ON plain.begun <= wanted.day
    UNION ALL
    -- Read backwards: what the first later change or move says was before it, and where there is none what stands now.
    SELECT wanted.day, coalesce(moved.from_region, instrument.region), instrument.kind, 1
    FROM unnest(days) wanted (day) CROSS JOIN touched JOIN instrument ON instrument.id = touched.id
    LEFT JOIN LATERAL (
      SELECT later.from_status FROM instrument_status_change later
      WHERE later.instrument_id = touched.id AND (later.on_day > wanted.day OR later.at > indicator_ledger_kinds.known_at)
      ORDER BY later.at, later.id LIMIT 1
    ) changed ON true
    LEFT JOIN LATERAL (
      SELECT later.from_region FROM instrument_move later
      WHERE later.instrument_id = touched.id AND (later.on_day > wanted.day OR later.at > indicator_ledger_kinds.known_at)
      ORDER BY later.at, later.id LIMIT 1
    ) moved ON true
    WHERE instrument.recorded_at <= indicator_ledger_kinds.known_at
      AND LEAST(instrument.in_use_since, (instrument.recorded_at AT TIME ZONE 'Asia/Shanghai')::date) <= wanted.day
      AND coalesce(changed.from_status, instrument.status) = 'in-use'
  ) counted
  GROUP BY 1, 2, 3
$$;
COMMENT ON FUNCTION indicator_ledger_kinds(date[], timestamptz) IS
  '各日台账在用器具数，按使用地与种类（G3-4 的分母与权重，规划二（三））：自启用或登记之日（取早者）起，减去当日已封存、送修、遗失、报废的，地点按当日所在。今日之数与 instrument_tally 相等（测试）。';

CREATE FUNCTION indicator_demand_kinds(days date[], known_at timestamptz, months integer, waiting boolean)
RETURNS TABLE (day date, region text, kind text, numerator bigint, denominator bigint)
LANGUAGE sql STABLE AS $$
  WITH life AS (
    SELECT outcome.item_id, min(outcome.day) AS decided_on,
      min(outcome.day) FILTER (WHERE outcome.outcome = 'withdrawn' AND outcome.previous IS DISTINCT FROM 'accepted') AS gone_on,
      min(outcome.day) FILTER (WHERE outcome.outcome = 'served') AS served_on
    FROM request_outcome outcome WHERE outcome.recorded_at <= indicator_demand_kinds.known_at GROUP BY outcome.item_id
  ), asked AS (
    SELECT item.region, request.instrument_kind AS kind,
      CASE WHEN waiting THEN (request.submitted_at AT TIME ZONE 'Asia/Shanghai')::date ELSE life.decided_on END AS asked_on,
      life.gone_on, life.served_on, count(*) AS n
    FROM request_item item JOIN request ON request.id = item.request_id LEFT JOIN life ON life.item_id = item.id
    WHERE request.submitted_at <= indicator_demand_kinds.known_at AND (waiting OR life.item_id IS NOT NULL)
    GROUP BY 1, 2, 3, 4, 5
  )
  SELECT wanted.day, asked.region, asked.kind, coalesce(sum(asked.n) FILTER (WHERE asked.served_on <= wanted.day), 0)::bigint, sum(asked.n)::bigint
  FROM unnest(days) wanted (day)
  JOIN asked ON asked.asked_on <= wanted.day AND (asked.gone_on IS NULL OR asked.gone_on > wanted.day)
    AND (indicator_demand_kinds.months IS NULL
      OR asked.asked_on > (wanted.day - make_interval(months => indicator_demand_kinds.months))::date)
  GROUP BY 1, 2, 3
$$;
COMMENT ON FUNCTION indicator_demand_kinds(date[], timestamptz, integer, boolean) IS
  'G3-5 各日各地各种类的需求（规划二（三））：denominator 为期内需求的器具数，numerator 为其中已出具证书或通知书的。waiting 为假：自首次处理之日起计，未处理的不计；为真：自提出之日起计，待受理的也计。受理前撤回的不计。months 为空：自始累计。';

CREATE FUNCTION indicator_demand_kinds_now(as_of date)
RETURNS TABLE (region text, kind text, numerator bigint, denominator bigint)
LANGUAGE sql STABLE AS $$
  SELECT counted.region, counted.instrument_kind, coalesce(sum(counted.n) FILTER (WHERE counted.outcome = 'served'), 0)::bigint,
    coalesce(sum(counted.n) FILTER (WHERE counted.outcome NOT IN ('served', 'withdrawn')), 0)::bigint
  FROM (
    SELECT region, instrument_kind, outcome, n FROM request_tally WHERE grain = 'month' AND day < date_trunc('month', as_of::timestamp)::date
    UNION ALL
    SELECT region, instrument_kind, outcome, n FROM request_tally
    WHERE grain = 'day' AND day >= date_trunc('month', as_of::timestamp)::date AND day <= as_of
  ) counted
  GROUP BY 1, 2
$$;
COMMENT ON FUNCTION indicator_demand_kinds_now(date) IS 'G3-5 同 indicator_demand_kinds(…, now(), NULL, false)，由 request_tally 求和，不随记录数增长。';
