CREATE TABLE plan_settlement (
  id uuid PRIMARY KEY,
  plan_id text NOT NULL,
  finding_id text NOT NULL,
  resolution text NOT NULL CONSTRAINT plan_settlement_resolution_is_known CHECK (resolution IN
    ('printed-stands', 'recomputed-stands', 'clarified', 'open')),
  reason text NOT NULL,
  document_number text,
  files uuid[] NOT NULL,
  finding jsonb NOT NULL,
  supersedes uuid REFERENCES plan_settlement (id),
  person_id uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT plan_settlement_follows_one UNIQUE NULLS NOT DISTINCT (plan_id, finding_id, supersedes)
);
COMMENT ON TABLE plan_settlement IS '待核实差异的处理：只增不改；后一次处理取代前一次，重新打开也是一次处理。';
COMMENT ON COLUMN plan_settlement.plan_id IS 'id of the plan document';
COMMENT ON COLUMN plan_settlement.finding_id IS 'id of the finding that the check of the document gives';
COMMENT ON COLUMN plan_settlement.resolution IS 'printed-stands 以印刷为准 · recomputed-stands 以重算为准 · clarified 已作说明 · open 重新打开';
COMMENT ON COLUMN plan_settlement.reason IS 'why, in the words of the person who settled it';
COMMENT ON COLUMN plan_settlement.document_number IS 'number of the document on which it rests, where there is one';
COMMENT ON COLUMN plan_settlement.files IS 'evidence';
COMMENT ON COLUMN plan_settlement.finding IS 'what the finding said when it was settled';
COMMENT ON COLUMN plan_settlement.supersedes IS 'the settlement before it; null: the first';
COMMENT ON COLUMN plan_settlement.person_id IS 'who settled it';
COMMENT ON COLUMN plan_settlement.organization_id IS 'for which organization';
COMMENT ON COLUMN plan_settlement.recorded_at IS 'when';
COMMENT ON COLUMN plan_settlement.demonstration IS 'fictional record of the demonstration story';
GRANT SELECT, INSERT ON plan_settlement TO tongheng_app;

CREATE TABLE plan_definition_decision (
  id uuid PRIMARY KEY,
  plan_id text NOT NULL,
  definition_id text NOT NULL,
  meaning text NOT NULL,
  meaning_en text,
  evidence text NOT NULL,
  document_number text,
  files uuid[] NOT NULL,
  supersedes uuid REFERENCES plan_definition_decision (id),
  person_id uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT plan_definition_decision_follows_one UNIQUE NULLS NOT DISTINCT (plan_id, definition_id, supersedes)
);
COMMENT ON TABLE plan_definition_decision IS '定义记录：文件中没有数字的提法在本市如何认定；只增不改，各版保留。';
COMMENT ON COLUMN plan_definition_decision.plan_id IS 'id of the plan document';
COMMENT ON COLUMN plan_definition_decision.definition_id IS 'id of the definition in the plan document';
COMMENT ON COLUMN plan_definition_decision.meaning IS 'what the words mean here';
COMMENT ON COLUMN plan_definition_decision.meaning_en IS 'the same in English, where somebody wrote it';
COMMENT ON COLUMN plan_definition_decision.evidence IS 'what proves that it is reached';
COMMENT ON COLUMN plan_definition_decision.document_number IS 'number of the document that decides it, where there is one';
COMMENT ON COLUMN plan_definition_decision.files IS 'that document and other evidence';
COMMENT ON COLUMN plan_definition_decision.supersedes IS 'the version before it; null: the first';
COMMENT ON COLUMN plan_definition_decision.person_id IS 'who decided';
COMMENT ON COLUMN plan_definition_decision.organization_id IS 'for which organization';
COMMENT ON COLUMN plan_definition_decision.recorded_at IS 'when';
COMMENT ON COLUMN plan_definition_decision.demonstration IS 'fictional record of the demonstration story';
GRANT SELECT, INSERT ON plan_definition_decision TO tongheng_app;
