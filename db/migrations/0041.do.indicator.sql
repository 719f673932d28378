CREATE TABLE indicator_decision (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  plan_id text NOT NULL,
  indicator text NOT NULL,
  edition text NOT NULL,
  entries text[] NOT NULL CONSTRAINT indicator_decision_names_entries CHECK (cardinality(entries) > 0),
  document_number text NOT NULL,
  files uuid[] NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false
);
CREATE INDEX indicator_decision_latest ON indicator_decision (plan_id, indicator, recorded_at DESC);
COMMENT ON TABLE indicator_decision IS '计数口径的决定：如目录覆盖率以哪一版国家目录、哪些序号为分母；只增不改，最近一次有效。没有决定之前该指标为未接入记录。';
COMMENT ON COLUMN indicator_decision.sequence IS 'order of recording, also within one instant';
COMMENT ON COLUMN indicator_decision.plan_id IS 'which plan document';
COMMENT ON COLUMN indicator_decision.indicator IS 'id of the indicator in the plan document';
COMMENT ON COLUMN indicator_decision.edition IS 'which edition of the national catalogue';
COMMENT ON COLUMN indicator_decision.entries IS 'numbers of the catalogue that make the denominator';
COMMENT ON COLUMN indicator_decision.document_number IS 'the document that decides it';
COMMENT ON COLUMN indicator_decision.files IS 'that document and the catalogue';
COMMENT ON COLUMN indicator_decision.reason IS 'why this edition and these entries';
COMMENT ON COLUMN indicator_decision.person_id IS 'who decided';
COMMENT ON COLUMN indicator_decision.organization_id IS 'for which organization';
COMMENT ON COLUMN indicator_decision.recorded_at IS 'from then on it is known';
COMMENT ON COLUMN indicator_decision.demonstration IS 'fictional record of the demonstration story';
GRANT SELECT, INSERT ON indicator_decision TO tongheng_app;

CREATE TABLE indicator_snapshot (
  id uuid PRIMARY KEY,
  plan_id text NOT NULL,
  title text NOT NULL,
  as_of date NOT NULL,
  known_at timestamptz NOT NULL,
  content jsonb NOT NULL,
  digest text NOT NULL CONSTRAINT indicator_snapshot_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'),
  reason text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false
);
CREATE INDEX indicator_snapshot_latest ON indicator_snapshot (plan_id, recorded_at DESC);
COMMENT ON TABLE indicator_snapshot IS '快照：某日、按某时所知的全部数值、计算方法与所依据记录的摘要；不可更改，可随时重算比对。';
COMMENT ON COLUMN indicator_snapshot.plan_id IS 'which plan document';
COMMENT ON COLUMN indicator_snapshot.title IS 'what it was frozen for';
COMMENT ON COLUMN indicator_snapshot.as_of IS 'the day of the figures';
COMMENT ON COLUMN indicator_snapshot.known_at IS 'what was known then';
COMMENT ON COLUMN indicator_snapshot.content IS 'figures, methods and digests of the records';
COMMENT ON COLUMN indicator_snapshot.digest IS 'SHA-256 of the content in canonical form (RFC 8785)';
COMMENT ON COLUMN indicator_snapshot.reason IS 'why it was frozen';
COMMENT ON COLUMN indicator_snapshot.person_id IS 'who froze it';
COMMENT ON COLUMN indicator_snapshot.organization_id IS 'for which organization';
COMMENT ON COLUMN indicator_snapshot.recorded_at IS 'when it was frozen';
COMMENT ON COLUMN indicator_snapshot.demonstration IS 'fictional record of the demonstration story';
GRANT SELECT, INSERT ON indicator_snapshot TO tongheng_app;

CREATE TABLE indicator_publication (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  plan_id text NOT NULL,
  subject text NOT NULL CONSTRAINT indicator_publication_subject_is_known CHECK (subject IN ('indicators', 'capability', 'differences')),
  mode text NOT NULL CONSTRAINT indicator_publication_mode_is_known CHECK (mode IN ('live', 'snapshot', 'withdrawn')),
  snapshot_id uuid REFERENCES indicator_snapshot (id),
  document_number text,
  reason text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT indicator_publication_names_its_snapshot CHECK ((mode = 'snapshot') = (snapshot_id IS NOT NULL))
);
CREATE INDEX indicator_publication_latest ON indicator_publication (plan_id, subject, recorded_at DESC);
COMMENT ON TABLE indicator_publication IS '公开决定（信息公开审查）：指标数值、能力缺口、差异在公开决定之前只供内部使用；最近一次决定有效，撤回也是一次决定。';
COMMENT ON COLUMN indicator_publication.sequence IS 'order of recording, also within one instant';
COMMENT ON COLUMN indicator_publication.plan_id IS 'which plan document';
COMMENT ON COLUMN indicator_publication.subject IS 'indicators 指标 · capability 能力矩阵 · differences 待核实差异';
COMMENT ON COLUMN indicator_publication.mode IS 'live 实时 · snapshot 快照 · withdrawn 撤回';
COMMENT ON COLUMN indicator_publication.snapshot_id IS 'which snapshot is shown';
COMMENT ON COLUMN indicator_publication.document_number IS 'number of the decision, where it has one';
COMMENT ON COLUMN indicator_publication.reason IS 'why it is published or withdrawn';
COMMENT ON COLUMN indicator_publication.person_id IS 'who decided';
COMMENT ON COLUMN indicator_publication.organization_id IS 'for which organization';
COMMENT ON COLUMN indicator_publication.recorded_at IS 'when it took effect';
COMMENT ON COLUMN indicator_publication.demonstration IS 'fictional record of the demonstration story';
GRANT SELECT, INSERT ON indicator_publication TO tongheng_app;

CREATE VIEW v_indicator_publication AS
SELECT DISTINCT ON (plan_id, subject) plan_id, subject, mode, snapshot_id, recorded_at
FROM indicator_publication ORDER BY plan_id, subject, sequence DESC;
COMMENT ON VIEW v_indicator_publication IS '现行的公开决定：每个对象最近的一次；没有决定的不在其中。';
GRANT SELECT ON v_indicator_publication TO tongheng_app;

CREATE TABLE indicator_target (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  plan_id text NOT NULL,
  indicator text NOT NULL,
  region text NOT NULL CONSTRAINT indicator_target_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  year smallint NOT NULL CONSTRAINT indicator_target_year_is_plausible CHECK (year BETWEEN 2000 AND 2100),
  amount numeric,
  document_number text NOT NULL,
  files uuid[] NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT indicator_target_is_not_negative CHECK (amount >= 0)
);
CREATE INDEX indicator_target_latest ON indicator_target (plan_id, indicator, region, year, recorded_at DESC);
COMMENT ON TABLE indicator_target IS '目标分解表：各县（市、区）到各年末应累计达到的数，凭文号；只增不改，最近一次有效。';
COMMENT ON COLUMN indicator_target.sequence IS 'order of recording, also within one instant';
COMMENT ON COLUMN indicator_target.plan_id IS 'which plan document';
COMMENT ON COLUMN indicator_target.indicator IS 'id of the indicator in the plan document';
COMMENT ON COLUMN indicator_target.region IS 'a county, or the city for what the city level itself takes on';
COMMENT ON COLUMN indicator_target.year IS 'to be reached by 31 December of this year, counted from the beginning';
COMMENT ON COLUMN indicator_target.amount IS 'in the unit of the indicator; null takes an earlier one back';
COMMENT ON COLUMN indicator_target.document_number IS 'the document that sets it';
COMMENT ON COLUMN indicator_target.files IS 'evidence';
COMMENT ON COLUMN indicator_target.reason IS 'why it is set or changed';
COMMENT ON COLUMN indicator_target.person_id IS 'who recorded it';
COMMENT ON COLUMN indicator_target.organization_id IS 'for which organization';
COMMENT ON COLUMN indicator_target.recorded_at IS 'when';
COMMENT ON COLUMN indicator_target.demonstration IS 'fictional record of the demonstration story';
GRANT SELECT, INSERT ON indicator_target TO tongheng_app;

CREATE FUNCTION indicator_entry_figures(rules jsonb, as_of date, known_at timestamptz)
RETURNS TABLE (indicator text, recorded boolean, value bigint, from_opening bigint, value_at_due bigint, value_at_start bigint, ever bigint)
LANGUAGE sql STABLE AS $$
  SELECT rule.id,
    CASE WHEN counted.ever > 0 THEN true ELSE entry_is_recorded(rule.kind, NULL, NULL, indicator_entry_figures.known_at) END,
    counted.value, counted.from_opening, counted.value_at_due, counted.value_at_start, counted.ever
  FROM jsonb_to_recordset(rules) AS rule (id text, kind text, levels text[], facet text, obtained_from date, start date, due date)
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE subject.held) AS value,
      count(*) FILTER (WHERE subject.held AND subject.opening) AS from_opening,
      count(*) FILTER (WHERE subject.held_at_due AND indicator_entry_figures.as_of >= rule.due) AS value_at_due,
      count(*) FILTER (WHERE subject.held_at_start AND indicator_entry_figures.as_of >= rule.start) AS value_at_start,
      count(*) AS ever
    FROM (
      SELECT bool_or(v.counts_to IS NULL OR v.counts_to > indicator_entry_figures.as_of) AS held,
        bool_and(v.opening) FILTER (WHERE v.counts_to IS NULL OR v.counts_to > indicator_entry_figures.as_of) AS opening,
        bool_or(v.counts_from <= rule.due AND (v.counts_to IS NULL OR v.counts_to > rule.due)) AS held_at_due,
        bool_or(v.counts_from <= rule.start AND (v.counts_to IS NULL OR v.counts_to > rule.start)) AS held_at_start
      FROM entry_version v
      WHERE v.kind = rule.kind AND v.counts_from IS NOT NULL AND v.counts_from <= indicator_entry_figures.as_of
        AND v.recorded_at <= indicator_entry_figures.known_at
        AND (v.superseded_at IS NULL OR v.superseded_at > indicator_entry_figures.known_at)
        AND (rule.levels IS NULL OR v.level = ANY (rule.levels))
        AND (rule.facet IS NULL OR v.facet = rule.facet)
        AND (rule.obtained_from IS NULL OR v.counts_from >= rule.obtained_from)
      GROUP BY v.subject_key
    ) subject
  ) counted
$$;
COMMENT ON FUNCTION indicator_entry_figures(jsonb, date, timestamptz) IS
  '登记类指标（规划二（一）至二（四））＝ as_of 日计入、known_at 时已知的登记中不重复的主体数；from_opening 为只凭存量建账计入的主体数，value_at_due、value_at_start 为到期日和计划第一日的数（as_of 尚早于该日时为 0），ever 为截至 as_of 曾经计入的主体数。逐条规则与 indicator_entry_count 相等（测试）。';

CREATE FUNCTION indicator_entry_course(entry_kind text, levels text[], facet text, obtained_from date, known_at timestamptz)
RETURNS TABLE (day date, value bigint)
LANGUAGE sql STABLE AS $$
  WITH subject AS (
    SELECT range_agg(daterange(v.counts_from, v.counts_to)) AS held
    FROM entry_version v
    WHERE v.kind = entry_kind AND v.counts_from IS NOT NULL AND (v.counts_to IS NULL OR v.counts_to > v.counts_from)
      AND v.recorded_at <= indicator_entry_course.known_at
      AND (v.superseded_at IS NULL OR v.superseded_at > indicator_entry_course.known_at)
      AND (indicator_entry_course.levels IS NULL OR v.level = ANY (indicator_entry_course.levels))
      AND (indicator_entry_course.facet IS NULL OR v.facet = indicator_entry_course.facet)
      AND (indicator_entry_course.obtained_from IS NULL OR v.counts_from >= indicator_entry_course.obtained_from)
    GROUP BY v.subject_key
  ), span AS (
    SELECT unnest(held) AS held FROM subject
  ), step AS (
    SELECT lower(held) AS day, 1 AS n FROM span
    UNION ALL SELECT upper(held), -1 FROM span WHERE upper(held) IS NOT NULL
  )
  SELECT step.day, sum(sum(step.n)) OVER (ORDER BY step.day)::bigint FROM step GROUP BY step.day
$$;
COMMENT ON FUNCTION indicator_entry_course(text, text[], text, date, timestamptz) IS
  '登记类指标逐日的数：每个主体在其各登记有效期的并集内计一次；只列数有变化的日子。';

CREATE FUNCTION indicator_entry_region(entry_kind text, levels text[], facet text, obtained_from date, as_of date, known_at timestamptz)
RETURNS TABLE (region text, value bigint)
LANGUAGE sql STABLE AS $$
  SELECT counted.region, count(DISTINCT counted.subject_key)
  FROM entry_counted(indicator_entry_region.as_of, indicator_entry_region.known_at) counted
  WHERE counted.kind = entry_kind
    AND (indicator_entry_region.levels IS NULL OR counted.level = ANY (indicator_entry_region.levels))
    AND (indicator_entry_region.facet IS NULL OR counted.facet = indicator_entry_region.facet)
    AND (indicator_entry_region.obtained_from IS NULL OR counted.counts_from >= indicator_entry_region.obtained_from)
  GROUP BY counted.region
$$;
COMMENT ON FUNCTION indicator_entry_region(text, text[], text, date, date, timestamptz) IS
  '登记类指标按登记的地区分列；同一主体在几个地区登记的，各地区各计一次，故各地区之和可能大于全市。';

CREATE FUNCTION indicator_entry_record(entry_kind text, levels text[], facet text, obtained_from date, as_of date, known_at timestamptz)
RETURNS TABLE (entry_id uuid, version integer, title text, document_number text, issuer text, level text, region text, organization_id uuid,
  since date, until date, counts_from date, counts_to date, opening boolean, subject_key text, recorded_at timestamptz, status text, verdict text)
LANGUAGE sql STABLE AS $$
  SELECT v.entry_id, v.version, v.title, v.document_number, v.issuer, v.level, v.region, v.organization_id,
    v.since, v.until, v.counts_from, v.counts_to, v.opening, v.subject_key, v.recorded_at, v.status,
    CASE
      WHEN v.status IN ('submitted', 'reviewed', 'returned') THEN 'pending'
      WHEN v.status = 'rejected' THEN 'rejected'
      WHEN indicator_entry_record.levels IS NOT NULL AND (v.level = ANY (indicator_entry_record.levels)) IS NOT TRUE THEN 'level'
      WHEN indicator_entry_record.facet IS NOT NULL AND v.facet IS DISTINCT FROM indicator_entry_record.facet THEN 'field'
      WHEN v.counts_from IS NULL THEN 'not-designated'
      WHEN v.counts_to <= indicator_entry_record.as_of THEN CASE v.status WHEN 'withdrawn' THEN 'withdrawn' ELSE 'lapsed' END
      WHEN v.counts_from > indicator_entry_record.as_of THEN 'later'
      WHEN v.counts_from < indicator_entry_record.obtained_from THEN 'before-period'
      ELSE 'counts'
    END
  FROM entry_version v
  WHERE v.kind = entry_kind AND v.recorded_at <= indicator_entry_record.known_at
    AND (v.superseded_at IS NULL OR v.superseded_at > indicator_entry_record.known_at)
$$;
COMMENT ON FUNCTION indicator_entry_record(text, text[], text, date, date, timestamptz) IS
  '登记类指标背后的每条登记：是否计入及其原因。counts 计入 · pending 未审结 · rejected 不予采信 · level 级别不符 · field 类别不符 · not-designated 未授牌 · withdrawn 已撤销 · lapsed 已失效 · later 尚未生效 · before-period 计划期前取得。';

CREATE FUNCTION indicator_entry_digest(entry_kind text, levels text[], facet text, obtained_from date, as_of date, known_at timestamptz)
RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(coalesce(string_agg(
    concat_ws('|', counted.entry_id, counted.version, counted.subject_key, counted.counts_from, counted.counts_to), E'\n'
    ORDER BY counted.entry_id), ''), 'UTF8')), 'hex')
  FROM entry_counted(indicator_entry_digest.as_of, indicator_entry_digest.known_at) counted
  WHERE counted.kind = entry_kind
    AND (indicator_entry_digest.levels IS NULL OR counted.level = ANY (indicator_entry_digest.levels))
    AND (indicator_entry_digest.facet IS NULL OR counted.facet = indicator_entry_digest.facet)
    AND (indicator_entry_digest.obtained_from IS NULL OR counted.counts_from >= indicator_entry_digest.obtained_from)
$$;
COMMENT ON FUNCTION indicator_entry_digest(text, text[], text, date, date, timestamptz) IS
  '登记类指标所依据记录的 SHA-256：每条计入的登记一行（编号|版本|主体|起|止），按编号排列。';

CREATE FUNCTION indicator_coverage(entries text[], as_of date, known_at timestamptz)
RETURNS TABLE (recorded boolean, numerator bigint, denominator bigint)
LANGUAGE sql STABLE AS $$
  SELECT entry_is_recorded('scope', NULL, NULL, indicator_coverage.known_at),
    (SELECT count(DISTINCT wanted) FROM unnest(entries) wanted
      WHERE EXISTS (SELECT FROM entry_counted(indicator_coverage.as_of, indicator_coverage.known_at) counted
        WHERE counted.kind = 'scope' AND counted.payload ->> 'entryNumber' = wanted)),
    (SELECT count(DISTINCT wanted) FROM unnest(entries) wanted)
$$;
COMMENT ON FUNCTION indicator_coverage(text[], date, timestamptz) IS
  'G3-4 强检能力覆盖国家目录（规划二（三））＝ 至少有一项有效授权项目的目录序号数 ÷ 口径决定所列的目录序号数；不加权。';

CREATE FUNCTION indicator_coverage_course(entries text[], until date, known_at timestamptz)
RETURNS TABLE (day date, numerator bigint, denominator bigint)
LANGUAGE sql STABLE AS $$
  WITH subject AS (
    SELECT v.payload ->> 'entryNumber' AS wanted, range_agg(daterange(v.counts_from, v.counts_to)) AS held
    FROM entry_version v
    WHERE v.kind = 'scope' AND v.counts_from IS NOT NULL AND (v.counts_to IS NULL OR v.counts_to > v.counts_from)
      AND v.payload ->> 'entryNumber' = ANY (entries)
      AND v.recorded_at <= indicator_coverage_course.known_at
      AND (v.superseded_at IS NULL OR v.superseded_at > indicator_coverage_course.known_at)
    GROUP BY v.payload ->> 'entryNumber'
  ), span AS (
    SELECT unnest(held) AS held FROM subject
  ), step AS (
    SELECT lower(held) AS day, 1 AS n FROM span
    UNION ALL SELECT upper(held), -1 FROM span WHERE upper(held) IS NOT NULL
  )
  SELECT step.day, sum(sum(step.n)) OVER (ORDER BY step.day)::bigint, (SELECT count(DISTINCT wanted) FROM unnest(entries) wanted)
  FROM step WHERE step.day <= until GROUP BY step.day
$$;
COMMENT ON FUNCTION indicator_coverage_course(text[], date, timestamptz) IS 'G3-4 逐日的覆盖，定义同 indicator_coverage；只列有变化的日子。';

CREATE FUNCTION indicator_coverage_digest(entries text[], as_of date, known_at timestamptz)
RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(array_to_string(entries, ',') || E'\n' || coalesce(string_agg(
    concat_ws('|', counted.entry_id, counted.version, counted.payload ->> 'entryNumber', counted.counts_from, counted.counts_to), E'\n'
    ORDER BY counted.entry_id), ''), 'UTF8')), 'hex')
  FROM entry_counted(indicator_coverage_digest.as_of, indicator_coverage_digest.known_at) counted WHERE counted.kind = 'scope'
$$;
COMMENT ON FUNCTION indicator_coverage_digest(text[], date, timestamptz) IS 'G3-4 所依据的口径序号与授权项目记录的 SHA-256。';

CREATE FUNCTION indicator_cell_course(plan text, chosen_list text, known_at timestamptz)
RETURNS TABLE (day date, value bigint)
LANGUAGE sql STABLE AS $$
  SELECT stop.day, counted.in_place
  FROM (
    SELECT listed.holds_from AS day FROM capability_list listed WHERE listed.plan_id = plan AND listed.list = chosen_list
    UNION
    SELECT cell.since FROM capability_cell cell JOIN capability_decision decision ON decision.cell_id = cell.id
    WHERE cell.plan_id = plan AND decision.verdict = 'accepted' AND decision.decided_at <= indicator_cell_course.known_at
  ) stop
  CROSS JOIN LATERAL capability_in_place(plan, chosen_list, stop.day, indicator_cell_course.known_at) counted
$$;
COMMENT ON FUNCTION indicator_cell_course(text, text, timestamptz) IS 'G3-2、G3-3 逐日的配置到位格数；只列可能有变化的日子。';

CREATE FUNCTION indicator_cell_digest(plan text, chosen_list text, as_of date, known_at timestamptz)
RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(coalesce(string_agg(
    concat_ws('|', state.region, state.item, state.state, state.since, state.basis, state.cell_id), E'\n' ORDER BY state.region, state.item), ''),
    'UTF8')), 'hex')
  FROM capability_state(plan, indicator_cell_digest.as_of, indicator_cell_digest.known_at) state WHERE state.list = chosen_list
$$;
COMMENT ON FUNCTION indicator_cell_digest(text, text, date, timestamptz) IS 'G3-2、G3-3 所依据的每一格（地区|项目|状态|起|依据|变化记录）的 SHA-256。';

CREATE FUNCTION indicator_demand_course(until date, known_at timestamptz)
RETURNS TABLE (day date, numerator bigint, denominator bigint)
LANGUAGE sql STABLE AS $$
  SELECT change.day,
    sum(change.served) OVER (ORDER BY change.day)::bigint,
    sum(change.wanted) OVER (ORDER BY change.day)::bigint
  FROM (
    SELECT outcome.day, count(*) FILTER (WHERE outcome.outcome = 'served') AS served, count(*) FILTER (WHERE outcome.previous IS NULL) AS wanted
    FROM request_outcome outcome
    WHERE outcome.day <= until AND outcome.recorded_at <= indicator_demand_course.known_at
    GROUP BY outcome.day
  ) change
$$;
COMMENT ON FUNCTION indicator_demand_course(date, timestamptz) IS 'G3-5 逐日累计的分子与分母，定义同 indicator_demand_served。';

CREATE FUNCTION indicator_demand_course_now(until date)
RETURNS TABLE (day date, numerator bigint, denominator bigint)
LANGUAGE sql STABLE AS $$
  SELECT change.day, sum(change.served) OVER (ORDER BY change.day)::bigint, sum(change.wanted) OVER (ORDER BY change.day)::bigint
  FROM (
    SELECT tally.day, coalesce(sum(tally.n) FILTER (WHERE tally.outcome = 'served'), 0) AS served,
      coalesce(sum(tally.n) FILTER (WHERE tally.outcome <> 'served'), 0) AS wanted
    FROM request_tally tally
    WHERE tally.grain = 'day' AND tally.day <= until
    GROUP BY tally.day
  ) change
$$;
COMMENT ON FUNCTION indicator_demand_course_now(date) IS 'G3-5 同 indicator_demand_course(until, now())，由 request_tally 求和。';

CREATE FUNCTION indicator_demand_digest(as_of date, known_at timestamptz)
RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(coalesce(string_agg(daily.day || '|' || daily.digest, E'\n' ORDER BY daily.day), ''), 'UTF8')), 'hex')
  FROM (
    SELECT outcome.day, encode(sha256(convert_to(string_agg(
      concat_ws('|', outcome.item_id, outcome.sequence, outcome.outcome), E'\n' ORDER BY outcome.item_id, outcome.sequence), 'UTF8')), 'hex') AS digest
    FROM request_outcome outcome
    WHERE outcome.day <= indicator_demand_digest.as_of AND outcome.recorded_at <= indicator_demand_digest.known_at
    GROUP BY outcome.day
  ) daily
$$;
COMMENT ON FUNCTION indicator_demand_digest(date, timestamptz) IS 'G3-5 所依据的逐台处理结果的 SHA-256：先按日，再合并。';

CREATE FUNCTION indicator_demand_region(as_of date, known_at timestamptz)
RETURNS TABLE (region text, numerator bigint, denominator bigint)
LANGUAGE sql STABLE AS $$
  SELECT outcome.region, count(*) FILTER (WHERE outcome.outcome = 'served'), count(*) FILTER (WHERE outcome.previous IS NULL)
  FROM request_outcome outcome
  WHERE outcome.day <= indicator_demand_region.as_of AND outcome.recorded_at <= indicator_demand_region.known_at
  GROUP BY outcome.region
$$;
COMMENT ON FUNCTION indicator_demand_region(date, timestamptz) IS 'G3-5 按器具使用地分列的分子与分母。';

CREATE FUNCTION indicator_demand_region_now(as_of date)
RETURNS TABLE (region text, numerator bigint, denominator bigint)
LANGUAGE sql STABLE AS $$
  SELECT tally.region, coalesce(sum(tally.n) FILTER (WHERE tally.outcome = 'served'), 0)::bigint,
    coalesce(sum(tally.n) FILTER (WHERE tally.outcome <> 'served'), 0)::bigint
  FROM request_tally tally
  WHERE (tally.grain = 'month' AND tally.day < date_trunc('month', as_of::timestamp)::date)
     OR (tally.grain = 'day' AND tally.day >= date_trunc('month', as_of::timestamp)::date AND tally.day <= as_of)
  GROUP BY tally.region
$$;
COMMENT ON FUNCTION indicator_demand_region_now(date) IS 'G3-5 同 indicator_demand_region(as_of, now())，由 request_tally 求和。';

CREATE TABLE indicator_rule (
  plan_id text NOT NULL,
  indicator text NOT NULL,
  kind text NOT NULL,
  levels text[],
  facet text,
  obtained_from date,
  start date NOT NULL,
  due date NOT NULL,
  CONSTRAINT indicator_rule_once PRIMARY KEY (plan_id, indicator)
);
CREATE INDEX indicator_rule_kind ON indicator_rule (kind);
COMMENT ON TABLE indicator_rule IS '登记类指标的计数规则，由规划文件载入；indicator_span 按它维护。';
COMMENT ON COLUMN indicator_rule.plan_id IS 'which plan document';
COMMENT ON COLUMN indicator_rule.indicator IS 'id of the indicator in the plan document';
COMMENT ON COLUMN indicator_rule.kind IS 'kind of register entry that is counted';
COMMENT ON COLUMN indicator_rule.levels IS 'levels that count; null: all';
COMMENT ON COLUMN indicator_rule.facet IS 'programme, centre, field or sector that counts; null: all';
COMMENT ON COLUMN indicator_rule.obtained_from IS 'only what was obtained since this day; null: whatever holds';
COMMENT ON COLUMN indicator_rule.start IS 'first day of the plan';
COMMENT ON COLUMN indicator_rule.due IS 'by when the target is to be reached';
GRANT SELECT ON indicator_rule TO tongheng_app;

CREATE TABLE indicator_span (
  plan_id text NOT NULL,
  indicator text NOT NULL,
  subject_key text NOT NULL,
  recorded boolean NOT NULL,
  held_from date NOT NULL,
  held_to date
);
CREATE INDEX indicator_span_subject ON indicator_span (subject_key, indicator);
CREATE INDEX indicator_span_figure ON indicator_span (plan_id, indicator, recorded, held_from, held_to);
COMMENT ON TABLE indicator_span IS '每个主体在每个指标下计入的时段（各登记有效期的并集），按现在所知；与 entry_version 在同一事务中由触发器维护，任何人不能直接写入。指标的现值由此计数，与 indicator_entry_figures 相等（测试）。';
COMMENT ON COLUMN indicator_span.plan_id IS 'which plan document';
COMMENT ON COLUMN indicator_span.indicator IS 'id of the indicator in the plan document';
COMMENT ON COLUMN indicator_span.subject_key IS 'the person, patent, enterprise … that is counted once';
COMMENT ON COLUMN indicator_span.recorded IS 'false: of all entries; true: of those that did not come with an opening stock list';
COMMENT ON COLUMN indicator_span.held_from IS 'first day';
COMMENT ON COLUMN indicator_span.held_to IS 'first day on which it counts no more; null: open';
GRANT SELECT ON indicator_span TO tongheng_app;

CREATE FUNCTION indicator_spans(plan text, chosen text[], subjects text[])
RETURNS TABLE (plan_id text, indicator text, subject_key text, recorded boolean, held_from date, held_to date)
LANGUAGE sql STABLE AS $$
  SELECT held.plan_id, held.indicator, held.subject_key, held.recorded, lower(span), upper(span)
  FROM (
    SELECT rule.plan_id, rule.indicator, v.subject_key, basis.recorded, range_agg(daterange(v.counts_from, v.counts_to)) AS spans
    FROM indicator_rule rule
    JOIN entry_version v ON v.kind = rule.kind
    JOIN (VALUES (false), (true)) basis (recorded) ON NOT (basis.recorded AND v.opening)
    WHERE (plan IS NULL OR rule.plan_id = plan) AND (chosen IS NULL OR rule.indicator = ANY (chosen))
      AND (subjects IS NULL OR v.subject_key = ANY (subjects))
      AND v.superseded_at IS NULL AND v.counts_from IS NOT NULL AND (v.counts_to IS NULL OR v.counts_to > v.counts_from)
      AND (rule.levels IS NULL OR v.level = ANY (rule.levels))
      AND (rule.facet IS NULL OR v.facet = rule.facet)
      AND (rule.obtained_from IS NULL OR v.counts_from >= rule.obtained_from)
    GROUP BY rule.plan_id, rule.indicator, v.subject_key, basis.recorded
  ) held CROSS JOIN LATERAL unnest(held.spans) AS span
$$;
COMMENT ON FUNCTION indicator_spans(text, text[], text[]) IS '由现行登记版本推算各主体的计入时段；参数为空即全部。';

-- SECURITY DEFINER: the application may read the spans and never write them.
CREATE FUNCTION indicator_count_spans() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  subjects text[];
BEGIN
  SELECT array_agg(DISTINCT changed.subject_key) INTO subjects
  FROM changed WHERE changed.counts_from IS NOT NULL AND EXISTS (SELECT FROM indicator_rule rule WHERE rule.kind = changed.kind);
  IF subjects IS NULL THEN RETURN NULL; END IF;
  -- Two transactions that change one subject would each count without the other's rows: the second waits and then sees them.
  PERFORM pg_advisory_xact_lock(817202, bucket) FROM (
    SELECT DISTINCT hashtext(subject) & 255 AS bucket FROM unnest(subjects) subject ORDER BY 1) ordered;
  DELETE FROM indicator_span WHERE subject_key = ANY (subjects);
  INSERT INTO indicator_span SELECT * FROM indicator_spans(NULL, NULL, subjects);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION indicator_count_spans() IS '维护 indicator_span';
CREATE TRIGGER indicator_counts_new_versions AFTER INSERT ON entry_version
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION indicator_count_spans();
CREATE TRIGGER indicator_counts_superseded_versions AFTER UPDATE ON entry_version
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION indicator_count_spans();

CREATE FUNCTION indicator_adopt(plan text, rules jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  changed text[];
BEGIN
  PERFORM pg_advisory_xact_lock(817202, bucket) FROM generate_series(0, 255) bucket;
  SELECT array_agg(coalesce(wanted.indicator, known.indicator)) INTO changed
  FROM (
    SELECT wanted.id AS indicator, wanted.kind, wanted.levels, wanted.facet, wanted.obtained_from, wanted.start, wanted.due
    FROM jsonb_to_recordset(rules) AS wanted (id text, kind text, levels text[], facet text, obtained_from date, start date, due date)
  ) wanted
  FULL JOIN (SELECT * FROM indicator_rule WHERE plan_id = plan) known ON known.indicator = wanted.indicator
  WHERE (known.kind, known.levels, known.facet, known.obtained_from, known.start, known.due)
    IS DISTINCT FROM (wanted.kind, wanted.levels, wanted.facet, wanted.obtained_from, wanted.start, wanted.due);
  IF changed IS NULL THEN RETURN; END IF;
  DELETE FROM indicator_span WHERE plan_id = plan AND indicator = ANY (changed);
  DELETE FROM indicator_rule WHERE plan_id = plan AND indicator = ANY (changed);
  INSERT INTO indicator_rule
  SELECT plan, wanted.id, wanted.kind, wanted.levels, wanted.facet, wanted.obtained_from, wanted.start, wanted.due
  FROM jsonb_to_recordset(rules) AS wanted (id text, kind text, levels text[], facet text, obtained_from date, start date, due date)
  WHERE wanted.id = ANY (changed);
  INSERT INTO indicator_span SELECT * FROM indicator_spans(plan, changed, NULL);
END $$;
COMMENT ON FUNCTION indicator_adopt(text, jsonb) IS '按规划文件载入计数规则；规则有变化的指标重新推算其时段。';
REVOKE ALL ON FUNCTION indicator_adopt(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION indicator_adopt(text, jsonb) TO tongheng_app;

CREATE FUNCTION indicator_entry_figures_now(plan text, as_of date)
RETURNS TABLE (indicator text, recorded boolean, value bigint, from_opening bigint, value_at_due bigint, value_at_start bigint, ever bigint)
LANGUAGE sql STABLE AS $$
  SELECT rule.indicator,
    CASE WHEN coalesce(counted.ever, 0) > 0 THEN true ELSE entry_is_recorded(rule.kind, NULL, NULL, 'infinity') END,
    coalesce(counted.value, 0), coalesce(counted.value - counted.from_records, 0), coalesce(counted.value_at_due, 0),
    coalesce(counted.value_at_start, 0), coalesce(counted.ever, 0)
  FROM indicator_rule rule
  LEFT JOIN (
    SELECT span.indicator,
      count(*) FILTER (WHERE NOT span.recorded AND (span.held_to IS NULL OR span.held_to > indicator_entry_figures_now.as_of)) AS value,
      count(*) FILTER (WHERE span.recorded AND (span.held_to IS NULL OR span.held_to > indicator_entry_figures_now.as_of)) AS from_records,
      count(*) FILTER (WHERE NOT span.recorded AND own.due <= indicator_entry_figures_now.as_of
        AND span.held_from <= own.due AND (span.held_to IS NULL OR span.held_to > own.due)) AS value_at_due,
      count(*) FILTER (WHERE NOT span.recorded AND own.start <= indicator_entry_figures_now.as_of
        AND span.held_from <= own.start AND (span.held_to IS NULL OR span.held_to > own.start)) AS value_at_start,
      count(*) FILTER (WHERE NOT span.recorded) AS ever
    FROM indicator_span span JOIN indicator_rule own USING (plan_id, indicator)
    WHERE span.plan_id = plan AND span.held_from <= indicator_entry_figures_now.as_of
    GROUP BY span.indicator
  ) counted USING (indicator)
  WHERE rule.plan_id = plan
$$;
COMMENT ON FUNCTION indicator_entry_figures_now(text, date) IS
  '登记类指标同 indicator_entry_figures(…, as_of, now())，由 indicator_span 计数，不随登记条数增长；ever 为截至当日曾经计入的时段数（不少于主体数）。';

CREATE FUNCTION indicator_entry_course_now(plan text, chosen text)
RETURNS TABLE (day date, value bigint)
LANGUAGE sql STABLE AS $$
  SELECT step.day, sum(sum(step.n)) OVER (ORDER BY step.day)::bigint
  FROM (
    SELECT span.held_from AS day, 1 AS n FROM indicator_span span WHERE span.plan_id = plan AND span.indicator = chosen AND NOT span.recorded
    UNION ALL
    SELECT span.held_to, -1 FROM indicator_span span
    WHERE span.plan_id = plan AND span.indicator = chosen AND NOT span.recorded AND span.held_to IS NOT NULL
  ) step GROUP BY step.day
$$;
COMMENT ON FUNCTION indicator_entry_course_now(text, text) IS '登记类指标逐日的数，同 indicator_entry_course(…, now())，由 indicator_span 求和。';
