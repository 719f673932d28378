CREATE TABLE assessment_briefing (
  id uuid PRIMARY KEY,
  held_on date NOT NULL,
  level text NOT NULL CONSTRAINT assessment_briefing_level_is_known CHECK (level IN ('city', 'county')),
  region text NOT NULL CONSTRAINT assessment_briefing_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  organization_id uuid NOT NULL REFERENCES organization (id),
  addressee text NOT NULL,
  topic text NOT NULL,
  summary text NOT NULL,
  files uuid[] NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  person_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX assessment_briefing_day ON assessment_briefing (held_on, id);
COMMENT ON TABLE assessment_briefing IS '计量工作情况汇报（保障措施（一）：定期听取计量工作情况汇报），附会议纪要。';
COMMENT ON COLUMN assessment_briefing.topic IS 'what it was about';
COMMENT ON COLUMN assessment_briefing.summary IS 'what was said, in short';
COMMENT ON COLUMN assessment_briefing.held_on IS 'the day it was held';
COMMENT ON COLUMN assessment_briefing.level IS 'city 市级 · county 县级';
COMMENT ON COLUMN assessment_briefing.region IS 'whose government heard it, GB/T 2260';
COMMENT ON COLUMN assessment_briefing.organization_id IS 'who briefed';
COMMENT ON COLUMN assessment_briefing.addressee IS 'to whom, e.g. 市政府常务会议';
COMMENT ON COLUMN assessment_briefing.files IS 'minutes, ids of file';
COMMENT ON COLUMN assessment_briefing.demonstration IS 'fictional record of the demonstration story';
GRANT SELECT, INSERT ON assessment_briefing TO tongheng_app;

CREATE TABLE assessment_issue (
  id uuid PRIMARY KEY,
  briefing_id uuid NOT NULL REFERENCES assessment_briefing (id),
  ordinal int NOT NULL,
  text text NOT NULL,
  CONSTRAINT assessment_issue_once_per_place UNIQUE (briefing_id, ordinal)
);
COMMENT ON TABLE assessment_issue IS '汇报中提出的问题';
COMMENT ON COLUMN assessment_issue.ordinal IS 'its place in the minutes, from 1';
GRANT SELECT, INSERT ON assessment_issue TO tongheng_app;

CREATE TABLE assessment_follow_up (
  id uuid PRIMARY KEY,
  issue_id uuid NOT NULL REFERENCES assessment_issue (id),
  item_id uuid REFERENCES task_item (id),
  text text NOT NULL,
  settled boolean NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX assessment_follow_up_issue ON assessment_follow_up (issue_id, at);
CREATE INDEX assessment_follow_up_item ON assessment_follow_up (item_id);
COMMENT ON TABLE assessment_follow_up IS '问题的落实：转为分解事项，或说明办理结果。';
COMMENT ON COLUMN assessment_follow_up.item_id IS 'the work item that takes it up';
COMMENT ON COLUMN assessment_follow_up.settled IS 'the issue is settled by this';
GRANT SELECT, INSERT ON assessment_follow_up TO tongheng_app;

CREATE TABLE assessment_evaluation (
  id uuid PRIMARY KEY,
  plan_id text NOT NULL,
  title text NOT NULL,
  as_of date NOT NULL,
  state text NOT NULL CONSTRAINT assessment_evaluation_state_is_known CHECK (state IN ('drafted', 'submitted', 'reviewed', 'adopted')),
  submitted_by uuid,
  document_number text CONSTRAINT assessment_evaluation_number_once UNIQUE,
  adopted_on date,
  demonstration boolean NOT NULL DEFAULT false,
  person_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT assessment_evaluation_is_adopted_by_document CHECK (state <> 'adopted' OR (document_number IS NOT NULL AND adopted_on IS NOT NULL))
);
COMMENT ON TABLE assessment_evaluation IS '终期评估：逐项指标与任务的评估意见、经验教训，按版本保留。';
COMMENT ON COLUMN assessment_evaluation.plan_id IS 'which plan file';
COMMENT ON COLUMN assessment_evaluation.as_of IS 'the day the figures are of';
COMMENT ON COLUMN assessment_evaluation.state IS 'drafted 起草中 · submitted 已提交 · reviewed 已审核 · adopted 已通过';
COMMENT ON COLUMN assessment_evaluation.submitted_by IS 'who submitted it last; another person reviews it';
COMMENT ON COLUMN assessment_evaluation.document_number IS 'the document by which it was adopted';
GRANT SELECT, INSERT, UPDATE ON assessment_evaluation TO tongheng_app;

CREATE TABLE assessment_version (
  evaluation_id uuid NOT NULL REFERENCES assessment_evaluation (id),
  version int NOT NULL,
  summary text NOT NULL,
  lessons text NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT assessment_version_once PRIMARY KEY (evaluation_id, version)
);
COMMENT ON TABLE assessment_version IS '终期评估的版本：每次保存为新的一版，旧版不改。';
COMMENT ON COLUMN assessment_version.version IS 'counted from 1';
COMMENT ON COLUMN assessment_version.summary IS 'the evaluation in short';
COMMENT ON COLUMN assessment_version.lessons IS '经验教训与对下一轮规划的建议';
GRANT SELECT, INSERT ON assessment_version TO tongheng_app;

CREATE TABLE assessment_finding (
  evaluation_id uuid NOT NULL,
  version int NOT NULL,
  subject text NOT NULL,
  result text CONSTRAINT assessment_finding_result_is_known CHECK (result IN ('achieved', 'partly', 'not-achieved')),
  text text NOT NULL,
  CONSTRAINT assessment_finding_once PRIMARY KEY (evaluation_id, version, subject),
  CONSTRAINT assessment_finding_of_a_version FOREIGN KEY (evaluation_id, version) REFERENCES assessment_version (evaluation_id, version)
);
COMMENT ON TABLE assessment_finding IS '评估意见：一个指标或一项任务一条。';
COMMENT ON COLUMN assessment_finding.subject IS 'G1-1 … G4-4, T1 … T13, S1 … S4';
COMMENT ON COLUMN assessment_finding.result IS 'of a task; an indicator''s state is computed and not chosen';
GRANT SELECT, INSERT ON assessment_finding TO tongheng_app;

CREATE TABLE assessment_figure (
  evaluation_id uuid NOT NULL REFERENCES assessment_evaluation (id),
  version int NOT NULL,
  indicator text NOT NULL,
  value numeric,
  target numeric NOT NULL,
  state text NOT NULL,
  reached_on date,
  as_of date NOT NULL,
  known_at timestamptz NOT NULL,
  snapshot_id uuid,
  frozen_at timestamptz NOT NULL,
  CONSTRAINT assessment_figure_once PRIMARY KEY (evaluation_id, version, indicator)
);
COMMENT ON TABLE assessment_figure IS '提交评估时固定的指标数值，此后记录变动不改变它。';
COMMENT ON COLUMN assessment_figure.version IS 'version of the evaluation that it belongs to';
COMMENT ON COLUMN assessment_figure.indicator IS 'id of the indicator in the plan document';
COMMENT ON COLUMN assessment_figure.target IS 'the target at that time';
COMMENT ON COLUMN assessment_figure.as_of IS 'the day that the figure speaks of';
COMMENT ON COLUMN assessment_figure.value IS 'null: not recorded, which is not zero';
COMMENT ON COLUMN assessment_figure.state IS 'state of the indicator as computed';
COMMENT ON COLUMN assessment_figure.known_at IS 'what was known then; with as_of it can be recomputed';
COMMENT ON COLUMN assessment_figure.snapshot_id IS 'the frozen snapshot it was taken from; null: computed at submission';
GRANT SELECT, INSERT ON assessment_figure TO tongheng_app;

CREATE TABLE assessment_practice (
  id uuid PRIMARY KEY,
  region text NOT NULL CONSTRAINT assessment_practice_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  organization_id uuid NOT NULL REFERENCES organization (id),
  task text NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  files uuid[] NOT NULL,
  state text NOT NULL CONSTRAINT assessment_practice_state_is_known CHECK (state IN ('proposed', 'reviewed', 'recognised', 'declined')),
  opinion text,
  document_number text,
  reviewed_by uuid,
  demonstration boolean NOT NULL DEFAULT false,
  person_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT assessment_practice_is_recognised_by_document CHECK (state <> 'recognised' OR document_number IS NOT NULL)
);
CREATE INDEX assessment_practice_region ON assessment_practice (region, recorded_at);
COMMENT ON TABLE assessment_practice IS '典型做法（保障措施（四）：创新方法路径、提升能力水平、助推产业发展的典型做法）。';
COMMENT ON COLUMN assessment_practice.organization_id IS 'whose practice it is';
COMMENT ON COLUMN assessment_practice.task IS 'the task it serves';
COMMENT ON COLUMN assessment_practice.state IS 'proposed 已推荐 · reviewed 已审核 · recognised 已认定 · declined 未采纳';
COMMENT ON COLUMN assessment_practice.opinion IS 'opinion of the review, or why it was declined';
GRANT SELECT, INSERT, UPDATE ON assessment_practice TO tongheng_app;

CREATE TABLE assessment_commendation (
  id uuid PRIMARY KEY,
  document_number text NOT NULL,
  issued_on date NOT NULL,
  organization_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL,
  practice_id uuid REFERENCES assessment_practice (id),
  basis text NOT NULL CONSTRAINT assessment_commendation_rests_on_a_safeguard CHECK (basis ~ '^S[0-9]$'),
  text text NOT NULL,
  files uuid[] NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  person_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT assessment_commendation_once UNIQUE (document_number, organization_id)
);
COMMENT ON TABLE assessment_commendation IS '褒奖：以文件为凭，依据保障措施（四）。';
COMMENT ON COLUMN assessment_commendation.organization_id IS 'who is commended';
COMMENT ON COLUMN assessment_commendation.practice_id IS 'for which recognised practice, where it is for one';
COMMENT ON COLUMN assessment_commendation.basis IS 'the safeguard of the plan it rests on';
GRANT SELECT, INSERT ON assessment_commendation TO tongheng_app;
