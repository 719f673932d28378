import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { acceptedItem, adopt, designate, issued } from '../../../test/support/thread.ts';
import { verificationEndpoints } from './contract.ts';
import { recordNumber } from './rules/record-number.ts';

const { takeUpItem, listRecordNumbers, reserveRecordNumbers, voidRecordNumbers, listVerifications } = verificationEndpoints;

let city: City;
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
});
after(() => city.close());

const taken = async (serial: string) => {
  const { item } = await acceptedItem(city, serial);
  return city.as('technician').call(takeUpItem, { body: { item } });
};
const numbers = (query: object = {}) => city.as('technician').call(listRecordNumbers, { query: { limit: 200, ...query } });

test('each record gets the next number of its institute and year, printed with the code that the institute has', async () => {
  assert.equal((await taken('A-1')).recordNumber, 'JL-2026-000001');
  assert.equal((await taken('A-2')).recordNumber, 'JL-2026-000002');
  await issued(city, 'A-3');
  assert.equal((await taken('A-4')).recordNumber, 'JL-320685A-2026-000004');
  assert.equal(recordNumber(2027, 1, null), 'JL-2027-000001');
  const found = await city.as('checker').call(listVerifications, { query: { q: '2026-000002' } });
  assert.deepEqual(
    found.items.map(({ instrument }) => instrument.serial),
    ['A-2'],
  );
});

test('a record that is refused takes no number with it', async () => {
  const { item } = await acceptedItem(city, 'B-1');
  await city.as('technician').call(takeUpItem, { body: { item } });
  await refused(city.as('allRounder').call(takeUpItem, { body: { item } }), 'verification.takenUp');
  const { series, total } = await numbers();
  assert.deepEqual(series, [{ year: 2026, last: 5, used: 5, reserved: 0, void: 0 }]);
  assert.equal(total, 5);
});

test('reserved numbers are nobody else’s, are voided with a reason, and none is lost or given twice', async () => {
  const reserve = (device: string) => city.as('technician').call(reserveRecordNumbers, { body: { device, count: 3 } });
  const blocks = await Promise.all([reserve('平板一'), reserve('平板二'), taken('C-1'), taken('C-2')]);
  const all = (await numbers()).items;
  assert.equal(new Set(all.map(({ sequence }) => sequence)).size, all.length);
  assert.deepEqual(
    all.map(({ sequence }) => sequence).sort((a, b) => a - b),
    Array.from({ length: 13 }, (_, index) => index + 1),
  );
  const [first] = blocks;
  const drop = (list: string[]) => city.as('technician').call(voidRecordNumbers, { body: { numbers: list, reason: '设备归还，未使用' } });
  assert.deepEqual((await drop(first.numbers.slice(1))).numbers, first.numbers.slice(1));
  await refused(drop(first.numbers), 'verification.numberNotReserved');
  await refused(drop(['JL-2026-999999']), 'verification.numberNotReserved');
  const used = all.find(({ fate }) => fate === 'used')?.number ?? '';
  await refused(drop([used]), 'verification.numberNotReserved');
  const { series } = await numbers();
  assert.deepEqual(series, [{ year: 2026, last: 13, used: 7, reserved: 4, void: 2 }]);
  assert.ok((await numbers()).items.every(({ fate, mayVoid }) => mayVoid === (fate === 'reserved')));
  const seen = await city.as('auditor').call(listRecordNumbers, { query: { limit: 200 } });
  assert.ok(seen.items.every(({ mayVoid }) => !mayVoid));
  const voided = await numbers({ fate: 'void', device: '平板一' });
  assert.deepEqual([voided.total, voided.items[0]?.reason], [2, '设备归还，未使用']);
  assert.equal((await city.as('farInstituteManager').call(listRecordNumbers, { query: {} })).total, 0);
});

test('numbers are listed page by page, the latest first', async () => {
  const first = await numbers({ limit: 5 });
  const second = await numbers({ limit: 5, after: first.next ?? '' });
  assert.deepEqual(
    [...first.items, ...second.items].map(({ sequence }) => sequence),
    [13, 12, 11, 10, 9, 8, 7, 6, 5, 4],
  );
});

test('a new year begins its own series', async () => {
  const { now } = city.clock;
  city.clock.now = new Date('2027-01-04T02:00:00Z');
  const block = await city.as('technician').call(reserveRecordNumbers, { body: { device: '平板一', count: 1 } });
  assert.deepEqual([block.year, block.numbers], [2027, ['JL-320685A-2027-000001']]);
  city.clock.now = now;
});
