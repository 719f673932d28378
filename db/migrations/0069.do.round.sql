-- Rounds 集中检定: an institute gathers the instruments due in a market, in a township's clinics, of a kind in a county, or a lot of meters, plans
-- route and load, and files the requests for the holders.
CREATE TABLE round (
  id uuid PRIMARY KEY,
  institute_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL CONSTRAINT round_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  name text NOT NULL,
  way text NOT NULL CONSTRAINT round_way_is_known CHECK (way IN ('on-site', 'institute', 'meter-lot')),
  state text NOT NULL CONSTRAINT round_state_is_known CHECK (state IN ('drafted', 'announced', 'under-way', 'finished', 'cancelled')),
  demand jsonb NOT NULL,
  setting jsonb NOT NULL,
  default_key text,
  version integer NOT NULL DEFAULT 1,
  person_id uuid REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  collected_at timestamptz,
  announced_at timestamptz,
  ended_at timestamptz,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT round_ends_with_its_state CHECK ((state IN ('finished', 'cancelled')) = (ended_at IS NOT NULL))
);
CREATE INDEX round_institute ON round (institute_id, recorded_at DESC, id DESC);
CREATE INDEX round_region ON round (region, recorded_at DESC, id DESC);
CREATE UNIQUE INDEX round_default_once ON round (institute_id, default_key) WHERE default_key IS NOT NULL AND state <> 'cancelled';
COMMENT ON TABLE round IS '集中检定：检定机构对一个市场、一个乡镇的村卫生室、一县的加油机、一批表计等集中安排检定，使用单位无需申请。';
COMMENT ON COLUMN round.name IS 'what the institute calls it';
COMMENT ON COLUMN round.way IS 'on-site 上门检定 · institute 集中送检 · meter-lot 表计批次';
COMMENT ON COLUMN round.state IS 'drafted 拟定 · announced 已通知 · under-way 进行中 · finished 已结束 · cancelled 已取消';
COMMENT ON COLUMN round.demand IS 'what is gathered: places, or a filter of region, township, kinds of place and of instrument; by which day it is due';
COMMENT ON COLUMN round.setting IS 'days, teams, vans, persons, benches, start and contact, as the institute chose them';
COMMENT ON COLUMN round.default_key IS 'county, kind of place and year of a round that is opened by default; null: opened by hand';
COMMENT ON COLUMN round.version IS 'counts every change, so that two people do not overwrite each other';
COMMENT ON COLUMN round.person_id IS 'who opened it; null: drafted by default';
GRANT SELECT, INSERT ON round TO tongheng_app;
GRANT UPDATE (name, state, demand, setting, version, collected_at, announced_at, ended_at) ON round TO tongheng_app;

CREATE TABLE round_stop (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES round (id),
  gathered_by text NOT NULL,
  place_id uuid REFERENCES place (id),
  holder_id uuid REFERENCES organization (id),
  region text NOT NULL CONSTRAINT round_stop_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  township text REFERENCES division (code),
  name text NOT NULL,
  address text NOT NULL,
  longitude numeric(9, 6),
  latitude numeric(8, 6),
  CONSTRAINT round_stop_once UNIQUE (round_id, gathered_by),
  CONSTRAINT round_stop_has_both_coordinates CHECK ((longitude IS NULL) = (latitude IS NULL))
);
CREATE INDEX round_stop_place ON round_stop (place_id) WHERE place_id IS NOT NULL;
COMMENT ON TABLE round_stop IS '集中检定中的一处：登记的使用场所；没有登记场所的，按使用单位和地址归为一处。名称、地址、坐标为收集时的记录。';
COMMENT ON COLUMN round_stop.gathered_by IS 'the place, or the holder with the address where no place is recorded';
COMMENT ON COLUMN round_stop.holder_id IS 'the holder, where no place is recorded';
COMMENT ON COLUMN round_stop.township IS 'township, where known';
COMMENT ON COLUMN round_stop.name IS 'of the place or the holder';
COMMENT ON COLUMN round_stop.address IS 'as the place or the instrument has it';
COMMENT ON COLUMN round_stop.longitude IS 'degrees, CGCS2000; null: not recorded, placed by hand';
COMMENT ON COLUMN round_stop.latitude IS 'degrees, CGCS2000';
GRANT SELECT, INSERT ON round_stop TO tongheng_app;
GRANT UPDATE (township, name, address, longitude, latitude) ON round_stop TO tongheng_app;

CREATE TABLE round_slot (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES round (id),
  stop_id uuid NOT NULL REFERENCES round_stop (id),
  day date NOT NULL,
  team integer CONSTRAINT round_slot_team_is_counted CHECK (team BETWEEN 1 AND 20),
  bench_id uuid REFERENCES schedule_resource (id),
  position integer NOT NULL,
  locked boolean NOT NULL DEFAULT false,
  booking_id uuid REFERENCES schedule_booking (id),
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT round_slot_is_of_a_team_or_a_bench CHECK ((team IS NULL) <> (bench_id IS NULL))
);
CREATE INDEX round_slot_round ON round_slot (round_id, day) WHERE ended_at IS NULL;
COMMENT ON TABLE round_slot IS '集中检定的一项安排：某处的器具于某日由某组上门，或于某日上某台位；改动后原安排留存。';
COMMENT ON COLUMN round_slot.day IS 'the day of the visit or at the bench';
COMMENT ON COLUMN round_slot.team IS 'number of the team in the setting; null: at a bench';
COMMENT ON COLUMN round_slot.bench_id IS 'the bench; null: a visit';
COMMENT ON COLUMN round_slot.position IS 'order within the day';
COMMENT ON COLUMN round_slot.locked IS 'fixed by hand: a further proposal keeps its day and its team or bench';
COMMENT ON COLUMN round_slot.ended_at IS 'when another arrangement took its place; null: it holds';
GRANT SELECT, INSERT ON round_slot TO tongheng_app;
GRANT UPDATE (position, locked, booking_id, ended_at) ON round_slot TO tongheng_app;

CREATE TABLE round_item (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES round (id),
  stop_id uuid NOT NULL REFERENCES round_stop (id),
  slot_id uuid REFERENCES round_slot (id),
  instrument_id uuid NOT NULL REFERENCES instrument (id),
  holder_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL CONSTRAINT round_item_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  kind text NOT NULL,
  verification_kind text NOT NULL CONSTRAINT round_item_verification_kind_is_known CHECK (verification_kind IN ('initial', 'subsequent')),
  due_on date,
  origin text NOT NULL CONSTRAINT round_item_origin_is_known CHECK (origin IN ('collected', 'added')),
  left_out_reason text,
  left_out_by uuid REFERENCES person (id),
  left_out_at timestamptz,
  request_item_id uuid REFERENCES request_item (id),
  joined boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT round_item_once UNIQUE (round_id, instrument_id),
  CONSTRAINT round_item_left_out_with_a_reason CHECK ((left_out_reason IS NULL) = (left_out_at IS NULL))
);
CREATE INDEX round_item_stop ON round_item (stop_id);
CREATE INDEX round_item_slot ON round_item (slot_id) WHERE slot_id IS NOT NULL;
CREATE INDEX round_item_instrument ON round_item (instrument_id);
CREATE INDEX round_item_holder ON round_item (holder_id, round_id);
CREATE INDEX round_item_request_item ON round_item (request_item_id) WHERE request_item_id IS NOT NULL;
COMMENT ON TABLE round_item IS '集中检定中的一台器具：如何列入、列在何处何日、不列入的理由，以及通知时代为提交的申请。';
COMMENT ON COLUMN round_item.kind IS 'kind of instrument when it was gathered';
COMMENT ON COLUMN round_item.verification_kind IS 'initial 首次检定 · subsequent 后续检定, as a request for it is filed';
COMMENT ON COLUMN round_item.due_on IS 'day on which it was due when it was gathered; null: no result counted';
COMMENT ON COLUMN round_item.origin IS 'collected 收集 · added 手工增加';
COMMENT ON COLUMN round_item.left_out_reason IS 'why it is left out; null: it is in';
COMMENT ON COLUMN round_item.left_out_by IS 'who left it out; null: the program, as the reason says';
COMMENT ON COLUMN round_item.request_item_id IS 'its place in a request, from the announcement on';
COMMENT ON COLUMN round_item.joined IS 'the request was open already and is joined, not doubled';
GRANT SELECT, INSERT ON round_item TO tongheng_app;
GRANT UPDATE (stop_id, slot_id, due_on, verification_kind, left_out_reason, left_out_by, left_out_at, request_item_id, joined) ON round_item TO tongheng_app;

CREATE TABLE round_proposal (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  round_id uuid NOT NULL REFERENCES round (id),
  kind text NOT NULL CONSTRAINT round_proposal_kind_is_known CHECK (kind IN ('route', 'load')),
  state text NOT NULL CONSTRAINT round_proposal_state_is_known CHECK (state IN ('waiting', 'solving', 'solved', 'infeasible', 'failed')),
  input jsonb NOT NULL,
  result jsonb,
  solver text,
  seconds double precision,
  gap double precision,
  asked_by uuid NOT NULL REFERENCES person (id),
  asked_at timestamptz NOT NULL,
  ended_at timestamptz,
  applied_by uuid REFERENCES person (id),
  applied_at timestamptz
);
CREATE INDEX round_proposal_round ON round_proposal (round_id, sequence DESC);
COMMENT ON TABLE round_proposal IS '由求解器给出的路线或台位负荷建议：输入、结果、目标值与差距、求解器版本均留存；由人采用后才成为安排。';
COMMENT ON COLUMN round_proposal.sequence IS 'the latest of a round comes first';
COMMENT ON COLUMN round_proposal.kind IS 'route 路线 · load 台位负荷';
COMMENT ON COLUMN round_proposal.state IS 'waiting 待求解 · solving 求解中 · solved 已求出 · infeasible 无可行安排 · failed 求解未成';
COMMENT ON COLUMN round_proposal.input IS 'what was asked, whole: it can be asked again';
COMMENT ON COLUMN round_proposal.result IS 'the arrangement, or why there is none';
COMMENT ON COLUMN round_proposal.solver IS 'name and version of the solver';
COMMENT ON COLUMN round_proposal.seconds IS 'how long it was looked for';
COMMENT ON COLUMN round_proposal.gap IS 'how far it may be from the best, as a share; null: not known';
GRANT SELECT, INSERT ON round_proposal TO tongheng_app;
GRANT UPDATE (state, result, solver, seconds, gap, ended_at, applied_by, applied_at) ON round_proposal TO tongheng_app;

CREATE TABLE round_minutes (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  institute_id uuid NOT NULL REFERENCES organization (id),
  kind text NOT NULL,
  minutes integer NOT NULL CONSTRAINT round_minutes_are_of_a_day CHECK (minutes BETWEEN 1 AND 480),
  person_id uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX round_minutes_kind ON round_minutes (institute_id, kind, sequence DESC);
COMMENT ON TABLE round_minutes IS '检定机构录入的每台用时（分钟），后录的有效；未录入的种类按系统估计值计算并注明。';
COMMENT ON COLUMN round_minutes.sequence IS 'the latest of a kind counts';
COMMENT ON COLUMN round_minutes.kind IS 'kind of instrument';
COMMENT ON COLUMN round_minutes.minutes IS 'what a team or a bench takes for one of them';
GRANT SELECT, INSERT ON round_minutes TO tongheng_app;
