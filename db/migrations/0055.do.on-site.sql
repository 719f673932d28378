CREATE TABLE on_site_device (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  institute_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL CONSTRAINT on_site_device_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  name text NOT NULL,
  public_key text NOT NULL CONSTRAINT on_site_device_key_once UNIQUE,
  registered_at timestamptz NOT NULL,
  ending text CONSTRAINT on_site_device_ending_is_known CHECK (ending IN ('retired', 'lost')),
  ended_at timestamptz,
  ended_by uuid REFERENCES person (id),
  reason text,
  CONSTRAINT on_site_device_ending_is_complete CHECK (num_nonnulls(ending, ended_at, ended_by, reason) IN (0, 4))
);
CREATE INDEX on_site_device_institute ON on_site_device (institute_id, registered_at DESC, id DESC);
CREATE INDEX on_site_device_person ON on_site_device (person_id, registered_at DESC);
COMMENT ON TABLE on_site_device IS '现场检定设备：检定员的手机或平板，私钥只在设备内且不可导出，每份送达的记录由它签名；停用或遗失写明理由。';
COMMENT ON COLUMN on_site_device.person_id IS 'the technician who works with it';
COMMENT ON COLUMN on_site_device.name IS 'as its technician calls it';
COMMENT ON COLUMN on_site_device.public_key IS 'ECDSA P-256, SubjectPublicKeyInfo in base64';
COMMENT ON COLUMN on_site_device.ending IS 'retired 停用 · lost 遗失; null: in use';
GRANT SELECT, INSERT ON on_site_device TO tongheng_app;
GRANT UPDATE (ending, ended_at, ended_by, reason) ON on_site_device TO tongheng_app;

CREATE TABLE on_site_taking (
  id uuid PRIMARY KEY,
  device_id uuid NOT NULL REFERENCES on_site_device (id),
  item_id uuid NOT NULL REFERENCES request_item (id),
  verification_id uuid REFERENCES verification (id),
  person_id uuid NOT NULL REFERENCES person (id),
  taken_at timestamptz NOT NULL
);
CREATE INDEX on_site_taking_item ON on_site_taking (item_id, taken_at DESC);
CREATE INDEX on_site_taking_device ON on_site_taking (device_id, taken_at DESC);
COMMENT ON TABLE on_site_taking IS '带出：哪台器具何时由谁用哪台设备带到现场；只记事实，不锁定他人。';
COMMENT ON COLUMN on_site_taking.verification_id IS 'the record, where the instrument was taken up before';
GRANT SELECT, INSERT ON on_site_taking TO tongheng_app;

CREATE TABLE on_site_delivery (
  id uuid PRIMARY KEY,
  device_id uuid NOT NULL REFERENCES on_site_device (id),
  institute_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL CONSTRAINT on_site_delivery_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  person_id uuid NOT NULL REFERENCES person (id),
  payload text NOT NULL,
  payload_digest text NOT NULL CONSTRAINT on_site_delivery_digest_is_sha256 CHECK (payload_digest ~ '^[0-9a-f]{64}$'),
  signature text NOT NULL,
  delivered_at timestamptz NOT NULL,
  state text NOT NULL CONSTRAINT on_site_delivery_state_is_known CHECK (state IN ('accepted', 'refused', 'conflict', 'set-aside')),
  refusals jsonb NOT NULL DEFAULT '[]',
  record_number text,
  item_id uuid REFERENCES request_item (id),
  verification_id uuid REFERENCES verification (id),
  edition text,
  conclusion text CONSTRAINT on_site_delivery_conclusion_is_known CHECK (conclusion IN ('pass', 'fail')),
  tested_on date,
  CONSTRAINT on_site_delivery_says_why_refused CHECK ((state = 'refused') = (jsonb_array_length(refusals) > 0)),
  CONSTRAINT on_site_delivery_has_its_record CHECK (state = 'refused' OR
    (verification_id IS NOT NULL AND item_id IS NOT NULL AND record_number IS NOT NULL AND edition IS NOT NULL))
);
CREATE INDEX on_site_delivery_institute ON on_site_delivery (institute_id, delivered_at DESC, id DESC);
CREATE INDEX on_site_delivery_verification ON on_site_delivery (verification_id);
COMMENT ON TABLE on_site_delivery IS '送达：现场记录的原文与设备签名按送达时的样子永久保存；送达号由设备生成，同号同文只办一次；被退的也保存。';
COMMENT ON COLUMN on_site_delivery.id IS 'made by the device; the same delivery arrives as often as it likes and counts once';
COMMENT ON COLUMN on_site_delivery.person_id IS 'the technician who delivered it';
COMMENT ON COLUMN on_site_delivery.payload IS 'canonical JSON (RFC 8785) exactly as it was signed';
COMMENT ON COLUMN on_site_delivery.payload_digest IS 'SHA-256 of the payload';
COMMENT ON COLUMN on_site_delivery.signature IS 'ECDSA P-256 with SHA-256 over the payload, r and s, base64url';
COMMENT ON COLUMN on_site_delivery.state IS 'accepted 已入库 · refused 被退 · conflict 待定 · set-aside 未采用';
COMMENT ON COLUMN on_site_delivery.refusals IS 'why it was refused: code and words';
COMMENT ON COLUMN on_site_delivery.record_number IS 'of the block that was reserved for the device';
COMMENT ON COLUMN on_site_delivery.edition IS 'edition of the procedure';
COMMENT ON COLUMN on_site_delivery.conclusion IS 'pass 合格 · fail 不合格, as the device computed it';
GRANT SELECT, INSERT ON on_site_delivery TO tongheng_app;
GRANT UPDATE (state) ON on_site_delivery TO tongheng_app;

CREATE TABLE on_site_label (
  delivery_id uuid NOT NULL REFERENCES on_site_delivery (id),
  institute_id uuid NOT NULL REFERENCES organization (id),
  kind text NOT NULL CONSTRAINT on_site_label_kind_is_known CHECK (kind IN ('sticker', 'seal')),
  number text NOT NULL,
  place text NOT NULL,
  CONSTRAINT on_site_label_once PRIMARY KEY (institute_id, kind, number)
);
CREATE INDEX on_site_label_delivery ON on_site_label (delivery_id);
COMMENT ON TABLE on_site_label IS '现场施加的检定合格证与封印：号码在一个机构内只用一次。';
COMMENT ON COLUMN on_site_label.kind IS 'sticker 检定合格证 · seal 封印';
COMMENT ON COLUMN on_site_label.number IS 'as printed on it';
COMMENT ON COLUMN on_site_label.place IS 'where on the instrument it was put; empty where nothing was noted';
GRANT SELECT, INSERT ON on_site_label TO tongheng_app;

CREATE TABLE on_site_version (
  delivery_id uuid NOT NULL REFERENCES on_site_delivery (id),
  origin text NOT NULL CONSTRAINT on_site_version_origin_is_known CHECK (origin IN ('standing', 'delivered')),
  technician_id uuid NOT NULL REFERENCES person (id),
  status text,
  version integer,
  content jsonb NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT on_site_version_once PRIMARY KEY (delivery_id, origin)
);
COMMENT ON TABLE on_site_version IS '两个人改了同一份记录：两个版本都保留，由人裁定，不覆盖。';
COMMENT ON COLUMN on_site_version.origin IS 'standing: the record as it stood here · delivered: as it came from the device';
COMMENT ON COLUMN on_site_version.technician_id IS 'who made this version';
COMMENT ON COLUMN on_site_version.status IS 'state of the verification at that moment; null for the delivered one';
COMMENT ON COLUMN on_site_version.version IS 'save count it rests on; null: begun on the device';
COMMENT ON COLUMN on_site_version.content IS 'day, environment, readings and what else was written, as it was';
GRANT SELECT, INSERT ON on_site_version TO tongheng_app;

CREATE TABLE on_site_decision (
  delivery_id uuid PRIMARY KEY REFERENCES on_site_delivery (id),
  stands text NOT NULL CONSTRAINT on_site_decision_is_known CHECK (stands IN ('standing', 'delivered')),
  reason text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL
);
COMMENT ON TABLE on_site_decision IS '对两个版本的裁定：由机构负责人写明理由，裁定人不是任一版本的作者。';
COMMENT ON COLUMN on_site_decision.stands IS 'standing: what stood here · delivered: what came from the device';
GRANT SELECT, INSERT ON on_site_decision TO tongheng_app;
