-- When and where requested instruments are verified: benches, vans and persons of an institute, the days they are away, and bookings.
CREATE TABLE schedule_resource (
  id uuid PRIMARY KEY,
  institute_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL CONSTRAINT schedule_resource_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  kind text NOT NULL CONSTRAINT schedule_resource_kind_is_known CHECK (kind IN ('bench', 'van', 'person')),
  name text NOT NULL,
  member_id uuid REFERENCES person (id),
  instrument_kinds text[] NOT NULL DEFAULT '{}',
  load integer CONSTRAINT schedule_resource_load_is_a_count CHECK (load BETWEEN 1 AND 100000),
  aboard text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  last_day date,
  ending_reason text,
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT schedule_resource_bench_has_a_load CHECK ((kind = 'bench') = (load IS NOT NULL)),
  CONSTRAINT schedule_resource_person_is_a_person CHECK ((kind = 'person') = (member_id IS NOT NULL)),
  CONSTRAINT schedule_resource_ends_with_a_reason CHECK ((last_day IS NULL) = (ending_reason IS NULL))
);
CREATE UNIQUE INDEX schedule_resource_name_once ON schedule_resource (institute_id, kind, name) WHERE kind <> 'person' AND last_day IS NULL;
CREATE UNIQUE INDEX schedule_resource_person_once ON schedule_resource (institute_id, member_id) WHERE kind = 'person';
CREATE INDEX schedule_resource_region ON schedule_resource (region, kind);
COMMENT ON TABLE schedule_resource IS '检定机构可供排期的检定台位、车辆、人员。人员首次排期时自动列入。';
COMMENT ON COLUMN schedule_resource.kind IS 'bench 检定台位 · van 车辆 · person 人员';
COMMENT ON COLUMN schedule_resource.name IS 'what the institute calls it; a person is shown by the present name';
COMMENT ON COLUMN schedule_resource.member_id IS 'the person, where it is one';
COMMENT ON COLUMN schedule_resource.instrument_kinds IS 'kinds of instruments that a bench serves; none: all';
COMMENT ON COLUMN schedule_resource.load IS 'instruments that a bench takes on a day';
COMMENT ON COLUMN schedule_resource.aboard IS 'standards and equipment that a van carries, or a bench has';
COMMENT ON COLUMN schedule_resource.version IS 'counts every change, so that two people do not overwrite each other';
COMMENT ON COLUMN schedule_resource.last_day IS 'last day on which it could be booked, where it has ended';
COMMENT ON COLUMN schedule_resource.ending_reason IS 'why it ended';
GRANT SELECT, INSERT ON schedule_resource TO tongheng_app;
GRANT UPDATE (name, instrument_kinds, load, aboard, version, last_day, ending_reason) ON schedule_resource TO tongheng_app;

CREATE TABLE schedule_absence (
  id uuid PRIMARY KEY,
  resource_id uuid NOT NULL REFERENCES schedule_resource (id),
  from_day date NOT NULL,
  to_day date NOT NULL,
  cause text NOT NULL CONSTRAINT schedule_absence_cause_is_known CHECK (cause IN ('leave', 'training', 'maintenance', 'calibration', 'other')),
  reason text NOT NULL,
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL,
  ended_by uuid REFERENCES person (id),
  ended_at timestamptz,
  CONSTRAINT schedule_absence_runs_forward CHECK (from_day <= to_day),
  CONSTRAINT schedule_absence_is_ended_by_somebody CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
CREATE INDEX schedule_absence_resource ON schedule_absence (resource_id, to_day) WHERE ended_at IS NULL;
COMMENT ON TABLE schedule_absence IS '台位、车辆、人员不能排期的日子：休假、培训、维护、校准等，连同事由；撤销也留痕。';
COMMENT ON COLUMN schedule_absence.from_day IS 'first day away';
COMMENT ON COLUMN schedule_absence.to_day IS 'last day away';
COMMENT ON COLUMN schedule_absence.cause IS 'leave 休假 · training 培训 · maintenance 维护 · calibration 送校 · other 其他';
COMMENT ON COLUMN schedule_absence.ended_at IS 'when it was withdrawn; null: it holds';
GRANT SELECT, INSERT ON schedule_absence TO tongheng_app;
GRANT UPDATE (ended_by, ended_at) ON schedule_absence TO tongheng_app;

CREATE TABLE schedule_booking (
  id uuid PRIMARY KEY,
  institute_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL CONSTRAINT schedule_booking_region_is_gb_2260 CHECK (region ~ '^[0-9]{6}$'),
  kind text NOT NULL CONSTRAINT schedule_booking_kind_is_known CHECK (kind IN ('bench', 'visit')),
  status text NOT NULL CONSTRAINT schedule_booking_status_is_known CHECK (status IN ('booked', 'cancelled')),
  first_day date NOT NULL,
  last_day date NOT NULL,
  half text NOT NULL CONSTRAINT schedule_booking_half_is_known CHECK (half IN ('whole', 'morning', 'afternoon')),
  bench_id uuid REFERENCES schedule_resource (id),
  van_id uuid REFERENCES schedule_resource (id),
  address text,
  contact_name text,
  contact_phone text,
  from_time text CONSTRAINT schedule_booking_from_is_a_time CHECK (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  to_time text CONSTRAINT schedule_booking_to_is_a_time CHECK (to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  entrance_note text,
  note text,
  holiday_reason text,
  revision integer NOT NULL DEFAULT 1,
  booked_by uuid NOT NULL REFERENCES person (id),
  booked_at timestamptz NOT NULL,
  cancelled_by uuid REFERENCES person (id),
  cancelled_at timestamptz,
  cancel_reason text,
  demonstration boolean NOT NULL DEFAULT false,
  CONSTRAINT schedule_booking_runs_forward CHECK (first_day <= last_day),
  CONSTRAINT schedule_booking_window_runs_forward CHECK (from_time < to_time),
  CONSTRAINT schedule_booking_is_on_a_bench_or_a_visit CHECK ((kind = 'bench') = (bench_id IS NOT NULL) AND (kind = 'visit') = (address IS NOT NULL)),
  CONSTRAINT schedule_booking_cancelled_with_a_reason CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL) AND (cancelled_at IS NULL) = (cancel_reason IS NULL))
);
CREATE INDEX schedule_booking_institute ON schedule_booking (institute_id, first_day DESC, id DESC);
CREATE INDEX schedule_booking_region ON schedule_booking (region, first_day DESC, id DESC);
COMMENT ON TABLE schedule_booking IS '排期：在台位检定或上门检定，定于何日、由谁、用哪个台位或车辆；改期与取消留有经过。';
COMMENT ON COLUMN schedule_booking.kind IS 'bench 台位检定 · visit 上门检定';
COMMENT ON COLUMN schedule_booking.status IS 'booked 已排期 · cancelled 已取消';
COMMENT ON COLUMN schedule_booking.first_day IS 'first of its days';
COMMENT ON COLUMN schedule_booking.last_day IS 'last of its days; those between need not all belong to it';
COMMENT ON COLUMN schedule_booking.half IS 'of each day: whole 全天 · morning 上午 · afternoon 下午';
COMMENT ON COLUMN schedule_booking.address IS 'where the visit goes';
COMMENT ON COLUMN schedule_booking.contact_name IS 'whom to ask for';
COMMENT ON COLUMN schedule_booking.contact_phone IS 'telephone of that person; shown masked';
COMMENT ON COLUMN schedule_booking.from_time IS 'the visit comes not before, HH:MM';
COMMENT ON COLUMN schedule_booking.to_time IS 'the visit comes not after, HH:MM';
COMMENT ON COLUMN schedule_booking.entrance_note IS 'how to get in: gate, parking, protective clothing';
COMMENT ON COLUMN schedule_booking.note IS 'what was remarked';
COMMENT ON COLUMN schedule_booking.holiday_reason IS 'why a day off was chosen; null: working days only';
COMMENT ON COLUMN schedule_booking.revision IS 'counts the plans: 1, and one more with each move';
COMMENT ON COLUMN schedule_booking.cancel_reason IS 'why it was cancelled';
GRANT SELECT, INSERT ON schedule_booking TO tongheng_app;
GRANT UPDATE (status, first_day, last_day, half, bench_id, van_id, holiday_reason, revision, cancelled_by, cancelled_at, cancel_reason) ON schedule_booking TO tongheng_app;

CREATE TABLE schedule_revision (
  booking_id uuid NOT NULL REFERENCES schedule_booking (id),
  revision integer NOT NULL,
  days date[] NOT NULL,
  half text NOT NULL,
  bench_id uuid REFERENCES schedule_resource (id),
  van_id uuid REFERENCES schedule_resource (id),
  persons uuid[] NOT NULL,
  reason text,
  person_id uuid NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  CONSTRAINT schedule_revision_once PRIMARY KEY (booking_id, revision)
);
COMMENT ON TABLE schedule_revision IS '一次排期先后的安排：首次排定一行，每次改期一行，只增不改。';
COMMENT ON COLUMN schedule_revision.revision IS '1: as first booked';
COMMENT ON COLUMN schedule_revision.days IS 'the days that were planned';
COMMENT ON COLUMN schedule_revision.half IS 'as in schedule_booking';
COMMENT ON COLUMN schedule_revision.persons IS 'ids of person';
GRANT SELECT, INSERT ON schedule_revision TO tongheng_app;

CREATE TABLE schedule_item (
  id uuid PRIMARY KEY,
  booking_id uuid NOT NULL REFERENCES schedule_booking (id),
  item_id uuid NOT NULL REFERENCES request_item (id),
  bench_id uuid REFERENCES schedule_resource (id),
  day date,
  released_at timestamptz,
  release text CONSTRAINT schedule_item_release_is_known CHECK (release IN ('moved', 'removed', 'cancelled', 'let-go')),
  CONSTRAINT schedule_item_on_a_bench_has_its_day CHECK (bench_id IS NULL OR day IS NOT NULL),
  CONSTRAINT schedule_item_released_for_a_cause CHECK ((released_at IS NULL) = (release IS NULL))
);
CREATE UNIQUE INDEX schedule_item_booked_once ON schedule_item (item_id) WHERE released_at IS NULL;
CREATE INDEX schedule_item_booking ON schedule_item (booking_id);
CREATE INDEX schedule_item_bench ON schedule_item (bench_id, day) WHERE released_at IS NULL;
COMMENT ON TABLE schedule_item IS '排期中的一台器具；同一申请器具同时只在一个排期中。';
COMMENT ON COLUMN schedule_item.day IS 'the day it is planned for; null: any day of the visit';
COMMENT ON COLUMN schedule_item.released_at IS 'when it was freed; null: it holds';
COMMENT ON COLUMN schedule_item.release IS 'by what: moved 改期 · removed 移出 · cancelled 取消 · let-go 申请撤回、转送或不予受理';
GRANT SELECT, INSERT ON schedule_item TO tongheng_app;
GRANT UPDATE (released_at, release) ON schedule_item TO tongheng_app;

CREATE TABLE schedule_use (
  id uuid PRIMARY KEY,
  booking_id uuid NOT NULL REFERENCES schedule_booking (id),
  resource_id uuid NOT NULL REFERENCES schedule_resource (id),
  day date NOT NULL,
  half text NOT NULL CONSTRAINT schedule_use_half_is_known CHECK (half IN ('morning', 'afternoon')),
  post_id uuid NOT NULL,
  released_at timestamptz
);
CREATE UNIQUE INDEX schedule_use_once ON schedule_use (booking_id, resource_id, day, half) WHERE released_at IS NULL;
CREATE INDEX schedule_use_resource ON schedule_use (resource_id, day) WHERE released_at IS NULL;
COMMENT ON TABLE schedule_use IS '排期占用的车辆与人员，按半日；全天占两行。';
COMMENT ON COLUMN schedule_use.day IS 'the day of the booking';
COMMENT ON COLUMN schedule_use.half IS 'morning 上午 · afternoon 下午';
COMMENT ON COLUMN schedule_use.post_id IS 'where it is bound to: the bench, else the booking of the visit';
COMMENT ON COLUMN schedule_use.released_at IS 'when a move or cancellation freed it; null: it holds';
GRANT SELECT, INSERT ON schedule_use TO tongheng_app;
GRANT UPDATE (released_at) ON schedule_use TO tongheng_app;

-- A van or a person is at one post in a half-day: the primary key says it, whoever books at the same moment. One person may serve several
-- bookings of one bench.
CREATE TABLE schedule_post (
  resource_id uuid NOT NULL REFERENCES schedule_resource (id),
  day date NOT NULL,
  half text NOT NULL,
  post_id uuid NOT NULL,
  uses integer NOT NULL CONSTRAINT schedule_post_uses_are_counted CHECK (uses >= 0),
  CONSTRAINT schedule_post_once PRIMARY KEY (resource_id, day, half)
);
COMMENT ON TABLE schedule_post IS '某半日某车辆或人员在哪一岗位，由触发器随 schedule_use 维护；同一半日只能在一处。';
COMMENT ON COLUMN schedule_post.day IS 'as in schedule_use';
COMMENT ON COLUMN schedule_post.half IS 'as in schedule_use';
COMMENT ON COLUMN schedule_post.post_id IS 'as in schedule_use; counts while uses > 0';
COMMENT ON COLUMN schedule_post.uses IS 'bookings that hold it there';
GRANT SELECT ON schedule_post TO tongheng_app;

CREATE TABLE schedule_load (
  bench_id uuid NOT NULL REFERENCES schedule_resource (id),
  day date NOT NULL,
  booked integer NOT NULL CONSTRAINT schedule_load_is_counted CHECK (booked >= 0),
  CONSTRAINT schedule_load_once PRIMARY KEY (bench_id, day)
);
COMMENT ON TABLE schedule_load IS '某日某台位已排器具数，由触发器随 schedule_item 维护，不得超过台位的日容量。';
COMMENT ON COLUMN schedule_load.day IS 'as in schedule_item';
COMMENT ON COLUMN schedule_load.booked IS 'instruments booked';
GRANT SELECT ON schedule_load TO tongheng_app;

CREATE FUNCTION schedule_keep_post() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.released_at IS NULL AND NEW.released_at IS NOT NULL THEN
      UPDATE schedule_post SET uses = uses - 1 WHERE (resource_id, day, half) = (NEW.resource_id, NEW.day, NEW.half);
    END IF;
    RETURN NULL;
  END IF;
  INSERT INTO schedule_post AS post (resource_id, day, half, post_id, uses) VALUES (NEW.resource_id, NEW.day, NEW.half, NEW.post_id, 1)
  ON CONFLICT ON CONSTRAINT schedule_post_once DO UPDATE SET uses = post.uses + 1, post_id = excluded.post_id
    WHERE post.uses = 0 OR post.post_id = excluded.post_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'booked at another post' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'schedule_post_once', DETAIL = NEW.resource_id || ' ' || NEW.day || ' ' || NEW.half;
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION schedule_keep_post() IS '维护 schedule_post：同一半日已在别处的，拒绝';
CREATE TRIGGER schedule_use_keeps_post AFTER INSERT OR UPDATE ON schedule_use FOR EACH ROW EXECUTE FUNCTION schedule_keep_post();

CREATE FUNCTION schedule_keep_load() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  now_booked integer;
  capacity integer;
BEGIN
  IF NEW.bench_id IS NULL THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF OLD.released_at IS NULL AND NEW.released_at IS NOT NULL THEN
      UPDATE schedule_load SET booked = booked - 1 WHERE (bench_id, day) = (NEW.bench_id, NEW.day);
    END IF;
    RETURN NULL;
  END IF;
  INSERT INTO schedule_load AS known (bench_id, day, booked) VALUES (NEW.bench_id, NEW.day, 1)
  ON CONFLICT ON CONSTRAINT schedule_load_once DO UPDATE SET booked = known.booked + 1 RETURNING booked INTO now_booked;
  SELECT load INTO capacity FROM schedule_resource WHERE id = NEW.bench_id;
  IF now_booked > capacity THEN
    RAISE EXCEPTION 'the bench is full' USING ERRCODE = 'check_violation', CONSTRAINT = 'schedule_load_within_capacity', DETAIL = NEW.bench_id || ' ' || NEW.day;
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION schedule_keep_load() IS '维护 schedule_load：超过台位日容量的，拒绝';
CREATE TRIGGER schedule_item_keeps_load AFTER INSERT OR UPDATE ON schedule_item FOR EACH ROW EXECUTE FUNCTION schedule_keep_load();

-- Withdrawn, refused or passed on, an instrument takes no place any more: its booking lets it go in the same transaction.
CREATE FUNCTION schedule_let_go() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- The bench before its count, as a booking does.
  PERFORM FROM schedule_resource WHERE id IN (SELECT bench_id FROM schedule_item WHERE item_id = NEW.id AND released_at IS NULL) FOR NO KEY UPDATE;
  UPDATE schedule_item SET released_at = NEW.step_since, release = 'let-go' WHERE item_id = NEW.id AND released_at IS NULL;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION schedule_let_go() IS '申请撤回、转送或不予受理的器具，释放其排期占用';
CREATE TRIGGER schedule_item_lets_go AFTER UPDATE OF step ON request_item FOR EACH ROW
  WHEN (NEW.step IN ('withdrawn', 'refused', 'referred') AND OLD.step IS DISTINCT FROM NEW.step) EXECUTE FUNCTION schedule_let_go();

-- What waits to be booked is a small part of all that was ever requested.
CREATE INDEX schedule_waiting ON request_item (request_id) WHERE step IN ('accepted', 'received');
