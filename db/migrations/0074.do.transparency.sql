-- The transparency log after C2SP tlog-tiles: leaves, hash tiles, signed checkpoints, witnesses and their cosignatures. Everything in it only grows.
CREATE TABLE transparency_log (
  one_row boolean PRIMARY KEY DEFAULT true CONSTRAINT transparency_log_is_one_row CHECK (one_row),
  origin text NOT NULL CONSTRAINT transparency_log_origin_is_a_key_name CHECK (origin ~ '^[^[:space:]+]{3,200}$'),
  size bigint NOT NULL CONSTRAINT transparency_log_size_is_a_count CHECK (size >= 0),
  begun_at timestamptz NOT NULL
);
COMMENT ON TABLE transparency_log IS '透明日志本身：名称在首次使用时确定，此后不变；大小只增不减。';
COMMENT ON COLUMN transparency_log.one_row IS 'always true: there is one row';
COMMENT ON COLUMN transparency_log.origin IS 'first line of every checkpoint, and the name of the key that signs it';
COMMENT ON COLUMN transparency_log.size IS 'how many leaves have an index';
GRANT SELECT, INSERT, UPDATE (size) ON transparency_log TO tongheng_app;

CREATE TABLE transparency_leaf (
  id uuid PRIMARY KEY,
  arrival bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL CONSTRAINT transparency_leaf_kind_is_known CHECK (kind IN ('issued', 'replaced', 'revoked', 'amended')),
  number text NOT NULL,
  issuer text NOT NULL,
  day date NOT NULL,
  entry text NOT NULL CONSTRAINT transparency_leaf_fits_a_bundle CHECK (octet_length(entry) BETWEEN 1 AND 65535),
  leaf_index bigint CONSTRAINT transparency_leaf_index_once UNIQUE CONSTRAINT transparency_leaf_index_is_a_count CHECK (leaf_index >= 0),
  recorded_at timestamptz NOT NULL
);
-- What waits for its index is found whenever it became visible: a transaction that ends late is only late.
CREATE INDEX transparency_leaf_waiting ON transparency_leaf (arrival) WHERE leaf_index IS NULL;
CREATE INDEX transparency_leaf_number ON transparency_leaf (number text_pattern_ops);
CREATE INDEX transparency_leaf_issuer ON transparency_leaf (issuer, leaf_index);
CREATE INDEX transparency_leaf_day ON transparency_leaf (day, leaf_index);
CREATE INDEX transparency_leaf_ending ON transparency_leaf (kind, leaf_index) WHERE kind <> 'issued';
COMMENT ON TABLE transparency_leaf IS '日志中的条目：与所述事实在同一事务中写入，随后由排序任务给出序号；内容与序号都不再更改。';
COMMENT ON COLUMN transparency_leaf.arrival IS 'order in which leaves were written; says nothing about which of them became visible first';
COMMENT ON COLUMN transparency_leaf.kind IS 'issued 签发 · replaced 代替 · revoked 作废 · amended 更正';
COMMENT ON COLUMN transparency_leaf.number IS 'number of the certificate';
COMMENT ON COLUMN transparency_leaf.issuer IS 'code of the institute that its numbers begin with';
COMMENT ON COLUMN transparency_leaf.day IS 'the day that the leaf names';
COMMENT ON COLUMN transparency_leaf.entry IS 'the bytes of the leaf: canonical JSON in UTF-8';
COMMENT ON COLUMN transparency_leaf.leaf_index IS 'place in the log, counted from 0; null: waits for it';
GRANT SELECT, INSERT, UPDATE (leaf_index) ON transparency_leaf TO tongheng_app;

CREATE FUNCTION transparency_keep_index() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a leaf keeps its index' USING ERRCODE = 'integrity_constraint_violation';
END $$;
COMMENT ON FUNCTION transparency_keep_index() IS '已有序号的条目不得改号';
CREATE TRIGGER transparency_leaf_keeps_its_index BEFORE UPDATE ON transparency_leaf FOR EACH ROW
  WHEN (OLD.leaf_index IS NOT NULL) EXECUTE FUNCTION transparency_keep_index();

CREATE TABLE transparency_tile (
  level smallint NOT NULL CONSTRAINT transparency_tile_level_is_of_a_tree CHECK (level BETWEEN 0 AND 63),
  number bigint NOT NULL CONSTRAINT transparency_tile_number_is_a_count CHECK (number >= 0),
  hashes bytea NOT NULL CONSTRAINT transparency_tile_holds_whole_hashes CHECK (octet_length(hashes) BETWEEN 32 AND 8192 AND octet_length(hashes) % 32 = 0),
  PRIMARY KEY (level, number)
);
ALTER TABLE transparency_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;
COMMENT ON TABLE transparency_tile IS '散列瓦片（C2SP tlog-tiles）：未满的瓦片只在末尾增加，满 256 个散列后不再变化；较窄的未满瓦片是它的开头部分。';
COMMENT ON COLUMN transparency_tile.level IS 'height in steps of 8; 0 holds the hashes of leaves';
COMMENT ON COLUMN transparency_tile.number IS 'which tile of its level, counted from 0';
COMMENT ON COLUMN transparency_tile.hashes IS 'up to 256 hashes of 32 bytes one after another';
GRANT SELECT, INSERT, UPDATE (hashes) ON transparency_tile TO tongheng_app;

CREATE FUNCTION transparency_keep_tile() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a tile only grows' USING ERRCODE = 'integrity_constraint_violation';
END $$;
COMMENT ON FUNCTION transparency_keep_tile() IS '瓦片只增不改';
CREATE TRIGGER transparency_tile_only_grows BEFORE UPDATE ON transparency_tile FOR EACH ROW
  WHEN (octet_length(NEW.hashes) < octet_length(OLD.hashes) OR substring(NEW.hashes FROM 1 FOR octet_length(OLD.hashes)) <> OLD.hashes)
  EXECUTE FUNCTION transparency_keep_tile();

CREATE TABLE transparency_checkpoint (
  size bigint PRIMARY KEY,
  root bytea NOT NULL CONSTRAINT transparency_checkpoint_root_is_sha_of_256_bits CHECK (octet_length(root) = 32),
  note text NOT NULL,
  signed_at timestamptz NOT NULL
);
COMMENT ON TABLE transparency_checkpoint IS '检查点：某一大小的日志的根散列，由日志密钥签名（C2SP tlog-checkpoint）。';
COMMENT ON COLUMN transparency_checkpoint.size IS 'how many leaves it is over';
COMMENT ON COLUMN transparency_checkpoint.root IS 'root hash of the tree over these leaves (RFC 6962)';
COMMENT ON COLUMN transparency_checkpoint.note IS 'the signed note, without cosignatures';
GRANT SELECT, INSERT ON transparency_checkpoint TO tongheng_app;

CREATE TABLE transparency_witness (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  vkey text NOT NULL,
  url text NOT NULL,
  keeper text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE transparency_witness IS '见证方：独立保存日志大小与根散列，对一致的检查点联署（C2SP tlog-witness）。';
COMMENT ON COLUMN transparency_witness.name IS 'name of its key';
COMMENT ON COLUMN transparency_witness.vkey IS 'its public key as a verifier key (C2SP signed-note)';
COMMENT ON COLUMN transparency_witness.url IS 'submission prefix, to which /add-checkpoint is added';
COMMENT ON COLUMN transparency_witness.keeper IS 'who runs it';
GRANT SELECT, INSERT ON transparency_witness TO tongheng_app;

CREATE TABLE transparency_witness_ending (
  witness_id uuid PRIMARY KEY REFERENCES transparency_witness (id),
  reason text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL
);
COMMENT ON TABLE transparency_witness_ending IS '见证方停用：此后不再送检查点，已有的联署保留。';
GRANT SELECT, INSERT ON transparency_witness_ending TO tongheng_app;

CREATE TABLE transparency_witness_state (
  witness_id uuid PRIMARY KEY REFERENCES transparency_witness (id),
  size bigint NOT NULL DEFAULT 0,
  asked_at timestamptz,
  failures integer NOT NULL DEFAULT 0,
  problem text CONSTRAINT transparency_witness_problem_is_known
    CHECK (problem IN ('unreachable', 'slow', 'unknown-log', 'refused-key', 'forked', 'wrong-signature', 'unreadable')),
  detail text,
  next_at timestamptz NOT NULL
);
COMMENT ON TABLE transparency_witness_state IS '与每个见证方最近一次往来：联署到哪一大小，失败几次、为何、何时再试。';
COMMENT ON COLUMN transparency_witness_state.size IS 'the largest size that it has cosigned, as far as is known here';
COMMENT ON COLUMN transparency_witness_state.asked_at IS 'when it was last asked';
COMMENT ON COLUMN transparency_witness_state.failures IS 'how often it failed since it last answered rightly';
COMMENT ON COLUMN transparency_witness_state.problem IS 'why the last answer was no cosignature; null: it was one, or it was never asked';
COMMENT ON COLUMN transparency_witness_state.detail IS 'what it answered, in short';
COMMENT ON COLUMN transparency_witness_state.next_at IS 'not asked again before';
GRANT SELECT, INSERT, UPDATE (size, asked_at, failures, problem, detail, next_at) ON transparency_witness_state TO tongheng_app;

CREATE TABLE transparency_cosignature (
  size bigint NOT NULL REFERENCES transparency_checkpoint (size),
  witness_id uuid NOT NULL REFERENCES transparency_witness (id),
  line text NOT NULL,
  signed_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT transparency_cosignature_once PRIMARY KEY (size, witness_id)
);
CREATE INDEX transparency_cosignature_witness ON transparency_cosignature (witness_id, size DESC);
COMMENT ON TABLE transparency_cosignature IS '见证方对检查点的联署（C2SP tlog-cosignature）。';
COMMENT ON COLUMN transparency_cosignature.size IS 'the checkpoint that it cosigned';
COMMENT ON COLUMN transparency_cosignature.line IS 'the signature line of the note';
COMMENT ON COLUMN transparency_cosignature.signed_at IS 'by the clock of the witness, as its signature says';
GRANT SELECT, INSERT ON transparency_cosignature TO tongheng_app;
