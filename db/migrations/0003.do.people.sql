CREATE TABLE person (
  id uuid PRIMARY KEY,
  account text NOT NULL CONSTRAINT person_account_is_plain CHECK (account ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  organization_id uuid NOT NULL REFERENCES organization (id),
  password_hash text NOT NULL,
  password_change_due boolean NOT NULL DEFAULT true,
  active boolean NOT NULL DEFAULT true,
  demonstration boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT person_account_once UNIQUE (account)
);
CREATE INDEX person_organization ON person (organization_id);
COMMENT ON TABLE person IS '人员账号；个人信息另存于 person_detail。';
COMMENT ON COLUMN person.account IS 'the name to sign in with';
COMMENT ON COLUMN person.organization_id IS 'for which organization the person acts';
COMMENT ON COLUMN person.password_hash IS 'argon2id, PHC text';
COMMENT ON COLUMN person.password_change_due IS 'the password was set by somebody else and must be changed first';
COMMENT ON COLUMN person.active IS 'false: may not sign in any more';
GRANT SELECT, INSERT, UPDATE ON person TO tongheng_app;

CREATE TABLE person_detail (
  person_id uuid PRIMARY KEY REFERENCES person (id),
  name text NOT NULL,
  phone text,
  identity_number text,
  email text
);
CREATE INDEX person_detail_name ON person_detail USING gin (name gin_trgm_ops);
COMMENT ON TABLE person_detail IS '个人信息：与审计轨迹分开存放，出示时脱敏，查看原文须说明理由并留痕。';
COMMENT ON COLUMN person_detail.name IS 'name as it stands on certificates';
COMMENT ON COLUMN person_detail.phone IS 'shown as 138****0000';
COMMENT ON COLUMN person_detail.identity_number IS 'shown with its last four masked';
COMMENT ON COLUMN person_detail.email IS 'shown as a***@example.cn';
GRANT SELECT, INSERT, UPDATE ON person_detail TO tongheng_app;

CREATE TABLE person_role (
  person_id uuid NOT NULL REFERENCES person (id),
  role text NOT NULL,
  granted_by uuid,
  granted_at timestamptz NOT NULL,
  ended_by uuid,
  ended_at timestamptz,
  id uuid PRIMARY KEY
);
CREATE UNIQUE INDEX person_role_held_once ON person_role (person_id, role) WHERE ended_at IS NULL;
COMMENT ON TABLE person_role IS '角色授予：授予与终止各有人和时间，不删除。';
COMMENT ON COLUMN person_role.role IS 'key of people/rules';
COMMENT ON COLUMN person_role.granted_by IS 'null: by the first start';
GRANT SELECT, INSERT, UPDATE ON person_role TO tongheng_app;

CREATE TABLE person_session (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  token_digest text NOT NULL CONSTRAINT person_session_token_once UNIQUE,
  address text NOT NULL,
  agent text NOT NULL,
  begun_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX person_session_person ON person_session (person_id, begun_at DESC);
COMMENT ON TABLE person_session IS '登录会话：只存令牌摘要。';
COMMENT ON COLUMN person_session.token_digest IS 'SHA-256 of the cookie';
COMMENT ON COLUMN person_session.address IS 'network address of the sign-in';
COMMENT ON COLUMN person_session.agent IS 'what the browser called itself, so that a person can tell sessions apart';
COMMENT ON COLUMN person_session.seen_at IS 'last use, to the minute';
GRANT SELECT, INSERT, UPDATE ON person_session TO tongheng_app;

CREATE TABLE person_attempt (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account text NOT NULL,
  address text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX person_attempt_account ON person_attempt (account, at);
CREATE INDEX person_attempt_address ON person_attempt (address, at);
COMMENT ON TABLE person_attempt IS '失败的登录尝试，用于限速。';
COMMENT ON COLUMN person_attempt.account IS 'the account that was tried, existing or not';
COMMENT ON COLUMN person_attempt.address IS 'network address it was tried from';
GRANT SELECT, INSERT ON person_attempt TO tongheng_app;
