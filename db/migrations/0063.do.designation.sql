-- 指定 comes before the request that goes by it: who serves what is asked by the ledger, the rounds and the due lists as well.
ALTER TABLE request_designation RENAME TO designation;
ALTER TABLE request_designation_ending RENAME TO designation_ending;
ALTER INDEX request_designation_one_at_a_time RENAME TO designation_one_at_a_time;
ALTER INDEX request_designation_institute RENAME TO designation_institute;
-- Every constraint by the table's present name, those that PostgreSQL 18 makes for NOT NULL among them.
DO $$
DECLARE
  found record;
BEGIN
  FOR found IN
    SELECT conrelid::regclass AS relation, conname FROM pg_constraint
    WHERE conrelid IN ('designation'::regclass, 'designation_ending'::regclass) AND conname LIKE 'request\_designation%'
    ORDER BY conrelid, conname
  LOOP
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', found.relation, found.conname, substr(found.conname, 9));
  END LOOP;
END $$;
