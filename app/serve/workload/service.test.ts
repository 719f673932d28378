import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { designate, register, submit } from '../../../test/support/thread.ts';
import { requestEndpoints } from '../../measure/request/contract.ts';
import { workloadEndpoints } from './contract.ts';

const { readQueue, readCapacity, readForecast, listFallingDue, listInstituteLoads, exportWorkload } = workloadEndpoints;

let city: City;
const serials = new Map<string, string>();
before(async () => {
  city = await openCity({ now: '2026-11-23T02:00:00Z' });
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  for (const serial of ['D-1', 'D-2', 'D-3', 'D-4', 'N-1', 'R-1', 'R-2', 'R-3'])
    serials.set(serial, (await register(city, 'holder', serial)).id);
});
after(() => city.close());

const idOf = (serial: string) => (serials.get(serial) ?? '') as never;
const due = (serial: string, dueOn: string) =>
  city.database.db
    .updateTable('instrument')
    .set({ verdict: 'pass', verifiedOn: '2025-11-01', dueOn })
    .where('id', '=', idOf(serial))
    .execute();
const as = (who: PersonName = 'instituteManager') => city.as(who);

test('an institute without work has zeros, not blanks, and no oldest', async () => {
  const { totals, steps, kinds, day } = await as().call(readQueue, { query: {} });
  assert.deepEqual(totals, { open: 0, toDecide: 0, late: 0, dueSoon: 0, stopped: 0, oldest: null });
  assert.deepEqual([steps.length, kinds, day], [10, [], '2026-11-23']);
});

test('what waits is counted by step and by working days since the step was reached', async () => {
  const { id } = await submit(city, 'holder', [idOf('R-1'), idOf('R-2')]);
  city.clock.now = new Date('2026-11-30T02:00:00Z');
  await submit(city, 'holder', [idOf('R-3')]);
  const before_ = await as().call(readQueue, { query: {} });
  const submitted = before_.steps.find(({ step }) => step === 'submitted');
  assert.deepEqual([submitted?.count, submitted?.oldest, submitted?.ages['to-5']], [3, 5, 3]);
  assert.deepEqual([before_.totals.toDecide, before_.kinds[0]?.kind, before_.kinds[0]?.count], [3, 'price-computing-scale', 3]);
  city.clock.now = new Date('2026-12-01T02:00:00Z');
  assert.deepEqual((await as().call(readQueue, { query: {} })).steps[0]?.ages, { 'to-5': 1, 'to-10': 2, 'to-20': 0, over: 0 });
  await as().call(requestEndpoints.acceptRequest, { params: { id } });
  const accepted = await as().call(readQueue, { query: {} });
  assert.deepEqual(
    accepted.steps.filter(({ count }) => count > 0).map(({ step, count, oldest }) => [step, count, oldest]),
    [
      ['submitted', 1, 1],
      ['accepted', 2, 0],
    ],
  );
});

test('what is past its period is late, what stands still is told apart', async () => {
  const items = await city.database.db.selectFrom('requestItem').select('id').where('outcome', '=', 'accepted').orderBy('id').execute();
  const set = (id: string | undefined, columns: object) =>
    city.database.db
      .updateTable('requestItem')
      .set(columns)
      .where('id', '=', id ?? '')
      .execute();
  await set(items[0]?.id, { periodFrom: '2026-11-01', dueBy: '2026-11-27' });
  await set(items[1]?.id, { periodFrom: '2026-11-01', dueBy: '2026-11-27', stoppedSince: '2026-11-20' });
  const { totals, kinds } = await as().call(readQueue, { query: {} });
  assert.deepEqual([totals.late, totals.stopped, kinds[0]?.late, kinds[0]?.stopped], [1, 1, 1, 1]);
  await set(items[0]?.id, { dueBy: '2026-12-08' });
  assert.equal((await as().call(readQueue, { query: {} })).totals.dueSoon, 1, 'the fifth working day still counts');
  await set(items[0]?.id, { dueBy: '2026-12-09' });
  assert.equal((await as().call(readQueue, { query: {} })).totals.dueSoon, 0);
  await set(items[0]?.id, { dueBy: '2026-11-27' });
});

test('capacity that nobody recorded is not zero; a bench gives it, week by week, beside what falls due and what is accepted', async () => {
  await due('D-1', '2026-12-03');
  await due('D-2', '2026-12-17');
  await due('D-3', '2026-11-20');
  const { rows, weeks, total } = await as().call(readCapacity, { query: {} });
  assert.deepEqual([weeks.length, weeks[0], rows.length], [12, { first: '2026-12-01', last: '2026-12-06', workingDays: 4 }, 1]);
  const [scales] = rows;
  assert.deepEqual([scales?.overdue, scales?.neverVerified], [1, 5]);
  assert.deepEqual([scales?.weeks[0]?.due, scales?.weeks[2]?.due, scales?.weeks[0]?.accepted], [1, 1, 2]);
  assert.ok(scales?.weeks.every(({ capacity }) => capacity === null) && total.every(({ capacity }) => capacity === null));
  assert.deepEqual(total[0]?.demand, 3);

  await city.database.db
    .insertInto('scheduleResource')
    .values({
      id: randomUUID(),
      instituteId: city.ids.instituteManager.organization,
      region: '320685',
      kind: 'bench',
      name: '衡器台',
      instrumentKinds: ['price-computing-scale'],
      load: 30,
      recordedBy: city.ids.instituteManager.person,
      recordedAt: city.clock.now.toISOString(),
    })
    .execute();
  const after_ = await as().call(readCapacity, { query: {} });
  assert.deepEqual([after_.rows[0]?.weeks[0]?.capacity, after_.total[1]?.capacity], [120, 150]);
  assert.deepEqual((await as().call(readQueue, { query: {} })).benches, [{ name: '衡器台', booked: 0, capacity: 270 }]);
});

test('an instrument that is asked for already is demanded once', async () => {
  await due('D-4', '2026-12-03');
  const dueOf = async () => (await as().call(readCapacity, { query: {} })).rows[0]?.weeks[0]?.due;
  assert.equal(await dueOf(), 2);
  const { id } = await submit(city, 'holder', [idOf('D-4')]);
  await as().call(requestEndpoints.acceptRequest, { params: { id } });
  assert.equal(await dueOf(), 1);
});

test('the forecast is what the ledger says and, apart from it, an estimate; its figures are the list behind them', async () => {
  const beforeFolding = await as('technician').call(readForecast, { query: {} });
  await city.foldCounters();
  const { rows, months, total } = await as('technician').call(readForecast, { query: {} });
  assert.deepEqual(rows, beforeFolding.rows);
  assert.deepEqual([months.length, months[0], rows[0]?.period, rows[0]?.overdue], [24, '2026-12-01', 12, 1]);
  assert.deepEqual(rows[0]?.months[0], { month: '2026-12-01', known: 3, estimated: 0 });
  assert.deepEqual([total[12]?.month, total[12]?.known, total[12]?.estimated], ['2027-12-01', 0, 3]);
  const list = (query: object) => as().call(listFallingDue, { query });
  const december = await list({ kind: 'price-computing-scale', from: '2026-12-01', to: '2026-12-31' });
  assert.deepEqual([december.total, december.items.map(({ dueOn }) => dueOn)], [3, ['2026-12-03', '2026-12-03', '2026-12-17']]);
  const first = await list({ limit: 2 });
  const rest = await list({ limit: 2, after: first.next });
  assert.deepEqual([...first.items, ...rest.items], december.items);
  assert.deepEqual((await list({ kind: 'fuel-dispenser' })).items, []);
});

test('a regulator sees each institute of the region, an institute only itself, and a holder nothing', async () => {
  const institute = city.ids.instituteManager.organization as never;
  const { items } = await as('countyRegulator').call(listInstituteLoads, { query: {} });
  assert.deepEqual(
    items.map(({ name, late, open }) => [name, late, open]),
    [['测试甲县计量检定测试所', 1, 4]],
  );
  const all = await as('cityRegulator').call(listInstituteLoads, { query: { limit: 1 } });
  assert.deepEqual([all.total, all.items[0]?.late], [2, 1]);
  assert.equal((await as('cityRegulator').call(listInstituteLoads, { query: { limit: 1, after: all.next ?? '' } })).items[0]?.open, 0);
  assert.equal((await as('cityRegulator').call(listInstituteLoads, { query: { q: '乙县' } })).total, 1);
  assert.equal((await as('cityRegulator').call(readQueue, { query: { institute } })).totals.open, 4);
  await refused(as('farInstituteManager').call(readQueue, { query: { institute } }), 'platform.notFound');
  await refused(as('holder').call(readQueue, { query: {} }), 'platform.forbidden');
  assert.deepEqual((await as('farInstituteManager').call(readForecast, { query: {} })).rows, []);
});

test('everything is one workbook with the same figures', async () => {
  const { bytes } = await as().call(exportWorkload, { query: {} });
  const book = new Excel.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  assert.deepEqual(
    book.worksheets.map(({ name }) => name),
    ['按环节', '按种类', '需求与能力', '到期预测'],
  );
  const row = book.getWorksheet('按种类')?.getRow(3);
  assert.deepEqual([row?.getCell(1).value, row?.getCell(2).value, row?.getCell(3).value], ['电子计价秤', 4, 1]);
});
