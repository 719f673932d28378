CREATE TABLE entry_secret (
  id boolean PRIMARY KEY DEFAULT true CONSTRAINT entry_secret_is_single CHECK (id),
  key text NOT NULL
);
INSERT INTO entry_secret (key) VALUES (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
COMMENT ON TABLE entry_secret IS '身份证件号码摘要的密钥：号码本身不入库，只存带密钥的摘要。';
COMMENT ON COLUMN entry_secret.id IS 'there is one key';
COMMENT ON COLUMN entry_secret.key IS 'key of the HMAC-SHA-256 of identity numbers; random, made with the database';
GRANT SELECT ON entry_secret TO tongheng_app;

CREATE TABLE entry_stock (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  as_of date NOT NULL,
  title text NOT NULL,
  document_number text NOT NULL,
  issuer text NOT NULL,
  workbook uuid NOT NULL REFERENCES file (id),
  files uuid[] NOT NULL CONSTRAINT entry_stock_has_its_signed_list CHECK (cardinality(files) > 0),
  status text NOT NULL CONSTRAINT entry_stock_status_is_known CHECK (status IN ('submitted', 'accepted', 'rejected', 'empty')),
  taken integer NOT NULL,
  duplicate integer NOT NULL,
  refused integer NOT NULL,
  remarks jsonb NOT NULL,
  organization_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL,
  submitted_by uuid NOT NULL REFERENCES person (id),
  submitted_at timestamptz NOT NULL,
  reviewed_by uuid REFERENCES person (id),
  reviewed_at timestamptz,
  reason text,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT entry_stock_is_reviewed_by_another CHECK (reviewed_by IS NULL OR reviewed_by <> submitted_by)
);
COMMENT ON TABLE entry_stock IS '存量建账：一份签章名单及其文件，整批导入，另一人审核一次后各行计入。';
COMMENT ON COLUMN entry_stock.kind IS 'kind of register entry';
COMMENT ON COLUMN entry_stock.as_of IS 'the day whose stock the list states';
COMMENT ON COLUMN entry_stock.title IS 'title of the signed list';
COMMENT ON COLUMN entry_stock.document_number IS 'document number of the signed list';
COMMENT ON COLUMN entry_stock.issuer IS 'who signed the list';
COMMENT ON COLUMN entry_stock.workbook IS 'the imported workbook';
COMMENT ON COLUMN entry_stock.files IS 'the signed list and its documents';
COMMENT ON COLUMN entry_stock.status IS 'empty: no new row was found, nothing to review';
COMMENT ON COLUMN entry_stock.taken IS 'rows that became entries';
COMMENT ON COLUMN entry_stock.duplicate IS 'rows refused because the same thing is registered or listed already';
COMMENT ON COLUMN entry_stock.refused IS 'rows refused because something in them is wrong';
COMMENT ON COLUMN entry_stock.remarks IS 'row number and reason, in both languages, of each row that was not taken; the cells stay in the workbook';
COMMENT ON COLUMN entry_stock.organization_id IS 'for which organization it was imported';
COMMENT ON COLUMN entry_stock.region IS 'region of that organization, GB/T 2260';
COMMENT ON COLUMN entry_stock.reason IS 'why the batch was rejected';
COMMENT ON COLUMN entry_stock.demonstration IS 'fictional record of the demonstration story';
GRANT SELECT, INSERT, UPDATE (status, reviewed_by, reviewed_at, reason) ON entry_stock TO tongheng_app;

CREATE TABLE entry (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  submitted_by uuid NOT NULL REFERENCES person (id),
  submitted_at timestamptz NOT NULL,
  stock_id uuid REFERENCES entry_stock (id),
  demonstration boolean NOT NULL DEFAULT false
);
CREATE INDEX entry_stock_rows ON entry (stock_id) WHERE stock_id IS NOT NULL;
COMMENT ON TABLE entry IS '登记：成果、称号、计量标准、承诺、服务等一事一记，内容见 entry_version。';
COMMENT ON COLUMN entry.kind IS 'kind of register entry: rules/kinds.ts';
COMMENT ON COLUMN entry.submitted_by IS 'who entered it first';
COMMENT ON COLUMN entry.submitted_at IS 'when it was entered first';
COMMENT ON COLUMN entry.stock_id IS 'the opening stock list it came with';
COMMENT ON COLUMN entry.demonstration IS 'fictional record of the demonstration story';
GRANT SELECT, INSERT ON entry TO tongheng_app;

CREATE TABLE entry_version (
  entry_id uuid NOT NULL REFERENCES entry (id),
  version integer NOT NULL,
  recorded_at timestamptz NOT NULL,
  superseded_at timestamptz,
  action text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  reason text,
  status text NOT NULL CONSTRAINT entry_status_is_known CHECK (status IN
    ('submitted', 'reviewed', 'returned', 'accepted', 'rejected', 'withdrawn')),
  kind text NOT NULL,
  level text CONSTRAINT entry_level_is_known CHECK (level IN ('city', 'province', 'ministry', 'national')),
  subject_key text NOT NULL,
  region text NOT NULL CONSTRAINT entry_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  organization_id uuid NOT NULL REFERENCES organization (id),
  title text NOT NULL,
  document_number text NOT NULL,
  issuer text NOT NULL,
  since date NOT NULL,
  until date,
  payload jsonb NOT NULL,
  facet text GENERATED ALWAYS AS (coalesce(payload ->> 'programme', payload ->> 'centre', payload ->> 'field', payload ->> 'sector')) STORED,
  phases jsonb NOT NULL DEFAULT '[]',
  counts_from date,
  counts_to date,
  opening boolean NOT NULL DEFAULT false,
  files uuid[] NOT NULL DEFAULT '{}',
  submitted_by uuid NOT NULL REFERENCES person (id),
  reviewed_by uuid REFERENCES person (id),
  accepted_by uuid REFERENCES person (id),
  PRIMARY KEY (entry_id, version),
  CONSTRAINT entry_reviewer_is_another CHECK (reviewed_by IS NULL OR reviewed_by <> submitted_by),
  CONSTRAINT entry_acceptor_is_another CHECK (accepted_by IS NULL OR (accepted_by <> submitted_by AND accepted_by IS DISTINCT FROM reviewed_by)),
  CONSTRAINT entry_counts_only_when_accepted CHECK (counts_from IS NULL OR status IN ('accepted', 'withdrawn')),
  CONSTRAINT entry_ends_after_it_begins CHECK (until IS NULL OR until >= since),
  CONSTRAINT entry_is_superseded_later CHECK (superseded_at IS NULL OR superseded_at >= recorded_at)
);
CREATE UNIQUE INDEX entry_version_one_holds ON entry_version (entry_id) WHERE superseded_at IS NULL;
CREATE INDEX entry_version_counted ON entry_version (kind, subject_key)
  INCLUDE (level, facet, counts_from, counts_to, recorded_at, superseded_at, region, opening) WHERE counts_from IS NOT NULL;
CREATE INDEX entry_version_accepted ON entry_version (kind, recorded_at) WHERE accepted_by IS NOT NULL;
CREATE INDEX entry_version_subject ON entry_version (kind, subject_key) WHERE superseded_at IS NULL;
CREATE INDEX entry_version_organization ON entry_version (organization_id, kind) WHERE superseded_at IS NULL;
CREATE INDEX entry_version_open ON entry_version (kind, status) WHERE superseded_at IS NULL AND status <> 'accepted';
CREATE INDEX entry_version_search ON entry_version USING gin ((title || ' ' || document_number) gin_trgm_ops) WHERE superseded_at IS NULL;
COMMENT ON TABLE entry_version IS '登记的版本：更正、撤回、阶段变化都是新版本，旧版本保留。counts_from/counts_to 说明何时计入，recorded_at/superseded_at 说明何时已知。';
COMMENT ON COLUMN entry_version.version IS '1, 2, 3 …';
COMMENT ON COLUMN entry_version.recorded_at IS 'since when this is what was known';
COMMENT ON COLUMN entry_version.superseded_at IS 'when a later version took its place; null: it holds';
COMMENT ON COLUMN entry_version.action IS 'what made this version';
COMMENT ON COLUMN entry_version.person_id IS 'who made this version';
COMMENT ON COLUMN entry_version.reason IS 'why, where a reason is required';
COMMENT ON COLUMN entry_version.status IS 'submitted 已提交 · reviewed 已审核 · returned 退回补正 · accepted 已采信 · rejected 不予采信 · withdrawn 已撤销; lapsed 已失效 is computed';
COMMENT ON COLUMN entry_version.kind IS 'kind of the entry, repeated here for the counting index';
COMMENT ON COLUMN entry_version.level IS 'city 市（厅）级 · province 省级 · ministry 部级 · national 国家级';
COMMENT ON COLUMN entry_version.subject_key IS 'what the same thing is: a keyed digest of a person, a patent number, a credit code …';
COMMENT ON COLUMN entry_version.region IS 'region to which it belongs, GB/T 2260';
COMMENT ON COLUMN entry_version.organization_id IS 'whose entry it is';
COMMENT ON COLUMN entry_version.title IS 'name of the person, project, standard, enterprise …';
COMMENT ON COLUMN entry_version.document_number IS 'the document or number that proves it';
COMMENT ON COLUMN entry_version.issuer IS 'who issued that document';
COMMENT ON COLUMN entry_version.since IS 'day from which the fact holds';
COMMENT ON COLUMN entry_version.until IS 'last day on which the fact holds; null: open';
COMMENT ON COLUMN entry_version.payload IS 'the further fields of the kind; identity numbers only masked';
COMMENT ON COLUMN entry_version.facet IS 'the one classification by which a counting rule may filter this kind';
COMMENT ON COLUMN entry_version.phases IS '批准筹建 → 建设 → 验收 → 授牌, each with day and document';
COMMENT ON COLUMN entry_version.counts_from IS 'first day on which it counts; null: it does not count';
COMMENT ON COLUMN entry_version.counts_to IS 'first day on which it counts no more (after until, or withdrawal)';
COMMENT ON COLUMN entry_version.opening IS 'came with an opening stock list';
COMMENT ON COLUMN entry_version.files IS 'evidence of this version';
COMMENT ON COLUMN entry_version.submitted_by IS 'who submitted what this version says';
COMMENT ON COLUMN entry_version.reviewed_by IS 'who reviewed it';
COMMENT ON COLUMN entry_version.accepted_by IS 'who accepted it';
GRANT SELECT, INSERT, UPDATE (superseded_at) ON entry_version TO tongheng_app;

CREATE TABLE entry_proposal (
  id uuid PRIMARY KEY,
  entry_id uuid NOT NULL REFERENCES entry (id),
  type text NOT NULL CONSTRAINT entry_proposal_type_is_known CHECK (type IN ('correction', 'phase')),
  on_version integer NOT NULL,
  content jsonb NOT NULL,
  subject_key text NOT NULL,
  reason text NOT NULL,
  document_number text NOT NULL,
  files uuid[] NOT NULL CONSTRAINT entry_proposal_has_evidence CHECK (cardinality(files) > 0),
  status text NOT NULL CONSTRAINT entry_proposal_status_is_known CHECK (status IN ('proposed', 'approved', 'refused')),
  proposed_by uuid NOT NULL REFERENCES person (id),
  proposed_at timestamptz NOT NULL,
  decided_by uuid REFERENCES person (id),
  decided_at timestamptz,
  decision_reason text,
  CONSTRAINT entry_proposal_is_decided_by_another CHECK (decided_by IS NULL OR decided_by <> proposed_by)
);
CREATE UNIQUE INDEX entry_proposal_one_open ON entry_proposal (entry_id) WHERE status = 'proposed';
CREATE INDEX entry_proposal_entry ON entry_proposal (entry_id, proposed_at);
COMMENT ON TABLE entry_proposal IS '更正与阶段申报：对已采信登记的变更，一人提出、另一人批准；原值保留在旧版本中。';
COMMENT ON COLUMN entry_proposal.status IS 'proposed 待审定 · approved 已批准 · refused 未批准';
COMMENT ON COLUMN entry_proposal.type IS 'correction 更正 · phase 阶段';
COMMENT ON COLUMN entry_proposal.on_version IS 'the version it would change';
COMMENT ON COLUMN entry_proposal.content IS 'the content after approval';
COMMENT ON COLUMN entry_proposal.subject_key IS 'subject key after approval';
COMMENT ON COLUMN entry_proposal.reason IS 'why';
COMMENT ON COLUMN entry_proposal.document_number IS 'the document that proves the change';
COMMENT ON COLUMN entry_proposal.files IS 'evidence of the change';
COMMENT ON COLUMN entry_proposal.decision_reason IS 'reason of the decision';
GRANT SELECT, INSERT, UPDATE (status, decided_by, decided_at, decision_reason) ON entry_proposal TO tongheng_app;

CREATE FUNCTION entry_counted(as_of date, known_at timestamptz)
RETURNS TABLE (entry_id uuid, version integer, kind text, level text, subject_key text, region text, organization_id uuid,
  counts_from date, counts_to date, opening boolean, facet text, payload jsonb)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT v.entry_id, v.version, v.kind, v.level, v.subject_key, v.region, v.organization_id,
    v.counts_from, v.counts_to, v.opening, v.facet, v.payload
  FROM entry_version v
  WHERE v.counts_from IS NOT NULL
    AND v.counts_from <= as_of AND (v.counts_to IS NULL OR v.counts_to > as_of)
    AND v.recorded_at <= known_at AND (v.superseded_at IS NULL OR v.superseded_at > known_at)
$$;
COMMENT ON FUNCTION entry_counted IS '某日计入、某时已知的登记：counts_from ≤ 当日 < counts_to，且 recorded_at ≤ 所知时刻 < superseded_at。分阶段的登记自授牌之日计入。';

CREATE FUNCTION indicator_entry_count(kind text, levels text[], filters jsonb, as_of date, known_at timestamptz,
  obtained_from date DEFAULT NULL, obtained_to date DEFAULT NULL)
RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT count(DISTINCT v.subject_key)
  FROM entry_version v
  WHERE v.kind = indicator_entry_count.kind AND v.counts_from IS NOT NULL
    AND v.counts_from <= as_of AND (v.counts_to IS NULL OR v.counts_to > as_of)
    AND v.recorded_at <= known_at AND (v.superseded_at IS NULL OR v.superseded_at > known_at)
    AND (levels IS NULL OR v.level = ANY (levels))
    AND (filters IS NULL OR filters = '{}' OR v.facet =
      coalesce(filters ->> 'programme', filters ->> 'centre', filters ->> 'field', filters ->> 'sector'))
    AND (obtained_from IS NULL OR v.counts_from >= obtained_from)
    AND (obtained_to IS NULL OR v.counts_from <= obtained_to)
$$;
COMMENT ON FUNCTION indicator_entry_count IS '登记类指标＝某日计入、某时已知的登记中不重复的主体数（同一人、同一专利、同一企业只计一次）；可按级别、分类（filters 取 programme、centre、field、sector 之一）筛选；计划期内新增的，另以取得之日（含首尾两日）为限。';

CREATE FUNCTION entry_is_recorded(kind text, levels text[], filters jsonb, known_at timestamptz)
RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (
    SELECT FROM entry_version v
    WHERE v.kind = entry_is_recorded.kind AND v.status IN ('accepted', 'withdrawn') AND v.accepted_by IS NOT NULL
      AND v.recorded_at <= known_at
      AND (levels IS NULL OR v.level = ANY (levels))
      AND (filters IS NULL OR filters = '{}' OR v.facet =
        coalesce(filters ->> 'programme', filters ->> 'centre', filters ->> 'field', filters ->> 'sector')))
$$;
COMMENT ON FUNCTION entry_is_recorded IS '是否已接入记录：某时已知有过采信的登记；没有的显示“未接入记录”，不显示为零。';

CREATE VIEW v_entry_phase AS
SELECT v.entry_id, v.version, v.kind, v.level, v.facet, v.region, v.recorded_at, v.superseded_at,
  phase.value ->> 'phase' AS phase, (phase.value ->> 'day')::date AS day, phase.value ->> 'documentNumber' AS document_number
FROM entry_version v CROSS JOIN LATERAL jsonb_array_elements(v.phases) AS phase
WHERE v.status = 'accepted';
COMMENT ON VIEW v_entry_phase IS '实验室、中心等已采信登记所经阶段：批准筹建、建设、验收、授牌的日期与文号。';
GRANT SELECT ON v_entry_phase TO tongheng_app;
