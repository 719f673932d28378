-- Comparisons 计量比对 (计量比对管理办法, SAMR Order 69; JJF 1117-2010): an authority organises a round, a pilot laboratory carries it out,
-- institutes take part; protocol, route and hand-overs of the travelling standard.
CREATE TABLE comparison (
  id uuid PRIMARY KEY,
  organizer_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL CONSTRAINT comparison_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  title text NOT NULL,
  quantity text NOT NULL,
  regulation text,
  instrument_kind text,
  duty text NOT NULL CONSTRAINT comparison_duty_is_known CHECK (duty IN ('mandatory', 'voluntary')),
  document_number text NOT NULL,
  aim text NOT NULL,
  pilot_way text NOT NULL CONSTRAINT comparison_pilot_way_is_known CHECK (pilot_way IN ('open-call', 'designated')),
  call_until date,
  pilot_id uuid REFERENCES organization (id),
  pilot_reason text,
  follows_id uuid REFERENCES comparison (id),
  state text NOT NULL CONSTRAINT comparison_state_is_known CHECK (state IN ('drafted', 'announced', 'under-way', 'commenting', 'final', 'closed', 'cancelled')),
  version integer NOT NULL DEFAULT 1,
  commit_until timestamptz,
  reveal_until timestamptz,
  comment_until date,
  sealed_at timestamptz,
  commitments_digest text CONSTRAINT comparison_commitments_digest_is_sha256 CHECK (commitments_digest ~ '^[0-9a-f]{64}$'),
  revealed_at timestamptz,
  final_at timestamptz,
  names_published_at timestamptz,
  names_document_number text,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT comparison_call_has_an_end CHECK ((pilot_way = 'open-call') = (call_until IS NOT NULL)),
  CONSTRAINT comparison_reveals_after_it_commits CHECK (reveal_until > commit_until),
  CONSTRAINT comparison_under_way_has_its_dates CHECK (state IN ('drafted', 'announced', 'cancelled') OR (pilot_id IS NOT NULL AND commit_until IS NOT NULL AND reveal_until IS NOT NULL)),
  CONSTRAINT comparison_sealed_has_its_digest CHECK ((sealed_at IS NULL) = (commitments_digest IS NULL))
);
CREATE INDEX comparison_region ON comparison (region, recorded_at DESC, id DESC);
CREATE INDEX comparison_organizer ON comparison (organizer_id);
CREATE INDEX comparison_pilot ON comparison (pilot_id);
CREATE INDEX comparison_follows ON comparison (follows_id) WHERE follows_id IS NOT NULL;
COMMENT ON TABLE comparison IS '计量比对：计量行政部门组织的一次比对，由主导实验室实施、参比实验室参加（计量比对管理办法，JJF 1117）。';
COMMENT ON COLUMN comparison.organizer_id IS 'the authority that organises it';
COMMENT ON COLUMN comparison.quantity IS 'what is compared, such as mass or pressure';
COMMENT ON COLUMN comparison.regulation IS 'regulation of the item without its year; null: none of this program';
COMMENT ON COLUMN comparison.instrument_kind IS 'kind of instrument of the ledger that the item serves; null: none';
COMMENT ON COLUMN comparison.duty IS 'mandatory 强制参加 · voluntary 自愿参加';
COMMENT ON COLUMN comparison.aim IS 'why it is held and what of it';
COMMENT ON COLUMN comparison.pilot_way IS 'open-call 公开征集 · designated 指定';
COMMENT ON COLUMN comparison.call_until IS 'last day of the call for a pilot laboratory';
COMMENT ON COLUMN comparison.pilot_id IS 'the pilot laboratory 主导实验室';
COMMENT ON COLUMN comparison.pilot_reason IS 'why this laboratory was chosen';
COMMENT ON COLUMN comparison.follows_id IS 'the round that this one follows up';
COMMENT ON COLUMN comparison.state IS 'drafted 拟定 · announced 已通知 · under-way 实施中 · commenting 征求意见 · final 已定稿 · closed 已办结 · cancelled 已取消';
COMMENT ON COLUMN comparison.version IS 'counts every change, so that two people do not overwrite each other';
COMMENT ON COLUMN comparison.commit_until IS 'until this instant results are sealed';
COMMENT ON COLUMN comparison.reveal_until IS 'until this instant sealed results are revealed; then all are opened';
COMMENT ON COLUMN comparison.comment_until IS 'last day for comments on the draft report';
COMMENT ON COLUMN comparison.sealed_at IS 'when the commitments were closed';
COMMENT ON COLUMN comparison.commitments_digest IS 'SHA-256 of the canonical list of all commitments at that moment';
COMMENT ON COLUMN comparison.revealed_at IS 'when the last of the sealed results was revealed; null: not all are';
COMMENT ON COLUMN comparison.names_published_at IS 'when the organiser decided to publish the names beside the numbers';
COMMENT ON COLUMN comparison.names_document_number IS 'the decision by which the names are published';
GRANT SELECT, INSERT ON comparison TO tongheng_app;
GRANT UPDATE (title, quantity, regulation, instrument_kind, duty, document_number, aim, pilot_way, call_until, pilot_id, pilot_reason, state, version, commit_until, reveal_until, comment_until, sealed_at, commitments_digest, revealed_at, final_at, names_published_at, names_document_number) ON comparison TO tongheng_app;

CREATE TABLE comparison_member (
  id uuid PRIMARY KEY,
  comparison_id uuid NOT NULL REFERENCES comparison (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  duty text NOT NULL CONSTRAINT comparison_member_duty_is_known CHECK (duty IN ('mandatory', 'voluntary')),
  grounds jsonb NOT NULL,
  code integer CONSTRAINT comparison_member_code_is_counted CHECK (code BETWEEN 1 AND 999),
  state text NOT NULL CONSTRAINT comparison_member_state_is_known CHECK (state IN ('confirmed', 'excused', 'withdrawn')),
  ended_at timestamptz,
  ended_by uuid REFERENCES person (id),
  end_reason text,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  CONSTRAINT comparison_member_once UNIQUE (comparison_id, organization_id),
  CONSTRAINT comparison_member_code_once UNIQUE (comparison_id, code),
  CONSTRAINT comparison_member_ends_with_a_reason CHECK ((state = 'confirmed') = (ended_at IS NULL) AND (ended_at IS NULL) = (end_reason IS NULL))
);
CREATE INDEX comparison_member_organization ON comparison_member (organization_id);
COMMENT ON TABLE comparison_member IS '参比实验室：经组织方确认参加一次比对的机构；编号随机抽取，名称与编号的对应只有组织方和本机构可见。';
COMMENT ON COLUMN comparison_member.organization_id IS 'the laboratory';
COMMENT ON COLUMN comparison_member.duty IS 'mandatory 应当参加 · voluntary 自愿参加';
COMMENT ON COLUMN comparison_member.grounds IS 'why it has to take part, as the registers had it on that day: measurement standards and designations';
COMMENT ON COLUMN comparison_member.code IS 'its number in the report, drawn by lot at the start; null: not drawn yet';
COMMENT ON COLUMN comparison_member.state IS 'confirmed 已确认 · excused 准予不参加 · withdrawn 已退出';
COMMENT ON COLUMN comparison_member.end_reason IS 'why it does not take part';
COMMENT ON COLUMN comparison_member.person_id IS 'who confirmed it for the organiser';
GRANT SELECT, INSERT ON comparison_member TO tongheng_app;
GRANT UPDATE (duty, grounds, code, state, ended_at, ended_by, end_reason) ON comparison_member TO tongheng_app;

CREATE TABLE comparison_proposal (
  id uuid PRIMARY KEY,
  comparison_id uuid NOT NULL REFERENCES comparison (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  text text NOT NULL,
  files uuid[] NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT comparison_proposal_once UNIQUE (comparison_id, organization_id)
);
CREATE INDEX comparison_proposal_organization ON comparison_proposal (organization_id);
COMMENT ON TABLE comparison_proposal IS '主导实验室申报：机构响应公开征集提交的比对方案。';
COMMENT ON COLUMN comparison_proposal.organization_id IS 'the laboratory that offers to be the pilot';
GRANT SELECT, INSERT ON comparison_proposal TO tongheng_app;

CREATE TABLE comparison_protocol (
  id uuid PRIMARY KEY,
  comparison_id uuid NOT NULL REFERENCES comparison (id),
  number integer NOT NULL,
  content jsonb NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT comparison_protocol_once UNIQUE (comparison_id, number)
);
COMMENT ON TABLE comparison_protocol IS '比对实施方案的各稿：传递标准、路线、测量点、测量与报告要求、参考值和评价方法、期限；最后一稿有效，开始实施后不再更改。';
COMMENT ON COLUMN comparison_protocol.number IS 'counts the drafts of a round';
COMMENT ON COLUMN comparison_protocol.content IS 'travelling standard, route, points, instructions, method and dates, as the contract of the slice has them';
GRANT SELECT, INSERT ON comparison_protocol TO tongheng_app;

CREATE TABLE comparison_handover (
  id uuid PRIMARY KEY,
  comparison_id uuid NOT NULL REFERENCES comparison (id),
  position integer NOT NULL,
  artefact text NOT NULL,
  from_id uuid NOT NULL REFERENCES organization (id),
  to_id uuid NOT NULL REFERENCES organization (id),
  planned_on date NOT NULL,
  sent_at timestamptz,
  sent_by uuid REFERENCES person (id),
  sent_condition text,
  received_at timestamptz,
  received_by uuid REFERENCES person (id),
  arrival text CONSTRAINT comparison_handover_arrival_is_known CHECK (arrival IN ('intact', 'doubtful', 'damaged')),
  arrival_note text,
  temperature text,
  humidity text,
  CONSTRAINT comparison_handover_once UNIQUE (comparison_id, position),
  CONSTRAINT comparison_handover_leaves_for_another_place CHECK (from_id <> to_id),
  CONSTRAINT comparison_handover_is_sent_before_it_arrives CHECK (received_at IS NULL OR sent_at IS NOT NULL),
  CONSTRAINT comparison_handover_is_signed_by_both CHECK ((sent_at IS NULL) = (sent_by IS NULL) AND (received_at IS NULL) = (received_by IS NULL) AND (received_at IS NULL) = (arrival IS NULL))
);
CREATE INDEX comparison_handover_from ON comparison_handover (from_id, planned_on);
CREATE INDEX comparison_handover_to ON comparison_handover (to_id, planned_on);
COMMENT ON TABLE comparison_handover IS '传递标准的一次交接：计划日期，交方和接方先后签署，到达时的状态与环境。';
COMMENT ON COLUMN comparison_handover.position IS 'order along the route';
COMMENT ON COLUMN comparison_handover.artefact IS 'serial number of the travelling standard';
COMMENT ON COLUMN comparison_handover.sent_condition IS 'condition and accessories as the sender signed for them';
COMMENT ON COLUMN comparison_handover.arrival IS 'intact 完好 · doubtful 存疑 · damaged 损坏';
COMMENT ON COLUMN comparison_handover.arrival_note IS 'what the receiver found';
COMMENT ON COLUMN comparison_handover.temperature IS 'at the arrival, °C; null: not recorded';
COMMENT ON COLUMN comparison_handover.humidity IS 'at the arrival, % relative humidity; null: not recorded';
GRANT SELECT, INSERT ON comparison_handover TO tongheng_app;
GRANT UPDATE (sent_at, sent_by, sent_condition, received_at, received_by, arrival, arrival_note, temperature, humidity) ON comparison_handover TO tongheng_app;

CREATE TABLE comparison_artefact_check (
  id uuid PRIMARY KEY,
  comparison_id uuid NOT NULL REFERENCES comparison (id),
  kind text NOT NULL CONSTRAINT comparison_artefact_check_kind_is_known CHECK (kind IN ('homogeneity', 'stability')),
  point text NOT NULL,
  input jsonb NOT NULL,
  outcome jsonb NOT NULL,
  acceptable boolean NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL
);
CREATE INDEX comparison_artefact_check_comparison ON comparison_artefact_check (comparison_id, at);
COMMENT ON TABLE comparison_artefact_check IS '传递标准或样品的均匀性、稳定性检验（ISO 13528 附录 B），数据与结论。';
COMMENT ON COLUMN comparison_artefact_check.kind IS 'homogeneity 均匀性 · stability 稳定性';
COMMENT ON COLUMN comparison_artefact_check.point IS 'the point of the protocol that was checked';
COMMENT ON COLUMN comparison_artefact_check.input IS 'readings and the standard deviation for assessment, decimals as text';
COMMENT ON COLUMN comparison_artefact_check.outcome IS 'what was computed';
COMMENT ON COLUMN comparison_artefact_check.acceptable IS 'homogeneous or stable enough, by the expanded criterion';
GRANT SELECT, INSERT ON comparison_artefact_check TO tongheng_app;
