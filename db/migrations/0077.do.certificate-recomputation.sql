-- A regulator's batch check: a year of certificates recomputed from their records.
CREATE TABLE certificate_recomputation (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organization (id),
  region text,
  institute_id uuid REFERENCES organization (id),
  year integer NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  total integer NOT NULL,
  done integer NOT NULL DEFAULT 0,
  differing integer NOT NULL DEFAULT 0,
  last_number text NOT NULL DEFAULT '',
  finished_at timestamptz,
  CONSTRAINT certificate_recomputation_has_a_bound CHECK (region IS NOT NULL OR institute_id IS NOT NULL)
);
COMMENT ON TABLE certificate_recomputation IS '证书复算：某区划或机构一年的证书由其记录重新计算，何人何时所为，结果如何';
COMMENT ON COLUMN certificate_recomputation.organization_id IS 'the authority that asked';
COMMENT ON COLUMN certificate_recomputation.region IS 'of this region, GB/T 2260; null: of one institute';
COMMENT ON COLUMN certificate_recomputation.year IS 'year of the numbers';
COMMENT ON COLUMN certificate_recomputation.total IS 'certificates when it began';
COMMENT ON COLUMN certificate_recomputation.done IS 'certificates looked at so far';
COMMENT ON COLUMN certificate_recomputation.differing IS 'certificates with a finding so far';
COMMENT ON COLUMN certificate_recomputation.last_number IS 'the last number looked at: the work goes on behind it';
COMMENT ON COLUMN certificate_recomputation.finished_at IS 'when the last was looked at; null: at work';
CREATE INDEX certificate_recomputation_at ON certificate_recomputation (at DESC);
GRANT SELECT, INSERT, UPDATE (done, differing, last_number, finished_at) ON certificate_recomputation TO tongheng_app;

CREATE TABLE certificate_finding (
  recomputation_id uuid NOT NULL REFERENCES certificate_recomputation (id),
  number text NOT NULL,
  kind text NOT NULL,
  detail text NOT NULL,
  CONSTRAINT certificate_finding_once PRIMARY KEY (recomputation_id, number, kind)
);
COMMENT ON TABLE certificate_finding IS '证书复算中的每项不一致';
COMMENT ON COLUMN certificate_finding.number IS 'number of the certificate, or of the gap';
COMMENT ON COLUMN certificate_finding.kind IS 'key of certificate/rules: digest, form, result, verdict, leaf, gap and so on';
COMMENT ON COLUMN certificate_finding.detail IS 'what was found against what was expected';
GRANT SELECT, INSERT ON certificate_finding TO tongheng_app;
