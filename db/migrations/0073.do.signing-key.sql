-- Signing keys 签名密钥: the root of the city, the keys of its institutes and of the log, their certificates, and what ended them.
CREATE TABLE signing_key (
  id uuid PRIMARY KEY,
  purpose text NOT NULL CONSTRAINT signing_key_purpose_is_known CHECK (purpose IN ('institute', 'root', 'anchor', 'log')),
  institute_id uuid REFERENCES organization (id),
  region text,
  holder text NOT NULL CONSTRAINT signing_key_holder_is_known CHECK (holder IN ('software', 'device', 'elsewhere')),
  reference text,
  name text,
  key_id text NOT NULL CONSTRAINT signing_key_id_is_of_a_key CHECK (key_id ~ '^[0-9a-f]{16}$'),
  public_key bytea NOT NULL,
  sealed_key text,
  sm2_public_key bytea,
  sm2_sealed_key text,
  state text NOT NULL CONSTRAINT signing_key_state_is_known CHECK (state IN ('pending', 'active', 'retired', 'revoked', 'declined')),
  replaces_id uuid REFERENCES signing_key (id),
  certificate text,
  sm2_certificate text,
  root_id uuid REFERENCES signing_key (id),
  valid_from timestamptz,
  valid_until timestamptz,
  reason text,
  requested_by uuid REFERENCES person (id),
  requested_at timestamptz NOT NULL,
  decided_by uuid REFERENCES person (id),
  decided_at timestamptz,
  refusal text,
  retired_at timestamptz,
  demonstration boolean NOT NULL,
  CONSTRAINT signing_key_once UNIQUE (key_id),
  CONSTRAINT signing_key_of_an_institute_or_of_the_city CHECK ((purpose = 'institute') = (institute_id IS NOT NULL) AND (purpose = 'institute') = (region IS NOT NULL)),
  CONSTRAINT signing_key_is_sealed_where_it_is_held_here CHECK ((holder = 'software') = (sealed_key IS NOT NULL)),
  CONSTRAINT signing_key_sm2_is_held_with_the_other CHECK (sm2_sealed_key IS NULL OR holder = 'software'),
  CONSTRAINT signing_key_is_sealed CHECK (sealed_key LIKE 'sealed-1.%' AND sm2_sealed_key LIKE 'sealed-1.%'),
  CONSTRAINT signing_key_device_has_a_reference CHECK ((holder = 'device') = (reference IS NOT NULL)),
  CONSTRAINT signing_key_of_the_log_has_a_name CHECK ((purpose = 'log') = (name IS NOT NULL)),
  CONSTRAINT signing_key_elsewhere_is_an_anchor CHECK ((holder = 'elsewhere') = (purpose = 'anchor')),
  CONSTRAINT signing_key_in_use_has_a_certificate CHECK (state IN ('pending', 'declined') OR (certificate IS NOT NULL AND valid_from < valid_until)),
  CONSTRAINT signing_key_confirmed_by_another_person CHECK (decided_by IS NULL OR requested_by IS NULL OR decided_by <> requested_by),
  CONSTRAINT signing_key_declined_with_a_reason CHECK ((state = 'declined') = (refusal IS NOT NULL))
);
CREATE UNIQUE INDEX signing_key_one_active_of_an_institute ON signing_key (institute_id) WHERE state = 'active' AND purpose = 'institute';
CREATE UNIQUE INDEX signing_key_one_pending_of_an_institute ON signing_key (institute_id) WHERE state = 'pending' AND purpose = 'institute';
CREATE UNIQUE INDEX signing_key_one_active_of_the_city ON signing_key (purpose) WHERE state = 'active' AND purpose IN ('root', 'log');
CREATE UNIQUE INDEX signing_key_one_pending_of_the_city ON signing_key (purpose) WHERE state = 'pending' AND purpose <> 'institute';
CREATE INDEX signing_key_recent ON signing_key (requested_at DESC, id DESC);
COMMENT ON TABLE signing_key IS '签名密钥：机构的签名密钥、城市根密钥、透明日志密钥与外部根证书；私钥只以密文保存，主密钥不在数据库内。';
COMMENT ON COLUMN signing_key.purpose IS 'institute 机构 · root 城市根 · anchor 外部或离线根证书 · log 透明日志';
COMMENT ON COLUMN signing_key.region IS 'of the institute; null: of the city';
COMMENT ON COLUMN signing_key.holder IS 'software 本系统加密保存 · device 密码设备 · elsewhere 仅有证书';
COMMENT ON COLUMN signing_key.reference IS 'by which name the device knows the key';
COMMENT ON COLUMN signing_key.name IS 'name of the log that its notes are signed with (C2SP signed-note)';
COMMENT ON COLUMN signing_key.key_id IS 'first 8 bytes of SHA-256 of the public key, hexadecimal: what labels and lists name it by';
COMMENT ON COLUMN signing_key.public_key IS 'SubjectPublicKeyInfo in DER: ECDSA P-256, Ed25519 for the log, any for an anchor';
COMMENT ON COLUMN signing_key.sealed_key IS 'the private key (PKCS #8), sealed by AES-256-GCM under the master key';
COMMENT ON COLUMN signing_key.sm2_public_key IS 'SubjectPublicKeyInfo of the SM2 key beside it';
COMMENT ON COLUMN signing_key.sm2_sealed_key IS 'the number of the SM2 key, sealed likewise';
COMMENT ON COLUMN signing_key.state IS 'pending 待批准 · active 在用 · retired 已停用 · revoked 已吊销 · declined 未批准';
COMMENT ON COLUMN signing_key.certificate IS 'its certificate and those above it in PEM, its own first';
COMMENT ON COLUMN signing_key.sm2_certificate IS 'certificate of the SM2 key in PEM';
COMMENT ON COLUMN signing_key.valid_from IS 'first instant of the certificate';
COMMENT ON COLUMN signing_key.valid_until IS 'last instant of the certificate';
COMMENT ON COLUMN signing_key.reason IS 'why it was asked for';
COMMENT ON COLUMN signing_key.requested_at IS 'when it was asked for, or made by itself in a demonstration';
COMMENT ON COLUMN signing_key.decided_at IS 'when it was confirmed or declined';
COMMENT ON COLUMN signing_key.refusal IS 'why it was declined';
COMMENT ON COLUMN signing_key.retired_at IS 'when another key took its place';
GRANT SELECT, INSERT ON signing_key TO tongheng_app;
GRANT UPDATE (state, certificate, sm2_certificate, root_id, valid_from, valid_until, decided_by, decided_at, refusal, retired_at)
  ON signing_key TO tongheng_app;

CREATE TABLE signing_key_revocation (
  id uuid PRIMARY KEY,
  signing_key_id uuid NOT NULL REFERENCES signing_key (id),
  cause text NOT NULL CONSTRAINT signing_key_revocation_cause_is_known CHECK (cause IN ('leaked', 'lost', 'misused', 'closed')),
  reason text NOT NULL,
  from_at timestamptz NOT NULL,
  requested_by uuid NOT NULL REFERENCES person (id),
  requested_at timestamptz NOT NULL,
  decided_by uuid REFERENCES person (id),
  decided_at timestamptz,
  confirmed boolean,
  refusal text,
  CONSTRAINT signing_key_revocation_is_decided_whole CHECK ((decided_at IS NULL) = (confirmed IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
  CONSTRAINT signing_key_revocation_confirmed_by_another_person CHECK (decided_by <> requested_by),
  CONSTRAINT signing_key_revocation_declined_with_a_reason CHECK ((confirmed IS NOT DISTINCT FROM false) = (refusal IS NOT NULL))
);
CREATE UNIQUE INDEX signing_key_revocation_one_open ON signing_key_revocation (signing_key_id) WHERE decided_at IS NULL;
CREATE UNIQUE INDEX signing_key_revocation_once ON signing_key_revocation (signing_key_id) WHERE confirmed;
COMMENT ON TABLE signing_key_revocation IS '吊销签名密钥：一人申请，另一人批准；此前已写入透明日志的签名仍有效，其余一律不再采信。';
COMMENT ON COLUMN signing_key_revocation.cause IS 'leaked 泄露 · lost 丢失 · misused 被滥用 · closed 不再使用';
COMMENT ON COLUMN signing_key_revocation.from_at IS 'signatures of certificates that were not in the log before this instant are no longer relied on';
COMMENT ON COLUMN signing_key_revocation.requested_at IS 'when it was asked for';
COMMENT ON COLUMN signing_key_revocation.decided_at IS 'when it was confirmed or declined';
COMMENT ON COLUMN signing_key_revocation.confirmed IS 'null: not decided yet';
COMMENT ON COLUMN signing_key_revocation.refusal IS 'why it was declined';
GRANT SELECT, INSERT ON signing_key_revocation TO tongheng_app;
GRANT UPDATE (decided_by, decided_at, confirmed, refusal) ON signing_key_revocation TO tongheng_app;
