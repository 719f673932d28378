import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { acceptedItem, designate, equip } from '../../../test/support/thread.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { scheduleEndpoints } from './contract.ts';

const {
  readBoard,
  findFreeDays,
  listBookings,
  readBooking,
  bookInstruments,
  listResources,
  readResource,
  recordResource,
  changeResource,
  endResource,
  recordAbsence,
  withdrawAbsence,
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

test('what is away is not booked; a booking that was there before is shown as a clash', async () => {
  const items = await accepted('A-1');
  const absence = await manager().call(recordAbsence, {
    body: { resource: bench as never, fromDay: '2026-12-07', toDay: '2026-12-08', cause: 'calibration', reason: '砝码送检' },
  });
  assert.equal(absence.clashes, 0);
  const away = await refused(book(items, ['2026-12-08']), 'schedule.away');
  assert.match(JSON.stringify(away.body), /送校：砝码送检/);
  await manager().call(withdrawAbsence, { params: { id: absence.id }, body: { reason: '送检改期' } });
  await refused(manager().call(withdrawAbsence, { params: { id: absence.id }, body: { reason: '再来一次' } }), 'schedule.absenceEnded');
  const booking = await book(items, ['2026-12-08'], { persons: [person('technician')] });
  const leave = await manager().call(recordAbsence, {
    body: { resource: person('technician'), fromDay: '2026-12-08', toDay: '2026-12-08', cause: 'leave', reason: '病假' },
  });
  assert.equal(leave.clashes, 1);
  const details = await city.as('technician').call(readBooking, { params: { id: booking.id } });
  assert.match(details.warnings[0] ?? '', /2026-12-08 陈立 休假/);
  const board = await manager().call(readBoard, { query: { from: '2026-12-07' } });
  const cell = board.rows.find(({ id }) => id === city.ids.technician.person)?.cells[1];
  assert.deepEqual([cell?.isClash, cell?.away?.cause], [true, 'leave']);
  await refused(
    manager().call(recordAbsence, {
      body: { resource: bench as never, fromDay: '2026-12-09', toDay: '2026-12-08', cause: 'other', reason: '倒置' },
    }),
    'schedule.dayTwice',
  );
  await refused(
    manager().call(recordAbsence, {
      body: { resource: person('holder'), fromDay: '2026-12-09', toDay: '2026-12-09', cause: 'other', reason: '不是本所人员' },
    }),
    'schedule.resourceUnknown',
  );
  await refused(
    city.as('farInstituteManager').call(recordAbsence, {
      body: { resource: bench as never, fromDay: '2026-12-09', toDay: '2026-12-09', cause: 'other', reason: '别家的台位' },
    }),
    'schedule.resourceUnknown',
  );
  await refused(
    city.as('farInstituteManager').call(withdrawAbsence, { params: { id: leave.id }, body: { reason: '别家' } }),
    'platform.notFound',
  );
});

test('two managers that book the same instrument, the same person or the last place at once: one of them does', async () => {
  const [one] = await accepted('X-1');
  const same = await Promise.allSettled([book([one!], ['2026-12-15']), book([one!], ['2026-12-16'], {}, 'allRounder')]);
  assert.deepEqual(same.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const [two, three] = await accepted('X-2', 'X-3');
  const persons = await Promise.allSettled([
    visitBy([two!], ['2026-12-17'], ['technician', 'checker']),
    visitBy([three!], ['2026-12-17'], ['checker', 'technician']),
  ]);
  assert.deepEqual(persons.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const narrow = (await recordBench('一台一日', 1)).id;
  const [four, five] = await accepted('X-4', 'X-5');
  const last = await Promise.allSettled([
    book([four!], ['2026-12-17'], { bench: narrow }),
    book([five!], ['2026-12-17'], { bench: narrow }, 'allRounder'),
  ]);
  assert.deepEqual(last.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  await recount();
});

test('the database itself refuses a full bench and a person at two places', async () => {
  const narrow = (await recordBench('数据库台', 1)).id;
  const [one, two, three] = await accepted('Y-1', 'Y-2', 'Y-3');
  const { id } = await book([one!], ['2026-12-18'], { bench: narrow, persons: [person('technician')] });
  const { db } = city.database;
  const place = { bookingId: id, itemId: three!, benchId: narrow, day: '2026-12-18' };
  await assert.rejects(
    db
      .insertInto('scheduleItem')
      .values({ id: crypto.randomUUID(), ...place })
      .execute(),
    (error: { constraint?: string }) => error.constraint === 'schedule_load_within_capacity',
  );
  const elsewhere = await book([two!], ['2026-12-21']);
  const use = { bookingId: elsewhere.id, resourceId: city.ids.technician.person, day: '2026-12-18', half: 'morning' };
  await assert.rejects(
    db
      .insertInto('scheduleUse')
      .values({ id: crypto.randomUUID(), ...use, postId: elsewhere.id })
      .execute(),
    (error: { constraint?: string }) => error.constraint === 'schedule_post_once',
  );
  await assert.rejects(
    db
      .insertInto('scheduleItem')
      .values({ id: crypto.randomUUID(), ...place, itemId: one!, day: '2026-12-21' })
      .execute(),
    (error: { constraint?: string }) => error.constraint === 'schedule_item_booked_once',
  );
});

test('an instrument that its holder withdraws lets its place go', async () => {
  const narrow = (await recordBench('撤回台', 1)).id;
  const [one, two] = await accepted('W-1', 'W-2');
  await book([one!], ['2026-12-21'], { bench: narrow });
  await refused(book([two!], ['2026-12-21'], { bench: narrow }), 'schedule.benchFull');
  await city.database.db
    .updateTable('requestItem')
    .set({ step: 'withdrawn', stepSince: city.clock.now.toISOString() })
    .where('id', '=', one!)
    .execute();
  await book([two!], ['2026-12-21'], { bench: narrow });
  await recount();
});

test('the earliest day that fits is proposed, over several days where one is too short', async () => {
  const wide = await recordBench('建议台', 2, { instrumentKinds: ['price-computing-scale'] });
  const ask = (count: number, kind: 'bench' | 'visit' = 'bench', more: Record<string, unknown> = {}) =>
    manager().call(findFreeDays, {
      query: { kind, count, from: '2026-12-29', days: 20, instrumentKind: 'price-computing-scale', ...more },
    });
  const { earliest } = await ask(2);
  assert.equal(earliest?.days.length, 1);
  const several = await ask(9);
  assert.ok((several.earliest?.days.length ?? 0) >= 3, '3 a day at the most');
  const proposal = await ask(1, 'visit');
  assert.deepEqual(proposal.earliest?.days, ['2026-12-29']);
  assert.equal(proposal.earliest?.persons.length, 2);
  const day = proposal.days.find((one) => one.day === '2026-12-29');
  const byName = new Map(day?.persons.map(({ name, isQualified }) => [name, isQualified]));
  assert.deepEqual([byName.get('陈立'), byName.get('吴敏')], [true, false]);
  assert.deepEqual(
    day?.benches.find(({ id }) => id === wide.id),
    { id: wide.id, name: '建议台', free: 2, load: 2 },
  );
  const later = proposal.days.find((one) => one.day === '2027-01-08');
  assert.ok(
    later?.persons.every(({ isQualified }) => !isQualified),
    'from that day another regulation holds, for which nobody is registered',
  );
  const past = await ask(1, 'bench', { from: '2026-01-01' });
  assert.equal(past.days[0]?.day, '2026-11-23', 'the past is not proposed');
  const other = await ask(1, 'bench', { instrumentKind: 'sphygmomanometer' }).catch(() => undefined);
  assert.ok(other === undefined || !other.days.some(({ benches }) => benches.some(({ id }) => id === wide.id)));
});

test('a bench that does not serve the kind is refused', async () => {
  const other = await recordBench('血压计台', 5, { instrumentKinds: ['fuel-dispenser'] });
  const items = await accepted('K-1');
  await refused(book(items, ['2026-12-22'], { bench: other.id }), 'schedule.benchKind');
});

test('benches and vans are recorded, changed and ended by the institute that has them', async () => {
  const one = await recordBench('待停用台', 4);
  await refused(recordBench('待停用台', 4), 'schedule.nameTaken');
  await refused(manager().call(recordResource, { body: { kind: 'bench', name: '没有容量' } }), 'platform.invalid');
  await refused(city.as('technician').call(recordResource, { body: { kind: 'van', name: '车' } }), 'platform.forbidden');
  const body = { name: '改名台', load: 5, aboard: '标准砝码', version: one.version, reason: '扩容' };
  const changed = await manager().call(changeResource, { params: { id: one.id }, body });
  assert.deepEqual([changed.name, changed.load, changed.version], ['改名台', 5, 2]);
  await refused(manager().call(changeResource, { params: { id: one.id }, body }), 'platform.stale');
  await refused(
    manager().call(changeResource, { params: { id: one.id }, body: { ...body, name: '衡器一号台', version: 2 } }),
    'schedule.nameTaken',
  );
  await refused(city.as('farInstituteManager').call(changeResource, { params: { id: one.id }, body }), 'platform.notFound');
  const items = await accepted('N-1');
  await book(items, ['2026-12-23'], { bench: one.id });
  const end = (lastDay: string) => manager().call(endResource, { params: { id: one.id }, body: { lastDay, reason: '拆除' } });
  await refused(end('2026-12-22'), 'schedule.stillBooked');
  assert.equal((await end('2026-12-23')).lastDay, '2026-12-23');
  await refused(end('2026-12-24'), 'schedule.resourceEnded');
  await refused(book(await accepted('N-2'), ['2026-12-24'], { bench: one.id }), 'schedule.resourceUnknown');
  const { items: benches } = await city.as('technician').call(listResources, { query: { kind: 'bench', q: '改名' } });
  assert.deepEqual(
    benches.map(({ id }) => id),
    [one.id],
  );
  const details = await manager().call(readResource, { params: { id: one.id } });
  assert.ok(details.timeline.length >= 3);
});

test('schedules are for the institute and the authorities above; a holder sees the own appointments only', async () => {
  const items = await accepted('Z-1');
  const booking = await visitBy(items, ['2026-12-24'], ['technician', 'checker']);
  for (const who of ['technician', 'countyRegulator', 'cityRegulator'] as const)
    assert.equal((await city.as(who).call(readBooking, { params: { id: booking.id } })).id, booking.id);
  for (const who of ['farInstituteManager', 'outsider'] as const)
    await refused(city.as(who).call(readBooking, { params: { id: booking.id } }), 'platform.notFound');
  await refused(city.as('holder').call(readBooking, { params: { id: booking.id } }), 'platform.forbidden');
  const { items: found } = await city
    .as('cityRegulator')
    .call(listBookings, { query: { q: '惠民菜市场', kind: 'visit', status: 'booked' } });
  assert.ok(found.some(({ id }) => id === booking.id));
  const { items: on } = await manager().call(listBookings, {
    query: { resource: person('technician'), from: '2026-12-24', to: '2026-12-24' },
  });
  assert.deepEqual(
    on.map(({ id }) => id),
    [booking.id],
  );
  const board = await city
    .as('cityRegulator')
    .call(readBoard, { query: { from: '2026-12-21', institute: city.ids.technician.organization as never } });
  assert.equal(board.institute?.name, '测试甲县计量检定测试所');
  await refused(
    city.as('farInstituteManager').call(readBoard, { query: { institute: city.ids.technician.organization as never } }),
    'platform.notFound',
  );
  assert.equal((await city.as('farHolder').call(listAppointments, { query: {} })).total, 0);
  const { items: mine } = await city.as('holder').call(listAppointments, { query: { q: 'Z-1' } });
  assert.deepEqual(
    mine.map(({ address, from, entranceNote }) => [address, from, entranceNote]),
    [[visit.address, '08:30', visit.entranceNote]],
  );
});
