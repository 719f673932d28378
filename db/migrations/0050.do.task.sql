CREATE TABLE task_item (
  id uuid PRIMARY KEY,
  task text NOT NULL CONSTRAINT task_item_task_is_of_the_plan CHECK (task ~ '^[TS][0-9]{1,2}$'),
  title text NOT NULL,
  description text,
  result text NOT NULL,
  organization_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL,
  county text CONSTRAINT task_item_county_is_gb_2260 CHECK (county ~ '^[0-9]{6}$'),
  indicator text,
  start_on date NOT NULL,
  due_on date NOT NULL,
  first_due_on date NOT NULL,
  state text NOT NULL CONSTRAINT task_item_state_is_known CHECK (state IN ('planned', 'under-way', 'reported', 'returned', 'confirmed', 'withdrawn')),
  demonstration boolean NOT NULL DEFAULT false,
  person_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT task_item_is_due_after_it_begins CHECK (due_on >= start_on)
);
CREATE INDEX task_item_due ON task_item (due_on, id);
CREATE INDEX task_item_organization ON task_item (organization_id, due_on);
CREATE INDEX task_item_task ON task_item (task, due_on);
COMMENT ON TABLE task_item IS '任务分解事项：责任单位把规划的主要任务或保障措施分解成有期限、有可衡量成果的事项。是否逾期按日期计算，不存储。';
COMMENT ON COLUMN task_item.description IS 'what is to be done';
COMMENT ON COLUMN task_item.task IS 'T1–T13 or S1–S4 of the plan';
COMMENT ON COLUMN task_item.result IS 'the result by which one sees that it is done';
COMMENT ON COLUMN task_item.organization_id IS 'who carries it out';
COMMENT ON COLUMN task_item.region IS 'region of that organization, GB/T 2260';
COMMENT ON COLUMN task_item.county IS 'the county it is about, where it is about one';
COMMENT ON COLUMN task_item.indicator IS 'the indicator of the plan it serves, where it serves one';
COMMENT ON COLUMN task_item.due_on IS 'the due day in force';
COMMENT ON COLUMN task_item.first_due_on IS 'the due day it was begun with; granted extensions stand in task_extension';
COMMENT ON COLUMN task_item.state IS 'planned 已安排 · under-way 进行中 · reported 已报完成 · returned 已退回 · confirmed 已确认 · withdrawn 已撤销';
COMMENT ON COLUMN task_item.demonstration IS 'fictional record of the demonstration story';
COMMENT ON COLUMN task_item.person_id IS 'who recorded it';
GRANT SELECT, INSERT, UPDATE ON task_item TO tongheng_app;

CREATE TABLE task_partner (
  item_id uuid NOT NULL REFERENCES task_item (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  CONSTRAINT task_partner_once PRIMARY KEY (item_id, organization_id)
);
CREATE INDEX task_partner_organization ON task_partner (organization_id);
COMMENT ON TABLE task_partner IS '共同责任单位：与承担单位一同负责一个分解事项。';
COMMENT ON COLUMN task_partner.organization_id IS 'the organization that is responsible with the one that carries it out';
GRANT SELECT, INSERT ON task_partner TO tongheng_app;

CREATE TABLE task_report (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES task_item (id),
  done_on date NOT NULL,
  text text NOT NULL,
  obstacle text,
  finishing boolean NOT NULL,
  files uuid[] NOT NULL,
  organization_id uuid NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX task_report_item ON task_report (item_id, at);
COMMENT ON TABLE task_report IS '进展报告：说明做了什么并附证据；不填写百分比。';
COMMENT ON COLUMN task_report.done_on IS 'the day to which the report speaks';
COMMENT ON COLUMN task_report.text IS 'what was done';
COMMENT ON COLUMN task_report.obstacle IS 'what holds it up, in the body''s own words';
COMMENT ON COLUMN task_report.finishing IS 'the body reports the item as done';
COMMENT ON COLUMN task_report.files IS 'evidence, ids of file';
COMMENT ON COLUMN task_report.organization_id IS 'who reports';
GRANT SELECT, INSERT ON task_report TO tongheng_app;

CREATE TABLE task_review (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES task_item (id),
  report_id uuid NOT NULL REFERENCES task_report (id),
  verdict text NOT NULL CONSTRAINT task_review_verdict_is_known CHECK (verdict IN ('confirmed', 'returned')),
  reason text,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT task_review_once_per_report UNIQUE (report_id),
  CONSTRAINT task_review_returns_with_a_reason CHECK (verdict = 'confirmed' OR reason IS NOT NULL)
);
CREATE INDEX task_review_item ON task_review (item_id, at);
COMMENT ON TABLE task_review IS '完成情况审核：牵头部门对“已报完成”确认或退回。';
COMMENT ON COLUMN task_review.report_id IS 'the report it judges';
COMMENT ON COLUMN task_review.verdict IS 'confirmed 确认 · returned 退回';
GRANT SELECT, INSERT ON task_review TO tongheng_app;

CREATE TABLE task_extension (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES task_item (id),
  due_before date NOT NULL,
  due_asked date NOT NULL,
  reason text NOT NULL,
  files uuid[] NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  state text NOT NULL CONSTRAINT task_extension_state_is_known CHECK (state IN ('asked', 'granted', 'refused')),
  document_number text,
  answer text,
  decided_by uuid,
  decided_at timestamptz,
  CONSTRAINT task_extension_is_later CHECK (due_asked > due_before),
  CONSTRAINT task_extension_is_granted_by_document CHECK (state <> 'granted' OR document_number IS NOT NULL)
);
CREATE UNIQUE INDEX task_extension_one_open ON task_extension (item_id) WHERE state = 'asked';
CREATE INDEX task_extension_item ON task_extension (item_id, asked_at);
COMMENT ON TABLE task_extension IS '延期申请：理由、批准文号与原期限一并保留。';
COMMENT ON COLUMN task_extension.state IS 'asked 待批 · granted 已批准 · refused 未批准';
COMMENT ON COLUMN task_extension.due_before IS 'the due day when it was asked';
COMMENT ON COLUMN task_extension.due_asked IS 'the due day asked for';
COMMENT ON COLUMN task_extension.document_number IS 'document by which it was granted';
COMMENT ON COLUMN task_extension.answer IS 'reason of the decision';
GRANT SELECT, INSERT, UPDATE ON task_extension TO tongheng_app;

CREATE TABLE task_reminder (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES task_item (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  due_on date NOT NULL,
  stage text NOT NULL CONSTRAINT task_reminder_stage_is_known CHECK (stage IN ('due-30', 'due-7', 'late')),
  at timestamptz NOT NULL,
  seen_by uuid,
  seen_at timestamptz,
  CONSTRAINT task_reminder_once_per_stage UNIQUE (item_id, due_on, stage)
);
CREATE INDEX task_reminder_organization ON task_reminder (organization_id, at);
COMMENT ON TABLE task_reminder IS '到期提醒：每个期限的每个阶段只提醒一次，显示在承担单位的待办中。';
COMMENT ON COLUMN task_reminder.due_on IS 'the due day it reminds of; an extension begins anew';
COMMENT ON COLUMN task_reminder.stage IS 'due-30 三十日内到期 · due-7 七日内到期 · late 逾期';
COMMENT ON COLUMN task_reminder.seen_at IS 'when the body took note of it';
GRANT SELECT, INSERT, UPDATE ON task_reminder TO tongheng_app;

CREATE TABLE task_lead (
  id uuid PRIMARY KEY,
  task text NOT NULL,
  organization_id uuid REFERENCES organization (id),
  document_number text NOT NULL,
  valid_from date NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX task_lead_task ON task_lead (task, valid_from);
COMMENT ON TABLE task_lead IS '牵头单位：原文只列责任单位，牵头只能由后来的文件指定，系统不推断。';
COMMENT ON COLUMN task_lead.task IS 'id of the task in the plan document';
COMMENT ON COLUMN task_lead.organization_id IS 'the lead; null: the document ends the designation';
COMMENT ON COLUMN task_lead.document_number IS 'the document that designates';
COMMENT ON COLUMN task_lead.valid_from IS 'from this day';
GRANT SELECT, INSERT ON task_lead TO tongheng_app;

CREATE TABLE task_letter (
  id uuid PRIMARY KEY,
  kind text NOT NULL CONSTRAINT task_letter_kind_is_known CHECK (kind IN ('reminder', 'supervision')),
  organization_id uuid NOT NULL REFERENCES organization (id),
  facts jsonb NOT NULL,
  state text NOT NULL CONSTRAINT task_letter_state_is_known CHECK (state IN ('drafted', 'issued', 'discarded')),
  office text,
  document_number text CONSTRAINT task_letter_number_has_its_year CHECK (document_number ~ '〔[0-9]{4}〕'),
  signed_by text,
  issued_on date,
  reason text,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT task_letter_number_once UNIQUE (document_number),
  CONSTRAINT task_letter_is_issued_whole CHECK
    (state <> 'issued' OR (document_number IS NOT NULL AND signed_by IS NOT NULL AND office IS NOT NULL AND issued_on IS NOT NULL))
);
CREATE INDEX task_letter_organization ON task_letter (organization_id, at);
COMMENT ON TABLE task_letter IS '提醒函与督办单：程序按事实起草，由主管单位签发后才生效。';
COMMENT ON COLUMN task_letter.kind IS 'reminder 提醒函 · supervision 督办单';
COMMENT ON COLUMN task_letter.organization_id IS 'to whom';
COMMENT ON COLUMN task_letter.facts IS 'the items with due day, days late and last report as they stood when it was drafted';
COMMENT ON COLUMN task_letter.state IS 'drafted 草稿 · issued 已签发 · discarded 已作废';
COMMENT ON COLUMN task_letter.office IS 'the office that signs';
COMMENT ON COLUMN task_letter.document_number IS '文号 with its year in brackets';
COMMENT ON COLUMN task_letter.signed_by IS 'the person who signed, as on the paper';
COMMENT ON COLUMN task_letter.reason IS 'why it was discarded';
GRANT SELECT, INSERT, UPDATE ON task_letter TO tongheng_app;

CREATE TABLE task_letter_version (
  letter_id uuid NOT NULL REFERENCES task_letter (id),
  version int NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT task_letter_version_once PRIMARY KEY (letter_id, version)
);
COMMENT ON TABLE task_letter_version IS '函稿版本：程序起草的第1版与此后每次修改都保留。';
COMMENT ON COLUMN task_letter_version.version IS '1 is the program''s draft';
GRANT SELECT, INSERT ON task_letter_version TO tongheng_app;
