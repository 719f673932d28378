CREATE TABLE measurement_standard_import (
  id uuid PRIMARY KEY,
  workbook uuid NOT NULL REFERENCES file (id),
  state text NOT NULL CONSTRAINT measurement_standard_import_state_is_known CHECK (state IN ('compared', 'taken', 'discarded')),
  rows jsonb NOT NULL,
  basis text NOT NULL,
  organization_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL CONSTRAINT measurement_standard_import_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  taken_by uuid REFERENCES person (id),
  taken_at timestamptz,
  reason text,
  demonstration boolean NOT NULL DEFAULT false
);
CREATE INDEX measurement_standard_import_latest ON measurement_standard_import (recorded_at DESC, id DESC);
COMMENT ON TABLE measurement_standard_import IS '计量标准台账导入：先与现有档案逐行比对，看过比对结果再采用或放弃。';
COMMENT ON COLUMN measurement_standard_import.workbook IS 'the uploaded workbook';
COMMENT ON COLUMN measurement_standard_import.state IS 'compared 已比对 · taken 已采用 · discarded 已放弃';
COMMENT ON COLUMN measurement_standard_import.rows IS 'each row with what it would change, or why it is refused';
COMMENT ON COLUMN measurement_standard_import.basis IS 'digest of what was recorded when it was compared: another state of the register is compared anew';
GRANT SELECT, INSERT, UPDATE (state, taken_by, taken_at, reason) ON measurement_standard_import TO tongheng_app;

CREATE FUNCTION indicator_standard_figures(start date, due date, as_of date, known_at timestamptz)
RETURNS TABLE (recorded boolean, value bigint, from_opening bigint, value_at_due bigint, value_at_start bigint, ever bigint)
LANGUAGE sql STABLE AS $$
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
$$;
COMMENT ON FUNCTION indicator_standard_figures(date, date, date, timestamptz) IS
  'G3-1 社会公用计量标准（规划二（三））：as_of 日有效、known_at 时已知的证书号数（计量标准档案与存量登记各计其所知，按证书号只计一次）；其余各列同 indicator_entry_figures。';
GRANT EXECUTE ON FUNCTION indicator_standard_figures(date, date, date, timestamptz) TO tongheng_app;

CREATE FUNCTION indicator_standard_region(as_of date, known_at timestamptz)
RETURNS TABLE (region text, value bigint)
LANGUAGE sql STABLE AS $$
  SELECT counted.region, count(DISTINCT counted.subject_key)
  FROM measurement_standard_counted(indicator_standard_region.as_of, indicator_standard_region.known_at) counted
  GROUP BY counted.region
$$;
COMMENT ON FUNCTION indicator_standard_region(date, timestamptz) IS 'G3-1 按建标单位（登记）的地区分列。';
GRANT EXECUTE ON FUNCTION indicator_standard_region(date, timestamptz) TO tongheng_app;

CREATE FUNCTION indicator_standard_digest(as_of date, known_at timestamptz)
RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(coalesce(string_agg(
    concat_ws('|', counted.record_id, counted.version, counted.subject_key, counted.counts_from, counted.counts_to), E'\n'
    ORDER BY counted.record_id, counted.subject_key), ''), 'UTF8')), 'hex')
  FROM measurement_standard_counted(indicator_standard_digest.as_of, indicator_standard_digest.known_at) counted
$$;
COMMENT ON FUNCTION indicator_standard_digest(date, timestamptz) IS
  'G3-1 所依据记录的 SHA-256：每条计入的记录一行（编号|版本|证书号|起|止），按编号排列；没有档案时与 indicator_entry_digest 相同，故此前的快照仍可重算。';
GRANT EXECUTE ON FUNCTION indicator_standard_digest(date, timestamptz) TO tongheng_app;

CREATE FUNCTION indicator_standard_record(as_of date, known_at timestamptz)
RETURNS TABLE (source text, record_id uuid, title text, document_number text, issuer text, level text, region text, organization_id uuid,
  since date, until date, opening boolean, subject_key text, verdict text)
LANGUAGE sql STABLE AS $$
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
$$;
COMMENT ON FUNCTION indicator_standard_record(date, timestamptz) IS
  'G3-1 背后的每份社会公用计量标准证书与每条登记：是否计入及其原因。suspended 已封存 · replaced 已换证 · in-dossier 由计量标准档案计入；其余同 indicator_entry_record。';
GRANT EXECUTE ON FUNCTION indicator_standard_record(date, timestamptz) TO tongheng_app;
