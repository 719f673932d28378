-- Nothing is granted by default: each migration says what the application's login may do.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO tongheng_app;

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  kind text NOT NULL CONSTRAINT event_kind_is_term_and_verb CHECK (kind ~ '^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$'),
  subject text NOT NULL,
  person_id uuid,
  organization_id uuid,
  reason text,
  detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX event_subject ON event (subject, id);
CREATE INDEX event_organization ON event (organization_id, id);
CREATE INDEX event_kind ON event (kind, id);
COMMENT ON TABLE event IS '事件：只增不改的审计轨迹。每次变更与其事件在同一事务中写入；个人信息不写入此表。';
COMMENT ON COLUMN event.at IS 'when it happened, by the server''s clock';
COMMENT ON COLUMN event.kind IS 'what happened: <term>.<verb in the past>';
COMMENT ON COLUMN event.subject IS 'id of the thing it happened to';
COMMENT ON COLUMN event.person_id IS 'who did it; null for the public and for the system';
COMMENT ON COLUMN event.organization_id IS 'for which organization the person acted';
COMMENT ON COLUMN event.reason IS 'the reason given, where one is required';
COMMENT ON COLUMN event.detail IS 'facts of the event without personal data';
GRANT SELECT, INSERT ON event TO tongheng_app;

CREATE TABLE submission (
  person_id uuid NOT NULL,
  key text NOT NULL,
  endpoint text NOT NULL,
  content_digest text NOT NULL,
  reply jsonb,
  at timestamptz NOT NULL,
  CONSTRAINT submission_once PRIMARY KEY (person_id, key)
);
COMMENT ON TABLE submission IS '提交：同一提交键只执行一次，重试返回首次的答复。';
COMMENT ON COLUMN submission.person_id IS 'who submitted';
COMMENT ON COLUMN submission.key IS 'the Idempotency-Key of the request';
COMMENT ON COLUMN submission.endpoint IS 'which endpoint';
COMMENT ON COLUMN submission.content_digest IS 'SHA-256 of address and body: the same key with other content is refused';
COMMENT ON COLUMN submission.reply IS 'the answer given';
COMMENT ON COLUMN submission.at IS 'when';
GRANT SELECT, INSERT, UPDATE ON submission TO tongheng_app;

CREATE TABLE file (
  id uuid PRIMARY KEY,
  digest text NOT NULL CONSTRAINT file_digest_is_sha256 CHECK (digest ~ '^[0-9a-f]{64}$'),
  name text NOT NULL,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL CONSTRAINT file_is_not_empty CHECK (size_bytes > 0),
  organization_id uuid NOT NULL,
  region text NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL
);
COMMENT ON TABLE file IS '附件：内容按摘要存放在数据目录，表中只有名称与摘要。';
COMMENT ON COLUMN file.digest IS 'SHA-256 of the content, which is also its address in the data folder';
COMMENT ON COLUMN file.name IS 'the name under which it was uploaded';
COMMENT ON COLUMN file.media_type IS 'the type found in the content itself';
COMMENT ON COLUMN file.size_bytes IS 'length of the content';
COMMENT ON COLUMN file.organization_id IS 'whose file it is';
COMMENT ON COLUMN file.region IS 'region of that organization, GB/T 2260';
COMMENT ON COLUMN file.person_id IS 'who uploaded it';
COMMENT ON COLUMN file.at IS 'when it was uploaded';
GRANT SELECT, INSERT ON file TO tongheng_app;
