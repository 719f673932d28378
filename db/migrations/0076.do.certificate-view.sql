-- Views of certificates: made once, signed once, kept by digest; the signed list of what ended.
CREATE TABLE certificate_view (
  certificate_number text NOT NULL REFERENCES certificate (number),
  kind text NOT NULL CONSTRAINT certificate_view_kind_is_known CHECK (kind IN ('dcc', 'pdf', 'label')),
  digest text NOT NULL CONSTRAINT certificate_view_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'),
  size_bytes integer NOT NULL,
  key_id text NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT certificate_view_once PRIMARY KEY (certificate_number, kind)
);
COMMENT ON TABLE certificate_view IS '证书的签名视图（数字校准证书、版式文件、标签）：只生成、签名一次，此后取用同一份';
COMMENT ON COLUMN certificate_view.kind IS 'dcc XML · pdf PDF/A-3 · label text of the QR code';
COMMENT ON COLUMN certificate_view.digest IS 'SHA-256 of the content, its address among the files';
COMMENT ON COLUMN certificate_view.size_bytes IS 'length of the content';
COMMENT ON COLUMN certificate_view.key_id IS 'the key that signed it';
GRANT SELECT, INSERT ON certificate_view TO tongheng_app;

CREATE TABLE certificate_bundle (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  kind text NOT NULL CONSTRAINT certificate_bundle_kind_is_known CHECK (kind IN ('package', 'label-40x30', 'label-50x30')),
  numbers text[] NOT NULL,
  done integer NOT NULL DEFAULT 0,
  state text NOT NULL CONSTRAINT certificate_bundle_state_is_known CHECK (state IN ('waiting', 'ready', 'failed')),
  digest text,
  problem text,
  at timestamptz NOT NULL,
  CONSTRAINT certificate_bundle_is_bounded CHECK (cardinality(numbers) BETWEEN 1 AND 500)
);
COMMENT ON TABLE certificate_bundle IS '成批下载：所选证书的验证包或标签页，由后台生成';
COMMENT ON COLUMN certificate_bundle.kind IS 'package zip of packages · label-40x30, label-50x30 sheets of labels, mm';
COMMENT ON COLUMN certificate_bundle.numbers IS 'the chosen certificates';
COMMENT ON COLUMN certificate_bundle.done IS 'how many of them are done';
COMMENT ON COLUMN certificate_bundle.state IS 'waiting 生成中 · ready 可下载 · failed 未生成';
COMMENT ON COLUMN certificate_bundle.digest IS 'SHA-256 of the result, its address among the files';
COMMENT ON COLUMN certificate_bundle.problem IS 'why it could not be made';
CREATE INDEX certificate_bundle_person ON certificate_bundle (person_id, at DESC);
GRANT SELECT, INSERT, UPDATE (done, state, digest, problem) ON certificate_bundle TO tongheng_app;

CREATE TABLE certificate_revocation_list (
  id uuid PRIMARY KEY,
  note text NOT NULL,
  entries integer NOT NULL,
  changes bigint NOT NULL,
  at timestamptz NOT NULL
);
COMMENT ON TABLE certificate_revocation_list IS '签名的作废清单：已作废、已被代替的证书编号与日期，截至某时；有变化或逾一日即新签';
COMMENT ON COLUMN certificate_revocation_list.note IS 'signed note (C2SP), as published';
COMMENT ON COLUMN certificate_revocation_list.entries IS 'how many numbers it lists';
COMMENT ON COLUMN certificate_revocation_list.changes IS 'how many endings there were when it was made, so that a change is noticed';
CREATE INDEX certificate_revocation_list_at ON certificate_revocation_list (at DESC);
GRANT SELECT, INSERT ON certificate_revocation_list TO tongheng_app;

-- What of the document ended, whether revoked or replaced, in the order of its day.
ALTER TABLE certificate_revocation ADD COLUMN leaf_id uuid;
COMMENT ON COLUMN certificate_revocation.leaf_id IS 'leaf of the transparency log; null: from before there was a log';
