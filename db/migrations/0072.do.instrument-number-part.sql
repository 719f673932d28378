-- Pieces of numbers within a county: found in thousands over the city, in hundreds there.
CREATE EXTENSION IF NOT EXISTS btree_gin;

CREATE FUNCTION number_letters(number text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(lower(number), ' -./_#()', '龘鱻麤爨灪厵纞麣')
$$;
COMMENT ON FUNCTION number_letters(text) IS '编号的小写形式，其中的符号换成罕用字：pg_trgm 只对字母和数字建三元组，「A-90」中的连字符否则不起作用';

DROP INDEX instrument_serial_part;
DROP INDEX instrument_old_number_part;
-- The region stands under an expression of its own, so that no other statement takes these indexes for a region alone.
CREATE INDEX instrument_serial_part ON instrument USING gin (number_letters(serial) gin_trgm_ops, (region || ''));
ALTER INDEX instrument_serial_part ALTER COLUMN 1 SET STATISTICS 1000;
CREATE INDEX instrument_old_number_part ON instrument USING gin (number_letters(old_number) gin_trgm_ops, (region || '')) WHERE old_number IS NOT NULL;

-- A word may name a county: its government is looked for among the governments, not among all that have the word.
CREATE INDEX organization_government ON organization (region) WHERE kind = 'government';
