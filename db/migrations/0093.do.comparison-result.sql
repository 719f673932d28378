-- Sealed results of a comparison: first a commitment, after the deadline its opening; evaluation, report, comments, corrective action.
CREATE TABLE comparison_commitment (
  id uuid PRIMARY KEY,
  comparison_id uuid NOT NULL REFERENCES comparison (id),
  member_id uuid NOT NULL REFERENCES comparison_member (id),
  number integer NOT NULL,
  digest text NOT NULL CONSTRAINT comparison_commitment_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'),
  keeping text NOT NULL CONSTRAINT comparison_commitment_keeping_is_known CHECK (keeping IN ('own', 'entrusted')),
  sealed text,
  reason text,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT comparison_commitment_once UNIQUE (member_id, number),
  CONSTRAINT comparison_commitment_digest_once UNIQUE (comparison_id, digest),
  CONSTRAINT comparison_commitment_entrusted_is_sealed CHECK ((keeping = 'entrusted') = (sealed IS NOT NULL)),
  CONSTRAINT comparison_commitment_is_replaced_for_a_reason CHECK ((number = 1) = (reason IS NULL))
);
COMMENT ON TABLE comparison_commitment IS '结果承诺：参比实验室在截止前提交的结果摘要（SHA-256，含随机数）；截止前可说明理由重新提交，以最后一份为准，各份均留存。';
COMMENT ON COLUMN comparison_commitment.number IS 'counts the commitments of a laboratory; the last one holds';
COMMENT ON COLUMN comparison_commitment.digest IS 'SHA-256 of the canonical JSON of round, laboratory, results and nonce';
COMMENT ON COLUMN comparison_commitment.keeping IS 'own 本机构自存原文 · entrusted 加密托管于本平台';
COMMENT ON COLUMN comparison_commitment.sealed IS 'the content, encrypted under the master key that stands outside the database; null: only the laboratory has it';
COMMENT ON COLUMN comparison_commitment.reason IS 'why an earlier one is replaced';
GRANT SELECT, INSERT ON comparison_commitment TO tongheng_app;

CREATE TABLE comparison_reveal (
  id uuid PRIMARY KEY,
  comparison_id uuid NOT NULL REFERENCES comparison (id),
  member_id uuid NOT NULL REFERENCES comparison_member (id),
  commitment_id uuid NOT NULL REFERENCES comparison_commitment (id),
  matches boolean NOT NULL,
  digest text NOT NULL CONSTRAINT comparison_reveal_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'),
  sealed text,
  person_id uuid REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT comparison_reveal_keeps_what_matches CHECK (matches = (sealed IS NOT NULL))
);
CREATE UNIQUE INDEX comparison_reveal_once ON comparison_reveal (member_id) WHERE matches;
CREATE INDEX comparison_reveal_comparison ON comparison_reveal (comparison_id, at);
COMMENT ON TABLE comparison_reveal IS '结果揭示：截止后公开原文并与承诺核对；不相符的不予接受，仍留存记录。全部揭示或揭示期满前，原文加密保存，任何人不可见。';
COMMENT ON COLUMN comparison_reveal.matches IS 'the content has the digest that was committed';
COMMENT ON COLUMN comparison_reveal.digest IS 'SHA-256 of what was revealed';
COMMENT ON COLUMN comparison_reveal.sealed IS 'the content, encrypted; null: refused, not kept';
COMMENT ON COLUMN comparison_reveal.person_id IS 'who revealed it; null: the platform, of what was entrusted to it';
GRANT SELECT, INSERT ON comparison_reveal TO tongheng_app;

CREATE TABLE comparison_evaluation (
  id uuid PRIMARY KEY,
  comparison_id uuid NOT NULL REFERENCES comparison (id),
  number integer NOT NULL,
  exclusions jsonb NOT NULL,
  outcome jsonb NOT NULL,
  note text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT comparison_evaluation_once UNIQUE (comparison_id, number)
);
COMMENT ON TABLE comparison_evaluation IS '比对评价：参考值、比分数与结论；重新计算另存一份，以最后一份为准。';
COMMENT ON COLUMN comparison_evaluation.number IS 'counts the evaluations of a round; the last one holds';
COMMENT ON COLUMN comparison_evaluation.exclusions IS 'numbers that were left out of the reference value, each with the reason';
COMMENT ON COLUMN comparison_evaluation.outcome IS 'reference values, scores, verdicts and flags, decimals as text';
COMMENT ON COLUMN comparison_evaluation.note IS 'what the pilot laboratory says of it in the report';
GRANT SELECT, INSERT ON comparison_evaluation TO tongheng_app;

CREATE TABLE comparison_verdict (
  member_id uuid NOT NULL REFERENCES comparison_member (id),
  evaluation_id uuid NOT NULL REFERENCES comparison_evaluation (id),
  result text NOT NULL CONSTRAINT comparison_verdict_result_is_known CHECK (result IN ('satisfactory', 'questionable', 'unsatisfactory', 'reference', 'not-scored', 'unusable', 'unrevealed', 'missed')),
  PRIMARY KEY (evaluation_id, member_id)
);
CREATE INDEX comparison_verdict_member ON comparison_verdict (member_id);
COMMENT ON TABLE comparison_verdict IS '一次评价对每个参比实验室的总结论。';
COMMENT ON COLUMN comparison_verdict.result IS 'satisfactory 满意 · questionable 有问题 · unsatisfactory 不满意 · reference 提供参考值 · not-scored 未评分 · unusable 结果无法使用 · unrevealed 未揭示 · missed 未提交';
GRANT SELECT, INSERT ON comparison_verdict TO tongheng_app;

CREATE TABLE comparison_comment (
  id uuid PRIMARY KEY,
  comparison_id uuid NOT NULL REFERENCES comparison (id),
  member_id uuid NOT NULL REFERENCES comparison_member (id),
  kind text NOT NULL CONSTRAINT comparison_comment_kind_is_known CHECK (kind IN ('agreed', 'objection')),
  text text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  answer text,
  answered_by uuid REFERENCES person (id),
  answered_at timestamptz,
  CONSTRAINT comparison_comment_is_answered_by_somebody CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
);
CREATE INDEX comparison_comment_comparison ON comparison_comment (comparison_id, at);
CREATE UNIQUE INDEX comparison_comment_agreed_once ON comparison_comment (member_id) WHERE kind = 'agreed';
COMMENT ON TABLE comparison_comment IS '参比实验室对报告征求意见稿的意见及主导实验室或组织方的答复。';
COMMENT ON COLUMN comparison_comment.kind IS 'agreed 无意见 · objection 有意见';
COMMENT ON COLUMN comparison_comment.answer IS 'what the pilot laboratory or the organiser answered';
GRANT SELECT, INSERT ON comparison_comment TO tongheng_app;
GRANT UPDATE (answer, answered_by, answered_at) ON comparison_comment TO tongheng_app;

CREATE TABLE comparison_correction (
  id uuid PRIMARY KEY,
  comparison_id uuid NOT NULL REFERENCES comparison (id),
  member_id uuid NOT NULL REFERENCES comparison_member (id),
  demand text NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL CONSTRAINT comparison_correction_state_is_known CHECK (state IN ('demanded', 'submitted', 'returned', 'closed')),
  cause text,
  action text,
  evidence text,
  files uuid[] NOT NULL,
  submitted_at timestamptz,
  submitted_by uuid REFERENCES person (id),
  decision_reason text,
  decided_at timestamptz,
  decided_by uuid REFERENCES person (id),
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT comparison_correction_once UNIQUE (comparison_id, member_id),
  CONSTRAINT comparison_correction_submitted_is_whole CHECK (state = 'demanded' OR (cause IS NOT NULL AND action IS NOT NULL AND evidence IS NOT NULL AND submitted_at IS NOT NULL))
);
CREATE INDEX comparison_correction_member ON comparison_correction (member_id);
COMMENT ON TABLE comparison_correction IS '整改：组织方要求，参比实验室报原因、措施与证明，组织方认可后办结。';
COMMENT ON COLUMN comparison_correction.demand IS 'what the organiser asks for';
COMMENT ON COLUMN comparison_correction.state IS 'demanded 待整改 · submitted 已报整改 · returned 退回补充 · closed 整改办结';
COMMENT ON COLUMN comparison_correction.cause IS 'why the result was not satisfactory, as the laboratory found';
COMMENT ON COLUMN comparison_correction.action IS 'what the laboratory did';
COMMENT ON COLUMN comparison_correction.evidence IS 'what proves it';
COMMENT ON COLUMN comparison_correction.decision_reason IS 'why it was closed or sent back';
COMMENT ON COLUMN comparison_correction.person_id IS 'who demanded it';
GRANT SELECT, INSERT ON comparison_correction TO tongheng_app;
GRANT UPDATE (state, cause, action, evidence, files, submitted_at, submitted_by, decision_reason, decided_at, decided_by) ON comparison_correction TO tongheng_app;
