import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { enterRecord, type Entered } from '../../../test/support/entry-records.ts';
import { planEndpoints } from '../plan/contract/endpoints.ts';
import { indicatorEndpoints } from './contract.ts';

const {
  listIndicators,
  readIndicator,
  listIndicatorRecords,
  listTargets,
  recordTarget,
  listPublications,
  decidePublication,
  listSnapshots,
  takeSnapshot,
  readSnapshot,
  compareSnapshot,
  readPublicIndicators,
  readPublicCapability,
  readPublicDifferences,
} = indicatorEndpoints;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const enter = (entered: Entered): Promise<string> => enterRecord(city, entered);

const read = async (id: string, query: { asOf?: string; knownAt?: string } = {}) =>
  await city.as('planOffice').call(readIndicator, { params: { id }, query });

test('twenty-four indicators in the document’s order: without records nothing is zero, the matrices rest on the document', async () => {
  const list = await city.as('planOffice').call(listIndicators, { query: {} });
  assert.equal(list.items.length, 24);
  assert.deepEqual(
    list.goals.map((goal) => goal.id),
    ['G1', 'G2', 'G3', 'G4'],
  );
  const of = (id: string) => list.items.find((item) => item.id === id);
  assert.deepEqual([of('G3-2')?.value, of('G3-2')?.target, of('G3-2')?.state], [62, 78, 'missed']);
  assert.deepEqual(of('G3-2')?.basis, { document: 62, opening: 0, records: 0 });
  assert.deepEqual([of('G3-3')?.value, of('G3-3')?.target], [5, 54]);
  for (const item of list.items.filter((each) => !['G3-2', 'G3-3'].includes(each.id))) {
    assert.deepEqual([item.id, item.value, item.state], [item.id, null, 'not-recorded']);
    assert.ok(item.note);
  }
  await refused(city.as('holder').call(listIndicators, { query: {} }), 'platform.forbidden');
});

test('before publication the public sees the document and no value, state or gap', async () => {
  const { items } = await city.stranger().call(readPublicIndicators, {});
  assert.equal(items.length, 24);
  assert.ok(items.every((item) => item.value === null && item.state === 'not-published' && item.title !== '' && item.method !== ''));
  const capability = await city.stranger().call(readPublicCapability, { query: { list: 'basic' } });
  assert.ok(capability.counties.every((county) => county.cells.every((cell) => cell.state === null && cell.since === null)));
  assert.equal(capability.counties[1]?.cells.filter((cell) => cell.printed === 'open').length, 3);
  assert.deepEqual(capability.printedTotal, ['合计', '', '115', '98']);
  assert.deepEqual(capability.city.printed, { required: 37, done: 37, open: 0 });
});

test('one person in three programmes counts once at each level, and only what was obtained within the plan', async () => {
  await enter({ kind: 'talent', subject: '人甲', from: '2023-05-01', level: 'city', payload: { programme: 'jianghai' } });
  await enter({ kind: 'talent', subject: '人甲', from: '2024-05-01', level: 'province', payload: { programme: '231' } });
  await enter({ kind: 'talent', subject: '人甲', from: '2024-06-01', level: 'national', payload: { programme: 'samr-innovation' } });
  await enter({ kind: 'talent', subject: '人乙', from: '2022-12-31', level: 'city' });
  await enter({ kind: 'talent', subject: '人丙', from: '2026-02-01', level: 'city' });
  const two = await read('G1-2');
  assert.deepEqual([two.value, two.valueAtDue, two.state], [2, 1, 'missed']);
  assert.deepEqual([(await read('G1-3')).value, (await read('G1-4')).value], [1, 1]);
  assert.equal((await read('G1-2', { asOf: '2023-06-30' })).value, 1);
  const records = await city.as('auditor').call(listIndicatorRecords, { params: { id: 'G1-2' }, query: { limit: 200 } });
  assert.equal(records.total, 5);
  assert.deepEqual(
    records.items.filter((row) => row.title === '人乙').map((row) => row.verdict),
    ['before-period'],
  );
  assert.equal(records.items.filter((row) => row.verdict === 'counts' && !row.again).length, 2);
  const levels = await city.as('auditor').call(listIndicatorRecords, { params: { id: 'G1-4' }, query: { counts: 'false' } });
  assert.ok(levels.items.some((row) => row.verdict === 'level'));
});

test('a register that is connected and holds nothing of a kind says zero', async () => {
  await enter({ kind: 'project', subject: '市专项', from: '2024-03-01', level: 'city' });
  const provincial = await read('G1-6');
  assert.deepEqual([provincial.value, provincial.state], [0, 'missed']);
  assert.deepEqual([(await read('G1-7')).value], [1]);
});

test('stock counts what holds on the day: a lapse takes it out, and opening stock is told apart from records', async () => {
  await enter({ kind: 'cultureBase', subject: '基地一', from: '2020-01-01', level: 'province', opening: true });
  await enter({ kind: 'cultureBase', subject: '基地二', from: '2024-01-01', to: '2025-06-01', level: 'province' });
  await enter({ kind: 'cultureBase', subject: '基地三', from: '2024-02-01', level: 'province' });
  const page = await read('G4-2');
  assert.deepEqual([page.value, page.valueAtDue, page.state], [2, 2, 'missed']);
  assert.deepEqual(page.basis, { document: 0, opening: 1, records: 1 });
  assert.equal((await read('G4-2', { asOf: '2024-12-31' })).value, 3);
  assert.equal((await read('G4-2', { asOf: '2024-12-31' })).state, 'met');
  assert.equal(page.series.find((point) => point.day === '2024-03-31')?.value, 3);
  assert.equal(page.series.find((point) => point.day === '2025-06-30')?.value, 2);
  assert.equal(page.forecast, null);
});

test('a target reached after its due day is met late, with the first day on which it was reached', async () => {
  await enter({ kind: 'park', subject: '产业园', from: '2026-03-15', level: 'province' });
  const page = await read('G2-5');
  assert.deepEqual([page.value, page.valueAtDue, page.state, page.reachedOn], [1, 0, 'met-late', '2026-03-15']);
  assert.equal((await read('G2-5', { asOf: '2026-03-01' })).state, 'missed');
});

test('a centre counts from its designation; before that its milestones are shown', async () => {
  await enter({
    kind: 'centre',
    subject: 'national-ship',
    from: null,
    level: 'national',
    payload: { centre: 'national-ship' },
    phases: [{ phase: 'approval', day: '2023-04-01', documentNumber: '测〔2023〕2号' }],
  });
  const page = await read('G2-2', { asOf: '2025-06-30' });
  assert.deepEqual([page.value, page.state], [0, 'on-track']);
  assert.deepEqual(
    page.passed.map((step) => step.phase),
    ['approval'],
  );
  assert.equal((await read('G2-2')).state, 'missed');
  const records = await city.as('planOffice').call(listIndicatorRecords, { params: { id: 'G2-2' }, query: {} });
  assert.deepEqual(
    records.items.map((row) => row.verdict),
    ['not-designated'],
  );
});

test('before its due day a count has a run rate, a state against the straight line and no more', async () => {
  for (let each = 0; each < 6; each += 1) await enter({ kind: 'commitment', subject: `单位${each}`, from: `2023-0${each + 1}-10` });
  const page = await read('G4-1', { asOf: '2024-01-01' });
  assert.deepEqual([page.value, page.state], [6, 'behind']);
  assert.equal(page.forecast?.per30Days, 0.5);
  assert.equal(page.forecast?.atDue, 18);
  assert.equal(page.forecast?.reachesOn, null);
  assert.equal((await read('G4-1')).forecast, null);
});

test('what was known on a past date leaves out what was recorded since', async () => {
  const known = city.clock.now.toISOString();
  city.clock.now = new Date(city.clock.now.getTime() + 60_000);
  await enter({ kind: 'commitment', subject: '单位补录', from: '2023-02-01' });
  assert.equal((await read('G4-1', { asOf: '2024-01-01' })).value, 7);
  assert.equal((await read('G4-1', { asOf: '2024-01-01', knownAt: known })).value, 6);
});

test('the cells behind a matrix are its records', async () => {
  const open = await city.as('planOffice').call(listIndicatorRecords, { params: { id: 'G3-2' }, query: { counts: 'false' } });
  assert.equal(open.total, 16);
  const page = await read('G3-2');
  assert.deepEqual(
    page.counties.map((county) => county.value),
    [null, 13, 10, 12, 10, 7, 10, null],
  );
});

test('targets are broken down with document numbers and held against the city’s', async () => {
  const share = (region: string, amount: number | null, year = 2025) =>
    city.as('planOffice').call(recordTarget, {
      params: { id: 'G4-1' },
      body: { region, year, amount, documentNumber: '测政办发〔2023〕9号', reason: '分解方案' },
    });
  await share('320685', 900);
  await share('320682', 1000);
  await share('320682', 400, 2024);
  const { items, regions } = await city.as('countyRegulator').call(listTargets, { query: { indicator: 'G4-1' } });
  assert.deepEqual(items[0]?.sums, [
    { year: 2024, sum: 400, target: null, difference: null },
    { year: 2025, sum: 1900, target: 2000, difference: -100 },
  ]);
  assert.deepEqual(
    regions.filter((region) => region.mayRecord).map((region) => region.code),
    ['320685'],
  );
  await share('320682', 1100);
  await share('320682', null, 2024);
  const again = await city.as('planOffice').call(listTargets, { query: { indicator: 'G4-1' } });
  assert.deepEqual(again.items[0]?.sums, [{ year: 2025, sum: 2000, target: 2000, difference: 0 }]);
  assert.equal((await read('G4-1')).counties.find((county) => county.code === '320682')?.target, 1100);
  const other = { region: '320682', year: 2025, amount: 1, documentNumber: '测〔2023〕1号', reason: '越界' };
  await refused(city.as('countyRegulator').call(recordTarget, { params: { id: 'G4-1' }, body: other }), 'indicator.otherCounty');
  await refused(
    city.as('planOffice').call(recordTarget, { params: { id: 'G4-1' }, body: { ...other, region: '990001' } }),
    'indicator.notShared',
  );
});

test('a snapshot recomputes to itself until the records it rests on are touched', async () => {
  const taken = await city.as('planOffice').call(takeSnapshot, { body: { title: '终期评估', asOf: '2025-12-31', reason: '留存终期数值' } });
  const page = await city.as('auditor').call(readSnapshot, { params: { id: taken.id } });
  assert.equal(page.content.figures.length, 24);
  assert.equal(page.content.cells.length, 132);
  const same = await city.as('auditor').call(compareSnapshot, { params: { id: taken.id } });
  assert.deepEqual([same.intact, same.digest, same.differences], [true, taken.digest, []]);
  city.clock.now = new Date(city.clock.now.getTime() + 60_000);
  await enter({ kind: 'commitment', subject: '事后登记', from: '2024-02-01' });
  assert.deepEqual((await city.as('auditor').call(compareSnapshot, { params: { id: taken.id } })).differences, []);
  await enter({ kind: 'commitment', subject: '倒签', from: '2024-02-01', at: '2024-02-02T00:00:00Z' });
  const touched = await city.as('auditor').call(compareSnapshot, { params: { id: taken.id } });
  assert.deepEqual(
    touched.differences.map(({ indicator, field }) => [indicator, field]),
    [
      ['G4-1', 'value'],
      ['G4-1', 'records'],
    ],
  );
  assert.equal((await city.as('planOffice').call(listSnapshots, { query: {} })).total, 1);
  await refused(
    city.as('planOffice').call(takeSnapshot, { body: { title: '未来', asOf: '2030-01-01', reason: '不应成功' } }),
    'indicator.future',
  );
});

test('publication is a decision of the plan office: live, as a snapshot, or taken back', async () => {
  const decide = (body: object) =>
    city.as('planOffice').call(decidePublication, { body: { reason: '信息公开审查通过', ...body } as never });
  await refused(
    city.as('cityRegulator').call(decidePublication, { body: { subject: 'indicators', mode: 'live', reason: '越权' } }),
    'platform.forbidden',
  );
  await refused(decide({ subject: 'indicators', mode: 'withdrawn' }), 'indicator.notPublished');
  await refused(decide({ subject: 'indicators', mode: 'snapshot' }), 'indicator.snapshotMissing');
  await decide({ subject: 'indicators', mode: 'live', documentNumber: '测市监〔2026〕1号' });
  const live = (await city.stranger().call(readPublicIndicators, {})).items;
  assert.deepEqual([live.find((item) => item.id === 'G3-2')?.value, live.find((item) => item.id === 'G1-1')?.state], [62, 'not-recorded']);
  const { items } = await city.as('planOffice').call(listSnapshots, { query: {} });
  city.clock.now = new Date(city.clock.now.getTime() + 1000);
  await decide({ subject: 'indicators', mode: 'snapshot', snapshotId: items[0]?.id });
  const frozen = (await city.stranger().call(readPublicIndicators, {})).items.find((item) => item.id === 'G4-1');
  assert.equal(frozen?.value, 7);
  await decide({ subject: 'capability', mode: 'live' });
  const capability = await city.stranger().call(readPublicCapability, { query: { list: 'enhanced', asOf: '2025-12-31' } });
  assert.equal(capability.counties.flatMap((county) => county.cells).filter((cell) => cell.state === 'in-use').length, 5);
  city.clock.now = new Date(city.clock.now.getTime() + 1000);
  await decide({ subject: 'indicators', mode: 'withdrawn' });
  assert.ok((await city.stranger().call(readPublicIndicators, {})).items.every((item) => item.state === 'not-published'));
  const { current, history, mayDecide } = await city.as('auditor').call(listPublications, {});
  assert.deepEqual(
    current.map(({ subject, mode }) => [subject, mode]),
    [
      ['indicators', 'withdrawn'],
      ['capability', 'live'],
      ['differences', 'withdrawn'],
    ],
  );
  assert.equal(history.length, 4);
  assert.equal(history[0]?.person, '韩梅');
  assert.equal(mayDecide, false);
});

test('what does not agree in the document is public only by a decision, without the name of who settled it', async () => {
  const decide = (mode: 'live' | 'snapshot' | 'withdrawn') =>
    city.as('planOffice').call(decidePublication, { body: { subject: 'differences', mode, reason: '信息公开审查通过' } });
  assert.deepEqual(await city.stranger().call(readPublicDifferences, {}), { published: false, items: [] });
  await refused(decide('snapshot'), 'indicator.notInSnapshots');
  await decide('live');
  const { items } = await city.stranger().call(readPublicDifferences, {});
  assert.equal(items.length, 15);
  const [first] = items;
  assert.ok(first);
  await city.as('planOffice').call(planEndpoints.settleDifference, {
    params: { id: first.id },
    body: { resolution: 'clarified', reason: '印刷时整行右移一列', documentNumber: '通市监计〔2026〕3号' },
  });
  const settled = (await city.stranger().call(readPublicDifferences, {})).items[0];
  assert.deepEqual(
    [settled?.resolution, settled?.reason, settled?.documentNumber],
    ['clarified', '印刷时整行右移一列', '通市监计〔2026〕3号'],
  );
  assert.ok(!JSON.stringify(settled).includes('韩梅'));
  city.clock.now = new Date(city.clock.now.getTime() + 1000);
  await decide('withdrawn');
  assert.deepEqual(await city.stranger().call(readPublicDifferences, {}), { published: false, items: [] });
});

test('the figures in one statement equal the published counting function, rule by rule', async () => {
  const list = await city.as('planOffice').call(listIndicators, { query: {} });
  const { rows } = await city.database.pool.query<{ n: number }>(
    `SELECT indicator_entry_count('talent', ARRAY['city','province','ministry','national'], '{}', '2026-11-23', now(), '2023-01-01') AS n
     UNION ALL SELECT indicator_entry_count('commitment', NULL, '{}', '2026-11-23', now())`,
  );
  assert.deepEqual(
    rows.map((row) => row.n),
    ['G1-2', 'G4-1'].map((id) => list.items.find((item) => item.id === id)?.value),
  );
});

test('what lies outside the regions of the plan counts, and is shown where it lies', async () => {
  await enter({ kind: 'team', subject: '外县团队', from: '2024-03-01', region: '320699' });
  const page = await read('G1-5');
  const elsewhere = page.counties.find((county) => county.code === '320699');
  assert.deepEqual([elsewhere?.name[0], elsewhere?.value], ['其他（320699）', 1]);
  assert.equal(
    page.counties.reduce((sum, county) => sum + (county.value ?? 0), 0),
    page.value,
  );
});
