CREATE TABLE qualification (
  id uuid PRIMARY KEY,
  kind text NOT NULL CONSTRAINT qualification_kind_is_known CHECK (kind IN ('registration', 'authorisation')),
  institute_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL CONSTRAINT qualification_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  holder_id uuid NOT NULL REFERENCES person (id),
  activities text[] NOT NULL CONSTRAINT qualification_activities_are_known CHECK (
    cardinality(activities) > 0 AND activities <@ ARRAY['test', 'check', 'approve']),
  regulations text[] NOT NULL,
  document_number text NOT NULL,
  valid_from date NOT NULL,
  valid_until date,
  person_id uuid NOT NULL REFERENCES person (id),
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT qualification_ends_after_it_begins CHECK (valid_until IS NULL OR valid_until >= valid_from),
  CONSTRAINT qualification_activities_are_of_its_kind CHECK ((kind = 'authorisation') = (activities = ARRAY['approve'])
    AND (kind = 'authorisation' OR NOT 'approve' = ANY (activities))),
  CONSTRAINT qualification_registration_names_regulations CHECK (kind = 'authorisation' OR cardinality(regulations) > 0)
);
CREATE INDEX qualification_holder ON qualification (holder_id, institute_id);
CREATE INDEX qualification_institute ON qualification (institute_id, recorded_at DESC, id DESC);
CREATE INDEX qualification_region ON qualification (region, recorded_at DESC, id DESC);
COMMENT ON TABLE qualification IS '检定项目资格与授权签字：何人自何日起可按何规程检定、核验或批准，凭何文件。';
COMMENT ON COLUMN qualification.kind IS 'registration 检定项目资格 · authorisation 授权签字';
COMMENT ON COLUMN qualification.institute_id IS 'at which institute it holds';
COMMENT ON COLUMN qualification.holder_id IS 'whose it is';
COMMENT ON COLUMN qualification.activities IS 'test 检定 · check 核验 · approve 批准';
COMMENT ON COLUMN qualification.regulations IS 'regulations without their year, such as jjg-0539; none in an authorisation: all';
COMMENT ON COLUMN qualification.valid_from IS 'first day';
COMMENT ON COLUMN qualification.valid_until IS 'last day by its document; null: the document names none';
GRANT SELECT, INSERT ON qualification TO tongheng_app;

CREATE TABLE qualification_ending (
  qualification_id uuid PRIMARY KEY REFERENCES qualification (id),
  last_day date NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL
);
COMMENT ON TABLE qualification_ending IS '检定项目资格与授权签字的提前终止。';
COMMENT ON COLUMN qualification_ending.last_day IS 'last day on which it holds';
GRANT SELECT, INSERT ON qualification_ending TO tongheng_app;
