-- The schema that the migrations give, printed from the database by `npm run generate`.
-- It is read, not run: db/migrations is what runs. Comments of tables and columns stand beside them.

-- 计量工作情况汇报（保障措施（一）：定期听取计量工作情况汇报），附会议纪要。
CREATE TABLE assessment_briefing (
  id uuid NOT NULL,
  held_on date NOT NULL,                             -- the day it was held
  level text NOT NULL,                               -- city 市级 · county 县级
  region text NOT NULL,                              -- whose government heard it, GB/T 2260
  organization_id uuid NOT NULL,                     -- who briefed
  addressee text NOT NULL,                           -- to whom, e.g. 市政府常务会议
  topic text NOT NULL,                               -- what it was about
  summary text NOT NULL,                             -- what was said, in short
  files uuid[] NOT NULL,                             -- minutes, ids of file
  demonstration boolean NOT NULL DEFAULT false,      -- fictional record of the demonstration story
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT assessment_briefing_pkey PRIMARY KEY (id),
  CONSTRAINT assessment_briefing_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT assessment_briefing_level_is_known CHECK (level = ANY (ARRAY['city'::text, 'county'::text])),
  CONSTRAINT assessment_briefing_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text)
);
CREATE INDEX assessment_briefing_day ON assessment_briefing USING btree (held_on, id);
GRANT INSERT, SELECT ON assessment_briefing TO tongheng_app;

-- 褒奖：以文件为凭，依据保障措施（四）。
CREATE TABLE assessment_commendation (
  id uuid NOT NULL,
  document_number text NOT NULL,
  issued_on date NOT NULL,
  organization_id uuid NOT NULL,                     -- who is commended
  region text NOT NULL,
  practice_id uuid,                                  -- for which recognised practice, where it is for one
  basis text NOT NULL,                               -- the safeguard of the plan it rests on
  text text NOT NULL,
  files uuid[] NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT assessment_commendation_once UNIQUE (document_number, organization_id),
  CONSTRAINT assessment_commendation_pkey PRIMARY KEY (id),
  CONSTRAINT assessment_commendation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT assessment_commendation_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES assessment_practice(id),
  CONSTRAINT assessment_commendation_rests_on_a_safeguard CHECK (basis ~ '^S[0-9]$'::text)
);
GRANT INSERT, SELECT ON assessment_commendation TO tongheng_app;

-- 终期评估：逐项指标与任务的评估意见、经验教训，按版本保留。
CREATE TABLE assessment_evaluation (
  id uuid NOT NULL,
  plan_id text NOT NULL,                             -- which plan file
  title text NOT NULL,
  as_of date NOT NULL,                               -- the day the figures are of
  state text NOT NULL,                               -- drafted 起草中 · submitted 已提交 · reviewed 已审核 · adopted 已通过
  submitted_by uuid,                                 -- who submitted it last; another person reviews it
  document_number text,                              -- the document by which it was adopted
  adopted_on date,
  demonstration boolean NOT NULL DEFAULT false,
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT assessment_evaluation_number_once UNIQUE (document_number),
  CONSTRAINT assessment_evaluation_pkey PRIMARY KEY (id),
  CONSTRAINT assessment_evaluation_is_adopted_by_document CHECK (state <> 'adopted'::text OR document_number IS NOT NULL AND adopted_on IS NOT NULL),
  CONSTRAINT assessment_evaluation_state_is_known CHECK (state = ANY (ARRAY['drafted'::text, 'submitted'::text, 'reviewed'::text, 'adopted'::text]))
);
GRANT INSERT, SELECT, UPDATE ON assessment_evaluation TO tongheng_app;

-- 提交评估时固定的指标数值，此后记录变动不改变它。
CREATE TABLE assessment_figure (
  evaluation_id uuid NOT NULL,
  version integer NOT NULL,                          -- version of the evaluation that it belongs to
  indicator text NOT NULL,                           -- id of the indicator in the plan document
  value numeric,                                     -- null: not recorded, which is not zero
  target numeric NOT NULL,                           -- the target at that time
  state text NOT NULL,                               -- state of the indicator as computed
  reached_on date,
  as_of date NOT NULL,                               -- the day that the figure speaks of
  known_at timestamp with time zone NOT NULL,        -- what was known then; with as_of it can be recomputed
  snapshot_id uuid,                                  -- the frozen snapshot it was taken from; null: computed at submission
  frozen_at timestamp with time zone NOT NULL,
  CONSTRAINT assessment_figure_once PRIMARY KEY (evaluation_id, version, indicator),
  CONSTRAINT assessment_figure_evaluation_id_fkey FOREIGN KEY (evaluation_id) REFERENCES assessment_evaluation(id)
);
GRANT INSERT, SELECT ON assessment_figure TO tongheng_app;

-- 评估意见：一个指标或一项任务一条。
CREATE TABLE assessment_finding (
  evaluation_id uuid NOT NULL,
  version integer NOT NULL,
  subject text NOT NULL,                             -- G1-1 … G4-4, T1 … T13, S1 … S4
  result text,                                       -- of a task; an indicator's state is computed and not chosen
  text text NOT NULL,
  CONSTRAINT assessment_finding_once PRIMARY KEY (evaluation_id, version, subject),
  CONSTRAINT assessment_finding_of_a_version FOREIGN KEY (evaluation_id, version) REFERENCES assessment_version(evaluation_id, version),
  CONSTRAINT assessment_finding_result_is_known CHECK (result = ANY (ARRAY['achieved'::text, 'partly'::text, 'not-achieved'::text]))
);
GRANT INSERT, SELECT ON assessment_finding TO tongheng_app;

-- 问题的落实：转为分解事项，或说明办理结果。
CREATE TABLE assessment_follow_up (
  id uuid NOT NULL,
  issue_id uuid NOT NULL,
  item_id uuid,                                      -- the work item that takes it up
  text text NOT NULL,
  settled boolean NOT NULL,                          -- the issue is settled by this
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT assessment_follow_up_pkey PRIMARY KEY (id),
  CONSTRAINT assessment_follow_up_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES assessment_issue(id),
  CONSTRAINT assessment_follow_up_item_id_fkey FOREIGN KEY (item_id) REFERENCES task_item(id)
);
CREATE INDEX assessment_follow_up_issue ON assessment_follow_up USING btree (issue_id, at);
CREATE INDEX assessment_follow_up_item ON assessment_follow_up USING btree (item_id);
GRANT INSERT, SELECT ON assessment_follow_up TO tongheng_app;

-- 汇报中提出的问题
CREATE TABLE assessment_issue (
  id uuid NOT NULL,
  briefing_id uuid NOT NULL,
  ordinal integer NOT NULL,                          -- its place in the minutes, from 1
  text text NOT NULL,
  CONSTRAINT assessment_issue_once_per_place UNIQUE (briefing_id, ordinal),
  CONSTRAINT assessment_issue_pkey PRIMARY KEY (id),
  CONSTRAINT assessment_issue_briefing_id_fkey FOREIGN KEY (briefing_id) REFERENCES assessment_briefing(id)
);
GRANT INSERT, SELECT ON assessment_issue TO tongheng_app;

-- 典型做法（保障措施（四）：创新方法路径、提升能力水平、助推产业发展的典型做法）。
CREATE TABLE assessment_practice (
  id uuid NOT NULL,
  region text NOT NULL,
  organization_id uuid NOT NULL,                     -- whose practice it is
  task text NOT NULL,                                -- the task it serves
  title text NOT NULL,
  text text NOT NULL,
  files uuid[] NOT NULL,
  state text NOT NULL,                               -- proposed 已推荐 · reviewed 已审核 · recognised 已认定 · declined 未采纳
  opinion text,                                      -- opinion of the review, or why it was declined
  document_number text,
  reviewed_by uuid,
  demonstration boolean NOT NULL DEFAULT false,
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT assessment_practice_pkey PRIMARY KEY (id),
  CONSTRAINT assessment_practice_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT assessment_practice_is_recognised_by_document CHECK (state <> 'recognised'::text OR document_number IS NOT NULL),
  CONSTRAINT assessment_practice_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text),
  CONSTRAINT assessment_practice_state_is_known CHECK (state = ANY (ARRAY['proposed'::text, 'reviewed'::text, 'recognised'::text, 'declined'::text]))
);
CREATE INDEX assessment_practice_region ON assessment_practice USING btree (region, recorded_at);
GRANT INSERT, SELECT, UPDATE ON assessment_practice TO tongheng_app;

-- 终期评估的版本：每次保存为新的一版，旧版不改。
CREATE TABLE assessment_version (
  evaluation_id uuid NOT NULL,
  version integer NOT NULL,                          -- counted from 1
  summary text NOT NULL,                             -- the evaluation in short
  lessons text NOT NULL,                             -- 经验教训与对下一轮规划的建议
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT assessment_version_once PRIMARY KEY (evaluation_id, version),
  CONSTRAINT assessment_version_evaluation_id_fkey FOREIGN KEY (evaluation_id) REFERENCES assessment_evaluation(id)
);
GRANT INSERT, SELECT ON assessment_version TO tongheng_app;

-- 通知中与平日不同的一天：放假，或调休上班。
CREATE TABLE calendar_day (
  notice_id uuid NOT NULL,
  day date NOT NULL,                                 -- the day
  kind text NOT NULL,                                -- holiday 放假 · working 调休上班
  name text NOT NULL,                                -- the holiday it belongs to
  CONSTRAINT calendar_day_once PRIMARY KEY (notice_id, day),
  CONSTRAINT calendar_day_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES calendar_notice(id),
  CONSTRAINT calendar_day_kind_is_known CHECK (kind = ANY (ARRAY['holiday'::text, 'working'::text]))
);
GRANT INSERT, SELECT ON calendar_day TO tongheng_app;

-- 国务院办公厅关于某年部分节假日安排的通知；更正时另录一份并说明理由，最后录入的一份有效，先前的保留。
CREATE TABLE calendar_notice (
  id uuid NOT NULL,
  sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY, -- the latest of a year counts
  year integer NOT NULL,                             -- the year whose holidays it arranges
  title text NOT NULL,
  document_number text,                              -- number of the notice, where it is known
  issued_on date NOT NULL,
  source text NOT NULL,                              -- where the text was read
  reason text,                                       -- why an earlier notice of the year is corrected
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT calendar_notice_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT calendar_notice_year_is_sensible CHECK (year >= 2020 AND year <= 2099)
);
CREATE INDEX calendar_notice_year ON calendar_notice USING btree (year, sequence DESC);
GRANT INSERT, SELECT ON calendar_notice TO tongheng_app;

-- 能力格的文件基期：由附件的行与注推出的“已完成 / 待完成”，证据即文件本身。
CREATE TABLE capability_baseline (
  plan_id text NOT NULL,
  list text NOT NULL,
  region text NOT NULL,
  item text NOT NULL,
  printed text,                                      -- done 已完成 · open 待完成 · null 文件没有说明
  CONSTRAINT capability_baseline_once PRIMARY KEY (plan_id, region, item),
  CONSTRAINT capability_baseline_item FOREIGN KEY (plan_id, item) REFERENCES capability_item(plan_id, item),
  CONSTRAINT capability_baseline_row FOREIGN KEY (plan_id, list, region) REFERENCES capability_region(plan_id, list, region),
  CONSTRAINT capability_baseline_is_done_or_open CHECK (printed = ANY (ARRAY['done'::text, 'open'::text]))
);
GRANT INSERT, SELECT ON capability_baseline TO tongheng_app;

-- 能力格变化：只增不改；由县或机构上报，牵头部门另一人审定后生效。
CREATE TABLE capability_cell (
  id uuid NOT NULL,
  plan_id text NOT NULL,
  region text NOT NULL,
  item text NOT NULL,
  state text NOT NULL,                               -- absent 未建 · building 在建 · examined 已考核 · authorised 已授权 · in-use 在用 · suspended 暂停 · lapsed 失效
  since date NOT NULL,                               -- the day from which the state holds
  body_id uuid,                                      -- who holds the capability: an institute, or an authorised company such as a grid company
  document_number text,                              -- number of the document that proves it
  files uuid[] NOT NULL,                             -- evidence
  reason text NOT NULL,                              -- what happened, in the words of whoever reported it
  reported_by uuid NOT NULL,                         -- who reported it
  organization_id uuid NOT NULL,                     -- for which organization
  recorded_at timestamp with time zone NOT NULL,     -- when it was reported
  demonstration boolean NOT NULL DEFAULT false,      -- fictional record of the demonstration story
  CONSTRAINT capability_cell_pkey PRIMARY KEY (id),
  CONSTRAINT capability_cell_body_id_fkey FOREIGN KEY (body_id) REFERENCES organization(id),
  CONSTRAINT capability_cell_is_one_of_the_annex FOREIGN KEY (plan_id, region, item) REFERENCES capability_baseline(plan_id, region, item),
  CONSTRAINT capability_cell_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT capability_cell_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES person(id),
  CONSTRAINT capability_cell_state_is_known CHECK (state = ANY (ARRAY['absent'::text, 'building'::text, 'examined'::text, 'authorised'::text, 'in-use'::text, 'suspended'::text, 'lapsed'::text]))
);
CREATE INDEX capability_cell_place ON capability_cell USING btree (plan_id, region, item, since);
GRANT INSERT, SELECT ON capability_cell TO tongheng_app;

-- 过渡安排：委托、共享、流动实验室；不计入“配置到位”。
CREATE TABLE capability_cover (
  id uuid NOT NULL,
  plan_id text NOT NULL,
  region text NOT NULL,
  item text NOT NULL,
  kind text NOT NULL,                                -- referral 委托 · sharing 共享 · mobile-laboratory 流动实验室
  body_id uuid,                                      -- who does the work meanwhile
  valid_from date NOT NULL,                          -- first day
  valid_to date,                                     -- last day; null: open
  document_number text,                              -- number of the agreement
  files uuid[] NOT NULL,                             -- evidence
  reason text NOT NULL,                              -- why the cover is needed
  reported_by uuid NOT NULL,                         -- who recorded it
  organization_id uuid NOT NULL,                     -- for which organization
  recorded_at timestamp with time zone NOT NULL,     -- when it was recorded
  demonstration boolean NOT NULL DEFAULT false,      -- fictional record of the demonstration story
  CONSTRAINT capability_cover_pkey PRIMARY KEY (id),
  CONSTRAINT capability_cover_body_id_fkey FOREIGN KEY (body_id) REFERENCES organization(id),
  CONSTRAINT capability_cover_is_for_a_cell FOREIGN KEY (plan_id, region, item) REFERENCES capability_baseline(plan_id, region, item),
  CONSTRAINT capability_cover_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT capability_cover_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES person(id),
  CONSTRAINT capability_cover_ends_after_it_begins CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT capability_cover_kind_is_known CHECK (kind = ANY (ARRAY['referral'::text, 'sharing'::text, 'mobile-laboratory'::text]))
);
CREATE INDEX capability_cover_place ON capability_cover USING btree (plan_id, region, item, valid_from);
GRANT INSERT, SELECT ON capability_cover TO tongheng_app;

-- 能力格变化的审定：采纳或退回，一次为定。
CREATE TABLE capability_decision (
  cell_id uuid NOT NULL,
  sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY, -- order of recording, also within one instant
  verdict text NOT NULL,                             -- accepted 采纳 · rejected 退回
  reason text,                                       -- why; required for a rejection
  person_id uuid NOT NULL,                           -- who decided, never who reported
  decided_at timestamp with time zone NOT NULL,      -- from then on the state is known
  CONSTRAINT capability_decision_once PRIMARY KEY (cell_id),
  CONSTRAINT capability_decision_cell_id_fkey FOREIGN KEY (cell_id) REFERENCES capability_cell(id),
  CONSTRAINT capability_decision_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT capability_decision_verdict_is_known CHECK (verdict = ANY (ARRAY['accepted'::text, 'rejected'::text]))
);
GRANT INSERT, SELECT ON capability_decision TO tongheng_app;

-- 能力项目：附件所列的民生计量强制检定项目（B1–B13、E1–E9）。
CREATE TABLE capability_item (
  plan_id text NOT NULL,
  list text NOT NULL,
  item text NOT NULL,                                -- B1 … B13, E1 … E9
  position smallint NOT NULL,                        -- order in the annex
  mark text NOT NULL,                                -- the circled number as printed
  name text NOT NULL,                                -- name as printed
  name_en text NOT NULL,                             -- name in English
  CONSTRAINT capability_item_once PRIMARY KEY (plan_id, item),
  CONSTRAINT capability_item_stands_in_a_list FOREIGN KEY (plan_id, list) REFERENCES capability_list(plan_id, list)
);
GRANT INSERT, SELECT ON capability_item TO tongheng_app;

-- 能力清单：规划附件的一张表（基本能力、提升能力），由规划文件载入。
CREATE TABLE capability_list (
  plan_id text NOT NULL,                             -- which plan document
  list text NOT NULL,                                -- id of the table in the plan file: basic, enhanced
  position smallint NOT NULL,                        -- order in the document
  name text NOT NULL,                                -- heading of the table as printed
  name_en text NOT NULL,                             -- heading in English
  items_header text NOT NULL,                        -- printed head of the column of item names
  header text[] NOT NULL,                            -- printed heads: region, required, done, open
  total text[],                                      -- the total row exactly as printed, with its errors
  due date,                                          -- by when the plan wants every cell
  holds_from date NOT NULL,                          -- day of issue: from it on the printed figures are known
  baseline text NOT NULL,                            -- month in which the printed figures held
  document_number text NOT NULL,                     -- number of the plan document, the evidence of what is printed
  recorded_at timestamp with time zone NOT NULL,     -- when it was loaded
  CONSTRAINT capability_list_once PRIMARY KEY (plan_id, list),
  CONSTRAINT capability_list_has_four_columns CHECK (cardinality(header) = 4)
);
GRANT INSERT, SELECT ON capability_list TO tongheng_app;

-- 附件的地区行：市级行只有数量，文件没有列出其项目。
CREATE TABLE capability_region (
  plan_id text NOT NULL,
  list text NOT NULL,
  region text NOT NULL,                              -- GB/T 2260 code
  level text NOT NULL,                               -- city 市级（只有数量）· county 县（市、区）
  position smallint NOT NULL,                        -- order of the rows as printed
  name text NOT NULL,                                -- full name
  name_en text NOT NULL,                             -- name in English
  annex_name text NOT NULL,                          -- name as the annex prints it
  required integer,                                  -- printed: required
  done integer,                                      -- printed: done
  open integer,                                      -- printed: open
  CONSTRAINT capability_region_once PRIMARY KEY (plan_id, list, region),
  CONSTRAINT capability_region_stands_in_a_list FOREIGN KEY (plan_id, list) REFERENCES capability_list(plan_id, list),
  CONSTRAINT capability_region_level_is_known CHECK (level = ANY (ARRAY['city'::text, 'county'::text]))
);
GRANT INSERT, SELECT ON capability_region TO tongheng_app;

-- 规程版本的采用（方法确认）：检定机构的技术负责人对照正式文本逐项核对后提出，第二人确认；确认前只能录入，不可出证。
CREATE TABLE catalogue_adoption (
  id uuid NOT NULL,
  institute_id uuid NOT NULL,
  edition text NOT NULL,                             -- id of the edition in packages/procedures, such as jjg-0539-2016
  digest text NOT NULL,                              -- SHA-256 of the edition's data: another data is another adoption
  status text NOT NULL,                              -- proposed 待确认 · adopted 已采用 · refused 未通过 · withdrawn 已停用 · replaced 已由新数据代替
  source text NOT NULL,                              -- the copy of the official text that was at hand
  proposed_by uuid NOT NULL,                         -- the technical manager who compared the numbers
  proposed_at timestamp with time zone NOT NULL,
  decided_by uuid,                                   -- the second person
  decided_at timestamp with time zone,
  ended_by uuid,
  ended_at timestamp with time zone,
  reason text,                                       -- why it was refused, withdrawn or replaced
  demonstration boolean NOT NULL DEFAULT false,      -- fictional: nobody compared anything with an official text
  content_digest text NOT NULL,                      -- SHA-256 of the digest of the data together with the values that were entered
  CONSTRAINT catalogue_adoption_pkey PRIMARY KEY (id),
  CONSTRAINT catalogue_adoption_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  CONSTRAINT catalogue_adoption_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  CONSTRAINT catalogue_adoption_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT catalogue_adoption_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id),
  CONSTRAINT catalogue_adoption_content_digest_is_sha256 CHECK (content_digest ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT catalogue_adoption_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT catalogue_adoption_is_decided_by_somebody CHECK ((status = ANY (ARRAY['proposed'::text, 'withdrawn'::text])) OR decided_by IS NOT NULL AND decided_at IS NOT NULL),
  CONSTRAINT catalogue_adoption_needs_two_persons CHECK (decided_by IS NULL OR decided_by <> proposed_by),
  CONSTRAINT catalogue_adoption_status_is_known CHECK (status = ANY (ARRAY['proposed'::text, 'adopted'::text, 'refused'::text, 'withdrawn'::text, 'replaced'::text]))
);
CREATE UNIQUE INDEX catalogue_adoption_adopted_once ON catalogue_adoption USING btree (institute_id, edition) WHERE (status = 'adopted'::text);
CREATE UNIQUE INDEX catalogue_adoption_proposed_once ON catalogue_adoption USING btree (institute_id, edition) WHERE (status = 'proposed'::text);
GRANT INSERT, SELECT, UPDATE ON catalogue_adoption TO tongheng_app;

-- 逐项核对：规程版本的每一个数值与正式文本一致，并写明条款。
CREATE TABLE catalogue_confirmation (
  adoption_id uuid NOT NULL,
  path text NOT NULL,                                -- where the number stands in the edition, such as limits.mpe.III.0.factor
  value text NOT NULL,                               -- the value that was confirmed, as JSON
  clause text NOT NULL,                              -- clause or table of the official text
  entered boolean NOT NULL DEFAULT false,            -- true: the edition left this limit open (待确认), its value was read in the official text and entered in this act
  CONSTRAINT catalogue_confirmation_once PRIMARY KEY (adoption_id, path),
  CONSTRAINT catalogue_confirmation_adoption_id_fkey FOREIGN KEY (adoption_id) REFERENCES catalogue_adoption(id),
  CONSTRAINT catalogue_confirmation_names_a_clause CHECK (clause <> ''::text)
);
GRANT INSERT, SELECT ON catalogue_confirmation TO tongheng_app;

-- 实施强制管理的计量器具目录的导入版本：由文件导入，与上一版对照，另一人复核后记载；随程序附带的版本不在此表。
CREATE TABLE catalogue_edition (
  id uuid NOT NULL,
  edition text NOT NULL,                             -- name of the edition in its file, such as 2026 or 2026-1
  content jsonb NOT NULL,                            -- the whole edition as in its file (catalogue/contract/catalogue-document)
  digest text NOT NULL,                              -- SHA-256 of the content in canonical form (RFC 8785)
  file_id uuid NOT NULL,                             -- the file that was imported
  in_force_from date NOT NULL,                       -- first day in force by its announcement
  status text NOT NULL,                              -- proposed 待复核 · recorded 已记载 · refused 未通过
  proposed_by uuid NOT NULL,                         -- who imported the file
  proposed_at timestamp with time zone NOT NULL,
  decided_by uuid,                                   -- who took the second look
  decided_at timestamp with time zone,
  reason text,                                       -- why it was refused
  demonstration boolean NOT NULL DEFAULT false,      -- fictional
  CONSTRAINT catalogue_edition_pkey PRIMARY KEY (id),
  CONSTRAINT catalogue_edition_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  CONSTRAINT catalogue_edition_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  CONSTRAINT catalogue_edition_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id),
  CONSTRAINT catalogue_edition_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT catalogue_edition_is_decided_by_somebody CHECK (status = 'proposed'::text OR decided_by IS NOT NULL AND decided_at IS NOT NULL),
  CONSTRAINT catalogue_edition_needs_two_persons CHECK (decided_by IS NULL OR decided_by <> proposed_by),
  CONSTRAINT catalogue_edition_status_is_known CHECK (status = ANY (ARRAY['proposed'::text, 'recorded'::text, 'refused'::text]))
);
CREATE UNIQUE INDEX catalogue_edition_once ON catalogue_edition USING btree (edition) WHERE (status = 'recorded'::text);
CREATE UNIQUE INDEX catalogue_edition_proposed_one_at_a_time ON catalogue_edition USING btree (status) WHERE (status = 'proposed'::text);
GRANT INSERT, SELECT, UPDATE ON catalogue_edition TO tongheng_app;

-- 检定证书与检定结果通知书：编号永不重复使用；作废另有记录，原记录保留。
CREATE TABLE certificate (
  id uuid NOT NULL,
  number text NOT NULL,                              -- institute code, year, six digits, check character (ISO/IEC 7064 MOD 37,36)
  kind text NOT NULL,                                -- certificate 检定证书 · notice 检定结果通知书 · calibration 校准证书
  verification_id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  institute_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  region text NOT NULL,
  serial text NOT NULL,                              -- serial number as printed
  model text NOT NULL,                               -- model as printed
  tested_on date NOT NULL,
  issued_on date NOT NULL,
  valid_until date,                                  -- last day that counts; a notice has none, nor has an instrument that is verified only once
  check_code text NOT NULL,                          -- printed on the document; whoever has it may see what it says
  status text NOT NULL,                              -- valid 有效 · revoked 已作废 · superseded 已被代替
  record text NOT NULL,                              -- the whole record in canonical JSON (RFC 8785)
  digest text NOT NULL,                              -- SHA-256 of record
  issued_by uuid NOT NULL,
  issued_at timestamp with time zone NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  format smallint NOT NULL DEFAULT 2,                -- format of the record: 1 or 2 before there were signed views, 3 since
  leaf_id uuid,                                      -- leaf of the transparency log that holds the digest; null: issued before there was a log
  replaces text,                                     -- number of the document whose place this one takes
  replacement_reason text,                           -- why it was issued in place of another
  lot_id uuid,
  year integer GENERATED ALWAYS AS ((substr(number, (length(number) - 10), 4))::integer) STORED, -- year of the number
  sequence integer GENERATED ALWAYS AS ((substr(number, (length(number) - 6), 6))::integer) STORED, -- number within the institute and year
  CONSTRAINT certificate_number_once UNIQUE (number),
  CONSTRAINT certificate_pkey PRIMARY KEY (id),
  CONSTRAINT certificate_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES organization(id),
  CONSTRAINT certificate_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT certificate_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(id),
  CONSTRAINT certificate_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES person(id),
  CONSTRAINT certificate_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES certificate_lot(id),
  CONSTRAINT certificate_replaces_fkey FOREIGN KEY (replaces) REFERENCES certificate(number),
  CONSTRAINT certificate_verification_id_fkey FOREIGN KEY (verification_id) REFERENCES verification(id),
  CONSTRAINT certificate_digest_is_sha256 CHECK (length(digest) = 64 AND translate(digest, '0123456789abcdef'::text, ''::text) = ''::text),
  CONSTRAINT certificate_kind_is_known CHECK (kind = ANY (ARRAY['certificate'::text, 'notice'::text, 'calibration'::text])),
  CONSTRAINT certificate_notice_has_no_validity CHECK (kind = 'certificate'::text OR valid_until IS NULL),
  CONSTRAINT certificate_number_is_url_safe CHECK (length(number) >= 12 AND length(number) <= 30 AND translate(number, '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'::text, ''::text) = ''::text),
  CONSTRAINT certificate_replacement_has_a_reason CHECK ((replaces IS NULL) = (replacement_reason IS NULL)),
  CONSTRAINT certificate_status_is_known CHECK (status = ANY (ARRAY['valid'::text, 'revoked'::text, 'superseded'::text]))
);
CREATE INDEX certificate_holder ON certificate USING btree (holder_id, issued_at DESC, id DESC);
CREATE INDEX certificate_institute ON certificate USING btree (institute_id, issued_at DESC, id DESC);
CREATE INDEX certificate_institute_year ON certificate USING btree (institute_id, year, sequence);
CREATE INDEX certificate_instrument ON certificate USING btree (instrument_id, issued_at DESC);
CREATE INDEX certificate_latest ON certificate USING btree (issued_at DESC, id DESC);
CREATE INDEX certificate_lot_documents ON certificate USING btree (lot_id) WHERE (lot_id IS NOT NULL);
CREATE INDEX certificate_region ON certificate USING btree (region, issued_at DESC, id DESC);
CREATE UNIQUE INDEX certificate_replaced_once ON certificate USING btree (replaces) WHERE (replaces IS NOT NULL);
CREATE UNIQUE INDEX certificate_verification_once ON certificate USING btree (verification_id, replaces) NULLS NOT DISTINCT;
CREATE TRIGGER certificate_reissued_is_uncounted AFTER UPDATE OF status ON certificate FOR EACH ROW WHEN (new.status = 'revoked'::text AND old.status <> 'revoked'::text AND new.replaces IS NOT NULL) EXECUTE FUNCTION certificate_uncount_original();
CREATE TRIGGER fee_document_is_counted AFTER INSERT ON certificate REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION fee_count_documents();
CREATE TRIGGER fee_revoked_is_not_counted AFTER UPDATE OF status ON certificate FOR EACH ROW WHEN (new.status = 'revoked'::text AND old.status <> 'revoked'::text) EXECUTE FUNCTION fee_count_document();
CREATE TRIGGER instrument_thread_certificate AFTER INSERT ON certificate REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION instrument_thread_certificates();
GRANT INSERT, SELECT, UPDATE (status) ON certificate TO tongheng_app;

-- 预留号段：证书编号预留给谁、何用、何时，离线设备同此
CREATE TABLE certificate_block (
  id uuid NOT NULL,
  institute_id uuid NOT NULL,
  year integer NOT NULL,                             -- year of the numbers
  first integer NOT NULL,                            -- first number of the block within institute and year
  last integer NOT NULL,                             -- last number of the block
  purpose text NOT NULL,                             -- what the numbers are for, in words
  device text,                                       -- who or what took the numbers along, in words; null: nobody
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  device_id uuid,
  numbers text[],                                    -- of a block for a device: its numbers as printed, in order; null: a block for other use
  CONSTRAINT certificate_block_begins_once UNIQUE (institute_id, year, first),
  CONSTRAINT certificate_block_pkey PRIMARY KEY (id),
  CONSTRAINT certificate_block_device_id_fkey FOREIGN KEY (device_id) REFERENCES on_site_device(id),
  CONSTRAINT certificate_block_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT certificate_block_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT certificate_block_is_bounded CHECK (first >= 1 AND last >= first AND (last - first) < 5000),
  CONSTRAINT certificate_block_of_a_device_is_spelled CHECK (device_id IS NULL OR cardinality(numbers) = (last - first + 1))
);
CREATE INDEX certificate_block_device ON certificate_block USING btree (device_id) WHERE (device_id IS NOT NULL);
GRANT INSERT, SELECT ON certificate_block TO tongheng_app;

-- 成批下载：所选证书的验证包或标签页，由后台生成
CREATE TABLE certificate_bundle (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  kind text NOT NULL,                                -- package zip of packages · label-40x30, label-50x30 sheets of labels, mm
  numbers text[] NOT NULL,                           -- the chosen certificates
  done integer NOT NULL DEFAULT 0,                   -- how many of them are done
  state text NOT NULL,                               -- waiting 生成中 · ready 可下载 · failed 未生成
  digest text,                                       -- SHA-256 of the result, its address among the files
  problem text,                                      -- why it could not be made
  at timestamp with time zone NOT NULL,
  CONSTRAINT certificate_bundle_pkey PRIMARY KEY (id),
  CONSTRAINT certificate_bundle_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT certificate_bundle_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT certificate_bundle_is_bounded CHECK (cardinality(numbers) >= 1 AND cardinality(numbers) <= 500),
  CONSTRAINT certificate_bundle_kind_is_known CHECK (kind = ANY (ARRAY['package'::text, 'label-40x30'::text, 'label-50x30'::text])),
  CONSTRAINT certificate_bundle_state_is_known CHECK (state = ANY (ARRAY['waiting'::text, 'ready'::text, 'failed'::text]))
);
CREATE INDEX certificate_bundle_person ON certificate_bundle USING btree (person_id, at DESC);
GRANT INSERT, SELECT, UPDATE (digest), UPDATE (done), UPDATE (problem), UPDATE (state) ON certificate_bundle TO tongheng_app;

-- 证书复算中的每项不一致
CREATE TABLE certificate_finding (
  recomputation_id uuid NOT NULL,
  number text NOT NULL,                              -- number of the certificate, or of the gap
  kind text NOT NULL,                                -- key of certificate/rules: digest, form, result, verdict, leaf, gap and so on
  detail text NOT NULL,                              -- what was found against what was expected
  CONSTRAINT certificate_finding_once PRIMARY KEY (recomputation_id, number, kind),
  CONSTRAINT certificate_finding_recomputation_id_fkey FOREIGN KEY (recomputation_id) REFERENCES certificate_recomputation(id)
);
GRANT INSERT, SELECT ON certificate_finding TO tongheng_app;

-- 证书格式设置：印在证书上的地址、电话，套打偏移；最近一条有效
CREATE TABLE certificate_form (
  id uuid NOT NULL,
  institute_id uuid NOT NULL,
  address text,                                      -- address printed on certificates; null: that of the organization
  phone text,                                        -- telephone printed on certificates; null: not recorded
  offset_x text NOT NULL DEFAULT '0'::text,          -- how far to the right everything moves on a pre-printed form, mm
  offset_y text NOT NULL DEFAULT '0'::text,          -- how far down everything moves on a pre-printed form, mm
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT certificate_form_pkey PRIMARY KEY (id),
  CONSTRAINT certificate_form_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT certificate_form_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX certificate_form_institute ON certificate_form USING btree (institute_id, at DESC);
GRANT INSERT, SELECT ON certificate_form TO tongheng_app;

-- 证书编号中的机构代号：行政区划代码加一位字母，首次出证时确定，不再更改。
CREATE TABLE certificate_issuer (
  institute_id uuid NOT NULL,
  code text NOT NULL,                                -- the beginning of every number of this institute
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT certificate_issuer_code_once UNIQUE (code),
  CONSTRAINT certificate_issuer_pkey PRIMARY KEY (institute_id),
  CONSTRAINT certificate_issuer_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT certificate_issuer_code_is_ascii CHECK (code ~ '^[0-9A-Z]{3,10}$'::text)
);
GRANT INSERT, SELECT ON certificate_issuer TO tongheng_app;

-- 批量出证：一次批准、逐台结论、逐台编号，分段办理，可续办
CREATE TABLE certificate_lot (
  id uuid NOT NULL,
  institute_id uuid NOT NULL,
  region text NOT NULL,
  number text NOT NULL,                              -- the number that each document of the lot cites
  title text NOT NULL,                               -- what the lot is, in words
  items integer NOT NULL,                            -- how many records were approved together
  approver_id uuid NOT NULL,
  approved_at timestamp with time zone NOT NULL,     -- when the approver decided
  finished_at timestamp with time zone,              -- when the last record of the lot was worked off; null: being worked off
  CONSTRAINT certificate_lot_number_once UNIQUE (number),
  CONSTRAINT certificate_lot_pkey PRIMARY KEY (id),
  CONSTRAINT certificate_lot_approver_id_fkey FOREIGN KEY (approver_id) REFERENCES person(id),
  CONSTRAINT certificate_lot_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT certificate_lot_is_bounded CHECK (items >= 1 AND items <= 20000)
);
CREATE INDEX certificate_lot_institute ON certificate_lot USING btree (institute_id, approved_at DESC);
GRANT INSERT, SELECT, UPDATE (finished_at) ON certificate_lot TO tongheng_app;

-- 批中的每台器具：等待、已出证或不予出证及其原因
CREATE TABLE certificate_lot_item (
  lot_id uuid NOT NULL,
  position integer NOT NULL,                         -- order within the lot, counted from 1
  verification_id uuid NOT NULL,
  state text NOT NULL,                               -- waiting 等待 · issued 已出证 · refused 未出证
  number text,                                       -- number of the document that was issued
  problem jsonb,                                     -- why nothing was issued: code, title, next, issues
  CONSTRAINT certificate_lot_item_once PRIMARY KEY (lot_id, "position"),
  CONSTRAINT certificate_lot_item_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES certificate_lot(id),
  CONSTRAINT certificate_lot_item_number_fkey FOREIGN KEY (number) REFERENCES certificate(number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT certificate_lot_item_verification_id_fkey FOREIGN KEY (verification_id) REFERENCES verification(id),
  CONSTRAINT certificate_lot_item_is_accounted_for CHECK ( CASE state WHEN 'issued'::text THEN number IS NOT NULL WHEN 'refused'::text THEN problem IS NOT NULL ELSE number IS NULL AND problem IS NULL END),
  CONSTRAINT certificate_lot_item_state_is_known CHECK (state = ANY (ARRAY['waiting'::text, 'issued'::text, 'refused'::text]))
);
CREATE UNIQUE INDEX certificate_lot_item_of_one_lot ON certificate_lot_item USING btree (verification_id) WHERE (state <> 'refused'::text);
CREATE INDEX certificate_lot_item_waiting ON certificate_lot_item USING btree (lot_id, "position") WHERE (state = 'waiting'::text);
GRANT INSERT, SELECT, UPDATE (number), UPDATE (problem), UPDATE (state) ON certificate_lot_item TO tongheng_app;

-- 证书复算：某区划或机构一年的证书由其记录重新计算，何人何时所为，结果如何
CREATE TABLE certificate_recomputation (
  id uuid NOT NULL,
  organization_id uuid NOT NULL,                     -- the authority that asked
  region text,                                       -- of this region, GB/T 2260; null: of one institute
  institute_id uuid,
  year integer NOT NULL,                             -- year of the numbers
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  total integer NOT NULL,                            -- certificates when it began
  done integer NOT NULL DEFAULT 0,                   -- certificates looked at so far
  differing integer NOT NULL DEFAULT 0,              -- certificates with a finding so far
  last_number text NOT NULL DEFAULT ''::text,        -- the last number looked at: the work goes on behind it
  finished_at timestamp with time zone,              -- when the last was looked at; null: at work
  CONSTRAINT certificate_recomputation_pkey PRIMARY KEY (id),
  CONSTRAINT certificate_recomputation_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT certificate_recomputation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT certificate_recomputation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT certificate_recomputation_has_a_bound CHECK (region IS NOT NULL OR institute_id IS NOT NULL)
);
CREATE INDEX certificate_recomputation_at ON certificate_recomputation USING btree (at DESC);
GRANT INSERT, SELECT, UPDATE (differing), UPDATE (done), UPDATE (finished_at), UPDATE (last_number) ON certificate_recomputation TO tongheng_app;

-- 证书作废：写明理由，编号不再使用。
CREATE TABLE certificate_revocation (
  number text NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  leaf_id uuid,                                      -- leaf of the transparency log; null: from before there was a log
  CONSTRAINT certificate_revocation_pkey PRIMARY KEY (number),
  CONSTRAINT certificate_revocation_number_fkey FOREIGN KEY (number) REFERENCES certificate(number)
);
GRANT INSERT, SELECT ON certificate_revocation TO tongheng_app;

-- 签名的作废清单：已作废、已被代替的证书编号与日期，截至某时；有变化或逾一日即新签
CREATE TABLE certificate_revocation_list (
  id uuid NOT NULL,
  note text NOT NULL,                                -- signed note (C2SP), as published
  entries integer NOT NULL,                          -- how many numbers it lists
  changes bigint NOT NULL,                           -- how many endings there were when it was made, so that a change is noticed
  at timestamp with time zone NOT NULL,
  CONSTRAINT certificate_revocation_list_pkey PRIMARY KEY (id)
);
CREATE INDEX certificate_revocation_list_at ON certificate_revocation_list USING btree (at DESC);
GRANT INSERT, SELECT ON certificate_revocation_list TO tongheng_app;

-- 证书流水号：每机构每年一列，发号与出证在同一事务中，故不重号、不跳号。
CREATE TABLE certificate_series (
  institute_id uuid NOT NULL,
  year integer NOT NULL,                             -- calendar year of the numbers
  last integer NOT NULL,                             -- the last number given
  CONSTRAINT certificate_series_once PRIMARY KEY (institute_id, year),
  CONSTRAINT certificate_series_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id)
);
GRANT INSERT, SELECT, UPDATE ON certificate_series TO tongheng_app;

-- 证书所依据的标准器：每份证书、每种所需标准器中的每一台一行，连到检定或校准当日有效的那次溯源；由证书记录得出，不可另改。
CREATE TABLE certificate_standard (
  certificate_id uuid NOT NULL,
  role text NOT NULL,                                -- required standard of the regulation, such as jjg-0539:weights
  standard_id uuid,                                  -- null: the record states a standard that is not in the register
  calibration_id uuid,                               -- the calibration of that standard which the record names; null: the record names none
  institute_id uuid NOT NULL,                        -- who issued the certificate
  tested_on date NOT NULL,                           -- day of the test, on which the calibration was relied upon
  effects text,                                      -- how an error of this standard moves each check of the record, as packages/procedures prints it; null: not calculated, filled in later
  CONSTRAINT certificate_standard_once UNIQUE (certificate_id, role, standard_id),
  CONSTRAINT certificate_standard_calibration_id_fkey FOREIGN KEY (calibration_id) REFERENCES standard_certificate(id),
  CONSTRAINT certificate_standard_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificate(id),
  CONSTRAINT certificate_standard_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT certificate_standard_standard_id_fkey FOREIGN KEY (standard_id) REFERENCES standard(id)
);
CREATE INDEX certificate_standard_calibration ON certificate_standard USING btree (calibration_id, tested_on, certificate_id);
CREATE INDEX certificate_standard_standard ON certificate_standard USING btree (standard_id, tested_on, certificate_id);
CREATE INDEX certificate_standard_without_effects ON certificate_standard USING btree (certificate_id) WHERE (effects IS NULL);
GRANT INSERT, SELECT, UPDATE (effects) ON certificate_standard TO tongheng_app;

-- 预留而未用退回的编号及理由；退回的编号不再使用
CREATE TABLE certificate_unused_number (
  institute_id uuid NOT NULL,
  year integer NOT NULL,                             -- year of the number
  sequence integer NOT NULL,                         -- number within institute and year
  block_id uuid NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT certificate_unused_number_once PRIMARY KEY (institute_id, year, sequence),
  CONSTRAINT certificate_unused_number_block_id_fkey FOREIGN KEY (block_id) REFERENCES certificate_block(id),
  CONSTRAINT certificate_unused_number_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT certificate_unused_number_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT INSERT, SELECT ON certificate_unused_number TO tongheng_app;

-- 证书的签名视图（数字校准证书、版式文件、标签）：只生成、签名一次，此后取用同一份
CREATE TABLE certificate_view (
  certificate_number text NOT NULL,
  kind text NOT NULL,                                -- dcc XML · pdf PDF/A-3 · label text of the QR code
  digest text NOT NULL,                              -- SHA-256 of the content, and its address where it lies among the files
  size_bytes integer NOT NULL,                       -- length of the content
  key_id text NOT NULL,                              -- the key that signed it
  at timestamp with time zone NOT NULL,
  seal jsonb,                                        -- the electronic seal on it: code, name, owner, authority, validFrom, validUntil; null: none was connected when it was made
  content text,                                      -- the text of a label; null: the content lies among the files under its digest
  CONSTRAINT certificate_view_once PRIMARY KEY (certificate_number, kind),
  CONSTRAINT certificate_view_certificate_number_fkey FOREIGN KEY (certificate_number) REFERENCES certificate(number),
  CONSTRAINT certificate_view_content_is_of_a_label CHECK (content IS NULL OR kind = 'label'::text),
  CONSTRAINT certificate_view_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT certificate_view_kind_is_known CHECK (kind = ANY (ARRAY['dcc'::text, 'pdf'::text, 'label'::text]))
);
GRANT INSERT, SELECT ON certificate_view TO tongheng_app;

-- 计量比对：计量行政部门组织的一次比对，由主导实验室实施、参比实验室参加（计量比对管理办法，JJF 1117）。
CREATE TABLE comparison (
  id uuid NOT NULL,
  organizer_id uuid NOT NULL,                        -- the authority that organises it
  region text NOT NULL,
  title text NOT NULL,
  quantity text NOT NULL,                            -- what is compared, such as mass or pressure
  regulation text,                                   -- regulation of the item without its year; null: none of this program
  instrument_kind text,                              -- kind of instrument of the ledger that the item serves; null: none
  duty text NOT NULL,                                -- mandatory 强制参加 · voluntary 自愿参加
  document_number text NOT NULL,
  aim text NOT NULL,                                 -- why it is held and what of it
  pilot_way text NOT NULL,                           -- open-call 公开征集 · designated 指定
  call_until date,                                   -- last day of the call for a pilot laboratory
  pilot_id uuid,                                     -- the pilot laboratory 主导实验室
  pilot_reason text,                                 -- why this laboratory was chosen
  follows_id uuid,                                   -- the round that this one follows up
  state text NOT NULL,                               -- drafted 拟定 · announced 已通知 · under-way 实施中 · commenting 征求意见 · final 已定稿 · closed 已办结 · cancelled 已取消
  version integer NOT NULL DEFAULT 1,                -- counts every change, so that two people do not overwrite each other
  commit_until timestamp with time zone,             -- until this instant results are sealed
  reveal_until timestamp with time zone,             -- until this instant sealed results are revealed; then all are opened
  comment_until date,                                -- last day for comments on the draft report
  sealed_at timestamp with time zone,                -- when the commitments were closed
  commitments_digest text,                           -- SHA-256 of the canonical list of all commitments at that moment
  revealed_at timestamp with time zone,              -- when the last of the sealed results was revealed; null: not all are
  final_at timestamp with time zone,
  names_published_at timestamp with time zone,       -- when the organiser decided to publish the names beside the numbers
  names_document_number text,                        -- the decision by which the names are published
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT comparison_pkey PRIMARY KEY (id),
  CONSTRAINT comparison_follows_id_fkey FOREIGN KEY (follows_id) REFERENCES comparison(id),
  CONSTRAINT comparison_organizer_id_fkey FOREIGN KEY (organizer_id) REFERENCES organization(id),
  CONSTRAINT comparison_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT comparison_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES organization(id),
  CONSTRAINT comparison_call_has_an_end CHECK ((pilot_way = 'open-call'::text) = (call_until IS NOT NULL)),
  CONSTRAINT comparison_commitments_digest_is_sha256 CHECK (commitments_digest ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT comparison_duty_is_known CHECK (duty = ANY (ARRAY['mandatory'::text, 'voluntary'::text])),
  CONSTRAINT comparison_pilot_way_is_known CHECK (pilot_way = ANY (ARRAY['open-call'::text, 'designated'::text])),
  CONSTRAINT comparison_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text),
  CONSTRAINT comparison_reveals_after_it_commits CHECK (reveal_until > commit_until),
  CONSTRAINT comparison_sealed_has_its_digest CHECK ((sealed_at IS NULL) = (commitments_digest IS NULL)),
  CONSTRAINT comparison_state_is_known CHECK (state = ANY (ARRAY['drafted'::text, 'announced'::text, 'under-way'::text, 'commenting'::text, 'final'::text, 'closed'::text, 'cancelled'::text])),
  CONSTRAINT comparison_under_way_has_its_dates CHECK ((state = ANY (ARRAY['drafted'::text, 'announced'::text, 'cancelled'::text])) OR pilot_id IS NOT NULL AND commit_until IS NOT NULL AND reveal_until IS NOT NULL)
);
CREATE INDEX comparison_follows ON comparison USING btree (follows_id) WHERE (follows_id IS NOT NULL);
CREATE INDEX comparison_organizer ON comparison USING btree (organizer_id);
CREATE INDEX comparison_pilot ON comparison USING btree (pilot_id);
CREATE INDEX comparison_region ON comparison USING btree (region, recorded_at DESC, id DESC);
GRANT INSERT, SELECT, UPDATE (aim), UPDATE (call_until), UPDATE (comment_until), UPDATE (commit_until), UPDATE (commitments_digest), UPDATE (document_number), UPDATE (duty), UPDATE (final_at), UPDATE (instrument_kind), UPDATE (names_document_number), UPDATE (names_published_at), UPDATE (pilot_id), UPDATE (pilot_reason), UPDATE (pilot_way), UPDATE (quantity), UPDATE (regulation), UPDATE (reveal_until), UPDATE (revealed_at), UPDATE (sealed_at), UPDATE (state), UPDATE (title), UPDATE (version) ON comparison TO tongheng_app;

-- 传递标准或样品的均匀性、稳定性检验（ISO 13528 附录 B），数据与结论。
CREATE TABLE comparison_artefact_check (
  id uuid NOT NULL,
  comparison_id uuid NOT NULL,
  kind text NOT NULL,                                -- homogeneity 均匀性 · stability 稳定性
  point text NOT NULL,                               -- the point of the protocol that was checked
  input jsonb NOT NULL,                              -- readings and the standard deviation for assessment, decimals as text
  outcome jsonb NOT NULL,                            -- what was computed
  acceptable boolean NOT NULL,                       -- homogeneous or stable enough, by the expanded criterion
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT comparison_artefact_check_pkey PRIMARY KEY (id),
  CONSTRAINT comparison_artefact_check_comparison_id_fkey FOREIGN KEY (comparison_id) REFERENCES comparison(id),
  CONSTRAINT comparison_artefact_check_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT comparison_artefact_check_kind_is_known CHECK (kind = ANY (ARRAY['homogeneity'::text, 'stability'::text]))
);
CREATE INDEX comparison_artefact_check_comparison ON comparison_artefact_check USING btree (comparison_id, at);
GRANT INSERT, SELECT ON comparison_artefact_check TO tongheng_app;

-- 参比实验室对报告征求意见稿的意见及主导实验室或组织方的答复。
CREATE TABLE comparison_comment (
  id uuid NOT NULL,
  comparison_id uuid NOT NULL,
  member_id uuid NOT NULL,
  kind text NOT NULL,                                -- agreed 无意见 · objection 有意见
  text text NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  answer text,                                       -- what the pilot laboratory or the organiser answered
  answered_by uuid,
  answered_at timestamp with time zone,
  CONSTRAINT comparison_comment_pkey PRIMARY KEY (id),
  CONSTRAINT comparison_comment_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id),
  CONSTRAINT comparison_comment_comparison_id_fkey FOREIGN KEY (comparison_id) REFERENCES comparison(id),
  CONSTRAINT comparison_comment_member_id_fkey FOREIGN KEY (member_id) REFERENCES comparison_member(id),
  CONSTRAINT comparison_comment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT comparison_comment_is_answered_by_somebody CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL)),
  CONSTRAINT comparison_comment_kind_is_known CHECK (kind = ANY (ARRAY['agreed'::text, 'objection'::text]))
);
CREATE UNIQUE INDEX comparison_comment_agreed_once ON comparison_comment USING btree (member_id) WHERE (kind = 'agreed'::text);
CREATE INDEX comparison_comment_comparison ON comparison_comment USING btree (comparison_id, at);
GRANT INSERT, SELECT, UPDATE (answer), UPDATE (answered_at), UPDATE (answered_by) ON comparison_comment TO tongheng_app;

-- 结果承诺：参比实验室在截止前提交的结果摘要（SHA-256，含随机数）；截止前可说明理由重新提交，以最后一份为准，各份均留存。
CREATE TABLE comparison_commitment (
  id uuid NOT NULL,
  comparison_id uuid NOT NULL,
  member_id uuid NOT NULL,
  number integer NOT NULL,                           -- counts the commitments of a laboratory; the last one holds
  digest text NOT NULL,                              -- SHA-256 of the canonical JSON of round, laboratory, results and nonce
  keeping text NOT NULL,                             -- own 本机构自存原文 · entrusted 加密托管于本平台
  sealed text,                                       -- the content, encrypted under the master key that stands outside the database; null: only the laboratory has it
  reason text,                                       -- why an earlier one is replaced
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT comparison_commitment_digest_once UNIQUE (comparison_id, digest),
  CONSTRAINT comparison_commitment_once UNIQUE (member_id, number),
  CONSTRAINT comparison_commitment_pkey PRIMARY KEY (id),
  CONSTRAINT comparison_commitment_comparison_id_fkey FOREIGN KEY (comparison_id) REFERENCES comparison(id),
  CONSTRAINT comparison_commitment_member_id_fkey FOREIGN KEY (member_id) REFERENCES comparison_member(id),
  CONSTRAINT comparison_commitment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT comparison_commitment_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT comparison_commitment_entrusted_is_sealed CHECK ((keeping = 'entrusted'::text) = (sealed IS NOT NULL)),
  CONSTRAINT comparison_commitment_is_replaced_for_a_reason CHECK ((number = 1) = (reason IS NULL)),
  CONSTRAINT comparison_commitment_keeping_is_known CHECK (keeping = ANY (ARRAY['own'::text, 'entrusted'::text]))
);
GRANT INSERT, SELECT ON comparison_commitment TO tongheng_app;

-- 整改：组织方要求，参比实验室报原因、措施与证明，组织方认可后办结。
CREATE TABLE comparison_correction (
  id uuid NOT NULL,
  comparison_id uuid NOT NULL,
  member_id uuid NOT NULL,
  demand text NOT NULL,                              -- what the organiser asks for
  due_on date NOT NULL,
  state text NOT NULL,                               -- demanded 待整改 · submitted 已报整改 · returned 退回补充 · closed 整改办结
  cause text,                                        -- why the result was not satisfactory, as the laboratory found
  action text,                                       -- what the laboratory did
  evidence text,                                     -- what proves it
  files uuid[] NOT NULL,
  submitted_at timestamp with time zone,
  submitted_by uuid,
  decision_reason text,                              -- why it was closed or sent back
  decided_at timestamp with time zone,
  decided_by uuid,
  person_id uuid NOT NULL,                           -- who demanded it
  at timestamp with time zone NOT NULL,
  CONSTRAINT comparison_correction_once UNIQUE (comparison_id, member_id),
  CONSTRAINT comparison_correction_pkey PRIMARY KEY (id),
  CONSTRAINT comparison_correction_comparison_id_fkey FOREIGN KEY (comparison_id) REFERENCES comparison(id),
  CONSTRAINT comparison_correction_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  CONSTRAINT comparison_correction_member_id_fkey FOREIGN KEY (member_id) REFERENCES comparison_member(id),
  CONSTRAINT comparison_correction_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT comparison_correction_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES person(id),
  CONSTRAINT comparison_correction_state_is_known CHECK (state = ANY (ARRAY['demanded'::text, 'submitted'::text, 'returned'::text, 'closed'::text])),
  CONSTRAINT comparison_correction_submitted_is_whole CHECK (state = 'demanded'::text OR cause IS NOT NULL AND action IS NOT NULL AND evidence IS NOT NULL AND submitted_at IS NOT NULL)
);
CREATE INDEX comparison_correction_member ON comparison_correction USING btree (member_id);
GRANT INSERT, SELECT, UPDATE (action), UPDATE (cause), UPDATE (decided_at), UPDATE (decided_by), UPDATE (decision_reason), UPDATE (evidence), UPDATE (files), UPDATE (state), UPDATE (submitted_at), UPDATE (submitted_by) ON comparison_correction TO tongheng_app;

-- 比对评价：参考值、比分数与结论；重新计算另存一份，以最后一份为准。
CREATE TABLE comparison_evaluation (
  id uuid NOT NULL,
  comparison_id uuid NOT NULL,
  number integer NOT NULL,                           -- counts the evaluations of a round; the last one holds
  exclusions jsonb NOT NULL,                         -- numbers that were left out of the reference value, each with the reason
  outcome jsonb NOT NULL,                            -- reference values, scores, verdicts and flags, decimals as text
  note text NOT NULL,                                -- what the pilot laboratory says of it in the report
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT comparison_evaluation_once UNIQUE (comparison_id, number),
  CONSTRAINT comparison_evaluation_pkey PRIMARY KEY (id),
  CONSTRAINT comparison_evaluation_comparison_id_fkey FOREIGN KEY (comparison_id) REFERENCES comparison(id),
  CONSTRAINT comparison_evaluation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT INSERT, SELECT ON comparison_evaluation TO tongheng_app;

-- 传递标准的一次交接：计划日期，交方和接方先后签署，到达时的状态与环境。
CREATE TABLE comparison_handover (
  id uuid NOT NULL,
  comparison_id uuid NOT NULL,
  position integer NOT NULL,                         -- order along the route
  artefact text NOT NULL,                            -- serial number of the travelling standard
  from_id uuid NOT NULL,
  to_id uuid NOT NULL,
  planned_on date NOT NULL,
  sent_at timestamp with time zone,
  sent_by uuid,
  sent_condition text,                               -- condition and accessories as the sender signed for them
  received_at timestamp with time zone,
  received_by uuid,
  arrival text,                                      -- intact 完好 · doubtful 存疑 · damaged 损坏
  arrival_note text,                                 -- what the receiver found
  temperature text,                                  -- at the arrival, °C; null: not recorded
  humidity text,                                     -- at the arrival, % relative humidity; null: not recorded
  CONSTRAINT comparison_handover_once UNIQUE (comparison_id, "position"),
  CONSTRAINT comparison_handover_pkey PRIMARY KEY (id),
  CONSTRAINT comparison_handover_comparison_id_fkey FOREIGN KEY (comparison_id) REFERENCES comparison(id),
  CONSTRAINT comparison_handover_from_id_fkey FOREIGN KEY (from_id) REFERENCES organization(id),
  CONSTRAINT comparison_handover_received_by_fkey FOREIGN KEY (received_by) REFERENCES person(id),
  CONSTRAINT comparison_handover_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES person(id),
  CONSTRAINT comparison_handover_to_id_fkey FOREIGN KEY (to_id) REFERENCES organization(id),
  CONSTRAINT comparison_handover_arrival_is_known CHECK (arrival = ANY (ARRAY['intact'::text, 'doubtful'::text, 'damaged'::text])),
  CONSTRAINT comparison_handover_is_sent_before_it_arrives CHECK (received_at IS NULL OR sent_at IS NOT NULL),
  CONSTRAINT comparison_handover_is_signed_by_both CHECK ((sent_at IS NULL) = (sent_by IS NULL) AND (received_at IS NULL) = (received_by IS NULL) AND (received_at IS NULL) = (arrival IS NULL)),
  CONSTRAINT comparison_handover_leaves_for_another_place CHECK (from_id <> to_id)
);
CREATE INDEX comparison_handover_from ON comparison_handover USING btree (from_id, planned_on);
CREATE INDEX comparison_handover_to ON comparison_handover USING btree (to_id, planned_on);
GRANT INSERT, SELECT, UPDATE (arrival), UPDATE (arrival_note), UPDATE (humidity), UPDATE (received_at), UPDATE (received_by), UPDATE (sent_at), UPDATE (sent_by), UPDATE (sent_condition), UPDATE (temperature) ON comparison_handover TO tongheng_app;

-- 参比实验室：经组织方确认参加一次比对的机构；编号随机抽取，名称与编号的对应只有组织方和本机构可见。
CREATE TABLE comparison_member (
  id uuid NOT NULL,
  comparison_id uuid NOT NULL,
  organization_id uuid NOT NULL,                     -- the laboratory
  duty text NOT NULL,                                -- mandatory 应当参加 · voluntary 自愿参加
  grounds jsonb NOT NULL,                            -- why it has to take part, as the registers had it on that day: measurement standards and designations
  code integer,                                      -- its number in the report, drawn by lot at the start; null: not drawn yet
  state text NOT NULL,                               -- confirmed 已确认 · excused 准予不参加 · withdrawn 已退出
  ended_at timestamp with time zone,
  ended_by uuid,
  end_reason text,                                   -- why it does not take part
  person_id uuid NOT NULL,                           -- who confirmed it for the organiser
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT comparison_member_code_once UNIQUE (comparison_id, code),
  CONSTRAINT comparison_member_once UNIQUE (comparison_id, organization_id),
  CONSTRAINT comparison_member_pkey PRIMARY KEY (id),
  CONSTRAINT comparison_member_comparison_id_fkey FOREIGN KEY (comparison_id) REFERENCES comparison(id),
  CONSTRAINT comparison_member_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  CONSTRAINT comparison_member_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT comparison_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT comparison_member_code_is_counted CHECK (code >= 1 AND code <= 999),
  CONSTRAINT comparison_member_duty_is_known CHECK (duty = ANY (ARRAY['mandatory'::text, 'voluntary'::text])),
  CONSTRAINT comparison_member_ends_with_a_reason CHECK ((state = 'confirmed'::text) = (ended_at IS NULL) AND (ended_at IS NULL) = (end_reason IS NULL)),
  CONSTRAINT comparison_member_state_is_known CHECK (state = ANY (ARRAY['confirmed'::text, 'excused'::text, 'withdrawn'::text]))
);
CREATE INDEX comparison_member_organization ON comparison_member USING btree (organization_id);
GRANT INSERT, SELECT, UPDATE (code), UPDATE (duty), UPDATE (end_reason), UPDATE (ended_at), UPDATE (ended_by), UPDATE (grounds), UPDATE (state) ON comparison_member TO tongheng_app;

-- 主导实验室申报：机构响应公开征集提交的比对方案。
CREATE TABLE comparison_proposal (
  id uuid NOT NULL,
  comparison_id uuid NOT NULL,
  organization_id uuid NOT NULL,                     -- the laboratory that offers to be the pilot
  text text NOT NULL,
  files uuid[] NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT comparison_proposal_once UNIQUE (comparison_id, organization_id),
  CONSTRAINT comparison_proposal_pkey PRIMARY KEY (id),
  CONSTRAINT comparison_proposal_comparison_id_fkey FOREIGN KEY (comparison_id) REFERENCES comparison(id),
  CONSTRAINT comparison_proposal_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT comparison_proposal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX comparison_proposal_organization ON comparison_proposal USING btree (organization_id);
GRANT INSERT, SELECT ON comparison_proposal TO tongheng_app;

-- 比对实施方案的各稿：传递标准、路线、测量点、测量与报告要求、参考值和评价方法、期限；最后一稿有效，开始实施后不再更改。
CREATE TABLE comparison_protocol (
  id uuid NOT NULL,
  comparison_id uuid NOT NULL,
  number integer NOT NULL,                           -- counts the drafts of a round
  content jsonb NOT NULL,                            -- travelling standard, route, points, instructions, method and dates, as the contract of the slice has them
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT comparison_protocol_once UNIQUE (comparison_id, number),
  CONSTRAINT comparison_protocol_pkey PRIMARY KEY (id),
  CONSTRAINT comparison_protocol_comparison_id_fkey FOREIGN KEY (comparison_id) REFERENCES comparison(id),
  CONSTRAINT comparison_protocol_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT INSERT, SELECT ON comparison_protocol TO tongheng_app;

-- 结果揭示：截止后公开原文并与承诺核对；不相符的不予接受，仍留存记录。全部揭示或揭示期满前，原文加密保存，任何人不可见。
CREATE TABLE comparison_reveal (
  id uuid NOT NULL,
  comparison_id uuid NOT NULL,
  member_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  matches boolean NOT NULL,                          -- the content has the digest that was committed
  digest text NOT NULL,                              -- SHA-256 of what was revealed
  sealed text,                                       -- the content, encrypted; null: refused, not kept
  person_id uuid,                                    -- who revealed it; null: the platform, of what was entrusted to it
  at timestamp with time zone NOT NULL,
  CONSTRAINT comparison_reveal_pkey PRIMARY KEY (id),
  CONSTRAINT comparison_reveal_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES comparison_commitment(id),
  CONSTRAINT comparison_reveal_comparison_id_fkey FOREIGN KEY (comparison_id) REFERENCES comparison(id),
  CONSTRAINT comparison_reveal_member_id_fkey FOREIGN KEY (member_id) REFERENCES comparison_member(id),
  CONSTRAINT comparison_reveal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT comparison_reveal_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT comparison_reveal_keeps_what_matches CHECK (matches = (sealed IS NOT NULL))
);
CREATE INDEX comparison_reveal_comparison ON comparison_reveal USING btree (comparison_id, at);
CREATE UNIQUE INDEX comparison_reveal_once ON comparison_reveal USING btree (member_id) WHERE matches;
GRANT INSERT, SELECT ON comparison_reveal TO tongheng_app;

-- 一次评价对每个参比实验室的总结论。
CREATE TABLE comparison_verdict (
  member_id uuid NOT NULL,
  evaluation_id uuid NOT NULL,
  result text NOT NULL,                              -- satisfactory 满意 · questionable 有问题 · unsatisfactory 不满意 · reference 提供参考值 · not-scored 未评分 · unusable 结果无法使用 · unrevealed 未揭示 · missed 未提交
  CONSTRAINT comparison_verdict_pkey PRIMARY KEY (evaluation_id, member_id),
  CONSTRAINT comparison_verdict_evaluation_id_fkey FOREIGN KEY (evaluation_id) REFERENCES comparison_evaluation(id),
  CONSTRAINT comparison_verdict_member_id_fkey FOREIGN KEY (member_id) REFERENCES comparison_member(id),
  CONSTRAINT comparison_verdict_result_is_known CHECK (result = ANY (ARRAY['satisfactory'::text, 'questionable'::text, 'unsatisfactory'::text, 'reference'::text, 'not-scored'::text, 'unusable'::text, 'unrevealed'::text, 'missed'::text]))
);
CREATE INDEX comparison_verdict_member ON comparison_verdict USING btree (member_id);
GRANT INSERT, SELECT ON comparison_verdict TO tongheng_app;

-- 样品离所：检定后领取，或未检退回；由谁领走、凭何领取、随附证书编号。
CREATE TABLE custody_ending (
  custody_item_id uuid NOT NULL,
  kind text NOT NULL,                                -- fetched 已领取 · returned 未检退回
  fetched_by text NOT NULL,                          -- name of the person who took it
  fetched_phone text,                                -- telephone of that person; shown masked
  proof text NOT NULL,                               -- code 取件码 · signature 签字
  proof_note text,                                   -- where the signature is, such as the slip or a letter of authority
  certificate_number text,                           -- number of the certificate or notice that was handed over with it
  reason text,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT custody_ending_pkey PRIMARY KEY (custody_item_id),
  CONSTRAINT custody_ending_custody_item_id_fkey FOREIGN KEY (custody_item_id) REFERENCES custody_item(id),
  CONSTRAINT custody_ending_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT custody_ending_kind_is_known CHECK (kind = ANY (ARRAY['fetched'::text, 'returned'::text])),
  CONSTRAINT custody_ending_proof_is_known CHECK (proof = ANY (ARRAY['code'::text, 'signature'::text])),
  CONSTRAINT custody_ending_return_has_a_reason CHECK (kind = 'fetched'::text OR reason IS NOT NULL),
  CONSTRAINT custody_ending_signature_is_described CHECK (proof = 'code'::text OR proof_note IS NOT NULL)
);
GRANT INSERT, SELECT ON custody_ending TO tongheng_app;

-- 收样单上的一台器具：收下时的状况、附件、件数，现在何处，是否已领取。
CREATE TABLE custody_item (
  id uuid NOT NULL,
  slip_id uuid NOT NULL,
  sequence integer NOT NULL,                         -- number of the label on its slip
  item_id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  institute_id uuid NOT NULL,                        -- the institute that holds it, as on the slip
  status text NOT NULL,                              -- held 在所 · fetched 已领取 · returned 未检退回
  condition text NOT NULL,                           -- sound 完好 · worn 外观有瑕疵 · damaged 有损坏 · incomplete 缺件
  condition_note text,                               -- what was seen; demanded unless it is sound
  accessories text NOT NULL DEFAULT ''::text,        -- what came with it, such as adapter, cable, weights; empty: nothing
  pieces integer NOT NULL,                           -- how many pieces were handed over
  location text NOT NULL,                            -- counter 收样台 · shelf 样品架 · bench 检定台位 · person 人员手中 · outside 外送 · left 已离所
  location_name text NOT NULL DEFAULT ''::text,      -- which shelf, bench or person
  move_count integer NOT NULL DEFAULT 0,             -- how many moves are recorded
  received_by uuid NOT NULL,
  received_at timestamp with time zone NOT NULL,
  left_at timestamp with time zone,
  CONSTRAINT custody_item_label_once UNIQUE (slip_id, sequence),
  CONSTRAINT custody_item_pkey PRIMARY KEY (id),
  CONSTRAINT custody_item_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT custody_item_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(id),
  CONSTRAINT custody_item_item_id_fkey FOREIGN KEY (item_id) REFERENCES request_item(id),
  CONSTRAINT custody_item_received_by_fkey FOREIGN KEY (received_by) REFERENCES person(id),
  CONSTRAINT custody_item_slip_id_fkey FOREIGN KEY (slip_id) REFERENCES custody_slip(id),
  CONSTRAINT custody_item_condition_is_known CHECK (condition = ANY (ARRAY['sound'::text, 'worn'::text, 'damaged'::text, 'incomplete'::text])),
  CONSTRAINT custody_item_damage_is_described CHECK (condition = 'sound'::text OR condition_note IS NOT NULL),
  CONSTRAINT custody_item_has_pieces CHECK (pieces >= 1 AND pieces <= 9999),
  CONSTRAINT custody_item_is_nowhere_when_it_left CHECK ((status = 'held'::text) = (location <> 'left'::text)),
  CONSTRAINT custody_item_left_when_not_held CHECK ((status = 'held'::text) = (left_at IS NULL)),
  CONSTRAINT custody_item_location_is_known CHECK (location = ANY (ARRAY['counter'::text, 'shelf'::text, 'bench'::text, 'person'::text, 'outside'::text, 'left'::text])),
  CONSTRAINT custody_item_status_is_known CHECK (status = ANY (ARRAY['held'::text, 'fetched'::text, 'returned'::text]))
);
CREATE INDEX custody_item_held ON custody_item USING btree (institute_id, received_at, id) WHERE (status = 'held'::text);
CREATE INDEX custody_item_institute ON custody_item USING btree (institute_id, received_at DESC, id DESC);
CREATE INDEX custody_item_instrument ON custody_item USING btree (instrument_id);
CREATE UNIQUE INDEX custody_item_instrument_is_held_once ON custody_item USING btree (instrument_id) WHERE (status = 'held'::text);
CREATE INDEX custody_item_item ON custody_item USING btree (item_id);
CREATE UNIQUE INDEX custody_item_received_once ON custody_item USING btree (item_id) WHERE (status <> 'returned'::text);
GRANT INSERT, SELECT, UPDATE (left_at), UPDATE (location), UPDATE (location_name), UPDATE (move_count), UPDATE (status) ON custody_item TO tongheng_app;

-- 样品流转：每次移动一行，只增不改。
CREATE TABLE custody_move (
  custody_item_id uuid NOT NULL,
  sequence integer NOT NULL,                         -- in the order of the moves, from 1: the counter
  location text NOT NULL,                            -- as in custody_item
  location_name text NOT NULL DEFAULT ''::text,      -- which shelf, bench or person
  note text,                                         -- what was remarked
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT custody_move_once PRIMARY KEY (custody_item_id, sequence),
  CONSTRAINT custody_move_custody_item_id_fkey FOREIGN KEY (custody_item_id) REFERENCES custody_item(id),
  CONSTRAINT custody_move_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT custody_move_location_is_known CHECK (location = ANY (ARRAY['counter'::text, 'shelf'::text, 'bench'::text, 'person'::text, 'outside'::text, 'left'::text]))
);
GRANT INSERT, SELECT ON custody_move TO tongheng_app;

-- 收样单号流水：每机构每年一列，取号与收样单在同一事务中，不重号、不漏号。
CREATE TABLE custody_series (
  institute_id uuid NOT NULL,
  year integer NOT NULL,                             -- calendar year of the numbers
  last integer NOT NULL,                             -- the last number given
  CONSTRAINT custody_series_once PRIMARY KEY (institute_id, year),
  CONSTRAINT custody_series_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT custody_series_has_six_digits CHECK (last >= 1 AND last <= 999999)
);
GRANT INSERT, SELECT, UPDATE (last) ON custody_series TO tongheng_app;

-- 收样单：使用单位送来的一批器具，由谁送来、何日收下，凭取件码领取。
CREATE TABLE custody_slip (
  id uuid NOT NULL,
  number text NOT NULL,                              -- SY, year, six digits of the institute's series and a check character
  institute_id uuid NOT NULL,
  region text NOT NULL,
  holder_id uuid NOT NULL,
  year integer NOT NULL,                             -- calendar year of the number
  sequence integer NOT NULL,                         -- running number within institute and year
  brought_by text NOT NULL,                          -- name of the person who brought the instruments
  brought_phone text,                                -- telephone of that person; shown masked
  note text,                                         -- what both parties agreed
  pick_up_code text NOT NULL,                        -- printed on the slip and shown to the holder; whoever names it may fetch
  item_count integer NOT NULL DEFAULT 0,             -- instruments on the slip; gives each its label number
  received_by uuid NOT NULL,
  received_at timestamp with time zone NOT NULL,
  received_on date NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT custody_slip_number_once UNIQUE (institute_id, number),
  CONSTRAINT custody_slip_sequence_once UNIQUE (institute_id, year, sequence),
  CONSTRAINT custody_slip_pkey PRIMARY KEY (id),
  CONSTRAINT custody_slip_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES organization(id),
  CONSTRAINT custody_slip_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT custody_slip_received_by_fkey FOREIGN KEY (received_by) REFERENCES person(id),
  CONSTRAINT custody_slip_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text)
);
CREATE INDEX custody_slip_holder ON custody_slip USING btree (holder_id, received_at DESC, id DESC);
CREATE INDEX custody_slip_institute ON custody_slip USING btree (institute_id, received_at DESC, id DESC);
CREATE INDEX custody_slip_region ON custody_slip USING btree (region, received_at DESC, id DESC);
GRANT INSERT, SELECT, UPDATE (item_count) ON custody_slip TO tongheng_app;

-- 强制检定指定：主管部门按行政区划与器具种类以文件指定检定机构（计量法实施细则），同一区划同一种类同时只有一个。
CREATE TABLE designation (
  id uuid NOT NULL,
  region text NOT NULL,                              -- for instruments used here, GB/T 2260
  instrument_kind text NOT NULL,                     -- for this kind, key of instrument/rules
  institute_id uuid NOT NULL,
  document_number text NOT NULL,                     -- the document that designates
  valid_from date NOT NULL,                          -- first day
  valid_to date,                                     -- last day, where it has ended
  authority_id uuid NOT NULL,                        -- who designated
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT designation_pkey PRIMARY KEY (id),
  CONSTRAINT designation_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES organization(id),
  CONSTRAINT designation_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT designation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT designation_ends_after_it_begins CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT designation_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text)
);
CREATE INDEX designation_institute ON designation USING btree (institute_id);
CREATE UNIQUE INDEX designation_one_at_a_time ON designation USING btree (region, instrument_kind) WHERE (valid_to IS NULL);
GRANT INSERT, SELECT, UPDATE ON designation TO tongheng_app;

-- 指定的终止
CREATE TABLE designation_ending (
  designation_id uuid NOT NULL,
  last_day date NOT NULL,                            -- last day on which it holds
  document_number text NOT NULL,                     -- the document that ends it
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT designation_ending_pkey PRIMARY KEY (designation_id),
  CONSTRAINT designation_ending_designation_id_fkey FOREIGN KEY (designation_id) REFERENCES designation(id)
);
GRANT INSERT, SELECT ON designation_ending TO tongheng_app;

-- 县级以下区划：乡镇（街道）九位，村（社区）十二位，统计用区划代码。
CREATE TABLE division (
  code text NOT NULL,                                -- nine digits: township 乡镇、街道; twelve: village 村、社区
  region text NOT NULL,                              -- the county it lies in, GB/T 2260; the first six digits of the code, unless these are a zone of the statistics only
  level text NOT NULL,                               -- township 乡镇、街道 · village 村、社区
  name text NOT NULL,                                -- as the list of codes prints it
  name_en text,                                      -- where an official English name is known
  source text NOT NULL,                              -- where the code and the name come from
  valid_from date,                                   -- first day, where known
  valid_to date,                                     -- last day, where it was merged or renamed
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT division_pkey PRIMARY KEY (code),
  CONSTRAINT division_code_is_of_its_level CHECK (code ~ '^[0-9]{9}([0-9]{3})?$'::text),
  CONSTRAINT division_level_fits_the_code CHECK ((level = 'township'::text) = (length(code) = 9)),
  CONSTRAINT division_level_is_known CHECK (level = ANY (ARRAY['township'::text, 'village'::text])),
  CONSTRAINT division_lies_in_the_city_of_its_region CHECK ("left"(code, 4) = "left"(region, 4)),
  CONSTRAINT division_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text)
);
CREATE INDEX division_region ON division USING btree (region, code);
CREATE INDEX division_township ON division USING btree ("left"(code, 9), code);
GRANT INSERT, SELECT, UPDATE ON division TO tongheng_app;

-- 一次更新对一个乡镇或村的改动，更名前的名称由此保留。
CREATE TABLE division_change (
  import_id uuid NOT NULL,
  code text NOT NULL,                                -- statistical code of the township or village
  change text NOT NULL,                              -- added 新增 · renamed 更名或改隶 · ended 停用 · resumed 恢复
  name_before text,                                  -- name until then; null: it was not recorded
  name_after text,                                   -- name from then on; null: it has ended
  region_before text,                                -- county until then, GB/T 2260
  region_after text,                                 -- county from then on, GB/T 2260
  CONSTRAINT division_change_pkey PRIMARY KEY (import_id, code),
  CONSTRAINT division_change_code_fkey FOREIGN KEY (code) REFERENCES division(code),
  CONSTRAINT division_change_import_id_fkey FOREIGN KEY (import_id) REFERENCES division_import(id),
  CONSTRAINT division_change_is_known CHECK (change = ANY (ARRAY['added'::text, 'renamed'::text, 'ended'::text, 'resumed'::text]))
);
CREATE INDEX division_change_code ON division_change USING btree (code);
GRANT INSERT, SELECT ON division_change TO tongheng_app;

-- 乡镇与村的更新：导入某一年的统计用区划代码，列出新增、更名、停用，原有的不删除。
CREATE TABLE division_import (
  id uuid NOT NULL,
  file_id uuid NOT NULL,                             -- the list that was imported
  source text NOT NULL,                              -- which edition of the codes, by whom
  valid_from date NOT NULL,                          -- the first day on which the changes hold
  added integer NOT NULL,                            -- how many were new
  renamed integer NOT NULL,                          -- how many bear another name or lie in another county
  ended integer NOT NULL,                            -- how many are no longer listed
  resumed integer NOT NULL,                          -- how many had ended and are listed again
  unchanged integer NOT NULL,                        -- how many stayed as they were
  person_id uuid NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT division_import_pkey PRIMARY KEY (id),
  CONSTRAINT division_import_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  CONSTRAINT division_import_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT INSERT, SELECT ON division_import TO tongheng_app;

-- 导入的 e-CQS 预约单文件；本平台与 e-CQS 没有接口，只交换文件。
CREATE TABLE ecqs_import (
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  region text NOT NULL,
  person_id uuid NOT NULL,
  file_name text NOT NULL,                           -- as the person’s device calls it
  file_digest text NOT NULL,                         -- SHA-256 of the file as it came, kept in the data folder
  notices jsonb NOT NULL DEFAULT '[]'::jsonb,        -- what holds for the whole file, such as columns that were ignored; both languages
  row_count integer NOT NULL,                        -- rows that say something
  requested_count integer NOT NULL,                  -- rows that became part of a request
  repeated_count integer NOT NULL,                   -- rows that were requested here already
  refused_count integer NOT NULL,                    -- rows that could not be taken, with remarks
  recorded_at timestamp with time zone NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT ecqs_import_pkey PRIMARY KEY (id),
  CONSTRAINT ecqs_import_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT ecqs_import_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX ecqs_import_organization ON ecqs_import USING btree (organization_id, recorded_at DESC, id DESC);
GRANT INSERT, SELECT ON ecqs_import TO tongheng_app;

-- 预约单文件的每一行：原样单元格、预约单号、办理结果和备注；回传结果时按此归还其字段。
CREATE TABLE ecqs_row (
  import_id uuid NOT NULL,
  row_number integer NOT NULL,                       -- row of the sheet, or line of the text, as a person counts
  reservation text,                                  -- the number of the reservation 预约单号 in e-CQS
  cells jsonb NOT NULL,                              -- the cells as written, by field
  outcome text NOT NULL,                             -- requested 已转为申请 · repeated 已有申请 · refused 未能受理
  remarks jsonb NOT NULL,                            -- field, whether it refuses the row, and the sentence in both languages
  instrument_id uuid,
  request_id uuid,
  registered boolean NOT NULL DEFAULT false,         -- the instrument was entered into the ledger with this row
  CONSTRAINT ecqs_row_pkey PRIMARY KEY (import_id, row_number),
  CONSTRAINT ecqs_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES ecqs_import(id),
  CONSTRAINT ecqs_row_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(id),
  CONSTRAINT ecqs_row_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id),
  CONSTRAINT ecqs_row_outcome_is_known CHECK (outcome = ANY (ARRAY['requested'::text, 'repeated'::text, 'refused'::text]))
);
CREATE INDEX ecqs_row_instrument ON ecqs_row USING btree (instrument_id) WHERE (instrument_id IS NOT NULL);
CREATE INDEX ecqs_row_request ON ecqs_row USING btree (request_id) WHERE (request_id IS NOT NULL);
GRANT INSERT, SELECT ON ecqs_row TO tongheng_app;

-- 登记：成果、称号、计量标准、承诺、服务等一事一记，内容见 entry_version。
CREATE TABLE entry (
  id uuid NOT NULL,
  kind text NOT NULL,                                -- kind of register entry: rules/kinds.ts
  submitted_by uuid NOT NULL,                        -- who entered it first
  submitted_at timestamp with time zone NOT NULL,    -- when it was entered first
  stock_id uuid,                                     -- the opening stock list it came with
  demonstration boolean NOT NULL DEFAULT false,      -- fictional record of the demonstration story
  CONSTRAINT entry_pkey PRIMARY KEY (id),
  CONSTRAINT entry_stock_id_fkey FOREIGN KEY (stock_id) REFERENCES entry_stock(id),
  CONSTRAINT entry_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES person(id)
);
CREATE INDEX entry_stock_rows ON entry USING btree (stock_id) WHERE (stock_id IS NOT NULL);
GRANT INSERT, SELECT ON entry TO tongheng_app;

-- 更正与阶段申报：对已采信登记的变更，一人提出、另一人批准；原值保留在旧版本中。
CREATE TABLE entry_proposal (
  id uuid NOT NULL,
  entry_id uuid NOT NULL,
  type text NOT NULL,                                -- correction 更正 · phase 阶段
  on_version integer NOT NULL,                       -- the version it would change
  content jsonb NOT NULL,                            -- the content after approval
  subject_key text NOT NULL,                         -- subject key after approval
  reason text NOT NULL,                              -- why
  document_number text NOT NULL,                     -- the document that proves the change
  files uuid[] NOT NULL,                             -- evidence of the change
  status text NOT NULL,                              -- proposed 待审定 · approved 已批准 · refused 未批准
  proposed_by uuid NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_reason text,                              -- reason of the decision
  CONSTRAINT entry_proposal_pkey PRIMARY KEY (id),
  CONSTRAINT entry_proposal_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  CONSTRAINT entry_proposal_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES entry(id),
  CONSTRAINT entry_proposal_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id),
  CONSTRAINT entry_proposal_has_evidence CHECK (cardinality(files) > 0),
  CONSTRAINT entry_proposal_is_decided_by_another CHECK (decided_by IS NULL OR decided_by <> proposed_by),
  CONSTRAINT entry_proposal_status_is_known CHECK (status = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text])),
  CONSTRAINT entry_proposal_type_is_known CHECK (type = ANY (ARRAY['correction'::text, 'phase'::text]))
);
CREATE INDEX entry_proposal_entry ON entry_proposal USING btree (entry_id, proposed_at);
CREATE UNIQUE INDEX entry_proposal_one_open ON entry_proposal USING btree (entry_id) WHERE (status = 'proposed'::text);
GRANT INSERT, SELECT, UPDATE (decided_at), UPDATE (decided_by), UPDATE (decision_reason), UPDATE (status) ON entry_proposal TO tongheng_app;

-- 身份证件号码摘要的密钥：号码本身不入库，只存带密钥的摘要。
CREATE TABLE entry_secret (
  id boolean NOT NULL DEFAULT true,                  -- there is one key
  key text NOT NULL,                                 -- key of the HMAC-SHA-256 of identity numbers; random, made with the database
  CONSTRAINT entry_secret_pkey PRIMARY KEY (id),
  CONSTRAINT entry_secret_is_single CHECK (id)
);
GRANT SELECT ON entry_secret TO tongheng_app;

-- 存量建账：一份签章名单及其文件，整批导入，另一人审核一次后各行计入。
CREATE TABLE entry_stock (
  id uuid NOT NULL,
  kind text NOT NULL,                                -- kind of register entry
  as_of date NOT NULL,                               -- the day whose stock the list states
  title text NOT NULL,                               -- title of the signed list
  document_number text NOT NULL,                     -- document number of the signed list
  issuer text NOT NULL,                              -- who signed the list
  workbook uuid NOT NULL,                            -- the imported workbook
  files uuid[] NOT NULL,                             -- the signed list and its documents
  status text NOT NULL,                              -- empty: no new row was found, nothing to review
  taken integer NOT NULL,                            -- rows that became entries
  duplicate integer NOT NULL,                        -- rows refused because the same thing is registered or listed already
  refused integer NOT NULL,                          -- rows refused because something in them is wrong
  remarks jsonb NOT NULL,                            -- row number and reason, in both languages, of each row that was not taken; the cells stay in the workbook
  organization_id uuid NOT NULL,                     -- for which organization it was imported
  region text NOT NULL,                              -- region of that organization, GB/T 2260
  submitted_by uuid NOT NULL,
  submitted_at timestamp with time zone NOT NULL,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  reason text,                                       -- why the batch was rejected
  demonstration boolean NOT NULL DEFAULT false,      -- fictional record of the demonstration story
  CONSTRAINT entry_stock_pkey PRIMARY KEY (id),
  CONSTRAINT entry_stock_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT entry_stock_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES person(id),
  CONSTRAINT entry_stock_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES person(id),
  CONSTRAINT entry_stock_workbook_fkey FOREIGN KEY (workbook) REFERENCES file(id),
  CONSTRAINT entry_stock_has_its_signed_list CHECK (cardinality(files) > 0),
  CONSTRAINT entry_stock_is_reviewed_by_another CHECK (reviewed_by IS NULL OR reviewed_by <> submitted_by),
  CONSTRAINT entry_stock_status_is_known CHECK (status = ANY (ARRAY['submitted'::text, 'accepted'::text, 'rejected'::text, 'empty'::text]))
);
GRANT INSERT, SELECT, UPDATE (reason), UPDATE (reviewed_at), UPDATE (reviewed_by), UPDATE (status) ON entry_stock TO tongheng_app;

-- 登记的版本：更正、撤回、阶段变化都是新版本，旧版本保留。counts_from/counts_to 说明何时计入，recorded_at/superseded_at 说明何时已知。
CREATE TABLE entry_version (
  entry_id uuid NOT NULL,
  version integer NOT NULL,                          -- 1, 2, 3 …
  recorded_at timestamp with time zone NOT NULL,     -- since when this is what was known
  superseded_at timestamp with time zone,            -- when a later version took its place; null: it holds
  action text NOT NULL,                              -- what made this version
  person_id uuid NOT NULL,                           -- who made this version
  reason text,                                       -- why, where a reason is required
  status text NOT NULL,                              -- submitted 已提交 · reviewed 已审核 · returned 退回补正 · accepted 已采信 · rejected 不予采信 · withdrawn 已撤销; lapsed 已失效 is computed
  kind text NOT NULL,                                -- kind of the entry, repeated here for the counting index
  level text,                                        -- city 市（厅）级 · province 省级 · ministry 部级 · national 国家级
  subject_key text NOT NULL,                         -- what the same thing is: a keyed digest of a person, a patent number, a credit code …
  region text NOT NULL,                              -- region to which it belongs, GB/T 2260
  organization_id uuid NOT NULL,                     -- whose entry it is
  title text NOT NULL,                               -- name of the person, project, standard, enterprise …
  document_number text NOT NULL,                     -- the document or number that proves it
  issuer text NOT NULL,                              -- who issued that document
  since date NOT NULL,                               -- day from which the fact holds
  until date,                                        -- last day on which the fact holds; null: open
  payload jsonb NOT NULL,                            -- the further fields of the kind; identity numbers only masked
  facet text GENERATED ALWAYS AS (COALESCE((payload ->> 'programme'::text), (payload ->> 'centre'::text), (payload ->> 'field'::text), (payload ->> 'sector'::text))) STORED, -- the one classification by which a counting rule may filter this kind
  phases jsonb NOT NULL DEFAULT '[]'::jsonb,         -- 批准筹建 → 建设 → 验收 → 授牌, each with day and document
  counts_from date,                                  -- first day on which it counts; null: it does not count
  counts_to date,                                    -- first day on which it counts no more (after until, or withdrawal)
  opening boolean NOT NULL DEFAULT false,            -- came with an opening stock list
  files uuid[] NOT NULL DEFAULT '{}'::uuid[],        -- evidence of this version
  submitted_by uuid NOT NULL,                        -- who submitted what this version says
  reviewed_by uuid,                                  -- who reviewed it
  accepted_by uuid,                                  -- who accepted it
  CONSTRAINT entry_version_pkey PRIMARY KEY (entry_id, version),
  CONSTRAINT entry_version_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES person(id),
  CONSTRAINT entry_version_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES entry(id),
  CONSTRAINT entry_version_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT entry_version_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT entry_version_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES person(id),
  CONSTRAINT entry_version_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES person(id),
  CONSTRAINT entry_acceptor_is_another CHECK (accepted_by IS NULL OR accepted_by <> submitted_by AND accepted_by IS DISTINCT FROM reviewed_by),
  CONSTRAINT entry_counts_only_when_accepted CHECK (counts_from IS NULL OR (status = ANY (ARRAY['accepted'::text, 'withdrawn'::text]))),
  CONSTRAINT entry_ends_after_it_begins CHECK (until IS NULL OR until >= since),
  CONSTRAINT entry_is_superseded_later CHECK (superseded_at IS NULL OR superseded_at >= recorded_at),
  CONSTRAINT entry_level_is_known CHECK (level = ANY (ARRAY['city'::text, 'province'::text, 'ministry'::text, 'national'::text])),
  CONSTRAINT entry_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text),
  CONSTRAINT entry_reviewer_is_another CHECK (reviewed_by IS NULL OR reviewed_by <> submitted_by),
  CONSTRAINT entry_status_is_known CHECK (status = ANY (ARRAY['submitted'::text, 'reviewed'::text, 'returned'::text, 'accepted'::text, 'rejected'::text, 'withdrawn'::text]))
);
CREATE INDEX entry_version_accepted ON entry_version USING btree (kind, recorded_at) WHERE (accepted_by IS NOT NULL);
CREATE INDEX entry_version_counted ON entry_version USING btree (kind, subject_key) INCLUDE (level, facet, counts_from, counts_to, recorded_at, superseded_at, region, opening) WHERE (counts_from IS NOT NULL);
CREATE UNIQUE INDEX entry_version_one_holds ON entry_version USING btree (entry_id) WHERE (superseded_at IS NULL);
CREATE INDEX entry_version_open ON entry_version USING btree (kind, status) WHERE ((superseded_at IS NULL) AND (status <> 'accepted'::text));
CREATE INDEX entry_version_organization ON entry_version USING btree (organization_id, kind) WHERE (superseded_at IS NULL);
CREATE INDEX entry_version_search ON entry_version USING gin ((((title || ' '::text) || document_number)) gin_trgm_ops) WHERE (superseded_at IS NULL);
CREATE INDEX entry_version_subject ON entry_version USING btree (kind, subject_key) WHERE (superseded_at IS NULL);
CREATE TRIGGER indicator_counts_new_versions AFTER INSERT ON entry_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION indicator_count_spans();
CREATE TRIGGER indicator_counts_superseded_versions AFTER UPDATE ON entry_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION indicator_count_spans();
GRANT INSERT, SELECT, UPDATE (superseded_at) ON entry_version TO tongheng_app;

-- 事件：只增不改的审计轨迹。每次变更与其事件在同一事务中写入；个人信息不写入此表。
CREATE TABLE event (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  at timestamp with time zone NOT NULL,              -- when it happened, by the server's clock
  kind text NOT NULL,                                -- what happened: <term>.<verb in the past>
  subject text NOT NULL,                             -- id of the thing it happened to
  person_id uuid,                                    -- who did it; null for the public and for the system
  organization_id uuid,                              -- for which organization the person acted
  reason text,                                       -- the reason given, where one is required
  detail jsonb NOT NULL DEFAULT '{}'::jsonb,         -- facts of the event without personal data
  CONSTRAINT event_pkey PRIMARY KEY (id),
  CONSTRAINT event_kind_is_term_and_verb CHECK (kind ~ '^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$'::text)
);
CREATE INDEX event_kind ON event USING btree (kind, id);
CREATE INDEX event_organization ON event USING btree (organization_id, id);
CREATE INDEX event_subject ON event USING btree (subject, id);
GRANT INSERT, SELECT ON event TO tongheng_app;

-- 免收检定费的一台（件）：为一份强检申请出具的、未作废的证书或通知书；由触发器随证书增减，只供计数。
CREATE TABLE fee_item (
  certificate_id uuid NOT NULL,
  institute_id uuid NOT NULL,                        -- who verified it
  region text NOT NULL,
  nameplate_id bigint NOT NULL,
  issued_on date NOT NULL,                           -- the day whose price counts
  CONSTRAINT fee_item_pkey PRIMARY KEY (certificate_id),
  CONSTRAINT fee_item_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificate(id),
  CONSTRAINT fee_item_nameplate_id_fkey FOREIGN KEY (nameplate_id) REFERENCES fee_nameplate(id)
);
CREATE INDEX fee_item_day ON fee_item USING btree (issued_on, institute_id, region, nameplate_id);
CREATE INDEX fee_item_institute ON fee_item USING btree (institute_id, issued_on, region, nameplate_id);
CREATE INDEX fee_item_region ON fee_item USING btree (region text_pattern_ops, issued_on, institute_id, nameplate_id);
CREATE TRIGGER fee_item_added_is_counted AFTER INSERT ON fee_item REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fee_count_item();
CREATE TRIGGER fee_item_taken_is_counted AFTER DELETE ON fee_item REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fee_count_item();
GRANT SELECT ON fee_item TO tongheng_app;

-- 收费标准：按文件录入，只用于计算免收金额，不用于收费；某日适用其间开始最晚的一份，先前的保留。
CREATE TABLE fee_list (
  id uuid NOT NULL,
  document_number text NOT NULL,
  title text NOT NULL,
  issuer text NOT NULL,                              -- who issued the document
  valid_from date NOT NULL,                          -- first day
  valid_to date,                                     -- last day, where the document names one
  file_id uuid,                                      -- the document, where it was uploaded
  note text,                                         -- what whoever recorded it wants to be known
  person_id uuid NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT fee_list_pkey PRIMARY KEY (id),
  CONSTRAINT fee_list_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  CONSTRAINT fee_list_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT fee_list_ends_after_it_begins CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
GRANT INSERT, SELECT ON fee_list TO tongheng_app;

-- 收费标准录入有误而撤回：此后不再用于计算，原记录保留。
CREATE TABLE fee_list_withdrawal (
  list_id uuid NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT fee_list_withdrawal_pkey PRIMARY KEY (list_id),
  CONSTRAINT fee_list_withdrawal_list_id_fkey FOREIGN KEY (list_id) REFERENCES fee_list(id),
  CONSTRAINT fee_list_withdrawal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT INSERT, SELECT ON fee_list_withdrawal TO tongheng_app;

-- 已检器具中出现过的（种类、铭牌参数），由触发器增加：价格按它计算，不必逐台计算。
CREATE TABLE fee_nameplate (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL,                                -- key of instrument/rules
  parameters jsonb NOT NULL,                         -- the nameplate as it was when the document was issued
  CONSTRAINT fee_nameplate_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX fee_nameplate_once ON fee_nameplate USING btree (kind, md5((parameters)::text));
GRANT SELECT ON fee_nameplate TO tongheng_app;

-- 收费标准的一行：某种器具（或铭牌参数在某范围内的）每台（件）多少分；同一种类按次序取第一条相符的。
CREATE TABLE fee_price (
  list_id uuid NOT NULL,
  position integer NOT NULL,                         -- order in the document
  kind text NOT NULL,                                -- key of instrument/rules
  words text NOT NULL,                               -- as the document calls it
  field text,                                        -- field of the nameplate by which the price differs; null: one price for the kind
  over_value text,                                   -- decimal, exclusive lower bound of that field
  up_to_value text,                                  -- decimal, inclusive upper bound of that field
  unit text,                                         -- unit of the bounds, where the field carries its unit
  choice text,                                       -- the value of that field, where it is one of several
  price_fen bigint NOT NULL,                         -- fen per instrument
  CONSTRAINT fee_price_pkey PRIMARY KEY (list_id, "position"),
  CONSTRAINT fee_price_list_id_fkey FOREIGN KEY (list_id) REFERENCES fee_list(id),
  CONSTRAINT fee_price_is_not_negative CHECK (price_fen >= 0),
  CONSTRAINT fee_price_range_has_a_field CHECK (field IS NOT NULL OR over_value IS NULL AND up_to_value IS NULL AND choice IS NULL)
);
GRANT INSERT, SELECT ON fee_price TO tongheng_app;

-- 每月的 fee_item 台（件）数，由触发器在同一事务中维护：整月按它计算，零头的日子按 fee_item。
CREATE TABLE fee_tally (
  issued_in date NOT NULL,                           -- the first day of the month
  institute_id uuid NOT NULL,                        -- who verified it
  region text NOT NULL,
  nameplate_id bigint NOT NULL,
  n bigint NOT NULL,                                 -- how many
  CONSTRAINT fee_tally_once PRIMARY KEY (issued_in, institute_id, region, nameplate_id),
  CONSTRAINT fee_tally_nameplate_id_fkey FOREIGN KEY (nameplate_id) REFERENCES fee_nameplate(id),
  CONSTRAINT fee_tally_month_is_its_first_day CHECK (EXTRACT(day FROM issued_in) = 1::numeric)
);
GRANT SELECT ON fee_tally TO tongheng_app;

-- 附件：内容按摘要存放在数据目录，表中只有名称与摘要。
CREATE TABLE file (
  id uuid NOT NULL,
  digest text NOT NULL,                              -- SHA-256 of the content, which is also its address in the data folder
  name text NOT NULL,                                -- the name under which it was uploaded
  media_type text NOT NULL,                          -- the type found in the content itself
  size_bytes bigint NOT NULL,                        -- length of the content
  organization_id uuid NOT NULL,                     -- whose file it is
  region text NOT NULL,                              -- region of that organization, GB/T 2260
  person_id uuid NOT NULL,                           -- who uploaded it
  at timestamp with time zone NOT NULL,              -- when it was uploaded
  CONSTRAINT file_pkey PRIMARY KEY (id),
  CONSTRAINT file_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT file_is_not_empty CHECK (size_bytes > 0)
);
GRANT INSERT, SELECT ON file TO tongheng_app;

-- 分母口径：目录覆盖率与需求满足率以什么为分母、报送不加权还是加权的数；每一版由牵头部门以文件决定，自某日起施行，只增不改，以前各日仍按当日施行的一版计算。
CREATE TABLE indicator_denominator (
  id uuid NOT NULL,
  plan_id text NOT NULL,                             -- which plan document
  indicator text NOT NULL,                           -- id of the indicator in the plan document
  version integer NOT NULL,                          -- counted from 1 within the indicator
  chosen text NOT NULL,                              -- catalogue 目录全部 · ledger 台账有器具 · demanded 期内有需求 · listed 逐项列明; decided 已处理 · submitted 已提出
  catalogue text,                                    -- id of the edition of the catalogue; null: named by a decision before editions were kept
  edition text,                                      -- that edition in words
  edition_en text,                                   -- the same in English, where it has a title in English
  level text,                                        -- entry 一级 · item 二级; null: the numbers are named one by one
  items jsonb NOT NULL DEFAULT '[]'::jsonb,          -- the numbers of that edition as they stood when it was decided: key, name, kinds of the ledger, numbers of authorised items that cover it, why it is left out
  weight text,                                       -- demand by which the weighted figure is weighted: ledger 台账在用器具 · requests 期内申请的器具
  months integer,                                    -- length of the period that ends on the day of the figure; null: since the beginning
  threshold integer,                                 -- percent of the instruments of a kind that must be served for the kind to count, unweighted
  reported text NOT NULL,                            -- which of the two figures is held against the target
  holds_from date,                                   -- first day; null: every day before the next version (decisions before there were versions)
  effect jsonb,                                      -- what was shown when it was decided: figures before and after, on which day
  document_number text NOT NULL,                     -- the document that decides it
  files uuid[] NOT NULL,                             -- that document
  reason text NOT NULL,                              -- why this denominator
  person_id uuid NOT NULL,                           -- who decided
  organization_id uuid NOT NULL,                     -- for which organization
  recorded_at timestamp with time zone NOT NULL,     -- from then on it is known
  demonstration boolean NOT NULL DEFAULT false,      -- fictional record of the demonstration story
  CONSTRAINT indicator_denominator_version_once UNIQUE (plan_id, indicator, version),
  CONSTRAINT indicator_denominator_pkey PRIMARY KEY (id),
  CONSTRAINT indicator_denominator_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT indicator_denominator_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT indicator_denominator_counts_from_one CHECK (version > 0),
  CONSTRAINT indicator_denominator_level_is_known CHECK (level = ANY (ARRAY['entry'::text, 'item'::text])),
  CONSTRAINT indicator_denominator_months_are_plausible CHECK (months >= 1 AND months <= 120),
  CONSTRAINT indicator_denominator_reported_is_known CHECK (reported = ANY (ARRAY['unweighted'::text, 'weighted'::text])),
  CONSTRAINT indicator_denominator_says_all_of_its_set CHECK ( CASE WHEN chosen = ANY (ARRAY['decided'::text, 'submitted'::text]) THEN threshold IS NOT NULL AND weight IS NULL AND edition IS NULL ELSE threshold IS NULL AND weight IS NOT NULL AND edition IS NOT NULL AND jsonb_array_length(items) > 0 AND (level IS NULL) = (chosen = 'listed'::text) AND (months IS NOT NULL OR chosen <> 'demanded'::text AND weight <> 'requests'::text) END),
  CONSTRAINT indicator_denominator_set_is_known CHECK (chosen = ANY (ARRAY['catalogue'::text, 'ledger'::text, 'demanded'::text, 'listed'::text, 'decided'::text, 'submitted'::text])),
  CONSTRAINT indicator_denominator_threshold_is_a_percentage CHECK (threshold >= 1 AND threshold <= 100),
  CONSTRAINT indicator_denominator_weight_is_known CHECK (weight = ANY (ARRAY['ledger'::text, 'requests'::text]))
);
GRANT INSERT, SELECT ON indicator_denominator TO tongheng_app;

-- 公开决定（信息公开审查）：指标数值、能力缺口、差异在公开决定之前只供内部使用；最近一次决定有效，撤回也是一次决定。
CREATE TABLE indicator_publication (
  id uuid NOT NULL,
  sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY, -- order of recording, also within one instant
  plan_id text NOT NULL,                             -- which plan document
  subject text NOT NULL,                             -- indicators 指标 · capability 能力矩阵 · differences 待核实差异
  mode text NOT NULL,                                -- live 实时 · snapshot 快照 · withdrawn 撤回
  snapshot_id uuid,                                  -- which snapshot is shown
  document_number text,                              -- number of the decision, where it has one
  reason text NOT NULL,                              -- why it is published or withdrawn
  person_id uuid NOT NULL,                           -- who decided
  organization_id uuid NOT NULL,                     -- for which organization
  recorded_at timestamp with time zone NOT NULL,     -- when it took effect
  demonstration boolean NOT NULL DEFAULT false,      -- fictional record of the demonstration story
  CONSTRAINT indicator_publication_pkey PRIMARY KEY (id),
  CONSTRAINT indicator_publication_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT indicator_publication_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT indicator_publication_snapshot_id_fkey FOREIGN KEY (snapshot_id) REFERENCES indicator_snapshot(id),
  CONSTRAINT indicator_publication_mode_is_known CHECK (mode = ANY (ARRAY['live'::text, 'snapshot'::text, 'withdrawn'::text])),
  CONSTRAINT indicator_publication_names_its_snapshot CHECK ((mode = 'snapshot'::text) = (snapshot_id IS NOT NULL)),
  CONSTRAINT indicator_publication_subject_is_known CHECK (subject = ANY (ARRAY['indicators'::text, 'capability'::text, 'differences'::text]))
);
CREATE INDEX indicator_publication_latest ON indicator_publication USING btree (plan_id, subject, recorded_at DESC);
GRANT INSERT, SELECT ON indicator_publication TO tongheng_app;

-- 登记类指标的计数规则，由规划文件载入；indicator_span 按它维护。
CREATE TABLE indicator_rule (
  plan_id text NOT NULL,                             -- which plan document
  indicator text NOT NULL,                           -- id of the indicator in the plan document
  kind text NOT NULL,                                -- kind of register entry that is counted
  levels text[],                                     -- levels that count; null: all
  facet text,                                        -- programme, centre, field or sector that counts; null: all
  obtained_from date,                                -- only what was obtained since this day; null: whatever holds
  start date NOT NULL,                               -- first day of the plan
  due date NOT NULL,                                 -- by when the target is to be reached
  CONSTRAINT indicator_rule_once PRIMARY KEY (plan_id, indicator)
);
CREATE INDEX indicator_rule_kind ON indicator_rule USING btree (kind);
GRANT SELECT ON indicator_rule TO tongheng_app;

-- 快照：某日、按某时所知的全部数值、计算方法与所依据记录的摘要；不可更改，可随时重算比对。
CREATE TABLE indicator_snapshot (
  id uuid NOT NULL,
  plan_id text NOT NULL,                             -- which plan document
  title text NOT NULL,                               -- what it was frozen for
  as_of date NOT NULL,                               -- the day of the figures
  known_at timestamp with time zone NOT NULL,        -- what was known then
  content jsonb NOT NULL,                            -- figures, methods and digests of the records
  digest text NOT NULL,                              -- SHA-256 of the content in canonical form (RFC 8785)
  reason text NOT NULL,                              -- why it was frozen
  person_id uuid NOT NULL,                           -- who froze it
  organization_id uuid NOT NULL,                     -- for which organization
  recorded_at timestamp with time zone NOT NULL,     -- when it was frozen
  demonstration boolean NOT NULL DEFAULT false,      -- fictional record of the demonstration story
  CONSTRAINT indicator_snapshot_pkey PRIMARY KEY (id),
  CONSTRAINT indicator_snapshot_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT indicator_snapshot_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT indicator_snapshot_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'::text)
);
CREATE INDEX indicator_snapshot_latest ON indicator_snapshot USING btree (plan_id, recorded_at DESC);
GRANT INSERT, SELECT ON indicator_snapshot TO tongheng_app;

-- 每个主体在每个指标下计入的时段（各登记有效期的并集），按现在所知；与 entry_version 在同一事务中由触发器维护，任何人不能直接写入。指标的现值由此计数，与 indicator_entry_figures 相等（测试）。
CREATE TABLE indicator_span (
  plan_id text NOT NULL,                             -- which plan document
  indicator text NOT NULL,                           -- id of the indicator in the plan document
  subject_key text NOT NULL,                         -- the person, patent, enterprise … that is counted once
  recorded boolean NOT NULL,                         -- false: of all entries; true: of those that did not come with an opening stock list
  held_from date NOT NULL,                           -- first day
  held_to date                                       -- first day on which it counts no more; null: open
);
CREATE INDEX indicator_span_figure ON indicator_span USING btree (plan_id, indicator, recorded, held_from, held_to);
CREATE INDEX indicator_span_subject ON indicator_span USING btree (subject_key, indicator);
GRANT SELECT ON indicator_span TO tongheng_app;

-- 目标分解表：各县（市、区）到各年末应累计达到的数，凭文号；只增不改，最近一次有效。
CREATE TABLE indicator_target (
  id uuid NOT NULL,
  sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY, -- order of recording, also within one instant
  plan_id text NOT NULL,                             -- which plan document
  indicator text NOT NULL,                           -- id of the indicator in the plan document
  region text NOT NULL,                              -- a county, or the city for what the city level itself takes on
  year smallint NOT NULL,                            -- to be reached by 31 December of this year, counted from the beginning
  amount numeric,                                    -- in the unit of the indicator; null takes an earlier one back
  document_number text NOT NULL,                     -- the document that sets it
  files uuid[] NOT NULL,                             -- evidence
  reason text NOT NULL,                              -- why it is set or changed
  person_id uuid NOT NULL,                           -- who recorded it
  organization_id uuid NOT NULL,                     -- for which organization
  recorded_at timestamp with time zone NOT NULL,     -- when
  demonstration boolean NOT NULL DEFAULT false,      -- fictional record of the demonstration story
  CONSTRAINT indicator_target_pkey PRIMARY KEY (id),
  CONSTRAINT indicator_target_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT indicator_target_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT indicator_target_is_not_negative CHECK (amount >= 0::numeric),
  CONSTRAINT indicator_target_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text),
  CONSTRAINT indicator_target_year_is_plausible CHECK (year >= 2000 AND year <= 2100)
);
CREATE INDEX indicator_target_latest ON indicator_target USING btree (plan_id, indicator, region, year, recorded_at DESC);
GRANT INSERT, SELECT ON indicator_target TO tongheng_app;

-- 计量器具台账：谁持有、什么器具、在哪里使用。同一持有单位的同一制造单位、型号、出厂编号只登记一次。
CREATE TABLE instrument (
  id uuid NOT NULL,
  kind text NOT NULL,                                -- key of instrument/rules, such as price-computing-scale 电子计价秤
  name text NOT NULL,                                -- what the holder calls it
  model text NOT NULL,                               -- model as on the nameplate
  serial text NOT NULL,                              -- serial number as on the nameplate
  maker text NOT NULL,                               -- maker as on the nameplate
  holder_id uuid NOT NULL,                           -- the organization that uses it 使用单位
  registrar_id uuid NOT NULL,                        -- the organization that recorded it
  region text NOT NULL,                              -- where it is used, GB/T 2260
  place text NOT NULL,                               -- place of use
  use text NOT NULL,                                 -- trade 贸易结算 · safety 安全防护 · medical 医疗卫生 · environment 环境监测 · other 其他 (计量法第九条)
  parameters jsonb NOT NULL,                         -- the nameplate as texts, by the form of the procedure
  status text NOT NULL,                              -- in-use 在用 · sealed 封存 · in-repair 维修中 · lost 遗失 · scrapped 已报废
  version integer NOT NULL DEFAULT 1,                -- counts every change, so that two people do not overwrite each other
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamp with time zone NOT NULL,
  code text NOT NULL,                                -- the code for life 器具编码, given once and kept through every hand-over
  identification_code text,                          -- an identification code by GB/T 36377-2018 that the instrument already bears, as printed
  old_number text,                                   -- a number of an earlier ledger 原编号
  ecqs_number text,                                  -- its number in the national e-CQS, kept as key
  type_id bigint NOT NULL,                           -- kind, name, model and maker, kept by a trigger
  type_approval text,                                -- number of the type approval 型式批准证书编号, as on the nameplate
  measuring_range text,                              -- as on the nameplate, with its unit
  accuracy_class text,                               -- as on the nameplate
  manufactured_on date,                              -- date of manufacture; a month or year is its first day
  in_use_since date,                                 -- since when it is used by anybody
  township text,                                     -- township 乡镇、街道 of the place of use, where known
  village text,                                      -- village 村、社区 of the place of use, where known
  longitude numeric(9,6),                            -- degrees, CGCS2000
  latitude numeric(8,6),                             -- degrees, CGCS2000
  place_id uuid,                                     -- the market, clinic or station it stands in, where recorded
  parent_id uuid,                                    -- the installation it is part of, such as the dispenser of a nozzle
  validity text,                                     -- how it is verified: periodic 周期检定 · limited-use 限期使用、到期轮换 · first-only 首次检定、失准报废; null: not known
  verdict text,                                      -- of the last result that counts: pass 合格 · fail 不合格; null: none, or none since the last repair (verified_on then says when the earlier one was)
  verified_on date,                                  -- day of the last verification that is recorded
  certificate_number text,                           -- number of the last document, of this city or another
  verified_by text,                                  -- who issued the last document, as printed
  due_on date,                                       -- last day that the last verification counts: the next is due, or a limited use ends; null: never verified, failed, or without an end
  photo_id uuid,                                     -- photo of the nameplate
  result_origin text,                                -- whose word the last result is: platform, a document of this city · reported 单位自报, of a body outside, entered by the holder; null: none
  CONSTRAINT instrument_code_once UNIQUE (code),
  CONSTRAINT instrument_once UNIQUE (holder_id, maker, model, serial),
  CONSTRAINT instrument_pkey PRIMARY KEY (id),
  CONSTRAINT instrument_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES organization(id),
  CONSTRAINT instrument_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES instrument(id),
  CONSTRAINT instrument_photo_id_fkey FOREIGN KEY (photo_id) REFERENCES file(id),
  CONSTRAINT instrument_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  CONSTRAINT instrument_registrar_id_fkey FOREIGN KEY (registrar_id) REFERENCES organization(id),
  CONSTRAINT instrument_township_fkey FOREIGN KEY (township) REFERENCES division(code),
  CONSTRAINT instrument_type_id_fkey FOREIGN KEY (type_id) REFERENCES instrument_type(id),
  CONSTRAINT instrument_village_fkey FOREIGN KEY (village) REFERENCES division(code),
  CONSTRAINT instrument_due_after_a_pass CHECK (due_on IS NULL OR verdict = 'pass'::text),
  CONSTRAINT instrument_has_both_coordinates CHECK ((longitude IS NULL) = (latitude IS NULL)),
  CONSTRAINT instrument_is_not_its_own_part CHECK (parent_id <> id),
  CONSTRAINT instrument_latitude_is_on_earth CHECK (latitude >= '-90'::integer::numeric AND latitude <= 90::numeric),
  CONSTRAINT instrument_longitude_is_on_earth CHECK (longitude >= '-180'::integer::numeric AND longitude <= 180::numeric),
  CONSTRAINT instrument_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text),
  CONSTRAINT instrument_result_origin_is_known CHECK (result_origin = ANY (ARRAY['platform'::text, 'reported'::text])),
  CONSTRAINT instrument_status_is_known CHECK (status = ANY (ARRAY['in-use'::text, 'sealed'::text, 'in-repair'::text, 'lost'::text, 'scrapped'::text])),
  CONSTRAINT instrument_use_is_known CHECK (use = ANY (ARRAY['trade'::text, 'safety'::text, 'medical'::text, 'environment'::text, 'other'::text])),
  CONSTRAINT instrument_validity_is_known CHECK (validity = ANY (ARRAY['periodic'::text, 'limited-use'::text, 'first-only'::text])),
  CONSTRAINT instrument_verdict_is_known CHECK (verdict = ANY (ARRAY['pass'::text, 'fail'::text]))
);
CREATE INDEX instrument_code_beginning ON instrument USING btree (code text_pattern_ops);
CREATE INDEX instrument_due ON instrument USING btree (region, kind, due_on, id) WHERE ((status = 'in-use'::text) AND (due_on IS NOT NULL));
CREATE INDEX instrument_due_township ON instrument USING btree (township, kind, due_on, id) WHERE ((status = 'in-use'::text) AND (due_on IS NOT NULL) AND (township IS NOT NULL));
CREATE INDEX instrument_ecqs_number_beginning ON instrument USING btree (ecqs_number text_pattern_ops) WHERE (ecqs_number IS NOT NULL);
CREATE UNIQUE INDEX instrument_ecqs_number_once ON instrument USING btree (ecqs_number) WHERE (ecqs_number IS NOT NULL);
CREATE INDEX instrument_holder ON instrument USING btree (holder_id, recorded_at DESC, id DESC);
CREATE INDEX instrument_holder_type ON instrument USING btree (holder_id, type_id, id);
CREATE INDEX instrument_identification_code ON instrument USING btree (identification_code) WHERE (identification_code IS NOT NULL);
CREATE INDEX instrument_latest ON instrument USING btree (recorded_at DESC, id DESC);
CREATE INDEX instrument_never_verified ON instrument USING btree (region, recorded_at, id) WHERE ((status = 'in-use'::text) AND (verdict IS NULL) AND (verified_on IS NULL));
CREATE INDEX instrument_old_number_beginning ON instrument USING btree (lower(old_number) text_pattern_ops) WHERE (old_number IS NOT NULL);
CREATE INDEX instrument_old_number_part ON instrument USING gin (number_letters(old_number) gin_trgm_ops, ((region || ''::text))) WHERE (old_number IS NOT NULL);
CREATE INDEX instrument_parent ON instrument USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX instrument_place ON instrument USING btree (place_id) WHERE (place_id IS NOT NULL);
CREATE INDEX instrument_region ON instrument USING btree (region, recorded_at DESC, id DESC);
CREATE INDEX instrument_registrar ON instrument USING btree (registrar_id, id);
CREATE INDEX instrument_serial_beginning ON instrument USING btree (lower(serial) text_pattern_ops);
CREATE INDEX instrument_serial_end ON instrument USING btree (reverse(lower(serial)) text_pattern_ops);
CREATE INDEX instrument_serial_part ON instrument USING gin (number_letters(serial) gin_trgm_ops, ((region || ''::text)));
CREATE INDEX instrument_township_type ON instrument USING btree (township, type_id, id) WHERE (township IS NOT NULL);
CREATE INDEX instrument_type_rows ON instrument USING btree (type_id, region, id);
CREATE INDEX instrument_village ON instrument USING btree (village) WHERE (village IS NOT NULL);
CREATE INDEX instrument_without_day ON instrument USING btree (region, kind, verdict, id) WHERE ((status = 'in-use'::text) AND (due_on IS NULL));
CREATE INDEX instrument_without_day_township ON instrument USING btree (township, kind, verdict, id) WHERE ((status = 'in-use'::text) AND (due_on IS NULL) AND (township IS NOT NULL));
CREATE TRIGGER instrument_added_is_counted AFTER INSERT ON instrument REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION instrument_count_added();
CREATE TRIGGER instrument_change_is_counted AFTER UPDATE ON instrument REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION instrument_count_changed();
CREATE TRIGGER instrument_type_follows BEFORE UPDATE OF kind, name, model, maker ON instrument FOR EACH ROW WHEN (old.kind IS DISTINCT FROM new.kind OR old.name IS DISTINCT FROM new.name OR old.model IS DISTINCT FROM new.model OR old.maker IS DISTINCT FROM new.maker) EXECUTE FUNCTION instrument_set_type();
CREATE TRIGGER instrument_type_is_set BEFORE INSERT ON instrument FOR EACH ROW WHEN (new.type_id IS NULL) EXECUTE FUNCTION instrument_set_type();
GRANT INSERT, SELECT, UPDATE ON instrument TO tongheng_app;

-- 移交：使用单位把器具移交给另一使用单位，接收方接受后才生效；器具编码不变，原单位保留其持有期间的记录。
CREATE TABLE instrument_handover (
  id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  from_holder_id uuid NOT NULL,                      -- who gives it
  to_holder_id uuid NOT NULL,                        -- who is to receive it
  on_day date NOT NULL,                              -- since when the other uses it
  reason text NOT NULL,
  status text NOT NULL,                              -- offered 待接收 · accepted 已接收 · declined 已拒收 · withdrawn 已撤回
  offered_by uuid NOT NULL,
  offered_at timestamp with time zone NOT NULL,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_reason text,                              -- why it was declined or withdrawn
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT instrument_handover_pkey PRIMARY KEY (id),
  CONSTRAINT instrument_handover_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  CONSTRAINT instrument_handover_from_holder_id_fkey FOREIGN KEY (from_holder_id) REFERENCES organization(id),
  CONSTRAINT instrument_handover_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(id),
  CONSTRAINT instrument_handover_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES person(id),
  CONSTRAINT instrument_handover_to_holder_id_fkey FOREIGN KEY (to_holder_id) REFERENCES organization(id),
  CONSTRAINT instrument_handover_is_decided_by_somebody CHECK ((status = 'offered'::text) = (decided_at IS NULL AND decided_by IS NULL)),
  CONSTRAINT instrument_handover_is_to_another CHECK (from_holder_id <> to_holder_id),
  CONSTRAINT instrument_handover_status_is_known CHECK (status = ANY (ARRAY['offered'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text]))
);
CREATE INDEX instrument_handover_giver ON instrument_handover USING btree (from_holder_id, offered_at DESC, id DESC);
CREATE INDEX instrument_handover_instrument ON instrument_handover USING btree (instrument_id, offered_at);
CREATE UNIQUE INDEX instrument_handover_one_offer ON instrument_handover USING btree (instrument_id) WHERE (status = 'offered'::text);
CREATE INDEX instrument_handover_receiver ON instrument_handover USING btree (to_holder_id, offered_at DESC, id DESC);
GRANT INSERT, SELECT, UPDATE ON instrument_handover TO tongheng_app;

-- 使用地点变更
CREATE TABLE instrument_move (
  id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  from_region text NOT NULL,                         -- region before, GB/T 2260
  from_place text NOT NULL,                          -- place of use before
  to_region text NOT NULL,                           -- region afterwards, GB/T 2260
  to_place text NOT NULL,                            -- place of use afterwards
  on_day date NOT NULL,                              -- since when it stands at the other place
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  from_township text,
  from_village text,
  from_place_id uuid,
  to_township text,
  to_village text,
  to_place_id uuid,
  CONSTRAINT instrument_move_pkey PRIMARY KEY (id),
  CONSTRAINT instrument_move_from_place_id_fkey FOREIGN KEY (from_place_id) REFERENCES place(id),
  CONSTRAINT instrument_move_from_township_fkey FOREIGN KEY (from_township) REFERENCES division(code),
  CONSTRAINT instrument_move_from_village_fkey FOREIGN KEY (from_village) REFERENCES division(code),
  CONSTRAINT instrument_move_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(id),
  CONSTRAINT instrument_move_to_place_id_fkey FOREIGN KEY (to_place_id) REFERENCES place(id),
  CONSTRAINT instrument_move_to_township_fkey FOREIGN KEY (to_township) REFERENCES division(code),
  CONSTRAINT instrument_move_to_village_fkey FOREIGN KEY (to_village) REFERENCES division(code)
);
CREATE INDEX instrument_move_instrument ON instrument_move USING btree (instrument_id, at);
GRANT INSERT, SELECT ON instrument_move TO tongheng_app;

-- 因业务往来可查看该器具的机构（受理强制检定申请的检定机构）。
CREATE TABLE instrument_reader (
  instrument_id uuid NOT NULL,
  organization_id uuid NOT NULL,                     -- besides the holder and the registrar
  since timestamp with time zone NOT NULL,           -- when the right to see it began
  CONSTRAINT instrument_reader_once PRIMARY KEY (instrument_id, organization_id),
  CONSTRAINT instrument_reader_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(id),
  CONSTRAINT instrument_reader_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
);
CREATE INDEX instrument_reader_organization ON instrument_reader USING btree (organization_id, instrument_id);
GRANT INSERT, SELECT ON instrument_reader TO tongheng_app;

-- 器具的历次结果：本平台的证书与通知书，以及使用单位自报的平台以外机构的证书；自报的只作参考并处处标明，不作为平台证据。
CREATE TABLE instrument_result (
  id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  origin text NOT NULL,                              -- platform 本平台出具 · reported 使用单位自报
  number text NOT NULL,                              -- number of the document as printed
  verdict text NOT NULL,                             -- pass 合格 · fail 不合格
  verified_on date NOT NULL,                         -- day of the verification as printed
  valid_until date,                                  -- last day as printed; null: it names none
  validity text,                                     -- how it is verified, where known: periodic · limited-use · first-only
  institute text NOT NULL,                           -- who issued it, as printed
  file_id uuid,                                      -- scan of a reported certificate; null where it came with an imported ledger
  organization_id uuid,
  person_id uuid,
  at timestamp with time zone NOT NULL,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawal_reason text,                            -- why it no longer counts: a revocation, or a mistake of who reported it
  CONSTRAINT instrument_result_pkey PRIMARY KEY (id),
  CONSTRAINT instrument_result_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  CONSTRAINT instrument_result_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(id),
  CONSTRAINT instrument_result_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT instrument_result_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT instrument_result_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  CONSTRAINT instrument_result_ends_after_a_pass CHECK (valid_until IS NULL OR verdict = 'pass'::text AND valid_until >= verified_on),
  CONSTRAINT instrument_result_origin_is_of_two CHECK (origin = ANY (ARRAY['platform'::text, 'reported'::text])),
  CONSTRAINT instrument_result_validity_is_known CHECK (validity = ANY (ARRAY['periodic'::text, 'limited-use'::text, 'first-only'::text])),
  CONSTRAINT instrument_result_verdict_is_known CHECK (verdict = ANY (ARRAY['pass'::text, 'fail'::text]))
);
CREATE UNIQUE INDEX instrument_result_once ON instrument_result USING btree (instrument_id, origin, number) WHERE (withdrawn_at IS NULL);
GRANT INSERT, SELECT, UPDATE ON instrument_result TO tongheng_app;

-- 器具状态的每次变更：封存、启封、送修、修复、遗失、寻回、报废；报废即为终结，原记录保留。
CREATE TABLE instrument_status_change (
  id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  change text NOT NULL,                              -- seal 封存 · unseal 启封 · send 送修 · return 修复 · lose 遗失 · find 寻回 · scrap 报废
  from_status text NOT NULL,                         -- state before
  to_status text NOT NULL,                           -- state afterwards
  on_day date NOT NULL,                              -- since when; of a scrapping the last day of use
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT instrument_status_change_pkey PRIMARY KEY (id),
  CONSTRAINT instrument_status_change_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(id),
  CONSTRAINT instrument_status_change_is_known CHECK (change = ANY (ARRAY['seal'::text, 'unseal'::text, 'send'::text, 'return'::text, 'lose'::text, 'find'::text, 'scrap'::text]))
);
CREATE INDEX instrument_status_change_instrument ON instrument_status_change USING btree (instrument_id, at);
CREATE UNIQUE INDEX instrument_status_change_scrapped_once ON instrument_status_change USING btree (instrument_id) WHERE (change = 'scrap'::text);
GRANT INSERT, SELECT ON instrument_status_change TO tongheng_app;

-- 台账的精确计数：与 instrument_tally_change 之和即为当前数，二者由触发器在同一事务中维护，任何人不能直接写入。
CREATE TABLE instrument_tally (
  grain text NOT NULL,                               -- for a region or for each of its townships; by blocks of 1, 4, 16 and 128 days, so that a span of days is the sum of few, or all days together
  region text NOT NULL,
  due_on date NOT NULL,                              -- first day of the block, counted from 1970-01-01 in whole blocks; -infinity where all days are together
  township text NOT NULL,                            -- of the grains by township: the township, empty where it is not known; empty otherwise
  kind text NOT NULL,                                -- key of instrument/rules
  state text NOT NULL,                               -- in use: due, with its day; otherwise what instrument/rules calls its standing; not in use: the status
  n bigint NOT NULL,                                 -- instruments
  CONSTRAINT instrument_tally_once PRIMARY KEY (grain, region, due_on, township, kind, state),
  CONSTRAINT instrument_tally_grain_is_known CHECK (grain ~ '^(region|township)-(1|4|16|128|all)$'::text)
);
GRANT SELECT ON instrument_tally TO tongheng_app;

-- 尚未并入 instrument_tally 的增减：写入者只追加，互不等待，也不会死锁；偶尔由一个写入者并入。
CREATE TABLE instrument_tally_change (
  region text NOT NULL,
  township text NOT NULL,                            -- empty where it is not known
  kind text NOT NULL,                                -- key of instrument/rules
  state text NOT NULL,                               -- as in instrument_tally
  due_on date NOT NULL,                              -- the day due; -infinity where there is none
  n bigint NOT NULL                                  -- instruments more, or fewer where negative
);
GRANT SELECT ON instrument_tally_change TO tongheng_app;

-- 器具的经过：除器具本身外，其申请、检定、证书等事件的主体，由触发器与后续业务写入。
CREATE TABLE instrument_thread (
  instrument_id uuid NOT NULL,
  subject text NOT NULL,                             -- subject of the events that belong to the history of the instrument
  CONSTRAINT instrument_thread_once PRIMARY KEY (instrument_id, subject),
  CONSTRAINT instrument_thread_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(id)
);
GRANT INSERT, SELECT ON instrument_thread TO tongheng_app;

-- 台账中出现过的（种类、名称、型号、制造单位），由触发器随台账增加：查找先在这一小表中进行。
CREATE TABLE instrument_type (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL,                                -- key of instrument/rules
  name text NOT NULL,                                -- as instrument.name
  model text NOT NULL,                               -- as instrument.model
  maker text NOT NULL,                               -- as instrument.maker
  words text NOT NULL GENERATED ALWAYS AS (lower(NORMALIZE(((((name || '
'::text) || model) || '
'::text) || maker), NFKC))) STORED, -- name, model and maker in small letters of normal width: what a word is looked for in
  CONSTRAINT instrument_type_once UNIQUE (kind, name, model, maker),
  CONSTRAINT instrument_type_pkey PRIMARY KEY (id)
);
CREATE INDEX instrument_type_words ON instrument_type USING gin (words gin_trgm_ops);
GRANT SELECT ON instrument_type TO tongheng_app;

-- 台账导入：读取文件、比对台账、由人选定后写入；中断后从最后一行继续。
CREATE TABLE ledger_import (
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  region text NOT NULL,
  person_id uuid NOT NULL,
  file_name text NOT NULL,                           -- as the person’s device calls it
  file_digest text NOT NULL,                         -- SHA-256 of the file as it came, kept in the data folder
  size_bytes integer NOT NULL,                       -- of the file, in bytes
  format text,                                       -- xlsx · csv; null until the file is read
  many_holders boolean NOT NULL,                     -- an institute imports for the holders that the rows name
  register_holders boolean NOT NULL DEFAULT false,   -- holders that are not known yet are registered with their credit code, as the person chose
  status text NOT NULL,                              -- reading 读取中 · compared 已比对 · applying 导入中 · done 已完成 · refused 未能读取 · abandoned 已放弃
  refusal jsonb,                                     -- why the file could not be read, in both languages
  notices jsonb NOT NULL DEFAULT '[]'::jsonb,        -- what holds for the whole file, such as columns that were ignored; both languages
  columns jsonb NOT NULL DEFAULT '[]'::jsonb,        -- the columns that were found: field and heading as written
  row_count integer NOT NULL DEFAULT 0,              -- rows that say something
  new_count integer NOT NULL DEFAULT 0,              -- rows of instruments that the ledger does not have
  changed_count integer NOT NULL DEFAULT 0,          -- rows that differ from the ledger
  unchanged_count integer NOT NULL DEFAULT 0,        -- rows that say what the ledger says
  refused_count integer NOT NULL DEFAULT 0,          -- rows that cannot be taken, with remarks
  warning_count integer NOT NULL DEFAULT 0,          -- rows that can be taken but should be looked at
  chosen_count integer NOT NULL DEFAULT 0,           -- rows that the person chose
  applied_count integer NOT NULL DEFAULT 0,          -- chosen rows that are in the ledger now
  last_row integer NOT NULL DEFAULT 0,               -- the last row that was taken up; after an interruption the work goes on behind it
  recorded_at timestamp with time zone NOT NULL,
  compared_at timestamp with time zone,
  begun_at timestamp with time zone,                 -- when the writing began
  progress_at timestamp with time zone NOT NULL,     -- when the background work last came a step further
  ended_at timestamp with time zone,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT ledger_import_pkey PRIMARY KEY (id),
  CONSTRAINT ledger_import_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT ledger_import_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT ledger_import_format_is_known CHECK (format = ANY (ARRAY['xlsx'::text, 'csv'::text])),
  CONSTRAINT ledger_import_status_is_known CHECK (status = ANY (ARRAY['reading'::text, 'compared'::text, 'applying'::text, 'done'::text, 'refused'::text, 'abandoned'::text]))
);
CREATE INDEX ledger_import_at_work ON ledger_import USING btree (progress_at) WHERE (status = ANY (ARRAY['reading'::text, 'applying'::text]));
CREATE INDEX ledger_import_organization ON ledger_import USING btree (organization_id, recorded_at DESC, id DESC);
GRANT INSERT, SELECT, UPDATE ON ledger_import TO tongheng_app;

-- 导入文件的每一行：原样单元格、读出的内容、与台账的差异和备注；已写入的注明时间。
CREATE TABLE ledger_import_row (
  import_id uuid NOT NULL,
  row_number integer NOT NULL,                       -- row of the sheet, or line of the text, as a person counts
  cells jsonb NOT NULL,                              -- the cells as written, by field
  said jsonb NOT NULL,                               -- what was read from them, by field; empty cells are left out
  remarks jsonb NOT NULL,                            -- field, whether it refuses the row, and the sentence in both languages
  refused boolean NOT NULL,                          -- a remark refuses the row
  warned boolean NOT NULL,                           -- a remark asks to look at the row
  code text,                                         -- the code for life that the row names
  ecqs_number text,                                  -- the number in the national e-CQS that the row names
  credit_code text,                                  -- of the holder that the row names; null: whoever imports
  holder_name text,                                  -- of the holder that the row names
  identity text,                                     -- maker, model and serial number as they are compared
  holder_id uuid,                                    -- the holder, where known
  verdict text,                                      -- new 新增 · changed 变更 · unchanged 无变化 · refused 不能导入; null while the file is read
  instrument_id uuid,                                -- the instrument it was found to be, or became
  instrument_version integer,                        -- of the instrument when they were compared: what changed since is not overwritten
  difference jsonb,                                  -- by field: before and after
  chosen boolean NOT NULL DEFAULT false,             -- chosen by the person to be written
  applied_at timestamp with time zone,
  CONSTRAINT ledger_import_row_pkey PRIMARY KEY (import_id, row_number),
  CONSTRAINT ledger_import_row_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES organization(id),
  CONSTRAINT ledger_import_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES ledger_import(id),
  CONSTRAINT ledger_import_row_verdict_is_known CHECK (verdict = ANY (ARRAY['new'::text, 'changed'::text, 'unchanged'::text, 'refused'::text]))
);
CREATE INDEX ledger_import_row_verdict ON ledger_import_row USING btree (import_id, verdict, row_number);
GRANT INSERT, SELECT, UPDATE ON ledger_import_row TO tongheng_app;

-- 计量标准：按 JJF 1033 考核的成套计量标准，一套一行；主标准器、配套设备、人员、规程、环境、文件集各见其表。
CREATE TABLE measurement_standard (
  id uuid NOT NULL,
  institute_id uuid NOT NULL,                        -- which organization keeps it
  region text NOT NULL,
  kind text NOT NULL,                                -- public 社会公用计量标准 · highest-enterprise 企业、事业单位最高计量标准 · highest-department 部门最高计量标准
  level text,                                        -- level of the authority under which it stands; null: not recorded
  top boolean,                                       -- whether it is the highest public measurement standard of its quantity in its region, which the next higher authority examines; null: not recorded
  name text NOT NULL,                                -- name as the examination certificate prints it; earlier names are kept apart
  code text,                                         -- code after JJF 1022 as the institute gives it, checked against no list here; null: not recorded
  quantity text NOT NULL,                            -- the quantity or field of measurement, such as 质量
  place text,                                        -- where it stands; null: not recorded
  entry_id uuid,                                     -- the entry of the register that was taken over; null: none
  version integer NOT NULL DEFAULT 1,                -- counts every change, so that two people do not overwrite each other
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT measurement_standard_takes_an_entry_once UNIQUE (entry_id),
  CONSTRAINT measurement_standard_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES entry(id),
  CONSTRAINT measurement_standard_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT measurement_standard_kind_is_known CHECK (kind = ANY (ARRAY['public'::text, 'highest-enterprise'::text, 'highest-department'::text])),
  CONSTRAINT measurement_standard_level_is_known CHECK (level = ANY (ARRAY['county'::text, 'city'::text, 'province'::text, 'national'::text])),
  CONSTRAINT measurement_standard_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text)
);
CREATE INDEX measurement_standard_institute ON measurement_standard USING btree (institute_id, recorded_at DESC, id DESC);
CREATE INDEX measurement_standard_latest ON measurement_standard USING btree (recorded_at DESC, id DESC);
CREATE INDEX measurement_standard_region ON measurement_standard USING btree (region, recorded_at DESC, id DESC);
GRANT INSERT, SELECT, UPDATE (code), UPDATE (level), UPDATE (name), UPDATE (place), UPDATE (quantity), UPDATE (top), UPDATE (version) ON measurement_standard TO tongheng_app;

-- 计量标准考核（复查）申请：申请之日的计量标准内容一并存下，考核的每一步见其步骤表。
CREATE TABLE measurement_standard_application (
  id uuid NOT NULL,
  measurement_standard_id uuid NOT NULL,
  kind text NOT NULL,                                -- first 新建考核 · re-examination 复查 · change 更换后的考核
  state text NOT NULL,                               -- applied 已申请 · examining 考核中 · returned 退回补正 · refused 不予通过 · granted 已通过 · cancelled 已撤回
  addressee text NOT NULL,                           -- the authority that presides over the examination, in words
  applied_on date NOT NULL,
  statement jsonb NOT NULL,                          -- the measurement standard as it was when it was applied for
  files uuid[] NOT NULL,
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT measurement_standard_application_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_application_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_application_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT measurement_standard_application_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_application_kind_is_known CHECK (kind = ANY (ARRAY['first'::text, 're-examination'::text, 'change'::text])),
  CONSTRAINT measurement_standard_application_state_is_known CHECK (state = ANY (ARRAY['applied'::text, 'examining'::text, 'returned'::text, 'refused'::text, 'granted'::text, 'cancelled'::text]))
);
CREATE INDEX measurement_standard_application_latest ON measurement_standard_application USING btree (recorded_at DESC, id DESC);
CREATE INDEX measurement_standard_application_of ON measurement_standard_application USING btree (measurement_standard_id, recorded_at DESC);
CREATE UNIQUE INDEX measurement_standard_application_one_open ON measurement_standard_application USING btree (measurement_standard_id) WHERE (state = ANY (ARRAY['applied'::text, 'examining'::text, 'returned'::text]));
GRANT INSERT, SELECT, UPDATE (files), UPDATE (state), UPDATE (statement) ON measurement_standard_application TO tongheng_app;

-- 考核的经过：申请、受理考核、退回补正、再次申请、通过或不予通过，每一步一行。
CREATE TABLE measurement_standard_application_step (
  id uuid NOT NULL,
  sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY, -- order of the steps
  application_id uuid NOT NULL,
  state text NOT NULL,                               -- what the application became by this step
  day date NOT NULL,                                 -- the day on which it was done
  examiners text,                                    -- 考评员 who examined, in words; null: not named
  document_number text,
  reason text,
  files uuid[] NOT NULL,
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT measurement_standard_application_step_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_application_step_application_id_fkey FOREIGN KEY (application_id) REFERENCES measurement_standard_application(id),
  CONSTRAINT measurement_standard_application_step_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT measurement_standard_application_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_application_step_state_is_known CHECK (state = ANY (ARRAY['applied'::text, 'examining'::text, 'returned'::text, 'refused'::text, 'granted'::text, 'cancelled'::text]))
);
CREATE INDEX measurement_standard_application_step_of ON measurement_standard_application_step USING btree (application_id, sequence);
GRANT INSERT, SELECT ON measurement_standard_application_step TO tongheng_app;

-- 主标准器检定或校准证书上的量值（纸质证书录入）：到校时与调整后的值，用于漂移曲线与校准间隔建议；数字校准证书的值不在此，直接取自原文件。
CREATE TABLE measurement_standard_calibration_value (
  id uuid NOT NULL,
  measurement_standard_id uuid NOT NULL,
  standard_certificate_id uuid NOT NULL,
  quantity text NOT NULL,                            -- what was measured
  point text NOT NULL,                               -- at which point, in words
  unit text NOT NULL,                                -- unit of all values; empty for the unit one
  found_value text NOT NULL,                         -- as found, decimal text
  left_value text,                                   -- as left after an adjustment; null: it was not adjusted, or that is not known
  uncertainty text,                                  -- expanded uncertainty; null: the certificate states none
  coverage_factor text,                              -- its k
  corrects_id uuid,                                  -- the row that this one takes the place of
  reason text,
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT measurement_standard_calibration_value_is_corrected_once UNIQUE (corrects_id),
  CONSTRAINT measurement_standard_calibration_value_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_calibration_v_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_calibration_v_standard_certificate_id_fkey FOREIGN KEY (standard_certificate_id) REFERENCES standard_certificate(id),
  CONSTRAINT measurement_standard_calibration_value_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES measurement_standard_calibration_value(id),
  CONSTRAINT measurement_standard_calibration_value_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_calibration_value_says_why CHECK (corrects_id IS NULL OR reason IS NOT NULL)
);
CREATE INDEX measurement_standard_calibration_value_of ON measurement_standard_calibration_value USING btree (measurement_standard_id);
CREATE UNIQUE INDEX measurement_standard_calibration_value_once ON measurement_standard_calibration_value USING btree (measurement_standard_id, standard_certificate_id, quantity, point, unit) WHERE (corrects_id IS NULL);
GRANT INSERT, SELECT ON measurement_standard_calibration_value TO tongheng_app;

-- 计量标准考核证书与社会公用计量标准证书：每次发证一行；更正时旧行记明何时被取代，不改动。
CREATE TABLE measurement_standard_certificate (
  id uuid NOT NULL,
  measurement_standard_id uuid NOT NULL,
  kind text NOT NULL,                                -- examination 计量标准考核证书 · public 社会公用计量标准证书
  number text NOT NULL,                              -- number as printed
  number_key text NOT NULL,                          -- the number to compare: half-width, without spaces, in capitals, as the register of entries keys it
  issuer text NOT NULL,                              -- who issued it
  issued_on date NOT NULL,
  valid_from date NOT NULL,                          -- first day; the certificate before it ends on the day before
  valid_until date NOT NULL,                         -- last day that counts
  application_id uuid,                               -- the examination it came from; null: taken over from a register
  basis text NOT NULL,                               -- examination 本平台考核 · register 台账导入 · entry 由登记转入
  opening boolean NOT NULL DEFAULT false,            -- came with an opening stock list of the register
  files uuid[] NOT NULL,
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  superseded_at timestamp with time zone,            -- when a correction took its place; null: it holds
  superseded_by uuid,
  reason text,                                       -- why it was corrected
  CONSTRAINT measurement_standard_certificate_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_certificate_application_id_fkey FOREIGN KEY (application_id) REFERENCES measurement_standard_application(id),
  CONSTRAINT measurement_standard_certificate_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_certificate_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_certificate_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES person(id),
  CONSTRAINT measurement_standard_certificate_basis_is_known CHECK (basis = ANY (ARRAY['examination'::text, 'register'::text, 'entry'::text])),
  CONSTRAINT measurement_standard_certificate_ends_after_it_begins CHECK (valid_until >= valid_from),
  CONSTRAINT measurement_standard_certificate_is_superseded_later CHECK (superseded_at IS NULL OR superseded_at >= recorded_at),
  CONSTRAINT measurement_standard_certificate_kind_is_known CHECK (kind = ANY (ARRAY['examination'::text, 'public'::text]))
);
CREATE INDEX measurement_standard_certificate_number ON measurement_standard_certificate USING btree (kind, number_key);
CREATE UNIQUE INDEX measurement_standard_certificate_one_begins ON measurement_standard_certificate USING btree (measurement_standard_id, kind, valid_from) WHERE (superseded_at IS NULL);
GRANT INSERT, SELECT, UPDATE (reason), UPDATE (superseded_at), UPDATE (superseded_by) ON measurement_standard_certificate TO tongheng_app;

-- 计量标准的更换：更换了什么、影响什么、按规则应如何办理，以及主管部门的处理。
CREATE TABLE measurement_standard_change (
  id uuid NOT NULL,
  measurement_standard_id uuid NOT NULL,
  topic text NOT NULL,                               -- what was changed: rules/change.ts
  effect text NOT NULL,                              -- what it means for the measurement standard: rules/change.ts
  treatment text NOT NULL,                           -- record 记入履历书 · report 报告 · approval 申报审核批准 · re-examination 申请复查 · first-examination 按新建申请考核
  state text NOT NULL,                               -- recorded 已记载 · reported 已申报 · approved 已批准 · refused 未批准 · awaiting-examination 待考核 · examined 已考核
  day date NOT NULL,                                 -- the day of the change
  description text NOT NULL,                         -- what was changed, in words
  detail jsonb NOT NULL,                             -- which rows were ended and begun
  files uuid[] NOT NULL,
  application_id uuid,                               -- the examination in which it was decided
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  decided_by uuid,
  decided_at timestamp with time zone,
  document_number text,
  reason text,
  CONSTRAINT measurement_standard_change_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_change_application_id_fkey FOREIGN KEY (application_id) REFERENCES measurement_standard_application(id),
  CONSTRAINT measurement_standard_change_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  CONSTRAINT measurement_standard_change_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_change_state_is_known CHECK (state = ANY (ARRAY['recorded'::text, 'reported'::text, 'approved'::text, 'refused'::text, 'awaiting-examination'::text, 'examined'::text])),
  CONSTRAINT measurement_standard_change_treatment_is_known CHECK (treatment = ANY (ARRAY['record'::text, 'report'::text, 'approval'::text, 're-examination'::text, 'first-examination'::text]))
);
CREATE INDEX measurement_standard_change_of ON measurement_standard_change USING btree (measurement_standard_id, day DESC);
CREATE INDEX measurement_standard_change_open ON measurement_standard_change USING btree (state) WHERE (state = ANY (ARRAY['reported'::text, 'awaiting-examination'::text]));
GRANT INSERT, SELECT, UPDATE (application_id), UPDATE (decided_at), UPDATE (decided_by), UPDATE (document_number), UPDATE (reason), UPDATE (state) ON measurement_standard_change TO tongheng_app;

-- 期间核查计划：用哪件核查标准核查哪台主标准器、在哪一点、按何判据、多久一次；改计划即结束旧行、另立新行。
CREATE TABLE measurement_standard_check_plan (
  id uuid NOT NULL,
  measurement_standard_id uuid NOT NULL,
  standard_id uuid NOT NULL,                         -- the main equipment that is checked
  object_name text NOT NULL,                         -- the check standard
  object_number text NOT NULL,                       -- its number
  quantity text NOT NULL,                            -- what is measured
  point text NOT NULL,                               -- at which point, in words
  unit text NOT NULL,                                -- unit of the readings, the reference and the limit; empty for the unit one
  criterion text NOT NULL,                           -- limit 偏差不超过限值 · en 归一化偏差 · chart 控制图
  reference text,                                    -- reference value of the check standard, decimal text
  reference_u text,                                  -- expanded uncertainty of the reference, decimal text
  own_u text,                                        -- expanded uncertainty of the check itself, decimal text, of the same coverage
  limit_text text,                                   -- largest deviation, decimal text
  source text NOT NULL,                              -- where reference and limit come from: certificate, first measurement, clause
  readings_least integer NOT NULL,                   -- readings that a check takes at least
  months integer NOT NULL,                           -- months from one check to the next
  since date NOT NULL,                               -- first day
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT measurement_standard_check_plan_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_check_plan_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_check_plan_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_check_plan_standard_id_fkey FOREIGN KEY (standard_id) REFERENCES standard(id),
  CONSTRAINT measurement_standard_check_plan_criterion_is_known CHECK (criterion = ANY (ARRAY['limit'::text, 'en'::text, 'chart'::text])),
  CONSTRAINT measurement_standard_check_plan_has_its_criterion CHECK ( CASE criterion WHEN 'limit'::text THEN reference IS NOT NULL AND limit_text IS NOT NULL WHEN 'en'::text THEN reference IS NOT NULL AND reference_u IS NOT NULL AND own_u IS NOT NULL ELSE true END),
  CONSTRAINT measurement_standard_check_plan_is_a_time CHECK (months >= 1 AND months <= 60),
  CONSTRAINT measurement_standard_check_plan_takes_a_reading CHECK (readings_least >= 1 AND readings_least <= 200)
);
CREATE INDEX measurement_standard_check_plan_of ON measurement_standard_check_plan USING btree (measurement_standard_id, since);
GRANT INSERT, SELECT ON measurement_standard_check_plan TO tongheng_app;

-- 期间核查计划的终止：何人、何时、因何；被新计划代替的也在此。
CREATE TABLE measurement_standard_check_plan_end (
  plan_id uuid NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT measurement_standard_check_plan_end_pkey PRIMARY KEY (plan_id),
  CONSTRAINT measurement_standard_check_plan_end_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_check_plan_end_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES measurement_standard_check_plan(id)
);
GRANT INSERT, SELECT ON measurement_standard_check_plan_end TO tongheng_app;

-- 文件集：十八类文件各自的文件；只增不改，每类最近一行有效。
CREATE TABLE measurement_standard_document (
  id uuid NOT NULL,
  sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY, -- order of recording, also within one instant
  measurement_standard_id uuid NOT NULL,
  document text NOT NULL,                            -- which of the 18 kinds: rules/document-set.ts
  files uuid[] NOT NULL,
  document_number text,
  omitted boolean NOT NULL DEFAULT false,            -- this measurement standard needs none of the kind, as the note says
  note text,                                         -- what it is, or why there is none
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT measurement_standard_document_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_document_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_document_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_document_has_a_file CHECK (omitted OR cardinality(files) > 0),
  CONSTRAINT measurement_standard_document_says_why_not CHECK (NOT omitted OR note IS NOT NULL)
);
CREATE INDEX measurement_standard_document_of ON measurement_standard_document USING btree (measurement_standard_id, document, sequence DESC);
GRANT INSERT, SELECT ON measurement_standard_document TO tongheng_app;

-- 计量标准的环境条件要求：每个量的下限、上限与单位，以及出自何处。
CREATE TABLE measurement_standard_environment (
  id uuid NOT NULL,
  measurement_standard_id uuid NOT NULL,
  quantity text NOT NULL,                            -- temperature 温度 · humidity 相对湿度 · pressure 大气压 · or another quantity in words
  low text,                                          -- lower limit, decimal text in unit; null: none
  high text,                                         -- upper limit, decimal text in unit; null: none
  unit text NOT NULL,                                -- unit of the limits
  source text,                                       -- the clause that asks for it; null: not recorded
  since date NOT NULL,                               -- first day
  until date,                                        -- last day; null: open
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  ended_by uuid,
  ended_at timestamp with time zone,
  reason text,
  CONSTRAINT measurement_standard_environment_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_environment_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  CONSTRAINT measurement_standard_environment_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_environment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_environment_ends_after_it_begins CHECK (until IS NULL OR until >= (since - 1)),
  CONSTRAINT measurement_standard_environment_has_a_limit CHECK (low IS NOT NULL OR high IS NOT NULL)
);
CREATE UNIQUE INDEX measurement_standard_environment_once ON measurement_standard_environment USING btree (measurement_standard_id, quantity) WHERE (until IS NULL);
GRANT INSERT, SELECT, UPDATE (ended_at), UPDATE (ended_by), UPDATE (reason), UPDATE (until) ON measurement_standard_environment TO tongheng_app;

-- 环境条件记录：某日所见的最低与最高值，是否在要求之内。
CREATE TABLE measurement_standard_environment_record (
  id uuid NOT NULL,
  measurement_standard_id uuid NOT NULL,
  requirement_id uuid NOT NULL,
  day date NOT NULL,                                 -- the day of the readings
  lowest text NOT NULL,                              -- lowest value found, decimal text in the unit of the requirement
  highest text NOT NULL,                             -- highest value found, decimal text in the unit of the requirement
  within boolean NOT NULL,                           -- whether both lie within the limits
  note text,                                         -- what was done, where they did not
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT measurement_standard_environment_record_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_environment_r_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_environment_record_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_environment_record_requirement_id_fkey FOREIGN KEY (requirement_id) REFERENCES measurement_standard_environment(id)
);
CREATE INDEX measurement_standard_environment_record_of ON measurement_standard_environment_record USING btree (measurement_standard_id, day DESC);
GRANT INSERT, SELECT ON measurement_standard_environment_record TO tongheng_app;

-- 计量标准的计量标准器与配套设备：用哪台标准器、作何用、自何日至何日。
CREATE TABLE measurement_standard_equipment (
  id uuid NOT NULL,
  measurement_standard_id uuid NOT NULL,
  standard_id uuid NOT NULL,
  role text NOT NULL,                                -- main 计量标准器（主标准器） · auxiliary 主要配套设备
  since date NOT NULL,                               -- first day
  until date,                                        -- last day; null: open
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  ended_by uuid,
  ended_at timestamp with time zone,
  reason text,
  CONSTRAINT measurement_standard_equipment_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_equipment_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  CONSTRAINT measurement_standard_equipment_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_equipment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_equipment_standard_id_fkey FOREIGN KEY (standard_id) REFERENCES standard(id),
  CONSTRAINT measurement_standard_equipment_ends_after_it_begins CHECK (until IS NULL OR until >= (since - 1)),
  CONSTRAINT measurement_standard_equipment_role_is_known CHECK (role = ANY (ARRAY['main'::text, 'auxiliary'::text]))
);
CREATE UNIQUE INDEX measurement_standard_equipment_once ON measurement_standard_equipment USING btree (measurement_standard_id, standard_id) WHERE (until IS NULL);
CREATE INDEX measurement_standard_equipment_standard ON measurement_standard_equipment USING btree (standard_id);
GRANT INSERT, SELECT, UPDATE (ended_at), UPDATE (ended_by), UPDATE (reason), UPDATE (until) ON measurement_standard_equipment TO tongheng_app;

-- 计量标准所用的不确定度评定：技术报告第九部分取其已发布的现行版本。
CREATE TABLE measurement_standard_evaluation (
  id uuid NOT NULL,
  measurement_standard_id uuid NOT NULL,
  evaluation_id uuid NOT NULL,                       -- the evaluation; its version in force counts
  subject text NOT NULL,                             -- which verification or calibration it is about
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  ended_by uuid,
  ended_at timestamp with time zone,
  reason text,
  CONSTRAINT measurement_standard_evaluation_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_evaluation_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  CONSTRAINT measurement_standard_evaluation_evaluation_id_fkey FOREIGN KEY (evaluation_id) REFERENCES uncertainty_evaluation(id),
  CONSTRAINT measurement_standard_evaluation_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_evaluation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE UNIQUE INDEX measurement_standard_evaluation_once ON measurement_standard_evaluation USING btree (measurement_standard_id, evaluation_id) WHERE (ended_at IS NULL);
GRANT INSERT, SELECT, UPDATE (ended_at), UPDATE (ended_by), UPDATE (reason) ON measurement_standard_evaluation TO tongheng_app;

-- 计量标准台账导入：先与现有档案逐行比对，看过比对结果再采用或放弃。
CREATE TABLE measurement_standard_import (
  id uuid NOT NULL,
  workbook uuid NOT NULL,                            -- the uploaded workbook
  state text NOT NULL,                               -- compared 已比对 · taken 已采用 · discarded 已放弃
  rows jsonb NOT NULL,                               -- each row with what it would change, or why it is refused
  basis text NOT NULL,                               -- digest of what was recorded when it was compared: another state of the register is compared anew
  organization_id uuid NOT NULL,
  region text NOT NULL,
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  taken_by uuid,
  taken_at timestamp with time zone,
  reason text,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT measurement_standard_import_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_import_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT measurement_standard_import_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_import_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES person(id),
  CONSTRAINT measurement_standard_import_workbook_fkey FOREIGN KEY (workbook) REFERENCES file(id),
  CONSTRAINT measurement_standard_import_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text),
  CONSTRAINT measurement_standard_import_state_is_known CHECK (state = ANY (ARRAY['compared'::text, 'taken'::text, 'discarded'::text]))
);
CREATE INDEX measurement_standard_import_latest ON measurement_standard_import USING btree (recorded_at DESC, id DESC);
GRANT INSERT, SELECT, UPDATE (reason), UPDATE (state), UPDATE (taken_at), UPDATE (taken_by) ON measurement_standard_import TO tongheng_app;

-- 计量标准的曾用名称：改名后仍可按旧名查到。
CREATE TABLE measurement_standard_name (
  id uuid NOT NULL,
  measurement_standard_id uuid NOT NULL,
  name text NOT NULL,                                -- what it was called
  last_day date NOT NULL,                            -- last day on which it was called so
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT measurement_standard_name_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_name_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_name_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX measurement_standard_name_of ON measurement_standard_name USING btree (measurement_standard_id, at DESC);
GRANT INSERT, SELECT ON measurement_standard_name TO tongheng_app;

-- 计量标准的性能考核记录：重复性试验、稳定性考核、结果验证、期间核查；只增不改，更正即新立一行并写明理由，旧行保留。
CREATE TABLE measurement_standard_performance (
  id uuid NOT NULL,
  sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY, -- order of recording, also within one instant
  measurement_standard_id uuid NOT NULL,
  kind text NOT NULL,                                -- repeatability 重复性试验 · stability 稳定性考核 · verification 检定或校准结果的验证 · intermediate-check 期间核查
  tested_on date NOT NULL,
  quantity text NOT NULL,                            -- what is measured
  point text NOT NULL,                               -- at which point, in words
  unit text NOT NULL,                                -- unit of every value of the record; empty for the unit one
  object_name text NOT NULL,                         -- usual instrument or check standard that was measured
  object_model text,                                 -- its model; null: not recorded
  object_number text,                                -- its number; null: not recorded
  standard_id uuid,                                  -- the main equipment that was used; null: the measurement standard as a whole
  plan_id uuid,
  conditions jsonb NOT NULL,                         -- environment as it was read: quantity, value, unit, decimal text
  series text NOT NULL,                              -- what may be compared with each other: rules/performance-series.ts
  input jsonb NOT NULL,                              -- the test as typed, readings as decimal text
  answer jsonb NOT NULL,                             -- what was computed from it, with clause and confidence
  verdict text NOT NULL,                             -- pass 符合 · fail 不符合 · unjudged 未判定
  remark text,                                       -- what else was seen
  tester text,                                       -- who tested, where another person writes the record in; null: the person of the record
  corrects_id uuid,                                  -- the record that this one takes the place of
  reason text,
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT measurement_standard_performance_is_corrected_once UNIQUE (corrects_id),
  CONSTRAINT measurement_standard_performance_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_performance_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES measurement_standard_performance(id),
  CONSTRAINT measurement_standard_performance_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_performance_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_performance_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES measurement_standard_check_plan(id),
  CONSTRAINT measurement_standard_performance_standard_id_fkey FOREIGN KEY (standard_id) REFERENCES standard(id),
  CONSTRAINT measurement_standard_performance_check_has_a_plan CHECK ((kind = 'intermediate-check'::text) = (plan_id IS NOT NULL)),
  CONSTRAINT measurement_standard_performance_corrects_another CHECK (corrects_id <> id),
  CONSTRAINT measurement_standard_performance_kind_is_known CHECK (kind = ANY (ARRAY['repeatability'::text, 'stability'::text, 'verification'::text, 'intermediate-check'::text])),
  CONSTRAINT measurement_standard_performance_says_why CHECK (corrects_id IS NULL OR reason IS NOT NULL),
  CONSTRAINT measurement_standard_performance_verdict_is_known CHECK (verdict = ANY (ARRAY['pass'::text, 'fail'::text, 'unjudged'::text]))
);
CREATE INDEX measurement_standard_performance_not_met ON measurement_standard_performance USING btree (measurement_standard_id) WHERE (verdict = 'fail'::text);
CREATE INDEX measurement_standard_performance_of ON measurement_standard_performance USING btree (measurement_standard_id, tested_on DESC, sequence DESC);
CREATE INDEX measurement_standard_performance_series ON measurement_standard_performance USING btree (measurement_standard_id, series, tested_on);
GRANT INSERT, SELECT ON measurement_standard_performance TO tongheng_app;

-- 性能考核记录的复核：另一人核对读数与结论。
CREATE TABLE measurement_standard_performance_confirmation (
  performance_id uuid NOT NULL,
  note text,                                         -- what was looked at
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT measurement_standard_performance_confirmation_pkey PRIMARY KEY (performance_id),
  CONSTRAINT measurement_standard_performance_confirmati_performance_id_fkey FOREIGN KEY (performance_id) REFERENCES measurement_standard_performance(id),
  CONSTRAINT measurement_standard_performance_confirmation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT INSERT, SELECT ON measurement_standard_performance_confirmation TO tongheng_app;

-- 不符合项的处置：性能考核不符合时，机构如何处理、由何人、依据什么；没有处置的即为待办。
CREATE TABLE measurement_standard_performance_settlement (
  performance_id uuid NOT NULL,
  outcome text NOT NULL,                             -- re-evaluated 已重新评定不确定度 · retested 重新试验符合 · repaired 已修理并重新溯源 · suspended 已暂停使用
  citation text,                                     -- citation of the new evaluation, number of the certificate or of the document
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT measurement_standard_performance_settlement_pkey PRIMARY KEY (performance_id),
  CONSTRAINT measurement_standard_performance_settlement_performance_id_fkey FOREIGN KEY (performance_id) REFERENCES measurement_standard_performance(id),
  CONSTRAINT measurement_standard_performance_settlement_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_performance_settlement_cites CHECK (outcome <> 're-evaluated'::text OR citation IS NOT NULL),
  CONSTRAINT measurement_standard_performance_settlement_outcome_is_known CHECK (outcome = ANY (ARRAY['re-evaluated'::text, 'retested'::text, 'repaired'::text, 'suspended'::text]))
);
GRANT INSERT, SELECT ON measurement_standard_performance_settlement TO tongheng_app;

-- 计量标准负责人与检定或校准人员：本机构人员，资格以检定项目资格所载、当日有效为准。
CREATE TABLE measurement_standard_person (
  id uuid NOT NULL,
  measurement_standard_id uuid NOT NULL,
  member_id uuid NOT NULL,                           -- who works with it
  role text NOT NULL,                                -- responsible 计量标准负责人 · member 检定或校准人员
  since date NOT NULL,                               -- first day
  until date,                                        -- last day; null: open
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  ended_by uuid,
  ended_at timestamp with time zone,
  reason text,
  CONSTRAINT measurement_standard_person_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_person_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  CONSTRAINT measurement_standard_person_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_person_member_id_fkey FOREIGN KEY (member_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_person_ends_after_it_begins CHECK (until IS NULL OR until >= (since - 1)),
  CONSTRAINT measurement_standard_person_role_is_known CHECK (role = ANY (ARRAY['responsible'::text, 'member'::text]))
);
CREATE INDEX measurement_standard_person_member ON measurement_standard_person USING btree (member_id);
CREATE UNIQUE INDEX measurement_standard_person_once ON measurement_standard_person USING btree (measurement_standard_id, member_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX measurement_standard_person_one_responsible ON measurement_standard_person USING btree (measurement_standard_id) WHERE ((until IS NULL) AND (role = 'responsible'::text));
GRANT INSERT, SELECT, UPDATE (ended_at), UPDATE (ended_by), UPDATE (reason), UPDATE (until) ON measurement_standard_person TO tongheng_app;

-- 计量标准开展检定或校准所依据的规程规范：一个版本一行；版本须已由本机构采用。
CREATE TABLE measurement_standard_procedure (
  id uuid NOT NULL,
  measurement_standard_id uuid NOT NULL,
  regulation text NOT NULL,                          -- regulation without its year, such as jjg-0539
  edition text NOT NULL,                             -- edition that is used, such as jjg-0539-2016
  since date NOT NULL,                               -- first day
  until date,                                        -- last day; null: open
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  ended_by uuid,
  ended_at timestamp with time zone,
  reason text,
  CONSTRAINT measurement_standard_procedure_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_procedure_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  CONSTRAINT measurement_standard_procedure_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_procedure_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_procedure_ends_after_it_begins CHECK (until IS NULL OR until >= (since - 1)),
  CONSTRAINT measurement_standard_procedure_is_of_its_regulation CHECK (edition ~~ (regulation || '-%'::text)),
  CONSTRAINT measurement_standard_procedure_regulation_has_no_year CHECK (regulation ~ '^[a-z]{3}-[0-9]{4}$'::text)
);
CREATE UNIQUE INDEX measurement_standard_procedure_once ON measurement_standard_procedure USING btree (measurement_standard_id, edition) WHERE (until IS NULL);
CREATE INDEX measurement_standard_procedure_regulation ON measurement_standard_procedure USING btree (regulation);
GRANT INSERT, SELECT, UPDATE (ended_at), UPDATE (ended_by), UPDATE (reason), UPDATE (until) ON measurement_standard_procedure TO tongheng_app;

-- 计量标准的测量范围与不确定度、准确度等级或最大允许误差：一个参数一行，变更时结束旧行、另立新行。
CREATE TABLE measurement_standard_range (
  id uuid NOT NULL,
  measurement_standard_id uuid NOT NULL,
  parameter text NOT NULL,                           -- what is measured over this range
  low text,                                          -- lower end, decimal text in unit; null: open
  high text,                                         -- upper end, decimal text in unit; null: open
  unit text NOT NULL,                                -- unit of the range
  quality text NOT NULL,                             -- mpe 最大允许误差 · uncertainty 扩展不确定度 · class 准确度等级
  value text,                                        -- maximum permissible error or expanded uncertainty, decimal text without sign
  value_unit text,                                   -- unit of value
  coverage_factor text,                              -- k of the expanded uncertainty, decimal text
  accuracy_class text,                               -- accuracy class as printed
  since date NOT NULL,                               -- first day
  until date,                                        -- last day; null: open
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  ended_by uuid,
  ended_at timestamp with time zone,
  reason text,
  CONSTRAINT measurement_standard_range_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_range_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  CONSTRAINT measurement_standard_range_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_range_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_range_ends_after_it_begins CHECK (until IS NULL OR until >= (since - 1)),
  CONSTRAINT measurement_standard_range_has_an_end CHECK (low IS NOT NULL OR high IS NOT NULL),
  CONSTRAINT measurement_standard_range_quality_is_known CHECK (quality = ANY (ARRAY['mpe'::text, 'uncertainty'::text, 'class'::text])),
  CONSTRAINT measurement_standard_range_says_how_good CHECK ( CASE quality WHEN 'class'::text THEN accuracy_class IS NOT NULL ELSE value IS NOT NULL AND value_unit IS NOT NULL END)
);
CREATE INDEX measurement_standard_range_of ON measurement_standard_range USING btree (measurement_standard_id, since);
GRANT INSERT, SELECT, UPDATE (ended_at), UPDATE (ended_by), UPDATE (reason), UPDATE (until) ON measurement_standard_range TO tongheng_app;

-- 申请书与技术报告中由人撰写的部分（目的、原理、结论等）：只增不改，每部分最近一行有效；数字不写在这里。
CREATE TABLE measurement_standard_report_section (
  id uuid NOT NULL,
  sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY, -- order of recording, also within one instant
  measurement_standard_id uuid NOT NULL,
  section text NOT NULL,                             -- which part: rules/document.ts
  text text NOT NULL,
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT measurement_standard_report_section_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_report_sectio_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_report_section_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX measurement_standard_report_section_of ON measurement_standard_report_section USING btree (measurement_standard_id, section, sequence DESC);
GRANT INSERT, SELECT ON measurement_standard_report_section TO tongheng_app;

-- 考核证书有效期与复查申请提前量的规定：自何日起、出自何处、把握程度；只增不改，同一主题以最近记录者为准。
CREATE TABLE measurement_standard_rule (
  id uuid NOT NULL,
  topic text NOT NULL,                               -- validity 有效期 · re-examination 复查申请提前量
  months integer NOT NULL,                           -- how many months
  holds_from date,                                   -- for certificates issued from this day; null: as far back as anything is known
  holds_to date,                                     -- for certificates issued up to this day; null: open
  source text NOT NULL,                              -- the document it is taken from
  confidence text NOT NULL,                          -- confirmed 已对照正式文本 · H, M, L 未经核对，把握高、中、低
  note text,                                         -- what is not certain about it
  person_id uuid,                                    -- who recorded it; null: came with the program
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT measurement_standard_rule_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_rule_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_rule_confidence_is_known CHECK (confidence = ANY (ARRAY['H'::text, 'M'::text, 'L'::text, 'confirmed'::text])),
  CONSTRAINT measurement_standard_rule_is_a_time CHECK (months >= 1 AND months <= 240),
  CONSTRAINT measurement_standard_rule_topic_is_known CHECK (topic = ANY (ARRAY['validity'::text, 're-examination'::text]))
);
GRANT INSERT, SELECT ON measurement_standard_rule TO tongheng_app;

-- 计量标准的筹建、已考核、封存与撤销：自何日起；某日的状态由当日以前最后一行决定，失效由证书的最后一日推算，不在此列。
CREATE TABLE measurement_standard_state (
  id uuid NOT NULL,
  sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY, -- order of recording, also within one instant
  measurement_standard_id uuid NOT NULL,
  state text NOT NULL,                               -- building 筹建 · in-force 已考核 · suspended 封存 · withdrawn 撤销
  since date NOT NULL,                               -- first day of this state
  document_number text,
  reason text,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT measurement_standard_state_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_standard_state_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_state_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_state_is_known CHECK (state = ANY (ARRAY['building'::text, 'in-force'::text, 'suspended'::text, 'withdrawn'::text]))
);
CREATE INDEX measurement_standard_state_of ON measurement_standard_state USING btree (measurement_standard_id, since DESC, sequence DESC);
GRANT INSERT, SELECT ON measurement_standard_state TO tongheng_app;

-- 计量标准的合并或后继：撤销后由哪一项计量标准接续。
CREATE TABLE measurement_standard_successor (
  measurement_standard_id uuid NOT NULL,
  successor_id uuid NOT NULL,                        -- what took its place
  since date NOT NULL,                               -- first day of the successor in its place
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT measurement_standard_successor_pkey PRIMARY KEY (measurement_standard_id),
  CONSTRAINT measurement_standard_successor_measurement_standard_id_fkey FOREIGN KEY (measurement_standard_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_successor_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT measurement_standard_successor_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES measurement_standard(id),
  CONSTRAINT measurement_standard_successor_is_another CHECK (successor_id <> measurement_standard_id)
);
CREATE INDEX measurement_standard_successor_of ON measurement_standard_successor USING btree (successor_id);
GRANT INSERT, SELECT ON measurement_standard_successor TO tongheng_app;

-- 对两个版本的裁定：由机构负责人写明理由，裁定人不是任一版本的作者。
CREATE TABLE on_site_decision (
  delivery_id uuid NOT NULL,
  stands text NOT NULL,                              -- standing: what stood here · delivered: what came from the device
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT on_site_decision_pkey PRIMARY KEY (delivery_id),
  CONSTRAINT on_site_decision_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES on_site_delivery(id),
  CONSTRAINT on_site_decision_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT on_site_decision_is_known CHECK (stands = ANY (ARRAY['standing'::text, 'delivered'::text]))
);
GRANT INSERT, SELECT ON on_site_decision TO tongheng_app;

-- 送达：现场记录的原文与设备签名按送达时的样子永久保存；送达号由设备生成，同号同文只办一次；被退的也保存。
CREATE TABLE on_site_delivery (
  id uuid NOT NULL,                                  -- made by the device; the same delivery arrives as often as it likes and counts once
  device_id uuid NOT NULL,
  institute_id uuid NOT NULL,
  region text NOT NULL,
  person_id uuid NOT NULL,                           -- the technician who delivered it
  payload text NOT NULL,                             -- canonical JSON (RFC 8785) exactly as it was signed
  payload_digest text NOT NULL,                      -- SHA-256 of the payload
  signature text NOT NULL,                           -- ECDSA P-256 with SHA-256 over the payload, r and s, base64url
  delivered_at timestamp with time zone NOT NULL,
  state text NOT NULL,                               -- accepted 已入库 · refused 被退 · conflict 待定 · set-aside 未采用
  refusals jsonb NOT NULL DEFAULT '[]'::jsonb,       -- why it was refused: code and words
  record_number text,                                -- of the block that was reserved for the device
  item_id uuid,
  verification_id uuid,
  edition text,                                      -- edition of the procedure
  conclusion text,                                   -- pass 合格 · fail 不合格, as the device computed it
  tested_on date,
  certificate_number text,                           -- of the block that was reserved for the device, as written on the site; null: none
  CONSTRAINT on_site_delivery_pkey PRIMARY KEY (id),
  CONSTRAINT on_site_delivery_device_id_fkey FOREIGN KEY (device_id) REFERENCES on_site_device(id),
  CONSTRAINT on_site_delivery_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT on_site_delivery_item_id_fkey FOREIGN KEY (item_id) REFERENCES request_item(id),
  CONSTRAINT on_site_delivery_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT on_site_delivery_verification_id_fkey FOREIGN KEY (verification_id) REFERENCES verification(id),
  CONSTRAINT on_site_delivery_conclusion_is_known CHECK (conclusion = ANY (ARRAY['pass'::text, 'fail'::text])),
  CONSTRAINT on_site_delivery_digest_is_sha256 CHECK (payload_digest ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT on_site_delivery_has_its_record CHECK (state = 'refused'::text OR verification_id IS NOT NULL AND item_id IS NOT NULL AND record_number IS NOT NULL AND edition IS NOT NULL),
  CONSTRAINT on_site_delivery_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text),
  CONSTRAINT on_site_delivery_says_why_refused CHECK ((state = 'refused'::text) = (jsonb_array_length(refusals) > 0)),
  CONSTRAINT on_site_delivery_state_is_known CHECK (state = ANY (ARRAY['accepted'::text, 'refused'::text, 'conflict'::text, 'set-aside'::text]))
);
CREATE INDEX on_site_delivery_institute ON on_site_delivery USING btree (institute_id, delivered_at DESC, id DESC);
CREATE INDEX on_site_delivery_verification ON on_site_delivery USING btree (verification_id);
GRANT INSERT, SELECT, UPDATE (state) ON on_site_delivery TO tongheng_app;

-- 现场检定设备：检定员的手机或平板，私钥只在设备内且不可导出，每份送达的记录由它签名；停用或遗失写明理由。
CREATE TABLE on_site_device (
  id uuid NOT NULL,
  person_id uuid NOT NULL,                           -- the technician who works with it
  institute_id uuid NOT NULL,
  region text NOT NULL,
  name text NOT NULL,                                -- as its technician calls it
  public_key text NOT NULL,                          -- ECDSA P-256, SubjectPublicKeyInfo in base64
  registered_at timestamp with time zone NOT NULL,
  ending text,                                       -- retired 停用 · lost 遗失; null: in use
  ended_at timestamp with time zone,
  ended_by uuid,
  reason text,
  CONSTRAINT on_site_device_key_once UNIQUE (public_key),
  CONSTRAINT on_site_device_pkey PRIMARY KEY (id),
  CONSTRAINT on_site_device_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  CONSTRAINT on_site_device_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT on_site_device_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT on_site_device_ending_is_complete CHECK (num_nonnulls(ending, ended_at, ended_by, reason) = ANY (ARRAY[0, 4])),
  CONSTRAINT on_site_device_ending_is_known CHECK (ending = ANY (ARRAY['retired'::text, 'lost'::text])),
  CONSTRAINT on_site_device_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text)
);
CREATE INDEX on_site_device_institute ON on_site_device USING btree (institute_id, registered_at DESC, id DESC);
CREATE INDEX on_site_device_person ON on_site_device USING btree (person_id, registered_at DESC);
GRANT INSERT, SELECT, UPDATE (ended_at), UPDATE (ended_by), UPDATE (ending), UPDATE (reason) ON on_site_device TO tongheng_app;

-- 现场施加的检定合格证与封印：号码在一个机构内只用一次。
CREATE TABLE on_site_label (
  delivery_id uuid NOT NULL,
  institute_id uuid NOT NULL,
  kind text NOT NULL,                                -- sticker 检定合格证 · seal 封印
  number text NOT NULL,                              -- as printed on it
  place text NOT NULL,                               -- where on the instrument it was put; empty where nothing was noted
  CONSTRAINT on_site_label_once PRIMARY KEY (institute_id, kind, number),
  CONSTRAINT on_site_label_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES on_site_delivery(id),
  CONSTRAINT on_site_label_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT on_site_label_kind_is_known CHECK (kind = ANY (ARRAY['sticker'::text, 'seal'::text]))
);
CREATE INDEX on_site_label_delivery ON on_site_label USING btree (delivery_id);
GRANT INSERT, SELECT ON on_site_label TO tongheng_app;

-- 带出：哪台器具何时由谁用哪台设备带到现场；只记事实，不锁定他人。
CREATE TABLE on_site_taking (
  id uuid NOT NULL,
  device_id uuid NOT NULL,
  item_id uuid NOT NULL,
  verification_id uuid,                              -- the record, where the instrument was taken up before
  person_id uuid NOT NULL,
  taken_at timestamp with time zone NOT NULL,
  certificate_number text,                           -- the number under which its document will be issued, told on the site; null: the device has no block
  CONSTRAINT on_site_taking_pkey PRIMARY KEY (id),
  CONSTRAINT on_site_taking_device_id_fkey FOREIGN KEY (device_id) REFERENCES on_site_device(id),
  CONSTRAINT on_site_taking_item_id_fkey FOREIGN KEY (item_id) REFERENCES request_item(id),
  CONSTRAINT on_site_taking_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT on_site_taking_verification_id_fkey FOREIGN KEY (verification_id) REFERENCES verification(id)
);
CREATE INDEX on_site_taking_device ON on_site_taking USING btree (device_id, taken_at DESC);
CREATE INDEX on_site_taking_item ON on_site_taking USING btree (item_id, taken_at DESC);
CREATE INDEX on_site_taking_number ON on_site_taking USING btree (certificate_number) WHERE (certificate_number IS NOT NULL);
GRANT INSERT, SELECT ON on_site_taking TO tongheng_app;

-- 两个人改了同一份记录：两个版本都保留，由人裁定，不覆盖。
CREATE TABLE on_site_version (
  delivery_id uuid NOT NULL,
  origin text NOT NULL,                              -- standing: the record as it stood here · delivered: as it came from the device
  technician_id uuid NOT NULL,                       -- who made this version
  status text,                                       -- state of the verification at that moment; null for the delivered one
  version integer,                                   -- save count it rests on; null: begun on the device
  content jsonb NOT NULL,                            -- day, environment, readings and what else was written, as it was
  at timestamp with time zone NOT NULL,
  CONSTRAINT on_site_version_once PRIMARY KEY (delivery_id, origin),
  CONSTRAINT on_site_version_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES on_site_delivery(id),
  CONSTRAINT on_site_version_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES person(id),
  CONSTRAINT on_site_version_origin_is_known CHECK (origin = ANY (ARRAY['standing'::text, 'delivered'::text]))
);
GRANT INSERT, SELECT ON on_site_version TO tongheng_app;

-- 机构：政府、主管部门、责任单位、检定机构、授权企业、使用单位。
CREATE TABLE organization (
  id uuid NOT NULL,
  kind text NOT NULL,                                -- government 政府 · bureau 主管部门 · body 责任单位 · institute 检定机构 · authorised-company 授权企业 · enterprise 使用单位
  name text NOT NULL,                                -- official name
  name_en text,                                      -- English name, where there is one
  short_name text,                                   -- the name people use
  credit_code text,                                  -- unified social credit code, GB 32100-2015
  region text NOT NULL,                              -- GB/T 2260 code
  body text,                                         -- id of the responsible body in the plan document
  address text,                                      -- seat
  valid_from date,                                   -- since when it exists; null: not recorded
  valid_to date,                                     -- last day of its existence
  successor_id uuid,                                 -- who took over
  demonstration boolean NOT NULL DEFAULT false,      -- fictional record of the demonstration story
  recorded_at timestamp with time zone NOT NULL,     -- when it was recorded here
  CONSTRAINT organization_pkey PRIMARY KEY (id),
  CONSTRAINT organization_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES organization(id),
  CONSTRAINT organization_ends_after_it_begins CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from),
  CONSTRAINT organization_kind_is_known CHECK (kind = ANY (ARRAY['government'::text, 'bureau'::text, 'institute'::text, 'authorised-company'::text, 'enterprise'::text, 'body'::text])),
  CONSTRAINT organization_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text)
);
CREATE UNIQUE INDEX organization_body_once ON organization USING btree (body) WHERE (body IS NOT NULL);
CREATE UNIQUE INDEX organization_credit_code_once ON organization USING btree (credit_code) WHERE (credit_code IS NOT NULL);
CREATE INDEX organization_government ON organization USING btree (region) WHERE (kind = 'government'::text);
CREATE INDEX organization_name_grams ON organization USING gin (organization_grams(name));
CREATE INDEX organization_region ON organization USING btree (region, kind);
CREATE INDEX organization_search ON organization USING gin ((((((((name || ' '::text) || COALESCE(short_name, ''::text)) || ' '::text) || COALESCE(name_en, ''::text)) || ' '::text) || COALESCE(credit_code, ''::text))) gin_trgm_ops);
GRANT INSERT, SELECT, UPDATE ON organization TO tongheng_app;

-- 曾用名
CREATE TABLE organization_name (
  organization_id uuid NOT NULL,
  name text NOT NULL,                                -- a former name
  valid_to date,                                     -- last day of this name
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT organization_former_name_once PRIMARY KEY (organization_id, name),
  CONSTRAINT organization_name_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
);
CREATE INDEX organization_former_name_grams ON organization_name USING gin (organization_grams(name));
CREATE INDEX organization_name_search ON organization_name USING gin (name gin_trgm_ops);
GRANT INSERT, SELECT ON organization_name TO tongheng_app;

-- 本系统是正式城市还是演示；首次启动时写入，此后不变。
CREATE TABLE organization_setting (
  one_row boolean NOT NULL DEFAULT true,             -- always true: there is one row
  demonstration boolean NOT NULL,                    -- every record is fictional; the server listens on loopback only
  city_code text NOT NULL,                           -- GB/T 2260 code of the city, from its plan document
  city_name text NOT NULL,                           -- name of the city
  city_name_en text NOT NULL,                        -- English name of the city
  begun_at timestamp with time zone NOT NULL,        -- when the data folder was first used
  CONSTRAINT organization_setting_pkey PRIMARY KEY (one_row),
  CONSTRAINT organization_setting_is_one_row CHECK (one_row)
);
GRANT INSERT, SELECT ON organization_setting TO tongheng_app;

-- 人员账号；个人信息另存于 person_detail。
CREATE TABLE person (
  id uuid NOT NULL,
  account text NOT NULL,                             -- the name to sign in with
  organization_id uuid NOT NULL,                     -- for which organization the person acts
  password_hash text NOT NULL,                       -- argon2id, PHC text
  password_change_due boolean NOT NULL DEFAULT true, -- the password was set by somebody else and must be changed first
  active boolean NOT NULL DEFAULT true,              -- false: may not sign in any more
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT person_account_once UNIQUE (account),
  CONSTRAINT person_pkey PRIMARY KEY (id),
  CONSTRAINT person_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT person_account_is_plain CHECK (account ~ '^[a-z0-9][a-z0-9._-]{1,39}$'::text)
);
CREATE INDEX person_organization ON person USING btree (organization_id);
GRANT INSERT, SELECT, UPDATE ON person TO tongheng_app;

-- 失败的登录尝试，用于限速。
CREATE TABLE person_attempt (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  account text NOT NULL,                             -- the account that was tried, existing or not
  address text NOT NULL,                             -- network address it was tried from
  at timestamp with time zone NOT NULL,
  CONSTRAINT person_attempt_pkey PRIMARY KEY (id)
);
CREATE INDEX person_attempt_account ON person_attempt USING btree (account, at);
CREATE INDEX person_attempt_address ON person_attempt USING btree (address, at);
GRANT INSERT, SELECT ON person_attempt TO tongheng_app;

-- 个人信息：与审计轨迹分开存放，出示时脱敏，查看原文须说明理由并留痕。
CREATE TABLE person_detail (
  person_id uuid NOT NULL,
  name text NOT NULL,                                -- name as it stands on certificates
  phone text,                                        -- shown as 138****0000
  identity_number text,                              -- shown with its last four masked
  email text,                                        -- shown as a***@example.cn
  CONSTRAINT person_detail_pkey PRIMARY KEY (person_id),
  CONSTRAINT person_detail_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX person_detail_name ON person_detail USING gin (name gin_trgm_ops);
GRANT INSERT, SELECT, UPDATE ON person_detail TO tongheng_app;

-- 角色授予：授予与终止各有人和时间，不删除。
CREATE TABLE person_role (
  person_id uuid NOT NULL,
  role text NOT NULL,                                -- key of people/rules
  granted_by uuid,                                   -- null: by the first start
  granted_at timestamp with time zone NOT NULL,
  ended_by uuid,
  ended_at timestamp with time zone,
  id uuid NOT NULL,
  CONSTRAINT person_role_pkey PRIMARY KEY (id),
  CONSTRAINT person_role_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE UNIQUE INDEX person_role_held_once ON person_role USING btree (person_id, role) WHERE (ended_at IS NULL);
GRANT INSERT, SELECT, UPDATE ON person_role TO tongheng_app;

-- 登录会话：只存令牌摘要。
CREATE TABLE person_session (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  token_digest text NOT NULL,                        -- SHA-256 of the cookie
  address text NOT NULL,                             -- network address of the sign-in
  agent text NOT NULL,                               -- what the browser called itself, so that a person can tell sessions apart
  begun_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,         -- last use, to the minute
  ended_at timestamp with time zone,
  CONSTRAINT person_session_token_once UNIQUE (token_digest),
  CONSTRAINT person_session_pkey PRIMARY KEY (id),
  CONSTRAINT person_session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX person_session_person ON person_session USING btree (person_id, begun_at DESC);
GRANT INSERT, SELECT, UPDATE ON person_session TO tongheng_app;

-- 使用场所：集贸市场、村卫生室、加油站、粮库等，器具在其中使用；没有器具记录的场所也在列，供主管部门查漏。
CREATE TABLE place (
  id uuid NOT NULL,
  kind text NOT NULL,                                -- key of place/rules, such as market 集贸市场
  name text NOT NULL,                                -- what it is called where it stands
  organization_id uuid,                              -- who runs it, where known; stall holders may hold the instruments
  region text NOT NULL,                              -- GB/T 2260
  township text,                                     -- township 乡镇、街道, where known
  village text,                                      -- village 村、社区, where known
  address text NOT NULL DEFAULT ''::text,            -- below township and village; empty where it is not known
  longitude numeric(9,6),                            -- degrees, CGCS2000 (differs from WGS 84 by less than a metre)
  latitude numeric(8,6),                             -- degrees, CGCS2000
  registrar_id uuid NOT NULL,                        -- who recorded it
  version integer NOT NULL DEFAULT 1,                -- counts every change, so that two people do not overwrite each other
  valid_from date,                                   -- first day, where known
  valid_to date,                                     -- last day, where it has closed
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT place_once UNIQUE (region, kind, name),
  CONSTRAINT place_pkey PRIMARY KEY (id),
  CONSTRAINT place_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT place_registrar_id_fkey FOREIGN KEY (registrar_id) REFERENCES organization(id),
  CONSTRAINT place_township_fkey FOREIGN KEY (township) REFERENCES division(code),
  CONSTRAINT place_village_fkey FOREIGN KEY (village) REFERENCES division(code),
  CONSTRAINT place_has_both_coordinates CHECK ((longitude IS NULL) = (latitude IS NULL)),
  CONSTRAINT place_latitude_is_on_earth CHECK (latitude >= '-90'::integer::numeric AND latitude <= 90::numeric),
  CONSTRAINT place_longitude_is_on_earth CHECK (longitude >= '-180'::integer::numeric AND longitude <= 180::numeric),
  CONSTRAINT place_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text)
);
CREATE INDEX place_organization ON place USING btree (organization_id);
CREATE INDEX place_region ON place USING btree (region, kind, name);
CREATE INDEX place_township ON place USING btree (township, kind);
GRANT INSERT, SELECT, UPDATE ON place TO tongheng_app;

-- 使用场所名单的导入：未导入的行连同原因保留，可下载更正后再次导入。
CREATE TABLE place_import (
  id uuid NOT NULL,
  file_id uuid NOT NULL,                             -- the workbook or CSV that was imported
  organization_id uuid NOT NULL,                     -- for which organization it was imported
  region text NOT NULL,                              -- region of that organization, GB/T 2260
  person_id uuid NOT NULL,
  taken integer NOT NULL,                            -- how many places it recorded
  known integer NOT NULL,                            -- how many rows were recorded already
  refused jsonb NOT NULL,                            -- rows not taken: number, cells, reasons in both languages
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT place_import_pkey PRIMARY KEY (id),
  CONSTRAINT place_import_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  CONSTRAINT place_import_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT place_import_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX place_import_organization ON place_import USING btree (organization_id, recorded_at DESC);
GRANT INSERT, SELECT ON place_import TO tongheng_app;

-- 定义记录：文件中没有数字的提法在本市如何认定；只增不改，各版保留。
CREATE TABLE plan_definition_decision (
  id uuid NOT NULL,
  plan_id text NOT NULL,                             -- id of the plan document
  definition_id text NOT NULL,                       -- id of the definition in the plan document
  meaning text NOT NULL,                             -- what the words mean here
  meaning_en text,                                   -- the same in English, where somebody wrote it
  evidence text NOT NULL,                            -- what proves that it is reached
  document_number text,                              -- number of the document that decides it, where there is one
  files uuid[] NOT NULL,                             -- that document and other evidence
  supersedes uuid,                                   -- the version before it; null: the first
  person_id uuid NOT NULL,                           -- who decided
  organization_id uuid NOT NULL,                     -- for which organization
  recorded_at timestamp with time zone NOT NULL,     -- when
  demonstration boolean NOT NULL DEFAULT false,      -- fictional record of the demonstration story
  CONSTRAINT plan_definition_decision_follows_one UNIQUE NULLS NOT DISTINCT (plan_id, definition_id, supersedes),
  CONSTRAINT plan_definition_decision_pkey PRIMARY KEY (id),
  CONSTRAINT plan_definition_decision_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT plan_definition_decision_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT plan_definition_decision_supersedes_fkey FOREIGN KEY (supersedes) REFERENCES plan_definition_decision(id)
);
GRANT INSERT, SELECT ON plan_definition_decision TO tongheng_app;

-- 待核实差异的处理：只增不改；后一次处理取代前一次，重新打开也是一次处理。
CREATE TABLE plan_settlement (
  id uuid NOT NULL,
  plan_id text NOT NULL,                             -- id of the plan document
  finding_id text NOT NULL,                          -- id of the finding that the check of the document gives
  resolution text NOT NULL,                          -- printed-stands 以印刷为准 · recomputed-stands 以重算为准 · clarified 已作说明 · open 重新打开
  reason text NOT NULL,                              -- why, in the words of the person who settled it
  document_number text,                              -- number of the document on which it rests, where there is one
  files uuid[] NOT NULL,                             -- evidence
  finding jsonb NOT NULL,                            -- what the finding said when it was settled
  supersedes uuid,                                   -- the settlement before it; null: the first
  person_id uuid NOT NULL,                           -- who settled it
  organization_id uuid NOT NULL,                     -- for which organization
  recorded_at timestamp with time zone NOT NULL,     -- when
  demonstration boolean NOT NULL DEFAULT false,      -- fictional record of the demonstration story
  CONSTRAINT plan_settlement_follows_one UNIQUE NULLS NOT DISTINCT (plan_id, finding_id, supersedes),
  CONSTRAINT plan_settlement_pkey PRIMARY KEY (id),
  CONSTRAINT plan_settlement_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT plan_settlement_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT plan_settlement_supersedes_fkey FOREIGN KEY (supersedes) REFERENCES plan_settlement(id),
  CONSTRAINT plan_settlement_resolution_is_known CHECK (resolution = ANY (ARRAY['printed-stands'::text, 'recomputed-stands'::text, 'clarified'::text, 'open'::text]))
);
GRANT INSERT, SELECT ON plan_settlement TO tongheng_app;

-- 采用或撤回某一版方案的决定；只增不改，最近一次有效。采用方案本身不改变任何能力格。
CREATE TABLE provision_adoption (
  id uuid NOT NULL,
  sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY, -- order of recording, also within one instant
  version_id uuid NOT NULL,
  verdict text NOT NULL,                             -- adopted 采用 · withdrawn 撤回
  document_number text NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  supposed_reason text,                              -- why figures that are no records were accepted: supposed costs or demand, assumed distances; null: there were none
  CONSTRAINT provision_adoption_pkey PRIMARY KEY (id),
  CONSTRAINT provision_adoption_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT provision_adoption_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT provision_adoption_version_id_fkey FOREIGN KEY (version_id) REFERENCES provision_version(id),
  CONSTRAINT provision_adoption_verdict_is_known CHECK (verdict = ANY (ARRAY['adopted'::text, 'withdrawn'::text]))
);
CREATE INDEX provision_adoption_version ON provision_adoption USING btree (version_id, sequence DESC);
GRANT INSERT, SELECT ON provision_adoption TO tongheng_app;

-- 能力配置方案的费用与周期：每项一行，写明来源与把握程度；只增不改，最近一行有效。没有记录的用程序假设，采用方案前须由人确认。
CREATE TABLE provision_cost (
  id uuid NOT NULL,
  sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY, -- order of recording, also within one instant
  item text,                                         -- B1 … E9; null: it holds for all items
  parameter text NOT NULL,                           -- what is priced or timed: rules/assumption.ts
  amount double precision NOT NULL,                  -- in the unit of the parameter
  source text NOT NULL,                              -- the document, offer or record it is taken from
  confidence text NOT NULL,                          -- assumption 假设 · L, M, H 把握低、中、高 · confirmed 已确认
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT provision_cost_pkey PRIMARY KEY (id),
  CONSTRAINT provision_cost_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT provision_cost_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT provision_cost_confidence_is_known CHECK (confidence = ANY (ARRAY['assumption'::text, 'L'::text, 'M'::text, 'H'::text, 'confirmed'::text])),
  CONSTRAINT provision_cost_is_not_negative CHECK (amount >= 0::double precision)
);
CREATE INDEX provision_cost_latest ON provision_cost USING btree (item, parameter, sequence DESC);
GRANT INSERT, SELECT ON provision_cost TO tongheng_app;

-- 能力配置方案的一个情景；每次改动条件另成一版。
CREATE TABLE provision_scenario (
  id uuid NOT NULL,
  name text NOT NULL,                                -- what it is called
  note text,                                         -- what it is for
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT provision_scenario_pkey PRIMARY KEY (id),
  CONSTRAINT provision_scenario_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT provision_scenario_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX provision_scenario_latest ON provision_scenario USING btree (recorded_at DESC, id DESC);
GRANT INSERT, SELECT ON provision_scenario TO tongheng_app;

-- 情景的一版：条件、当时的缺口与需求、费用快照，以及求解器的答案或不可行的原因；条件不改动，改条件另成一版。
CREATE TABLE provision_version (
  id uuid NOT NULL,
  scenario_id uuid NOT NULL,
  number integer NOT NULL,                           -- 1, 2, … within the scenario
  note text,                                         -- what was changed
  setting jsonb NOT NULL,                            -- dates, budgets, limits, forced and forbidden options as a person set them
  input jsonb NOT NULL,                              -- everything that was solved: gaps, demand, distances, costs with their confidence
  state text NOT NULL,                               -- waiting 待求解 · solving 求解中 · solved 已求解 · infeasible 条件冲突 · failed 求解失败
  answer jsonb,                                      -- the choices with their reasons, or the constraints that conflict
  solver text,                                       -- which solver in which version
  seconds double precision,                          -- how long it took
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,                 -- when it was answered
  CONSTRAINT provision_version_number_once UNIQUE (scenario_id, number),
  CONSTRAINT provision_version_pkey PRIMARY KEY (id),
  CONSTRAINT provision_version_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT provision_version_scenario_id_fkey FOREIGN KEY (scenario_id) REFERENCES provision_scenario(id),
  CONSTRAINT provision_version_is_answered_once CHECK ((state = ANY (ARRAY['solved'::text, 'infeasible'::text, 'failed'::text])) = (ended_at IS NOT NULL)),
  CONSTRAINT provision_version_state_is_known CHECK (state = ANY (ARRAY['waiting'::text, 'solving'::text, 'solved'::text, 'infeasible'::text, 'failed'::text]))
);
GRANT INSERT, SELECT, UPDATE (answer), UPDATE (ended_at), UPDATE (seconds), UPDATE (solver), UPDATE (state) ON provision_version TO tongheng_app;

-- 检定项目资格与授权签字：何人自何日起可按何规程检定、核验或批准，凭何文件。
CREATE TABLE qualification (
  id uuid NOT NULL,
  kind text NOT NULL,                                -- registration 检定项目资格 · authorisation 授权签字
  institute_id uuid NOT NULL,                        -- at which institute it holds
  region text NOT NULL,
  holder_id uuid NOT NULL,                           -- whose it is
  activities text[] NOT NULL,                        -- test 检定 · check 核验 · approve 批准
  regulations text[] NOT NULL,                       -- regulations without their year, such as jjg-0539; none in an authorisation: all
  document_number text NOT NULL,
  valid_from date NOT NULL,                          -- first day
  valid_until date,                                  -- last day by its document; null: the document names none
  person_id uuid NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT qualification_pkey PRIMARY KEY (id),
  CONSTRAINT qualification_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES person(id),
  CONSTRAINT qualification_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT qualification_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT qualification_activities_are_known CHECK (cardinality(activities) > 0 AND activities <@ ARRAY['test'::text, 'check'::text, 'approve'::text]),
  CONSTRAINT qualification_activities_are_of_its_kind CHECK ((kind = 'authorisation'::text) = (activities = ARRAY['approve'::text]) AND (kind = 'authorisation'::text OR NOT ('approve'::text = ANY (activities)))),
  CONSTRAINT qualification_ends_after_it_begins CHECK (valid_until IS NULL OR valid_until >= valid_from),
  CONSTRAINT qualification_kind_is_known CHECK (kind = ANY (ARRAY['registration'::text, 'authorisation'::text])),
  CONSTRAINT qualification_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text),
  CONSTRAINT qualification_registration_names_regulations CHECK (kind = 'authorisation'::text OR cardinality(regulations) > 0)
);
CREATE INDEX qualification_holder ON qualification USING btree (holder_id, institute_id);
CREATE INDEX qualification_institute ON qualification USING btree (institute_id, recorded_at DESC, id DESC);
CREATE INDEX qualification_region ON qualification USING btree (region, recorded_at DESC, id DESC);
GRANT INSERT, SELECT ON qualification TO tongheng_app;

-- 检定项目资格与授权签字的提前终止。
CREATE TABLE qualification_ending (
  qualification_id uuid NOT NULL,
  last_day date NOT NULL,                            -- last day on which it holds
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT qualification_ending_pkey PRIMARY KEY (qualification_id),
  CONSTRAINT qualification_ending_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT qualification_ending_qualification_id_fkey FOREIGN KEY (qualification_id) REFERENCES qualification(id)
);
GRANT INSERT, SELECT ON qualification_ending TO tongheng_app;

-- 应用内提醒：某人就某事得到的一条提醒，同一事由只提醒一次。
CREATE TABLE reminder (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  topic text NOT NULL,                               -- key of reminder/rules
  key text NOT NULL,                                 -- what it is about and for which window or day: never twice for one person
  detail jsonb NOT NULL DEFAULT '{}'::jsonb,         -- counts, ids and names of organizations from which the words are made; no personal data
  at timestamp with time zone NOT NULL,
  read_at timestamp with time zone,                  -- when the person took note of it
  CONSTRAINT reminder_once UNIQUE (person_id, key),
  CONSTRAINT reminder_pkey PRIMARY KEY (id),
  CONSTRAINT reminder_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT reminder_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX reminder_person ON reminder USING btree (person_id, at DESC, id DESC);
CREATE INDEX reminder_unread ON reminder USING btree (person_id) WHERE (read_at IS NULL);
GRANT INSERT, SELECT, UPDATE (read_at) ON reminder TO tongheng_app;

-- 个人日历订阅地址：只存地址中密钥的摘要；停用或更换后旧地址立即失效。
CREATE TABLE reminder_calendar (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  token_digest text NOT NULL,                        -- SHA-256 of the secret in the address
  begun_at timestamp with time zone NOT NULL,        -- when the address was made
  ended_at timestamp with time zone,                 -- when it was revoked or replaced; null: it works
  fetched_at timestamp with time zone,               -- when it was last fetched, to the hour
  CONSTRAINT reminder_calendar_token_once UNIQUE (token_digest),
  CONSTRAINT reminder_calendar_pkey PRIMARY KEY (id),
  CONSTRAINT reminder_calendar_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE UNIQUE INDEX reminder_calendar_one_each ON reminder_calendar USING btree (person_id) WHERE (ended_at IS NULL);
GRANT INSERT, SELECT, UPDATE (ended_at), UPDATE (fetched_at) ON reminder_calendar TO tongheng_app;

-- 各人的选择：每类事项经哪些通道提醒、用何语言、何时免打扰。没有记录的人只在应用内提醒。
CREATE TABLE reminder_choice (
  person_id uuid NOT NULL,
  language text NOT NULL,                            -- zh · en
  channels jsonb NOT NULL,                           -- for each topic the channels: app, email, sms; a topic that is not named is told in the application
  quiet_from text NOT NULL,                          -- nothing is sent from this time of the city on, HH:MM
  quiet_to text NOT NULL,                            -- until this time, HH:MM; the same as quiet_from: never quiet
  paused_until date,                                 -- last day without e-mail and SMS
  changed_at timestamp with time zone NOT NULL,      -- when it was last chosen
  CONSTRAINT reminder_choice_pkey PRIMARY KEY (person_id),
  CONSTRAINT reminder_choice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT reminder_choice_language_is_known CHECK (language = ANY (ARRAY['zh'::text, 'en'::text])),
  CONSTRAINT reminder_choice_quiet_from_is_a_time CHECK (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text),
  CONSTRAINT reminder_choice_quiet_to_is_a_time CHECK (quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)
);
GRANT INSERT, SELECT, UPDATE ON reminder_choice TO tongheng_app;

-- 签署退订链接的密钥，建库时随机生成。
CREATE TABLE reminder_key (
  is_only boolean NOT NULL DEFAULT true,             -- there is one row
  secret text NOT NULL,                              -- key of HMAC-SHA256
  CONSTRAINT reminder_key_pkey PRIMARY KEY (is_only),
  CONSTRAINT reminder_key_is_one CHECK (is_only)
);
GRANT SELECT ON reminder_key TO tongheng_app;

-- 发出的邮件和短信的记录：待发送、已发送、发送失败及原因；未配置通道时只记入测试收件箱。收件地址只留掩码。
CREATE TABLE reminder_message (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  channel text NOT NULL,                             -- email 电子邮件 · sms 短信
  topic text NOT NULL,                               -- as in reminder
  key text NOT NULL,                                 -- as in reminder; one message per person, channel and key
  title text NOT NULL,
  body text NOT NULL,                                -- the text without the links that are only for its recipient
  href text NOT NULL,                                -- page of the workplace that it leads to
  language text NOT NULL,                            -- zh · en, as the person chose
  state text NOT NULL,                               -- queued 待发送 · sent 已发送 · recorded 记入测试收件箱 · failed 发送失败
  attempts integer NOT NULL DEFAULT 0,               -- how often it was tried
  next_at timestamp with time zone,                  -- not before; null: it waits no more
  recipient text,                                    -- to whom, masked
  adapter text,                                      -- by which adapter it left
  fault text,                                        -- why the last try failed
  at timestamp with time zone NOT NULL,
  done_at timestamp with time zone,                  -- when it was sent, recorded or given up
  CONSTRAINT reminder_message_once UNIQUE (person_id, channel, key),
  CONSTRAINT reminder_message_pkey PRIMARY KEY (id),
  CONSTRAINT reminder_message_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT reminder_message_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT reminder_message_channel_is_known CHECK (channel = ANY (ARRAY['email'::text, 'sms'::text])),
  CONSTRAINT reminder_message_failed_with_a_fault CHECK (state <> 'failed'::text OR fault IS NOT NULL),
  CONSTRAINT reminder_message_language_is_known CHECK (language = ANY (ARRAY['zh'::text, 'en'::text])),
  CONSTRAINT reminder_message_state_is_known CHECK (state = ANY (ARRAY['queued'::text, 'sent'::text, 'recorded'::text, 'failed'::text])),
  CONSTRAINT reminder_message_waits_while_queued CHECK ((state = 'queued'::text) = (next_at IS NOT NULL))
);
CREATE INDEX reminder_message_recent ON reminder_message USING btree (at DESC, id DESC);
CREATE INDEX reminder_message_waiting ON reminder_message USING btree (next_at) WHERE (state = 'queued'::text);
GRANT INSERT, SELECT, UPDATE (adapter), UPDATE (attempts), UPDATE (done_at), UPDATE (fault), UPDATE (next_at), UPDATE (recipient), UPDATE (state) ON reminder_message TO tongheng_app;

-- 提醒作业做到哪里：已读到的事件，已提醒到的日期。
CREATE TABLE reminder_progress (
  what text NOT NULL,                                -- event: notices of what happened · due: the digest of due days
  last_event bigint,                                 -- events up to this one are dealt with
  last_day date,                                     -- the last day whose digest was made
  at timestamp with time zone NOT NULL,
  CONSTRAINT reminder_progress_pkey PRIMARY KEY (what),
  CONSTRAINT reminder_progress_is_known CHECK (what = ANY (ARRAY['event'::text, 'due'::text]))
);
GRANT INSERT, SELECT, UPDATE ON reminder_progress TO tongheng_app;

-- 强制检定申请：使用单位为在用计量器具申请强制检定，不收费（财税〔2017〕20号）。
CREATE TABLE request (
  id uuid NOT NULL,
  holder_id uuid NOT NULL,
  region text NOT NULL,                              -- where the instruments are used
  instrument_kind text NOT NULL,                     -- key of instrument/rules; one kind for each request
  verification_kind text NOT NULL,                   -- initial 首次检定 · subsequent 后续检定
  where_done text NOT NULL,                          -- institute 送检 · on-site 现场检定
  designation_id uuid NOT NULL,                      -- why it went to this institute
  institute_id uuid NOT NULL,                        -- the institute that has it; changes with a referral
  status text NOT NULL,                              -- submitted 待受理 · accepted 已受理 · refused 不予受理 · referred 已转送 · withdrawn 已撤回 · served 已办结
  note text,                                         -- what the holder adds
  reason text,                                       -- why it was refused or referred
  ecqs_number text,                                  -- reservation number of the national e-CQS, kept as key
  instrument_count integer NOT NULL,                 -- instruments asked for
  served_count integer NOT NULL DEFAULT 0,           -- instruments that have their result
  submitted_by uuid NOT NULL,
  submitted_at timestamp with time zone NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  origin text NOT NULL DEFAULT 'holder'::text,       -- who filed it: holder 使用单位 · institute-round 检定机构为集中检定代录 · ecqs 由 e-CQS 预约单导入
  withdrawn_count integer NOT NULL DEFAULT 0,        -- instruments that the holder withdrew
  batch_id uuid,                                     -- requests that were submitted together and split by region and kind
  decided_at timestamp with time zone,               -- when it was accepted or refused
  CONSTRAINT request_pkey PRIMARY KEY (id),
  CONSTRAINT request_designation_id_fkey FOREIGN KEY (designation_id) REFERENCES designation(id),
  CONSTRAINT request_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES organization(id),
  CONSTRAINT request_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT request_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES person(id),
  CONSTRAINT request_ends_once CHECK ((served_count + withdrawn_count) <= instrument_count),
  CONSTRAINT request_has_instruments CHECK (instrument_count > 0),
  CONSTRAINT request_origin_is_known CHECK (origin = ANY (ARRAY['holder'::text, 'institute-round'::text, 'ecqs'::text])),
  CONSTRAINT request_status_is_known CHECK (status = ANY (ARRAY['submitted'::text, 'accepted'::text, 'refused'::text, 'referred'::text, 'withdrawn'::text, 'served'::text])),
  CONSTRAINT request_verification_kind_is_known CHECK (verification_kind = ANY (ARRAY['initial'::text, 'subsequent'::text])),
  CONSTRAINT request_where_done_is_known CHECK (where_done = ANY (ARRAY['institute'::text, 'on-site'::text]))
);
CREATE INDEX request_batch ON request USING btree (batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX request_ecqs_number ON request USING btree (ecqs_number) WHERE (ecqs_number IS NOT NULL);
CREATE UNIQUE INDEX request_ecqs_number_once ON request USING btree (ecqs_number) WHERE ((ecqs_number IS NOT NULL) AND (status <> ALL (ARRAY['withdrawn'::text, 'refused'::text])));
CREATE INDEX request_holder ON request USING btree (holder_id, submitted_at DESC, id DESC);
CREATE INDEX request_institute ON request USING btree (institute_id, status, submitted_at DESC, id DESC);
CREATE INDEX request_kind ON request USING btree (institute_id, instrument_kind, submitted_at DESC, id DESC);
CREATE INDEX request_latest ON request USING btree (submitted_at DESC, id DESC);
CREATE INDEX request_region ON request USING btree (region, submitted_at DESC, id DESC);
GRANT INSERT, SELECT, UPDATE ON request TO tongheng_app;

-- 申请中的一台（件）计量器具，需求满足率以此为单位；同一器具同时只能在一份未办结的申请中。
CREATE TABLE request_item (
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  region text NOT NULL,
  outcome text,                                      -- the last of request_outcome; null: not decided
  outcome_count integer NOT NULL DEFAULT 0,          -- how many outcomes were recorded
  step text NOT NULL DEFAULT 'submitted'::text,      -- the last of request_step
  step_since timestamp with time zone NOT NULL DEFAULT now(), -- when it was reached
  step_count integer NOT NULL DEFAULT 0,             -- how many steps were recorded
  asked_due_on date,                                 -- day on which the instrument was due when it was asked for; null: it had none
  period_from date,                                  -- day on which the statutory period begins; null: it has not begun
  stopped_days integer NOT NULL DEFAULT 0,           -- working days for which the period stood still, of the stops that have ended
  stopped_since date,                                -- since when it stands still; null: it runs
  due_by date,                                       -- last working day of the period; null: it has not begun
  served_on date,                                    -- day on which its document was issued
  late_noted_on date,                                -- when it was told in the history of the instrument that it was asked for in time and not done in time by the institute
  CONSTRAINT request_item_once UNIQUE (request_id, instrument_id),
  CONSTRAINT request_item_pkey PRIMARY KEY (id),
  CONSTRAINT request_item_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(id),
  CONSTRAINT request_item_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id),
  CONSTRAINT request_item_outcome_is_known CHECK (outcome = ANY (ARRAY['accepted'::text, 'refused'::text, 'referred'::text, 'withdrawn'::text, 'served'::text])),
  CONSTRAINT request_item_stands_still_only_in_its_period CHECK (stopped_since IS NULL OR period_from IS NOT NULL),
  CONSTRAINT request_item_step_is_known CHECK (step = ANY (ARRAY['submitted'::text, 'referred'::text, 'refused'::text, 'withdrawn'::text, 'accepted'::text, 'scheduled'::text, 'received'::text, 'visited'::text, 'tested'::text, 'returned'::text, 'checked'::text, 'approved'::text, 'issued'::text, 'fetched'::text]))
);
CREATE INDEX request_item_due_by ON request_item USING btree (due_by, request_id) WHERE ((outcome = 'accepted'::text) AND (due_by IS NOT NULL));
CREATE INDEX request_item_instrument ON request_item USING btree (instrument_id);
CREATE INDEX request_item_late ON request_item USING btree (asked_due_on) WHERE ((asked_due_on IS NOT NULL) AND (late_noted_on IS NULL));
CREATE INDEX request_item_open_instrument ON request_item USING btree (instrument_id, asked_due_on) WHERE (asked_due_on IS NOT NULL);
CREATE UNIQUE INDEX request_item_open_once ON request_item USING btree (instrument_id) WHERE ((outcome IS NULL) OR (outcome = ANY (ARRAY['accepted'::text, 'referred'::text])));
CREATE INDEX schedule_waiting ON request_item USING btree (request_id) WHERE (step = ANY (ARRAY['accepted'::text, 'received'::text]));
CREATE TRIGGER instrument_thread_request AFTER INSERT ON request_item FOR EACH ROW EXECUTE FUNCTION instrument_thread_row('request_id');
CREATE TRIGGER schedule_item_lets_go AFTER UPDATE OF step ON request_item FOR EACH ROW WHEN ((new.step = ANY (ARRAY['withdrawn'::text, 'refused'::text, 'referred'::text])) AND old.step IS DISTINCT FROM new.step) EXECUTE FUNCTION schedule_let_go();
GRANT INSERT, SELECT, UPDATE ON request_item TO tongheng_app;

-- 每台器具申请的处理结果，只增不改：需求满足率由此计算。
CREATE TABLE request_outcome (
  item_id uuid NOT NULL,
  sequence integer NOT NULL,                         -- counted from 1 within the item
  previous text,                                     -- the outcome before; null for the first
  outcome text NOT NULL,                             -- accepted 已受理 · refused 不予受理 · referred 已转送 · withdrawn 已撤回 · served 已办结
  region text NOT NULL,
  institute_id uuid NOT NULL,                        -- which institute decided or served
  day date NOT NULL,                                 -- the city's day of the outcome
  recorded_at timestamp with time zone NOT NULL,     -- when it became known
  CONSTRAINT request_outcome_once PRIMARY KEY (item_id, sequence),
  CONSTRAINT request_outcome_item_id_fkey FOREIGN KEY (item_id) REFERENCES request_item(id),
  CONSTRAINT request_outcome_follows_the_life_cycle CHECK (sequence = 1 AND previous IS NULL AND (outcome = ANY (ARRAY['accepted'::text, 'refused'::text, 'referred'::text, 'withdrawn'::text])) OR sequence > 1 AND previous = 'referred'::text AND (outcome = ANY (ARRAY['accepted'::text, 'refused'::text, 'referred'::text, 'withdrawn'::text])) OR sequence > 1 AND previous = 'accepted'::text AND (outcome = ANY (ARRAY['served'::text, 'withdrawn'::text])))
);
CREATE INDEX request_outcome_day ON request_outcome USING btree (day, item_id);
CREATE TRIGGER request_outcome_is_counted AFTER INSERT ON request_outcome REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION request_count_outcomes();
GRANT INSERT, SELECT ON request_outcome TO tongheng_app;

-- 申请中每台器具办到哪一步：待受理至已领取，每步何时何人，只增不改。
CREATE TABLE request_step (
  item_id uuid NOT NULL,
  sequence integer NOT NULL,                         -- counted from 1 within the item
  step text NOT NULL,                                -- submitted 待受理 · referred 已转送 · refused 不予受理 · withdrawn 已撤回 · accepted 已受理 · scheduled 已排期 · received 已收样 · visited 已到现场 · tested 已检定 · returned 退回修改 · checked 已核验 · approved 已批准 · issued 已出证 · fetched 已领取
  note text,                                         -- what belongs to the step: a reason, a slip, a day
  at timestamp with time zone NOT NULL,
  day date NOT NULL,                                 -- the city's day of the step
  person_id uuid,                                    -- who did it; null in what was recorded before steps were kept
  organization_id uuid,                              -- for whom; null in what was recorded before steps were kept
  CONSTRAINT request_step_once PRIMARY KEY (item_id, sequence),
  CONSTRAINT request_step_item_id_fkey FOREIGN KEY (item_id) REFERENCES request_item(id),
  CONSTRAINT request_step_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT request_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT request_step_is_known CHECK (step = ANY (ARRAY['submitted'::text, 'referred'::text, 'refused'::text, 'withdrawn'::text, 'accepted'::text, 'scheduled'::text, 'received'::text, 'visited'::text, 'tested'::text, 'returned'::text, 'checked'::text, 'approved'::text, 'issued'::text, 'fetched'::text]))
);
GRANT INSERT, SELECT ON request_step TO tongheng_app;

-- 检定期限的中止与恢复：中止期间的工作日不计入期限。
CREATE TABLE request_stop (
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  cause text NOT NULL,                               -- holder-supplies 待使用单位补充 · adjustment 器具调修 · site-closed 现场不具备条件 · environment 环境条件不满足 · other 其他
  note text NOT NULL,                                -- what exactly it waits for
  from_day date NOT NULL,                            -- first day, still counted
  stopped_by uuid NOT NULL,
  stopped_at timestamp with time zone NOT NULL,
  to_day date,                                       -- day on which it went on; the days after it count again
  resumed_by uuid,
  resumed_at timestamp with time zone,
  CONSTRAINT request_stop_pkey PRIMARY KEY (id),
  CONSTRAINT request_stop_item_id_fkey FOREIGN KEY (item_id) REFERENCES request_item(id),
  CONSTRAINT request_stop_resumed_by_fkey FOREIGN KEY (resumed_by) REFERENCES person(id),
  CONSTRAINT request_stop_stopped_by_fkey FOREIGN KEY (stopped_by) REFERENCES person(id),
  CONSTRAINT request_stop_cause_is_known CHECK (cause = ANY (ARRAY['holder-supplies'::text, 'adjustment'::text, 'site-closed'::text, 'environment'::text, 'other'::text])),
  CONSTRAINT request_stop_ends_after_it_begins CHECK (to_day IS NULL OR to_day >= from_day)
);
CREATE INDEX request_stop_item ON request_stop USING btree (item_id, from_day);
CREATE UNIQUE INDEX request_stop_one_at_a_time ON request_stop USING btree (item_id) WHERE (to_day IS NULL);
GRANT INSERT, SELECT, UPDATE (resumed_at), UPDATE (resumed_by), UPDATE (to_day) ON request_stop TO tongheng_app;

-- 需求满足率的精确计数，与 request_outcome 在同一事务中由触发器维护，任何人不能直接写入；按槽分散，使并发写入互不等待。
CREATE TABLE request_tally (
  grain text NOT NULL,                               -- day: one day; month: the whole month that begins on this day, so that a sum over years reads few rows
  day date NOT NULL,                                 -- the day, or the first of the month
  region text NOT NULL,
  outcome text NOT NULL,                             -- accepted (served and withdrawn ones stay in it), refused, referred, withdrawn, served; their sum without served and withdrawn is the denominator
  slot smallint NOT NULL,                            -- of the writing connection, 0 to 7
  n bigint NOT NULL,                                 -- instruments; a correction of an earlier outcome counts down
  instrument_kind text NOT NULL,                     -- key of instrument/rules, of the request
  CONSTRAINT request_tally_once PRIMARY KEY (grain, day, region, outcome, slot, instrument_kind),
  CONSTRAINT request_tally_grain_is_known CHECK (grain = ANY (ARRAY['day'::text, 'month'::text]))
);
GRANT SELECT ON request_tally TO tongheng_app;

-- 集中检定：检定机构对一个市场、一个乡镇的村卫生室、一县的加油机、一批表计等集中安排检定，使用单位无需申请。
CREATE TABLE round (
  id uuid NOT NULL,
  institute_id uuid NOT NULL,
  region text NOT NULL,
  name text NOT NULL,                                -- what the institute calls it
  way text NOT NULL,                                 -- on-site 上门检定 · institute 集中送检 · meter-lot 表计批次
  state text NOT NULL,                               -- drafted 拟定 · announced 已通知 · under-way 进行中 · finished 已结束 · cancelled 已取消
  demand jsonb NOT NULL,                             -- what is gathered: places, or a filter of region, township, kinds of place and of instrument; by which day it is due
  setting jsonb NOT NULL,                            -- days, teams, vans, persons, benches, start and contact, as the institute chose them
  default_key text,                                  -- county, kind of place and year of a round that is opened by default; null: opened by hand
  version integer NOT NULL DEFAULT 1,                -- counts every change, so that two people do not overwrite each other
  person_id uuid,                                    -- who opened it; null: drafted by default
  recorded_at timestamp with time zone NOT NULL,
  collected_at timestamp with time zone,
  announced_at timestamp with time zone,
  ended_at timestamp with time zone,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT round_pkey PRIMARY KEY (id),
  CONSTRAINT round_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT round_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT round_ends_with_its_state CHECK ((state = ANY (ARRAY['finished'::text, 'cancelled'::text])) = (ended_at IS NOT NULL)),
  CONSTRAINT round_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text),
  CONSTRAINT round_state_is_known CHECK (state = ANY (ARRAY['drafted'::text, 'announced'::text, 'under-way'::text, 'finished'::text, 'cancelled'::text])),
  CONSTRAINT round_way_is_known CHECK (way = ANY (ARRAY['on-site'::text, 'institute'::text, 'meter-lot'::text]))
);
CREATE UNIQUE INDEX round_default_once ON round USING btree (institute_id, default_key) WHERE ((default_key IS NOT NULL) AND (state <> 'cancelled'::text));
CREATE INDEX round_institute ON round USING btree (institute_id, recorded_at DESC, id DESC);
CREATE INDEX round_region ON round USING btree (region, recorded_at DESC, id DESC);
GRANT INSERT, SELECT, UPDATE (announced_at), UPDATE (collected_at), UPDATE (demand), UPDATE (ended_at), UPDATE (name), UPDATE (setting), UPDATE (state), UPDATE (version) ON round TO tongheng_app;

-- 集中检定中的一台器具：如何列入、列在何处何日、不列入的理由，以及通知时代为提交的申请。
CREATE TABLE round_item (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  stop_id uuid NOT NULL,
  slot_id uuid,
  instrument_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  region text NOT NULL,
  kind text NOT NULL,                                -- kind of instrument when it was gathered
  verification_kind text NOT NULL,                   -- initial 首次检定 · subsequent 后续检定, as a request for it is filed
  due_on date,                                       -- day on which it was due when it was gathered; null: no result counted
  origin text NOT NULL,                              -- collected 收集 · added 手工增加
  left_out_reason text,                              -- why it is left out; null: it is in
  left_out_by uuid,                                  -- who left it out; null: the program, as the reason says
  left_out_at timestamp with time zone,
  request_item_id uuid,                              -- its place in a request, from the announcement on
  joined boolean NOT NULL DEFAULT false,             -- the request was open already and is joined, not doubled
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT round_item_once UNIQUE (round_id, instrument_id),
  CONSTRAINT round_item_pkey PRIMARY KEY (id),
  CONSTRAINT round_item_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES organization(id),
  CONSTRAINT round_item_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(id),
  CONSTRAINT round_item_left_out_by_fkey FOREIGN KEY (left_out_by) REFERENCES person(id),
  CONSTRAINT round_item_request_item_id_fkey FOREIGN KEY (request_item_id) REFERENCES request_item(id),
  CONSTRAINT round_item_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
  CONSTRAINT round_item_slot_id_fkey FOREIGN KEY (slot_id) REFERENCES round_slot(id),
  CONSTRAINT round_item_stop_id_fkey FOREIGN KEY (stop_id) REFERENCES round_stop(id),
  CONSTRAINT round_item_left_out_with_a_reason CHECK ((left_out_reason IS NULL) = (left_out_at IS NULL)),
  CONSTRAINT round_item_origin_is_known CHECK (origin = ANY (ARRAY['collected'::text, 'added'::text])),
  CONSTRAINT round_item_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text),
  CONSTRAINT round_item_verification_kind_is_known CHECK (verification_kind = ANY (ARRAY['initial'::text, 'subsequent'::text]))
);
CREATE INDEX round_item_holder ON round_item USING btree (holder_id, round_id);
CREATE INDEX round_item_instrument ON round_item USING btree (instrument_id);
CREATE INDEX round_item_request_item ON round_item USING btree (request_item_id) WHERE (request_item_id IS NOT NULL);
CREATE INDEX round_item_slot ON round_item USING btree (slot_id) WHERE (slot_id IS NOT NULL);
CREATE INDEX round_item_stop ON round_item USING btree (stop_id);
GRANT INSERT, SELECT, UPDATE (due_on), UPDATE (joined), UPDATE (left_out_at), UPDATE (left_out_by), UPDATE (left_out_reason), UPDATE (request_item_id), UPDATE (slot_id), UPDATE (stop_id), UPDATE (verification_kind) ON round_item TO tongheng_app;

-- 检定机构录入的每台用时（分钟），后录的有效；未录入的种类按系统估计值计算并注明。
CREATE TABLE round_minutes (
  id uuid NOT NULL,
  sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY, -- the latest of a kind counts
  institute_id uuid NOT NULL,
  kind text NOT NULL,                                -- kind of instrument
  minutes integer NOT NULL,                          -- what a team or a bench takes for one of them
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT round_minutes_pkey PRIMARY KEY (id),
  CONSTRAINT round_minutes_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT round_minutes_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT round_minutes_are_of_a_day CHECK (minutes >= 1 AND minutes <= 480)
);
CREATE INDEX round_minutes_kind ON round_minutes USING btree (institute_id, kind, sequence DESC);
GRANT INSERT, SELECT ON round_minutes TO tongheng_app;

-- 由求解器给出的路线或台位负荷建议：输入、结果、目标值与差距、求解器版本均留存；由人采用后才成为安排。
CREATE TABLE round_proposal (
  id uuid NOT NULL,
  sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY, -- the latest of a round comes first
  round_id uuid NOT NULL,
  kind text NOT NULL,                                -- route 路线 · load 台位负荷
  state text NOT NULL,                               -- waiting 待求解 · solving 求解中 · solved 已求出 · infeasible 无可行安排 · failed 求解未成
  input jsonb NOT NULL,                              -- what was asked, whole: it can be asked again
  result jsonb,                                      -- the arrangement, or why there is none
  solver text,                                       -- name and version of the solver
  seconds double precision,                          -- how long it was looked for
  gap double precision,                              -- how far it may be from the best, as a share; null: not known
  asked_by uuid NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  applied_by uuid,
  applied_at timestamp with time zone,
  CONSTRAINT round_proposal_pkey PRIMARY KEY (id),
  CONSTRAINT round_proposal_applied_by_fkey FOREIGN KEY (applied_by) REFERENCES person(id),
  CONSTRAINT round_proposal_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  CONSTRAINT round_proposal_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
  CONSTRAINT round_proposal_kind_is_known CHECK (kind = ANY (ARRAY['route'::text, 'load'::text])),
  CONSTRAINT round_proposal_state_is_known CHECK (state = ANY (ARRAY['waiting'::text, 'solving'::text, 'solved'::text, 'infeasible'::text, 'failed'::text]))
);
CREATE INDEX round_proposal_round ON round_proposal USING btree (round_id, sequence DESC);
GRANT INSERT, SELECT, UPDATE (applied_at), UPDATE (applied_by), UPDATE (ended_at), UPDATE (gap), UPDATE (result), UPDATE (seconds), UPDATE (solver), UPDATE (state) ON round_proposal TO tongheng_app;

-- 集中检定的一项安排：某处的器具于某日由某组上门，或于某日上某台位；改动后原安排留存。
CREATE TABLE round_slot (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  stop_id uuid NOT NULL,
  day date NOT NULL,                                 -- the day of the visit or at the bench
  team integer,                                      -- number of the team in the setting; null: at a bench
  bench_id uuid,                                     -- the bench; null: a visit
  position integer NOT NULL,                         -- order within the day
  locked boolean NOT NULL DEFAULT false,             -- fixed by hand: a further proposal keeps its day and its team or bench
  booking_id uuid,
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,                 -- when another arrangement took its place; null: it holds
  CONSTRAINT round_slot_pkey PRIMARY KEY (id),
  CONSTRAINT round_slot_bench_id_fkey FOREIGN KEY (bench_id) REFERENCES schedule_resource(id),
  CONSTRAINT round_slot_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES schedule_booking(id),
  CONSTRAINT round_slot_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT round_slot_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
  CONSTRAINT round_slot_stop_id_fkey FOREIGN KEY (stop_id) REFERENCES round_stop(id),
  CONSTRAINT round_slot_is_of_a_team_or_a_bench CHECK ((team IS NULL) <> (bench_id IS NULL)),
  CONSTRAINT round_slot_team_is_counted CHECK (team >= 1 AND team <= 20)
);
CREATE INDEX round_slot_round ON round_slot USING btree (round_id, day) WHERE (ended_at IS NULL);
GRANT INSERT, SELECT, UPDATE (booking_id), UPDATE (ended_at), UPDATE (locked), UPDATE (position) ON round_slot TO tongheng_app;

-- 集中检定中的一处：登记的使用场所；没有登记场所的，按使用单位和地址归为一处。名称、地址、坐标为收集时的记录。
CREATE TABLE round_stop (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  gathered_by text NOT NULL,                         -- the place, or the holder with the address where no place is recorded
  place_id uuid,
  holder_id uuid,                                    -- the holder, where no place is recorded
  region text NOT NULL,
  township text,                                     -- township, where known
  name text NOT NULL,                                -- of the place or the holder
  address text NOT NULL,                             -- as the place or the instrument has it
  longitude numeric(9,6),                            -- degrees, CGCS2000; null: not recorded, placed by hand
  latitude numeric(8,6),                             -- degrees, CGCS2000
  CONSTRAINT round_stop_once UNIQUE (round_id, gathered_by),
  CONSTRAINT round_stop_pkey PRIMARY KEY (id),
  CONSTRAINT round_stop_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES organization(id),
  CONSTRAINT round_stop_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  CONSTRAINT round_stop_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id),
  CONSTRAINT round_stop_township_fkey FOREIGN KEY (township) REFERENCES division(code),
  CONSTRAINT round_stop_has_both_coordinates CHECK ((longitude IS NULL) = (latitude IS NULL)),
  CONSTRAINT round_stop_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text)
);
CREATE INDEX round_stop_place ON round_stop USING btree (place_id) WHERE (place_id IS NOT NULL);
GRANT INSERT, SELECT, UPDATE (address), UPDATE (latitude), UPDATE (longitude), UPDATE (name), UPDATE (township) ON round_stop TO tongheng_app;

-- 台位、车辆、人员不能排期的日子：休假、培训、维护、校准等，连同事由；撤销也留痕。
CREATE TABLE schedule_absence (
  id uuid NOT NULL,
  resource_id uuid NOT NULL,
  from_day date NOT NULL,                            -- first day away
  to_day date NOT NULL,                              -- last day away
  cause text NOT NULL,                               -- leave 休假 · training 培训 · maintenance 维护 · calibration 送校 · other 其他
  reason text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  ended_by uuid,
  ended_at timestamp with time zone,                 -- when it was withdrawn; null: it holds
  CONSTRAINT schedule_absence_pkey PRIMARY KEY (id),
  CONSTRAINT schedule_absence_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  CONSTRAINT schedule_absence_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  CONSTRAINT schedule_absence_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES schedule_resource(id),
  CONSTRAINT schedule_absence_cause_is_known CHECK (cause = ANY (ARRAY['leave'::text, 'training'::text, 'maintenance'::text, 'calibration'::text, 'other'::text])),
  CONSTRAINT schedule_absence_is_ended_by_somebody CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
  CONSTRAINT schedule_absence_runs_forward CHECK (from_day <= to_day)
);
CREATE INDEX schedule_absence_resource ON schedule_absence USING btree (resource_id, to_day) WHERE (ended_at IS NULL);
GRANT INSERT, SELECT, UPDATE (ended_at), UPDATE (ended_by) ON schedule_absence TO tongheng_app;

-- 排期：在台位检定或上门检定，定于何日、由谁、用哪个台位或车辆；改期与取消留有经过。
CREATE TABLE schedule_booking (
  id uuid NOT NULL,
  institute_id uuid NOT NULL,
  region text NOT NULL,
  kind text NOT NULL,                                -- bench 台位检定 · visit 上门检定
  status text NOT NULL,                              -- booked 已排期 · cancelled 已取消
  first_day date NOT NULL,                           -- first of its days
  last_day date NOT NULL,                            -- last of its days; those between need not all belong to it
  half text NOT NULL,                                -- of each day: whole 全天 · morning 上午 · afternoon 下午
  bench_id uuid,
  van_id uuid,
  address text,                                      -- where the visit goes
  contact_name text,                                 -- whom to ask for
  contact_phone text,                                -- telephone of that person; shown masked
  from_time text,                                    -- the visit comes not before, HH:MM
  to_time text,                                      -- the visit comes not after, HH:MM
  entrance_note text,                                -- how to get in: gate, parking, protective clothing
  note text,                                         -- what was remarked
  holiday_reason text,                               -- why a day off was chosen; null: working days only
  revision integer NOT NULL DEFAULT 1,               -- counts the plans: 1, and one more with each move
  booked_by uuid NOT NULL,
  booked_at timestamp with time zone NOT NULL,
  cancelled_by uuid,
  cancelled_at timestamp with time zone,
  cancel_reason text,                                -- why it was cancelled
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT schedule_booking_pkey PRIMARY KEY (id),
  CONSTRAINT schedule_booking_bench_id_fkey FOREIGN KEY (bench_id) REFERENCES schedule_resource(id),
  CONSTRAINT schedule_booking_booked_by_fkey FOREIGN KEY (booked_by) REFERENCES person(id),
  CONSTRAINT schedule_booking_cancelled_by_fkey FOREIGN KEY (cancelled_by) REFERENCES person(id),
  CONSTRAINT schedule_booking_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT schedule_booking_van_id_fkey FOREIGN KEY (van_id) REFERENCES schedule_resource(id),
  CONSTRAINT schedule_booking_cancelled_with_a_reason CHECK ((status = 'cancelled'::text) = (cancelled_at IS NOT NULL) AND (cancelled_at IS NULL) = (cancel_reason IS NULL)),
  CONSTRAINT schedule_booking_from_is_a_time CHECK (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text),
  CONSTRAINT schedule_booking_half_is_known CHECK (half = ANY (ARRAY['whole'::text, 'morning'::text, 'afternoon'::text])),
  CONSTRAINT schedule_booking_is_on_a_bench_or_a_visit CHECK ((kind = 'bench'::text) = (bench_id IS NOT NULL) AND (kind = 'visit'::text) = (address IS NOT NULL)),
  CONSTRAINT schedule_booking_kind_is_known CHECK (kind = ANY (ARRAY['bench'::text, 'visit'::text])),
  CONSTRAINT schedule_booking_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text),
  CONSTRAINT schedule_booking_runs_forward CHECK (first_day <= last_day),
  CONSTRAINT schedule_booking_status_is_known CHECK (status = ANY (ARRAY['booked'::text, 'cancelled'::text])),
  CONSTRAINT schedule_booking_to_is_a_time CHECK (to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text),
  CONSTRAINT schedule_booking_window_runs_forward CHECK (from_time < to_time)
);
CREATE INDEX schedule_booking_institute ON schedule_booking USING btree (institute_id, first_day DESC, id DESC);
CREATE INDEX schedule_booking_region ON schedule_booking USING btree (region, first_day DESC, id DESC);
GRANT INSERT, SELECT, UPDATE (bench_id), UPDATE (cancel_reason), UPDATE (cancelled_at), UPDATE (cancelled_by), UPDATE (first_day), UPDATE (half), UPDATE (holiday_reason), UPDATE (last_day), UPDATE (revision), UPDATE (status), UPDATE (van_id) ON schedule_booking TO tongheng_app;

-- 排期中的一台器具；同一申请器具同时只在一个排期中。
CREATE TABLE schedule_item (
  id uuid NOT NULL,
  booking_id uuid NOT NULL,
  item_id uuid NOT NULL,
  bench_id uuid,
  day date,                                          -- the day it is planned for; null: any day of the visit
  released_at timestamp with time zone,              -- when it was freed; null: it holds
  release text,                                      -- by what: moved 改期 · removed 移出 · cancelled 取消 · let-go 申请撤回、转送或不予受理
  CONSTRAINT schedule_item_pkey PRIMARY KEY (id),
  CONSTRAINT schedule_item_bench_id_fkey FOREIGN KEY (bench_id) REFERENCES schedule_resource(id),
  CONSTRAINT schedule_item_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES schedule_booking(id),
  CONSTRAINT schedule_item_item_id_fkey FOREIGN KEY (item_id) REFERENCES request_item(id),
  CONSTRAINT schedule_item_on_a_bench_has_its_day CHECK (bench_id IS NULL OR day IS NOT NULL),
  CONSTRAINT schedule_item_release_is_known CHECK (release = ANY (ARRAY['moved'::text, 'removed'::text, 'cancelled'::text, 'let-go'::text])),
  CONSTRAINT schedule_item_released_for_a_cause CHECK ((released_at IS NULL) = (release IS NULL))
);
CREATE INDEX schedule_item_bench ON schedule_item USING btree (bench_id, day) WHERE (released_at IS NULL);
CREATE UNIQUE INDEX schedule_item_booked_once ON schedule_item USING btree (item_id) WHERE (released_at IS NULL);
CREATE INDEX schedule_item_booking ON schedule_item USING btree (booking_id);
CREATE TRIGGER schedule_item_keeps_load AFTER INSERT OR UPDATE ON schedule_item FOR EACH ROW EXECUTE FUNCTION schedule_keep_load();
GRANT INSERT, SELECT, UPDATE (release), UPDATE (released_at) ON schedule_item TO tongheng_app;

-- 某日某台位已排器具数，由触发器随 schedule_item 维护，不得超过台位的日容量。
CREATE TABLE schedule_load (
  bench_id uuid NOT NULL,
  day date NOT NULL,                                 -- as in schedule_item
  booked integer NOT NULL,                           -- instruments booked
  CONSTRAINT schedule_load_once PRIMARY KEY (bench_id, day),
  CONSTRAINT schedule_load_bench_id_fkey FOREIGN KEY (bench_id) REFERENCES schedule_resource(id),
  CONSTRAINT schedule_load_is_counted CHECK (booked >= 0)
);
GRANT SELECT ON schedule_load TO tongheng_app;

-- 某半日某车辆或人员在哪一岗位，由触发器随 schedule_use 维护；同一半日只能在一处。
CREATE TABLE schedule_post (
  resource_id uuid NOT NULL,
  day date NOT NULL,                                 -- as in schedule_use
  half text NOT NULL,                                -- as in schedule_use
  post_id uuid NOT NULL,                             -- as in schedule_use; counts while uses > 0
  uses integer NOT NULL,                             -- bookings that hold it there
  CONSTRAINT schedule_post_once PRIMARY KEY (resource_id, day, half),
  CONSTRAINT schedule_post_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES schedule_resource(id),
  CONSTRAINT schedule_post_uses_are_counted CHECK (uses >= 0)
);
GRANT SELECT ON schedule_post TO tongheng_app;

-- 检定机构可供排期的检定台位、车辆、人员。人员首次排期时自动列入。
CREATE TABLE schedule_resource (
  id uuid NOT NULL,
  institute_id uuid NOT NULL,
  region text NOT NULL,
  kind text NOT NULL,                                -- bench 检定台位 · van 车辆 · person 人员
  name text NOT NULL,                                -- what the institute calls it; a person is shown by the present name
  member_id uuid,                                    -- the person, where it is one
  instrument_kinds text[] NOT NULL DEFAULT '{}'::text[], -- kinds of instruments that a bench serves; none: all
  load integer,                                      -- instruments that a bench takes on a day
  aboard text NOT NULL DEFAULT ''::text,             -- standards and equipment that a van carries, or a bench has
  version integer NOT NULL DEFAULT 1,                -- counts every change, so that two people do not overwrite each other
  last_day date,                                     -- last day on which it could be booked, where it has ended
  ending_reason text,                                -- why it ended
  recorded_by uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT schedule_resource_pkey PRIMARY KEY (id),
  CONSTRAINT schedule_resource_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT schedule_resource_member_id_fkey FOREIGN KEY (member_id) REFERENCES person(id),
  CONSTRAINT schedule_resource_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  CONSTRAINT schedule_resource_bench_has_a_load CHECK ((kind = 'bench'::text) = (load IS NOT NULL)),
  CONSTRAINT schedule_resource_ends_with_a_reason CHECK ((last_day IS NULL) = (ending_reason IS NULL)),
  CONSTRAINT schedule_resource_kind_is_known CHECK (kind = ANY (ARRAY['bench'::text, 'van'::text, 'person'::text])),
  CONSTRAINT schedule_resource_load_is_a_count CHECK (load >= 1 AND load <= 100000),
  CONSTRAINT schedule_resource_person_is_a_person CHECK ((kind = 'person'::text) = (member_id IS NOT NULL)),
  CONSTRAINT schedule_resource_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text)
);
CREATE UNIQUE INDEX schedule_resource_name_once ON schedule_resource USING btree (institute_id, kind, name) WHERE ((kind <> 'person'::text) AND (last_day IS NULL));
CREATE UNIQUE INDEX schedule_resource_person_once ON schedule_resource USING btree (institute_id, member_id) WHERE (kind = 'person'::text);
CREATE INDEX schedule_resource_region ON schedule_resource USING btree (region, kind);
GRANT INSERT, SELECT, UPDATE (aboard), UPDATE (ending_reason), UPDATE (instrument_kinds), UPDATE (last_day), UPDATE (load), UPDATE (name), UPDATE (version) ON schedule_resource TO tongheng_app;

-- 一次排期先后的安排：首次排定一行，每次改期一行，只增不改。
CREATE TABLE schedule_revision (
  booking_id uuid NOT NULL,
  revision integer NOT NULL,                         -- 1: as first booked
  days date[] NOT NULL,                              -- the days that were planned
  half text NOT NULL,                                -- as in schedule_booking
  bench_id uuid,
  van_id uuid,
  persons uuid[] NOT NULL,                           -- ids of person
  reason text,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT schedule_revision_once PRIMARY KEY (booking_id, revision),
  CONSTRAINT schedule_revision_bench_id_fkey FOREIGN KEY (bench_id) REFERENCES schedule_resource(id),
  CONSTRAINT schedule_revision_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES schedule_booking(id),
  CONSTRAINT schedule_revision_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT schedule_revision_van_id_fkey FOREIGN KEY (van_id) REFERENCES schedule_resource(id)
);
GRANT INSERT, SELECT ON schedule_revision TO tongheng_app;

-- 排期占用的车辆与人员，按半日；全天占两行。
CREATE TABLE schedule_use (
  id uuid NOT NULL,
  booking_id uuid NOT NULL,
  resource_id uuid NOT NULL,
  day date NOT NULL,                                 -- the day of the booking
  half text NOT NULL,                                -- morning 上午 · afternoon 下午
  post_id uuid NOT NULL,                             -- where it is bound to: the bench, else the booking of the visit
  released_at timestamp with time zone,              -- when a move or cancellation freed it; null: it holds
  CONSTRAINT schedule_use_pkey PRIMARY KEY (id),
  CONSTRAINT schedule_use_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES schedule_booking(id),
  CONSTRAINT schedule_use_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES schedule_resource(id),
  CONSTRAINT schedule_use_half_is_known CHECK (half = ANY (ARRAY['morning'::text, 'afternoon'::text]))
);
CREATE UNIQUE INDEX schedule_use_once ON schedule_use USING btree (booking_id, resource_id, day, half) WHERE (released_at IS NULL);
CREATE INDEX schedule_use_resource ON schedule_use USING btree (resource_id, day) WHERE (released_at IS NULL);
CREATE TRIGGER schedule_use_keeps_post AFTER INSERT OR UPDATE ON schedule_use FOR EACH ROW EXECUTE FUNCTION schedule_keep_post();
GRANT INSERT, SELECT, UPDATE (released_at) ON schedule_use TO tongheng_app;

-- 签名密钥：机构的签名密钥、城市根密钥、透明日志密钥与外部根证书；私钥只以密文保存，主密钥不在数据库内。
CREATE TABLE signing_key (
  id uuid NOT NULL,
  purpose text NOT NULL,                             -- institute 机构 · root 城市根 · anchor 外部或离线根证书 · log 透明日志
  institute_id uuid,
  region text,                                       -- of the institute; null: of the city
  holder text NOT NULL,                              -- software 本系统加密保存 · device 密码设备 · elsewhere 仅有证书
  reference text,                                    -- by which name the device knows the key
  name text,                                         -- name of the log that its notes are signed with (C2SP signed-note)
  key_id text NOT NULL,                              -- first 8 bytes of SHA-256 of the public key, hexadecimal: what labels and lists name it by
  public_key bytea NOT NULL,                         -- SubjectPublicKeyInfo in DER: ECDSA P-256, Ed25519 for the log, any for an anchor
  sealed_key text,                                   -- the private key (PKCS #8), sealed by AES-256-GCM under the master key
  sm2_public_key bytea,                              -- SubjectPublicKeyInfo of the SM2 key beside it
  sm2_sealed_key text,                               -- the number of the SM2 key, sealed likewise
  state text NOT NULL,                               -- pending 待批准 · active 在用 · retired 已停用 · revoked 已吊销 · declined 未批准
  replaces_id uuid,
  certificate text,                                  -- its certificate and those above it in PEM, its own first
  sm2_certificate text,                              -- certificate of the SM2 key in PEM
  root_id uuid,
  valid_from timestamp with time zone,               -- first instant of the certificate
  valid_until timestamp with time zone,              -- last instant of the certificate
  reason text,                                       -- why it was asked for
  requested_by uuid,
  requested_at timestamp with time zone NOT NULL,    -- when it was asked for, or made by itself in a demonstration
  decided_by uuid,
  decided_at timestamp with time zone,               -- when it was confirmed or declined
  refusal text,                                      -- why it was declined
  retired_at timestamp with time zone,               -- when another key took its place
  demonstration boolean NOT NULL,
  CONSTRAINT signing_key_once UNIQUE (key_id),
  CONSTRAINT signing_key_pkey PRIMARY KEY (id),
  CONSTRAINT signing_key_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  CONSTRAINT signing_key_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT signing_key_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES signing_key(id),
  CONSTRAINT signing_key_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES person(id),
  CONSTRAINT signing_key_root_id_fkey FOREIGN KEY (root_id) REFERENCES signing_key(id),
  CONSTRAINT signing_key_confirmed_by_another_person CHECK (decided_by IS NULL OR requested_by IS NULL OR decided_by <> requested_by),
  CONSTRAINT signing_key_declined_with_a_reason CHECK ((state = 'declined'::text) = (refusal IS NOT NULL)),
  CONSTRAINT signing_key_device_has_a_reference CHECK ((holder = 'device'::text) = (reference IS NOT NULL)),
  CONSTRAINT signing_key_elsewhere_is_an_anchor CHECK ((holder = 'elsewhere'::text) = (purpose = 'anchor'::text)),
  CONSTRAINT signing_key_holder_is_known CHECK (holder = ANY (ARRAY['software'::text, 'device'::text, 'elsewhere'::text])),
  CONSTRAINT signing_key_id_is_of_a_key CHECK (key_id ~ '^[0-9a-f]{16}$'::text),
  CONSTRAINT signing_key_in_use_has_a_certificate CHECK ((state = ANY (ARRAY['pending'::text, 'declined'::text])) OR certificate IS NOT NULL AND valid_from < valid_until),
  CONSTRAINT signing_key_is_sealed CHECK (sealed_key ~~ 'sealed-1.%'::text AND sm2_sealed_key ~~ 'sealed-1.%'::text),
  CONSTRAINT signing_key_is_sealed_where_it_is_held_here CHECK ((holder = 'software'::text) = (sealed_key IS NOT NULL)),
  CONSTRAINT signing_key_of_an_institute_or_of_the_city CHECK ((purpose = 'institute'::text) = (institute_id IS NOT NULL) AND (purpose = 'institute'::text) = (region IS NOT NULL)),
  CONSTRAINT signing_key_of_the_log_has_a_name CHECK ((purpose = 'log'::text) = (name IS NOT NULL)),
  CONSTRAINT signing_key_purpose_is_known CHECK (purpose = ANY (ARRAY['institute'::text, 'root'::text, 'anchor'::text, 'log'::text])),
  CONSTRAINT signing_key_sm2_is_held_with_the_other CHECK (sm2_sealed_key IS NULL OR holder = 'software'::text),
  CONSTRAINT signing_key_state_is_known CHECK (state = ANY (ARRAY['pending'::text, 'active'::text, 'retired'::text, 'revoked'::text, 'declined'::text]))
);
CREATE UNIQUE INDEX signing_key_one_active_of_an_institute ON signing_key USING btree (institute_id) WHERE ((state = 'active'::text) AND (purpose = 'institute'::text));
CREATE UNIQUE INDEX signing_key_one_active_of_the_city ON signing_key USING btree (purpose) WHERE ((state = 'active'::text) AND (purpose = ANY (ARRAY['root'::text, 'log'::text])));
CREATE UNIQUE INDEX signing_key_one_pending_of_an_institute ON signing_key USING btree (institute_id) WHERE ((state = 'pending'::text) AND (purpose = 'institute'::text));
CREATE UNIQUE INDEX signing_key_one_pending_of_the_city ON signing_key USING btree (purpose) WHERE ((state = 'pending'::text) AND (purpose <> 'institute'::text));
CREATE INDEX signing_key_recent ON signing_key USING btree (requested_at DESC, id DESC);
GRANT INSERT, SELECT, UPDATE (certificate), UPDATE (decided_at), UPDATE (decided_by), UPDATE (refusal), UPDATE (retired_at), UPDATE (root_id), UPDATE (sm2_certificate), UPDATE (state), UPDATE (valid_from), UPDATE (valid_until) ON signing_key TO tongheng_app;

-- 吊销签名密钥：一人申请，另一人批准；此前已写入透明日志的签名仍有效，其余一律不再采信。
CREATE TABLE signing_key_revocation (
  id uuid NOT NULL,
  signing_key_id uuid NOT NULL,
  cause text NOT NULL,                               -- leaked 泄露 · lost 丢失 · misused 被滥用 · closed 不再使用
  reason text NOT NULL,
  from_at timestamp with time zone NOT NULL,         -- signatures of certificates that were not in the log before this instant are no longer relied on
  requested_by uuid NOT NULL,
  requested_at timestamp with time zone NOT NULL,    -- when it was asked for
  decided_by uuid,
  decided_at timestamp with time zone,               -- when it was confirmed or declined
  confirmed boolean,                                 -- null: not decided yet
  refusal text,                                      -- why it was declined
  CONSTRAINT signing_key_revocation_pkey PRIMARY KEY (id),
  CONSTRAINT signing_key_revocation_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  CONSTRAINT signing_key_revocation_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES person(id),
  CONSTRAINT signing_key_revocation_signing_key_id_fkey FOREIGN KEY (signing_key_id) REFERENCES signing_key(id),
  CONSTRAINT signing_key_revocation_cause_is_known CHECK (cause = ANY (ARRAY['leaked'::text, 'lost'::text, 'misused'::text, 'closed'::text])),
  CONSTRAINT signing_key_revocation_confirmed_by_another_person CHECK (decided_by <> requested_by),
  CONSTRAINT signing_key_revocation_declined_with_a_reason CHECK ((NOT confirmed IS DISTINCT FROM false) = (refusal IS NOT NULL)),
  CONSTRAINT signing_key_revocation_is_decided_whole CHECK ((decided_at IS NULL) = (confirmed IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL))
);
CREATE UNIQUE INDEX signing_key_revocation_once ON signing_key_revocation USING btree (signing_key_id) WHERE confirmed;
CREATE UNIQUE INDEX signing_key_revocation_one_open ON signing_key_revocation USING btree (signing_key_id) WHERE (decided_at IS NULL);
GRANT INSERT, SELECT, UPDATE (confirmed), UPDATE (decided_at), UPDATE (decided_by), UPDATE (refusal) ON signing_key_revocation TO tongheng_app;

-- 标准器：检定机构在检定台上使用的计量标准器具，编号在本机构内不重复。
CREATE TABLE standard (
  id uuid NOT NULL,
  institute_id uuid NOT NULL,
  region text NOT NULL,
  number text NOT NULL,                              -- the institute's own number of it
  name text NOT NULL,                                -- what it is called, in Chinese
  model text NOT NULL,                               -- model as on the nameplate
  serial text NOT NULL,                              -- serial number as on the nameplate
  range text NOT NULL,                               -- measuring range as its certificate prints it
  roles text[] NOT NULL,                             -- which required standards of which regulations it may be, such as jjg-0539:weights
  version integer NOT NULL DEFAULT 1,                -- counts every change, so that two people do not overwrite each other
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamp with time zone NOT NULL,
  search text GENERATED ALWAYS AS (((((((number || ' '::text) || name) || ' '::text) || model) || ' '::text) || serial)) STORED, -- what a person types any part of
  CONSTRAINT standard_number_once UNIQUE (institute_id, number),
  CONSTRAINT standard_pkey PRIMARY KEY (id),
  CONSTRAINT standard_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT standard_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text),
  CONSTRAINT standard_serves_something CHECK (cardinality(roles) > 0)
);
CREATE INDEX standard_latest ON standard USING btree (recorded_at DESC, id DESC);
CREATE INDEX standard_region ON standard USING btree (region, recorded_at DESC, id DESC);
CREATE INDEX standard_roles ON standard USING gin (roles);
CREATE INDEX standard_search ON standard USING gin (search gin_trgm_ops);
GRANT INSERT, SELECT, UPDATE ON standard TO tongheng_app;

-- 标准器的检定或校准证书：每次溯源一行，不覆盖；某日是否有效由当日以前最近一次溯源决定。
CREATE TABLE standard_certificate (
  id uuid NOT NULL,
  standard_id uuid NOT NULL,
  kind text NOT NULL,                                -- calibration 校准证书 · verification 检定证书
  number text NOT NULL,                              -- number of the certificate
  issuer text NOT NULL,                              -- who calibrated or verified it
  calibrated_on date NOT NULL,
  valid_until date NOT NULL,                         -- last day that counts
  quality text NOT NULL,                             -- mpe 最大允许误差 · uncertainty 扩展不确定度 · class 准确度等级: which of them the certificate states
  value text,                                        -- maximum permissible error or expanded uncertainty, decimal text without sign
  unit text,                                         -- unit of value
  coverage_factor text,                              -- k of the expanded uncertainty, decimal text
  accuracy_class text,                               -- accuracy class as printed
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT standard_certificate_once UNIQUE (standard_id, number),
  CONSTRAINT standard_certificate_pkey PRIMARY KEY (id),
  CONSTRAINT standard_certificate_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT standard_certificate_standard_id_fkey FOREIGN KEY (standard_id) REFERENCES standard(id),
  CONSTRAINT standard_certificate_ends_after_it_begins CHECK (valid_until >= calibrated_on),
  CONSTRAINT standard_certificate_kind_is_known CHECK (kind = ANY (ARRAY['calibration'::text, 'verification'::text])),
  CONSTRAINT standard_certificate_quality_is_known CHECK (quality = ANY (ARRAY['mpe'::text, 'uncertainty'::text, 'class'::text])),
  CONSTRAINT standard_certificate_says_how_good CHECK ( CASE quality WHEN 'class'::text THEN accuracy_class IS NOT NULL ELSE value IS NOT NULL AND unit IS NOT NULL END)
);
CREATE INDEX standard_certificate_standard ON standard_certificate USING btree (standard_id, calibrated_on DESC, recorded_at DESC);
CREATE TRIGGER traceability_calibration_joined AFTER INSERT ON standard_certificate REFERENCING NEW TABLE AS recorded FOR EACH STATEMENT EXECUTE FUNCTION traceability_join_calibration();
GRANT INSERT, SELECT ON standard_certificate TO tongheng_app;

-- 数字校准证书的采信：何人据此登记了标准器的哪份证书；签名无法证明来源时附书面理由。
CREATE TABLE standard_foreign_acceptance (
  foreign_certificate_id uuid NOT NULL,
  standard_certificate_id uuid NOT NULL,
  reason text,                                       -- why it is believed, where its signature or its contents leave a doubt
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT standard_foreign_acceptance_certificate_once UNIQUE (standard_certificate_id),
  CONSTRAINT standard_foreign_acceptance_pkey PRIMARY KEY (foreign_certificate_id),
  CONSTRAINT standard_foreign_acceptance_foreign_certificate_id_fkey FOREIGN KEY (foreign_certificate_id) REFERENCES standard_foreign_certificate(id),
  CONSTRAINT standard_foreign_acceptance_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT standard_foreign_acceptance_standard_certificate_id_fkey FOREIGN KEY (standard_certificate_id) REFERENCES standard_certificate(id)
);
GRANT INSERT, SELECT ON standard_foreign_acceptance TO tongheng_app;

-- 提交的数字校准证书（DCC）文件：原样保存，签名在提交时核验；是否采信见采信记录。
CREATE TABLE standard_foreign_certificate (
  id uuid NOT NULL,
  standard_id uuid NOT NULL,
  file_name text NOT NULL,                           -- name of the file as it was uploaded
  file_digest text NOT NULL,                         -- SHA-256 of its bytes, under which they are kept
  size_bytes integer NOT NULL,                       -- length of the file
  schema_version text NOT NULL,                      -- version of the DCC that it names
  identifier text NOT NULL,                          -- number of the certificate in it
  laboratory text NOT NULL,                          -- laboratory that it names
  signature text NOT NULL,                           -- valid 相符 · broken 不符 · none 无签名 · unchecked 无法核验, as found when it was uploaded; valid says nothing about who may sign
  signature_code text NOT NULL,                      -- why, of the closed list of the verifier
  signature_reason text[] NOT NULL,                  -- the same in words, Chinese and English
  signer text,                                       -- name in the certificate of the key that signed
  signer_issuer text,                                -- who issued that certificate by its own words
  claimed_time text,                                 -- time of signing that the signer claims
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT standard_foreign_certificate_pkey PRIMARY KEY (id),
  CONSTRAINT standard_foreign_certificate_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT standard_foreign_certificate_standard_id_fkey FOREIGN KEY (standard_id) REFERENCES standard(id),
  CONSTRAINT standard_foreign_certificate_digest_is_sha_256 CHECK (file_digest ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT standard_foreign_certificate_reason_is_in_both_languages CHECK (cardinality(signature_reason) = 2),
  CONSTRAINT standard_foreign_certificate_signature_is_known CHECK (signature = ANY (ARRAY['valid'::text, 'broken'::text, 'none'::text, 'unchecked'::text]))
);
CREATE INDEX standard_foreign_certificate_standard ON standard_foreign_certificate USING btree (standard_id, recorded_at DESC);
GRANT INSERT, SELECT ON standard_foreign_certificate TO tongheng_app;

-- 标准器测量范围的登记：自何日起、哪些范围、依据；没有登记的，取测量范围文字中无疑义者。
CREATE TABLE standard_range (
  id uuid NOT NULL,
  standard_id uuid NOT NULL,
  since date NOT NULL,                               -- first day for which this statement holds
  ranges jsonb NOT NULL,                             -- from and to as decimal text with their units, and the nominal values of a set; an empty list: it is stated that they are not known
  reason text NOT NULL,                              -- on what the statement rests, such as the number of the certificate
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT standard_range_pkey PRIMARY KEY (id),
  CONSTRAINT standard_range_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT standard_range_standard_id_fkey FOREIGN KEY (standard_id) REFERENCES standard(id),
  CONSTRAINT standard_range_is_a_list CHECK (jsonb_typeof(ranges) = 'array'::text)
);
CREATE INDEX standard_range_of ON standard_range USING btree (standard_id, since DESC, recorded_at DESC);
GRANT INSERT, SELECT ON standard_range TO tongheng_app;

-- 标准器的在用、暂停与停用：自何日起、何人、因何；某日的状态由当日以前最后一行决定。
CREATE TABLE standard_state (
  id uuid NOT NULL,
  standard_id uuid NOT NULL,
  state text NOT NULL,                               -- in-service 在用 · suspended 暂停 · retired 停用
  since date NOT NULL,                               -- first day of this state
  reason text,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT standard_state_pkey PRIMARY KEY (id),
  CONSTRAINT standard_state_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT standard_state_standard_id_fkey FOREIGN KEY (standard_id) REFERENCES standard(id),
  CONSTRAINT standard_state_is_known CHECK (state = ANY (ARRAY['in-service'::text, 'suspended'::text, 'retired'::text]))
);
CREATE INDEX standard_state_standard ON standard_state USING btree (standard_id, since DESC, at DESC);
GRANT INSERT, SELECT ON standard_state TO tongheng_app;

-- 提交：同一提交键只执行一次，重试返回首次的答复。
CREATE TABLE submission (
  person_id uuid NOT NULL,                           -- who submitted
  key text NOT NULL,                                 -- the Idempotency-Key of the request
  endpoint text NOT NULL,                            -- which endpoint
  content_digest text NOT NULL,                      -- SHA-256 of address and body: the same key with other content is refused
  reply jsonb,                                       -- the answer given
  at timestamp with time zone NOT NULL,              -- when
  CONSTRAINT submission_once PRIMARY KEY (person_id, key)
);
GRANT INSERT, SELECT, UPDATE ON submission TO tongheng_app;

-- 延期申请：理由、批准文号与原期限一并保留。
CREATE TABLE task_extension (
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  due_before date NOT NULL,                          -- the due day when it was asked
  due_asked date NOT NULL,                           -- the due day asked for
  reason text NOT NULL,
  files uuid[] NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  state text NOT NULL,                               -- asked 待批 · granted 已批准 · refused 未批准
  document_number text,                              -- document by which it was granted
  answer text,                                       -- reason of the decision
  decided_by uuid,
  decided_at timestamp with time zone,
  CONSTRAINT task_extension_pkey PRIMARY KEY (id),
  CONSTRAINT task_extension_item_id_fkey FOREIGN KEY (item_id) REFERENCES task_item(id),
  CONSTRAINT task_extension_is_granted_by_document CHECK (state <> 'granted'::text OR document_number IS NOT NULL),
  CONSTRAINT task_extension_is_later CHECK (due_asked > due_before),
  CONSTRAINT task_extension_state_is_known CHECK (state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text]))
);
CREATE INDEX task_extension_item ON task_extension USING btree (item_id, asked_at);
CREATE UNIQUE INDEX task_extension_one_open ON task_extension USING btree (item_id) WHERE (state = 'asked'::text);
GRANT INSERT, SELECT, UPDATE ON task_extension TO tongheng_app;

-- 任务分解事项：责任单位把规划的主要任务或保障措施分解成有期限、有可衡量成果的事项。是否逾期按日期计算，不存储。
CREATE TABLE task_item (
  id uuid NOT NULL,
  task text NOT NULL,                                -- T1–T13 or S1–S4 of the plan
  title text NOT NULL,
  description text,                                  -- what is to be done
  result text NOT NULL,                              -- the result by which one sees that it is done
  organization_id uuid NOT NULL,                     -- who carries it out
  region text NOT NULL,                              -- region of that organization, GB/T 2260
  county text,                                       -- the county it is about, where it is about one
  indicator text,                                    -- the indicator of the plan it serves, where it serves one
  start_on date NOT NULL,
  due_on date NOT NULL,                              -- the due day in force
  first_due_on date NOT NULL,                        -- the due day it was begun with; granted extensions stand in task_extension
  state text NOT NULL,                               -- planned 已安排 · under-way 进行中 · reported 已报完成 · returned 已退回 · confirmed 已确认 · withdrawn 已撤销
  demonstration boolean NOT NULL DEFAULT false,      -- fictional record of the demonstration story
  person_id uuid NOT NULL,                           -- who recorded it
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT task_item_pkey PRIMARY KEY (id),
  CONSTRAINT task_item_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT task_item_county_is_gb_2260 CHECK (county ~ '^[0-9]{6}$'::text),
  CONSTRAINT task_item_is_due_after_it_begins CHECK (due_on >= start_on),
  CONSTRAINT task_item_state_is_known CHECK (state = ANY (ARRAY['planned'::text, 'under-way'::text, 'reported'::text, 'returned'::text, 'confirmed'::text, 'withdrawn'::text])),
  CONSTRAINT task_item_task_is_of_the_plan CHECK (task ~ '^[TS][0-9]{1,2}$'::text)
);
CREATE INDEX task_item_due ON task_item USING btree (due_on, id);
CREATE INDEX task_item_organization ON task_item USING btree (organization_id, due_on);
CREATE INDEX task_item_task ON task_item USING btree (task, due_on);
GRANT INSERT, SELECT, UPDATE ON task_item TO tongheng_app;

-- 牵头单位：原文只列责任单位，牵头只能由后来的文件指定，系统不推断。
CREATE TABLE task_lead (
  id uuid NOT NULL,
  task text NOT NULL,                                -- id of the task in the plan document
  organization_id uuid,                              -- the lead; null: the document ends the designation
  document_number text NOT NULL,                     -- the document that designates
  valid_from date NOT NULL,                          -- from this day
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT task_lead_pkey PRIMARY KEY (id),
  CONSTRAINT task_lead_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
);
CREATE INDEX task_lead_task ON task_lead USING btree (task, valid_from);
GRANT INSERT, SELECT ON task_lead TO tongheng_app;

-- 提醒函与督办单：程序按事实起草，由主管单位签发后才生效。
CREATE TABLE task_letter (
  id uuid NOT NULL,
  kind text NOT NULL,                                -- reminder 提醒函 · supervision 督办单
  organization_id uuid NOT NULL,                     -- to whom
  facts jsonb NOT NULL,                              -- the items with due day, days late and last report as they stood when it was drafted
  state text NOT NULL,                               -- drafted 草稿 · issued 已签发 · discarded 已作废
  office text,                                       -- the office that signs
  document_number text,                              -- 文号 with its year in brackets
  signed_by text,                                    -- the person who signed, as on the paper
  issued_on date,
  reason text,                                       -- why it was discarded
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT task_letter_number_once UNIQUE (document_number),
  CONSTRAINT task_letter_pkey PRIMARY KEY (id),
  CONSTRAINT task_letter_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT task_letter_is_issued_whole CHECK (state <> 'issued'::text OR document_number IS NOT NULL AND signed_by IS NOT NULL AND office IS NOT NULL AND issued_on IS NOT NULL),
  CONSTRAINT task_letter_kind_is_known CHECK (kind = ANY (ARRAY['reminder'::text, 'supervision'::text])),
  CONSTRAINT task_letter_number_has_its_year CHECK (document_number ~ '〔[0-9]{4}〕'::text),
  CONSTRAINT task_letter_state_is_known CHECK (state = ANY (ARRAY['drafted'::text, 'issued'::text, 'discarded'::text]))
);
CREATE INDEX task_letter_organization ON task_letter USING btree (organization_id, at);
GRANT INSERT, SELECT, UPDATE ON task_letter TO tongheng_app;

-- 函稿版本：程序起草的第1版与此后每次修改都保留。
CREATE TABLE task_letter_version (
  letter_id uuid NOT NULL,
  version integer NOT NULL,                          -- 1 is the program's draft
  title text NOT NULL,
  text text NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT task_letter_version_once PRIMARY KEY (letter_id, version),
  CONSTRAINT task_letter_version_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES task_letter(id)
);
GRANT INSERT, SELECT ON task_letter_version TO tongheng_app;

-- 共同责任单位：与承担单位一同负责一个分解事项。
CREATE TABLE task_partner (
  item_id uuid NOT NULL,
  organization_id uuid NOT NULL,                     -- the organization that is responsible with the one that carries it out
  CONSTRAINT task_partner_once PRIMARY KEY (item_id, organization_id),
  CONSTRAINT task_partner_item_id_fkey FOREIGN KEY (item_id) REFERENCES task_item(id),
  CONSTRAINT task_partner_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
);
CREATE INDEX task_partner_organization ON task_partner USING btree (organization_id);
GRANT INSERT, SELECT ON task_partner TO tongheng_app;

-- 到期提醒：每个期限的每个阶段只提醒一次，显示在承担单位的待办中。
CREATE TABLE task_reminder (
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  due_on date NOT NULL,                              -- the due day it reminds of; an extension begins anew
  stage text NOT NULL,                               -- due-30 三十日内到期 · due-7 七日内到期 · late 逾期
  at timestamp with time zone NOT NULL,
  seen_by uuid,
  seen_at timestamp with time zone,                  -- when the body took note of it
  CONSTRAINT task_reminder_once_per_stage UNIQUE (item_id, due_on, stage),
  CONSTRAINT task_reminder_pkey PRIMARY KEY (id),
  CONSTRAINT task_reminder_item_id_fkey FOREIGN KEY (item_id) REFERENCES task_item(id),
  CONSTRAINT task_reminder_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT task_reminder_stage_is_known CHECK (stage = ANY (ARRAY['due-30'::text, 'due-7'::text, 'late'::text]))
);
CREATE INDEX task_reminder_organization ON task_reminder USING btree (organization_id, at);
GRANT INSERT, SELECT, UPDATE ON task_reminder TO tongheng_app;

-- 进展报告：说明做了什么并附证据；不填写百分比。
CREATE TABLE task_report (
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  done_on date NOT NULL,                             -- the day to which the report speaks
  text text NOT NULL,                                -- what was done
  obstacle text,                                     -- what holds it up, in the body's own words
  finishing boolean NOT NULL,                        -- the body reports the item as done
  files uuid[] NOT NULL,                             -- evidence, ids of file
  organization_id uuid NOT NULL,                     -- who reports
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT task_report_pkey PRIMARY KEY (id),
  CONSTRAINT task_report_item_id_fkey FOREIGN KEY (item_id) REFERENCES task_item(id)
);
CREATE INDEX task_report_item ON task_report USING btree (item_id, at);
GRANT INSERT, SELECT ON task_report TO tongheng_app;

-- 完成情况审核：牵头部门对“已报完成”确认或退回。
CREATE TABLE task_review (
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  report_id uuid NOT NULL,                           -- the report it judges
  verdict text NOT NULL,                             -- confirmed 确认 · returned 退回
  reason text,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT task_review_once_per_report UNIQUE (report_id),
  CONSTRAINT task_review_pkey PRIMARY KEY (id),
  CONSTRAINT task_review_item_id_fkey FOREIGN KEY (item_id) REFERENCES task_item(id),
  CONSTRAINT task_review_report_id_fkey FOREIGN KEY (report_id) REFERENCES task_report(id),
  CONSTRAINT task_review_returns_with_a_reason CHECK (verdict = 'confirmed'::text OR reason IS NOT NULL),
  CONSTRAINT task_review_verdict_is_known CHECK (verdict = ANY (ARRAY['confirmed'::text, 'returned'::text]))
);
CREATE INDEX task_review_item ON task_review USING btree (item_id, at);
GRANT INSERT, SELECT ON task_review TO tongheng_app;

-- 处置决定：由报告人以外的人对一份或一批证书作出，附理由；后来的决定代替先前的。
CREATE TABLE traceability_decision (
  id uuid NOT NULL,
  sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY, -- order of recording: for a certificate the last decision holds
  finding_id uuid NOT NULL,
  evaluation_id uuid NOT NULL,
  decision text NOT NULL,                            -- no-action 不需处置 · notify 告知 · reverify 复检 · revoke 建议作废
  reason text NOT NULL,
  certificates uuid[] NOT NULL,                      -- the certificates that it is about
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT traceability_decision_pkey PRIMARY KEY (id),
  CONSTRAINT traceability_decision_evaluation_id_fkey FOREIGN KEY (evaluation_id) REFERENCES traceability_evaluation(id),
  CONSTRAINT traceability_decision_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES traceability_finding(id),
  CONSTRAINT traceability_decision_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT traceability_decision_is_about_something CHECK (cardinality(certificates) > 0),
  CONSTRAINT traceability_decision_is_known CHECK (decision = ANY (ARRAY['no-action'::text, 'notify'::text, 'reverify'::text, 'revoke'::text]))
);
CREATE INDEX traceability_decision_certificates ON traceability_decision USING gin (certificates);
CREATE INDEX traceability_decision_of_finding ON traceability_decision USING btree (finding_id, sequence);
GRANT INSERT, SELECT ON traceability_decision TO tongheng_app;

-- 影响评估：对一版发现逐证计算；中断后从断点继续，结果按行保存。
CREATE TABLE traceability_evaluation (
  id uuid NOT NULL,
  finding_id uuid NOT NULL,
  version integer NOT NULL,
  state text NOT NULL,                               -- running 计算中 · done 已完成
  engine text NOT NULL,                              -- version of the engine
  inputs_digest text,                                -- SHA-256 over the finding and the certificates with their digests, in the order in which they were evaluated
  total integer,                                     -- how many certificates rest on the standard in the interval; null: not counted yet
  done integer NOT NULL DEFAULT 0,                   -- how many were evaluated
  after_tested_on date,                              -- the certificate after which it goes on, by day and id
  after_id uuid,                                     -- see after_tested_on
  person_id uuid NOT NULL,
  begun_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT traceability_evaluation_pkey PRIMARY KEY (id),
  CONSTRAINT traceability_evaluation_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES traceability_finding(id),
  CONSTRAINT traceability_evaluation_finding_id_version_fkey FOREIGN KEY (finding_id, version) REFERENCES traceability_finding_version(finding_id, version),
  CONSTRAINT traceability_evaluation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT traceability_evaluation_done_has_an_end CHECK ((state = 'done'::text) = (ended_at IS NOT NULL)),
  CONSTRAINT traceability_evaluation_state_is_known CHECK (state = ANY (ARRAY['running'::text, 'done'::text]))
);
CREATE INDEX traceability_evaluation_of_finding ON traceability_evaluation USING btree (finding_id, begun_at DESC);
CREATE UNIQUE INDEX traceability_evaluation_one_runs ON traceability_evaluation USING btree (finding_id) WHERE (state = 'running'::text);
GRANT INSERT, SELECT, UPDATE (after_id), UPDATE (after_tested_on), UPDATE (done), UPDATE (ended_at), UPDATE (inputs_digest), UPDATE (state), UPDATE (total) ON traceability_evaluation TO tongheng_app;

-- 超差发现：一件标准器被发现超出允许误差，自此追溯其影响。
CREATE TABLE traceability_finding (
  id uuid NOT NULL,
  number text NOT NULL,                              -- number of the case within its institute, such as 超差〔2026〕3号
  year integer NOT NULL,                             -- year of the number
  sequence integer NOT NULL,                         -- number within the institute and year
  institute_id uuid NOT NULL,
  region text NOT NULL,
  standard_id uuid NOT NULL,
  state text NOT NULL,                               -- recorded 已报告 · evaluated 已评估 · closed 已结案 · withdrawn 已撤回
  version integer NOT NULL DEFAULT 1,                -- the version of the finding that holds; earlier ones are kept
  recorded_by uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  ended_by uuid,
  ended_at timestamp with time zone,
  ended_reason text,                                 -- why it was closed or withdrawn
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT traceability_finding_number_once UNIQUE (institute_id, year, sequence),
  CONSTRAINT traceability_finding_pkey PRIMARY KEY (id),
  CONSTRAINT traceability_finding_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  CONSTRAINT traceability_finding_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT traceability_finding_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  CONSTRAINT traceability_finding_standard_id_fkey FOREIGN KEY (standard_id) REFERENCES standard(id),
  CONSTRAINT traceability_finding_end_has_a_reason CHECK ((state = ANY (ARRAY['closed'::text, 'withdrawn'::text])) = (ended_by IS NOT NULL AND ended_at IS NOT NULL AND ended_reason IS NOT NULL)),
  CONSTRAINT traceability_finding_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text),
  CONSTRAINT traceability_finding_state_is_known CHECK (state = ANY (ARRAY['recorded'::text, 'evaluated'::text, 'closed'::text, 'withdrawn'::text]))
);
CREATE INDEX traceability_finding_of_institute ON traceability_finding USING btree (institute_id, recorded_at DESC);
CREATE INDEX traceability_finding_of_standard ON traceability_finding USING btree (standard_id);
GRANT INSERT, SELECT, UPDATE (ended_at), UPDATE (ended_by), UPDATE (ended_reason), UPDATE (state), UPDATE (version) ON traceability_finding TO tongheng_app;

-- 超差发现的各版内容：更正即新的一版，旧版保留并可对照。
CREATE TABLE traceability_finding_version (
  finding_id uuid NOT NULL,
  version integer NOT NULL,                          -- counts the corrections from 1
  evidence text NOT NULL,                            -- calibration 校准或检定证书 · intermediate-check 期间核查
  evidence_number text,                              -- number of the certificate or record by which it was found
  found_on date NOT NULL,                            -- day on which it was found: the last of the doubtful interval
  since date NOT NULL,                               -- first day of the doubtful interval
  last_good date,                                    -- day of the last calibration that found the standard good; null: none is recorded
  since_reason text,                                 -- why the interval begins later than the last good calibration
  unit text NOT NULL,                                -- unit of the places on the range of the standard
  error_unit text NOT NULL,                          -- unit of the errors; % is of the value at the place
  span text NOT NULL,                                -- interpolated: between the points, unknown beyond · whole: the same over the range
  growth text NOT NULL,                              -- constant · linear: grown evenly since the first day
  transfer text NOT NULL,                            -- what calibrations without a record here pass on: unknown · one-to-one
  points jsonb NOT NULL,                             -- [{ at, error, U, tolerance, condition }], decimal text; an error is what the standard states less what is true
  words text NOT NULL,                               -- how it was found, in words
  files uuid[] NOT NULL,
  correction text,                                   -- why the version before was corrected
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT traceability_finding_version_pkey PRIMARY KEY (finding_id, version),
  CONSTRAINT traceability_finding_version_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES traceability_finding(id),
  CONSTRAINT traceability_finding_version_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT traceability_finding_version_begins_before_it_was_found CHECK (since <= found_on),
  CONSTRAINT traceability_finding_version_correction_has_a_reason CHECK ((version = 1) = (correction IS NULL)),
  CONSTRAINT traceability_finding_version_evidence_is_known CHECK (evidence = ANY (ARRAY['calibration'::text, 'intermediate-check'::text])),
  CONSTRAINT traceability_finding_version_growth_is_known CHECK (growth = ANY (ARRAY['constant'::text, 'linear'::text])),
  CONSTRAINT traceability_finding_version_narrower_with_a_reason CHECK (last_good IS NULL OR since <= last_good OR since_reason IS NOT NULL),
  CONSTRAINT traceability_finding_version_span_is_known CHECK (span = ANY (ARRAY['interpolated'::text, 'whole'::text])),
  CONSTRAINT traceability_finding_version_transfer_is_known CHECK (transfer = ANY (ARRAY['unknown'::text, 'one-to-one'::text]))
);
GRANT INSERT, SELECT ON traceability_finding_version TO tongheng_app;

-- 一次评估对一份证书的结论：无影响、存疑、无法计算或需复检，附最不利的一项。
CREATE TABLE traceability_impact (
  evaluation_id uuid NOT NULL,
  certificate_id uuid NOT NULL,
  institute_id uuid NOT NULL,                        -- who issued the certificate
  holder_id uuid NOT NULL,                           -- whose instrument it is
  instrument_id uuid NOT NULL,                       -- which instrument
  kind text NOT NULL,                                -- kind of the instrument
  region text NOT NULL,
  tested_on date NOT NULL,
  triage text NOT NULL,                              -- harmless 无影响 · doubtful 存疑 · unknown 无法计算 · reverify 需复检
  depth smallint NOT NULL,                           -- certificates that the error went through before this one
  share_before real,                                 -- value of the worst check as a part of its limit, as recorded
  share_after real,                                  -- the same with the value put right
  worst_check text,                                  -- the check that stands worst; null: none could be calculated or is moved
  worst_value text,                                  -- its value as recorded, decimal text
  worst_after text,                                  -- its value put right
  worst_guard text,                                  -- half the width of its guard band
  worst_limit text,                                  -- its limit, with the lower one before it where it has two
  worst_unit text,                                   -- unit of the values
  wrongly_failed boolean NOT NULL,                   -- a conclusion of fail that would not have been one
  checks integer NOT NULL,                           -- how many checks move with the standard where it is wrong
  reasons text[] NOT NULL,                           -- why something could not be calculated, by code
  CONSTRAINT traceability_impact_pkey PRIMARY KEY (evaluation_id, certificate_id),
  CONSTRAINT traceability_impact_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificate(id),
  CONSTRAINT traceability_impact_evaluation_id_fkey FOREIGN KEY (evaluation_id) REFERENCES traceability_evaluation(id),
  CONSTRAINT traceability_impact_triage_is_known CHECK (triage = ANY (ARRAY['harmless'::text, 'doubtful'::text, 'unknown'::text, 'reverify'::text]))
);
CREATE INDEX traceability_impact_by_triage ON traceability_impact USING btree (evaluation_id, triage, share_after DESC, certificate_id);
CREATE INDEX traceability_impact_of_certificate ON traceability_impact USING btree (certificate_id);
GRANT INSERT, SELECT ON traceability_impact TO tongheng_app;

-- 量值自何处传来：一次溯源（或平台之外的一级）依据平台之外的上一级；撤销须说明理由，不删除。
CREATE TABLE traceability_link (
  id uuid NOT NULL,
  lower_kind text NOT NULL,                          -- calibration: a row of standard_certificate · reference: a level outside
  lower_id uuid NOT NULL,                            -- what rests on the reference
  reference_id uuid NOT NULL,
  institute_id uuid NOT NULL,
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,                 -- when it was withdrawn as wrongly recorded; null: it stands
  ended_by uuid,
  ending_reason text,                                -- why it was withdrawn
  CONSTRAINT traceability_link_pkey PRIMARY KEY (id),
  CONSTRAINT traceability_link_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  CONSTRAINT traceability_link_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT traceability_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT traceability_link_reference_id_fkey FOREIGN KEY (reference_id) REFERENCES traceability_reference(id),
  CONSTRAINT traceability_link_ending_is_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ending_reason IS NULL)),
  CONSTRAINT traceability_link_lower_is_known CHECK (lower_kind = ANY (ARRAY['calibration'::text, 'reference'::text])),
  CONSTRAINT traceability_link_not_to_itself CHECK (lower_kind <> 'reference'::text OR lower_id <> reference_id)
);
CREATE INDEX traceability_link_lower ON traceability_link USING btree (lower_kind, lower_id);
CREATE UNIQUE INDEX traceability_link_once ON traceability_link USING btree (lower_kind, lower_id, reference_id) WHERE (ended_at IS NULL);
CREATE INDEX traceability_link_reference ON traceability_link USING btree (reference_id);
GRANT INSERT, SELECT, UPDATE (ended_at), UPDATE (ended_by), UPDATE (ending_reason) ON traceability_link TO tongheng_app;

-- 追溯处置通知与复检通知：由决定拟稿，经机构签发编号后送达；只写上一级标准器，不转发其他机构的证书。
CREATE TABLE traceability_notice (
  id uuid NOT NULL,
  finding_id uuid NOT NULL,
  evaluation_id uuid NOT NULL,
  kind text NOT NULL,                                -- disposal 追溯处置通知，to an institute below · reverification 复检通知，to a holder
  organization_id uuid NOT NULL,                     -- to whom
  number text NOT NULL,                              -- number of the draft within the case
  sequence integer NOT NULL,                         -- order within the case and kind
  certificates uuid[] NOT NULL,                      -- the certificates that it names
  state text NOT NULL,                               -- drafted 拟稿 · issued 已签发 · dropped 不发
  drafted_by uuid NOT NULL,
  drafted_at timestamp with time zone NOT NULL,
  settled_by uuid,
  settled_at timestamp with time zone,               -- when it was issued or dropped
  document_number text,                              -- number of the document under which the institute issued it
  reason text,                                       -- why it is not sent
  CONSTRAINT traceability_notice_number_once UNIQUE (finding_id, kind, sequence),
  CONSTRAINT traceability_notice_pkey PRIMARY KEY (id),
  CONSTRAINT traceability_notice_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES person(id),
  CONSTRAINT traceability_notice_evaluation_id_fkey FOREIGN KEY (evaluation_id) REFERENCES traceability_evaluation(id),
  CONSTRAINT traceability_notice_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES traceability_finding(id),
  CONSTRAINT traceability_notice_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT traceability_notice_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id),
  CONSTRAINT traceability_notice_dropped_with_a_reason CHECK (state <> 'dropped'::text OR reason IS NOT NULL),
  CONSTRAINT traceability_notice_issued_with_a_number CHECK (state <> 'issued'::text OR document_number IS NOT NULL),
  CONSTRAINT traceability_notice_kind_is_known CHECK (kind = ANY (ARRAY['disposal'::text, 'reverification'::text])),
  CONSTRAINT traceability_notice_settled_by_somebody CHECK ((state = 'drafted'::text) = (settled_by IS NULL AND settled_at IS NULL)),
  CONSTRAINT traceability_notice_state_is_known CHECK (state = ANY (ARRAY['drafted'::text, 'issued'::text, 'dropped'::text]))
);
CREATE UNIQUE INDEX traceability_notice_one_draft ON traceability_notice USING btree (finding_id, kind, organization_id) WHERE (state = 'drafted'::text);
GRANT INSERT, SELECT, UPDATE (certificates), UPDATE (document_number), UPDATE (drafted_at), UPDATE (drafted_by), UPDATE (evaluation_id), UPDATE (reason), UPDATE (settled_at), UPDATE (settled_by), UPDATE (state) ON traceability_notice TO tongheng_app;

-- 标准器的溯源证书由本平台出具者：编号相同且被检器具的出厂编号即该标准器的出厂编号；由触发器得出。
CREATE TABLE traceability_origin (
  calibration_id uuid NOT NULL,
  certificate_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,     -- when both were known
  CONSTRAINT traceability_origin_pkey PRIMARY KEY (calibration_id),
  CONSTRAINT traceability_origin_calibration_id_fkey FOREIGN KEY (calibration_id) REFERENCES standard_certificate(id),
  CONSTRAINT traceability_origin_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificate(id)
);
CREATE INDEX traceability_origin_certificate ON traceability_origin USING btree (certificate_id);
GRANT SELECT ON traceability_origin TO tongheng_app;

-- 平台之外的上一级：他机构证书所载的计量标准、计量基准或 SI 单位复现，由引用它的机构登记，只登记其证书所载。
CREATE TABLE traceability_reference (
  id uuid NOT NULL,
  institute_id uuid NOT NULL,
  region text NOT NULL,
  level text NOT NULL,                               -- si SI 单位复现 · primary 计量基准 · public-standard 社会公用计量标准 · highest-standard 最高计量标准 · laboratory 校准实验室
  quantity text NOT NULL,                            -- mass 质量 and others of the hierarchy schemes; other words where no scheme is known
  item text NOT NULL,                                -- what it is, as its certificate names it
  number text NOT NULL,                              -- number of its certificate
  issuer text NOT NULL,                              -- who issued that certificate
  calibrated_on date NOT NULL,
  valid_until date,                                  -- last day that counts; null: no last day is named
  value text,                                        -- expanded uncertainty as decimal text; null: not stated
  unit text,                                         -- unit of value
  coverage_factor text,                              -- k of the expanded uncertainty, decimal text
  demonstration boolean NOT NULL DEFAULT false,
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  search text GENERATED ALWAYS AS (((((number || ' '::text) || item) || ' '::text) || issuer)) STORED, -- what a person types any part of
  accuracy_class text,                               -- accuracy class or order (等) as its certificate prints it; null: not stated
  CONSTRAINT traceability_reference_once UNIQUE (institute_id, issuer, number),
  CONSTRAINT traceability_reference_pkey PRIMARY KEY (id),
  CONSTRAINT traceability_reference_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT traceability_reference_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT traceability_reference_ends_after_it_begins CHECK (valid_until IS NULL OR valid_until >= calibrated_on),
  CONSTRAINT traceability_reference_level_is_known CHECK (level = ANY (ARRAY['si'::text, 'primary'::text, 'public-standard'::text, 'highest-standard'::text, 'laboratory'::text])),
  CONSTRAINT traceability_reference_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text),
  CONSTRAINT traceability_reference_uncertainty_is_whole CHECK ((value IS NULL) = (unit IS NULL))
);
CREATE INDEX traceability_reference_latest ON traceability_reference USING btree (recorded_at DESC, id DESC);
GRANT INSERT, SELECT ON traceability_reference TO tongheng_app;

-- 检查点：某一大小的日志的根散列，由日志密钥签名（C2SP tlog-checkpoint）。
CREATE TABLE transparency_checkpoint (
  size bigint NOT NULL,                              -- how many leaves it is over
  root bytea NOT NULL,                               -- root hash of the tree over these leaves (RFC 6962)
  note text NOT NULL,                                -- the signed note, without cosignatures
  signed_at timestamp with time zone NOT NULL,
  CONSTRAINT transparency_checkpoint_pkey PRIMARY KEY (size),
  CONSTRAINT transparency_checkpoint_root_is_sha_of_256_bits CHECK (octet_length(root) = 32)
);
GRANT INSERT, SELECT ON transparency_checkpoint TO tongheng_app;

-- 见证方对检查点的联署（C2SP tlog-cosignature）。
CREATE TABLE transparency_cosignature (
  size bigint NOT NULL,                              -- the checkpoint that it cosigned
  witness_id uuid NOT NULL,
  line text NOT NULL,                                -- the signature line of the note
  signed_at timestamp with time zone NOT NULL,       -- by the clock of the witness, as its signature says
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT transparency_cosignature_once PRIMARY KEY (size, witness_id),
  CONSTRAINT transparency_cosignature_size_fkey FOREIGN KEY (size) REFERENCES transparency_checkpoint(size),
  CONSTRAINT transparency_cosignature_witness_id_fkey FOREIGN KEY (witness_id) REFERENCES transparency_witness(id)
);
CREATE INDEX transparency_cosignature_witness ON transparency_cosignature USING btree (witness_id, size DESC);
GRANT INSERT, SELECT ON transparency_cosignature TO tongheng_app;

-- 日志中的条目：与所述事实在同一事务中写入，随后由排序任务给出序号；内容与序号都不再更改。
CREATE TABLE transparency_leaf (
  id uuid NOT NULL,
  arrival bigint NOT NULL GENERATED ALWAYS AS IDENTITY, -- order in which leaves were written; says nothing about which of them became visible first
  kind text NOT NULL,                                -- issued 签发 · replaced 代替 · revoked 作废 · amended 更正
  number text NOT NULL,                              -- number of the certificate
  issuer text NOT NULL,                              -- code of the institute that its numbers begin with
  day date NOT NULL,                                 -- the day that the leaf names
  entry text NOT NULL,                               -- the bytes of the leaf: canonical JSON in UTF-8
  leaf_index bigint,                                 -- place in the log, counted from 0; null: waits for it
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT transparency_leaf_pkey PRIMARY KEY (id),
  CONSTRAINT transparency_leaf_fits_a_bundle CHECK (octet_length(entry) >= 1 AND octet_length(entry) <= 65535),
  CONSTRAINT transparency_leaf_index_is_a_count CHECK (leaf_index >= 0),
  CONSTRAINT transparency_leaf_kind_is_known CHECK (kind = ANY (ARRAY['issued'::text, 'replaced'::text, 'revoked'::text, 'amended'::text]))
);
CREATE INDEX transparency_leaf_day ON transparency_leaf USING btree (day, leaf_index) WHERE (leaf_index IS NOT NULL);
CREATE INDEX transparency_leaf_ending ON transparency_leaf USING btree (kind, leaf_index) WHERE ((kind <> 'issued'::text) AND (leaf_index IS NOT NULL));
CREATE UNIQUE INDEX transparency_leaf_index_once ON transparency_leaf USING btree (leaf_index) WHERE (leaf_index IS NOT NULL);
CREATE INDEX transparency_leaf_issuer ON transparency_leaf USING btree (issuer, leaf_index) WHERE (leaf_index IS NOT NULL);
CREATE INDEX transparency_leaf_number ON transparency_leaf USING btree (number text_pattern_ops);
CREATE INDEX transparency_leaf_waiting ON transparency_leaf USING btree (arrival) WHERE (leaf_index IS NULL);
CREATE TRIGGER transparency_leaf_keeps_its_index BEFORE UPDATE ON transparency_leaf FOR EACH ROW WHEN (old.leaf_index IS NOT NULL) EXECUTE FUNCTION transparency_keep_index();
GRANT INSERT, SELECT, UPDATE (leaf_index) ON transparency_leaf TO tongheng_app;

-- 透明日志本身：名称在首次使用时确定，此后不变；大小只增不减。
CREATE TABLE transparency_log (
  one_row boolean NOT NULL DEFAULT true,             -- always true: there is one row
  origin text NOT NULL,                              -- first line of every checkpoint, and the name of the key that signs it
  size bigint NOT NULL,                              -- how many leaves have an index
  begun_at timestamp with time zone NOT NULL,
  CONSTRAINT transparency_log_pkey PRIMARY KEY (one_row),
  CONSTRAINT transparency_log_is_one_row CHECK (one_row),
  CONSTRAINT transparency_log_origin_is_a_key_name CHECK (origin ~ '^[^[:space:]+]{3,200}$'::text),
  CONSTRAINT transparency_log_size_is_a_count CHECK (size >= 0)
);
GRANT INSERT, SELECT, UPDATE (size) ON transparency_log TO tongheng_app;

-- 散列瓦片（C2SP tlog-tiles）：未满的瓦片只在末尾增加，满 256 个散列后不再变化；较窄的未满瓦片是它的开头部分。
CREATE TABLE transparency_tile (
  level smallint NOT NULL,                           -- height in steps of 8; 0 holds the hashes of leaves
  number bigint NOT NULL,                            -- which tile of its level, counted from 0
  hashes bytea NOT NULL,                             -- up to 256 hashes of 32 bytes one after another
  CONSTRAINT transparency_tile_pkey PRIMARY KEY (level, number),
  CONSTRAINT transparency_tile_holds_whole_hashes CHECK (octet_length(hashes) >= 32 AND octet_length(hashes) <= 8192 AND (octet_length(hashes) % 32) = 0),
  CONSTRAINT transparency_tile_level_is_of_a_tree CHECK (level >= 0 AND level <= 63),
  CONSTRAINT transparency_tile_number_is_a_count CHECK (number >= 0)
);
CREATE TRIGGER transparency_tile_only_grows BEFORE UPDATE ON transparency_tile FOR EACH ROW WHEN (octet_length(new.hashes) < octet_length(old.hashes) OR SUBSTRING(new.hashes FROM 1 FOR octet_length(old.hashes)) <> old.hashes) EXECUTE FUNCTION transparency_keep_tile();
GRANT INSERT, SELECT, UPDATE (hashes) ON transparency_tile TO tongheng_app;

-- 见证方：独立保存日志大小与根散列，对一致的检查点联署（C2SP tlog-witness）。
CREATE TABLE transparency_witness (
  id uuid NOT NULL,
  name text NOT NULL,                                -- name of its key
  vkey text NOT NULL,                                -- its public key as a verifier key (C2SP signed-note)
  url text NOT NULL,                                 -- submission prefix, to which /add-checkpoint is added
  keeper text NOT NULL,                              -- who runs it
  person_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT transparency_witness_pkey PRIMARY KEY (id),
  CONSTRAINT transparency_witness_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT INSERT, SELECT ON transparency_witness TO tongheng_app;

-- 见证方停用：此后不再送检查点，已有的联署保留。
CREATE TABLE transparency_witness_ending (
  witness_id uuid NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT transparency_witness_ending_pkey PRIMARY KEY (witness_id),
  CONSTRAINT transparency_witness_ending_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT transparency_witness_ending_witness_id_fkey FOREIGN KEY (witness_id) REFERENCES transparency_witness(id)
);
GRANT INSERT, SELECT ON transparency_witness_ending TO tongheng_app;

-- 与每个见证方最近一次往来：联署到哪一大小，失败几次、为何、何时再试。
CREATE TABLE transparency_witness_state (
  witness_id uuid NOT NULL,
  size bigint NOT NULL DEFAULT 0,                    -- the largest size that it has cosigned, as far as is known here
  asked_at timestamp with time zone,                 -- when it was last asked
  failures integer NOT NULL DEFAULT 0,               -- how often it failed since it last answered rightly
  problem text,                                      -- why the last answer was no cosignature; null: it was one, or it was never asked
  detail text,                                       -- what it answered, in short
  next_at timestamp with time zone NOT NULL,         -- not asked again before
  CONSTRAINT transparency_witness_state_pkey PRIMARY KEY (witness_id),
  CONSTRAINT transparency_witness_state_witness_id_fkey FOREIGN KEY (witness_id) REFERENCES transparency_witness(id),
  CONSTRAINT transparency_witness_problem_is_known CHECK (problem = ANY (ARRAY['unreachable'::text, 'slow'::text, 'unknown-log'::text, 'refused-key'::text, 'forked'::text, 'wrong-signature'::text, 'unreadable'::text]))
);
GRANT INSERT, SELECT, UPDATE (asked_at), UPDATE (detail), UPDATE (failures), UPDATE (next_at), UPDATE (problem), UPDATE (size) ON transparency_witness_state TO tongheng_app;

-- 版本的发布、代替与停用：何人何时因何。
CREATE TABLE uncertainty_decision (
  evaluation_id uuid NOT NULL,
  number integer NOT NULL,                           -- the version it is about
  state text NOT NULL,                               -- what the version became by it
  reason text,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT uncertainty_decision_once PRIMARY KEY (evaluation_id, number, state),
  CONSTRAINT uncertainty_decision_of_a_version FOREIGN KEY (evaluation_id, number) REFERENCES uncertainty_version(evaluation_id, number),
  CONSTRAINT uncertainty_decision_state_is_known CHECK (state = ANY (ARRAY['in-force'::text, 'superseded'::text, 'withdrawn'::text]))
);
GRANT INSERT, SELECT ON uncertainty_decision TO tongheng_app;

-- 测量不确定度评定：一个机构的一项评定，内容在各版本中，规程和计量标准引用其版本。
CREATE TABLE uncertainty_evaluation (
  id uuid NOT NULL,
  code text NOT NULL,                                -- how it is cited: UE, region, year, series; with .N one version
  organization_id uuid NOT NULL,                     -- whose evaluation it is
  region text NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,      -- fictional record of the demonstration story
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT uncertainty_code_once UNIQUE (code),
  CONSTRAINT uncertainty_evaluation_pkey PRIMARY KEY (id),
  CONSTRAINT uncertainty_evaluation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  CONSTRAINT uncertainty_code_is_url_safe CHECK (code ~ '^UE[0-9]{6}-[0-9]{4}-[0-9]{4,7}$'::text),
  CONSTRAINT uncertainty_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text)
);
CREATE INDEX uncertainty_organization ON uncertainty_evaluation USING btree (organization_id, recorded_at DESC, id DESC);
CREATE INDEX uncertainty_region ON uncertainty_evaluation USING btree (region, recorded_at DESC, id DESC);
GRANT INSERT, SELECT ON uncertainty_evaluation TO tongheng_app;

-- 不确定度评定编号流水：每地区每年一列，编号与评定在同一事务中。
CREATE TABLE uncertainty_series (
  region text NOT NULL,
  year integer NOT NULL,                             -- calendar year of the numbers
  last integer NOT NULL,                             -- the last number given
  CONSTRAINT uncertainty_series_once PRIMARY KEY (region, year),
  CONSTRAINT uncertainty_series_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'::text)
);
GRANT INSERT, SELECT, UPDATE (last) ON uncertainty_series TO tongheng_app;

-- 不确定度评定的版本：模型原文、计算结果、计算程序版本与摘要，保存后不改；只有状态随发布、代替、停用而变。
CREATE TABLE uncertainty_version (
  evaluation_id uuid NOT NULL,
  number integer NOT NULL,                           -- counted from 1
  state text NOT NULL,                               -- drafted 草稿 · in-force 现行 · superseded 已被代替 · withdrawn 已停用
  title text NOT NULL,
  note text NOT NULL,                                -- what the version is for, or what it changes
  model text NOT NULL,                               -- the model file exactly as it was entered
  record text NOT NULL,                              -- model, answer, engine and seed in canonical JSON (RFC 8785)
  digest text NOT NULL,                              -- SHA-256 of record
  engine text NOT NULL,                              -- name and version of what computed it
  results jsonb NOT NULL,                            -- value, u, k, U of each output, for lists
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT uncertainty_version_once PRIMARY KEY (evaluation_id, number),
  CONSTRAINT uncertainty_version_evaluation_id_fkey FOREIGN KEY (evaluation_id) REFERENCES uncertainty_evaluation(id),
  CONSTRAINT uncertainty_version_counts_from_one CHECK (number >= 1),
  CONSTRAINT uncertainty_version_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT uncertainty_version_state_is_known CHECK (state = ANY (ARRAY['drafted'::text, 'in-force'::text, 'superseded'::text, 'withdrawn'::text]))
);
CREATE UNIQUE INDEX uncertainty_version_in_force_once ON uncertainty_version USING btree (evaluation_id) WHERE (state = 'in-force'::text);
CREATE INDEX uncertainty_version_title ON uncertainty_version USING gin (title gin_trgm_ops);
GRANT INSERT, SELECT, UPDATE (state) ON uncertainty_version TO tongheng_app;

-- 检定：原始记录以读数原文保存，结论由规程计算得出，不由人填写；检定员、核验员为不同的人，批准人不得是检定员。
CREATE TABLE verification (
  id uuid NOT NULL,
  item_id uuid,                                      -- the requested instrument that it serves; null: an in-use inspection, which nobody requests
  instrument_id uuid NOT NULL,
  institute_id uuid NOT NULL,
  region text NOT NULL,
  edition text NOT NULL,                             -- edition of the procedure
  kind text NOT NULL,                                -- initial 首次检定 · subsequent 后续检定 · in-use 使用中检查
  status text NOT NULL,                              -- drafted 录入中 · submitted 待核验 · returned 已退回 · checked 待批准 · approved 已批准
  technician_id uuid NOT NULL,
  assigned_by uuid NOT NULL,
  begun_at timestamp with time zone NOT NULL,
  tested_on date,
  environment jsonb NOT NULL DEFAULT '{}'::jsonb,    -- texts as typed; what stands here goes before the session's
  readings jsonb NOT NULL DEFAULT '{}'::jsonb,       -- texts as typed, trailing zeros kept
  standard text,                                     -- the standards in the technician's words, in records that were begun before standards were registered
  version integer NOT NULL DEFAULT 1,                -- counts every save
  nameplate jsonb,                                   -- the instrument as it was when submitted
  result jsonb,                                      -- what the procedure computed, whole
  result_digest text,                                -- SHA-256 of its canonical form; approval computes again and compares
  conclusion text,                                   -- pass 合格 · fail 不合格, as the procedure computed it
  submitted_at timestamp with time zone,
  checker_id uuid,
  checked_at timestamp with time zone,
  approver_id uuid,
  approved_at timestamp with time zone,
  return_reason text,                                -- why the checker or the approver gave it back
  certificate_number text,                           -- number of the document issued
  demonstration boolean NOT NULL DEFAULT false,
  record_number text,                                -- number of the raw record, given at its beginning; null: begun before there were numbers
  session_id uuid,                                   -- the session whose conditions it takes over
  standards jsonb,                                   -- which standard serves in which role; null: as in the session
  standards_used jsonb,                              -- number, certificate, validity and accuracy of each standard, as they were at submission
  adopted_limits jsonb,                              -- values that the institute entered for limits which the edition does not know, as they were at submission
  remarks text,                                      -- what the technician adds
  seals jsonb NOT NULL DEFAULT '[]'::jsonb,          -- stickers and seals applied or removed, with their numbers
  photos jsonb NOT NULL DEFAULT '[]'::jsonb,         -- pictures of displays: path of the cell, file, SHA-256
  second_person_id uuid,                             -- who was on site beside the tester
  network_check text NOT NULL DEFAULT 'not-needed'::text, -- not-needed 无需 · awaiting 待联网核查 · done 已联网核查
  purpose text NOT NULL DEFAULT 'verification'::text, -- verification 检定 · calibration 校准
  commission text,                                   -- the client's order of a calibration 委托单号; null: a verification
  calibrated_at text,                                -- where it is calibrated: institute 机构实验室 · on-site 使用现场; null: a verification, whose request says it
  interval_months smallint,                          -- the interval that is recommended because the client asked for it; null: none is stated
  reserved_certificate_number text,                  -- a number of a block taken along, under which its document is issued; null: the next of the series
  CONSTRAINT verification_item_once UNIQUE (item_id),
  CONSTRAINT verification_record_number_once UNIQUE (institute_id, record_number),
  CONSTRAINT verification_pkey PRIMARY KEY (id),
  CONSTRAINT verification_approver_id_fkey FOREIGN KEY (approver_id) REFERENCES person(id),
  CONSTRAINT verification_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES person(id),
  CONSTRAINT verification_checker_id_fkey FOREIGN KEY (checker_id) REFERENCES person(id),
  CONSTRAINT verification_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT verification_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(id),
  CONSTRAINT verification_item_id_fkey FOREIGN KEY (item_id) REFERENCES request_item(id),
  CONSTRAINT verification_second_person_id_fkey FOREIGN KEY (second_person_id) REFERENCES person(id),
  CONSTRAINT verification_session_id_fkey FOREIGN KEY (session_id) REFERENCES verification_session(id),
  CONSTRAINT verification_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES person(id),
  CONSTRAINT verification_approver_is_not_the_tester CHECK (approver_id IS NULL OR approver_id <> technician_id),
  CONSTRAINT verification_calibrated_at_is_known CHECK (calibrated_at = ANY (ARRAY['institute'::text, 'on-site'::text])),
  CONSTRAINT verification_calibration_concludes_nothing CHECK (purpose <> 'calibration'::text OR conclusion IS NULL),
  CONSTRAINT verification_calibration_is_commissioned CHECK ((purpose = 'calibration'::text) = (commission IS NOT NULL AND calibrated_at IS NOT NULL)),
  CONSTRAINT verification_checker_is_another_person CHECK (checker_id IS NULL OR checker_id <> technician_id),
  CONSTRAINT verification_conclusion_is_known CHECK (conclusion = ANY (ARRAY['pass'::text, 'fail'::text])),
  CONSTRAINT verification_inspection_has_no_certificate CHECK (kind <> 'in-use'::text OR certificate_number IS NULL),
  CONSTRAINT verification_interval_is_bounded CHECK (interval_months >= 1 AND interval_months <= 120),
  CONSTRAINT verification_is_checked_before_approval CHECK (status <> 'approved'::text OR checker_id IS NOT NULL AND approver_id IS NOT NULL),
  CONSTRAINT verification_is_complete_when_submitted CHECK ((status = ANY (ARRAY['drafted'::text, 'returned'::text])) OR tested_on IS NOT NULL AND nameplate IS NOT NULL AND result IS NOT NULL AND result_digest IS NOT NULL AND (conclusion IS NOT NULL OR purpose = 'calibration'::text)),
  CONSTRAINT verification_kind_is_known CHECK (kind = ANY (ARRAY['initial'::text, 'subsequent'::text, 'in-use'::text])),
  CONSTRAINT verification_network_check_is_known CHECK (network_check = ANY (ARRAY['not-needed'::text, 'awaiting'::text, 'done'::text])),
  CONSTRAINT verification_only_a_calibration_recommends CHECK (interval_months IS NULL OR purpose = 'calibration'::text),
  CONSTRAINT verification_purpose_is_known CHECK (purpose = ANY (ARRAY['verification'::text, 'calibration'::text])),
  CONSTRAINT verification_second_person_is_another CHECK (second_person_id IS NULL OR second_person_id <> technician_id),
  CONSTRAINT verification_serves_a_request_or_inspects CHECK (item_id IS NOT NULL OR kind = 'in-use'::text OR purpose = 'calibration'::text),
  CONSTRAINT verification_status_is_known CHECK (status = ANY (ARRAY['drafted'::text, 'submitted'::text, 'returned'::text, 'checked'::text, 'approved'::text]))
);
CREATE INDEX verification_institute ON verification USING btree (institute_id, status, begun_at DESC, id DESC);
CREATE INDEX verification_instrument ON verification USING btree (instrument_id, begun_at DESC);
CREATE INDEX verification_of_session ON verification USING btree (session_id) WHERE (session_id IS NOT NULL);
CREATE INDEX verification_record_number_search ON verification USING gin (record_number gin_trgm_ops);
CREATE INDEX verification_region ON verification USING btree (region, begun_at DESC, id DESC);
CREATE UNIQUE INDEX verification_reserved_number_once ON verification USING btree (reserved_certificate_number) WHERE (reserved_certificate_number IS NOT NULL);
CREATE INDEX verification_seals ON verification USING gin (seals jsonb_path_ops) WHERE (seals <> '[]'::jsonb);
CREATE INDEX verification_technician ON verification USING btree (technician_id, begun_at DESC, id DESC);
CREATE TRIGGER instrument_thread_verification AFTER INSERT ON verification FOR EACH ROW EXECUTE FUNCTION instrument_thread_row('id');
GRANT INSERT, SELECT, UPDATE ON verification TO tongheng_app;

-- 批准时逐项核查所见：每一道关口通过时看到了什么。
CREATE TABLE verification_gate (
  verification_id uuid NOT NULL,
  gate text NOT NULL,                                -- which gate, see verification/rules
  found jsonb NOT NULL,                              -- what it found
  at timestamp with time zone NOT NULL,
  CONSTRAINT verification_gate_once PRIMARY KEY (verification_id, gate),
  CONSTRAINT verification_gate_verification_id_fkey FOREIGN KEY (verification_id) REFERENCES verification(id)
);
GRANT INSERT, SELECT ON verification_gate TO tongheng_app;

-- 联网核查结果：全国平台给出的编号，由人录入。
CREATE TABLE verification_network_check (
  verification_id uuid NOT NULL,
  number text NOT NULL,                              -- number of the result on the national platform
  checked_on date NOT NULL,
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT verification_network_check_pkey PRIMARY KEY (verification_id),
  CONSTRAINT verification_network_check_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT verification_network_check_verification_id_fkey FOREIGN KEY (verification_id) REFERENCES verification(id)
);
GRANT INSERT, SELECT ON verification_network_check TO tongheng_app;

-- 原始记录编号的去向：每个编号一行，已用、已预留给离线设备或已作废并说明，不重号、不留空号。
CREATE TABLE verification_number (
  institute_id uuid NOT NULL,
  year integer NOT NULL,                             -- calendar year of the number
  sequence integer NOT NULL,                         -- counted from 1 within the institute and year
  number text NOT NULL,                              -- as printed
  fate text NOT NULL,                                -- reserved 已预留 · used 已用 · void 作废
  device text,                                       -- for which device it was reserved; null: taken at once
  verification_id uuid,
  reason text,                                       -- why it will not be used
  person_id uuid NOT NULL,                           -- who took, reserved or voided it last
  at timestamp with time zone NOT NULL,
  CONSTRAINT verification_number_of_one_record UNIQUE (verification_id),
  CONSTRAINT verification_number_printed_once UNIQUE (institute_id, number),
  CONSTRAINT verification_number_once PRIMARY KEY (institute_id, year, sequence),
  CONSTRAINT verification_number_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT verification_number_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT verification_number_verification_id_fkey FOREIGN KEY (verification_id) REFERENCES verification(id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT verification_number_counts_from_one CHECK (sequence >= 1),
  CONSTRAINT verification_number_fate_is_known CHECK (fate = ANY (ARRAY['reserved'::text, 'used'::text, 'void'::text])),
  CONSTRAINT verification_number_is_accounted_for CHECK ( CASE fate WHEN 'used'::text THEN verification_id IS NOT NULL WHEN 'reserved'::text THEN verification_id IS NULL AND device IS NOT NULL ELSE verification_id IS NULL AND reason IS NOT NULL END)
);
CREATE INDEX verification_number_reserved ON verification_number USING btree (institute_id, device) WHERE (fate = 'reserved'::text);
GRANT INSERT, SELECT, UPDATE ON verification_number TO tongheng_app;

-- 检定机构的签字规则：批准人可否兼核验员，最近一条有效，未定则不可。
CREATE TABLE verification_rule (
  id uuid NOT NULL,
  institute_id uuid NOT NULL,
  approver_may_check boolean NOT NULL,               -- true: the approver may be the checker too
  document_number text NOT NULL,                     -- the institute's document that says so
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT verification_rule_pkey PRIMARY KEY (id),
  CONSTRAINT verification_rule_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id)
);
CREATE INDEX verification_rule_institute ON verification_rule USING btree (institute_id, at DESC);
GRANT INSERT, SELECT ON verification_rule TO tongheng_app;

-- 原始记录编号流水：每机构每年一列，取号与其用途在同一事务中。
CREATE TABLE verification_series (
  institute_id uuid NOT NULL,
  year integer NOT NULL,                             -- calendar year of the numbers
  last integer NOT NULL,                             -- the last number given
  CONSTRAINT verification_series_once PRIMARY KEY (institute_id, year),
  CONSTRAINT verification_series_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id)
);
GRANT INSERT, SELECT, UPDATE (last) ON verification_series TO tongheng_app;

-- 检定场次：检定员某日在某地的环境条件与所用标准器只填一次，由场次中的各份记录取用，记录中另填的以记录为准。
CREATE TABLE verification_session (
  id uuid NOT NULL,
  institute_id uuid NOT NULL,
  region text NOT NULL,
  technician_id uuid NOT NULL,
  day date NOT NULL,                                 -- the day of the tests
  place text NOT NULL,                               -- where the tests are done
  environment jsonb NOT NULL DEFAULT '{}'::jsonb,    -- texts as typed, by field of the editions' forms
  standards jsonb NOT NULL DEFAULT '[]'::jsonb,      -- which standard serves in which role, with the statement of a person where it cannot be compared
  version integer NOT NULL DEFAULT 1,                -- counts every save
  begun_at timestamp with time zone NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT verification_session_pkey PRIMARY KEY (id),
  CONSTRAINT verification_session_institute_id_fkey FOREIGN KEY (institute_id) REFERENCES organization(id),
  CONSTRAINT verification_session_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES person(id)
);
CREATE INDEX verification_session_institute ON verification_session USING btree (institute_id, begun_at DESC, id DESC);
CREATE INDEX verification_session_region ON verification_session USING btree (region, begun_at DESC, id DESC);
CREATE INDEX verification_session_technician ON verification_session USING btree (technician_id, begun_at DESC, id DESC);
GRANT INSERT, SELECT, UPDATE ON verification_session TO tongheng_app;

-- 提交的原始记录：每次提交的全部内容与摘要，只增不改，任何人可据以重新计算。
CREATE TABLE verification_submission (
  verification_id uuid NOT NULL,
  sequence integer NOT NULL,                         -- counted from 1 within the record
  record text NOT NULL,                              -- the raw record in canonical JSON (RFC 8785)
  digest text NOT NULL,                              -- SHA-256 of record
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT verification_submission_once PRIMARY KEY (verification_id, sequence),
  CONSTRAINT verification_submission_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT verification_submission_verification_id_fkey FOREIGN KEY (verification_id) REFERENCES verification(id),
  CONSTRAINT verification_submission_counts_from_one CHECK (sequence >= 1),
  CONSTRAINT verification_submission_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'::text)
);
GRANT INSERT, SELECT ON verification_submission TO tongheng_app;

-- 记录中声明的测量不确定度：每次声明整体保存，最后一次有效，且只对声明时的结果有效
CREATE TABLE verification_uncertainty (
  verification_id uuid NOT NULL,
  sequence integer NOT NULL,                         -- counted from 1 within the record
  result_digest text NOT NULL,                       -- the result that it was stated for; another result has none
  items jsonb NOT NULL,                              -- per checked value: check, U, k, unit, probability as decimal text, origin budget 由规程预算 · institute 本机构评定; empty: none is stated
  basis text,                                        -- the report of the evaluation by the institute; null: all from the budget of the edition
  person_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT verification_uncertainty_once PRIMARY KEY (verification_id, sequence),
  CONSTRAINT verification_uncertainty_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT verification_uncertainty_verification_id_fkey FOREIGN KEY (verification_id) REFERENCES verification(id)
);
GRANT INSERT, SELECT ON verification_uncertainty TO tongheng_app;

-- 实验室、中心等已采信登记所经阶段：批准筹建、建设、验收、授牌的日期与文号。
CREATE VIEW v_entry_phase AS
 SELECT v.entry_id,
    v.version,
    v.kind,
    v.level,
    v.facet,
    v.region,
    v.recorded_at,
    v.superseded_at,
    phase.value ->> 'phase'::text AS phase,
    (phase.value ->> 'day'::text)::date AS day,
    phase.value ->> 'documentNumber'::text AS document_number
   FROM entry_version v
     CROSS JOIN LATERAL jsonb_array_elements(v.phases) phase(value)
  WHERE v.status = 'accepted'::text;
GRANT SELECT ON v_entry_phase TO tongheng_app;

-- 现行的公开决定：每个对象最近的一次；没有决定的不在其中。
CREATE VIEW v_indicator_publication AS
 SELECT DISTINCT ON (plan_id, subject) plan_id,
    subject,
    mode,
    snapshot_id,
    recorded_at
   FROM indicator_publication
  ORDER BY plan_id, subject, sequence DESC;
GRANT SELECT ON v_indicator_publication TO tongheng_app;

-- 每项计量标准可按每个规程开展工作的时段，按现在所知：已考核、未封存、未撤销、未失效（社会公用计量标准以社会公用计量标准证书为准），且在使用该规程的时段内。
CREATE VIEW v_measurement_standard_span AS
 SELECT own.id AS measurement_standard_id,
    own.institute_id,
    own.kind,
    used.regulation,
    unnest(held.held * used.held) AS valid
   FROM measurement_standard own
     JOIN ( SELECT span.measurement_standard_id AS id,
            span.certificate,
            range_agg(span.held) AS held
           FROM ( SELECT found.measurement_standard_id,
                    found.certificate,
                    unnest(found.held) AS held
                   FROM measurement_standard_span('infinity'::timestamp with time zone) found(measurement_standard_id, certificate_id, certificate, number_key, held)) span
          GROUP BY span.measurement_standard_id, span.certificate) held ON held.id = own.id AND held.certificate =
        CASE own.kind
            WHEN 'public'::text THEN 'public'::text
            ELSE 'examination'::text
        END
     JOIN ( SELECT procedure.measurement_standard_id AS id,
            procedure.regulation,
            range_agg(daterange(procedure.since, procedure.until + 1)) AS held
           FROM measurement_standard_procedure procedure
          WHERE procedure.until IS NULL OR procedure.until >= procedure.since
          GROUP BY procedure.measurement_standard_id, procedure.regulation) used ON used.id = own.id;
-- measurement_standard_id: which measurement standard
-- institute_id: which organization keeps it
-- kind: public 社会公用计量标准 · highest-enterprise 企业、事业单位最高计量标准 · highest-department 部门最高计量标准
-- regulation: regulation without its year, such as jjg-0539
-- valid: from its first day to the day after its last
GRANT SELECT ON v_measurement_standard_span TO tongheng_app;

-- 配置到位的格数 = 状态为“在用”的格（含文件基期已完成且此后没有变化记录的格）；过渡安排不计入。规划二（三）：13项基本能力、9项提升能力全部配置到位。
CREATE OR REPLACE FUNCTION public.capability_in_place(plan text, chosen_list text, as_of date, known_at timestamp with time zone)
 RETURNS TABLE(in_place bigint, from_document bigint, from_records bigint, known bigint)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT count(*) FILTER (WHERE state = 'in-use'),
    count(*) FILTER (WHERE state = 'in-use' AND basis = 'document'),
    count(*) FILTER (WHERE state = 'in-use' AND basis = 'record'),
    count(*) FILTER (WHERE state IS NOT NULL)
  FROM capability_state(plan, as_of, known_at) WHERE list = chosen_list
$function$;

-- 附件每一格在 as_of 日、按 known_at 时所知的状态：最近一条已采纳且 since ≤ as_of 的变化；没有变化记录的，已完成视为在用、待完成视为未建，证据为文件本身（通政发〔2023〕17号附件1、2）；文件印发之前的日期没有状态。
CREATE OR REPLACE FUNCTION public.capability_state(plan text, as_of date, known_at timestamp with time zone)
 RETURNS TABLE(list text, region text, item text, printed text, state text, since date, basis text, cell_id uuid, body_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

-- 换发的证书作废时，其原证书不再计入工作量
CREATE OR REPLACE FUNCTION public.certificate_uncount_original()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  DELETE FROM fee_item USING certificate original
  WHERE original.verification_id = NEW.verification_id AND original.replaces IS NULL AND fee_item.certificate_id = original.id;
  RETURN NULL;
END $function$;

-- 某日计入、某时已知的登记：counts_from ≤ 当日 < counts_to，且 recorded_at ≤ 所知时刻 < superseded_at。分阶段的登记自授牌之日计入。
CREATE OR REPLACE FUNCTION public.entry_counted(as_of date, known_at timestamp with time zone)
 RETURNS TABLE(entry_id uuid, version integer, kind text, level text, subject_key text, region text, organization_id uuid, counts_from date, counts_to date, opening boolean, facet text, payload jsonb)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  SELECT v.entry_id, v.version, v.kind, v.level, v.subject_key, v.region, v.organization_id,
    v.counts_from, v.counts_to, v.opening, v.facet, v.payload
  FROM entry_version v
  WHERE v.counts_from IS NOT NULL
    AND v.counts_from <= as_of AND (v.counts_to IS NULL OR v.counts_to > as_of)
    AND v.recorded_at <= known_at AND (v.superseded_at IS NULL OR v.superseded_at > known_at)
$function$;

-- 是否已接入记录：某时已知有过采信的登记；没有的显示“未接入记录”，不显示为零。
CREATE OR REPLACE FUNCTION public.entry_is_recorded(kind text, levels text[], filters jsonb, known_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  SELECT EXISTS (
    SELECT FROM entry_version v
    WHERE v.kind = entry_is_recorded.kind AND v.status IN ('accepted', 'withdrawn') AND v.accepted_by IS NOT NULL
      AND v.recorded_at <= known_at
      AND (levels IS NULL OR v.level = ANY (levels))
      AND (filters IS NULL OR filters = '{}' OR v.facet =
        coalesce(filters ->> 'programme', filters ->> 'centre', filters ->> 'field', filters ->> 'sector')))
$function$;

-- 作废的证书不再计入免收检定费
CREATE OR REPLACE FUNCTION public.fee_count_document()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  DELETE FROM fee_item WHERE certificate_id = NEW.id;
  RETURN NULL;
END $function$;

-- 签发的证书计入免收检定费
CREATE OR REPLACE FUNCTION public.fee_count_documents()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO fee_nameplate (kind, parameters)
  SELECT DISTINCT instrument.kind, instrument.parameters FROM added
  JOIN instrument ON instrument.id = added.instrument_id
  WHERE added.status <> 'revoked' AND added.replaces IS NULL
    AND NOT EXISTS (SELECT FROM fee_nameplate known WHERE known.kind = instrument.kind AND md5(known.parameters::text) = md5(instrument.parameters::text))
  ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  INSERT INTO fee_item (certificate_id, institute_id, region, nameplate_id, issued_on)
  SELECT added.id, added.institute_id, added.region, nameplate.id, added.issued_on FROM added
  JOIN instrument ON instrument.id = added.instrument_id
  JOIN fee_nameplate nameplate ON nameplate.kind = instrument.kind AND md5(nameplate.parameters::text) = md5(instrument.parameters::text)
  JOIN verification ON verification.id = added.verification_id AND verification.item_id IS NOT NULL
  WHERE added.status <> 'revoked' AND added.replaces IS NULL
  ORDER BY 1 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $function$;

-- 维护 fee_tally
CREATE OR REPLACE FUNCTION public.fee_count_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO fee_tally (issued_in, institute_id, region, nameplate_id, n)
  SELECT date_trunc('month', issued_on::timestamp)::date, institute_id, region, nameplate_id, CASE TG_OP WHEN 'DELETE' THEN -count(*) ELSE count(*) END
  FROM changed GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT ON CONSTRAINT fee_tally_once DO UPDATE SET n = fee_tally.n + excluded.n;
  RETURN NULL;
END $function$;

-- 按规划文件载入计数规则；规则有变化的指标重新推算其时段。
CREATE OR REPLACE FUNCTION public.indicator_adopt(plan text, rules jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
END $function$;

-- G3-2、G3-3 逐日的配置到位格数；只列可能有变化的日子。
CREATE OR REPLACE FUNCTION public.indicator_cell_course(plan text, chosen_list text, known_at timestamp with time zone)
 RETURNS TABLE(day date, value bigint)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT stop.day, counted.in_place
  FROM (
    SELECT listed.holds_from AS day FROM capability_list listed WHERE listed.plan_id = plan AND listed.list = chosen_list
    UNION
    SELECT cell.since FROM capability_cell cell JOIN capability_decision decision ON decision.cell_id = cell.id
    WHERE cell.plan_id = plan AND decision.verdict = 'accepted' AND decision.decided_at <= indicator_cell_course.known_at
  ) stop
  CROSS JOIN LATERAL capability_in_place(plan, chosen_list, stop.day, indicator_cell_course.known_at) counted
$function$;

-- G3-2、G3-3 所依据的每一格（地区|项目|状态|起|依据|变化记录）的 SHA-256。
CREATE OR REPLACE FUNCTION public.indicator_cell_digest(plan text, chosen_list text, as_of date, known_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT encode(sha256(convert_to(coalesce(string_agg(
    concat_ws('|', state.region, state.item, state.state, state.since, state.basis, state.cell_id), E'\n' ORDER BY state.region, state.item), ''),
    'UTF8')), 'hex')
  FROM capability_state(plan, indicator_cell_digest.as_of, indicator_cell_digest.known_at) state WHERE state.list = chosen_list
$function$;

-- 维护 indicator_span
CREATE OR REPLACE FUNCTION public.indicator_count_spans()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
END $function$;

-- G3-4 所依据的口径序号与授权项目记录的 SHA-256。
CREATE OR REPLACE FUNCTION public.indicator_coverage_digest(entries text[], as_of date, known_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT encode(sha256(convert_to(array_to_string(entries, ',') || E'\n' || coalesce(string_agg(
    concat_ws('|', counted.entry_id, counted.version, counted.payload ->> 'entryNumber', counted.counts_from, counted.counts_to), E'\n'
    ORDER BY counted.entry_id), ''), 'UTF8')), 'hex')
  FROM entry_counted(indicator_coverage_digest.as_of, indicator_coverage_digest.known_at) counted WHERE counted.kind = 'scope'
$function$;

-- G3-5 逐日累计的分子与分母，定义同 indicator_demand_served。
CREATE OR REPLACE FUNCTION public.indicator_demand_course(until date, known_at timestamp with time zone)
 RETURNS TABLE(day date, numerator bigint, denominator bigint)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

-- G3-5 同 indicator_demand_course(until, now())，由 request_tally 求和。
CREATE OR REPLACE FUNCTION public.indicator_demand_course_now(until date)
 RETURNS TABLE(day date, numerator bigint, denominator bigint)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT change.day, sum(change.served) OVER (ORDER BY change.day)::bigint, sum(change.wanted) OVER (ORDER BY change.day)::bigint
  FROM (
    SELECT tally.day, coalesce(sum(tally.n) FILTER (WHERE tally.outcome = 'served'), 0) AS served,
      coalesce(sum(tally.n) FILTER (WHERE tally.outcome NOT IN ('served', 'withdrawn')), 0) AS wanted
    FROM request_tally tally
    WHERE tally.grain = 'day' AND tally.day <= until
    GROUP BY tally.day
  ) change
$function$;

-- G3-5 所依据的逐台处理结果的 SHA-256：先按日，再合并。
CREATE OR REPLACE FUNCTION public.indicator_demand_digest(as_of date, known_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT encode(sha256(convert_to(coalesce(string_agg(daily.day || '|' || daily.digest, E'\n' ORDER BY daily.day), ''), 'UTF8')), 'hex')
  FROM (
    SELECT outcome.day, encode(sha256(convert_to(string_agg(
      concat_ws('|', outcome.item_id, outcome.sequence, outcome.outcome), E'\n' ORDER BY outcome.item_id, outcome.sequence), 'UTF8')), 'hex') AS digest
    FROM request_outcome outcome
    WHERE outcome.day <= indicator_demand_digest.as_of AND outcome.recorded_at <= indicator_demand_digest.known_at
    GROUP BY outcome.day
  ) daily
$function$;

-- G3-5 各日各地各种类的需求（规划二（三））：denominator 为期内需求的器具数，numerator 为其中已出具证书或通知书的。waiting 为假：自首次处理之日起计，未处理的不计；为真：自提出之日起计，待受理的也计。受理前撤回的不计。months 为空：自始累计。
CREATE OR REPLACE FUNCTION public.indicator_demand_kinds(days date[], known_at timestamp with time zone, months integer, waiting boolean)
 RETURNS TABLE(day date, region text, kind text, numerator bigint, denominator bigint)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

-- G3-5 同 indicator_demand_kinds(…, now(), NULL, false)，由 request_tally 求和，不随记录数增长。
CREATE OR REPLACE FUNCTION public.indicator_demand_kinds_now(as_of date)
 RETURNS TABLE(region text, kind text, numerator bigint, denominator bigint)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT counted.region, counted.instrument_kind, coalesce(sum(counted.n) FILTER (WHERE counted.outcome = 'served'), 0)::bigint,
    coalesce(sum(counted.n) FILTER (WHERE counted.outcome NOT IN ('served', 'withdrawn')), 0)::bigint
  FROM (
    SELECT region, instrument_kind, outcome, n FROM request_tally WHERE grain = 'month' AND day < date_trunc('month', as_of::timestamp)::date
    UNION ALL
    SELECT region, instrument_kind, outcome, n FROM request_tally
    WHERE grain = 'day' AND day >= date_trunc('month', as_of::timestamp)::date AND day <= as_of
  ) counted
  GROUP BY 1, 2
$function$;

-- G3-5 满足社会量值传递溯源需求（行动计划二（三））＝ 已出具检定证书或检定结果通知书的器具数 ÷（已受理＋不予受理＋已转送）的器具数；单位：申请中的一台（件）器具，转送后由他机构受理的只计一次；受理前撤回的不计，受理后撤回的仍计入分母。截至 as_of 当日，按 known_at 时已知的记录。
CREATE OR REPLACE FUNCTION public.indicator_demand_served(as_of date, known_at timestamp with time zone)
 RETURNS TABLE(numerator bigint, denominator bigint)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT count(*) FILTER (WHERE outcome = 'served'),
    count(*) FILTER (WHERE previous IS NULL AND outcome <> 'withdrawn') - count(*) FILTER (WHERE previous = 'referred' AND outcome = 'withdrawn')
  FROM request_outcome WHERE day <= as_of AND recorded_at <= known_at
$function$;

-- G3-5 同 indicator_demand_served(as_of, now())，由 request_tally 求和，不随记录数增长；行动计划二（三）。
CREATE OR REPLACE FUNCTION public.indicator_demand_served_now(as_of date)
 RETURNS TABLE(numerator bigint, denominator bigint)
 LANGUAGE sql
 STABLE
AS $function$
  -- Two ranges of the key, so that the whole table is never read.
  SELECT coalesce(sum(n) FILTER (WHERE outcome = 'served'), 0)::bigint,
    coalesce(sum(n) FILTER (WHERE outcome NOT IN ('served', 'withdrawn')), 0)::bigint
  FROM (
    SELECT outcome, n FROM request_tally WHERE grain = 'month' AND day < date_trunc('month', as_of::timestamp)::date
    UNION ALL
    SELECT outcome, n FROM request_tally
    WHERE grain = 'day' AND day >= date_trunc('month', as_of::timestamp)::date AND day <= as_of
  ) counted
$function$;

-- G3-5 背后的逐台记录，按 item_id 分页：outcome 为 served 的计入分子，全部计入分母。
CREATE OR REPLACE FUNCTION public.indicator_demand_served_records(as_of date, known_at timestamp with time zone, after uuid, how_many integer)
 RETURNS TABLE(item_id uuid, request_id uuid, instrument_id uuid, region text, outcome text, day date)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

-- 登记类指标＝某日计入、某时已知的登记中不重复的主体数（同一人、同一专利、同一企业只计一次）；可按级别、分类（filters 取 programme、centre、field、sector 之一）筛选；计划期内新增的，另以取得之日（含首尾两日）为限。
CREATE OR REPLACE FUNCTION public.indicator_entry_count(kind text, levels text[], filters jsonb, as_of date, known_at timestamp with time zone, obtained_from date DEFAULT NULL::date, obtained_to date DEFAULT NULL::date)
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
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
$function$;

-- 登记类指标逐日的数：每个主体在其各登记有效期的并集内计一次；只列数有变化的日子。
CREATE OR REPLACE FUNCTION public.indicator_entry_course(entry_kind text, levels text[], facet text, obtained_from date, known_at timestamp with time zone)
 RETURNS TABLE(day date, value bigint)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

-- 登记类指标逐日的数，同 indicator_entry_course(…, now())，由 indicator_span 求和。
CREATE OR REPLACE FUNCTION public.indicator_entry_course_now(plan text, chosen text)
 RETURNS TABLE(day date, value bigint)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT step.day, sum(sum(step.n)) OVER (ORDER BY step.day)::bigint
  FROM (
    SELECT span.held_from AS day, 1 AS n FROM indicator_span span WHERE span.plan_id = plan AND span.indicator = chosen AND NOT span.recorded
    UNION ALL
    SELECT span.held_to, -1 FROM indicator_span span
    WHERE span.plan_id = plan AND span.indicator = chosen AND NOT span.recorded AND span.held_to IS NOT NULL
  ) step GROUP BY step.day
$function$;

-- 登记类指标所依据记录的 SHA-256：每条计入的登记一行（编号|版本|主体|起|止），按编号排列。
CREATE OR REPLACE FUNCTION public.indicator_entry_digest(entry_kind text, levels text[], facet text, obtained_from date, as_of date, known_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT encode(sha256(convert_to(coalesce(string_agg(
    concat_ws('|', counted.entry_id, counted.version, counted.subject_key, counted.counts_from, counted.counts_to), E'\n'
    ORDER BY counted.entry_id), ''), 'UTF8')), 'hex')
  FROM entry_counted(indicator_entry_digest.as_of, indicator_entry_digest.known_at) counted
  WHERE counted.kind = entry_kind
    AND (indicator_entry_digest.levels IS NULL OR counted.level = ANY (indicator_entry_digest.levels))
    AND (indicator_entry_digest.facet IS NULL OR counted.facet = indicator_entry_digest.facet)
    AND (indicator_entry_digest.obtained_from IS NULL OR counted.counts_from >= indicator_entry_digest.obtained_from)
$function$;

-- 登记类指标（规划二（一）至二（四））＝ as_of 日计入、known_at 时已知的登记中不重复的主体数；from_opening 为只凭存量建账计入的主体数，value_at_due、value_at_start 为到期日和计划第一日的数（as_of 尚早于该日时为 0），ever 为截至 as_of 曾经计入的主体数。逐条规则与 indicator_entry_count 相等（测试）。
CREATE OR REPLACE FUNCTION public.indicator_entry_figures(rules jsonb, as_of date, known_at timestamp with time zone)
 RETURNS TABLE(indicator text, recorded boolean, value bigint, from_opening bigint, value_at_due bigint, value_at_start bigint, ever bigint)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

-- 登记类指标同 indicator_entry_figures(…, as_of, now())，由 indicator_span 计数，不随登记条数增长；ever 为截至当日曾经计入的时段数（不少于主体数）。
CREATE OR REPLACE FUNCTION public.indicator_entry_figures_now(plan text, as_of date)
 RETURNS TABLE(indicator text, recorded boolean, value bigint, from_opening bigint, value_at_due bigint, value_at_start bigint, ever bigint)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

-- 登记类指标背后的每条登记：是否计入及其原因。counts 计入 · pending 未审结 · rejected 不予采信 · level 级别不符 · field 类别不符 · not-designated 未授牌 · withdrawn 已撤销 · lapsed 已失效 · later 尚未生效 · before-period 计划期前取得。
CREATE OR REPLACE FUNCTION public.indicator_entry_record(entry_kind text, levels text[], facet text, obtained_from date, as_of date, known_at timestamp with time zone)
 RETURNS TABLE(entry_id uuid, version integer, title text, document_number text, issuer text, level text, region text, organization_id uuid, since date, until date, counts_from date, counts_to date, opening boolean, subject_key text, recorded_at timestamp with time zone, status text, verdict text)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

-- 登记类指标按登记的地区分列；同一主体在几个地区登记的，各地区各计一次，故各地区之和可能大于全市。
CREATE OR REPLACE FUNCTION public.indicator_entry_region(entry_kind text, levels text[], facet text, obtained_from date, as_of date, known_at timestamp with time zone)
 RETURNS TABLE(region text, value bigint)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT counted.region, count(DISTINCT counted.subject_key)
  FROM entry_counted(indicator_entry_region.as_of, indicator_entry_region.known_at) counted
  WHERE counted.kind = entry_kind
    AND (indicator_entry_region.levels IS NULL OR counted.level = ANY (indicator_entry_region.levels))
    AND (indicator_entry_region.facet IS NULL OR counted.facet = indicator_entry_region.facet)
    AND (indicator_entry_region.obtained_from IS NULL OR counted.counts_from >= indicator_entry_region.obtained_from)
  GROUP BY counted.region
$function$;

-- 各日台账在用器具数，按使用地与种类（G3-4 的分母与权重，规划二（三））：自启用或登记之日（取早者）起，减去当日已封存、送修、遗失、报废的，地点按当日所在。今日之数与 instrument_tally 相等（测试）。
CREATE OR REPLACE FUNCTION public.indicator_ledger_kinds(days date[], known_at timestamp with time zone)
 RETURNS TABLE(day date, region text, kind text, n bigint)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

-- 由现行登记版本推算各主体的计入时段；参数为空即全部。
CREATE OR REPLACE FUNCTION public.indicator_spans(plan text, chosen text[], subjects text[])
 RETURNS TABLE(plan_id text, indicator text, subject_key text, recorded boolean, held_from date, held_to date)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

-- G3-1 所依据记录的 SHA-256：每条计入的记录一行（编号|版本|证书号|起|止），按编号排列；没有档案时与 indicator_entry_digest 相同，故此前的快照仍可重算。
CREATE OR REPLACE FUNCTION public.indicator_standard_digest(as_of date, known_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT encode(sha256(convert_to(coalesce(string_agg(
    concat_ws('|', counted.record_id, counted.version, counted.subject_key, counted.counts_from, counted.counts_to), E'\n'
    ORDER BY counted.record_id, counted.subject_key), ''), 'UTF8')), 'hex')
  FROM measurement_standard_counted(indicator_standard_digest.as_of, indicator_standard_digest.known_at) counted
$function$;

-- G3-1 社会公用计量标准（规划二（三））：as_of 日有效、known_at 时已知的证书号数（计量标准档案与存量登记各计其所知，按证书号只计一次）；其余各列同 indicator_entry_figures。
CREATE OR REPLACE FUNCTION public.indicator_standard_figures(start date, due date, as_of date, known_at timestamp with time zone)
 RETURNS TABLE(recorded boolean, value bigint, from_opening bigint, value_at_due bigint, value_at_start bigint, ever bigint)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT count(*) > 0 OR entry_is_recorded('standard', NULL, NULL, indicator_standard_figures.known_at)
      OR EXISTS (SELECT FROM measurement_standard_certificate certificate
        WHERE certificate.kind = 'public' AND certificate.recorded_at <= indicator_standard_figures.known_at),
    count(*) FILTER (WHERE subject.held),
    count(*) FILTER (WHERE subject.held AND subject.opening),
    count(*) FILTER (WHERE subject.held_at_due AND indicator_standard_figures.as_of >= indicator_standard_figures.due),
    count(*) FILTER (WHERE subject.held_at_start AND indicator_standard_figures.as_of >= indicator_standard_figures.start),
    count(*)
  FROM (
    SELECT bool_or(found.held @> indicator_standard_figures.as_of) AS held,
      bool_and(found.opening) FILTER (WHERE found.held @> indicator_standard_figures.as_of) AS opening,
      bool_or(found.held @> indicator_standard_figures.due) AS held_at_due,
      bool_or(found.held @> indicator_standard_figures.start) AS held_at_start
    FROM measurement_standard_record(indicator_standard_figures.known_at) found
    WHERE lower(found.held) <= indicator_standard_figures.as_of
    GROUP BY found.subject_key
  ) subject
$function$;

-- G3-1 背后的每份社会公用计量标准证书与每条登记：是否计入及其原因。suspended 已封存 · replaced 已换证 · in-dossier 由计量标准档案计入；其余同 indicator_entry_record。
CREATE OR REPLACE FUNCTION public.indicator_standard_record(as_of date, known_at timestamp with time zone)
 RETURNS TABLE(source text, record_id uuid, title text, document_number text, issuer text, level text, region text, organization_id uuid, since date, until date, opening boolean, subject_key text, verdict text)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT 'dossier', own.id, own.name, certificate.number, certificate.issuer, own.level, own.region, own.institute_id,
    certificate.valid_from, certificate.valid_until, certificate.opening, certificate.number_key,
    CASE
      WHEN span.held @> indicator_standard_record.as_of THEN 'counts'
      WHEN span.held IS NULL THEN 'not-designated'
      WHEN certificate.valid_from > indicator_standard_record.as_of THEN 'later'
      WHEN certificate.valid_until < indicator_standard_record.as_of THEN 'lapsed'
      WHEN standing.state = 'withdrawn' THEN 'withdrawn'
      WHEN standing.state = 'suspended' THEN 'suspended'
      ELSE 'replaced'
    END
  FROM measurement_standard own
  JOIN measurement_standard_certificate certificate ON certificate.measurement_standard_id = own.id AND certificate.kind = 'public'
    AND certificate.recorded_at <= indicator_standard_record.known_at
    AND (certificate.superseded_at IS NULL OR certificate.superseded_at > indicator_standard_record.known_at)
  LEFT JOIN measurement_standard_span(indicator_standard_record.known_at) span ON span.certificate_id = certificate.id
  LEFT JOIN LATERAL (
    SELECT state.state FROM measurement_standard_state state
    WHERE state.measurement_standard_id = own.id AND state.since <= indicator_standard_record.as_of
      AND state.at <= indicator_standard_record.known_at
    ORDER BY state.since DESC, state.sequence DESC LIMIT 1
  ) standing ON true
  WHERE own.kind = 'public'
  UNION ALL
  SELECT 'entry', entry.entry_id, entry.title, entry.document_number, entry.issuer, entry.level, entry.region, entry.organization_id,
    entry.since, entry.until, entry.opening, entry.subject_key,
    CASE WHEN EXISTS (
      SELECT FROM measurement_standard_certificate certificate
      WHERE certificate.kind = 'public' AND certificate.number_key = entry.subject_key
        AND certificate.recorded_at <= indicator_standard_record.known_at
        AND (certificate.superseded_at IS NULL OR certificate.superseded_at > indicator_standard_record.known_at)
    ) THEN 'in-dossier' ELSE entry.verdict END
  FROM indicator_entry_record('standard', NULL, NULL, NULL, indicator_standard_record.as_of, indicator_standard_record.known_at) entry
$function$;

-- G3-1 按建标单位（登记）的地区分列。
CREATE OR REPLACE FUNCTION public.indicator_standard_region(as_of date, known_at timestamp with time zone)
 RETURNS TABLE(region text, value bigint)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT counted.region, count(DISTINCT counted.subject_key)
  FROM measurement_standard_counted(indicator_standard_region.as_of, indicator_standard_region.known_at) counted
  GROUP BY counted.region
$function$;

-- 器具编码：登记时的区划六位、流水号九位、校验字符一位（ISO/IEC 7064 MOD 37,36），终身不变
CREATE OR REPLACE FUNCTION public.instrument_code_of(region text, number bigint)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
DECLARE
  alphabet constant text := '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  body constant text := region || lpad(number::text, 9, '0');
  product integer := 36;
  letter text;
BEGIN
  FOREACH letter IN ARRAY string_to_array(body, NULL) LOOP
    product := (product + position(letter IN alphabet) - 1) % 36;
    IF product = 0 THEN product := 36; END IF;
    product := (product * 2) % 37;
  END LOOP;
  RETURN body || substr(alphabet, (37 - product) % 36 + 1, 1);
END $function$;

-- 维护 instrument_tally：登记
CREATE OR REPLACE FUNCTION public.instrument_count_added()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE counted bigint;
BEGIN
  INSERT INTO instrument_tally_change (region, township, kind, state, due_on, n)
  SELECT region, coalesce(township, ''), kind, instrument_state_of(status, verdict, verified_on, due_on, validity),
         CASE instrument_state_of(status, verdict, verified_on, due_on, validity) WHEN 'due' THEN due_on ELSE '-infinity' END, count(*)
  FROM added GROUP BY 1, 2, 3, 4, 5;
  GET DIAGNOSTICS counted = ROW_COUNT;
  PERFORM instrument_fold_tally(counted > 500 OR random() < 0.02);
  RETURN NULL;
END $function$;

-- 维护 instrument_tally：变更
CREATE OR REPLACE FUNCTION public.instrument_count_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE counted bigint;
BEGIN
  INSERT INTO instrument_tally_change (region, township, kind, state, due_on, n)
  SELECT region, coalesce(township, ''), kind, instrument_state_of(status, verdict, verified_on, due_on, validity),
         CASE instrument_state_of(status, verdict, verified_on, due_on, validity) WHEN 'due' THEN due_on ELSE '-infinity' END, sum(one)
  FROM (
    SELECT region, township, kind, status, verdict, verified_on, due_on, validity, 1 AS one FROM after_change
    UNION ALL SELECT region, township, kind, status, verdict, verified_on, due_on, validity, -1 FROM before_change
  ) change
  GROUP BY 1, 2, 3, 4, 5 HAVING sum(one) <> 0;
  GET DIAGNOSTICS counted = ROW_COUNT;
  IF counted > 0 THEN
    PERFORM instrument_fold_tally(counted > 500 OR random() < 0.02);
  END IF;
  RETURN NULL;
END $function$;

-- 把 instrument_tally_change 并入 instrument_tally；同一时刻只有一个事务在做
CREATE OR REPLACE FUNCTION public.instrument_fold_tally(is_wanted boolean)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF NOT is_wanted OR current_setting('transaction_isolation') <> 'read committed'
    OR NOT pg_try_advisory_xact_lock('instrument_tally'::regclass::oid::bigint) THEN
    RETURN;
  END IF;
  WITH gone AS (DELETE FROM instrument_tally_change RETURNING *)
  INSERT INTO instrument_tally (grain, region, due_on, township, kind, state, n)
  SELECT place.grain || '-' || span.name, region,
         CASE WHEN span.days IS NULL THEN '-infinity' ELSE due_on - ((due_on - date '1970-01-01') % span.days + span.days) % span.days END,
         place.township, kind, state, sum(n)
  FROM gone
  CROSS JOIN LATERAL (VALUES ('region', ''), ('township', gone.township)) place (grain, township)
  CROSS JOIN (VALUES ('1', 1), ('4', 4), ('16', 16), ('128', 128), ('all', NULL)) span (name, days)
  WHERE span.days IS NULL OR due_on > '-infinity'
  GROUP BY 1, 2, 3, 4, 5, 6
  HAVING sum(n) <> 0
  ORDER BY 1, 2, 3, 4, 5, 6
  ON CONFLICT ON CONSTRAINT instrument_tally_once DO UPDATE SET n = instrument_tally.n + excluded.n;
END $function$;
-- tongheng_app may not call it.

-- 由台账重新计数；大批量装入之后由所有者执行
CREATE OR REPLACE FUNCTION public.instrument_recount_tally()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM pg_advisory_xact_lock('instrument_tally'::regclass::oid::bigint);
  LOCK TABLE instrument IN SHARE MODE;
  TRUNCATE instrument_tally, instrument_tally_change;
  INSERT INTO instrument_tally_change (region, township, kind, state, due_on, n)
  SELECT region, coalesce(township, ''), kind, instrument_state_of(status, verdict, verified_on, due_on, validity),
         CASE instrument_state_of(status, verdict, verified_on, due_on, validity) WHEN 'due' THEN due_on ELSE '-infinity' END, count(*)
  FROM instrument GROUP BY 1, 2, 3, 4, 5;
  PERFORM instrument_fold_tally(true);
END $function$;
-- tongheng_app may not call it.

-- 维护 instrument_type 与 instrument.type_id
CREATE OR REPLACE FUNCTION public.instrument_set_type()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  SELECT id INTO NEW.type_id FROM instrument_type WHERE (kind, name, model, maker) = (NEW.kind, NEW.name, NEW.model, NEW.maker);
  IF NOT FOUND THEN
    -- New types are rare. Two that add several at once, each in its own order, would wait for each other for ever.
    PERFORM pg_advisory_xact_lock('instrument_type'::regclass::oid::bigint);
    INSERT INTO instrument_type (kind, name, model, maker) VALUES (NEW.kind, NEW.name, NEW.model, NEW.maker)
    ON CONFLICT ON CONSTRAINT instrument_type_once DO UPDATE SET kind = excluded.kind RETURNING id INTO NEW.type_id;
  END IF;
  RETURN NEW;
END $function$;

-- 计数所用的状态（instrument/rules 的 standing），与当天日期无关：是否到期由 due_on 另行判断
CREATE OR REPLACE FUNCTION public.instrument_state_of(status text, verdict text, verified_on date, due_on date, validity text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT CASE
    WHEN status <> 'in-use' THEN status
    WHEN verdict IS NULL THEN CASE WHEN verified_on IS NULL THEN 'never-verified' ELSE 'repaired' END
    WHEN verdict = 'fail' THEN 'failed'
    WHEN due_on IS NOT NULL THEN 'due'
    WHEN validity = 'first-only' THEN 'no-end'
    ELSE 'valid'
  END
$function$;

-- 签发的证书归入所属器具的经过
CREATE OR REPLACE FUNCTION public.instrument_thread_certificates()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO instrument_thread (instrument_id, subject) SELECT instrument_id, number FROM added ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $function$;

-- 维护 instrument_thread：参数为事件主体所在的列
CREATE OR REPLACE FUNCTION public.instrument_thread_row()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  subject constant text := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
  IF NEW.instrument_id IS NOT NULL AND subject IS NOT NULL THEN
    INSERT INTO instrument_thread (instrument_id, subject) VALUES (NEW.instrument_id, subject) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $function$;

-- 比对用的（制造单位、型号、出厂编号）：全半角、大小写、空格和各种连字符不作区别
CREATE OR REPLACE FUNCTION public.ledger_import_identity(maker text, model text, serial text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT translate(upper(regexp_replace(normalize(maker || chr(31) || model || chr(31) || serial, NFKC), '[ \t\r\n\u00a0\u200b-\u200d\ufeff]', '', 'g')),
    chr(8208) || chr(8209) || chr(8210) || chr(8211) || chr(8212) || chr(8213) || chr(8722), '-------')
$function$;

-- G3-1 社会公用计量标准（规划二（三））＝ as_of 日有效、known_at 时已知的社会公用计量标准证书；按证书号计一次（count(DISTINCT subject_key)）。
CREATE OR REPLACE FUNCTION public.measurement_standard_counted(as_of date, known_at timestamp with time zone)
 RETURNS TABLE(source text, record_id uuid, version integer, subject_key text, level text, region text, organization_id uuid, counts_from date, counts_to date, opening boolean)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT found.source, found.record_id, found.version, found.subject_key, found.level, found.region, found.organization_id,
    lower(found.held), upper(found.held), found.opening
  FROM measurement_standard_record(measurement_standard_counted.known_at) found
  WHERE found.held @> measurement_standard_counted.as_of
$function$;

-- 社会公用计量标准逐日的有效数，按 known_at 时所知；将来的日子按证书的最后一日推算（没有复查即失效）；只列数有变化的日子；可按地区、机构、来源筛选。
CREATE OR REPLACE FUNCTION public.measurement_standard_course(known_at timestamp with time zone, chosen_region text, chosen_institute uuid, chosen_source text)
 RETURNS TABLE(day date, value bigint)
 LANGUAGE sql
 STABLE
AS $function$
  WITH span AS (
    SELECT unnest(range_agg(found.held)) AS held
    FROM measurement_standard_record(measurement_standard_course.known_at) found
    WHERE (chosen_region IS NULL OR found.region = chosen_region) AND (chosen_institute IS NULL OR found.organization_id = chosen_institute)
      AND (chosen_source IS NULL OR found.source = chosen_source)
    GROUP BY found.subject_key
  ), step AS (
    SELECT lower(held) AS day, 1 AS n FROM span
    UNION ALL SELECT upper(held), -1 FROM span WHERE upper(held) IS NOT NULL
  )
  SELECT step.day, sum(sum(step.n)) OVER (ORDER BY step.day)::bigint FROM step GROUP BY step.day
$function$;

-- 社会公用计量标准计入的时段，按 known_at 时所知：各计量标准的社会公用计量标准证书，以及登记中已采信、其证书号没有任何计量标准载明的；两处都有同一证书号的，以计量标准为准（它知道封存与撤销）。
CREATE OR REPLACE FUNCTION public.measurement_standard_record(known_at timestamp with time zone)
 RETURNS TABLE(source text, record_id uuid, version integer, subject_key text, number text, title text, issuer text, level text, region text, organization_id uuid, since date, until date, opening boolean, held daterange)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT 'dossier', own.id, 0, span.number_key, certificate.number, own.name, certificate.issuer, own.level, own.region, own.institute_id,
    certificate.valid_from, certificate.valid_until, certificate.opening, part.held
  FROM measurement_standard_span(measurement_standard_record.known_at) span
  JOIN measurement_standard own ON own.id = span.measurement_standard_id AND own.kind = 'public'
  JOIN measurement_standard_certificate certificate ON certificate.id = span.certificate_id
  CROSS JOIN LATERAL unnest(span.held) AS part (held)
  WHERE span.certificate = 'public'
  UNION ALL
  SELECT 'entry', v.entry_id, v.version, v.subject_key, v.document_number, v.title, v.issuer, v.level, v.region, v.organization_id,
    v.since, v.until, v.opening, daterange(v.counts_from, v.counts_to)
  FROM entry_version v
  WHERE v.kind = 'standard' AND v.counts_from IS NOT NULL AND (v.counts_to IS NULL OR v.counts_to > v.counts_from)
    AND v.recorded_at <= measurement_standard_record.known_at
    AND (v.superseded_at IS NULL OR v.superseded_at > measurement_standard_record.known_at)
    AND NOT EXISTS (
      SELECT FROM measurement_standard_certificate certificate
      WHERE certificate.kind = 'public' AND certificate.number_key = v.subject_key
        AND certificate.recorded_at <= measurement_standard_record.known_at
        AND (certificate.superseded_at IS NULL OR certificate.superseded_at > measurement_standard_record.known_at))
$function$;

-- 每份证书实际有效的时段，按 known_at 时所知：证书期限（后一份自其首日起取代前一份）∩ 已考核而未封存、未撤销的时段 ∩ 考核证书的期限（没有登记考核证书的，不以此为限，另行提示）。
CREATE OR REPLACE FUNCTION public.measurement_standard_span(known_at timestamp with time zone)
 RETURNS TABLE(measurement_standard_id uuid, certificate_id uuid, certificate text, number_key text, held datemultirange)
 LANGUAGE sql
 STABLE
AS $function$
  WITH standing AS (
    SELECT step.measurement_standard_id AS id, range_agg(daterange(step.since, step.next_since)) AS held
    FROM (
      SELECT state.measurement_standard_id, state.state, state.since,
        lead(state.since) OVER (PARTITION BY state.measurement_standard_id ORDER BY state.since, state.sequence) AS next_since
      FROM measurement_standard_state state WHERE state.at <= measurement_standard_span.known_at
    ) step
    WHERE step.state = 'in-force' AND (step.next_since IS NULL OR step.next_since > step.since)
    GROUP BY step.measurement_standard_id
  ), term AS (
    SELECT known.measurement_standard_id AS id, known.id AS certificate_id, known.kind, known.number_key,
      daterange(known.valid_from, LEAST(known.valid_until + 1,
        lead(known.valid_from) OVER (PARTITION BY known.measurement_standard_id, known.kind ORDER BY known.valid_from))) AS held
    FROM measurement_standard_certificate known
    WHERE known.recorded_at <= measurement_standard_span.known_at
      AND (known.superseded_at IS NULL OR known.superseded_at > measurement_standard_span.known_at)
  ), examined AS (
    SELECT term.id, range_agg(term.held) AS held FROM term WHERE term.kind = 'examination' GROUP BY term.id
  )
  SELECT term.id, term.certificate_id, term.kind, term.number_key,
    standing.held * datemultirange(term.held) * coalesce(examined.held, '{(,)}'::datemultirange)
  FROM term JOIN standing ON standing.id = term.id LEFT JOIN examined ON examined.id = term.id
$function$;

-- 编号的小写形式，其中的符号换成罕用字：pg_trgm 只对字母和数字建三元组，「A-90」中的连字符否则不起作用
CREATE OR REPLACE FUNCTION public.number_letters(number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT translate(lower(number), ' -./_#()', '龘鱻麤爨灪厵纞麣')
$function$;

-- 名称中的单字与相邻两字，用于按任意两字查找；三字以上的词须再与名称比对
CREATE OR REPLACE FUNCTION public.organization_grams(name text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE COST 5000
AS $function$
  SELECT array_agg(DISTINCT gram) FROM (
    SELECT substr(lower(name), at, size) AS gram FROM generate_series(1, length(name)) at CROSS JOIN generate_series(1, 2) size
  ) grams WHERE length(gram) > 0
$function$;

-- 维护 request_tally
CREATE OR REPLACE FUNCTION public.request_count_outcomes()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
END $function$;

-- 维护 schedule_load：超过台位日容量的，拒绝
CREATE OR REPLACE FUNCTION public.schedule_keep_load()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  now_booked integer;
  capacity integer;
BEGIN
  IF NEW.bench_id IS NULL THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF OLD.released_at IS NULL AND NEW.released_at IS NOT NULL THEN
      UPDATE schedule_load SET booked = booked - 1 WHERE (bench_id, day) = (NEW.bench_id, NEW.day);
    END IF;
    RETURN NULL;
  END IF;
  INSERT INTO schedule_load AS known (bench_id, day, booked) VALUES (NEW.bench_id, NEW.day, 1)
  ON CONFLICT ON CONSTRAINT schedule_load_once DO UPDATE SET booked = known.booked + 1 RETURNING booked INTO now_booked;
  SELECT load INTO capacity FROM schedule_resource WHERE id = NEW.bench_id;
  IF now_booked > capacity THEN
    RAISE EXCEPTION 'the bench is full' USING ERRCODE = 'check_violation', CONSTRAINT = 'schedule_load_within_capacity', DETAIL = NEW.bench_id || ' ' || NEW.day;
  END IF;
  RETURN NULL;
END $function$;

-- 维护 schedule_post：同一半日已在别处的，拒绝
CREATE OR REPLACE FUNCTION public.schedule_keep_post()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.released_at IS NULL AND NEW.released_at IS NOT NULL THEN
      UPDATE schedule_post SET uses = uses - 1 WHERE (resource_id, day, half) = (NEW.resource_id, NEW.day, NEW.half);
    END IF;
    RETURN NULL;
  END IF;
  INSERT INTO schedule_post AS post (resource_id, day, half, post_id, uses) VALUES (NEW.resource_id, NEW.day, NEW.half, NEW.post_id, 1)
  ON CONFLICT ON CONSTRAINT schedule_post_once DO UPDATE SET uses = post.uses + 1, post_id = excluded.post_id
    WHERE post.uses = 0 OR post.post_id = excluded.post_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'booked at another post' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'schedule_post_once', DETAIL = NEW.resource_id || ' ' || NEW.day || ' ' || NEW.half;
  END IF;
  RETURN NULL;
END $function$;

-- 申请撤回、转送或不予受理的器具，释放其排期占用
CREATE OR REPLACE FUNCTION public.schedule_let_go()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  -- The bench before its count, as a booking does.
  PERFORM FROM schedule_resource WHERE id IN (SELECT bench_id FROM schedule_item WHERE item_id = NEW.id AND released_at IS NULL) FOR NO KEY UPDATE;
  UPDATE schedule_item SET released_at = NEW.step_since, release = 'let-go' WHERE item_id = NEW.id AND released_at IS NULL;
  RETURN NULL;
END $function$;

-- 登记标准器的溯源证书时，与本平台出具的那份证书相连。
CREATE OR REPLACE FUNCTION public.traceability_join_calibration()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO traceability_origin (calibration_id, certificate_id, recorded_at)
  SELECT calibration.id, certificate.id, greatest(calibration.recorded_at, certificate.issued_at)
  FROM recorded calibration
  JOIN standard ON standard.id = calibration.standard_id
  JOIN certificate ON certificate.number = calibration.number AND certificate.serial = standard.serial
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $function$;

-- 已有序号的条目不得改号
CREATE OR REPLACE FUNCTION public.transparency_keep_index()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'a leaf keeps its index' USING ERRCODE = 'integrity_constraint_violation';
END $function$;

-- 瓦片只增不改
CREATE OR REPLACE FUNCTION public.transparency_keep_tile()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'a tile only grows' USING ERRCODE = 'integrity_constraint_violation';
END $function$;
