-- Finding, due lists and counters of ten million instruments.

-- The list of what falls due walks these in order of the day; a day only ever stands beside a pass, and what is not in use owes nothing.
CREATE INDEX instrument_due ON instrument (region, kind, due_on, id) WHERE status = 'in-use' AND due_on IS NOT NULL;
CREATE INDEX instrument_due_township ON instrument (township, kind, due_on, id) WHERE status = 'in-use' AND due_on IS NOT NULL AND township IS NOT NULL;
CREATE INDEX instrument_without_day ON instrument (region, kind, verdict, id) WHERE status = 'in-use' AND due_on IS NULL;
CREATE INDEX instrument_without_day_township ON instrument (township, kind, verdict, id) WHERE status = 'in-use' AND due_on IS NULL AND township IS NOT NULL;

ALTER TABLE instrument_type ADD COLUMN words text NOT NULL GENERATED ALWAYS AS (lower(normalize(name || E'\n' || model || E'\n' || maker, NFKC))) STORED;
CREATE INDEX instrument_type_words ON instrument_type USING gin (words gin_trgm_ops);
COMMENT ON COLUMN instrument_type.words IS 'name, model and maker in small letters of normal width: what a word is looked for in';

-- Words are looked for among the types first: their rows are walked by type and region. Holders by what they have of a type.
CREATE INDEX instrument_type_rows ON instrument (type_id, region, id);
CREATE INDEX instrument_holder_type ON instrument (holder_id, type_id, id);
CREATE INDEX instrument_registrar ON instrument (registrar_id, id);
CREATE INDEX instrument_township_type ON instrument (township, type_id, id) WHERE township IS NOT NULL;
DROP INDEX instrument_reader_organization;
CREATE INDEX instrument_reader_organization ON instrument_reader (organization_id, instrument_id);
CREATE INDEX instrument_village ON instrument (village) WHERE village IS NOT NULL;

-- Numbers: any three characters inside; fewer only at the beginning or at the end.
CREATE INDEX instrument_serial_part ON instrument USING gin (lower(serial) gin_trgm_ops);
-- So that the planner knows common signs from rare ones.
ALTER INDEX instrument_serial_part ALTER COLUMN 1 SET STATISTICS 1000;
CREATE INDEX instrument_serial_beginning ON instrument (lower(serial) text_pattern_ops);
CREATE INDEX instrument_serial_end ON instrument (reverse(lower(serial)) text_pattern_ops);
CREATE INDEX instrument_old_number_part ON instrument USING gin (lower(old_number) gin_trgm_ops) WHERE old_number IS NOT NULL;
CREATE INDEX instrument_old_number_beginning ON instrument (lower(old_number) text_pattern_ops) WHERE old_number IS NOT NULL;
CREATE INDEX instrument_code_beginning ON instrument (code text_pattern_ops);
CREATE INDEX instrument_ecqs_number_beginning ON instrument (ecqs_number text_pattern_ops) WHERE ecqs_number IS NOT NULL;
CREATE INDEX instrument_identification_code ON instrument (identification_code) WHERE identification_code IS NOT NULL;

-- Chinese words have two characters, of which pg_trgm makes no trigram: names are indexed by their characters and pairs of characters.
-- Its cost keeps the planner from computing it row by row where the index has it.
CREATE FUNCTION organization_grams(name text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 5000 AS $$
  SELECT array_agg(DISTINCT gram) FROM (
    SELECT substr(lower(name), at, size) AS gram FROM generate_series(1, length(name)) at CROSS JOIN generate_series(1, 2) size
  ) grams WHERE length(gram) > 0
$$;
COMMENT ON FUNCTION organization_grams(text) IS '名称中的单字与相邻两字，用于按任意两字查找；三字以上的词须再与名称比对';
CREATE INDEX organization_name_grams ON organization USING gin (organization_grams(name));
CREATE INDEX organization_former_name_grams ON organization_name USING gin (organization_grams(name));

CREATE TABLE instrument_tally (
  grain text NOT NULL CONSTRAINT instrument_tally_grain_is_known CHECK (grain ~ '^(region|township)-(1|4|16|128|all)$'),
  region text NOT NULL,
  due_on date NOT NULL,
  township text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  n bigint NOT NULL,
  CONSTRAINT instrument_tally_once PRIMARY KEY (grain, region, due_on, township, kind, state)
);
COMMENT ON TABLE instrument_tally IS '台账的精确计数：与 instrument_tally_change 之和即为当前数，二者由触发器在同一事务中维护，任何人不能直接写入。';
COMMENT ON COLUMN instrument_tally.grain IS 'for a region or for each of its townships; by blocks of 1, 4, 16 and 128 days, so that a span of days is the sum of few, or all days together';
COMMENT ON COLUMN instrument_tally.due_on IS 'first day of the block, counted from 1970-01-01 in whole blocks; -infinity where all days are together';
COMMENT ON COLUMN instrument_tally.township IS 'of the grains by township: the township, empty where it is not known; empty otherwise';
COMMENT ON COLUMN instrument_tally.kind IS 'key of instrument/rules';
COMMENT ON COLUMN instrument_tally.state IS 'in use: due, with its day; otherwise what instrument/rules calls its standing; not in use: the status';
COMMENT ON COLUMN instrument_tally.n IS 'instruments';
GRANT SELECT ON instrument_tally TO tongheng_app;

CREATE TABLE instrument_tally_change (
  region text NOT NULL,
  township text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  due_on date NOT NULL,
  n bigint NOT NULL
);
COMMENT ON TABLE instrument_tally_change IS '尚未并入 instrument_tally 的增减：写入者只追加，互不等待，也不会死锁；偶尔由一个写入者并入。';
COMMENT ON COLUMN instrument_tally_change.township IS 'empty where it is not known';
COMMENT ON COLUMN instrument_tally_change.kind IS 'key of instrument/rules';
COMMENT ON COLUMN instrument_tally_change.state IS 'as in instrument_tally';
COMMENT ON COLUMN instrument_tally_change.due_on IS 'the day due; -infinity where there is none';
COMMENT ON COLUMN instrument_tally_change.n IS 'instruments more, or fewer where negative';
GRANT SELECT ON instrument_tally_change TO tongheng_app;

CREATE FUNCTION instrument_state_of(status text, verdict text, verified_on date, due_on date, validity text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN status <> 'in-use' THEN status
    WHEN verdict IS NULL THEN CASE WHEN verified_on IS NULL THEN 'never-verified' ELSE 'repaired' END
    WHEN verdict = 'fail' THEN 'failed'
    WHEN due_on IS NOT NULL THEN 'due'
    WHEN validity = 'first-only' THEN 'no-end'
    ELSE 'valid'
  END
$$;
COMMENT ON FUNCTION instrument_state_of(text, text, date, date, text) IS '计数所用的状态（instrument/rules 的 standing），与当天日期无关：是否到期由 due_on 另行判断';

-- One of many writers adds up what the others have left; who finds another at it leaves it. No row is ever waited for.
CREATE FUNCTION instrument_fold_tally(is_wanted boolean) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
END $$;
REVOKE EXECUTE ON FUNCTION instrument_fold_tally(boolean) FROM PUBLIC;
COMMENT ON FUNCTION instrument_fold_tally(boolean) IS '把 instrument_tally_change 并入 instrument_tally；同一时刻只有一个事务在做';

-- SECURITY DEFINER: the application may read the tally and never write it. About every fiftieth writer folds, and whoever brings many rows.
CREATE FUNCTION instrument_count_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE counted bigint;
BEGIN
  INSERT INTO instrument_tally_change (region, township, kind, state, due_on, n)
  SELECT region, coalesce(township, ''), kind, instrument_state_of(status, verdict, verified_on, due_on, validity),
         CASE instrument_state_of(status, verdict, verified_on, due_on, validity) WHEN 'due' THEN due_on ELSE '-infinity' END, count(*)
  FROM added GROUP BY 1, 2, 3, 4, 5;
  GET DIAGNOSTICS counted = ROW_COUNT;
  PERFORM instrument_fold_tally(counted > 500 OR random() < 0.02);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION instrument_count_added() IS '维护 instrument_tally：登记';
CREATE TRIGGER instrument_added_is_counted AFTER INSERT ON instrument
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION instrument_count_added();

CREATE FUNCTION instrument_count_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
END $$;
COMMENT ON FUNCTION instrument_count_changed() IS '维护 instrument_tally：变更';
CREATE TRIGGER instrument_change_is_counted AFTER UPDATE ON instrument
  REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION instrument_count_changed();

-- After rows were loaded with the triggers off, and for what the ledger held before there was a tally.
CREATE FUNCTION instrument_recount_tally() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock('instrument_tally'::regclass::oid::bigint);
  LOCK TABLE instrument IN SHARE MODE;
  TRUNCATE instrument_tally, instrument_tally_change;
  INSERT INTO instrument_tally_change (region, township, kind, state, due_on, n)
  SELECT region, coalesce(township, ''), kind, instrument_state_of(status, verdict, verified_on, due_on, validity),
         CASE instrument_state_of(status, verdict, verified_on, due_on, validity) WHEN 'due' THEN due_on ELSE '-infinity' END, count(*)
  FROM instrument GROUP BY 1, 2, 3, 4, 5;
  PERFORM instrument_fold_tally(true);
END $$;
REVOKE EXECUTE ON FUNCTION instrument_recount_tally() FROM PUBLIC;
COMMENT ON FUNCTION instrument_recount_tally() IS '由台账重新计数；大批量装入之后由所有者执行';
SELECT instrument_recount_tally();
