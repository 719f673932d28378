CREATE TABLE capability_list (
  plan_id text NOT NULL,
  list text NOT NULL,
  position smallint NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  items_header text NOT NULL,
  header text[] NOT NULL CONSTRAINT capability_list_has_four_columns CHECK (cardinality(header) = 4),
  total text[],
  due date,
  holds_from date NOT NULL,
  baseline text NOT NULL,
  document_number text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT capability_list_once PRIMARY KEY (plan_id, list)
);
COMMENT ON TABLE capability_list IS '能力清单：规划附件的一张表（基本能力、提升能力），由规划文件载入。';
COMMENT ON COLUMN capability_list.plan_id IS 'which plan document';
COMMENT ON COLUMN capability_list.list IS 'id of the table in the plan file: basic, enhanced';
COMMENT ON COLUMN capability_list.position IS 'order in the document';
COMMENT ON COLUMN capability_list.name IS 'heading of the table as printed';
COMMENT ON COLUMN capability_list.name_en IS 'heading in English';
COMMENT ON COLUMN capability_list.items_header IS 'printed head of the column of item names';
COMMENT ON COLUMN capability_list.header IS 'printed heads: region, required, done, open';
COMMENT ON COLUMN capability_list.total IS 'the total row exactly as printed, with its errors';
COMMENT ON COLUMN capability_list.due IS 'by when the plan wants every cell';
COMMENT ON COLUMN capability_list.holds_from IS 'day of issue: from it on the printed figures are known';
COMMENT ON COLUMN capability_list.baseline IS 'month in which the printed figures held';
COMMENT ON COLUMN capability_list.document_number IS 'number of the plan document, the evidence of what is printed';
COMMENT ON COLUMN capability_list.recorded_at IS 'when it was loaded';
GRANT SELECT, INSERT ON capability_list TO tongheng_app;

CREATE TABLE capability_item (
  plan_id text NOT NULL,
  list text NOT NULL,
  item text NOT NULL,
  position smallint NOT NULL,
  mark text NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  CONSTRAINT capability_item_once PRIMARY KEY (plan_id, item),
  CONSTRAINT capability_item_stands_in_a_list FOREIGN KEY (plan_id, list) REFERENCES capability_list (plan_id, list)
);
COMMENT ON TABLE capability_item IS '能力项目：附件所列的民生计量强制检定项目（B1–B13、E1–E9）。';
COMMENT ON COLUMN capability_item.item IS 'B1 … B13, E1 … E9';
COMMENT ON COLUMN capability_item.position IS 'order in the annex';
COMMENT ON COLUMN capability_item.mark IS 'the circled number as printed';
COMMENT ON COLUMN capability_item.name IS 'name as printed';
COMMENT ON COLUMN capability_item.name_en IS 'name in English';
GRANT SELECT, INSERT ON capability_item TO tongheng_app;

CREATE TABLE capability_region (
  plan_id text NOT NULL,
  list text NOT NULL,
  region text NOT NULL,
  level text NOT NULL CONSTRAINT capability_region_level_is_known CHECK (level IN ('city', 'county')),
  position smallint NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  annex_name text NOT NULL,
  required integer,
  done integer,
  open integer,
  CONSTRAINT capability_region_once PRIMARY KEY (plan_id, list, region),
  CONSTRAINT capability_region_stands_in_a_list FOREIGN KEY (plan_id, list) REFERENCES capability_list (plan_id, list)
);
COMMENT ON TABLE capability_region IS '附件的地区行：市级行只有数量，文件没有列出其项目。';
COMMENT ON COLUMN capability_region.region IS 'GB/T 2260 code';
COMMENT ON COLUMN capability_region.level IS 'city 市级（只有数量）· county 县（市、区）';
COMMENT ON COLUMN capability_region.position IS 'order of the rows as printed';
COMMENT ON COLUMN capability_region.name IS 'full name';
COMMENT ON COLUMN capability_region.name_en IS 'name in English';
COMMENT ON COLUMN capability_region.annex_name IS 'name as the annex prints it';
COMMENT ON COLUMN capability_region.required IS 'printed: required';
COMMENT ON COLUMN capability_region.done IS 'printed: done';
COMMENT ON COLUMN capability_region.open IS 'printed: open';
GRANT SELECT, INSERT ON capability_region TO tongheng_app;

CREATE TABLE capability_baseline (
  plan_id text NOT NULL,
  list text NOT NULL,
  region text NOT NULL,
  item text NOT NULL,
  printed text CONSTRAINT capability_baseline_is_done_or_open CHECK (printed IN ('done', 'open')),
  CONSTRAINT capability_baseline_once PRIMARY KEY (plan_id, region, item),
  CONSTRAINT capability_baseline_row FOREIGN KEY (plan_id, list, region) REFERENCES capability_region (plan_id, list, region),
  CONSTRAINT capability_baseline_item FOREIGN KEY (plan_id, item) REFERENCES capability_item (plan_id, item)
);
COMMENT ON TABLE capability_baseline IS '能力格的文件基期：由附件的行与注推出的“已完成 / 待完成”，证据即文件本身。';
COMMENT ON COLUMN capability_baseline.printed IS 'done 已完成 · open 待完成 · null 文件没有说明';
GRANT SELECT, INSERT ON capability_baseline TO tongheng_app;

CREATE TABLE capability_cell (
  id uuid PRIMARY KEY,
  plan_id text NOT NULL,
  region text NOT NULL,
  item text NOT NULL,
  state text NOT NULL CONSTRAINT capability_cell_state_is_known CHECK (state IN
    ('absent', 'building', 'examined', 'authorised', 'in-use', 'suspended', 'lapsed')),
  since date NOT NULL,
  body_id uuid REFERENCES organization (id),
  document_number text,
  files uuid[] NOT NULL,
  reason text NOT NULL,
  reported_by uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT capability_cell_is_one_of_the_annex FOREIGN KEY (plan_id, region, item) REFERENCES capability_baseline (plan_id, region, item)
);
CREATE INDEX capability_cell_place ON capability_cell (plan_id, region, item, since);
COMMENT ON TABLE capability_cell IS '能力格变化：只增不改；由县或机构上报，牵头部门另一人审定后生效。';
COMMENT ON COLUMN capability_cell.state IS 'absent 未建 · building 在建 · examined 已考核 · authorised 已授权 · in-use 在用 · suspended 暂停 · lapsed 失效';
COMMENT ON COLUMN capability_cell.since IS 'the day from which the state holds';
COMMENT ON COLUMN capability_cell.body_id IS 'who holds the capability: an institute, or an authorised company such as a grid company';
COMMENT ON COLUMN capability_cell.document_number IS 'number of the document that proves it';
COMMENT ON COLUMN capability_cell.files IS 'evidence';
COMMENT ON COLUMN capability_cell.reason IS 'what happened, in the words of whoever reported it';
COMMENT ON COLUMN capability_cell.reported_by IS 'who reported it';
COMMENT ON COLUMN capability_cell.organization_id IS 'for which organization';
COMMENT ON COLUMN capability_cell.recorded_at IS 'when it was reported';
COMMENT ON COLUMN capability_cell.demonstration IS 'fictional record of the demonstration story';
GRANT SELECT, INSERT ON capability_cell TO tongheng_app;

CREATE TABLE capability_decision (
  cell_id uuid CONSTRAINT capability_decision_once PRIMARY KEY REFERENCES capability_cell (id),
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  verdict text NOT NULL CONSTRAINT capability_decision_verdict_is_known CHECK (verdict IN ('accepted', 'rejected')),
  reason text,
  person_id uuid NOT NULL REFERENCES person (id),
  decided_at timestamptz NOT NULL
);
COMMENT ON TABLE capability_decision IS '能力格变化的审定：采纳或退回，一次为定。';
COMMENT ON COLUMN capability_decision.sequence IS 'order of recording, also within one instant';
COMMENT ON COLUMN capability_decision.verdict IS 'accepted 采纳 · rejected 退回';
COMMENT ON COLUMN capability_decision.reason IS 'why; required for a rejection';
COMMENT ON COLUMN capability_decision.person_id IS 'who decided, never who reported';
COMMENT ON COLUMN capability_decision.decided_at IS 'from then on the state is known';
GRANT SELECT, INSERT ON capability_decision TO tongheng_app;

CREATE TABLE capability_cover (
  id uuid PRIMARY KEY,
  plan_id text NOT NULL,
  region text NOT NULL,
  item text NOT NULL,
  kind text NOT NULL CONSTRAINT capability_cover_kind_is_known CHECK (kind IN ('referral', 'sharing', 'mobile-laboratory')),
  body_id uuid REFERENCES organization (id),
  valid_from date NOT NULL,
  valid_to date,
  document_number text,
  files uuid[] NOT NULL,
  reason text NOT NULL,
  reported_by uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT capability_cover_ends_after_it_begins CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT capability_cover_is_for_a_cell FOREIGN KEY (plan_id, region, item) REFERENCES capability_baseline (plan_id, region, item)
);
CREATE INDEX capability_cover_place ON capability_cover (plan_id, region, item, valid_from);
COMMENT ON TABLE capability_cover IS '过渡安排：委托、共享、流动实验室；不计入“配置到位”。';
COMMENT ON COLUMN capability_cover.kind IS 'referral 委托 · sharing 共享 · mobile-laboratory 流动实验室';
COMMENT ON COLUMN capability_cover.body_id IS 'who does the work meanwhile';
COMMENT ON COLUMN capability_cover.valid_from IS 'first day';
COMMENT ON COLUMN capability_cover.valid_to IS 'last day; null: open';
COMMENT ON COLUMN capability_cover.document_number IS 'number of the agreement';
COMMENT ON COLUMN capability_cover.files IS 'evidence';
COMMENT ON COLUMN capability_cover.reason IS 'why the cover is needed';
COMMENT ON COLUMN capability_cover.reported_by IS 'who recorded it';
COMMENT ON COLUMN capability_cover.organization_id IS 'for which organization';
COMMENT ON COLUMN capability_cover.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN capability_cover.demonstration IS 'fictional record of the demonstration story';
GRANT SELECT, INSERT ON capability_cover TO tongheng_app;

CREATE FUNCTION capability_state(plan text, as_of date, known_at timestamptz)
RETURNS TABLE (list text, region text, item text, printed text, state text, since date, basis text, cell_id uuid, body_id uuid)
LANGUAGE sql STABLE AS $$
  SELECT baseline.list, baseline.region, baseline.item, baseline.printed,
    CASE WHEN effective.id IS NOT NULL THEN effective.state
         WHEN as_of < listed.holds_from THEN NULL
         WHEN baseline.printed = 'done' THEN 'in-use'
         WHEN baseline.printed = 'open' THEN 'absent' END,
    effective.since,
    CASE WHEN effective.id IS NOT NULL THEN 'record'
         WHEN as_of >= listed.holds_from AND baseline.printed IS NOT NULL THEN 'document' END,
    effective.id, effective.body_id
  FROM capability_baseline baseline
  JOIN capability_list listed ON listed.plan_id = baseline.plan_id AND listed.list = baseline.list
  LEFT JOIN LATERAL (
    SELECT cell.id, cell.state, cell.since, cell.body_id
    FROM capability_cell cell JOIN capability_decision decision ON decision.cell_id = cell.id
    WHERE cell.plan_id = baseline.plan_id AND cell.region = baseline.region AND cell.item = baseline.item
      AND decision.verdict = 'accepted' AND cell.since <= as_of AND decision.decided_at <= known_at
    ORDER BY cell.since DESC, decision.sequence DESC LIMIT 1
  ) effective ON true
  WHERE baseline.plan_id = plan
$$;
COMMENT ON FUNCTION capability_state(text, date, timestamptz) IS
  '附件每一格在 as_of 日、按 known_at 时所知的状态：最近一条已采纳且 since ≤ as_of 的变化；没有变化记录的，已完成视为在用、待完成视为未建，证据为文件本身（通政发〔2023〕17号附件1、2）；文件印发之前的日期没有状态。';
GRANT EXECUTE ON FUNCTION capability_state(text, date, timestamptz) TO tongheng_app;

CREATE FUNCTION capability_in_place(plan text, chosen_list text, as_of date, known_at timestamptz)
RETURNS TABLE (in_place bigint, from_document bigint, from_records bigint, known bigint)
LANGUAGE sql STABLE AS $$
  SELECT count(*) FILTER (WHERE state = 'in-use'),
    count(*) FILTER (WHERE state = 'in-use' AND basis = 'document'),
    count(*) FILTER (WHERE state = 'in-use' AND basis = 'record'),
    count(*) FILTER (WHERE state IS NOT NULL)
  FROM capability_state(plan, as_of, known_at) WHERE list = chosen_list
$$;
COMMENT ON FUNCTION capability_in_place(text, text, date, timestamptz) IS
  '配置到位的格数 = 状态为“在用”的格（含文件基期已完成且此后没有变化记录的格）；过渡安排不计入。规划二（三）：13项基本能力、9项提升能力全部配置到位。';
GRANT EXECUTE ON FUNCTION capability_in_place(text, text, date, timestamptz) TO tongheng_app;
