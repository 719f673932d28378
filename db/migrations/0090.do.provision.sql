CREATE TABLE provision_cost (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  item text,
  parameter text NOT NULL,
  amount double precision NOT NULL CONSTRAINT provision_cost_is_not_negative CHECK (amount >= 0),
  source text NOT NULL,
  confidence text NOT NULL CONSTRAINT provision_cost_confidence_is_known CHECK (confidence IN ('assumption', 'L', 'M', 'H', 'confirmed')),
  person_id uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false
);
CREATE INDEX provision_cost_latest ON provision_cost (item, parameter, sequence DESC);
COMMENT ON TABLE provision_cost IS '能力配置方案的费用与周期：每项一行，写明来源与把握程度；只增不改，最近一行有效。没有记录的用程序假设，采用方案前须由人确认。';
COMMENT ON COLUMN provision_cost.sequence IS 'order of recording, also within one instant';
COMMENT ON COLUMN provision_cost.item IS 'B1 … E9; null: it holds for all items';
COMMENT ON COLUMN provision_cost.parameter IS 'what is priced or timed: rules/assumption.ts';
COMMENT ON COLUMN provision_cost.amount IS 'in the unit of the parameter';
COMMENT ON COLUMN provision_cost.source IS 'the document, offer or record it is taken from';
COMMENT ON COLUMN provision_cost.confidence IS 'assumption 假设 · L, M, H 把握低、中、高 · confirmed 已确认';
GRANT SELECT, INSERT ON provision_cost TO tongheng_app;

CREATE TABLE provision_scenario (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  note text,
  person_id uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false
);
CREATE INDEX provision_scenario_latest ON provision_scenario (recorded_at DESC, id DESC);
COMMENT ON TABLE provision_scenario IS '能力配置方案的一个情景；每次改动条件另成一版。';
COMMENT ON COLUMN provision_scenario.name IS 'what it is called';
COMMENT ON COLUMN provision_scenario.note IS 'what it is for';
GRANT SELECT, INSERT ON provision_scenario TO tongheng_app;

CREATE TABLE provision_version (
  id uuid PRIMARY KEY,
  scenario_id uuid NOT NULL REFERENCES provision_scenario (id),
  number integer NOT NULL,
  note text,
  setting jsonb NOT NULL,
  input jsonb NOT NULL,
  state text NOT NULL CONSTRAINT provision_version_state_is_known CHECK (state IN ('waiting', 'solving', 'solved', 'infeasible', 'failed')),
  answer jsonb,
  solver text,
  seconds double precision,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT provision_version_number_once UNIQUE (scenario_id, number),
  CONSTRAINT provision_version_is_answered_once CHECK ((state IN ('solved', 'infeasible', 'failed')) = (ended_at IS NOT NULL))
);
COMMENT ON TABLE provision_version IS '情景的一版：条件、当时的缺口与需求、费用快照，以及求解器的答案或不可行的原因；条件不改动，改条件另成一版。';
COMMENT ON COLUMN provision_version.number IS '1, 2, … within the scenario';
COMMENT ON COLUMN provision_version.note IS 'what was changed';
COMMENT ON COLUMN provision_version.setting IS 'dates, budgets, limits, forced and forbidden options as a person set them';
COMMENT ON COLUMN provision_version.input IS 'everything that was solved: gaps, demand, distances, costs with their confidence';
COMMENT ON COLUMN provision_version.state IS 'waiting 待求解 · solving 求解中 · solved 已求解 · infeasible 条件冲突 · failed 求解失败';
COMMENT ON COLUMN provision_version.answer IS 'the choices with their reasons, or the constraints that conflict';
COMMENT ON COLUMN provision_version.solver IS 'which solver in which version';
COMMENT ON COLUMN provision_version.seconds IS 'how long it took';
COMMENT ON COLUMN provision_version.ended_at IS 'when it was answered';
GRANT SELECT, INSERT, UPDATE (state, answer, solver, seconds, ended_at) ON provision_version TO tongheng_app;

CREATE TABLE provision_adoption (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  version_id uuid NOT NULL REFERENCES provision_version (id),
  verdict text NOT NULL CONSTRAINT provision_adoption_verdict_is_known CHECK (verdict IN ('adopted', 'withdrawn')),
  document_number text NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false
);
CREATE INDEX provision_adoption_version ON provision_adoption (version_id, sequence DESC);
COMMENT ON TABLE provision_adoption IS '采用或撤回某一版方案的决定；只增不改，最近一次有效。采用方案本身不改变任何能力格。';
COMMENT ON COLUMN provision_adoption.sequence IS 'order of recording, also within one instant';
COMMENT ON COLUMN provision_adoption.verdict IS 'adopted 采用 · withdrawn 撤回';
GRANT SELECT, INSERT ON provision_adoption TO tongheng_app;
