import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { acceptedItem, designate, equip, register, submit } from '../../../test/support/thread.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { custodyEndpoints } from '../custody/contract.ts';
import { scheduleEndpoints } from './contract.ts';

const {
  readBoard,
  listWaitingToSchedule,
  readBooking,
  bookInstruments,
  moveBooking,
  cancelBooking,
  removeFromBooking,
  unmaskContact,
  recordResource,
  listAppointments,
} = scheduleEndpoints;

let city: City;
let bench: string;
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await equip(city);
  bench = (await recordBench('衡器一号台', 3)).id;
});
after(() => city.close());

const manager = () => city.as('instituteManager');
const person = (name: PersonName) => city.ids[name].person as never;
const recordBench = (name: string, load: number, more: Record<string, unknown> = {}) =>
  manager().call(recordResource, { body: { kind: 'bench', name, load, ...more } });
const accepted = async (...serials: string[]): Promise<string[]> => {
  const items = [];
  for (const serial of serials) items.push((await acceptedItem(city, serial)).item);
  return items;
};
const book = (
  items: readonly string[],
  days: readonly string[],
  more: Record<string, unknown> = {},
  who: PersonName = 'instituteManager',
) => city.as(who).call(bookInstruments, { body: { items: items as never, days: [...days], bench: bench as never, ...more } });
const visit = {
  address: '测试甲县惠民菜市场东门',
  contactName: '王秀兰',
  contactPhone: '13912345678',
  from: '08:30',
  to: '10:00',
  entranceNote: '从东门进，登记身份证',
};
const visitBy = (items: readonly string[], days: readonly string[], persons: readonly PersonName[], more: Record<string, unknown> = {}) =>
  book(items, days, { bench: null, persons: persons.map(person), visit, ...more });
const stepOf = async (item: string): Promise<string | undefined> =>
  (await city.database.db.selectFrom('requestItem').select('step').where('id', '=', item).executeTakeFirst())?.step;

/** Counters that triggers keep, against what stands in the rows. */
async function recount(): Promise<void> {
  const { rows } = await sql<{ n: number }>`select (
      (select count(*) from schedule_load known full join (select bench_id, day, count(*)::int as n from schedule_item
        where bench_id is not null and released_at is null group by 1, 2) counted using (bench_id, day)
        where coalesce(known.booked, 0) <> coalesce(counted.n, 0))
      + (select count(*) from schedule_post known full join (select resource_id, day, half, count(*)::int as n from schedule_use
        where released_at is null group by 1, 2, 3) counted using (resource_id, day, half)
        where coalesce(known.uses, 0) <> coalesce(counted.n, 0)))::int as n`.execute(city.database.db);
  assert.equal(rows[0]?.n, 0);
}

test('accepted instruments are booked on a bench, and holder and request see the day', async () => {
  const items = await accepted('B-1', 'B-2');
  const { items: waiting } = await manager().call(listWaitingToSchedule, { query: { q: 'B-' } });
  assert.deepEqual(waiting.map(({ id }) => id).sort(), [...items].sort());
  const booking = await book(items, ['2026-11-25'], { persons: [person('technician')] });
  assert.deepEqual([booking.kind, booking.status, booking.days, booking.itemCount], ['bench', 'booked', ['2026-11-25'], 2]);
  assert.deepEqual(booking.warnings, []);
  assert.deepEqual(
    booking.items.map(({ day, step }) => [day, step]),
    [
      ['2026-11-25', 'scheduled'],
      ['2026-11-25', 'scheduled'],
    ],
  );
  const { items: appointments } = await city.as('holder').call(listAppointments, { query: { upcoming: 'true' } });
  assert.deepEqual(
    appointments.map(({ days, institute, persons }) => [days, institute.name, persons]),
    [[['2026-11-25'], '测试甲县计量检定测试所', ['陈立']]],
  );
  assert.equal((await manager().call(listWaitingToSchedule, { query: { q: 'B-' } })).total, 0);
  await refused(book(items, ['2026-11-26']), 'schedule.cannotBook');
  await recount();
});

test('a bench takes no more than its load: the day says n of m, and more days or another bench help', async () => {
  const items = await accepted('C-1', 'C-2', 'C-3', 'C-4');
  const full = await refused(book(items, ['2026-11-26']), 'schedule.benchFull');
  assert.match(JSON.stringify(full.body), /已排 0 \/ 3，需排 4/);
  const booking = await book(items, ['2026-11-27', '2026-11-26']);
  assert.deepEqual(
    booking.items.map(({ day }) => day),
    ['2026-11-26', '2026-11-26', '2026-11-26', '2026-11-27'],
  );
  const board = await city.as('technician').call(readBoard, { query: { from: '2026-11-23' } });
  const row = board.rows.find(({ id }) => id === bench);
  assert.deepEqual(
    row?.cells.map(({ booked, load }) => `${booked} of ${load}`),
    ['0 of 3', '0 of 3', '2 of 3', '3 of 3', '1 of 3', '0 of 3', '0 of 3'],
  );
  assert.deepEqual(
    board.days.map(({ isWorking }) => isWorking),
    [true, true, true, true, true, false, false],
  );
});

test('a day off is refused without a reason, and so is a day that is over', async () => {
  const items = await accepted('D-1');
  const off = await refused(book(items, ['2026-11-28']), 'schedule.dayOff');
  assert.match(JSON.stringify(off.body), /2026-11-28/);
  await refused(book(items, ['2026-11-20']), 'schedule.dayPast');
  await refused(book(items, ['2026-11-27', '2026-11-27']), 'schedule.dayTwice');
  const booking = await book(items, ['2026-11-28'], { holidayReason: '市场只在周末停业' });
  assert.equal(booking.holidayReason, '市场只在周末停业');
});

test('work on site takes two persons, one of them qualified; who is not is named', async () => {
  const items = await accepted('E-1');
  await refused(visitBy(items, ['2026-11-30'], ['technician']), 'schedule.twoPersons');
  await refused(visitBy(items, ['2026-11-30'], ['technician', 'technician']), 'schedule.twoPersons');
  await refused(book(items, ['2026-11-30'], { visit, persons: [person('technician'), person('checker')] }), 'schedule.benchOrVisit');
  await refused(visitBy(items, ['2026-11-30'], ['technician', 'holder']), 'schedule.resourceUnknown');
  await refused(visitBy(items, ['2026-11-30'], ['technician', 'checker'], { visit: { ...visit, from: '11:00' } }), 'schedule.dayTwice');
  const booking = await visitBy(items, ['2026-11-30'], ['technician', 'checker'], { half: 'morning' });
  assert.equal(booking.contactPhone, '139****5678');
  assert.equal(booking.warnings.length, 1);
  assert.match(booking.warnings[0] ?? '', /吴敏.*只能协助/);
  assert.deepEqual(
    booking.items.map(({ step }) => step),
    ['scheduled'],
  );
});

test('nobody is booked who is not registered for the regulation on that day', async () => {
  const items = await accepted('Q-1');
  await refused(book(items, ['2026-12-01'], { persons: [person('checker')] }), 'schedule.notQualified');
});

test('a person and a van are at one place in a half-day; one bench may need a person for several bookings', async () => {
  const [a, b, c] = await accepted('G-1', 'G-2', 'G-3');
  const van = await manager().call(recordResource, { body: { kind: 'van', name: '苏F·测001', aboard: 'M1 级砝码 1 吨' } });
  await visitBy([a!], ['2026-12-02'], ['allRounder', 'checker'], { half: 'morning', van: van.id });
  const busy = await refused(visitBy([b!], ['2026-12-02'], ['allRounder', 'technician'], { half: 'morning' }), 'schedule.busy');
  assert.match(JSON.stringify(busy.body), /冯一/);
  await refused(visitBy([b!], ['2026-12-02'], ['technician', 'allRounder'], { half: 'whole', van: van.id }), 'schedule.busy');
  await visitBy([b!], ['2026-12-02'], ['technician', 'allRounder'], { half: 'afternoon', van: van.id });
  const [d, e] = await accepted('G-4', 'G-5');
  await book([d!], ['2026-12-03'], { persons: [person('technician')] });
  await book([e!], ['2026-12-03'], { persons: [person('technician')] });
  await refused(visitBy([c!], ['2026-12-03'], ['technician', 'checker']), 'schedule.busy');
  await recount();
});

test('a booking is moved and cancelled with a reason; its plans stay', async () => {
  const items = await accepted('H-1', 'H-2');
  const booking = await book(items, ['2026-12-09'], { persons: [person('technician')] });
  const move = (days: string[], more: Record<string, unknown> = {}, who: PersonName = 'instituteManager') =>
    city.as(who).call(moveBooking, {
      params: { id: booking.id },
      body: { days, bench: bench as never, persons: [person('technician')], reason: '停电', ...more },
    });
  await refused(move(['2026-12-10'], {}, 'technician'), 'platform.forbidden');
  await refused(move(['2026-12-10'], {}, 'farInstituteManager'), 'platform.notFound');
  await refused(move(['2026-12-12']), 'schedule.dayOff');
  const moved = await move(['2026-12-10']);
  assert.deepEqual(
    moved.plans.map(({ days, reason, persons }) => [days, reason, persons]),
    [
      [['2026-12-09'], null, ['陈立']],
      [['2026-12-10'], '停电', ['陈立']],
    ],
  );
  await recount();
  const remove = { params: { id: booking.id }, body: { items: [items[0] as never], reason: '送修' } };
  assert.equal((await manager().call(removeFromBooking, remove)).itemCount, 1);
  assert.equal(await stepOf(items[0]!), 'accepted');
  await refused(manager().call(removeFromBooking, remove), 'platform.notFound');
  const cancelled = await manager().call(cancelBooking, { params: { id: booking.id }, body: { reason: '使用单位停业' } });
  assert.deepEqual([cancelled.status, cancelled.cancelReason, cancelled.itemCount], ['cancelled', '使用单位停业', 1]);
  assert.equal(await stepOf(items[1]!), 'accepted');
  await refused(move(['2026-12-11']), 'schedule.decided');
  const end = { params: { id: booking.id }, body: { reason: '再取消' } };
  await refused(manager().call(cancelBooking, end), 'schedule.decided');
  await refused(manager().call(removeFromBooking, remove), 'schedule.decided');
  await book(items, ['2026-12-09']);
  const details = await manager().call(readBooking, { params: { id: booking.id } });
  assert.ok(details.timeline.some(({ kind, reason }) => kind === 'schedule.rescheduled' && reason === '停电'));
  await recount();
});

test('what is held at the institute waits for a bench, and keeps being received', async () => {
  const [item] = await accepted('R-1');
  await city.as('technician').call(custodyEndpoints.receiveInstruments, {
    body: { items: [{ item: item as never, condition: 'sound' }], broughtBy: '李小红' },
  });
  const refusal = await refused(visitBy([item!], ['2026-12-14'], ['technician', 'checker']), 'schedule.cannotBook');
  assert.match(JSON.stringify(refusal.body), /不能上门检定/);
  const booking = await book([item!], ['2026-12-14']);
  assert.equal(booking.items[0]?.step, 'received');
  await manager().call(cancelBooking, { params: { id: booking.id }, body: { reason: '改日' } });
  assert.equal(await stepOf(item!), 'received');
});

test('the telephone of a contact is masked; whoever goes there sees it with a reason', async () => {
  const items = await accepted('T-1');
  const booking = await visitBy(items, ['2026-12-25'], ['technician', 'checker']);
  const seen = await city.as('technician').call(unmaskContact, { params: { id: booking.id }, body: { reason: '出发前联系' } });
  assert.deepEqual(seen, { name: '王秀兰', phone: '13912345678' });
  await refused(
    city.as('countyRegulator').call(unmaskContact, { params: { id: booking.id }, body: { reason: '看看' } }),
    'platform.forbidden',
  );
});

test('what is not accepted, or is of another institute, is not booked', async () => {
  const waiting = await submit(city, 'holder', [(await register(city, 'holder', 'O-1')).id]);
  const row = await city.database.db.selectFrom('requestItem').select('id').where('requestId', '=', waiting.id).executeTakeFirstOrThrow();
  await refused(book([row.id], ['2026-12-28']), 'schedule.cannotBook');
  const items = await accepted('O-2');
  await refused(book(items, ['2026-12-28'], {}, 'farInstituteManager'), 'platform.notFound');
  await refused(book(items, ['2026-12-28'], {}, 'technician'), 'platform.forbidden');
});
