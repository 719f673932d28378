CREATE TABLE uncertainty_series (
  region text NOT NULL CONSTRAINT uncertainty_series_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  year integer NOT NULL,
  last integer NOT NULL,
  CONSTRAINT uncertainty_series_once PRIMARY KEY (region, year)
);
COMMENT ON TABLE uncertainty_series IS '不确定度评定编号流水：每地区每年一列，编号与评定在同一事务中。';
COMMENT ON COLUMN uncertainty_series.year IS 'calendar year of the numbers';
COMMENT ON COLUMN uncertainty_series.last IS 'the last number given';
GRANT SELECT, INSERT ON uncertainty_series TO tongheng_app;
GRANT UPDATE (last) ON uncertainty_series TO tongheng_app;

CREATE TABLE uncertainty_evaluation (
  id uuid PRIMARY KEY,
  code text NOT NULL CONSTRAINT uncertainty_code_once UNIQUE
    CONSTRAINT uncertainty_code_is_url_safe CHECK (code ~ '^UE[0-9]{6}-[0-9]{4}-[0-9]{4,7}$'),
  organization_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL CONSTRAINT uncertainty_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX uncertainty_organization ON uncertainty_evaluation (organization_id, recorded_at DESC, id DESC);
CREATE INDEX uncertainty_region ON uncertainty_evaluation (region, recorded_at DESC, id DESC);
COMMENT ON TABLE uncertainty_evaluation IS '测量不确定度评定：一个机构的一项评定，内容在各版本中，规程和计量标准引用其版本。';
COMMENT ON COLUMN uncertainty_evaluation.code IS 'how it is cited: UE, region, year, series; with .N one version';
COMMENT ON COLUMN uncertainty_evaluation.organization_id IS 'whose evaluation it is';
COMMENT ON COLUMN uncertainty_evaluation.demonstration IS 'fictional record of the demonstration story';
GRANT SELECT, INSERT ON uncertainty_evaluation TO tongheng_app;

CREATE TABLE uncertainty_version (
  evaluation_id uuid NOT NULL REFERENCES uncertainty_evaluation (id),
  number integer NOT NULL CONSTRAINT uncertainty_version_counts_from_one CHECK (number >= 1),
  state text NOT NULL CONSTRAINT uncertainty_version_state_is_known CHECK (state IN ('drafted', 'in-force', 'superseded', 'withdrawn')),
  title text NOT NULL,
  note text NOT NULL,
  model text NOT NULL,
  record text NOT NULL,
  digest text NOT NULL CONSTRAINT uncertainty_version_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'),
  engine text NOT NULL,
  results jsonb NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT uncertainty_version_once PRIMARY KEY (evaluation_id, number)
);
CREATE UNIQUE INDEX uncertainty_version_in_force_once ON uncertainty_version (evaluation_id) WHERE state = 'in-force';
CREATE INDEX uncertainty_version_title ON uncertainty_version USING gin (title gin_trgm_ops);
COMMENT ON TABLE uncertainty_version IS '不确定度评定的版本：模型原文、计算结果、计算程序版本与摘要，保存后不改；只有状态随发布、代替、停用而变。';
COMMENT ON COLUMN uncertainty_version.number IS 'counted from 1';
COMMENT ON COLUMN uncertainty_version.state IS 'drafted 草稿 · in-force 现行 · superseded 已被代替 · withdrawn 已停用';
COMMENT ON COLUMN uncertainty_version.note IS 'what the version is for, or what it changes';
COMMENT ON COLUMN uncertainty_version.model IS 'the model file exactly as it was entered';
COMMENT ON COLUMN uncertainty_version.record IS 'model, answer, engine and seed in canonical JSON (RFC 8785)';
COMMENT ON COLUMN uncertainty_version.digest IS 'SHA-256 of record';
COMMENT ON COLUMN uncertainty_version.engine IS 'name and version of what computed it';
COMMENT ON COLUMN uncertainty_version.results IS 'value, u, k, U of each output, for lists';
GRANT SELECT, INSERT ON uncertainty_version TO tongheng_app;
GRANT UPDATE (state) ON uncertainty_version TO tongheng_app;

CREATE TABLE uncertainty_decision (
  evaluation_id uuid NOT NULL,
  number integer NOT NULL,
  state text NOT NULL CONSTRAINT uncertainty_decision_state_is_known CHECK (state IN ('in-force', 'superseded', 'withdrawn')),
  reason text,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT uncertainty_decision_once PRIMARY KEY (evaluation_id, number, state),
  CONSTRAINT uncertainty_decision_of_a_version FOREIGN KEY (evaluation_id, number) REFERENCES uncertainty_version (evaluation_id, number)
);
COMMENT ON TABLE uncertainty_decision IS '版本的发布、代替与停用：何人何时因何。';
COMMENT ON COLUMN uncertainty_decision.number IS 'the version it is about';
COMMENT ON COLUMN uncertainty_decision.state IS 'what the version became by it';
GRANT SELECT, INSERT ON uncertainty_decision TO tongheng_app;
