-- Reminders 提醒: notices in the application, messages that leave it by e-mail or SMS, calendar feeds, and what each person chose.
CREATE TABLE reminder (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  topic text NOT NULL,
  key text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL,
  read_at timestamptz,
  CONSTRAINT reminder_once UNIQUE (person_id, key)
);
CREATE INDEX reminder_person ON reminder (person_id, at DESC, id DESC);
CREATE INDEX reminder_unread ON reminder (person_id) WHERE read_at IS NULL;
COMMENT ON TABLE reminder IS '应用内提醒：某人就某事得到的一条提醒，同一事由只提醒一次。';
COMMENT ON COLUMN reminder.topic IS 'key of reminder/rules';
COMMENT ON COLUMN reminder.key IS 'what it is about and for which window or day: never twice for one person';
COMMENT ON COLUMN reminder.detail IS 'counts, ids and names of organizations from which the words are made; no personal data';
COMMENT ON COLUMN reminder.read_at IS 'when the person took note of it';
GRANT SELECT, INSERT ON reminder TO tongheng_app;
GRANT UPDATE (read_at) ON reminder TO tongheng_app;

CREATE TABLE reminder_message (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  organization_id uuid NOT NULL REFERENCES organization (id),
  channel text NOT NULL CONSTRAINT reminder_message_channel_is_known CHECK (channel IN ('email', 'sms')),
  topic text NOT NULL,
  key text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  href text NOT NULL,
  language text NOT NULL CONSTRAINT reminder_message_language_is_known CHECK (language IN ('zh', 'en')),
  state text NOT NULL CONSTRAINT reminder_message_state_is_known CHECK (state IN ('queued', 'sent', 'recorded', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz,
  recipient text,
  adapter text,
  fault text,
  at timestamptz NOT NULL,
  done_at timestamptz,
  CONSTRAINT reminder_message_once UNIQUE (person_id, channel, key),
  CONSTRAINT reminder_message_waits_while_queued CHECK ((state = 'queued') = (next_at IS NOT NULL)),
  CONSTRAINT reminder_message_failed_with_a_fault CHECK (state <> 'failed' OR fault IS NOT NULL)
);
CREATE INDEX reminder_message_recent ON reminder_message (at DESC, id DESC);
CREATE INDEX reminder_message_waiting ON reminder_message (next_at) WHERE state = 'queued';
COMMENT ON TABLE reminder_message IS '发出的邮件和短信的记录：待发送、已发送、发送失败及原因；未配置通道时只记入测试收件箱。收件地址只留掩码。';
COMMENT ON COLUMN reminder_message.channel IS 'email 电子邮件 · sms 短信';
COMMENT ON COLUMN reminder_message.topic IS 'as in reminder';
COMMENT ON COLUMN reminder_message.key IS 'as in reminder; one message per person, channel and key';
COMMENT ON COLUMN reminder_message.body IS 'the text without the links that are only for its recipient';
COMMENT ON COLUMN reminder_message.href IS 'page of the workplace that it leads to';
COMMENT ON COLUMN reminder_message.language IS 'zh · en, as the person chose';
COMMENT ON COLUMN reminder_message.state IS 'queued 待发送 · sent 已发送 · recorded 记入测试收件箱 · failed 发送失败';
COMMENT ON COLUMN reminder_message.attempts IS 'how often it was tried';
COMMENT ON COLUMN reminder_message.next_at IS 'not before; null: it waits no more';
COMMENT ON COLUMN reminder_message.recipient IS 'to whom, masked';
COMMENT ON COLUMN reminder_message.adapter IS 'by which adapter it left';
COMMENT ON COLUMN reminder_message.fault IS 'why the last try failed';
COMMENT ON COLUMN reminder_message.done_at IS 'when it was sent, recorded or given up';
GRANT SELECT, INSERT ON reminder_message TO tongheng_app;
GRANT UPDATE (state, attempts, next_at, recipient, adapter, fault, done_at) ON reminder_message TO tongheng_app;

CREATE TABLE reminder_choice (
  person_id uuid PRIMARY KEY REFERENCES person (id),
  language text NOT NULL CONSTRAINT reminder_choice_language_is_known CHECK (language IN ('zh', 'en')),
  channels jsonb NOT NULL,
  quiet_from text NOT NULL CONSTRAINT reminder_choice_quiet_from_is_a_time CHECK (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  quiet_to text NOT NULL CONSTRAINT reminder_choice_quiet_to_is_a_time CHECK (quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  paused_until date,
  changed_at timestamptz NOT NULL
);
COMMENT ON TABLE reminder_choice IS '各人的选择：每类事项经哪些通道提醒、用何语言、何时免打扰。没有记录的人只在应用内提醒。';
COMMENT ON COLUMN reminder_choice.language IS 'zh · en';
COMMENT ON COLUMN reminder_choice.channels IS 'for each topic the channels: app, email, sms; a topic that is not named is told in the application';
COMMENT ON COLUMN reminder_choice.quiet_from IS 'nothing is sent from this time of the city on, HH:MM';
COMMENT ON COLUMN reminder_choice.quiet_to IS 'until this time, HH:MM; the same as quiet_from: never quiet';
COMMENT ON COLUMN reminder_choice.paused_until IS 'last day without e-mail and SMS';
COMMENT ON COLUMN reminder_choice.changed_at IS 'when it was last chosen';
GRANT SELECT, INSERT, UPDATE ON reminder_choice TO tongheng_app;

CREATE TABLE reminder_calendar (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  token_digest text NOT NULL CONSTRAINT reminder_calendar_token_once UNIQUE,
  begun_at timestamptz NOT NULL,
  ended_at timestamptz,
  fetched_at timestamptz
);
CREATE UNIQUE INDEX reminder_calendar_one_each ON reminder_calendar (person_id) WHERE ended_at IS NULL;
COMMENT ON TABLE reminder_calendar IS '个人日历订阅地址：只存地址中密钥的摘要；停用或更换后旧地址立即失效。';
COMMENT ON COLUMN reminder_calendar.token_digest IS 'SHA-256 of the secret in the address';
COMMENT ON COLUMN reminder_calendar.begun_at IS 'when the address was made';
COMMENT ON COLUMN reminder_calendar.ended_at IS 'when it was revoked or replaced; null: it works';
COMMENT ON COLUMN reminder_calendar.fetched_at IS 'when it was last fetched, to the hour';
GRANT SELECT, INSERT ON reminder_calendar TO tongheng_app;
GRANT UPDATE (ended_at, fetched_at) ON reminder_calendar TO tongheng_app;

CREATE TABLE reminder_progress (
  what text PRIMARY KEY CONSTRAINT reminder_progress_is_known CHECK (what IN ('event', 'due')),
  last_event bigint,
  last_day date,
  at timestamptz NOT NULL
);
COMMENT ON TABLE reminder_progress IS '提醒作业做到哪里：已读到的事件，已提醒到的日期。';
COMMENT ON COLUMN reminder_progress.what IS 'event: notices of what happened · due: the digest of due days';
COMMENT ON COLUMN reminder_progress.last_event IS 'events up to this one are dealt with';
COMMENT ON COLUMN reminder_progress.last_day IS 'the last day whose digest was made';
GRANT SELECT, INSERT, UPDATE ON reminder_progress TO tongheng_app;

CREATE TABLE reminder_key (
  is_only boolean PRIMARY KEY DEFAULT true CONSTRAINT reminder_key_is_one CHECK (is_only),
  secret text NOT NULL
);
COMMENT ON TABLE reminder_key IS '签署退订链接的密钥，建库时随机生成。';
COMMENT ON COLUMN reminder_key.is_only IS 'there is one row';
COMMENT ON COLUMN reminder_key.secret IS 'key of HMAC-SHA256';
GRANT SELECT ON reminder_key TO tongheng_app;
INSERT INTO reminder_key (secret) VALUES (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
